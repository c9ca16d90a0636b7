/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Composes a class hour from made-up tools in an index, beside a sort of all of them by their
 * names and a search that looks at every one. */
#include "bench.h"
#include "feed-maker.h"

#include <stdio.h>
#include <string.h>

#include "compose/sk-composer.h"
#include "feed/sk-feed-reader.h"
#include "search/sk-scan.h"

#define N_RECORDS 10000
#define N_TIMES 20

/* What is promised of so many tools. */
#define MOST_MILLISECONDS 50.0

typedef struct
{
  SkVocabularies *vocabularies;
  GPtrArray *resources;
  SkComposer *composer;
  SkComposeRequest request;
  SkScan *scan;
} Bench;

static gboolean
take (SkResource *resource,
      guint64     index,
      gpointer    user_data,
      GError    **error)
{
  Bench *self = user_data;

  g_ptr_array_add (self->resources, g_object_ref (resource));
  return TRUE;
}

static void
bench_set_up (Bench *self)
{
  const SkFeedHandler handler = {.resource = take};
  g_autoptr (GInputStream) feed = feed_maker_open_feed (N_RECORDS);
  g_autoptr (SkFeedReader) reader = NULL;
  g_autoptr (SkIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (SkFeedInfo) info = {0};

  self->vocabularies = sk_vocabularies_new (&error);
  g_assert_no_error (error);
  self->resources = g_ptr_array_new_with_free_func (g_object_unref);
  reader = sk_feed_reader_new (self->vocabularies);
  sk_feed_reader_read (reader, feed, NULL, &handler, self, &info, NULL, &error);
  g_assert_no_error (error);

  index = sk_index_new (self->resources, self->vocabularies);
  self->composer = sk_composer_new (index, self->vocabularies, NULL);
  self->scan = sk_scan_new (self->resources, self->vocabularies);
}

static void
bench_clear (Bench *self)
{
  sk_compose_request_clear (&self->request);
  g_clear_object (&self->scan);
  g_clear_object (&self->composer);
  g_clear_pointer (&self->resources, g_ptr_array_unref);
  g_clear_object (&self->vocabularies);
}

static void
compose (Bench *self)
{
  g_autoptr (SkComposition) composition = sk_composer_compose (self->composer, &self->request);

  g_assert_cmpuint (sk_composition_get_n_proposals (composition), ==, 3);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (sk_resource_pick_name (*(SkResource * const *) a, NULL, NULL),
                 sk_resource_pick_name (*(SkResource * const *) b, NULL, NULL));
}

static void
sort (Bench *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->resources, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_names);
}

static void
scan (Bench *self)
{
  g_autoptr (SkQuery) query = sk_query_new ();
  g_autoptr (SkResults) results = sk_scan_search (self->scan, query, NULL);

  g_assert_cmpuint (sk_results_get_count (results), >, 0);
}

/* Milliseconds of the best of some times. */
static double
measure (Bench *self,
         void (*work) (Bench *))
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_TIMES; i++)
    {
      double start = bench_get_seconds ();

      work (self);
      best = MIN (best, (bench_get_seconds () - start) * 1000);
    }

  return best;
}

/* From anything, and of a group, a room and themes. */
static void
ask_for_a_group (Bench *self)
{
  const char *languages[] = {"nl", "fr", NULL};
  const char *without[] = {"sound", NULL};

  self->request.has_ages = TRUE;
  self->request.ages = (SkAgeRange) {9, 11};
  self->request.size = 22;
  self->request.languages = g_strdupv ((GStrv) languages);
  self->request.without = g_strdupv ((GStrv) without);
  sk_compose_request_set_theme (&self->request, "https://w3id.org/sidekick/theme/bullying", 2);
  sk_compose_request_set_theme (&self->request, "https://w3id.org/sidekick/theme/privacy", 1);
}

int
main (int    argc,
      char **argv)
{
  Bench self = {0};
  double anything;
  double half_day;
  double group;
  double sorted;
  double scanned;

  bench_set_up (&self);
  sk_compose_request_init (&self.request);
  anything = measure (&self, compose);
  self.request.minutes = 240;
  half_day = measure (&self, compose);
  self.request.minutes = 50;
  ask_for_a_group (&self);
  group = measure (&self, compose);
  sorted = measure (&self, sort);
  scanned = measure (&self, scan);
  bench_clear (&self);

  printf ("%-40s %9s %14s %14s\n", "compose, of 10,000 tools", "ms", "times a sort", "times a scan");
  printf ("%-40s %9.2f %14.2f %14.2f\n", "50 minutes, of anything", anything, anything / sorted,
          anything / scanned);
  printf ("%-40s %9.2f %14.2f %14.2f\n", "50 minutes, for a group and two themes", group,
          group / sorted, group / scanned);
  printf ("%-40s %9.2f %14.2f %14.2f\n", "240 minutes, of anything", half_day, half_day / sorted,
          half_day / scanned);
  printf ("%-40s %9.2f\n%-40s %9.2f\n", "a sort by name", sorted, "a search by scan", scanned);

  return MAX (anything, group) <= MOST_MILLISECONDS ? 0 : 1;
}
