/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* A file of a tool that came, went, or is another: what it was, what it is, in words. */
typedef struct
{
  char *name;
  char *before;               /* NULL: it was not there */
  char *after;                /* NULL: it is gone */
} SkChangeFile;

GPtrArray *sk_change_files_compare (SkResource *before,
                                    SkResource *after);

G_END_DECLS
