/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-session-commands.h"

#include "session-fixture.h"

static SkSessionEditor *
make_editor (void)
{
  g_autoptr (SkSession) session = fixture_hour ("talk 5", "play 20", "debrief 10", NULL);

  return sk_session_editor_new (session);
}

static void
assert_order (SkSessionEditor *editor,
              const char      *expected)
{
  g_autofree char *order = fixture_order (sk_session_editor_get_session (editor));

  g_assert_cmpstr (order, ==, expected);
}

static void
test_back_and_forth (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  g_assert_false (sk_session_editor_get_can_undo (editor));
  g_assert_null (sk_session_editor_get_undo_name (editor));
  g_assert_false (sk_session_editor_undo (editor));

  g_assert_true (sk_session_set_minutes (editor, "b", 15));
  g_assert_true (sk_session_move_blocks (editor, (const char * const[]) {"c", NULL}, 0));
  assert_order (editor, "c10 a5 b15");
  g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==, "Move of “c”");

  g_assert_true (sk_session_editor_undo (editor));
  assert_order (editor, "a5 b15 c10");
  g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==, "Change of the length of “b”");
  g_assert_cmpstr (sk_session_editor_get_redo_name (editor), ==, "Move of “c”");

  g_assert_true (sk_session_editor_undo (editor));
  assert_order (editor, "a5 b20 c10");
  g_assert_true (sk_session_editor_redo (editor));
  g_assert_true (sk_session_editor_redo (editor));
  assert_order (editor, "c10 a5 b15");
  g_assert_false (sk_session_editor_redo (editor));
}

static void
test_change_after_undo (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  sk_session_set_minutes (editor, "b", 15);
  sk_session_editor_undo (editor);
  sk_session_set_minutes (editor, "a", 8);

  g_assert_false (sk_session_editor_get_can_redo (editor));
  assert_order (editor, "a8 b20 c10");
  sk_session_editor_undo (editor);
  assert_order (editor, "a5 b20 c10");
}

static void
test_merge (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  for (guint minutes = 6; minutes < 12; minutes++)
    sk_session_set_minutes (editor, "a", minutes);
  sk_session_editor_undo (editor);
  assert_order (editor, "a5 b20 c10");
  sk_session_editor_redo (editor);
  assert_order (editor, "a11 b20 c10");
}

/* Another block, a seal and a step back each end what is being merged. */
static void
test_merge_ends (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  sk_session_set_minutes (editor, "a", 6);
  sk_session_set_minutes (editor, "b", 21);
  sk_session_set_minutes (editor, "a", 7);
  sk_session_editor_seal (editor);
  sk_session_set_minutes (editor, "a", 8);
  sk_session_editor_undo (editor);
  assert_order (editor, "a7 b21 c10");

  sk_session_set_minutes (editor, "a", 9);
  sk_session_editor_undo (editor);
  assert_order (editor, "a7 b21 c10");
  sk_session_editor_undo (editor);
  assert_order (editor, "a6 b21 c10");
}

/* What is merged to nothing is no step. */
static void
test_merge_to_nothing (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  sk_session_set_minutes (editor, "a", 6);
  sk_session_set_minutes (editor, "a", 5);

  g_assert_false (sk_session_editor_get_can_undo (editor));
  assert_order (editor, "a5 b20 c10");
}

static void
test_no_change (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  g_assert_false (sk_session_set_minutes (editor, "a", 5));
  g_assert_false (sk_session_move_blocks (editor, (const char * const[]) {"a", NULL}, 0));
  g_assert_false (sk_session_set_lock (editor, "a", SK_BLOCK_UNLOCKED));
  g_assert_false (sk_session_set_title (editor, "Safer Internet Day"));
  g_assert_false (sk_session_editor_get_can_undo (editor));
}

static void
test_read_only (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();
  g_autoptr (SkSession) disk = fixture_hour ("talk 7", NULL);

  sk_session_set_minutes (editor, "a", 6);
  sk_session_editor_set_read_only (editor, TRUE);

  g_assert_false (sk_session_set_minutes (editor, "a", 7));
  g_assert_false (sk_session_editor_get_can_undo (editor));
  g_assert_false (sk_session_editor_undo (editor));
  assert_order (editor, "a6 b20 c10");

  sk_session_editor_move_forward (editor, disk);
  assert_order (editor, "a7");
}

static void
test_move_forward (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();
  g_autoptr (SkSession) changed = fixture_hour ("talk 7", NULL);
  g_autoptr (SkSession) disk = sk_session_with_edit (changed, "elsewhere", 1000);
  SkSession *now;

  sk_session_editor_move_forward (editor, disk);
  assert_order (editor, "a7");
  g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==, "Change from another program");

  sk_session_editor_undo (editor);
  assert_order (editor, "a5 b20 c10");
  now = sk_session_editor_get_session (editor);
  g_assert_cmpint (sk_session_compare (disk, now), ==, SK_SESSION_APART);
  g_assert_true (g_hash_table_contains (sk_session_get_edits (now), "elsewhere"));
}

static void
count (GObject    *object,
       GParamSpec *pspec,
       guint      *n_notified)
{
  (*n_notified)++;
}

static void
test_notifies (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();
  guint n_sessions = 0;
  guint n_names = 0;

  g_signal_connect (editor, "notify::session", G_CALLBACK (count), &n_sessions);
  g_signal_connect (editor, "notify::undo-name", G_CALLBACK (count), &n_names);
  sk_session_set_minutes (editor, "a", 6);
  sk_session_set_minutes (editor, "a", 6);
  sk_session_editor_undo (editor);

  g_assert_cmpuint (n_sessions, ==, 2);
  g_assert_cmpuint (n_names, ==, 2);
}

static void
test_long_history (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();
  guint n_undone = 0;

  for (guint i = 0; i < 3000; i++)
    {
      sk_session_set_minutes (editor, "a", 1 + i % 100);
      sk_session_editor_seal (editor);
    }
  while (sk_session_editor_undo (editor))
    n_undone++;

  g_assert_cmpuint (n_undone, >=, 500);
  g_assert_cmpuint (n_undone, <=, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/editor/goes-back-and-forth-by-named-steps", test_back_and_forth);
  g_test_add_func ("/session/editor/a-change-ends-what-was-undone", test_change_after_undo);
  g_test_add_func ("/session/editor/changes-of-one-kind-are-a-step", test_merge);
  g_test_add_func ("/session/editor/until-something-else-comes-between", test_merge_ends);
  g_test_add_func ("/session/editor/a-step-to-where-it-began-is-none", test_merge_to_nothing);
  g_test_add_func ("/session/editor/what-changes-nothing-is-no-step", test_no_change);
  g_test_add_func ("/session/editor/read-only-refuses-changes", test_read_only);
  g_test_add_func ("/session/editor/a-change-from-disk-is-a-step", test_move_forward);
  g_test_add_func ("/session/editor/notifies-once-a-change", test_notifies);
  g_test_add_func ("/session/editor/remembers-hundreds-of-steps", test_long_history);

  return g_test_run ();
}
