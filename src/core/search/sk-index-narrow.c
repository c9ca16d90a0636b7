/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sk-needs.h"
#include "sk-bits.h"
#include "sk-index-private.h"

static void
leave_without (SkIndex    *self,
               const char *need,
               guint64    *bits)
{
  const char * const needs[] = {need, NULL};
  const gsize n_words = self->sets.n_set_words;
  const guint wanted = sk_needs_to_bits (needs);

  sk_bits_and (bits, self->needs + SK_N_NEEDS * n_words, n_words);
  for (guint i = 0; i < SK_N_NEEDS; i++)
    if ((wanted >> i & 1) != 0)
      sk_bits_and_not (bits, self->needs + i * n_words, n_words);
}

static void
leave_among (SkIndex            *self,
             const char * const *ids,
             guint64            *bits)
{
  g_autofree guint64 *among = sk_bits_new (self->sets.n_set_words);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint32 record;

      if (sk_index_find (self, ids[i], &record))
        sk_bits_add (among, &record, 1);
    }

  sk_bits_and (bits, among, self->sets.n_set_words);
}

/*
 * sk_index_narrow:
 * @query: what is asked
 * @bits: (inout): a set of records; leaves those that the query is asked among, and that do
 *   without what it wants lacking
 */
void
sk_index_narrow (SkIndex *self,
                 SkQuery *query,
                 guint64 *bits)
{
  if (sk_query_get_lacking (query) != NULL)
    leave_without (self, sk_query_get_lacking (query), bits);
  if (sk_query_get_among_ids (query) != NULL)
    leave_among (self, sk_query_get_among_ids (query), bits);
}
