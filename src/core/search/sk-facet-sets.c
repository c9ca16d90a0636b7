/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-sets.h"

#include "sk-bits.h"

/* How many words of a set are counted in the time that it takes to look at one record, at one
 * value of it, and at one record of a list. */
#define WORDS_A_RECORD 96
#define WORDS_A_VALUE 5
#define WORDS_A_LISTED 4

static gboolean
is_few (const SkFacetSets *self,
        guint32            place)
{
  return sk_facet_sets_is_few (self->totals[place], self->n_records);
}

/* Where a value's set or list lies is checked here, so that it need not be later. */
static gboolean
check_places (SkFacetSets *self,
              SkIndexFile *file)
{
  gsize n_sets;
  gsize n_lists;

  sk_index_file_get (file, SK_SECTION_VALUE_SETS, &n_sets);
  sk_index_file_get (file, SK_SECTION_VALUE_LISTS, &n_lists);

  for (guint32 place = 0; place < self->n_places; place++)
    {
      gsize size = is_few (self, place) ? n_lists / sizeof (guint32) : n_sets / sizeof (guint64);
      gsize length = is_few (self, place) ? self->totals[place] : self->n_set_words;

      if (self->starts[place] > size || length > size - self->starts[place])
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_spans (SkFacetSets *self,
            SkIndexFile *file)
{
  gsize size;
  const guint64 *numbers = sk_index_file_get (file, SK_SECTION_SPAN_PLANES, &size);
  gsize at = SK_N_SPAN_PLANES;

  size /= sizeof (guint64);
  if (size < SK_N_SPAN_PLANES)
    return FALSE;

  for (guint i = 0; i < SK_N_SPAN_PLANES; i++)
    {
      if (numbers[i] > 32 || numbers[i] * self->n_set_words > size - at)
        return FALSE;

      self->spans[i] = sk_planes_new_shared (numbers + at, (guint) numbers[i], self->n_set_words);
      at += numbers[i] * self->n_set_words;
    }

  return TRUE;
}

/**
 * sk_facet_sets_init:
 * @file: an index file; must outlive the sets
 *
 * Finds the records of all values in a file. Cleared in any case.
 *
 * Returns: whether they are there
 */
gboolean
sk_facet_sets_init (SkFacetSets *self,
                    SkIndexFile *file)
{
  const SkIndexCounts *counts = sk_index_file_get_counts (file);
  guint64 n_places = 0;
  gsize size;

  self->n_records = counts->n_records;
  self->n_set_words = sk_bits_n_words (counts->n_records);

  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      self->n_values[i] = counts->n_values[i];
      self->firsts[i] = (guint32) n_places;
      n_places += counts->n_values[i];
    }

  self->n_places = counts->n_places;
  self->totals = sk_index_file_get (file, SK_SECTION_VALUE_TOTALS, NULL);
  self->starts = sk_index_file_get (file, SK_SECTION_VALUE_STARTS, NULL);
  self->sets = sk_index_file_get (file, SK_SECTION_VALUE_SETS, NULL);
  self->lists = sk_index_file_get (file, SK_SECTION_VALUE_LISTS, NULL);
  self->listed_starts = sk_index_file_get (file, SK_SECTION_LISTED_STARTS, NULL);
  self->listed = sk_index_file_get (file, SK_SECTION_LISTED, &size);
  self->n_listed = size / sizeof (guint32);

  return n_places == counts->n_places && check_places (self, file) && find_spans (self, file);
}

/**
 * sk_facet_sets_clear:
 * @self: sets
 */
void
sk_facet_sets_clear (SkFacetSets *self)
{
  for (guint i = 0; i < SK_N_SPAN_PLANES; i++)
    g_clear_pointer (&self->spans[i], sk_planes_free);
}

/* For a range that was asked for and is not one of the listed. */
static guint64 *
find_overlapping (const SkFacetSets *self,
                  SkFacet            facet,
                  SkSpan             span)
{
  SkPlanes *lows = self->spans[facet == SK_FACET_AGE ? 0 : 2];
  SkPlanes *highs = self->spans[facet == SK_FACET_AGE ? 1 : 3];
  guint64 *found = sk_bits_new (self->n_set_words);
  g_autofree guint64 *below = NULL;

  sk_bits_fill (found, self->n_records);
  sk_planes_list_at_most (lows, span.high, found);

  if (span.low > 0)
    {
      below = g_memdup2 (found, self->n_set_words * sizeof (guint64));
      sk_planes_list_at_most (highs, span.low - 1, below);
      sk_bits_and_not (found, below, self->n_set_words);
    }

  return found;
}

static void
add_list (const SkFacetSets *self,
          guint32            place,
          guint64           *bits)
{
  const guint32 *list = self->lists + self->starts[place];

  for (guint32 i = 0; i < self->totals[place]; i++)
    if (list[i] < self->n_records)
      sk_bits_add (bits, &list[i], 1);
}

static guint
count_list (const SkFacetSets *self,
            guint32            place,
            const guint64     *bits)
{
  const guint32 *list = self->lists + self->starts[place];
  guint count = 0;

  for (guint32 i = 0; i < self->totals[place]; i++)
    if (list[i] < self->n_records)
      count += (guint) sk_bits_has (bits, list[i]);

  return count;
}

static void
join_value (const SkFacetSets   *self,
            const SkFacetChoice *choice,
            guint                nth,
            guint64             *bits)
{
  SkFacet facet = choice->values->facet;
  guint32 place = self->firsts[facet] + nth;
  g_autofree guint64 *odd = NULL;

  if (nth < self->n_values[facet] && is_few (self, place))
    {
      add_list (self, place, bits);
    }
  else if (nth < self->n_values[facet])
    {
      sk_bits_or (bits, self->sets + self->starts[place], self->n_set_words);
    }
  else if (sk_facet_measures (facet))
    {
      odd = find_overlapping (self, facet, g_array_index (choice->spans, SkSpan, nth));
      sk_bits_or (bits, odd, self->n_set_words);
    }
}

/**
 * sk_facet_sets_join:
 * @choice: what a query wants of a facet
 *
 * Returns: (transfer full) (nullable): the records that have one of the chosen values; %NULL
 *   where nothing was chosen, so that all have
 */
guint64 *
sk_facet_sets_join (const SkFacetSets   *self,
                    const SkFacetChoice *choice)
{
  guint64 *bits;

  if (choice->chosen == NULL)
    return NULL;

  bits = sk_bits_new (self->n_set_words);

  for (guint nth = 0; nth < choice->counts->len; nth++)
    if (choice->chosen[nth])
      join_value (self, choice, nth, bits);

  return bits;
}

static guint
count_place (const SkFacetSets *self,
             guint32            place,
             const guint64     *bits)
{
  return is_few (self, place)
           ? count_list (self, place, bits)
           : sk_bits_count_both (bits, self->sets + self->starts[place], self->n_set_words);
}

static void
count_by_value (const SkFacetSets *self,
                SkFacetChoice     *choice,
                const guint64     *bits,
                guint              n_bits)
{
  SkFacet facet = choice->values->facet;
  SkFacetCount *counts = (SkFacetCount *) (void *) choice->counts->data;
  guint32 first = self->firsts[facet];

  for (guint nth = 0; nth < self->n_values[facet]; nth++)
    counts[nth].count = n_bits == self->n_records ? self->totals[first + nth]
                                                  : count_place (self, first + nth, bits);

  for (guint nth = self->n_values[facet]; sk_facet_measures (facet) && nth < choice->counts->len;
       nth++)
    {
      g_autofree guint64 *odd =
        find_overlapping (self, facet, g_array_index (choice->spans, SkSpan, nth));

      counts[nth].count = sk_bits_count_both (bits, odd, self->n_set_words);
    }
}

static void
count_record (const SkFacetSets *self,
              guint32            record,
              guint             *totals)
{
  gsize start = self->listed_starts[record];
  gsize end = MIN (self->listed_starts[record + 1], self->n_listed);

  for (; start < end; start++)
    if (self->listed[start] < self->n_places)
      totals[self->listed[start]]++;
}

/* Counts the facets that name all at once. */
static void
count_by_record (const SkFacetSets *self,
                 SkFacetChoice     *choices,
                 const gboolean    *wanted,
                 const guint64     *bits)
{
  g_autofree guint *totals = g_new0 (guint, (gsize) self->n_places + 1);

  for (gsize i = 0; i < self->n_set_words; i++)
    for (guint64 rest = bits[i]; rest != 0; rest &= rest - 1)
      count_record (self, (guint32) (i * 64) + (guint32) __builtin_ctzll (rest), totals);

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    for (guint nth = 0; wanted[facet] && !sk_facet_measures ((SkFacet) facet) &&
                        nth < self->n_values[facet];
         nth++)
      g_array_index (choices[facet].counts, SkFacetCount, nth).count =
        totals[self->firsts[facet] + nth];
}

/* Where few records are left, it is quicker to look at what each has. */
static gboolean
is_by_record_quicker (const SkFacetSets *self,
                      const gboolean    *wanted,
                      guint              n_bits)
{
  guint64 cost = 0;

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    for (guint nth = 0; wanted[facet] && !sk_facet_measures ((SkFacet) facet) &&
                        nth < self->n_values[facet];
         nth++)
      {
        guint32 place = self->firsts[facet] + nth;

        cost += is_few (self, place) ? (guint64) self->totals[place] * WORDS_A_LISTED
                                     : self->n_set_words;
      }

  return n_bits * ((guint64) self->n_records * WORDS_A_RECORD + self->n_listed * WORDS_A_VALUE) <
         cost * self->n_records;
}

/**
 * sk_facet_sets_count:
 * @choices: (inout) (array fixed-size=10): what a query wants of the facets, their counts at 0
 * @wanted: (array fixed-size=10): which facets to count
 * @bits: the records to count
 * @n_bits: how many they are
 *
 * Counts the records that have each value of the facets.
 */
void
sk_facet_sets_count (const SkFacetSets *self,
                     SkFacetChoice     *choices,
                     const gboolean    *wanted,
                     const guint64     *bits,
                     guint              n_bits)
{
  gboolean by_record;

  if (n_bits == 0)
    return;

  by_record = n_bits < self->n_records && is_by_record_quicker (self, wanted, n_bits);
  if (by_record)
    count_by_record (self, choices, wanted, bits);

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    if (wanted[facet] && (!by_record || sk_facet_measures ((SkFacet) facet)))
      count_by_value (self, &choices[facet], bits, n_bits);
}
