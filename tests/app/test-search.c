/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-fixture.h"

#include "browse/sk-results-model.h"

#define THEME "https://w3id.org/sidekick/theme/"

/* What people type, letter by letter. */
#define TYPED "cyberpesten"

static void
assert_same_answer (SkResults *a, SkResults *b)
{
  g_assert_cmpuint (sk_results_get_count (a), ==, sk_results_get_count (b));
  for (guint i = 0; i < sk_results_get_count (a); i++)
    g_assert_cmpuint (sk_results_get_record (a, i), ==, sk_results_get_record (b, i));
}

/* What the catalogue answers to the question of now, asked on the spot. */
static SkResults *
ask_now (SearchFixture *fixture)
{
  return sk_index_search (sk_catalogue_get_index (fixture->sync.catalogue),
                          sk_search_get_query (fixture->search), NULL);
}

static void
test_first_answer (SearchFixture *fixture, gconstpointer data)
{
  g_assert_null (sk_search_get_results (fixture->search));
  g_assert_null (sk_search_get_index (fixture->search));

  search_fixture_await_answer (fixture);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
  g_assert_cmpuint (sk_results_get_count (sk_search_get_results (fixture->search)), ==,
                    sync_fixture_size (&fixture->sync));
  g_assert_true (sk_search_get_index (fixture->search) ==
                 sk_catalogue_get_index (fixture->sync.catalogue));
}

static void
test_typing (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (SkResults) expected = NULL;

  search_fixture_await_answer (fixture);
  fixture->n_answers = 0;

  for (guint length = 1; length <= strlen (TYPED); length++)
    {
      g_autofree char *text = g_strndup (TYPED, length);

      sk_search_set_text (fixture->search, text);
    }

  search_fixture_await_answer (fixture);
  expected = ask_now (fixture);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
  g_assert_cmpuint (sk_results_get_count (expected), >, 0);
  assert_same_answer (sk_search_get_results (fixture->search), expected);
}

static void
check_answer (SkSearch *search, GParamSpec *pspec, SearchFixture *fixture)
{
  g_autoptr (SkResults) expected = ask_now (fixture);

  g_assert_true (sk_query_equal (sk_search_get_answered (search), sk_search_get_query (search)));
  assert_same_answer (sk_search_get_results (search), expected);
}

/* Questions come at any moment of the answering of others: whatever answer is heard is that of
 * the newest question. */
static void
test_overtaking (SearchFixture *fixture, gconstpointer data)
{
  static const char * const texts[] = {"", "c", "privacy", "online veilig", "xyzzy", "de", "game"};
  g_autoptr (GRand) chance = g_rand_new_with_seed (2026);

  g_signal_connect (fixture->search, "notify::results", G_CALLBACK (check_answer), fixture);

  for (guint i = 0; i < 400; i++)
    {
      const guint n_rounds = (guint) g_rand_int_range (chance, 0, 4);

      sk_search_set_text (fixture->search,
                          texts[g_rand_int_range (chance, 0, (gint32) G_N_ELEMENTS (texts))]);
      for (guint j = 0; j < n_rounds; j++)
        {
          g_usleep ((gulong) g_rand_int_range (chance, 0, 800));
          g_main_context_iteration (NULL, FALSE);
        }
    }

  search_fixture_await_answer (fixture);
  g_assert_cmpuint (fixture->n_answers, >, 1);
}

static void
test_same_question (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (SkQuery) same = sk_query_new ();

  search_fixture_await_answer (fixture);
  sk_search_set_query (fixture->search, same);
  sk_search_set_text (fixture->search, "");
  sk_search_clear_filters (fixture->search);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_cmpuint (fixture->n_answers, ==, 1);
}

static void
test_filters (SearchFixture *fixture, gconstpointer data)
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
  search_fixture_await_answer (fixture);
}

static void
test_new_index (SearchFixture *fixture, gconstpointer data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 7);
  g_autofree char *path = g_build_filename (fixture->sync.web, "feed.json", NULL);
  g_autofree char *url = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (SkSyncReport) report = NULL;
  guint before;

  search_fixture_await_answer (fixture);
  before = sk_results_get_count (sk_search_get_results (fixture->search));

  publish (&fixture->sync, "feed.json", feed);
  report = sync_fixture_sync (&fixture->sync, url);
  assert_report (report, 7, 0, 0, 0);
  while (fixture->n_answers < 2)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (sk_results_get_count (sk_search_get_results (fixture->search)), ==, before + 7);
  g_assert_true (sk_search_get_index (fixture->search) ==
                 sk_catalogue_get_index (fixture->sync.catalogue));
}

/* A list kept up to date by what a model says of its changes, as a grid keeps its rows. */
static void
follow (GListModel *model, guint position, guint n_removed, guint n_added, GPtrArray *rows)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (rows, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (rows, (int) (position + i), g_list_model_get_item (model, position + i));
}

static void
show_answer (SearchFixture *fixture, SkResultsModel *model)
{
  search_fixture_await_answer (fixture);
  sk_results_model_set_results (model, sk_search_get_index (fixture->search),
                                sk_search_get_results (fixture->search),
                                sk_search_get_n_ahead (fixture->search));
}

static void
assert_rows (SkResultsModel *model, GPtrArray *rows)
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
test_rows_follow (SearchFixture *fixture, gconstpointer data)
{
  static const char * const texts[] = {"",    "p", "pr",    "pri",  "priv",
                                       "pri", "",  "xyzzy", "game", ""};
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
note_first_change (GListModel *model, guint position, guint n_removed, guint n_added, guint *first)
{
  *first = MIN (*first, position);
}

/* Rows that both answers begin with are not touched, as far as both are in order: whoever looks
 * at them goes on. */
static void
test_rows_stay (SearchFixture *fixture, gconstpointer data)
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
look_at_replaced (GListModel *model, guint position, guint n_removed, guint n_added, gpointer data)
{
  for (guint i = 0; n_removed > 0 && i < n_added; i++)
    {
      g_autoptr (SkResource) resource = g_list_model_get_item (model, position + i);

      g_assert_nonnull (resource);
    }
}

/* Somebody who looks at the rows in the place of others does not have all in order. */
static void
test_rows_replaced (SearchFixture *fixture, gconstpointer data)
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
test_rows_cost (SearchFixture *fixture, gconstpointer data)
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
count_holders (SkIndex *index, guint32 record)
{
  g_autoptr (SkResource) resource = sk_index_dup_resource (index, record);

  return G_OBJECT (resource)->ref_count;
}

/* The model holds none of its rows; whoever looks at one does. */
static void
test_rows_made (SearchFixture *fixture, gconstpointer data)
{
  g_autoptr (SkResultsModel) model = sk_results_model_new ();
  g_autoptr (SkResource) looked_at = NULL;
  guint before[100];
  SkResults *results;
  SkIndex *index;

  search_fixture_await_answer (fixture);
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

#define add(path, func)                                                                            \
  g_test_add (path, SearchFixture, NULL, search_fixture_set_up, func, search_fixture_tear_down)

int
main (int argc, char **argv)
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

  return g_test_run ();
}
