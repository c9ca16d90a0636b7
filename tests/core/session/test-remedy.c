/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "session/sk-remedy.h"
#include "session/sk-timetable.h"

#define N_SESSIONS 2000

/* A block as a line of the tests has it. */
typedef struct
{
  const char *title;
  SkBlockKind kind;
  guint minutes;
  guint minutes_min;
  gboolean skippable;
  int lock;                   /* minutes past ten; 0: none */
} Line;

static SkBlock *
make_block (const Line *line)
{
  g_auto (SkBlockFields) fields = {0};

  sk_block_fields_init (&fields);
  fields.kind = line->kind;
  fields.title = g_strdup (line->title);
  fields.minutes = line->minutes;
  fields.minutes_min = line->minutes_min;
  fields.skippable = line->skippable;
  if (line->kind == SK_BLOCK_TOOL)
    fields.resource_id = g_strdup_printf ("https://tools.example/%s", line->title);
  if (line->lock != 0)
    fields.lock = 600 + line->lock;

  return sk_block_new (&fields);
}

/* A session that begins at ten o'clock. Without a bell where @bell is 0. */
static SkSession *
make_session (guint       bell,
              const Line *lines,
              gsize       n_lines)
{
  g_auto (SkSessionFields) fields = {0};
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Brussels");

  sk_session_fields_init (&fields);
  fields.title = g_strdup ("A session");
  fields.start = g_date_time_new (zone, 2027, 2, 9, 10, 0, 0);
  if (bell > 0)
    fields.end = g_date_time_add_minutes (fields.start, (int) bell);
  g_clear_pointer (&fields.blocks, g_ptr_array_unref);
  fields.blocks = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < n_lines; i++)
    g_ptr_array_add (fields.blocks, make_block (&lines[i]));

  return sk_session_new (&fields);
}

/* The lesson of the pictures: five minutes too many before a guest, five free before the bell. */
static const Line lesson[] = {
  {"Welcome", SK_BLOCK_WELCOME, 5, 0, FALSE, 0}, {"MediaMasters", SK_BLOCK_TOOL, 5, 0, TRUE, 0},
  {"Check", SK_BLOCK_TOOL, 20, 15, FALSE, 0},    {"Guest", SK_BLOCK_TALK, 12, 0, FALSE, 25},
  {"Break", SK_BLOCK_BREAK, 3, 0, FALSE, 0},     {"Debrief", SK_BLOCK_DEBRIEF, 5, 0, FALSE, 0},
};

static guint
count_overrun (SkSession *session)
{
  g_autoptr (SkTimetable) timetable = sk_timetable_new (session);

  return sk_timetable_get_overrun (timetable);
}

static char *
list_titles (GPtrArray *remedies)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < remedies->len; i++)
    g_strv_builder_add (titles, sk_remedy_get_title (g_ptr_array_index (remedies, i)));
  all = g_strv_builder_end (titles);

  return g_strjoinv (" | ", all);
}

static void
assert_titles (GPtrArray  *remedies,
               const char *expected)
{
  g_autofree char *titles = list_titles (remedies);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_lesson (void)
{
  g_autoptr (SkSession) session = make_session (50, lesson, G_N_ELEMENTS (lesson));
  g_autoptr (GPtrArray) remedies = sk_remedy_list (session, NULL);
  SkRemedy *best = g_ptr_array_index (remedies, 0);
  SkSession *after = sk_remedy_get_session (best);

  assert_titles (remedies, "Move MediaMasters to 10:40 | Shorten Check to 15 min | "
                           "Leave out MediaMasters | Unlock Guest");
  g_assert_cmpstr (sk_remedy_get_consequence (best), ==,
                   "That fills the gap. “Guest” then begins on time.");
  g_assert_cmpstr (sk_remedy_get_verb (best), ==, "_Move");
  g_assert_cmpuint (sk_remedy_get_won (best), ==, 5);
  g_assert_true (sk_remedy_get_solves (best));

  g_assert_cmpstr (sk_block_get_title (sk_session_get_block (after, 4)), ==, "MediaMasters");
  g_assert_cmpstr (sk_block_get_title (sk_session_get_block (after, 5)), ==, "Debrief");
}

static void
test_of_one_block (void)
{
  g_autoptr (SkSession) session = make_session (50, lesson, G_N_ELEMENTS (lesson));
  const char *check = sk_block_get_id (sk_session_get_block (session, 2));
  const char *rest = sk_block_get_id (sk_session_get_block (session, 4));
  g_autoptr (GPtrArray) of_check = sk_remedy_list (session, check);
  g_autoptr (GPtrArray) of_rest = sk_remedy_list (session, rest);
  g_autoptr (GPtrArray) of_none = sk_remedy_list (session, "none");

  g_assert_cmpuint (of_check->len, ==, 4);
  g_assert_cmpuint (of_rest->len, ==, 0);
  g_assert_cmpuint (of_none->len, ==, 0);
}

static void
test_one_step (void)
{
  g_autoptr (SkSession) session = make_session (50, lesson, G_N_ELEMENTS (lesson));
  g_autoptr (SkSessionEditor) editor = sk_session_editor_new (session);
  g_autoptr (GPtrArray) remedies = sk_remedy_list (sk_session_editor_get_session (editor), NULL);
  SkRemedy *best = g_ptr_array_index (remedies, 0);

  g_assert_true (sk_remedy_apply (best, editor));
  g_assert_cmpuint (count_overrun (sk_session_editor_get_session (editor)), ==, 0);
  g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==, "Move of “MediaMasters”");

  /* It was made for the session of before. */
  g_assert_false (sk_remedy_apply (best, editor));

  g_assert_true (sk_session_editor_undo (editor));
  g_assert_true (sk_session_equal (sk_session_editor_get_session (editor), session));
  g_assert_false (sk_session_editor_get_can_undo (editor));
}

static void
test_past_the_bell (void)
{
  static const Line lines[] = {
    {"Talk", SK_BLOCK_TALK, 20, 0, FALSE, 0},
    {"Quiz", SK_BLOCK_TOOL, 20, 18, FALSE, 0},
    {"Debrief", SK_BLOCK_DEBRIEF, 12, 0, TRUE, 0},
  };
  g_autoptr (SkSession) session = make_session (45, lines, G_N_ELEMENTS (lines));
  g_autoptr (GPtrArray) remedies = sk_remedy_list (session, NULL);
  SkRemedy *last = g_ptr_array_index (remedies, remedies->len - 1);
  g_autoptr (GDateTime) end = sk_session_dup_time (session, 52);

  assert_titles (remedies, "Shorten Talk to 13 min | Shorten Quiz to 18 min | "
                           "Move the bell to 10:52");
  g_assert_cmpstr (sk_remedy_get_consequence (g_ptr_array_index (remedies, 0)), ==,
                   "13 instead of 20 min; how short it may be is not stated. "
                   "It then ends with the bell.");
  g_assert_cmpstr (sk_remedy_get_consequence (g_ptr_array_index (remedies, 1)), ==,
                   "18 instead of 20 min. 5 minutes too many are left.");
  g_assert_true (g_date_time_equal (sk_session_get_end (sk_remedy_get_session (last)), end));
}

static void
test_together (void)
{
  static const Line lines[] = {
    {"One", SK_BLOCK_TOOL, 20, 15, FALSE, 0},
    {"Two", SK_BLOCK_TOOL, 20, 16, FALSE, 0},
    {"Three", SK_BLOCK_TOOL, 20, 20, FALSE, 0},
  };
  g_autoptr (SkSession) session = make_session (52, lines, G_N_ELEMENTS (lines));
  g_autoptr (GPtrArray) remedies = sk_remedy_list (session, NULL);
  SkSession *after = sk_remedy_get_session (g_ptr_array_index (remedies, 0));

  assert_titles (remedies, "Shorten 2 blocks | Shorten One to 15 min | Shorten Two to 16 min | "
                           "Move the bell to 11:00");
  g_assert_cmpuint (sk_block_get_minutes (sk_session_get_block (after, 0)), ==, 15);
  g_assert_cmpuint (sk_block_get_minutes (sk_session_get_block (after, 1)), ==, 17);
  g_assert_cmpuint (sk_block_get_minutes (sk_session_get_block (after, 2)), ==, 20);
}

static void
test_nothing_else_helps (void)
{
  static const Line lines[] = {
    {"One", SK_BLOCK_TOOL, 20, 20, FALSE, 0},
    {"Two", SK_BLOCK_TOOL, 10, 10, FALSE, 0},
    {"Debrief", SK_BLOCK_DEBRIEF, 10, 0, TRUE, 0},
  };
  g_autoptr (SkSession) session = make_session (35, lines, G_N_ELEMENTS (lines));
  g_autoptr (GPtrArray) remedies = sk_remedy_list (session, NULL);

  assert_titles (remedies, "Leave out Two | Move the bell to 10:40");
}

static void
test_nothing_wrong (void)
{
  g_autoptr (SkSession) fits = make_session (60, lesson, 3);
  g_autoptr (SkSession) endless = make_session (0, lesson, 3);
  g_autoptr (SkSession) empty = make_session (60, lesson, 0);
  g_autoptr (GPtrArray) of_fits = sk_remedy_list (fits, NULL);
  g_autoptr (GPtrArray) of_endless = sk_remedy_list (endless, NULL);
  g_autoptr (GPtrArray) of_empty = sk_remedy_list (empty, NULL);

  g_assert_cmpuint (of_fits->len, ==, 0);
  g_assert_cmpuint (of_endless->len, ==, 0);
  g_assert_cmpuint (of_empty->len, ==, 0);
}

/* Two fixed times that contradict each other: only without one of them does it fit. */
static void
test_locks_in_the_wrong_order (void)
{
  static const Line lines[] = {
    {"Late", SK_BLOCK_TALK, 10, 10, FALSE, 30},
    {"Early", SK_BLOCK_TALK, 10, 10, FALSE, 20},
  };
  g_autoptr (SkSession) session = make_session (50, lines, G_N_ELEMENTS (lines));
  g_autoptr (GPtrArray) remedies = sk_remedy_list (session, NULL);

  assert_titles (remedies, "Unlock Early");
  g_assert_cmpuint (count_overrun (sk_remedy_get_session (g_ptr_array_index (remedies, 0))), ==, 0);
}

static void
test_late (void)
{
  g_autoptr (SkSession) session = make_session (50, lesson, G_N_ELEMENTS (lesson));
  g_autoptr (GPtrArray) remedies = sk_remedy_list_for_late (session);
  SkRemedy *shorter = g_ptr_array_index (remedies, 1);

  assert_titles (remedies, "Leave out MediaMasters | Shorten Check to 15 min | "
                           "Never shorten Guest | Never shorten Debrief");
  g_assert_cmpuint (sk_remedy_get_won (g_ptr_array_index (remedies, 0)), ==, 5);
  g_assert_cmpint (sk_remedy_get_kind (shorter), ==, SK_REMEDY_SHORTEN);
  g_assert_cmpuint (sk_remedy_get_minutes (shorter), ==, 15);
  g_assert_cmpuint (sk_remedy_get_won (shorter), ==, 5);
  g_assert_cmpint (sk_remedy_get_kind (g_ptr_array_index (remedies, 2)), ==, SK_REMEDY_KEEP);
}

static SkSession *
make_random (GRand *random)
{
  Line lines[9] = {0};
  const guint n_lines = (guint) g_rand_int_range (random, 1, G_N_ELEMENTS (lines));
  const guint bell =
    g_rand_int_range (random, 0, 4) == 0 ? 0 : (guint) g_rand_int_range (random, 20, 120);

  for (guint i = 0; i < n_lines; i++)
    {
      lines[i].title = "A block";
      do
        lines[i].kind = (SkBlockKind) g_rand_int_range (random, 0, SK_N_BLOCK_KINDS);
      while (lines[i].kind == SK_BLOCK_GROUPS);
      lines[i].minutes = (guint) g_rand_int_range (random, 1, 40);
      if (g_rand_boolean (random))
        lines[i].minutes_min = (guint) g_rand_int_range (random, 1, 40);
      lines[i].skippable = g_rand_int_range (random, 0, 3) == 0;
      if (g_rand_int_range (random, 0, 4) == 0)
        lines[i].lock = g_rand_int_range (random, 1, 120);
    }

  return make_session (bell, lines, n_lines);
}

/* No remedy touches what closes a session, or cuts a block shorter than it may be. */
static void
assert_is_gentle (SkSession *before,
                  SkSession *after)
{
  for (guint i = 0; i < sk_session_get_n_blocks (before); i++)
    {
      SkBlock *block = sk_session_get_block (before, i);
      const SkBlockKind kind = sk_block_get_kind (block);
      const guint minutes = sk_block_get_minutes (block);
      SkBlock *now = sk_session_find_block (after, sk_block_get_id (block), NULL);

      if (kind == SK_BLOCK_DEBRIEF || kind == SK_BLOCK_HELP)
        {
          g_assert_nonnull (now);
          g_assert_cmpuint (sk_block_get_minutes (now), ==, minutes);
        }
      if (now != NULL)
        {
          g_assert_cmpuint (sk_block_get_minutes (now), <=, minutes);
          g_assert_cmpuint (sk_block_get_minutes (now), >=,
                            MIN (minutes, sk_block_get_minutes_min (block)));
        }
    }
}

static guint
check_remedies (SkSession  *session,
                const char *block_id)
{
  g_autoptr (GPtrArray) remedies = sk_remedy_list (session, block_id);
  const guint overrun = count_overrun (session);

  for (guint i = 0; i < remedies->len; i++)
    {
      SkRemedy *remedy = g_ptr_array_index (remedies, i);
      g_autoptr (SkSessionEditor) editor = sk_session_editor_new (session);

      g_assert_true (sk_remedy_apply (remedy, editor));
      g_assert_cmpuint (sk_remedy_get_won (remedy), >, 0);
      g_assert_cmpuint (count_overrun (sk_session_editor_get_session (editor)), ==,
                        overrun - sk_remedy_get_won (remedy));
      assert_is_gentle (session, sk_session_editor_get_session (editor));
      g_assert_true (sk_session_editor_undo (editor));
      g_assert_true (sk_session_equal (sk_session_editor_get_session (editor), session));
    }

  return remedies->len;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint n_remedies = 0;

  for (guint i = 0; i < N_SESSIONS; i++)
    {
      g_autoptr (SkSession) session = make_random (random);
      g_autoptr (SkTimetable) timetable = sk_timetable_new (session);

      g_test_message ("session %u", i);
      n_remedies += check_remedies (session, NULL);
      for (guint j = 0; j < sk_session_get_n_blocks (session); j++)
        if (sk_timetable_get_slot (timetable, j)->overrun > 0)
          n_remedies +=
            check_remedies (session, sk_block_get_id (sk_session_get_block (session, j)));
    }

  g_assert_cmpuint (n_remedies, >, N_SESSIONS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/remedy/the-lesson-of-the-pictures", test_lesson);
  g_test_add_func ("/session/remedy/of-one-block", test_of_one_block);
  g_test_add_func ("/session/remedy/is-one-step", test_one_step);
  g_test_add_func ("/session/remedy/past-the-bell", test_past_the_bell);
  g_test_add_func ("/session/remedy/several-blocks-together", test_together);
  g_test_add_func ("/session/remedy/leaves-out-what-nobody-offered-last", test_nothing_else_helps);
  g_test_add_func ("/session/remedy/nothing-wrong", test_nothing_wrong);
  g_test_add_func ("/session/remedy/locks-in-the-wrong-order", test_locks_in_the_wrong_order);
  g_test_add_func ("/session/remedy/when-late", test_late);
  g_test_add_func ("/session/remedy/random-sessions", test_random);

  return g_test_run ();
}
