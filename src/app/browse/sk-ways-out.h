/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sk-filter.h"
#include "sk-search.h"

G_BEGIN_DECLS

/* What to take away from a query that finds nothing. */
typedef enum
{
  SK_WITHOUT_ONE,             /* filter, and those like it */
  SK_WITHOUT_FILTERS,
  SK_WITHOUT_TEXT,
  SK_WITHOUT_ALL,
} SkWithout;

/* A query that finds something, and how much. */
typedef struct
{
  SkWithout without;
  SkFilter *filter;           /* the first, where without is SK_WITHOUT_ONE */
  SkQuery *query;
  guint count;
  char *repaired;             /* the words that the text was taken for, or NULL */
} SkWayOut;

void       sk_ways_out_find   (SkIndex              *index,
                               SkQuery              *query,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
GPtrArray *sk_ways_out_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
