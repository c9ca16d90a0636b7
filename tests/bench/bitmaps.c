/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

#include "bitmaps.h"
#include "search/sk-bits.h"

/* Where a value's records are in the file, and how they are kept. */
typedef struct
{
  guint64 offset;
  guint32 count;
  guint32 is_dense;
} Entry;

struct _Bitmaps
{
  GMappedFile *file;
  const char *data;
  const Entry *entries;       /* of each value */
  const SkSpan *spans[SK_N_FACETS]; /* of each record, where the facet measures */
  GArray *values;             /* CorpusValue */
  guint32 n_records;
  gsize n_words;
  guint64 *any;               /* what has one of a facet's choices */
  guint64 *sets[SK_N_FACETS]; /* what its facet lets through, where one is chosen */
};

static GArray *
list_records (Corpus            *corpus,
              guint              place,
              const CorpusValue *value)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (sqlite3_stmt) rows = NULL;
  g_autofree char *statement = NULL;

  if (!sk_facet_measures (value->facet))
    statement =
      g_strdup_printf ("SELECT number - 1 FROM listed WHERE place = %u ORDER BY number", place + 1);
  else
    statement =
      g_strdup_printf ("SELECT number - 1 FROM record WHERE %s_low <= %u AND %s_high >= %u",
                       value->facet == SK_FACET_AGE ? "age" : "length", value->span.high,
                       value->facet == SK_FACET_AGE ? "age" : "length", value->span.low);

  rows = sql_prepare (corpus->database, statement);
  while (sql_next (rows))
    {
      guint32 record = (guint32) sqlite3_column_int64 (rows, 0);

      g_array_append_val (records, record);
    }

  return records;
}

static void
write_value (FILE    *file,
             GArray  *records,
             guint32  n_records,
             Entry   *entry)
{
  gsize n_words = sk_bits_n_words (n_records);
  const guint32 *numbers = (const guint32 *) (void *) records->data;

  entry->offset = (guint64) ftell (file);
  entry->count = records->len;
  entry->is_dense = records->len * sizeof (guint32) > n_words * sizeof (guint64);

  if (entry->is_dense)
    {
      g_autofree guint64 *bits = sk_bits_new (n_words);

      sk_bits_add (bits, numbers, records->len);
      fwrite (bits, sizeof (guint64), n_words, file);
    }
  else
    {
      static const guint32 padding = 0;

      fwrite (numbers, sizeof (guint32), records->len, file);
      fwrite (&padding, sizeof (guint32), records->len % 2, file);
    }
}

static void
write_spans (FILE       *file,
             Corpus     *corpus,
             const char *name)
{
  g_autofree char *statement = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;

  statement = g_strdup_printf ("SELECT %s_low, %s_high FROM record ORDER BY number", name, name);
  rows = sql_prepare (corpus->database, statement);
  while (sql_next (rows))
    {
      SkSpan span = {(guint32) sqlite3_column_int64 (rows, 0),
                     (guint32) sqlite3_column_int64 (rows, 1)};

      fwrite (&span, sizeof span, 1, file);
    }
}

/**
 * bitmaps_make:
 * @path: where they go
 *
 * Writes the records of all values.
 */
void
bitmaps_make (Corpus     *corpus,
              const char *path)
{
  FILE *file = g_fopen (path, "w");
  g_autofree Entry *entries = g_new0 (Entry, corpus->values->len);

  g_assert_nonnull (file);
  sql_run (corpus->database, "CREATE INDEX IF NOT EXISTS listed_by ON listed (place, number)");

  fwrite (entries, sizeof (Entry), corpus->values->len, file);
  write_spans (file, corpus, "age");
  write_spans (file, corpus, "length");

  for (guint i = 0; i < corpus->values->len; i++)
    {
      g_autoptr (GArray) records = NULL;

      records = list_records (corpus, i, &g_array_index (corpus->values, CorpusValue, i));
      write_value (file, records, corpus->n_records, &entries[i]);
    }

  rewind (file);
  fwrite (entries, sizeof (Entry), corpus->values->len, file);
  g_assert_cmpint (ferror (file), ==, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

/**
 * bitmaps_open:
 *
 * Returns: (transfer full): the file, mapped
 */
Bitmaps *
bitmaps_open (const char *path,
              Corpus     *corpus)
{
  Bitmaps *self = g_new0 (Bitmaps, 1);
  g_autoptr (GError) error = NULL;

  self->file = g_mapped_file_new (path, FALSE, &error);
  g_assert_no_error (error);
  self->data = g_mapped_file_get_contents (self->file);
  self->entries = (const Entry *) (const void *) self->data;
  self->values = g_array_ref (corpus->values);
  self->n_records = corpus->n_records;
  self->n_words = sk_bits_n_words (corpus->n_records);
  self->spans[SK_FACET_AGE] = (const SkSpan *) (const void *) (self->entries + self->values->len);
  self->spans[SK_FACET_LENGTH] = self->spans[SK_FACET_AGE] + self->n_records;
  self->any = sk_bits_new (self->n_words);

  for (guint i = 0; i < SK_N_FACETS; i++)
    self->sets[i] = sk_bits_new (self->n_words);

  return self;
}

void
bitmaps_free (Bitmaps *self)
{
  for (guint i = 0; i < SK_N_FACETS; i++)
    g_free (self->sets[i]);

  g_free (self->any);
  g_array_unref (self->values);
  g_mapped_file_unref (self->file);
  g_free (self);
}

gsize
bitmaps_n_words (Bitmaps *self)
{
  return self->n_words;
}

void
bitmaps_fill (Bitmaps *self,
              guint64 *bits)
{
  memset (bits, 0, self->n_words * sizeof (guint64));
  sk_bits_fill (bits, self->n_records);
}

static const guint64 *
get_bits (Bitmaps     *self,
          const Entry *entry)
{
  return (const guint64 *) (const void *) (self->data + entry->offset);
}

static const guint32 *
get_list (Bitmaps     *self,
          const Entry *entry)
{
  return (const guint32 *) (const void *) (self->data + entry->offset);
}

static void
add_place (Bitmaps *self,
           guint64 *bits,
           guint32  place)
{
  const Entry *entry = &self->entries[place];

  if (entry->is_dense)
    sk_bits_or (bits, get_bits (self, entry), self->n_words);
  else
    sk_bits_add (bits, get_list (self, entry), entry->count);
}

static void
add_span (Bitmaps *self,
          guint64 *bits,
          SkFacet  facet,
          SkSpan   span)
{
  const SkSpan *spans = self->spans[facet];

  for (guint32 i = 0; i < self->n_records; i++)
    bits[i / 64] |= (guint64) (spans[i].low <= span.high && span.low <= spans[i].high) << (i % 64);
}

/* The records that one of the facet's choices lets through. */
static void
find_chosen (Bitmaps             *self,
             const QuestionFacet *choice,
             SkFacet              facet)
{
  memset (self->sets[facet], 0, self->n_words * sizeof (guint64));

  if (choice->spans->len > choice->places->len)
    for (guint i = 0; i < choice->spans->len; i++)
      add_span (self, self->sets[facet], facet, g_array_index (choice->spans, SkSpan, i));
  else
    for (guint i = 0; i < choice->places->len; i++)
      add_place (self, self->sets[facet], g_array_index (choice->places, guint32, i));
}

static void
count_facet (Bitmaps       *self,
             SkFacet        facet,
             const guint64 *bits,
             Answer        *answer)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      const Entry *entry = &self->entries[i];

      if (g_array_index (self->values, CorpusValue, i).facet != facet)
        continue;

      answer->counts[i] = entry->is_dense
                            ? sk_bits_count_both (bits, get_bits (self, entry), self->n_words)
                            : sk_bits_count_listed (bits, get_list (self, entry), entry->count);
    }
}

static void
leave_chosen (Bitmaps        *self,
              const Question *question,
              guint64        *bits,
              guint           left_out)
{
  for (guint i = 0; i < SK_N_FACETS; i++)
    if (i != left_out && question->facets[i].chosen)
      sk_bits_and (bits, self->sets[i], self->n_words);
}

/**
 * bitmaps_answer:
 * @bits: what has the words; then, what matches the whole question
 * @answer: gets its counts
 *
 * Filters by the choices, and counts all values.
 */
void
bitmaps_answer (Bitmaps        *self,
                const Question *question,
                guint64        *bits,
                Answer         *answer)
{
  for (guint i = 0; i < SK_N_FACETS; i++)
    if (question->facets[i].chosen)
      find_chosen (self, &question->facets[i], (SkFacet) i);

  for (guint i = 0; i < SK_N_FACETS; i++)
    if (question->facets[i].chosen)
      {
        memcpy (self->any, bits, self->n_words * sizeof (guint64));
        leave_chosen (self, question, self->any, i);
        count_facet (self, (SkFacet) i, self->any, answer);
      }

  leave_chosen (self, question, bits, SK_N_FACETS);
  for (guint i = 0; i < SK_N_FACETS; i++)
    if (!question->facets[i].chosen)
      count_facet (self, (SkFacet) i, bits, answer);

  answer->count = sk_bits_count (bits, self->n_words);
}
