/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-balance.h"

#include "model/sk-vocabularies.h"
#include "session-fixture.h"

#define EPSILON 0.001

static SkBlock *
make_tool (const char *format,
           const char *theme,
           guint       minutes,
           const char *needs)
{
  g_autoptr (SkResource) tool = fixture_tool ("urn:a", "A", format, theme, minutes, needs);

  return sk_block_new_tool (tool, NULL);
}

static SkBalance
measure (SkBlock *first,
         ...)
{
  g_autoptr (SkSession) session = fixture_hour (NULL, NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkSession) filled = NULL;
  SkBalance balance;
  va_list others;

  va_start (others, first);
  for (SkBlock *block = first; block != NULL; block = va_arg (others, SkBlock *))
    g_ptr_array_add (blocks, block);
  va_end (others);

  filled = sk_session_with_blocks (session, blocks);
  sk_balance_init (&balance, filled);
  return balance;
}

static double
get_family (const SkBalance *balance,
            const char      *family)
{
  for (guint i = 0; i < SK_N_FAMILIES; i++)
    if (g_str_equal (sk_families[i], family))
      return balance->families[i];

  g_assert_not_reached ();
}

static SkBlock *
make_groups (SkBlock *a,
             SkBlock *b,
             SkBlock *c,
             guint    minutes)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  fields.kind = SK_BLOCK_GROUPS;
  fields.minutes = minutes;
  fields.lanes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (fields.lanes, a);
  g_ptr_array_add (fields.lanes, b);
  g_ptr_array_add (fields.lanes, c);
  return sk_block_new (&fields);
}

/* The families are those of the vocabulary, and in its order. */
static void
test_families (void)
{
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  SkVocabulary *themes = sk_vocabularies_get (vocabularies, SK_FACET_THEME);
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sk_vocabulary_get_size (themes); i++)
    g_hash_table_add (families,
                      (gpointer) sk_concept_get_family (sk_vocabulary_get_nth (themes, i)));

  g_assert_cmpuint (g_hash_table_size (families), ==, SK_N_FAMILIES);
  for (guint i = 0; i < SK_N_FAMILIES; i++)
    g_assert_true (g_hash_table_contains (families, sk_families[i]));
}

static void
test_themes (void)
{
  SkBalance balance =
    measure (sk_block_new_own (SK_BLOCK_WELCOME, NULL, 5), make_tool (NULL, "bullying", 20, NULL),
             make_tool (NULL, "gaming", 15, NULL), make_tool (NULL, NULL, 10, NULL), NULL);

  g_assert_cmpfloat_with_epsilon (get_family (&balance, "relations"), 20, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_family (&balance, "play"), 15, EPSILON);
  g_assert_cmpfloat_with_epsilon (balance.no_family, 15, EPSILON);
  g_assert_cmpfloat_with_epsilon (balance.minutes, 50, EPSILON);
}

static void
test_activities (void)
{
  SkBalance balance = measure (sk_block_new_own (SK_BLOCK_WELCOME, NULL, 5),
                               sk_block_new_own (SK_BLOCK_BREAK, NULL, 10),
                               make_tool ("educational_game", NULL, 20, NULL),
                               make_tool ("worksheet", NULL, 15, NULL), NULL);

  g_assert_cmpfloat_with_epsilon (balance.activities[SK_ACTIVITY_TALK], 5, EPSILON);
  g_assert_cmpfloat_with_epsilon (balance.activities[SK_ACTIVITY_DO], 15, EPSILON);
  g_assert_cmpfloat_with_epsilon (balance.activities[SK_ACTIVITY_PLAY], 20, EPSILON);
  g_assert_cmpfloat_with_epsilon (balance.activities[SK_ACTIVITY_NONE], 10, EPSILON);
}

/* A tool that states no needs may need a screen; one that needs tables alone does not. */
static void
test_screen (void)
{
  SkBalance balance =
    measure (make_tool (NULL, NULL, 10, "internet screen"), make_tool (NULL, NULL, 5, "devices"),
             make_tool (NULL, NULL, 20, "tables"), make_tool (NULL, NULL, 15, NULL),
             sk_block_new_own (SK_BLOCK_TALK, NULL, 8), NULL);

  g_assert_cmpfloat_with_epsilon (balance.screen, 15, EPSILON);
  g_assert_cmpfloat_with_epsilon (balance.screen_unknown, 15, EPSILON);
}

static void
test_lanes_share (void)
{
  SkBalance balance = measure (make_groups (make_tool ("worksheet", "bullying", 12, "screen"),
                                            make_tool ("assessment", "gaming", 12, "tables"),
                                            sk_block_new_own (SK_BLOCK_TALK, NULL, 12), 12),
                               NULL);

  g_assert_cmpfloat_with_epsilon (get_family (&balance, "relations"), 4, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_family (&balance, "play"), 4, EPSILON);
  g_assert_cmpfloat_with_epsilon (balance.no_family, 4, EPSILON);
  g_assert_cmpfloat_with_epsilon (balance.screen, 4, EPSILON);
  g_assert_cmpfloat_with_epsilon (balance.minutes, 12, EPSILON);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/balance/knows-the-families-of-the-vocabulary", test_families);
  g_test_add_func ("/session/balance/adds-up-minutes-by-family", test_themes);
  g_test_add_func ("/session/balance/adds-up-minutes-by-activity", test_activities);
  g_test_add_func ("/session/balance/an-unknown-screen-is-unknown", test_screen);
  g_test_add_func ("/session/balance/lanes-share-the-minutes", test_lanes_share);

  return g_test_run ();
}
