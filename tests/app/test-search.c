/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../core/sync/sync-fixture.h"

#include "browse/sk-results-model.h"
#include "browse/sk-search.h"
#include "browse/sk-ways-out.h"

#define THEME "https://w3id.org/sidekick/theme/"

/* What people type, letter by letter. */
#define TYPED "cyberpesten"

typedef struct
{
  SyncFixture sync;
  SkSearch *search;
  guint n_answers;
} Fixture;

static void
count_answer (Fixture *fixture)
{
  fixture->n_answers++;
}

/* A search of the starter catalogue. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  sync_fixture_set_up (&fixture->sync, data);
  sync_fixture_close (&fixture->sync);
  g_free (fixture->sync.data);
  fixture->sync.data = g_build_filename (fixture->sync.folder, "starter", NULL);
  sync_fixture_open (&fixture->sync, SK_CATALOGUE_NONE);

  fixture->search = sk_search_new (fixture->sync.catalogue);
  g_signal_connect_swapped (fixture->search, "notify::results", G_CALLBACK (count_answer), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  SkSearch *search = fixture->search;

  /* What is asked keeps it until it is answered, or found to be cancelled. */
  g_signal_handlers_disconnect_by_data (search, fixture);
  g_object_add_weak_pointer (G_OBJECT (search), (gpointer *) &search);
  g_clear_object (&fixture->search);
  while (search != NULL)
    g_main_context_iteration (NULL, TRUE);

  sync_fixture_tear_down (&fixture->sync, data);
}

static void
await_answer (Fixture *fixture)
{
  while (sk_search_get_answered (fixture->search) == NULL
         || !sk_query_equal (sk_search_get_answered (fixture->search),
                             sk_search_get_query (fixture->search)))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_same_answer (SkResults *a,
                    SkResults *b)
{
  g_assert_cmpuint (sk_results_get_count (a), ==, sk_results_get_count (b));
  for (guint i = 0; i < sk_results_get_count (a); i++)
    g_assert_cmpuint (sk_results_get_record (a, i), ==, sk_results_get_record (b, i));
}

/* What the catalogue answers to the question of now, asked on the spot. */
static SkResults *
ask_now (Fixture *fixture)
{
  return sk_index_search (sk_catalogue_get_index (fixture->sync.catalogue),
                          sk_search_get_query (fixture->search), NULL);
}

static void
test_first_answer (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_null (sk_search_get_results (fixture->search));
  g_assert_null (sk_search_get_index (fixture->search));

  await_answer (fixture);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
  g_assert_cmpuint (sk_results_get_count (sk_search_get_results (fixture->search)), ==,
                    sync_fixture_size (&fixture->sync));
  g_assert_true (sk_search_get_index (fixture->search)
                 == sk_catalogue_get_index (fixture->sync.catalogue));
}

static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (SkResults) expected = NULL;

  await_answer (fixture);
  fixture->n_answers = 0;

  for (guint length = 1; length <= strlen (TYPED); length++)
    {
      g_autofree char *text = g_strndup (TYPED, length);

      sk_search_set_text (fixture->search, text);
    }

  await_answer (fixture);
  expected = ask_now (fixture);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
  g_assert_cmpuint (sk_results_get_count (expected), >, 0);
  assert_same_answer (sk_search_get_results (fixture->search), expected);
}

static void
check_answer (SkSearch   *search,
              GParamSpec *pspec,
              Fixture    *fixture)
{
  g_autoptr (SkResults) expected = ask_now (fixture);

  g_assert_true (sk_query_equal (sk_search_get_answered (search), sk_search_get_query (search)));
  assert_same_answer (sk_search_get_results (search), expected);
}

/* Questions come at any moment of the answering of others: whatever answer is heard is that of
 * the newest question. */
static void
test_overtaking (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const texts[] = { "", "c", "privacy", "online veilig", "xyzzy", "de", "game" };
  g_autoptr (GRand) chance = g_rand_new_with_seed (2026);

  g_signal_connect (fixture->search, "notify::results", G_CALLBACK (check_answer), fixture);

  for (guint i = 0; i < 400; i++)
    {
      const guint n_rounds = (guint) g_rand_int_range (chance, 0, 4);

      sk_search_set_text (
          fixture->search, texts[g_rand_int_range (chance, 0, (gint32) G_N_ELEMENTS (texts))]);
      for (guint j = 0; j < n_rounds; j++)
        {
          g_usleep ((gulong) g_rand_int_range (chance, 0, 800));
          g_main_context_iteration (NULL, FALSE);
        }
    }

  await_answer (fixture);
  g_assert_cmpuint (fixture->n_answers, >, 1);
}

static void
test_same_question (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (SkQuery) same = sk_query_new ();

  await_answer (fixture);
  sk_search_set_query (fixture->search, same);
  sk_search_set_text (fixture->search, "");
  sk_search_clear_filters (fixture->search);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_cmpuint (fixture->n_answers, ==, 1);
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  SkSearch *search = fixture->search;

  sk_search_set_text (search, "online");
  sk_search_toggle_value (search, SK_FACET_THEME, THEME "bullying");
  sk_search_toggle_value (search, SK_FACET_THEME, THEME "privacy");
  sk_search_choose_value (search, SK_FACET_AGE, "6-8");
  sk_search_choose_value (search, SK_FACET_AGE, "9-11");
  g_assert_cmpuint (sk_query_count_values (sk_search_get_query (search)), ==, 3);
  g_assert_true (sk_query_has_value (sk_search_get_query (search), SK_FACET_AGE, "9-11"));

  sk_search_toggle_value (search, SK_FACET_THEME, THEME "bullying");
  sk_search_choose_value (search, SK_FACET_AGE, NULL);
  g_assert_cmpuint (sk_query_count_values (sk_search_get_query (search)), ==, 1);

  sk_search_clear_filters (search);
  g_assert_cmpuint (sk_query_count_values (sk_search_get_query (search)), ==, 0);
  g_assert_cmpstr (sk_query_get_text (sk_search_get_query (search)), ==, "online");
  await_answer (fixture);
}

static void
test_new_index (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 7);
  g_autofree char *path = g_build_filename (fixture->sync.web, "feed.json", NULL);
  g_autofree char *url = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (SkSyncReport) report = NULL;
  guint before;

  await_answer (fixture);
  before = sk_results_get_count (sk_search_get_results (fixture->search));

  publish (&fixture->sync, "feed.json", feed);
  report = sync_fixture_sync (&fixture->sync, url);
  assert_report (report, 7, 0, 0, 0);
  while (fixture->n_answers < 2)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (sk_results_get_count (sk_search_get_results (fixture->search)), ==, before + 7);
  g_assert_true (sk_search_get_index (fixture->search)
                 == sk_catalogue_get_index (fixture->sync.catalogue));
}

/* A list kept up to date by what a model says of its changes, as a grid keeps its rows. */
static void
follow (GListModel *model,
        guint       position,
        guint       n_removed,
        guint       n_added,
        GPtrArray  *rows)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (rows, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (rows, (int) (position + i), g_list_model_get_item (model, position + i));
}

static void
show_answer (Fixture        *fixture,
             SkResultsModel *model)
{
  await_answer (fixture);
  sk_results_model_set_results (model, sk_search_get_index (fixture->search),
                                sk_search_get_results (fixture->search),
                                sk_search_get_n_ahead (fixture->search));
}

static void
assert_rows (SkResultsModel *model,
             GPtrArray      *rows)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (SkResource) resource = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_true (resource == g_ptr_array_index (rows, i));
      g_assert_cmpuint (sk_results_model_find (model, sk_resource_get_id (resource)), ==, i);
    }
}

static void
test_rows_follow (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const texts[] = { "", "p", "pr", "pri", "priv", "pri", "", "xyzzy", "game", "" };
  g_autoptr (SkResultsModel) model = sk_results_model_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect (model, "items-changed", G_CALLBACK (follow), rows);
  g_assert_cmpuint (sk_results_model_find (model, "https://example.org/"), ==,
                    SK_RESULTS_MODEL_NOWHERE);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      sk_search_set_text (fixture->search, texts[i]);
      show_answer (fixture, model);
      assert_rows (model, rows);
    }

  g_assert_cmpuint (rows->len, ==, sync_fixture_size (&fixture->sync));
  g_assert_cmpuint (sk_results_model_find (model, "https://example.org/"), ==,
                    SK_RESULTS_MODEL_NOWHERE);
}

static void
note_first_change (GListModel *model,
                   guint       position,
                   guint       n_removed,
                   guint       n_added,
                   guint      *first)
{
  *first = MIN (*first, position);
}

/* Rows that both answers begin with are not touched, as far as both are in order: whoever looks
 * at them goes on. */
static void
test_rows_stay (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (SkResultsModel) model = sk_results_model_new ();
  g_autoptr (SkResource) first = NULL;
  g_autoptr (SkQuery) newest = NULL;
  guint first_change = G_MAXUINT;
  guint size;

  show_answer (fixture, model);
  size = g_list_model_get_n_items (G_LIST_MODEL (model));
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_signal_connect (model, "items-changed", G_CALLBACK (note_first_change), &first_change);

  newest = sk_query_with_order (sk_search_get_query (fixture->search), SK_ORDER_NEWEST);
  sk_search_set_query (fixture->search, newest);
  show_answer (fixture, model);
  g_assert_cmpuint (first_change, ==, sk_search_get_n_ahead (fixture->search));

  first_change = G_MAXUINT;
  sk_search_choose_value (fixture->search, SK_FACET_PUBLISHER,
                          sk_resource_get_publishers (first)[0]);
  show_answer (fixture, model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), <, size);
  g_assert_cmpuint (first_change, >, 0);
  g_assert_cmpuint (first_change, <, size);
}

/* Rows in the place of others are looked at, each of them. */
static void
look_at_replaced (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    data)
{
  for (guint i = 0; n_removed > 0 && i < n_added; i++)
    {
      g_autoptr (SkResource) resource = g_list_model_get_item (model, position + i);

      g_assert_nonnull (resource);
    }
}

/* Somebody who looks at the rows in the place of others does not have all in order. */
static void
test_rows_replaced (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const texts[] = {"", "e", "", "o", "xyzzy", ""};
  g_autoptr (SkResultsModel) model = sk_results_model_new ();

  g_assert_cmpuint (sync_fixture_size (&fixture->sync), >,
                    2 * sk_search_get_n_ahead (fixture->search));
  g_signal_connect (model, "items-changed", G_CALLBACK (look_at_replaced), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      SkResults *results;

      sk_search_set_text (fixture->search, texts[i]);
      show_answer (fixture, model);
      results = sk_search_get_results (fixture->search);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==,
                        sk_results_get_count (results));
      g_assert_cmpuint (sk_results_get_n_ordered (results), <=,
                        sk_search_get_n_ahead (fixture->search));
    }
}

/* A model that follows the answers puts no more of them in order than came with them. */
static void
test_rows_cost (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const texts[] = {"", "e", "en", "e", ""};
  g_autoptr (SkResultsModel) model = sk_results_model_new ();
  g_autoptr (SkResource) resource = NULL;
  SkResults *results = NULL;
  guint32 last;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      sk_search_set_text (fixture->search, texts[i]);
      show_answer (fixture, model);
      results = sk_search_get_results (fixture->search);
      g_assert_cmpuint (sk_results_get_count (results), >, sk_search_get_n_ahead (fixture->search));
      g_assert_cmpuint (sk_results_get_n_ordered (results), ==,
                        sk_search_get_n_ahead (fixture->search));
    }

  /* The default order is that of the numbers. */
  last = sk_results_get_count (results) - 1;
  resource = sk_index_dup_resource (sk_search_get_index (fixture->search), last);
  g_assert_cmpuint (sk_results_model_find (model, sk_resource_get_id (resource)), ==, last);
  g_assert_cmpuint (sk_results_get_n_ordered (results), ==,
                    sk_search_get_n_ahead (fixture->search));
}

/* How many hold a record. */
static guint
count_holders (SkIndex *index,
               guint32  record)
{
  g_autoptr (SkResource) resource = sk_index_dup_resource (index, record);

  return G_OBJECT (resource)->ref_count;
}

/* The model holds none of its rows; whoever looks at one does. */
static void
test_rows_made (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (SkResultsModel) model = sk_results_model_new ();
  g_autoptr (SkResource) looked_at = NULL;
  guint before[100];
  SkResults *results;
  SkIndex *index;

  await_answer (fixture);
  results = sk_search_get_results (fixture->search);
  index = sk_search_get_index (fixture->search);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    before[i] = count_holders (index, sk_results_get_record (results, i));

  show_answer (fixture, model);
  looked_at = g_list_model_get_item (G_LIST_MODEL (model), 3);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    g_assert_cmpuint (count_holders (index, sk_results_get_record (results, i)), ==,
                      before[i] + (i == 3));

  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), sk_results_get_count (results)));
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GPtrArray *
find_ways (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *ways;

  sk_ways_out_find (sk_catalogue_get_index (fixture->sync.catalogue),
                    sk_search_get_query (fixture->search), NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  ways = sk_ways_out_finish (result, &error);
  g_assert_no_error (error);
  return ways;
}

/* Each way gives what it says, and nothing gives more than the first. */
static void
test_ways_out (Fixture       *fixture,
               gconstpointer  data)
{
  SkIndex *index = sk_catalogue_get_index (fixture->sync.catalogue);
  g_autoptr (GPtrArray) ways = NULL;
  guint n_facets = 0;

  sk_search_choose_value (fixture->search, SK_FACET_AGE, "3-5");
  sk_search_choose_value (fixture->search, SK_FACET_THEME, THEME "gaming");
  sk_search_choose_value (fixture->search, SK_FACET_LANGUAGE, "de");
  sk_search_choose_value (fixture->search, SK_FACET_PUBLISHER, "BBC Bitesize");
  await_answer (fixture);
  g_assert_cmpuint (sk_results_get_count (sk_search_get_results (fixture->search)), ==, 0);

  ways = find_ways (fixture);
  g_assert_cmpuint (ways->len, >, 0);
  for (guint i = 0; i < ways->len; i++)
    {
      const SkWayOut *way = g_ptr_array_index (ways, i);
      g_autoptr (SkResults) found = sk_index_search (index, way->query, NULL);

      g_assert_cmpuint (way->count, ==, sk_results_get_count (found));
      g_assert_cmpuint (way->count, >, 0);
      if (way->without == SK_WITHOUT_ONE)
        {
          n_facets++;
          g_assert_cmpuint (sk_query_count_values (way->query), ==, 3);
          g_assert_cmpuint (way->count, <=,
                            ((const SkWayOut *) g_ptr_array_index (ways, 0))->count);
        }
    }
  g_assert_true (n_facets == ways->len || (n_facets == 0 && ways->len == 1));
}

/* A text that nothing has leaves one way: to see everything. */
static void
test_way_out_of_text (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) ways = NULL;
  const SkWayOut *way;

  sk_search_set_text (fixture->search, "xyzzy");
  ways = find_ways (fixture);
  g_assert_cmpuint (ways->len, ==, 1);

  way = g_ptr_array_index (ways, 0);
  g_assert_cmpint (way->without, ==, SK_WITHOUT_ALL);
  g_assert_cmpuint (way->count, ==, sync_fixture_size (&fixture->sync));
  await_answer (fixture);
}

/* A text that something has, but not with these filters. */
static void
test_way_out_of_filters (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GPtrArray) ways = NULL;
  gboolean without_filters = FALSE;

  sk_search_set_text (fixture->search, "bitesize");
  sk_search_choose_value (fixture->search, SK_FACET_LANGUAGE, "de");
  sk_search_choose_value (fixture->search, SK_FACET_AGE, "3-5");
  ways = find_ways (fixture);

  for (guint i = 0; i < ways->len; i++)
    {
      const SkWayOut *way = g_ptr_array_index (ways, i);

      if (way->without != SK_WITHOUT_FILTERS)
        continue;

      without_filters = TRUE;
      g_assert_cmpstr (sk_query_get_text (way->query), ==, "bitesize");
      g_assert_cmpuint (sk_query_count_values (way->query), ==, 0);
    }

  g_assert_true (without_filters);
  await_answer (fixture);
}

static SkQuery *
ask_among (const char * const *ids)
{
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) among = sk_query_with_among (all, "Favourites", ids);
  g_autoptr (SkQuery) aged = sk_query_with_value (among, SK_FACET_AGE, "9-11");

  return sk_query_with_lacking (aged, "screen");
}

/* Whatever narrows the catalogue is a filter, and they go one after the other. */
static void
test_filters_are_dropped (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char * const ids[] = {"https://example.org/nothing", NULL};
  static const SkFilterKind kinds[] = {SK_FILTER_AMONG, SK_FILTER_VALUE, SK_FILTER_LACKING};
  g_autoptr (SkQuery) query = ask_among (ids);

  sk_search_set_query (fixture->search, query);
  for (guint n = G_N_ELEMENTS (kinds); n > 0; n--)
    {
      g_autoptr (GPtrArray) filters = sk_filter_list (sk_search_get_query (fixture->search));

      g_assert_cmpuint (filters->len, ==, n);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (((const SkFilter *) g_ptr_array_index (filters, i))->kind, ==, kinds[i]);
      g_assert_true (sk_search_drop_filter (fixture->search));
    }

  g_assert_false (sk_search_drop_filter (fixture->search));
  await_answer (fixture);
}

/* Among records that there are not, only leaving those out helps. */
static void
test_way_out_of_records (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char * const ids[] = {"https://example.org/nothing", NULL};
  g_autoptr (SkQuery) lacking = ask_among (ids);
  g_autoptr (SkQuery) query = sk_query_with_lacking (lacking, NULL);
  g_autoptr (GPtrArray) ways = NULL;
  const SkWayOut *way;

  sk_search_set_query (fixture->search, query);
  ways = find_ways (fixture);
  g_assert_cmpuint (ways->len, ==, 1);

  way = g_ptr_array_index (ways, 0);
  g_assert_cmpint (way->without, ==, SK_WITHOUT_ONE);
  g_assert_cmpint (way->filter->kind, ==, SK_FILTER_AMONG);
  g_assert_true (sk_query_has_value (way->query, SK_FACET_AGE, "9-11"));
  await_answer (fixture);
}

/* A slip in a text is no way out by itself, where the filters exclude what was meant. */
static void
test_way_out_of_a_slip (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) ways = NULL;
  const char *meant = NULL;

  sk_search_set_text (fixture->search, "bitesiez");
  sk_search_choose_value (fixture->search, SK_FACET_LANGUAGE, "de");
  ways = find_ways (fixture);

  for (guint i = 0; i < ways->len; i++)
    {
      const SkWayOut *way = g_ptr_array_index (ways, i);

      g_assert_true (way->without != SK_WITHOUT_ALL || ways->len == 1);
      if (*sk_query_get_text (way->query) != '\0')
        meant = way->repaired;
    }

  g_assert_cmpint (g_ascii_strcasecmp (meant, "bitesize"), ==, 0);
  await_answer (fixture);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  add ("/search/first-answer", test_first_answer);
  add ("/search/typing", test_typing);
  add ("/search/overtaking", test_overtaking);
  add ("/search/same-question", test_same_question);
  add ("/search/filters", test_filters);
  add ("/search/new-index", test_new_index);
  add ("/rows/follow", test_rows_follow);
  add ("/rows/stay", test_rows_stay);
  add ("/rows/replaced-a-few-at-a-time", test_rows_replaced);
  add ("/rows/cost-what-is-looked-at", test_rows_cost);
  add ("/rows/made-when-looked-at", test_rows_made);
  add ("/ways-out/of-filters", test_ways_out);
  add ("/ways-out/of-text", test_way_out_of_text);
  add ("/ways-out/of-text-and-filters", test_way_out_of_filters);
  add ("/ways-out/of-records", test_way_out_of_records);
  add ("/ways-out/of-a-slip", test_way_out_of_a_slip);
  add ("/filters/are-dropped", test_filters_are_dropped);

  return g_test_run ();
}
