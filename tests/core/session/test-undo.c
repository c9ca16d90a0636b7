/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-session-commands.h"

#include "session-fixture.h"

/* Random commands, then all the way back and forth. The seed is g_test's own, which it prints:
 * --seed=R… repeats a run. */

#define N_SESSIONS 60
#define N_COMMANDS 200
#define MAX_IDS 3

typedef gboolean (*Command) (SkSessionEditor *editor);

static guint
choose (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static SkBlock *
choose_block (SkSessionEditor *editor)
{
  SkSession *session = sk_session_editor_get_session (editor);
  SkBlock *block;
  GPtrArray *lanes;

  if (sk_session_get_n_blocks (session) == 0)
    return NULL;

  block = sk_session_get_block (session, choose (sk_session_get_n_blocks (session)));
  lanes = sk_block_get_lanes (block);
  return lanes != NULL && choose (2) == 0 ? g_ptr_array_index (lanes, choose (lanes->len)) : block;
}

static const char *
choose_id (SkSessionEditor *editor)
{
  SkBlock *block = choose (20) > 0 ? choose_block (editor) : NULL;

  return block != NULL ? sk_block_get_id (block) : "no such block";
}

static GStrv
choose_ids (SkSessionEditor *editor)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = choose (MAX_IDS) + 1; i > 0; i--)
    g_strv_builder_add (ids, choose_id (editor));
  return g_strv_builder_end (ids);
}

static SkBlock *
make_block (void)
{
  g_autofree char *title = g_strdup_printf ("%u", choose (1000));

  return sk_block_new_own (SK_BLOCK_WELCOME + choose (SK_N_BLOCK_KINDS - SK_BLOCK_WELCOME), title,
                           choose (60));
}

static gboolean
insert (SkSessionEditor *editor)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  SkBlock *known = choose_block (editor);

  for (guint i = choose (3); i > 0; i--)
    g_ptr_array_add (blocks, make_block ());
  if (known != NULL && choose (3) == 0)
    g_ptr_array_add (blocks, g_object_ref (known));
  return sk_session_insert_blocks (editor, choose (20), blocks);
}

static gboolean
remove_some (SkSessionEditor *editor)
{
  g_auto (GStrv) ids = choose_ids (editor);

  return sk_session_remove_blocks (editor, (const char * const *) ids);
}

static gboolean
move (SkSessionEditor *editor)
{
  g_auto (GStrv) ids = choose_ids (editor);

  return sk_session_move_blocks (editor, (const char * const *) ids, choose (20));
}

static gboolean
duplicate (SkSessionEditor *editor)
{
  g_auto (GStrv) ids = choose_ids (editor);

  return sk_session_duplicate_blocks (editor, (const char * const *) ids);
}

static gboolean
replace (SkSessionEditor *editor)
{
  g_autoptr (SkBlock) block = make_block ();
  SkBlock *known = choose_block (editor);

  return sk_session_replace_block (editor, choose_id (editor),
                                   known != NULL && choose (3) == 0 ? known : block);
}

static gboolean
group (SkSessionEditor *editor)
{
  g_autoptr (SkBlock) block = make_block ();
  SkBlock *known = choose_block (editor);

  return sk_session_group_block (editor, choose_id (editor),
                                 known != NULL && choose (2) == 0 ? known : block);
}

static gboolean
ungroup (SkSessionEditor *editor)
{
  return sk_session_ungroup_block (editor, choose_id (editor));
}

static gboolean
set_title (SkSessionEditor *editor)
{
  g_autofree char *title = g_strdup_printf ("%u", choose (3));

  return choose (2) == 0 ? sk_session_set_title (editor, title)
                         : sk_session_set_block_title (editor, choose_id (editor), title);
}

static gboolean
set_minutes (SkSessionEditor *editor)
{
  return sk_session_set_minutes (editor, choose_id (editor), choose (1500));
}

static gboolean
add_minutes (SkSessionEditor *editor)
{
  g_auto (GStrv) ids = choose_ids (editor);

  return sk_session_add_minutes (editor, (const char * const *) ids,
                                 g_test_rand_int_range (-30, 30));
}

static gboolean
set_lock (SkSessionEditor *editor)
{
  return sk_session_set_lock (editor, choose_id (editor), g_test_rand_int_range (-200, 1500));
}

static gboolean
set_rest (SkSessionEditor *editor)
{
  const char *id = choose_id (editor);
  g_autofree char *text = g_strdup_printf ("%u", choose (2));
  const char * const list[] = {text, NULL};

  switch (choose (5))
    {
    case 0:
      return sk_session_set_skippable (editor, id, (gboolean) choose (2));
    case 1:
      return sk_session_set_activity (editor, id, choose (SK_ACTIVITY_PLAY + 1));
    case 2:
      return sk_session_set_goal (editor, id, text);
    case 3:
      return sk_session_set_note (editor, id, text);
    default:
      return sk_session_set_materials (editor, id, choose (2) == 0 ? NULL : list);
    }
}

static gboolean
set_details (SkSessionEditor *editor)
{
  g_auto (SkSessionFields) details;

  sk_session_copy_fields (sk_session_editor_get_session (editor), &details);
  details.size = choose (3);
  details.room_stated = (gboolean) choose (2);
  if (choose (3) == 0)
    g_clear_pointer (&details.end, g_date_time_unref);
  return sk_session_set_details (editor, &details);
}

static gboolean
set_archived (SkSessionEditor *editor)
{
  return sk_session_set_archived (editor, (gboolean) choose (2));
}

static gboolean
take_from_disk (SkSessionEditor *editor)
{
  g_autoptr (SkSession) disk =
    fixture_hour ("talk 5", choose (2) == 0 ? "play|do|talk 10" : "play 10 @10:50", NULL);

  sk_session_editor_move_forward (editor, disk);
  return TRUE;
}

static const Command commands[] = {insert,      remove_some,  move,          duplicate,
                                   replace,     group,        ungroup,       set_title,
                                   set_minutes, add_minutes,  set_lock,      set_rest,
                                   set_details, set_archived, take_from_disk};

static void
assert_block (SkBlock    *block,
              GHashTable *ids)
{
  GPtrArray *lanes = sk_block_get_lanes (block);

  g_assert_true (g_hash_table_add (ids, (gpointer) sk_block_get_id (block)));
  g_assert_cmpuint (sk_block_get_minutes (block), >=, 1);
  g_assert_cmpuint (sk_block_get_minutes (block), <=, SK_BLOCK_MAX_MINUTES);
  g_assert_true ((sk_block_get_kind (block) == SK_BLOCK_GROUPS) == (lanes != NULL));
  if (lanes == NULL)
    return;

  g_assert_cmpuint (lanes->len, >=, SK_BLOCK_MIN_LANES);
  g_assert_cmpuint (lanes->len, <=, SK_BLOCK_MAX_LANES);
  for (guint i = 0; i < lanes->len; i++)
    {
      SkBlock *lane = g_ptr_array_index (lanes, i);

      assert_block (lane, ids);
      g_assert_null (sk_block_get_lanes (lane));
      g_assert_cmpint (sk_block_get_lock (lane), ==, SK_BLOCK_UNLOCKED);
      g_assert_cmpuint (sk_block_get_minutes (lane), ==, sk_block_get_minutes (block));
    }
}

/* Whatever is done to it, a session is one. */
static void
assert_session (SkSession *session)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    assert_block (sk_session_get_block (session, i), ids);
}

/* Does one command; what says that it changed nothing has changed nothing. */
static void
do_command (SkSessionEditor *editor)
{
  g_autoptr (SkSession) before = g_object_ref (sk_session_editor_get_session (editor));
  const Command command = commands[choose (G_N_ELEMENTS (commands))];
  SkSession *after;

  if (command (editor))
    g_assert_nonnull (sk_session_editor_get_undo_name (editor));
  else
    g_assert_true (sk_session_equal (before, sk_session_editor_get_session (editor)));

  after = sk_session_editor_get_session (editor);
  assert_session (after);
  if (choose (4) == 0)
    sk_session_editor_seal (editor);
}

static void
test_all_the_way (void)
{
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      g_autoptr (SkSession) start =
        fixture_hour ("welcome 5", "talk|play 20", "do 15 @10:50", "debrief 10", NULL);
      g_autoptr (SkSessionEditor) editor = sk_session_editor_new (start);
      g_autoptr (SkSession) end = NULL;

      for (guint j = 0; j < N_COMMANDS; j++)
        do_command (editor);
      end = g_object_ref (sk_session_editor_get_session (editor));

      while (sk_session_editor_undo (editor))
        assert_session (sk_session_editor_get_session (editor));
      g_assert_true (sk_session_equal (sk_session_editor_get_session (editor), start));

      while (sk_session_editor_redo (editor))
        continue;
      g_assert_true (sk_session_equal (sk_session_editor_get_session (editor), end));
    }
}

/* Back and forth between the commands: each step back shows what was there before. */
static void
test_every_step (void)
{
  g_autoptr (SkSession) start = fixture_hour ("welcome 5", "talk|play 20", NULL);
  g_autoptr (SkSessionEditor) editor = sk_session_editor_new (start);

  for (guint i = 0; i < N_SESSIONS * 10; i++)
    {
      g_autoptr (SkSession) before = NULL;
      g_autoptr (SkSession) after = NULL;

      sk_session_editor_seal (editor);
      before = g_object_ref (sk_session_editor_get_session (editor));
      do_command (editor);
      after = g_object_ref (sk_session_editor_get_session (editor));
      if (sk_session_equal (before, after))
        continue;

      g_assert_true (sk_session_editor_undo (editor));
      g_assert_true (sk_session_equal (sk_session_editor_get_session (editor), before));
      g_assert_true (sk_session_editor_redo (editor));
      g_assert_true (sk_session_equal (sk_session_editor_get_session (editor), after));
      if (choose (3) == 0)
        sk_session_editor_undo (editor);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/undo/all-is-the-start-and-redo-all-the-end", test_all_the_way);
  g_test_add_func ("/session/undo/each-step-is-what-was-before", test_every_step);

  return g_test_run ();
}
