/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-sets.h"

#include "sk-bits.h"
#include "sk-planes.h"

/* A value that fewer than one in so many records have is listed: counting through a list then
 * is quicker than through a set. */
#define FEW 128

/* How many words of a set are counted in the time that one value of one record takes. */
#define WORDS_A_VALUE 4

struct _SkFacetSets
{
  const SkFacetColumn *column;
  guint n_records;
  gsize n_words;

  guint n_values;
  guint *totals;              /* of each value */
  gboolean *are_few;          /* of each value: whether it is listed */
  gsize *starts;              /* of each value: where its set or its list begins */
  guint64 *sets;
  guint32 *lists;
  gsize cost;                 /* of counting all: words and listed records to look at */

  /* Where the facet measures: the spans of the records. */
  SkPlanes *lows;
  SkPlanes *highs;
};

static guint64 *
get_set (SkFacetSets *self,
         guint32      place)
{
  return self->sets + self->starts[place];
}

static guint32 *
get_list (SkFacetSets *self,
          guint32      place)
{
  return self->lists + self->starts[place];
}

typedef void (*PlaceFunc) (SkFacetSets *self, guint32 place, guint32 record);

static void
foreach_span (SkFacetSets *self,
              guint32      record,
              PlaceFunc    func)
{
  SkSpan span = g_array_index (self->column->record_spans, SkSpan, record);

  for (guint32 place = 0; place < self->n_values; place++)
    if (sk_span_overlaps (span, g_array_index (self->column->value_spans, SkSpan, place)))
      func (self, place, record);
}

/* Each value that each record has. */
static void
foreach_place (SkFacetSets *self,
               PlaceFunc    func)
{
  gboolean measures = sk_facet_measures (self->column->facet);

  for (guint32 record = 0; record < self->n_records; record++)
    {
      guint n_listed = 0;
      const guint32 *listed = NULL;

      if (measures)
        foreach_span (self, record, func);
      else
        listed = sk_facet_column_get_listed (self->column, record, &n_listed);

      for (guint i = 0; i < n_listed; i++)
        func (self, listed[i], record);
    }
}

static void
count_place (SkFacetSets *self,
             guint32      place,
             guint32      record)
{
  self->totals[place]++;
}

static void
fill_place (SkFacetSets *self,
            guint32      place,
            guint32      record)
{
  if (self->are_few[place])
    get_list (self, place)[self->totals[place]++] = record;
  else
    sk_bits_add (get_set (self, place), &record, 1);
}

static void
make_room (SkFacetSets *self)
{
  gsize n_set_words = 0;
  gsize n_listed = 0;

  for (guint32 place = 0; place < self->n_values; place++)
    {
      self->are_few[place] = self->totals[place] < self->n_records / FEW;
      if (self->are_few[place])
        {
          self->starts[place] = n_listed;
          n_listed += self->totals[place];
          self->totals[place] = 0;
        }
      else
        {
          self->starts[place] = n_set_words;
          n_set_words += self->n_words;
        }
    }

  self->sets = g_new0 (guint64, n_set_words);
  self->lists = g_new (guint32, n_listed);
  self->cost = n_set_words + n_listed;
}

static void
fill_planes (SkFacetSets *self)
{
  self->lows = sk_planes_new (self->n_words);
  self->highs = sk_planes_new (self->n_words);

  for (guint32 record = 0; record < self->n_records; record++)
    {
      SkSpan span = g_array_index (self->column->record_spans, SkSpan, record);

      sk_planes_set (self->lows, record, span.low);
      sk_planes_set (self->highs, record, span.high);
    }
}

/**
 * sk_facet_sets_new:
 * @column: what every record has of the facet; must outlive the sets
 * @n_records: how many records there are
 *
 * Returns: (transfer full): the records of every value
 */
SkFacetSets *
sk_facet_sets_new (const SkFacetColumn *column,
                   guint                n_records)
{
  SkFacetSets *self = g_new0 (SkFacetSets, 1);

  self->column = column;
  self->n_records = n_records;
  self->n_words = sk_bits_n_words (n_records);
  self->n_values = column->values->len;
  self->totals = g_new0 (guint, self->n_values);
  self->are_few = g_new (gboolean, self->n_values);
  self->starts = g_new (gsize, self->n_values);

  foreach_place (self, count_place);
  make_room (self);
  foreach_place (self, fill_place);

  if (sk_facet_measures (column->facet))
    fill_planes (self);

  return self;
}

/**
 * sk_facet_sets_free:
 * @self: (transfer full): the records of every value
 */
void
sk_facet_sets_free (SkFacetSets *self)
{
  g_clear_pointer (&self->highs, sk_planes_free);
  g_clear_pointer (&self->lows, sk_planes_free);
  g_free (self->lists);
  g_free (self->sets);
  g_free (self->starts);
  g_free (self->are_few);
  g_free (self->totals);
  g_free (self);
}

/* For a range that was asked for and is not one of the listed. */
static guint64 *
find_overlapping (SkFacetSets *self,
                  SkSpan       span)
{
  guint64 *found = sk_bits_new (self->n_words);
  g_autofree guint64 *below = NULL;

  sk_bits_fill (found, self->n_records);
  sk_planes_list_at_most (self->lows, span.high, found);

  if (span.low > 0)
    {
      below = g_memdup2 (found, self->n_words * sizeof (guint64));
      sk_planes_list_at_most (self->highs, span.low - 1, below);
      sk_bits_and_not (found, below, self->n_words);
    }

  return found;
}

static void
join_value (SkFacetSets         *self,
            const SkFacetChoice *choice,
            guint                place,
            guint64             *bits)
{
  g_autofree guint64 *odd = NULL;

  if (place < self->n_values && self->are_few[place])
    {
      sk_bits_add (bits, get_list (self, place), self->totals[place]);
    }
  else if (place < self->n_values)
    {
      sk_bits_or (bits, get_set (self, place), self->n_words);
    }
  else if (sk_facet_measures (self->column->facet))
    {
      odd = find_overlapping (self, g_array_index (choice->spans, SkSpan, place));
      sk_bits_or (bits, odd, self->n_words);
    }
}

/**
 * sk_facet_sets_join:
 * @choice: what a query wants of the facet
 *
 * Returns: (transfer full) (nullable): the records that have one of the chosen values; %NULL
 *   where nothing was chosen, so that all have
 */
guint64 *
sk_facet_sets_join (SkFacetSets         *self,
                    const SkFacetChoice *choice)
{
  guint64 *bits;

  if (choice->chosen == NULL)
    return NULL;

  bits = sk_bits_new (self->n_words);

  for (guint place = 0; place < choice->counts->len; place++)
    if (choice->chosen[place])
      join_value (self, choice, place, bits);

  return bits;
}

static void
count_by_record (SkFacetSets   *self,
                 SkFacetCount  *counts,
                 const guint64 *bits)
{
  for (gsize i = 0; i < self->n_words; i++)
    for (guint64 rest = bits[i]; rest != 0; rest &= rest - 1)
      {
        guint32 record = (guint32) (i * 64) + (guint32) __builtin_ctzll (rest);
        guint n_listed;
        const guint32 *listed = sk_facet_column_get_listed (self->column, record, &n_listed);

        for (guint each = 0; each < n_listed; each++)
          counts[listed[each]].count++;
      }
}

static void
count_by_value (SkFacetSets   *self,
                SkFacetCount  *counts,
                const guint64 *bits)
{
  for (guint place = 0; place < self->n_values; place++)
    counts[place].count
      = self->are_few[place]
          ? sk_bits_count_listed (bits, get_list (self, place), self->totals[place])
          : sk_bits_count_both (bits, get_set (self, place), self->n_words);
}

static void
count_odd (SkFacetSets         *self,
           const SkFacetChoice *choice,
           const guint64       *bits)
{
  for (guint place = self->n_values; place < choice->counts->len; place++)
    {
      g_autofree guint64 *odd =
        find_overlapping (self, g_array_index (choice->spans, SkSpan, place));

      g_array_index (choice->counts, SkFacetCount, place).count =
        sk_bits_count_both (bits, odd, self->n_words);
    }
}

/* Where few records are left, it is quicker to look at what each has. */
static gboolean
is_by_record_quicker (SkFacetSets *self,
                      guint        n_bits)
{
  guint64 n_listed = self->column->listed->len;

  return !sk_facet_measures (self->column->facet) &&
         n_bits * n_listed * WORDS_A_VALUE < (guint64) self->cost * self->n_records;
}

/**
 * sk_facet_sets_count:
 * @choice: (inout): what a query wants of the facet, its counts at 0
 * @bits: the records to count
 * @n_bits: how many they are
 *
 * Counts the records that have each value.
 */
void
sk_facet_sets_count (SkFacetSets   *self,
                     SkFacetChoice *choice,
                     const guint64 *bits,
                     guint          n_bits)
{
  SkFacetCount *counts = (SkFacetCount *) (void *) choice->counts->data;

  if (n_bits == 0)
    return;

  if (n_bits == self->n_records)
    for (guint place = 0; place < self->n_values; place++)
      counts[place].count = self->totals[place];
  else if (is_by_record_quicker (self, n_bits))
    count_by_record (self, counts, bits);
  else
    count_by_value (self, counts, bits);

  if (sk_facet_measures (self->column->facet))
    count_odd (self, choice, bits);
}
