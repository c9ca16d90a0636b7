/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-hits.h"

#include "sk-bits.h"

/* The last one is of more than can be counted. */
#define N_STEPS 28

struct _SkHits
{
  guint count;
  guint32 *all;               /* where they came in order */
  guint32 *steps[N_STEPS];    /* the first 50, 100, 200…; NULL until one beyond the step before
                            * is looked at, and never changed again */

  /* What puts them in order; all unset where they came in order. */
  guint n_records;
  gsize n_words;
  guint64 *bits;
  SkPlanes *scores;
  const guint32 *order;
};

/* The order comes from a file, which is never trusted. */
static gboolean
has_ordered (SkHits *self,
             guint   nth)
{
  guint32 record = self->order[nth];

  return record < self->n_records && sk_bits_has (self->bits, record);
}

static guint
list_ordered (SkHits  *self,
              guint32 *records,
              guint    n_records)
{
  guint n_listed = 0;

  for (guint i = 0; i < self->n_records && n_listed < n_records; i++)
    if (has_ordered (self, i))
      records[n_listed++] = self->order[i];

  return n_listed;
}

static guint32 *
list_best (SkHits *self,
           guint   n_records)
{
  guint32 *records = g_new0 (guint32, n_records);

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
  self->steps[0] = list_best (self, MIN (self->count, SK_HITS_FIRST));

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

  return self;
}

/**
 * sk_hits_free:
 * @self: (transfer full): hits
 */
void
sk_hits_free (SkHits *self)
{
  for (guint step = 0; step < N_STEPS; step++)
    g_free (self->steps[step]);

  g_clear_pointer (&self->scores, sk_planes_free);
  g_free (self->bits);
  g_free (self->all);
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

static guint64
get_step_size (guint step)
{
  return (guint64) SK_HITS_FIRST << step;
}

/**
 * sk_hits_get_nth:
 * @nth: a place in the order, less than the count
 *
 * Looks at one of the records. The first one that is looked at beyond those in order has twice
 * as many of them put in order, or as often twice as many as it takes.
 *
 * Returns: the number of the record there
 */
guint32
sk_hits_get_nth (SkHits *self,
                 guint   nth)
{
  guint step = 0;

  if (self->all != NULL)
    return self->all[nth];

  while (nth >= get_step_size (step))
    step++;

  if (g_once_init_enter_pointer (&self->steps[step]))
    g_once_init_leave_pointer (&self->steps[step],
                               list_best (self, (guint) MIN (self->count, get_step_size (step))));

  return self->steps[step][nth];
}

/**
 * sk_hits_get_n_ordered:
 *
 * Returns: how many of the first are in order already, and so cost nothing to look at; it grows
 *   as others are looked at
 */
guint
sk_hits_get_n_ordered (SkHits *self)
{
  if (self->all != NULL)
    return self->count;

  for (guint step = N_STEPS; step > 1; step--)
    if (g_atomic_pointer_get (&self->steps[step - 1]) != NULL)
      return (guint) MIN (self->count, get_step_size (step - 1));

  return MIN (self->count, SK_HITS_FIRST);
}

static guint
find_listed (SkHits  *self,
             guint32  record)
{
  guint nth = 0;

  while (nth < self->count && self->all[nth] != record)
    nth++;

  return nth;
}

static guint
count_ordered_before (SkHits  *self,
                      guint32  record)
{
  guint n_before = 0;

  for (guint i = 0; i < self->n_records && self->order[i] != record; i++)
    n_before += (guint) has_ordered (self, i);

  return n_before;
}

/**
 * sk_hits_find:
 * @record: the number of a record
 * @nth: (out): its place in the order
 *
 * Finds a record by counting those before it; none is put in order for that.
 *
 * Returns: whether it is there
 */
gboolean
sk_hits_find (SkHits  *self,
              guint32  record,
              guint   *nth)
{
  if (self->all != NULL)
    *nth = find_listed (self, record);
  else if (record >= self->n_records || !sk_bits_has (self->bits, record))
    *nth = self->count;
  else if (self->order != NULL)
    *nth = count_ordered_before (self, record);
  else if (self->scores != NULL)
    *nth = sk_planes_count_before (self->scores, self->bits, record);
  else
    *nth = sk_bits_count_below (self->bits, record);

  return *nth < self->count;
}
