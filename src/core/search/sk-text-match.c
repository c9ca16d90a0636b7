/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-match.h"

#include <string.h>

#include "sk-bits.h"

/* What a word is worth in a record is a power of two (SkTextWeight, doubled for a word that is
 * the same to its end), so that the sets of records by worth are the digits of a number. */
#define N_WORTHS (SK_POSTINGS_N_FIELDS * 2)

typedef struct
{
  SkPostings *postings;
  SkPrefixes *prefixes;
  gsize n_words;
  guint64 *worths[N_WORTHS];  /* by worth, the least first */
  guint64 *gathered;
  guint64 *seen;
} Matcher;

static void
matcher_init (Matcher    *self,
              SkPostings *postings,
              SkPrefixes *prefixes)
{
  self->postings = postings;
  self->prefixes = prefixes;
  self->n_words = sk_bits_n_words (sk_postings_get_n_records (postings));
  self->gathered = sk_bits_new (self->n_words);
  self->seen = sk_bits_new (self->n_words);

  for (guint i = 0; i < N_WORTHS; i++)
    self->worths[i] = sk_bits_new (self->n_words);
}

static void
matcher_clear (Matcher *self)
{
  for (guint i = 0; i < N_WORTHS; i++)
    g_clear_pointer (&self->worths[i], g_free);

  g_clear_pointer (&self->seen, g_free);
  g_clear_pointer (&self->gathered, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matcher, matcher_clear)

static const guint64 *
find_records (Matcher         *self,
              guint32          first,
              guint32          end,
              SkPostingsField  field)
{
  const guint64 *found = sk_prefixes_find (self->prefixes, first, end, field);

  if (found != NULL)
    return found;

  memset (self->gathered, 0, self->n_words * sizeof (guint64));
  sk_postings_gather (self->postings, first, end, field, self->gathered);
  return self->gathered;
}

/* A record is worth what it was found for first. */
static void
take_new (guint64       *worth,
          const guint64 *found,
          guint64       *seen,
          gsize          n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      worth[i] = found[i] & ~seen[i];
      seen[i] |= found[i];
    }
}

/* From the field that is worth most down, and in each the word itself before its beginning. */
static void
match_word (Matcher           *self,
            const SkWordRange *range)
{
  memset (self->seen, 0, self->n_words * sizeof (guint64));

  for (guint i = 0; i < SK_POSTINGS_N_FIELDS; i++)
    {
      guint64 *whole = self->worths[N_WORTHS - 1 - 2 * i];
      guint64 *beginning = self->worths[N_WORTHS - 2 - 2 * i];
      SkPostingsField field = (SkPostingsField) i;

      memset (whole, 0, self->n_words * sizeof (guint64));
      if (range->first_is_exact)
        take_new (whole, find_records (self, range->first, range->first + 1, field), self->seen,
                  self->n_words);

      memset (beginning, 0, self->n_words * sizeof (guint64));
      if (range->end > range->first + range->first_is_exact)
        take_new (beginning, find_records (self, range->first, range->end, field), self->seen,
                  self->n_words);
    }
}

/**
 * sk_text_match_init:
 * @postings: the records of all words
 * @prefixes: those put together before
 * @ranges: (element-type SkWordRange): the words of the query
 * @with_scores: whether the order is by how well they match
 * @cancellable: (nullable): looked at before each word; once cancelled, the match is of no use
 *
 * Finds the records that have all words, and adds up what each word is worth in them, as
 * [method@TextColumn.score] does, 64 records at a time.
 */
void
sk_text_match_init (SkTextMatch  *self,
                    SkPostings   *postings,
                    SkPrefixes   *prefixes,
                    GArray       *ranges,
                    gboolean      with_scores,
                    GCancellable *cancellable)
{
  g_auto (Matcher) matcher = {0};
  gsize n_words;

  matcher_init (&matcher, postings, prefixes);
  n_words = matcher.n_words;

  self->bits = sk_bits_new (n_words);
  sk_bits_fill (self->bits, sk_postings_get_n_records (postings));
  self->scores = with_scores ? sk_planes_new (n_words) : NULL;

  for (guint i = 0; i < ranges->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      match_word (&matcher, &g_array_index (ranges, SkWordRange, i));
      sk_bits_and (self->bits, matcher.seen, n_words);

      if (sk_bits_count (self->bits, n_words) == 0)
        break;
      if (with_scores)
        sk_planes_add (self->scores, matcher.worths, N_WORTHS);
    }
}

/**
 * sk_text_match_clear:
 * @self: a match
 */
void
sk_text_match_clear (SkTextMatch *self)
{
  g_clear_pointer (&self->bits, g_free);
  g_clear_pointer (&self->scores, sk_planes_free);
}
