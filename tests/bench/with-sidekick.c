/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sidekick's index, and its scan that looks at every record. */
#include "contender.h"

#include <gio/gio.h>

#include "bench.h"
#include "feed/sk-feed-reader.h"
#include "no-records.h"
#include "search/sk-index-draft.h"
#include "search/sk-scan.h"

#define FILE_NAME "index"
#define HASH_BYTES 32

/* What the index is said to be of, and its records too: nothing here is made from it again. */
static const guint8 key[HASH_BYTES];

typedef struct
{
  SkIndex *index;
  SkScan *scan;
  Corpus *corpus;
  SkResults *results;
  guint32 first[ANSWER_FIRST];
  guint n_first;
} Searcher;

/* What a feed is read for. */
typedef struct
{
  GPtrArray *resources;       /* SkResource, where all are kept */
  SkIndexDraft *draft;
  double seconds;             /* that the draft took, without the reading */
} Reading;

static void
read_feed (Reading             *reading,
           const SkFeedHandler *handler,
           SkVocabularies      *vocabularies,
           const char          *folder)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, CONTENDER_FEED, NULL);
  g_autoptr (SkFeedReader) reader = sk_feed_reader_new (vocabularies);
  g_autoptr (GFileInputStream) feed = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (SkFeedInfo) info = {0};

  feed = g_file_read (file, NULL, &error);
  g_assert_no_error (error);
  sk_feed_reader_read (reader, G_INPUT_STREAM (feed), NULL, handler, reading, &info, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
draw_up (SkResource  *resource,
         guint64      index,
         gpointer     user_data,
         GError     **error)
{
  Reading *reading = user_data;
  double start = bench_get_seconds ();
  gboolean added = sk_index_draft_add (reading->draft, index, key, resource, error);

  reading->seconds += bench_get_seconds () - start;
  return added;
}

static double
make_index (const char *folder)
{
  static const SkFeedHandler handler = {.resource = draw_up};
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  g_autoptr (SkIndexDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  Reading reading = {0};
  double start;

  reading.draft = draft = sk_index_draft_new (NULL, vocabularies, folder, &error);
  g_assert_no_error (error);
  read_feed (&reading, &handler, vocabularies, folder);

  start = bench_get_seconds ();
  sk_index_draft_write (draft, path, key, NULL, &error);
  g_assert_no_error (error);
  return reading.seconds + bench_get_seconds () - start;
}

static gpointer
open_index (const char *folder,
            Corpus     *corpus)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (SkRecordSource) records = g_object_new (NO_TYPE_RECORDS, NULL);
  g_autoptr (GError) error = NULL;
  Searcher *self = g_new0 (Searcher, 1);

  self->corpus = corpus;
  self->index = sk_index_open (path, key, corpus->vocabularies, records, &error);
  g_assert_no_error (error);
  return self;
}

static gboolean
collect (SkResource  *resource,
         guint64      index,
         gpointer     user_data,
         GError     **error)
{
  Reading *reading = user_data;

  g_ptr_array_add (reading->resources, g_object_ref (resource));
  return TRUE;
}

static gpointer
open_scan (const char *folder,
           Corpus     *corpus)
{
  static const SkFeedHandler handler = {.resource = collect};
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  Reading reading = {.resources = resources};
  Searcher *self = g_new0 (Searcher, 1);

  read_feed (&reading, &handler, corpus->vocabularies, folder);
  self->corpus = corpus;
  self->scan = sk_scan_new (resources, corpus->vocabularies);
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
    {
      self->first[i] = sk_results_get_record (self->results, i);
      if (self->index != NULL)
        g_assert_nonnull (sk_index_get_id (self->index, self->first[i]));
    }
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
      guint place = corpus_find_value (self->corpus, facet, counts[i].value);

      if (place < self->corpus->values->len)
        answer->counts[place] = counts[i].count;
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
  g_free (self);
}

const Contender contender_index = {
  "Sidekick", FILE_NAME, FALSE, make_index, open_index, search, tell, close_searcher,
};
const Contender contender_index_strict = {
  "Sidekick, strict", FILE_NAME, TRUE, NULL, open_index, search, tell, close_searcher,
};
const Contender contender_scan = {
  "Sidekick's scan", NULL, FALSE, NULL, open_scan, search, tell, close_searcher,
};
