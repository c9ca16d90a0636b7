/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-query.h"

G_BEGIN_DECLS

/* A question to the catalogue. Immutable: to change one, ask it for another. */
struct _SkQuery
{
  GObject parent_instance;

  char *text;
  GStrv values[SK_N_FACETS];  /* NULL where nothing is chosen */
  char *lacking;              /* a need, NULL where any may be had */
  char *among_name;           /* NULL where all records are asked */
  GPtrArray *among_ids;       /* char *, sorted, each once, ended by NULL; shared by copies */
  SkOrder order;
  gboolean strict;
};

SkQuery *sk_query_copy            (SkQuery *self);
gboolean sk_query_narrows_equally (SkQuery *a,
                                   SkQuery *b);

G_END_DECLS
