/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-prefixes.h"

#include <string.h>

#include "sk-bits.h"

/* Below this, adding the records one by one takes no longer than reading three sets does. */
#define FEWEST 1024

/* One in so many records, at least, has a word that begins so. */
#define SHARE 8

typedef struct
{
  guint32 first;
  guint32 end;
  gsize length;               /* of what all these words begin with, in bytes */
} Range;

struct _SkPrefixes
{
  gsize n_words;
  GArray *ranges;             /* Range; by first, then by end */
  guint64 *bits;              /* of each range, field by field */
};

static guint32
find_end_of_letter (SkLexicon   *lexicon,
                    const Range *range,
                    guint32      first)
{
  const char *word = sk_lexicon_get_nth (lexicon, first);
  const char *letter = word + range->length;
  gsize length = (gsize) (g_utf8_next_char (letter) - word);
  guint32 low = first + 1;
  guint32 high = range->end;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (strncmp (sk_lexicon_get_nth (lexicon, middle), word, length) == 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* What is typed to get from this range to smaller ones: a letter more, until one begins to
 * tell words apart. */
static void
lengthen (SkLexicon *lexicon,
          Range     *range)
{
  const char *first = sk_lexicon_get_nth (lexicon, range->first);
  const char *last = sk_lexicon_get_nth (lexicon, range->end - 1);

  while (first[range->length] != '\0' && first[range->length] == last[range->length])
    range->length++;
  while (range->length > 0 && (first[range->length] & 0xc0) == 0x80)
    range->length--;
}

static void
add_smaller_ranges (SkLexicon   *lexicon,
                    const Range *range,
                    GArray      *ranges)
{
  guint32 first = range->first;

  while (first < range->end)
    {
      const char *word = sk_lexicon_get_nth (lexicon, first);
      gboolean is_whole = word[range->length] == '\0';
      guint32 end = is_whole ? first + 1 : find_end_of_letter (lexicon, range, first);
      Range smaller = {first, end, range->length};

      if (!is_whole)
        lengthen (lexicon, &smaller);
      g_array_append_val (ranges, smaller);
      first = end;
    }
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const Range *left = a;
  const Range *right = b;

  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  if (left->end != right->end)
    return left->end < right->end ? -1 : 1;

  return 0;
}

/* The shortest beginnings first, while the sets take no more memory than the postings. */
static GArray *
choose_ranges (SkPostings *postings)
{
  SkLexicon *lexicon = sk_postings_get_lexicon (postings);
  guint32 n_words = sk_lexicon_get_size (lexicon);
  guint n_records = sk_postings_get_n_records (postings);
  gsize fewest = MAX (n_records / SHARE, FEWEST);
  gsize bytes = sk_bits_n_words (n_records) * sizeof (guint64) * SK_POSTINGS_N_FIELDS;
  gsize most = sk_postings_count (postings, 0, n_words) * sizeof (guint32) / bytes;
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  Range all = {0, n_words, 0};

  add_smaller_ranges (lexicon, &all, ranges);

  for (guint i = 0; i < ranges->len && chosen->len < most; i++)
    {
      Range range = g_array_index (ranges, Range, i);

      if (sk_postings_count (postings, range.first, range.end) < fewest)
        continue;

      g_array_append_val (chosen, range);
      if (range.end - range.first > 1)
        add_smaller_ranges (lexicon, &range, ranges);
    }

  g_array_sort (chosen, compare_ranges);
  return chosen;
}

/**
 * sk_prefixes_new:
 * @postings: the records of all words
 *
 * Returns: (transfer full): the sets of records of what very many have
 */
SkPrefixes *
sk_prefixes_new (SkPostings *postings)
{
  SkPrefixes *self = g_new0 (SkPrefixes, 1);

  self->n_words = sk_bits_n_words (sk_postings_get_n_records (postings));
  self->ranges = choose_ranges (postings);
  self->bits = g_new0 (guint64, self->n_words * SK_POSTINGS_N_FIELDS * self->ranges->len);

  for (gsize i = 0; i < self->ranges->len; i++)
    {
      const Range *range = &g_array_index (self->ranges, Range, i);

      for (gsize field = 0; field < SK_POSTINGS_N_FIELDS; field++)
        sk_postings_gather (postings, range->first, range->end, (SkPostingsField) field,
                            self->bits + (i * SK_POSTINGS_N_FIELDS + field) * self->n_words);
    }

  return self;
}

/**
 * sk_prefixes_free:
 * @self: (transfer full): sets of records
 */
void
sk_prefixes_free (SkPrefixes *self)
{
  g_free (self->bits);
  g_array_unref (self->ranges);
  g_free (self);
}

/**
 * sk_prefixes_find:
 * @first: a word's number
 * @end: that of the word after the last one
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the records that have one of these words there, as far
 *   as it is worth most there; %NULL where they are not so many that they were put together
 */
const guint64 *
sk_prefixes_find (SkPrefixes      *self,
                  guint32          first,
                  guint32          end,
                  SkPostingsField  field)
{
  Range range = {first, end, 0};
  guint place;

  if (!g_array_binary_search (self->ranges, &range, compare_ranges, &place))
    return NULL;

  return self->bits + ((gsize) place * SK_POSTINGS_N_FIELDS + field) * self->n_words;
}
