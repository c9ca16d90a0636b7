/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers a log of queries, each with its count, its first fifty and all counts of values: by
 * the index, and by looking at every record, which is what the index has to beat. First the
 * two have to agree on every answer. */
#include "feed-maker.h"
#include "query-log.h"

#include <malloc.h>
#include <stdio.h>

#include "feed/sk-feed-reader.h"
#include "search/sk-scan.h"

#define N_QUERIES 1000
#define N_ROUNDS 3
#define N_ON_SCREEN 50
#define SEED 20260210

typedef gpointer (*MakeFunc) (GPtrArray      *resources,
                              SkVocabularies *vocabularies);

typedef SkResults *(*SearchFunc) (gpointer      searched,
                                  SkQuery      *query,
                                  GCancellable *cancellable);

/* One of the two ways to answer, and what it cost to get it ready. */
typedef struct
{
  const char *name;
  SearchFunc search;
  gpointer searched;
  double seconds;
  double mebibytes;
  double times[N_QUERIES];    /* of each query, in milliseconds; sorted at last */
} Way;

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
read_feed (guint64         n_records,
           SkVocabularies *vocabularies)
{
  static const SkFeedHandler handler = {.resource = collect};
  g_autoptr (GInputStream) feed = feed_maker_open_feed (n_records);
  g_autoptr (SkFeedReader) reader = sk_feed_reader_new (vocabularies);
  GPtrArray *resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_auto (SkFeedInfo) info = {0};

  sk_feed_reader_read (reader, feed, NULL, &handler, resources, &info, NULL, &error);
  g_assert_no_error (error);
  return resources;
}

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
get_mebibytes (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / (1024 * 1024);
}

static void
make_ready (Way            *way,
            MakeFunc        make,
            GPtrArray      *resources,
            SkVocabularies *vocabularies)
{
  double mebibytes = get_mebibytes ();
  double start = get_milliseconds ();

  way->searched = make (resources, vocabularies);
  way->seconds = (get_milliseconds () - start) / 1000;
  way->mebibytes = get_mebibytes () - mebibytes;
}

static gpointer
make_scan (GPtrArray      *resources,
           SkVocabularies *vocabularies)
{
  return sk_scan_new (resources, vocabularies);
}

static gpointer
make_index (GPtrArray      *resources,
            SkVocabularies *vocabularies)
{
  return sk_index_new (resources, vocabularies);
}

static SkResults *
search_scan (gpointer      searched,
             SkQuery      *query,
             GCancellable *cancellable)
{
  return sk_scan_search (searched, query, cancellable);
}

static SkResults *
search_index (gpointer      searched,
              SkQuery      *query,
              GCancellable *cancellable)
{
  return sk_index_search (searched, query, cancellable);
}

static void
check_same (SkResults *a,
            SkResults *b)
{
  guint n_shown = MIN (sk_results_get_count (a), N_ON_SCREEN);

  g_assert_cmpuint (sk_results_get_count (a), ==, sk_results_get_count (b));

  for (guint i = 0; i < n_shown; i++)
    g_assert_cmpuint (sk_results_get_record (a, i), ==, sk_results_get_record (b, i));

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    {
      guint n_values;
      const SkFacetCount *values = sk_results_get_facet (a, (SkFacet) facet, &n_values);

      for (guint i = 0; i < n_values; i++)
        g_assert_cmpuint (values[i].count, ==,
                          sk_results_get_value_count (b, (SkFacet) facet, values[i].value));
    }
}

static void
check_queries (const Way *scan,
               const Way *index,
               GPtrArray *queries)
{
  for (guint i = 0; i < queries->len; i++)
    {
      SkQuery *query = g_ptr_array_index (queries, i);
      g_autoptr (SkResults) expected = scan->search (scan->searched, query, NULL);
      g_autoptr (SkResults) results = index->search (index->searched, query, NULL);

      check_same (results, expected);
    }
}

static double
time_query (const Way *way,
            SkQuery   *query)
{
  double start = get_milliseconds ();
  g_autoptr (SkResults) results = way->search (way->searched, query, NULL);

  g_assert_nonnull (results);
  return get_milliseconds () - start;
}

/* The best of some rounds: the rest is what the machine did meanwhile. */
static void
time_queries (Way       *way,
              GPtrArray *queries)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < N_QUERIES; i++)
      {
        double took = time_query (way, g_ptr_array_index (queries, i));

        way->times[i] = round > 0 ? MIN (way->times[i], took) : took;
      }
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static const struct
{
  const char *name;
  guint nth;
} marks[] = {
  {"p50", N_QUERIES * 50 / 100},
  {"p95", N_QUERIES * 95 / 100},
  {"p99", N_QUERIES * 99 / 100},
  {"max", N_QUERIES - 1},
};

static void
print_way (Way     *way,
           guint64  n_records)
{
  qsort (way->times, N_QUERIES, sizeof (double), compare_times);

  printf ("%-28s %9" G_GUINT64_FORMAT, way->name, n_records);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    printf (" %9.3f", way->times[marks[i].nth]);
  printf (" %9.2f %9.1f\n", way->seconds, way->mebibytes);
}

static void
print_ratio (const Way *scan,
             const Way *index)
{
  printf ("%-28s %9s", "index to scan, times faster", "");
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    printf (" %8.0fx", scan->times[marks[i].nth] / index->times[marks[i].nth]);
  printf (" %8.2fx %8.2fx\n", scan->seconds / index->seconds, scan->mebibytes / index->mebibytes);
  fflush (stdout);
}

static void
compare_ways (guint64 n_records)
{
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  g_autoptr (GPtrArray) resources = read_feed (n_records, vocabularies);
  g_autoptr (GPtrArray) queries = NULL;
  Way scan = {.name = "scan", .search = search_scan};
  Way index = {.name = "index", .search = search_index};

  make_ready (&scan, make_scan, resources, vocabularies);
  make_ready (&index, make_index, resources, vocabularies);

  queries = query_log_new (index.searched, SEED, N_QUERIES);
  check_queries (&scan, &index, queries);
  time_queries (&scan, queries);
  time_queries (&index, queries);

  print_way (&scan, n_records);
  print_way (&index, n_records);
  print_ratio (&scan, &index);

  g_object_unref (index.searched);
  g_object_unref (scan.searched);
}

int
main (int   argc,
      char *argv[])
{
  static const guint64 sizes[] = {1000, 10000, 100000};

  printf ("%-28s %9s", "Searching, milliseconds", "records");
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    printf (" %9s", marks[i].name);
  printf (" %9s %9s\n", "s to make", "MiB");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    compare_ways (sizes[i]);

  return 0;
}
