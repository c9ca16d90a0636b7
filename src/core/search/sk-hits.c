/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-hits.h"

#include "sk-bits.h"

struct _SkHits
{
  guint count;
  guint32 *first;             /* as many as there are of SK_HITS_FIRST */
  guint32 *all;               /* NULL until one beyond them is looked at */

  /* What puts them in order; all unset where they came in order. */
  guint n_records;
  gsize n_words;
  guint64 *bits;
  SkPlanes *scores;
  const guint32 *order;
};

static guint
list_ordered (SkHits  *self,
              guint32 *records,
              guint    n_records)
{
  guint n_listed = 0;

  for (guint i = 0; i < self->n_records && n_listed < n_records; i++)
    if (sk_bits_has (self->bits, self->order[i]))
      records[n_listed++] = self->order[i];

  return n_listed;
}

static guint32 *
list_best (SkHits *self,
           guint   n_records)
{
  guint32 *records = g_new (guint32, n_records);

  if (self->order != NULL)
    list_ordered (self, records, n_records);
  else if (self->scores != NULL && n_records < self->count)
    sk_planes_list_greatest (self->scores, self->bits, records, n_records);
  else
    sk_bits_list (self->bits, self->n_words, records, n_records);

  if (self->scores != NULL && n_records == self->count)
    sk_planes_sort (self->scores, records, n_records);

  return records;
}

/**
 * sk_hits_new:
 * @n_records: how many records there are
 * @bits: (transfer full): those that match
 * @scores: (transfer full) (nullable): how well they match, where the order is by that
 * @order: (nullable) (array length=n_records): all records in the order that was asked for,
 *   where it is neither by score nor by number; must outlive the hits
 *
 * Returns: (transfer full): the records that match, in their order
 */
SkHits *
sk_hits_new (guint          n_records,
             guint64       *bits,
             SkPlanes      *scores,
             const guint32 *order)
{
  SkHits *self = g_new0 (SkHits, 1);

  self->n_records = n_records;
  self->n_words = sk_bits_n_words (n_records);
  self->bits = bits;
  self->scores = scores;
  self->order = order;
  self->count = sk_bits_count (bits, self->n_words);
  self->first = list_best (self, MIN (self->count, SK_HITS_FIRST));

  return self;
}

/**
 * sk_hits_new_listed:
 * @records: (transfer full) (array length=n_records): the records that match, in their order
 *
 * Returns: (transfer full): the same
 */
SkHits *
sk_hits_new_listed (guint32 *records,
                    guint    n_records)
{
  SkHits *self = g_new0 (SkHits, 1);

  self->count = n_records;
  self->all = records;
  self->first = g_memdup2 (records, MIN (n_records, SK_HITS_FIRST) * sizeof (guint32));

  return self;
}

/**
 * sk_hits_free:
 * @self: (transfer full): hits
 */
void
sk_hits_free (SkHits *self)
{
  g_clear_pointer (&self->scores, sk_planes_free);
  g_free (self->bits);
  g_free (self->all);
  g_free (self->first);
  g_free (self);
}

/**
 * sk_hits_get_count:
 *
 * Returns: how many records match
 */
guint
sk_hits_get_count (SkHits *self)
{
  return self->count;
}

/**
 * sk_hits_get_nth:
 * @nth: a place in the order, less than the count
 *
 * Returns: the number of the record there
 */
guint32
sk_hits_get_nth (SkHits *self,
                 guint   nth)
{
  if (nth < SK_HITS_FIRST)
    return self->first[nth];

  if (g_once_init_enter_pointer (&self->all))
    g_once_init_leave_pointer (&self->all, list_best (self, self->count));

  return self->all[nth];
}
