/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-session-commands.h"

#include "session-fixture.h"

#define IDS(...) ((const char * const[]) {__VA_ARGS__, NULL})

/* a talk, b two lanes at 10:40, c debrief, d help */
static SkSessionEditor *
make_editor (void)
{
  g_autoptr (SkSession) session =
    fixture_hour ("talk 5", "play|do 20 @10:40", "debrief 10", "help 2", NULL);

  return sk_session_editor_new (session);
}

/* What the session looks like, and the name of what was done, when that is not %NULL. */
static void
assert_state (SkSessionEditor *editor,
              const char      *order,
              const char      *name)
{
  g_autofree char *now = fixture_order (sk_session_editor_get_session (editor));

  g_assert_cmpstr (now, ==, order);
  if (name != NULL)
    g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==, name);
}

static SkBlock *
get_block (SkSessionEditor *editor,
           const char      *id)
{
  return sk_session_find_block (sk_session_editor_get_session (editor), id, NULL);
}

static void
test_insert (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_false (sk_session_insert_blocks (editor, 0, blocks));
  g_ptr_array_add (blocks, sk_block_new_own (SK_BLOCK_BREAK, "pauze", 15));
  g_assert_true (sk_session_insert_blocks (editor, 1, blocks));
  assert_state (editor, "a5 pauze15 (b1 b2)20@10:40 c10 d2", "Addition of “pauze”");

  g_ptr_array_add (blocks, sk_block_new_own (SK_BLOCK_TALK, "slot", 1));
  g_assert_true (sk_session_insert_blocks (editor, 99, blocks));
  assert_state (editor, "a5 pauze15 (b1 b2)20@10:40 c10 d2 pauze15 slot1", "Addition of 2 blocks");
}

static void
test_remove (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  g_assert_true (sk_session_remove_blocks (editor, IDS ("c", "nothing")));
  assert_state (editor, "a5 (b1 b2)20@10:40 d2", "Removal of “c”");
  g_assert_true (sk_session_remove_blocks (editor, IDS ("d", "a")));
  assert_state (editor, "(b1 b2)20@10:40", "Removal of 2 blocks");
  g_assert_false (sk_session_remove_blocks (editor, IDS ("nothing")));
}

/* What is left of the groups is where they were: as long, and at the same clock. */
static void
test_remove_lane (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  g_assert_true (sk_session_remove_blocks (editor, IDS ("b1")));
  assert_state (editor, "a5 b220@10:40 c10 d2", "Removal of “b1”");
  sk_session_editor_undo (editor);
  g_assert_true (sk_session_remove_blocks (editor, IDS ("b2", "b1")));
  assert_state (editor, "a5 c10 d2", NULL);
}

static void
test_move (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  g_assert_true (sk_session_move_blocks (editor, IDS ("a"), 2));
  assert_state (editor, "(b1 b2)20@10:40 c10 a5 d2", "Move of “a”");
  g_assert_true (sk_session_move_blocks (editor, IDS ("b"), 99));
  assert_state (editor, "c10 a5 d2 (b1 b2)20@10:40", "Move of “b”");
}

/* They keep their order, whatever the order in which they were chosen. */
static void
test_move_more (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  g_assert_true (sk_session_move_blocks (editor, IDS ("d", "a"), 1));
  assert_state (editor, "(b1 b2)20@10:40 a5 d2 c10", "Move of 2 blocks");
  g_assert_true (sk_session_move_blocks (editor, IDS ("b2", "c"), 0));
  assert_state (editor, "b220 c10 b120@10:40 a5 d2", NULL);
}

static void
test_duplicate (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  g_assert_true (sk_session_duplicate_blocks (editor, IDS ("b")));
  assert_state (editor, "a5 (b1 b2)20@10:40 (b1 b2)20 c10 d2", "Duplication of “b”");
  sk_session_editor_undo (editor);
  g_assert_true (sk_session_duplicate_blocks (editor, IDS ("c", "b1", "a")));
  assert_state (editor, "a5 (b1 b2)20@10:40 c10 a5 b120 c10 d2", "Duplication of 3 blocks");
}

static void
test_replace (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();
  g_autoptr (SkBlock) quiz = sk_block_new_own (SK_BLOCK_PLAY, "quiz", 15);
  g_autoptr (SkBlock) groups = g_object_ref (get_block (editor, "b"));

  g_assert_true (sk_session_replace_block (editor, "b", quiz));
  assert_state (editor, "a5 quiz15@10:40 c10 d2", "Swap of “b” for “quiz”");
  sk_session_editor_undo (editor);

  g_assert_true (sk_session_replace_block (editor, "b2", quiz));
  assert_state (editor, "a5 (b1 quiz)20@10:40 c10 d2", NULL);
  g_assert_false (sk_session_replace_block (editor, "b1", groups));
  g_assert_false (sk_session_replace_block (editor, "nothing", quiz));
}

static void
test_group (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();
  g_autoptr (SkBlock) quiz = sk_block_new_own (SK_BLOCK_PLAY, "quiz", 15);

  g_assert_true (sk_session_group_block (editor, "c", quiz));
  assert_state (editor, "a5 (b1 b2)20@10:40 (c quiz)15 d2", "Grouping of “quiz”");
  g_assert_true (sk_session_group_block (editor, "b1", get_block (editor, "a")));
  assert_state (editor, "(b1 b2 a)20@10:40 (c quiz)15 d2", "Grouping of “a”");
  g_assert_true (sk_session_group_block (editor, "b", get_block (editor, "c")));
  assert_state (editor, "(b1 b2 a c)20@10:40 quiz15 d2", NULL);

  g_assert_false (sk_session_group_block (editor, "b", get_block (editor, "d")));
  g_assert_false (sk_session_group_block (editor, "d", get_block (editor, "d")));
  g_assert_false (sk_session_group_block (editor, "d", get_block (editor, "b")));
  g_assert_false (sk_session_group_block (editor, "nothing", quiz));
}

static void
test_ungroup (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  g_assert_true (sk_session_ungroup_block (editor, "b2"));
  assert_state (editor, "a5 b120@10:40 b220 c10 d2", "Ungrouping of “b”");
  g_assert_false (sk_session_ungroup_block (editor, "b1"));
}

/* A lane lasts as long as its groups. */
static void
test_minutes (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  g_assert_true (sk_session_set_minutes (editor, "b2", 12));
  assert_state (editor, "a5 (b1 b2)12@10:40 c10 d2", "Change of the length of “b”");
  g_assert_cmpuint (sk_block_get_minutes (get_block (editor, "b1")), ==, 12);
  g_assert_true (sk_session_add_minutes (editor, IDS ("b1", "b2", "a", "nothing"), 5));
  assert_state (editor, "a10 (b1 b2)17@10:40 c10 d2", "Change of the length of 2 blocks");
  g_assert_true (sk_session_add_minutes (editor, IDS ("a", "d"), -9));
  assert_state (editor, "a1 (b1 b2)17@10:40 c10 d1", NULL);
  g_assert_false (sk_session_add_minutes (editor, IDS ("nothing"), 5));
}

/* A length that a person gave is no guess. */
static void
test_guess_ends (void)
{
  g_autoptr (SkSession) session = fixture_hour (NULL, NULL);
  g_autoptr (SkSessionEditor) editor = sk_session_editor_new (session);
  g_autoptr (SkResource) tool = fixture_tool ("urn:a", "A", "video", NULL, 0, NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  SkBlock *block;

  g_ptr_array_add (blocks, sk_block_new_tool (tool, NULL));
  sk_session_insert_blocks (editor, 0, blocks);
  block = sk_session_get_block (sk_session_editor_get_session (editor), 0);
  g_assert_true (sk_block_get_minutes_guessed (block));

  g_assert_true (sk_session_set_minutes (editor, sk_block_get_id (block), 10));
  block = sk_session_get_block (sk_session_editor_get_session (editor), 0);
  g_assert_false (sk_block_get_minutes_guessed (block));
}

static void
test_lock (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  g_assert_true (sk_session_set_lock (editor, "c", 11 * 60));
  assert_state (editor, "a5 (b1 b2)20@10:40 c10@11:00 d2", "Fixed start of “c”");
  g_assert_true (sk_session_set_lock (editor, "b1", SK_BLOCK_UNLOCKED));
  assert_state (editor, "a5 (b1 b2)20 c10@11:00 d2", "Unlocking of “b”");
}

static void
test_words (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();
  SkBlock *block;

  g_assert_true (sk_session_set_block_title (editor, "b2", "Tekenen"));
  g_assert_true (sk_session_set_goal (editor, "b2", "Zien"));
  g_assert_true (sk_session_set_note (editor, "b2", "Let op Sam"));
  g_assert_true (sk_session_set_materials (editor, "b2", IDS ("papier")));
  g_assert_true (sk_session_set_activity (editor, "b2", SK_ACTIVITY_TALK));
  g_assert_true (sk_session_set_skippable (editor, "b2", TRUE));

  block = get_block (editor, "b2");
  g_assert_cmpstr (sk_block_get_title (block), ==, "Tekenen");
  g_assert_cmpstr (sk_block_get_goal (block), ==, "Zien");
  g_assert_cmpstr (sk_block_get_note (block), ==, "Let op Sam");
  g_assert_cmpstr (sk_block_get_materials (block)[0], ==, "papier");
  g_assert_cmpint (sk_block_get_activity (block), ==, SK_ACTIVITY_TALK);
  g_assert_true (sk_block_get_skippable (block));

  for (guint i = 0; i < 6; i++)
    g_assert_true (sk_session_editor_undo (editor));
  g_assert_false (sk_session_editor_get_can_undo (editor));
  g_assert_false (sk_session_set_goal (editor, "nothing", "Zien"));
  g_assert_false (sk_session_set_note (editor, NULL, "Zien"));
}

static void
test_details (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();
  SkSession *session = sk_session_editor_get_session (editor);
  g_auto (SkSessionFields) details;

  sk_session_fields_init (&details);
  details.title = g_strdup ("Met 6A");
  details.start = g_date_time_ref (sk_session_get_start (session));
  details.size = 19;
  g_assert_true (sk_session_set_details (editor, &details));

  assert_state (editor, "a5 (b1 b2)20@10:40 c10 d2", "Change of the session’s details");
  session = sk_session_editor_get_session (editor);
  g_assert_cmpstr (sk_session_get_id (session), ==, "8a7f6f0e-5a39-4a53-9a54-0d6d0f4a2c11");
  g_assert_cmpstr (sk_session_get_title (session), ==, "Met 6A");
  g_assert_cmpuint (sk_session_get_size (session), ==, 19);
  g_assert_null (sk_session_get_end (session));
}

static void
test_session (void)
{
  g_autoptr (SkSessionEditor) editor = make_editor ();

  g_assert_true (sk_session_set_title (editor, "Met 6A"));
  g_assert_true (sk_session_set_archived (editor, TRUE));
  g_assert_true (sk_session_get_archived (sk_session_editor_get_session (editor)));
  g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==, "Archiving of the session");
  sk_session_editor_undo (editor);
  g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==, "Renaming of the session");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/commands/insert", test_insert);
  g_test_add_func ("/session/commands/remove", test_remove);
  g_test_add_func ("/session/commands/remove-a-lane", test_remove_lane);
  g_test_add_func ("/session/commands/move", test_move);
  g_test_add_func ("/session/commands/move-more-than-one", test_move_more);
  g_test_add_func ("/session/commands/duplicate", test_duplicate);
  g_test_add_func ("/session/commands/replace", test_replace);
  g_test_add_func ("/session/commands/group", test_group);
  g_test_add_func ("/session/commands/ungroup", test_ungroup);
  g_test_add_func ("/session/commands/minutes", test_minutes);
  g_test_add_func ("/session/commands/minutes-are-no-guess-any-more", test_guess_ends);
  g_test_add_func ("/session/commands/lock", test_lock);
  g_test_add_func ("/session/commands/what-a-block-says", test_words);
  g_test_add_func ("/session/commands/details", test_details);
  g_test_add_func ("/session/commands/title-and-archive", test_session);

  return g_test_run ();
}
