/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-planes.h"

#include <string.h>

#include "sk-bits.h"

struct _SkPlanes
{
  gsize n_words;
  GPtrArray *planes;          /* guint64 *, the lowest bit first */
};

/**
 * sk_planes_new:
 * @n_words: how many words a set of records has
 *
 * Returns: (transfer full): 0 for every record
 */
SkPlanes *
sk_planes_new (gsize n_words)
{
  SkPlanes *self = g_new0 (SkPlanes, 1);

  self->n_words = n_words;
  self->planes = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * sk_planes_new_shared:
 * @planes: (array): sets, one after the other, the lowest bit first; must outlive the numbers,
 *   which cannot be changed
 *
 * Returns: (transfer full): the numbers that the sets are
 */
SkPlanes *
sk_planes_new_shared (const guint64 *planes,
                      guint          n_planes,
                      gsize          n_words)
{
  SkPlanes *self = g_new0 (SkPlanes, 1);

  self->n_words = n_words;
  self->planes = g_ptr_array_new ();

  for (guint nth = 0; nth < n_planes; nth++)
    g_ptr_array_add (self->planes, (gpointer) (planes + nth * n_words));

  return self;
}

/**
 * sk_planes_free:
 * @self: (transfer full): numbers
 */
void
sk_planes_free (SkPlanes *self)
{
  g_ptr_array_unref (self->planes);
  g_free (self);
}

/**
 * sk_planes_get_size:
 *
 * Returns: how many bits the greatest number has, or more
 */
guint
sk_planes_get_size (SkPlanes *self)
{
  return self->planes->len;
}

/**
 * sk_planes_get_nth:
 * @nth: a bit, less than the size
 *
 * Returns: (transfer none): the records whose number has it
 */
const guint64 *
sk_planes_get_nth (SkPlanes *self,
                   guint     nth)
{
  return g_ptr_array_index (self->planes, nth);
}

/**
 * sk_planes_set:
 * @record: a record whose number is still 0
 * @number: its number
 */
void
sk_planes_set (SkPlanes *self,
               guint32   record,
               guint32   number)
{
  for (guint nth = 0; nth < 32 && number >> nth != 0; nth++)
    {
      if (nth == self->planes->len)
        g_ptr_array_add (self->planes, sk_bits_new (self->n_words));
      if (number >> nth & 1)
        sk_bits_add (g_ptr_array_index (self->planes, nth), &record, 1);
    }
}

/* Adds to one plane what is added there and what was carried; leaves what is to be carried. */
static void
add_plane (guint64       *plane,
           const guint64 *addend,
           guint64       *carry,
           gsize          n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      guint64 either = plane[i] ^ addend[i];
      guint64 both = plane[i] & addend[i];

      plane[i] = either ^ carry[i];
      carry[i] = both | (either & carry[i]);
    }
}

static void
carry_plane (guint64 *plane,
             guint64 *carry,
             gsize    n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      guint64 both = plane[i] & carry[i];

      plane[i] ^= carry[i];
      carry[i] = both;
    }
}

/**
 * sk_planes_add:
 * @addend: (array length=n_addend): numbers as sets, the lowest bit first
 *
 * Adds a number to that of every record.
 */
void
sk_planes_add (SkPlanes  *self,
               guint64  **addend,
               guint      n_addend)
{
  g_autofree guint64 *carry = sk_bits_new (self->n_words);

  while (self->planes->len < n_addend)
    g_ptr_array_add (self->planes, sk_bits_new (self->n_words));

  for (guint nth = 0; nth < self->planes->len; nth++)
    {
      guint64 *plane = g_ptr_array_index (self->planes, nth);

      if (nth < n_addend)
        add_plane (plane, addend[nth], carry, self->n_words);
      else
        carry_plane (plane, carry, self->n_words);
    }

  if (sk_bits_count (carry, self->n_words) > 0)
    g_ptr_array_add (self->planes, g_steal_pointer (&carry));
}

static void
compare_plane (const guint64 *plane,
               gboolean       is_set,
               guint64       *less,
               guint64       *equal,
               gsize          n_words)
{
  if (is_set)
    for (gsize i = 0; i < n_words; i++)
      {
        less[i] |= equal[i] & ~plane[i];
        equal[i] &= plane[i];
      }
  else
    sk_bits_and_not (equal, plane, n_words);
}

/**
 * sk_planes_list_at_most:
 * @limit: the greatest number that counts
 * @bits: (inout): the set to choose from; leaves those whose number is at most the limit
 */
void
sk_planes_list_at_most (SkPlanes *self,
                        guint32   limit,
                        guint64  *bits)
{
  g_autofree guint64 *less = sk_bits_new (self->n_words);

  if (self->planes->len < 32 && limit >> self->planes->len != 0)
    return;

  for (guint nth = self->planes->len; nth > 0; nth--)
    compare_plane (g_ptr_array_index (self->planes, nth - 1), limit >> (nth - 1) & 1, less, bits,
                   self->n_words);

  sk_bits_or (bits, less, self->n_words);
}

/**
 * sk_planes_list_greatest:
 * @bits: the set to choose from
 * @records: (out caller-allocates) (array length=n_records): where to put them
 * @n_records: how many to put there at most
 *
 * Lists the records of a set with the greatest numbers, the greatest first and of equal ones
 * the lowest record. It finds them bit by bit, without a look at the others one by one.
 *
 * Returns: how many were put there
 */
guint
sk_planes_list_greatest (SkPlanes      *self,
                         const guint64 *bits,
                         guint32       *records,
                         guint          n_records)
{
  g_autofree guint64 *equal = g_memdup2 (bits, self->n_words * sizeof (guint64));
  g_autofree guint64 *greater = sk_bits_new (self->n_words);
  g_autofree guint64 *ones = sk_bits_new (self->n_words);
  guint n_greater = 0;
  guint n_listed;

  for (guint nth = self->planes->len; nth > 0 && n_greater < n_records; nth--)
    {
      guint n_ones;

      memcpy (ones, equal, self->n_words * sizeof (guint64));
      sk_bits_and (ones, g_ptr_array_index (self->planes, nth - 1), self->n_words);
      n_ones = sk_bits_count (ones, self->n_words);

      if (n_ones >= n_records - n_greater)
        {
          memcpy (equal, ones, self->n_words * sizeof (guint64));
        }
      else if (n_ones > 0)
        {
          sk_bits_or (greater, ones, self->n_words);
          sk_bits_and_not (equal, ones, self->n_words);
          n_greater += n_ones;
        }
    }

  n_listed = sk_bits_list (greater, self->n_words, records, n_records);
  n_listed += sk_bits_list (equal, self->n_words, records + n_listed, n_records - n_listed);
  sk_planes_sort (self, records, n_listed);

  return n_listed;
}

/**
 * sk_planes_count_before:
 * @bits: a set
 * @record: a record
 *
 * Returns: how many records of the set [func@planes_list_greatest] lists before that one, which
 *   it puts in no order for that
 */
guint
sk_planes_count_before (SkPlanes      *self,
                        const guint64 *bits,
                        guint32        record)
{
  g_autofree guint64 *equal = g_memdup2 (bits, self->n_words * sizeof (guint64));
  guint n_before = 0;

  for (guint nth = self->planes->len; nth > 0; nth--)
    {
      const guint64 *plane = g_ptr_array_index (self->planes, nth - 1);

      if (sk_bits_has (plane, record))
        {
          sk_bits_and (equal, plane, self->n_words);
        }
      else
        {
          n_before += sk_bits_count_both (equal, plane, self->n_words);
          sk_bits_and_not (equal, plane, self->n_words);
        }
    }

  return n_before + sk_bits_count_below (equal, record);
}

/* Those with the bit first, each part in the order in which it was. */
static void
part_by_plane (const guint64 *plane,
               guint32       *records,
               guint32       *without,
               guint          n_records)
{
  guint n_with = 0;
  guint n_without = 0;

  for (guint i = 0; i < n_records; i++)
    if (sk_bits_has (plane, records[i]))
      records[n_with++] = records[i];
    else
      without[n_without++] = records[i];

  memcpy (records + n_with, without, n_without * sizeof (guint32));
}

/**
 * sk_planes_sort:
 * @records: (inout) (array length=n_records): records
 *
 * Sorts records, the greatest number first; equal ones stay in the order in which they are.
 */
void
sk_planes_sort (SkPlanes *self,
                guint32  *records,
                guint     n_records)
{
  g_autofree guint32 *without = g_new (guint32, n_records);

  for (guint nth = 0; nth < self->planes->len && n_records > 1; nth++)
    part_by_plane (g_ptr_array_index (self->planes, nth), records, without, n_records);
}
