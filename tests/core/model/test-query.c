/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sk-query.h"

/* Asks further, and lets go of what was asked before. */
static SkQuery *
with (SkQuery    *query,
      SkFacet     facet,
      const char *value)
{
  g_autoptr (SkQuery) before = query;

  return sk_query_with_value (before, facet, value);
}

static SkQuery *
make_query (void)
{
  g_autoptr (SkQuery) empty = sk_query_new ();
  SkQuery *query = sk_query_with_text (empty, "chat");

  query = with (query, SK_FACET_LANGUAGE, "nl");
  query = with (query, SK_FACET_LANGUAGE, "fr");
  return with (query, SK_FACET_AGE, "9-11");
}

static void
assert_values (SkQuery    *query,
               SkFacet     facet,
               const char *expected)
{
  g_autofree char *values = g_strjoinv (" ", (GStrv) sk_query_get_values (query, facet));

  g_assert_cmpstr (values, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr (SkQuery) query = sk_query_new ();

  g_assert_cmpstr (sk_query_get_text (query), ==, "");
  g_assert_cmpint (sk_query_get_order (query), ==, SK_ORDER_DEFAULT);
  g_assert_cmpuint (sk_query_count_values (query), ==, 0);
  for (guint i = 0; i < SK_N_FACETS; i++)
    assert_values (query, (SkFacet) i, "");
}

static void
test_chosen (void)
{
  g_autoptr (SkQuery) query = make_query ();

  assert_values (query, SK_FACET_LANGUAGE, "nl fr");
  assert_values (query, SK_FACET_AGE, "9-11");
  assert_values (query, SK_FACET_THEME, "");
  g_assert_cmpuint (sk_query_count_values (query), ==, 3);
  g_assert_true (sk_query_has_value (query, SK_FACET_LANGUAGE, "fr"));
  g_assert_false (sk_query_has_value (query, SK_FACET_LANGUAGE, "de"));
  g_assert_false (sk_query_has_value (query, SK_FACET_THEME, "fr"));
  g_assert_true (sk_query_has_values (query, SK_FACET_LANGUAGE));
  g_assert_false (sk_query_has_values (query, SK_FACET_THEME));
}

static void
test_immutable (void)
{
  g_autoptr (SkQuery) query = make_query ();
  g_autoptr (SkQuery) same = make_query ();
  g_autoptr (SkQuery) text = sk_query_with_text (query, "game");
  g_autoptr (SkQuery) order = sk_query_with_order (query, SK_ORDER_TITLE);
  g_autoptr (SkQuery) more = sk_query_with_value (query, SK_FACET_FREE, SK_FREE_YES);
  g_autoptr (SkQuery) less = sk_query_without_value (query, SK_FACET_LANGUAGE, "nl");
  g_autoptr (SkQuery) none = sk_query_without_facet (query, SK_FACET_LANGUAGE);
  g_autoptr (SkQuery) strict = sk_query_with_strict (query, TRUE);

  g_assert_true (sk_query_equal (query, same));
  g_assert_true (sk_query_get_strict (strict));
  g_assert_false (sk_query_get_strict (query));
  g_assert_cmpstr (sk_query_get_text (text), ==, "game");
  g_assert_cmpint (sk_query_get_order (order), ==, SK_ORDER_TITLE);
  assert_values (more, SK_FACET_FREE, "true");
  assert_values (less, SK_FACET_LANGUAGE, "fr");
  assert_values (none, SK_FACET_LANGUAGE, "");
  assert_values (none, SK_FACET_AGE, "9-11");
  g_assert_cmpstr (sk_query_get_text (none), ==, "chat");
}

static void
test_twice (void)
{
  g_autoptr (SkQuery) query = make_query ();
  g_autoptr (SkQuery) again = sk_query_with_value (query, SK_FACET_LANGUAGE, "nl");
  g_autoptr (SkQuery) less = sk_query_without_value (again, SK_FACET_LANGUAGE, "nl");
  g_autoptr (SkQuery) last = sk_query_without_value (less, SK_FACET_LANGUAGE, "fr");
  g_autoptr (SkQuery) other = sk_query_without_value (query, SK_FACET_LANGUAGE, "de");

  assert_values (again, SK_FACET_LANGUAGE, "nl fr");
  assert_values (less, SK_FACET_LANGUAGE, "fr");
  g_assert_false (sk_query_has_values (last, SK_FACET_LANGUAGE));
  g_assert_true (sk_query_equal (other, query));
}

static void
test_equal (void)
{
  g_autoptr (SkQuery) query = make_query ();
  g_autoptr (SkQuery) reversed =
    with (with (sk_query_new (), SK_FACET_AGE, "9-11"), SK_FACET_LANGUAGE, "fr");
  g_autoptr (SkQuery) whole = NULL;
  g_autoptr (SkQuery) ordered = NULL;
  g_autoptr (SkQuery) strict = NULL;
  g_autoptr (SkQuery) loose = NULL;

  g_assert_false (sk_query_equal (query, reversed));
  reversed = with (g_steal_pointer (&reversed), SK_FACET_LANGUAGE, "nl");
  whole = sk_query_with_text (reversed, "chat");
  g_assert_true (sk_query_equal (query, whole));
  g_assert_false (sk_query_equal (query, reversed));

  ordered = sk_query_with_order (whole, SK_ORDER_NEWEST);
  g_assert_false (sk_query_equal (query, ordered));

  strict = sk_query_with_strict (whole, TRUE);
  g_assert_false (sk_query_equal (query, strict));
  loose = sk_query_with_strict (strict, FALSE);
  g_assert_true (sk_query_equal (query, loose));
}

static void
test_strict (void)
{
  g_autoptr (SkQuery) query = make_query ();
  g_autoptr (SkQuery) strict = sk_query_with_strict (query, TRUE);
  g_autoptr (SkQuery) text = sk_query_with_text (strict, "game");
  g_autoptr (SkQuery) ordered = sk_query_with_order (text, SK_ORDER_TITLE);
  g_autoptr (SkQuery) more = sk_query_with_value (ordered, SK_FACET_FREE, SK_FREE_YES);
  g_autoptr (SkQuery) less = sk_query_without_value (more, SK_FACET_FREE, SK_FREE_YES);
  g_autoptr (SkQuery) none = sk_query_without_facet (less, SK_FACET_LANGUAGE);

  g_assert_true (sk_query_get_strict (none));
}

static void
test_narrowed (void)
{
  const char * const ids[] = {"b", "a", "b", NULL};
  const char * const same_ids[] = {"a", "b", NULL};
  g_autoptr (SkQuery) query = make_query ();
  g_autoptr (SkQuery) lacking = sk_query_with_lacking (query, "screen");
  g_autoptr (SkQuery) among = sk_query_with_among (lacking, "Favourites", ids);
  g_autoptr (SkQuery) same = sk_query_with_among (lacking, "Favourites", same_ids);
  g_autoptr (SkQuery) named = sk_query_with_among (lacking, "For the day", ids);
  g_autoptr (SkQuery) everywhere = sk_query_with_among (among, NULL, NULL);
  g_autoptr (SkQuery) any = sk_query_with_lacking (everywhere, NULL);
  g_autoptr (SkQuery) bare = sk_query_without_filters (among);

  g_assert_cmpstr (sk_query_get_lacking (among), ==, "screen");
  g_assert_cmpstr (sk_query_get_among_name (among), ==, "Favourites");
  g_assert_true (g_strv_equal (sk_query_get_among_ids (among), same_ids));
  g_assert_cmpuint (sk_query_count_values (among), ==, 5);

  g_assert_true (sk_query_equal (among, same));
  g_assert_false (sk_query_equal (among, named));
  g_assert_false (sk_query_equal (among, lacking));
  g_assert_false (sk_query_equal (lacking, query));
  g_assert_true (sk_query_equal (everywhere, lacking));
  g_assert_true (sk_query_equal (any, query));

  g_assert_null (sk_query_get_among_ids (bare));
  g_assert_null (sk_query_get_lacking (bare));
  g_assert_cmpuint (sk_query_count_values (bare), ==, 0);
  g_assert_cmpstr (sk_query_get_text (bare), ==, "chat");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/query/is-narrowed-to-some-records-and-to-what-does-without",
                   test_narrowed);
  g_test_add_func ("/model/query/a-new-one-asks-for-everything", test_empty);
  g_test_add_func ("/model/query/has-what-is-chosen-in-the-order-of-choosing", test_chosen);
  g_test_add_func ("/model/query/a-change-is-another-query", test_immutable);
  g_test_add_func ("/model/query/a-value-is-chosen-once", test_twice);
  g_test_add_func ("/model/query/equal-whatever-the-order-of-choosing", test_equal);
  g_test_add_func ("/model/query/stays-strict-whatever-else-changes", test_strict);

  return g_test_run ();
}
