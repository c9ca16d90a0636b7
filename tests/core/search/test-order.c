/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-fixture.h"

static void
add_dated (GPtrArray  *resources,
           const char *id,
           const char *modified,
           const char *published,
           const char *seen)
{
  g_auto (SkResourceFields) fields = {0};

  fields.modified = g_strdup (modified);
  fields.published = g_strdup (published);
  fields.seen = g_strdup (seen);
  fixture_add (resources, id, &fields);
}

static void
add_titled (GPtrArray  *resources,
            const char *id,
            const char *title,
            guint       minutes)
{
  g_auto (SkResourceFields) fields = {0};

  fields.name = fixture_text ("en", title);
  fields.minutes = minutes;
  fixture_add (resources, id, &fields);
}

static char *
order_by (GPtrArray  *resources,
          SkOrder     order,
          const char *text)
{
  g_autoptr (SkIndex) index = fixture_index (resources);
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) ordered = sk_query_with_order (all, order);
  g_autoptr (SkQuery) query = sk_query_with_text (ordered, text);
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);

  return fixture_list_ids (index, results);
}

static void
test_newest_first (void)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *ids = NULL;

  add_dated (resources, "undated-b", NULL, NULL, NULL);
  add_dated (resources, "undated-a", NULL, NULL, NULL);
  add_dated (resources, "old", "2011-01-01", NULL, "2026-01-01");
  add_dated (resources, "seen", NULL, NULL, "2019");
  add_dated (resources, "published", NULL, "2024-05-01", NULL);
  add_dated (resources, "same-b", "2025-02-11T10:00:00Z", NULL, NULL);
  add_dated (resources, "same-a", "2025-02-11T11:00:00+01:00", NULL, NULL);
  add_dated (resources, "before-the-epoch", "1969-07-20", NULL, NULL);

  ids = order_by (resources, SK_ORDER_DEFAULT, "");
  g_assert_cmpstr (ids, ==,
                   "same-a same-b published seen old before-the-epoch undated-a undated-b");
}

static void
test_numbers_by_default_order (void)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkIndex) index = NULL;
  g_autoptr (SkResource) found = NULL;
  guint32 record = G_MAXUINT32;

  add_dated (resources, "b", "2020-01-01", NULL, NULL);
  add_dated (resources, "a", "2026-01-01", NULL, NULL);
  add_dated (resources, "c", NULL, NULL, NULL);
  index = fixture_index (resources);

  g_assert_true (sk_index_find (index, "b", &record));
  g_assert_cmpuint (record, ==, 1);
  found = sk_index_dup_resource (index, record);
  g_assert_cmpstr (sk_resource_get_id (found), ==, "b");
  g_assert_false (sk_index_find (index, "d", NULL));
}

static void
test_newest_leaves_relevance_out (void)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *best = NULL;
  g_autofree char *newest = NULL;

  add_titled (resources, "1", "Gamers", 0);
  add_titled (resources, "2", "Game", 0);

  best = order_by (resources, SK_ORDER_DEFAULT, "game");
  newest = order_by (resources, SK_ORDER_NEWEST, "game");
  g_assert_cmpstr (best, ==, "2 1");
  g_assert_cmpstr (newest, ==, "1 2");
}

static void
test_shortest_first_and_unstated_last (void)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *ids = NULL;

  add_titled (resources, "hour", "x", 60);
  add_titled (resources, "unstated", "x", 0);
  add_titled (resources, "short-b", "x", 5);
  add_titled (resources, "short-a", "x", 5);

  ids = order_by (resources, SK_ORDER_SHORTEST, "");
  g_assert_cmpstr (ids, ==, "short-a short-b hour unstated");
}

static void
test_titles_as_readers_sort_them (void)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *ids = NULL;

  add_titled (resources, "zebra", "zebra", 0);
  add_titled (resources, "ecole", "École", 0);
  add_titled (resources, "effect", "Effect", 0);
  add_titled (resources, "dossier", "dossier", 0);
  add_titled (resources, "digit", "10 tips", 0);
  add_titled (resources, "quoted", "«Eerlijk» online", 0);
  add_titled (resources, "same-b", "Appel", 0);
  add_titled (resources, "same-a", "Appel", 0);
  add_titled (resources, "chinese", "网络", 0);

  ids = order_by (resources, SK_ORDER_TITLE, "");
  g_assert_cmpstr (ids, ==, "digit same-a same-b dossier ecole quoted effect zebra chinese");
}

static void
test_titles_in_their_own_language (void)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *ids = NULL;
  g_auto (SkResourceFields) fields = {0};

  fields.name = fixture_text ("en", "Zen online");
  sk_lang_string_add (fields.name, "nl", "Aandacht online");
  fields.languages = g_strsplit ("nl", " ", -1);
  fixture_add (resources, "dutch", &fields);
  add_titled (resources, "english", "Mindful", 0);

  ids = order_by (resources, SK_ORDER_TITLE, "");
  g_assert_cmpstr (ids, ==, "dutch english");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/order/newest-first-undated-last-then-by-id", test_newest_first);
  g_test_add_func ("/search/order/numbers-records-by-default-order",
                   test_numbers_by_default_order);
  g_test_add_func ("/search/order/newest-leaves-relevance-out", test_newest_leaves_relevance_out);
  g_test_add_func ("/search/order/shortest-first-and-unstated-last",
                   test_shortest_first_and_unstated_last);
  g_test_add_func ("/search/order/titles-as-readers-sort-them", test_titles_as_readers_sort_them);
  g_test_add_func ("/search/order/titles-in-their-own-language",
                   test_titles_in_their_own_language);

  return g_test_run ();
}
