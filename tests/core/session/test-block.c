/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-block-guess.h"

#include "session-fixture.h"

static const char * const dutch[] = {"nl", NULL};

static void
test_least (void)
{
  g_auto (SkBlockFields) fields;
  g_autoptr (SkBlock) block = NULL;

  sk_block_fields_init (&fields);
  block = sk_block_new (&fields);

  g_assert_cmpstr (sk_block_get_id (block), !=, "");
  g_assert_cmpint (sk_block_get_kind (block), ==, SK_BLOCK_DO);
  g_assert_cmpstr (sk_block_get_title (block), ==, "");
  g_assert_cmpstr (sk_block_get_goal (block), ==, "");
  g_assert_cmpstr (sk_block_get_note (block), ==, "");
  g_assert_cmpuint (sk_block_get_minutes (block), ==, 1);
  g_assert_cmpint (sk_block_get_lock (block), ==, SK_BLOCK_UNLOCKED);
  g_assert_null (sk_block_get_materials (block)[0]);
  g_assert_null (sk_block_get_reasons (block)[0]);
  g_assert_null (sk_block_get_lanes (block));
  g_assert_null (sk_block_get_resource_id (block));
  g_assert_null (sk_block_get_family (block));
}

static guint
make_minutes (guint minutes)
{
  g_autoptr (SkBlock) block = sk_block_new_own (SK_BLOCK_TALK, NULL, minutes);

  return sk_block_get_minutes (block);
}

static int
make_lock (int lock)
{
  g_auto (SkBlockFields) fields;
  g_autoptr (SkBlock) block = NULL;

  sk_block_fields_init (&fields);
  fields.lock = lock;
  block = sk_block_new (&fields);
  return sk_block_get_lock (block);
}

static void
test_limits (void)
{
  g_assert_cmpuint (make_minutes (0), ==, 1);
  g_assert_cmpuint (make_minutes (45), ==, 45);
  g_assert_cmpuint (make_minutes (G_MAXUINT), ==, SK_BLOCK_MAX_MINUTES);
  g_assert_cmpint (make_lock (0), ==, 0);
  g_assert_cmpint (make_lock (1439), ==, 1439);
  g_assert_cmpint (make_lock (1440), ==, SK_BLOCK_UNLOCKED);
  g_assert_cmpint (make_lock (-7), ==, SK_BLOCK_UNLOCKED);
}

static void
test_text (void)
{
  g_auto (SkBlockFields) fields;
  g_autoptr (SkBlock) block = NULL;

  sk_block_fields_init (&fields);
  fields.title = g_strdup (" Praten\nover \xff ");
  fields.note = g_strdup ("een\ntwee");
  fields.materials = g_strsplit ("schaar||  ", "|", -1);
  block = sk_block_new (&fields);

  g_assert_cmpstr (sk_block_get_title (block), ==, "Praten over �");
  g_assert_cmpstr (sk_block_get_note (block), ==, "een\ntwee");
  g_assert_cmpstr (sk_block_get_materials (block)[0], ==, "schaar");
  g_assert_null (sk_block_get_materials (block)[1]);
}

/* What only a tool has is left out of other blocks; without an id there is no tool. */
static void
test_tool_without_an_id (void)
{
  g_auto (SkBlockFields) fields;
  g_autoptr (SkBlock) own = NULL;
  g_autoptr (SkBlock) nameless = NULL;

  sk_block_fields_init (&fields);
  fields.kind = SK_BLOCK_TALK;
  fields.resource_id = g_strdup ("urn:a");
  fields.withdrawn = TRUE;
  fields.kept = g_strdup ("0");
  own = sk_block_new (&fields);
  fields.kind = SK_BLOCK_TOOL;
  nameless = sk_block_new (&fields);

  g_assert_null (sk_block_get_resource_id (own));
  g_assert_false (sk_block_get_withdrawn (own));
  g_assert_null (sk_block_get_kept (own));
  g_assert_cmpint (sk_block_get_kind (nameless), ==, SK_BLOCK_DO);
}

static SkBlock *
make_groups (guint n_lanes,
             guint minutes)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  fields.kind = SK_BLOCK_GROUPS;
  fields.minutes = minutes;
  fields.lanes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_lanes; i++)
    g_ptr_array_add (fields.lanes, sk_block_new_own (SK_BLOCK_PLAY, NULL, 7));
  return sk_block_new (&fields);
}

static void
test_lanes (void)
{
  const guint expected[] = {2, 2, 2, 3, 4, 4};

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (SkBlock) groups = make_groups (i, 12);
      GPtrArray *lanes = sk_block_get_lanes (groups);

      g_assert_cmpuint (lanes->len, ==, expected[i]);
      for (guint j = 0; j < lanes->len; j++)
        g_assert_cmpuint (sk_block_get_minutes (g_ptr_array_index (lanes, j)), ==, 12);
    }
}

static void
test_lanes_are_no_groups (void)
{
  g_auto (SkBlockFields) fields;
  g_autoptr (SkBlock) groups = NULL;

  sk_block_fields_init (&fields);
  fields.kind = SK_BLOCK_GROUPS;
  fields.lanes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (fields.lanes, make_groups (2, 5));
  g_ptr_array_add (fields.lanes, sk_block_new_own (SK_BLOCK_TALK, NULL, 5));
  groups = sk_block_new (&fields);

  g_assert_cmpuint (sk_block_get_lanes (groups)->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_null (sk_block_get_lanes (g_ptr_array_index (sk_block_get_lanes (groups), i)));
}

static void
test_tool (void)
{
  g_autoptr (SkResource) tool =
    fixture_tool ("urn:quiz", "Cyberquiz", "assessment", "bullying", 25, "screen sound");
  g_autoptr (SkBlock) block = sk_block_new_tool (tool, dutch);

  g_assert_cmpint (sk_block_get_kind (block), ==, SK_BLOCK_TOOL);
  g_assert_cmpstr (sk_block_get_title (block), ==, "Cyberquiz");
  g_assert_cmpuint (sk_block_get_minutes (block), ==, 25);
  g_assert_false (sk_block_get_minutes_guessed (block));
  g_assert_cmpint (sk_block_get_activity (block), ==, SK_ACTIVITY_PLAY);
  g_assert_cmpstr (sk_block_get_resource_id (block), ==, "urn:quiz");
  g_assert_cmpstr (sk_block_get_family (block), ==, "relations");
  g_assert_true (sk_block_get_resource (block) == tool);
  g_assert_nonnull (strstr (sk_block_get_snapshot (block), "\"urn:quiz\""));
  g_assert_true (sk_block_needs (block, "sound"));
  g_assert_false (sk_block_needs (block, "printer"));
}

static void
assert_guess (const char *format,
              guint       minutes,
              SkActivity  activity)
{
  g_autoptr (SkResource) tool = fixture_tool ("urn:a", "A", format, NULL, 0, NULL);
  g_autoptr (SkBlock) block = sk_block_new_tool (tool, NULL);

  g_assert_cmpuint (sk_block_get_minutes (block), ==, minutes);
  g_assert_true (sk_block_get_minutes_guessed (block));
  g_assert_cmpint (sk_block_get_activity (block), ==, activity);
}

static void
test_guess (void)
{
  assert_guess ("video", 10, SK_ACTIVITY_DO);
  assert_guess ("lesson_plan", 50, SK_ACTIVITY_DO);
  assert_guess ("educational_game", 20, SK_ACTIVITY_PLAY);
  assert_guess ("case_study", 20, SK_ACTIVITY_TALK);
  assert_guess ("sheet_music", 20, SK_ACTIVITY_DO);
  assert_guess (NULL, 20, SK_ACTIVITY_DO);
}

static void
test_changed_copy (void)
{
  g_autoptr (SkBlock) block = make_groups (3, 12);
  g_autoptr (SkBlock) same = NULL;
  g_autoptr (SkBlock) longer = NULL;
  g_auto (SkBlockFields) fields;

  sk_block_copy_fields (block, &fields);
  same = sk_block_new (&fields);
  g_assert_true (sk_block_equal (block, same));

  sk_block_copy_fields (block, &fields);
  fields.minutes = 20;
  longer = sk_block_new (&fields);
  g_assert_false (sk_block_equal (block, longer));
  g_assert_cmpstr (sk_block_get_id (block), ==, sk_block_get_id (longer));
  g_assert_cmpuint (sk_block_get_minutes (g_ptr_array_index (sk_block_get_lanes (longer), 2)), ==,
                    20);
  g_assert_cmpuint (sk_block_get_minutes (g_ptr_array_index (sk_block_get_lanes (block), 2)), ==,
                    12);
}

static void
test_dup_as_new (void)
{
  g_autoptr (SkBlock) block = make_groups (2, 12);
  g_autoptr (SkBlock) other = sk_block_dup_as_new (block);
  SkBlock *lane = g_ptr_array_index (sk_block_get_lanes (block), 0);
  SkBlock *other_lane = g_ptr_array_index (sk_block_get_lanes (other), 0);

  g_assert_cmpstr (sk_block_get_id (block), !=, sk_block_get_id (other));
  g_assert_cmpstr (sk_block_get_id (lane), !=, sk_block_get_id (other_lane));
  g_assert_cmpint (sk_block_get_kind (other_lane), ==, SK_BLOCK_PLAY);
}

static void
test_names (void)
{
  for (guint i = 0; i < SK_N_BLOCK_KINDS; i++)
    {
      SkBlockKind kind = SK_BLOCK_TOOL;

      g_assert_true (sk_block_kind_parse (sk_block_kind_to_string (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  for (guint i = 0; i <= SK_ACTIVITY_PLAY; i++)
    {
      SkActivity activity = SK_ACTIVITY_NONE;

      g_assert_true (sk_activity_parse (sk_activity_to_string (i), &activity));
      g_assert_cmpint (activity, ==, i);
    }

  g_assert_false (sk_block_kind_parse ("Tool", &(SkBlockKind) {0}));
  g_assert_false (sk_block_kind_parse (NULL, &(SkBlockKind) {0}));
  g_assert_false (sk_activity_parse ("sing", &(SkActivity) {0}));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/block/of-nothing-said-is-a-minute", test_least);
  g_test_add_func ("/session/block/minutes-and-lock-are-kept-in-their-range", test_limits);
  g_test_add_func ("/session/block/text-is-valid-and-a-title-one-line", test_text);
  g_test_add_func ("/session/block/only-a-tool-has-a-record", test_tool_without_an_id);
  g_test_add_func ("/session/block/groups-have-two-to-four-lanes-as-long-as-they", test_lanes);
  g_test_add_func ("/session/block/lanes-are-no-groups", test_lanes_are_no_groups);
  g_test_add_func ("/session/block/a-tool-brings-what-its-record-says", test_tool);
  g_test_add_func ("/session/block/an-unsaid-length-is-guessed-by-format", test_guess);
  g_test_add_func ("/session/block/a-change-makes-another-block", test_changed_copy);
  g_test_add_func ("/session/block/another-of-the-same-has-new-ids", test_dup_as_new);
  g_test_add_func ("/session/block/names-of-kinds-and-activities-are-read-back", test_names);

  return g_test_run ();
}
