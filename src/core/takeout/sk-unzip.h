/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file in an archive. */
typedef struct
{
  char *name;                 /* its path, as the archive has it */
  GBytes *content;
} SkUnzipped;

void       sk_unzipped_free (SkUnzipped  *self);
GPtrArray *sk_unzip         (GBytes      *archive,
                             gsize        most,
                             GError     **error);

G_END_DECLS
