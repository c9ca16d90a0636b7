/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ranges.h"

#include <string.h>

#include "sk-bits.h"
#include "sk-postings.h"

typedef struct
{
  guint32 first;
  guint32 end;
  guint64 cost;
  gsize length;               /* of what all of these begin with, in bytes */
} Range;

/**
 * sk_ranges_init_prefixes:
 * @file: an index file; must outlive the ranges
 *
 * Finds the beginnings of words: of each %SK_CODE_BITS sets, the planes of the codes.
 */
void
sk_ranges_init_prefixes (SkRanges    *self,
                         SkIndexFile *file)
{
  const SkIndexCounts *counts = sk_index_file_get_counts (file);

  self->n_ranges = counts->n_prefixes;
  self->pairs = sk_index_file_get (file, SK_SECTION_PREFIXES, NULL);
  self->sets = sk_index_file_get (file, SK_SECTION_PREFIX_PLANES, NULL);
  self->n_set_words = sk_bits_n_words (counts->n_records) * SK_CODE_BITS;
}

/**
 * sk_ranges_init_tails:
 * @file: an index file; must outlive the ranges
 *
 * Finds the beginnings of tails: of each one set.
 */
void
sk_ranges_init_tails (SkRanges    *self,
                      SkIndexFile *file)
{
  const SkIndexCounts *counts = sk_index_file_get_counts (file);

  self->n_ranges = counts->n_tail_sets;
  self->pairs = sk_index_file_get (file, SK_SECTION_TAILS, NULL);
  self->sets = sk_index_file_get (file, SK_SECTION_TAIL_SETS, NULL);
  self->n_set_words = sk_bits_n_words (counts->n_records);
}

/**
 * sk_ranges_find:
 * @first: a place in the list
 * @end: the place after the last
 *
 * Returns: (transfer none) (nullable): the sets; %NULL where they were not put together
 */
const guint64 *
sk_ranges_find (const SkRanges *self,
                guint32         first,
                guint32         end)
{
  guint32 low = 0;
  guint32 high = self->n_ranges;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const guint32 *pair = self->pairs + (gsize) middle * 2;

      if (pair[0] == first && pair[1] == end)
        return self->sets + middle * self->n_set_words;
      if (pair[0] < first || (pair[0] == first && pair[1] < end))
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static const char *
get_text (const SkRangeList *list,
          guint32            nth)
{
  return list->get_text (list->list, nth);
}

static guint32
find_end_of_letter (const SkRangeList *list,
                    const Range       *range,
                    guint32            first)
{
  const char *text = get_text (list, first);
  const char *letter = text + range->length;
  gsize length = (gsize) (g_utf8_next_char (letter) - text);

  return sk_bisect (list->get_text, list->list, text, length, TRUE, first + 1, range->end);
}

/* What is typed to get from this range to smaller ones: a letter more, until one begins to
 * tell them apart. */
static void
lengthen (const SkRangeList *list,
          Range             *range)
{
  const char *first = get_text (list, range->first);
  const char *last = get_text (list, range->end - 1);

  while (first[range->length] != '\0' && first[range->length] == last[range->length])
    range->length++;
  while (range->length > 0 && (first[range->length] & 0xc0) == 0x80)
    range->length--;
}

static void
add_smaller_ranges (const SkRangeList *list,
                    const Range       *range,
                    guint64            least,
                    GArray            *ranges)
{
  guint32 first = range->first;

  while (first < range->end)
    {
      gboolean is_whole = get_text (list, first)[range->length] == '\0';
      Range smaller = {first, first + 1, 0, range->length};

      if (!is_whole)
        {
          smaller.end = find_end_of_letter (list, range, first);
          lengthen (list, &smaller);
        }

      smaller.cost = list->sums[smaller.end] - list->sums[first];
      if (smaller.cost >= least)
        g_array_append_val (ranges, smaller);
      first = smaller.end;
    }
}

/* Nobody looks for what is shorter than the list's beginnings are. */
static void
leave_out_short (const SkRangeList *list,
                 GArray            *ranges)
{
  guint n_kept = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      Range range = g_array_index (ranges, Range, i);

      if (g_utf8_strlen (get_text (list, range.first), (gssize) range.length) >=
          list->shortest)
        g_array_index (ranges, Range, n_kept++) = range;
    }

  g_array_set_size (ranges, n_kept);
}

static int
compare_costs (gconstpointer a,
               gconstpointer b)
{
  const Range *left = a;
  const Range *right = b;

  if (left->cost != right->cost)
    return left->cost > right->cost ? -1 : 1;

  return left->first < right->first ? -1 : left->first > right->first;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Range *left = a;
  const Range *right = b;

  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;

  return left->end < right->end ? -1 : left->end > right->end;
}

/**
 * sk_ranges_choose:
 * @least: what a range must cost to be worth it
 * @most: how many ranges there is room for
 *
 * Chooses the ranges that cost most.
 *
 * Returns: (transfer full) (element-type guint32): of each range the first and the one after
 *   the last, sorted
 */
GArray *
sk_ranges_choose (const SkRangeList *list,
                  guint64            least,
                  gsize              most)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  Range all = {0, list->size, 0, 0};

  add_smaller_ranges (list, &all, least, ranges);

  for (guint i = 0; i < ranges->len; i++)
    {
      Range range = g_array_index (ranges, Range, i);

      if (range.end - range.first > 1)
        add_smaller_ranges (list, &range, least, ranges);
    }

  leave_out_short (list, ranges);
  g_array_sort (ranges, compare_costs);
  g_array_set_size (ranges, (guint) MIN (ranges->len, most));
  g_array_sort (ranges, compare_places);

  for (guint i = 0; i < ranges->len; i++)
    {
      const Range *range = &g_array_index (ranges, Range, i);

      g_array_append_val (pairs, range->first);
      g_array_append_val (pairs, range->end);
    }

  return pairs;
}
