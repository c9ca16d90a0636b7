/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-session.h"

#include "session-fixture.h"

#define N_ROUNDS 2000
#define N_STATES 6

static SkSession *
edit (SkSession  *session,
      const char *sitting,
      const char *title)
{
  g_auto (SkSessionFields) fields;
  g_autoptr (SkSession) changed = NULL;

  sk_session_copy_fields (session, &fields);
  g_set_str (&fields.title, title);
  changed = sk_session_new (&fields);
  return sk_session_with_edit (changed, sitting, sk_session_get_modified (session) + 1);
}

static void
test_one_after_the_other (void)
{
  g_autoptr (SkSession) first = fixture_hour ("talk 5", NULL);
  g_autoptr (SkSession) second = edit (first, "laptop", "two");
  g_autoptr (SkSession) third = edit (second, "school", "three");

  g_assert_cmpint (sk_session_compare (first, first), ==, SK_SESSION_SAME);
  g_assert_cmpint (sk_session_compare (first, third), ==, SK_SESSION_OLDER);
  g_assert_cmpint (sk_session_compare (third, second), ==, SK_SESSION_NEWER);
}

static void
test_apart (void)
{
  g_autoptr (SkSession) first = fixture_hour ("talk 5", NULL);
  g_autoptr (SkSession) here = edit (first, "laptop", "here");
  g_autoptr (SkSession) there = edit (first, "school", "there");

  g_assert_cmpint (sk_session_compare (here, there), ==, SK_SESSION_APART);
}

/* As a file looks that was changed by hand: as many changes, but not the same. */
static void
test_same_count_other_content (void)
{
  g_autoptr (SkSession) first = fixture_hour ("talk 5", NULL);
  g_autoptr (SkSession) here = edit (first, "laptop", "one");
  g_autoptr (SkSession) there = edit (first, "laptop", "two");

  g_assert_cmpint (sk_session_compare (here, there), ==, SK_SESSION_APART);
}

/* What was undone is not forgotten: the older content comes after the newer one. */
static void
test_undone (void)
{
  g_autoptr (SkSession) first = fixture_hour ("talk 5", NULL);
  g_autoptr (SkSession) second = edit (first, "laptop", "two");
  g_autoptr (SkSession) undone = sk_session_with_edits_of (first, second);
  g_autoptr (SkSession) saved = sk_session_with_edit (undone, "laptop", 3);

  g_assert_true (sk_session_equal (saved, first));
  g_assert_cmpint (sk_session_compare (second, saved), ==, SK_SESSION_OLDER);
}

/* Two machines did the same, as when both mark a tool that was withdrawn. */
static void
test_same_change_twice (void)
{
  g_autoptr (SkSession) first = fixture_hour ("talk 5", NULL);
  g_autoptr (SkSession) here = edit (first, "laptop", "same");
  g_autoptr (SkSession) there = edit (first, "school", "same");

  g_assert_cmpint (sk_session_compare (here, there), ==, SK_SESSION_SAME);
}

/* However many sittings there were, a state that went on is never taken for an older one. */
static void
test_many_sittings (void)
{
  g_autoptr (SkSession) first = fixture_hour ("talk 5", NULL);
  g_autoptr (SkSession) elsewhere = edit (first, "elsewhere", "there");
  SkSession *session = g_object_ref (first);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (SkSession) before = session;
      g_autofree char *sitting = g_strdup_printf ("%08x", i * 2654435761U);

      session = edit (before, sitting, sitting);
      g_assert_cmpint (sk_session_compare (before, session), !=, SK_SESSION_NEWER);
      g_assert_cmpint (sk_session_compare (before, session), !=, SK_SESSION_SAME);
      g_assert_cmpint (sk_session_compare (elsewhere, session), ==, SK_SESSION_APART);
    }

  g_assert_cmpuint (g_hash_table_size (sk_session_get_edits (session)), <=, 512);
  g_object_unref (session);
}

static SkSessionOrder
turn (SkSessionOrder order)
{
  switch (order)
    {
    case SK_SESSION_OLDER:
      return SK_SESSION_NEWER;
    case SK_SESSION_NEWER:
      return SK_SESSION_OLDER;
    case SK_SESSION_SAME:
    case SK_SESSION_APART:
    default:
      return order;
    }
}

static gboolean
is_before (SkSession *a,
           SkSession *b)
{
  const SkSessionOrder order = sk_session_compare (a, b);

  return order == SK_SESSION_OLDER || order == SK_SESSION_SAME;
}

static void
assert_is_an_order (GPtrArray *states)
{
  for (guint i = 0; i < states->len; i++)
    for (guint j = 0; j < states->len; j++)
      {
        SkSession *a = g_ptr_array_index (states, i);
        SkSession *b = g_ptr_array_index (states, j);

        g_assert_cmpint (sk_session_compare (a, b), ==, turn (sk_session_compare (b, a)));
        for (guint k = 0; k < states->len; k++)
          if (is_before (a, b) && is_before (b, g_ptr_array_index (states, k)))
            g_assert_true (is_before (a, g_ptr_array_index (states, k)));
      }
}

/* Copies on three machines that are edited and passed on at random: what one was made from is
 * older, and the comparison is an order. */
static void
test_properties (void)
{
  const char * const sittings[] = {"laptop", "school", "library"};

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (states, fixture_hour ("talk 5", NULL));
      while (states->len < N_STATES)
        {
          SkSession *from =
            g_ptr_array_index (states, g_test_rand_int_range (0, (gint32) states->len));
          g_autofree char *sitting =
            g_strdup_printf ("%s-%u", sittings[g_test_rand_int_range (0, 3)], states->len);
          g_autofree char *title = g_strdup_printf ("%u", states->len);
          SkSession *next = edit (from, sitting, title);

          g_assert_cmpint (sk_session_compare (from, next), ==, SK_SESSION_OLDER);
          g_ptr_array_add (states, next);
        }
      assert_is_an_order (states);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/compare/a-change-makes-it-newer", test_one_after_the_other);
  g_test_add_func ("/session/compare/two-changes-go-apart", test_apart);
  g_test_add_func ("/session/compare/equal-counts-of-other-changes-are-apart",
                   test_same_count_other_content);
  g_test_add_func ("/session/compare/the-same-change-twice-is-the-same", test_same_change_twice);
  g_test_add_func ("/session/compare/what-was-undone-is-newer", test_undone);
  g_test_add_func ("/session/compare/is-safe-after-many-sittings", test_many_sittings);
  g_test_add_func ("/session/compare/is-an-order", test_properties);

  return g_test_run ();
}
