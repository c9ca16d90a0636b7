/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers queries by looking at every record, which is what an index has to beat. */
#include "feed-maker.h"

#include <stdio.h>

#include "feed/sk-feed-reader.h"
#include "search/sk-index.h"

#define N_ROUNDS 7

typedef struct
{
  const char *name;
  const char *text;
  SkFacet facet;
  const char *value;          /* NULL for none */
} Question;

static const Question questions[] = {
  {"everything", "", SK_FACET_AGE, NULL},
  {"a letter", "p", SK_FACET_AGE, NULL},
  {"two words", "online medi", SK_FACET_AGE, NULL},
  {"a facet", "", SK_FACET_AGE, "9-11"},
  {"a word and a facet", "privacy", SK_FACET_LANGUAGE, "nl"},
};

static gboolean
collect (SkResource  *resource,
         guint64      index,
         gpointer     user_data,
         GError     **error)
{
  g_ptr_array_add (user_data, g_object_ref (resource));
  return TRUE;
}

static SkIndex *
make_index (guint64 n_records)
{
  static const SkFeedHandler handler = {.resource = collect};
  g_autoptr (GInputStream) feed = feed_maker_open_feed (n_records);
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  g_autoptr (SkFeedReader) reader = sk_feed_reader_new (vocabularies);
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_auto (SkFeedInfo) info = {0};

  sk_feed_reader_read (reader, feed, NULL, &handler, resources, &info, NULL, &error);
  g_assert_no_error (error);
  return sk_index_new (resources, vocabularies);
}

static SkQuery *
make_query (const Question *question)
{
  g_autoptr (SkQuery) empty = sk_query_new ();
  g_autoptr (SkQuery) text = sk_query_with_text (empty, question->text);

  return question->value != NULL ? sk_query_with_value (text, question->facet, question->value)
                                 : g_steal_pointer (&text);
}

/* The best of some, in milliseconds: the rest is what the machine did meanwhile. */
static double
time_query (SkIndex *index,
            SkQuery *query)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (SkResults) results = sk_index_search (index, query, NULL);

      g_assert_cmpuint (sk_results_get_count (results), >, 0);
      best = MIN (best, g_get_monotonic_time () - start);
    }

  return (double) best / 1000;
}

int
main (int   argc,
      char *argv[])
{
  static const guint64 sizes[] = {1000, 10000, 100000};
  g_autoptr (GPtrArray) indexes = g_ptr_array_new_with_free_func (g_object_unref);

  printf ("%-28s", "Searching by looking at all");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_ptr_array_add (indexes, make_index (sizes[i]));
      printf (" %9" G_GUINT64_FORMAT, sizes[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (SkQuery) query = make_query (&questions[i]);

      printf ("\n%-28s", questions[i].name);
      for (guint n = 0; n < G_N_ELEMENTS (sizes); n++)
        printf (" %6.2f ms", time_query (indexes->pdata[n], query));
    }

  printf ("\n");
  return 0;
}
