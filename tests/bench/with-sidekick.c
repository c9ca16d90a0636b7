/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sidekick's index, and its scan that looks at every record. */
#include "contender.h"

#include <gio/gio.h>

#include "bench.h"
#include "feed/sk-feed-reader.h"
#include "search/sk-index.h"
#include "search/sk-scan.h"

typedef struct
{
  SkIndex *index;
  SkScan *scan;
  GHashTable *places;         /* facet and value → place among all values, plus one */
  SkResults *results;
  guint32 first[ANSWER_FIRST];
  guint n_first;
} Searcher;

static gboolean
collect (SkResource  *resource,
         guint64      index,
         gpointer     user_data,
         GError     **error)
{
  g_ptr_array_add (user_data, g_object_ref (resource));
  return TRUE;
}

static GPtrArray *
read_feed (const char     *folder,
           SkVocabularies *vocabularies)
{
  static const SkFeedHandler handler = {.resource = collect};
  g_autoptr (GFile) file = g_file_new_build_filename (folder, CONTENDER_FEED, NULL);
  g_autoptr (SkFeedReader) reader = sk_feed_reader_new (vocabularies);
  g_autoptr (GFileInputStream) feed = NULL;
  GPtrArray *resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_auto (SkFeedInfo) info = {0};

  feed = g_file_read (file, NULL, &error);
  g_assert_no_error (error);
  sk_feed_reader_read (reader, G_INPUT_STREAM (feed), NULL, &handler, resources, &info, NULL,
                       &error);
  g_assert_no_error (error);
  return resources;
}

static double
make_index (const char *folder)
{
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  g_autoptr (GPtrArray) resources = read_feed (folder, vocabularies);
  g_autoptr (SkIndex) index = NULL;
  double start = bench_get_seconds ();

  index = sk_index_new (resources, vocabularies);
  return bench_get_seconds () - start;
}

static char *
make_key (SkFacet     facet,
          const char *value)
{
  return g_strdup_printf ("%u %s", facet, value);
}

static Searcher *
searcher_new (Corpus *corpus)
{
  Searcher *self = g_new0 (Searcher, 1);

  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < corpus->values->len; i++)
    {
      const CorpusValue *value = &g_array_index (corpus->values, CorpusValue, i);

      g_hash_table_insert (self->places, make_key (value->facet, value->value),
                           GUINT_TO_POINTER (i + 1));
    }

  return self;
}

static gpointer
open_index (const char *folder,
            Corpus     *corpus)
{
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  g_autoptr (GPtrArray) resources = read_feed (folder, vocabularies);
  Searcher *self = searcher_new (corpus);

  self->index = sk_index_new (resources, vocabularies);
  return self;
}

static gpointer
open_scan (const char *folder,
           Corpus     *corpus)
{
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  g_autoptr (GPtrArray) resources = read_feed (folder, vocabularies);
  Searcher *self = searcher_new (corpus);

  self->scan = sk_scan_new (resources, vocabularies);
  return self;
}

static void
search (gpointer        searcher,
        SkQuery        *query,
        const Question *question)
{
  Searcher *self = searcher;

  g_clear_object (&self->results);
  self->results = self->index != NULL ? sk_index_search (self->index, query, NULL)
                                      : sk_scan_search (self->scan, query, NULL);

  self->n_first = MIN (sk_results_get_count (self->results), ANSWER_FIRST);
  for (guint i = 0; i < self->n_first; i++)
    self->first[i] = sk_results_get_record (self->results, i);
}

/* A range of ages that is not always listed is no value of the corpus. */
static void
tell_facet (Searcher *self,
            SkFacet   facet,
            Answer   *answer)
{
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (self->results, facet, &n_values);

  for (guint i = 0; i < n_values; i++)
    {
      g_autofree char *key = make_key (facet, counts[i].value);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key));

      if (place > 0)
        answer->counts[place - 1] = counts[i].count;
      else if (!sk_facet_measures (facet))
        g_assert_cmpuint (counts[i].count, ==, 0);
    }
}

/* Records are numbered from 0 here. */
static void
tell (gpointer        searcher,
      const Question *question,
      Answer         *answer)
{
  Searcher *self = searcher;

  answer->count = sk_results_get_count (self->results);
  answer->n_first = self->n_first;
  for (guint i = 0; i < self->n_first; i++)
    answer->first[i] = self->first[i] + 1;

  for (guint32 i = 0; i < answer->count; i++)
    answer_digest (answer, sk_results_get_record (self->results, i) + 1);

  for (guint i = 0; i < SK_N_FACETS; i++)
    tell_facet (self, (SkFacet) i, answer);
}

static void
close_searcher (gpointer searcher)
{
  Searcher *self = searcher;

  g_clear_object (&self->results);
  g_clear_object (&self->index);
  g_clear_object (&self->scan);
  g_hash_table_unref (self->places);
  g_free (self);
}

const Contender contender_index = {
  "Sidekick", "index", FALSE, make_index, open_index, search, tell, close_searcher,
};
const Contender contender_index_strict = {
  "Sidekick, strict", "index", TRUE, NULL, open_index, search, tell, close_searcher,
};
const Contender contender_scan = {
  "Sidekick's scan", NULL, FALSE, NULL, open_scan, search, tell, close_searcher,
};
