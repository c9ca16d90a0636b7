/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "answer.h"

#include <string.h>

#include "draws.h"

void
answer_init (Answer  *self,
             guint32  n_values)
{
  memset (self, 0, sizeof *self);
  self->n_values = n_values;
  self->counts = g_new0 (guint32, n_values);
}

/**
 * answer_reset:
 *
 * Makes it the answer that there is nothing.
 */
void
answer_reset (Answer *self)
{
  self->count = 0;
  self->n_first = 0;
  self->digest = 0;
  memset (self->counts, 0, self->n_values * sizeof (guint32));
}

void
answer_clear (Answer *self)
{
  g_clear_pointer (&self->counts, g_free);
}

void
answer_copy (Answer       *self,
             const Answer *other)
{
  guint32 *counts = self->counts;

  memcpy (counts, other->counts, self->n_values * sizeof (guint32));
  *self = *other;
  self->counts = counts;
}

/**
 * answer_digest:
 * @number: one of the records that match, in any order
 *
 * Adds a record to the digest: two sets of the same digest are the same.
 */
void
answer_digest (Answer  *self,
               guint32  number)
{
  Draws draws = {number};

  self->digest += draws_next (&draws);
}

void
answer_write (const Answer *self,
              FILE         *file)
{
  gsize n_written = fwrite (self, offsetof (Answer, n_values), 1, file);

  n_written += fwrite (self->counts, sizeof (guint32), self->n_values, file);
  g_assert_cmpuint (n_written, ==, 1 + self->n_values);
}

/**
 * answer_read:
 *
 * Returns: whether there was another answer in the file
 */
gboolean
answer_read (Answer *self,
             FILE   *file)
{
  return fread (self, offsetof (Answer, n_values), 1, file) == 1 &&
         fread (self->counts, sizeof (guint32), self->n_values, file) == self->n_values;
}

/**
 * answer_differ:
 * @corpus: to name values by
 * @with_first: whether the best must be the same too
 *
 * Returns: (transfer full) (nullable): what is not the same in the other, %NULL for nothing
 */
char *
answer_differ (const Answer *self,
               const Answer *other,
               Corpus       *corpus,
               gboolean      with_first)
{
  if (self->count != other->count)
    return g_strdup_printf ("%u records, not %u", other->count, self->count);

  if (self->digest != other->digest)
    return g_strdup ("as many records, but others");

  for (guint i = 0; i < self->n_values; i++)
    if (self->counts[i] != other->counts[i])
      {
        const CorpusValue *value = &g_array_index (corpus->values, CorpusValue, i);

        return g_strdup_printf ("%s %s has %u, not %u", sk_facet_get_name (value->facet),
                                value->value, other->counts[i], self->counts[i]);
      }

  for (guint i = 0; with_first && i < MIN (self->count, ANSWER_FIRST); i++)
    if (self->first[i] != other->first[i])
      return g_strdup_printf ("record %u at place %u, not %u", other->first[i], i, self->first[i]);

  return NULL;
}
