/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is suggested for a session that is there already, and what may take a block's place. */

#include "compose-fixture.h"
#include "random-catalogue.h"

#define MANY 100
#define N_CATALOGUES 300
#define N_TOOLS 40

static GStrv
strv (const char *one)
{
  const char *all[] = {one, NULL};

  return g_strdupv ((GStrv) all);
}

/* A session for the group and the room of the fixture's request, in Dutch unless that says more. */
static SkSession *
make_session (Fixture   *self,
              GPtrArray *blocks)
{
  g_auto (SkSessionFields) fields;
  g_autoptr (GStrvBuilder) room = g_strv_builder_new ();
  const char * const *without = (const char * const *) self->request.without;

  sk_session_fields_init (&fields);
  fields.has_ages = self->request.has_ages;
  fields.ages = self->request.ages;
  fields.size = self->request.size;
  fields.languages =
    self->request.languages != NULL ? g_strdupv (self->request.languages) : strv ("nl");
  fields.room_stated = without != NULL;
  for (guint i = 0; without != NULL && sk_needs[i] != NULL; i++)
    if (!g_strv_contains (without, sk_needs[i]))
      g_strv_builder_add (room, sk_needs[i]);
  fields.room = g_strv_builder_end (room);
  fields.blocks = g_ptr_array_ref (blocks);
  return sk_session_new (&fields);
}

/* A welcome, the tools of the fixture whose numbers are given, and a debrief. */
static SkSession *
make_hour (Fixture *self,
           int      first,
           int      second)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  int tools[] = {first, second};

  g_ptr_array_add (blocks, sk_block_new_own (SK_BLOCK_WELCOME, "", 5));
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (tools[i] >= 0)
      g_ptr_array_add (blocks,
                       sk_block_new_tool (g_ptr_array_index (self->resources, tools[i]), NULL));
  g_ptr_array_add (blocks, sk_block_new_own (SK_BLOCK_DEBRIEF, "", 5));
  return make_session (self, blocks);
}

static char *
suggest (Fixture    *self,
         SkSession  *session,
         guint       minutes,
         const char *text)
{
  g_autoptr (SkComposer) composer = fixture_composer (self);
  g_autoptr (GPtrArray) blocks = sk_composer_suggest (composer, session, minutes, text, MANY);

  return fixture_list_blocks (blocks);
}

static char *
swap (Fixture   *self,
      SkSession *session,
      guint      position)
{
  g_autoptr (SkComposer) composer = fixture_composer (self);
  const char *id = sk_block_get_id (sk_session_get_block (session, position));
  g_autoptr (GPtrArray) blocks = sk_composer_swap (composer, session, id, MANY);

  return fixture_list_blocks (blocks);
}

#define assert_suggests(self, session, minutes, text, expected)                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *listed = suggest (self, session, minutes, text);                              \
    g_assert_cmpstr (listed, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

#define assert_swaps(self, session, position, expected)                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *listed = swap (self, session, position);                                      \
    g_assert_cmpstr (listed, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

/* What fills them comes first, what is longer not at all. */
static void
test_minutes_left (void)
{
  g_auto (Fixture) self = {0};
  g_autoptr (SkSession) session = NULL;

  fixture_init (&self, 50);
  fixture_add_known (&self, "five", "privacy", 5);
  fixture_add_known (&self, "ten", "privacy", 10);
  fixture_add_known (&self, "eleven", "privacy", 11);
  session = make_hour (&self, -1, -1);
  assert_suggests (&self, session, 10, NULL, "ten 10, five 5");
  assert_suggests (&self, session, 4, NULL, "");
  assert_suggests (&self, session, 0, NULL, "eleven 11, five 5, ten 10");
}

/* A length that is our own guess may be a shorter one; a stated one only where that is stated too.
 */
static void
test_minutes_to_fit (void)
{
  g_auto (Fixture) self = {0};
  g_auto (SkResourceFields) flexible = {.minutes = 50, .minutes_min = 15};
  g_auto (SkResourceFields) fixed = {.minutes = 50};
  g_autoptr (SkSession) session = NULL;

  fixture_init (&self, 50);
  flexible.languages = strv ("nl");
  fixed.languages = strv ("nl");
  fixture_add (&self, "flexible", &flexible);
  fixture_add (&self, "fixed", &fixed);
  session = make_hour (&self, -1, -1);
  assert_suggests (&self, session, 20, NULL, "flexible 20");
  assert_suggests (&self, session, 14, NULL, "");
}

static void
test_group_and_room (void)
{
  g_auto (Fixture) self = {0};
  g_auto (SkResourceFields) few = {.minutes = 10, .group_min = 2, .group_max = 6};
  g_auto (SkResourceFields) french = {.minutes = 10, .languages = strv ("fr")};
  g_auto (SkResourceFields) old = {.minutes = 10, .has_ages = TRUE, .ages = {14, 16}};
  g_auto (SkResourceFields) sound = {.minutes = 10, .needs = strv ("sound")};
  g_autoptr (SkSession) session = NULL;

  fixture_init (&self, 50);
  self.request.has_ages = TRUE;
  self.request.ages = (SkAgeRange) {9, 11};
  self.request.size = 22;
  self.request.without = strv ("sound");
  few.languages = strv ("nl");
  old.languages = strv ("nl");
  sound.languages = strv ("nl");
  fixture_add (&self, "few", &few);
  fixture_add (&self, "french", &french);
  fixture_add (&self, "old", &old);
  fixture_add (&self, "sound", &sound);
  fixture_add_known (&self, "fits", "privacy", 10);
  fixture_add_known (&self, "fits-too", "privacy", 10);

  session = make_hour (&self, -1, -1);
  assert_suggests (&self, session, 10, NULL, "fits 10, fits-too 10");
  g_clear_object (&session);
  session = make_hour (&self, 4, -1);
  assert_swaps (&self, session, 1, "fits-too 10");
}

/* An unknown may be used, after the known, and says so. */
static void
test_unknown_last (void)
{
  g_auto (Fixture) self = {0};
  g_auto (SkResourceFields) fields = {.languages = strv ("nl"), .minutes = 10};
  g_autoptr (SkSession) session = NULL;
  g_autoptr (SkComposer) composer = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  fixture_init (&self, 50);
  self.request.has_ages = TRUE;
  self.request.ages = (SkAgeRange) {9, 11};
  fixture_add (&self, "ageless", &fields);
  fixture_add_known (&self, "known", "privacy", 10);

  session = make_hour (&self, -1, -1);
  assert_suggests (&self, session, 10, NULL, "known 10, ageless 10");
  composer = fixture_composer (&self);
  blocks = sk_composer_suggest (composer, session, 10, NULL, MANY);
  g_assert_false (
    g_strv_contains (sk_block_get_reasons (g_ptr_array_index (blocks, 0)), "unknown: age"));
  g_assert_true (
    g_strv_contains (sk_block_get_reasons (g_ptr_array_index (blocks, 1)), "unknown: age"));
}

/* Nor in another language. */
static void
test_not_twice (void)
{
  g_auto (Fixture) self = {0};
  g_auto (SkResourceFields) dutch = {.minutes = 10, .translation_of = g_strdup ("english")};
  g_auto (SkResourceFields) french = {.minutes = 10, .translation_of = g_strdup ("english")};
  g_autoptr (SkSession) session = NULL;

  fixture_init (&self, 50);
  dutch.languages = strv ("nl");
  french.languages = strv ("fr");
  self.request.languages = g_strdupv ((GStrv) (const char *[]) {"nl", "fr", NULL});
  fixture_add (&self, "dutch", &dutch);
  fixture_add (&self, "french", &french);
  fixture_add_known (&self, "one", "privacy", 10);
  fixture_add_known (&self, "two", "privacy", 10);

  session = make_hour (&self, 0, 2);
  assert_suggests (&self, session, 10, NULL, "two 10");
  assert_swaps (&self, session, 2, "two 10");
  g_clear_object (&session);
  session = make_hour (&self, -1, -1);
  assert_suggests (&self, session, 10, NULL, "one 10, two 10, dutch 10");
}

static void
test_text (void)
{
  g_auto (Fixture) self = {0};
  g_autoptr (SkSession) session = NULL;

  fixture_init (&self, 50);
  fixture_add_known (&self, "owl", "privacy", 10);
  fixture_add_known (&self, "badger", "privacy", 10);
  fixture_add_known (&self, "badger long", "privacy", 30);
  session = make_hour (&self, -1, -1);
  assert_suggests (&self, session, 10, "badger", "badger 10");
  assert_suggests (&self, session, 10, "heron", "");
  assert_suggests (&self, session, 10, "", "badger 10, owl 10");
}

/* As long before shorter, half at least, and never longer; the same family before others. */
static void
test_swap_length (void)
{
  g_auto (Fixture) self = {0};
  g_autoptr (SkSession) session = NULL;

  fixture_init (&self, 50);
  fixture_add_known (&self, "old", "bullying", 20);
  fixture_add_known (&self, "shorter", "bullying", 10);
  fixture_add_known (&self, "too-short", "bullying", 9);
  fixture_add_known (&self, "longer", "bullying", 21);
  fixture_add_known (&self, "other", "gaming", 20);
  fixture_add_known (&self, "same", "bullying", 20);
  session = make_hour (&self, 0, -1);
  assert_swaps (&self, session, 1, "same 20, other 20, shorter 10");
}

/* A sensitive theme is in the last place no more welcome than when a plan is composed. */
static void
test_swap_last (void)
{
  g_auto (Fixture) self = {0};
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkSession) session = NULL;

  fixture_init (&self, 50);
  fixture_add_known (&self, "one", "privacy", 20);
  fixture_add_known (&self, "two", "privacy", 20);
  fixture_add_known (&self, "light", "privacy", 20);
  fixture_add_known (&self, "lingers", "bullying", 20);
  g_ptr_array_add (blocks, sk_block_new_tool (g_ptr_array_index (self.resources, 0), NULL));
  g_ptr_array_add (blocks, sk_block_new_tool (g_ptr_array_index (self.resources, 1), NULL));
  session = make_session (&self, blocks);
  assert_swaps (&self, session, 0, "light 20, lingers 20");
  assert_swaps (&self, session, 1, "light 20");
}

/* A lane has people of its own. */
static void
test_swap_lane (void)
{
  g_auto (Fixture) self = {0};
  g_auto (SkResourceFields) few = {.minutes = 20, .group_min = 2, .group_max = 12};
  g_auto (SkResourceFields) lane = {0};
  g_autoptr (SkBlock) tool = NULL;
  g_auto (SkBlockFields) fields;
  g_auto (SkBlockFields) groups;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkSession) session = NULL;
  g_autoptr (SkComposer) composer = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *list = NULL;

  fixture_init (&self, 50);
  self.request.size = 22;
  lane.minutes = 20;
  lane.languages = strv ("nl");
  few.languages = strv ("nl");
  fixture_add (&self, "old", &lane);
  fixture_add (&self, "few", &few);
  tool = sk_block_new_tool (g_ptr_array_index (self.resources, 0), NULL);
  sk_block_copy_fields (tool, &fields);
  fields.size = 11;
  sk_block_fields_init (&groups);
  groups.kind = SK_BLOCK_GROUPS;
  groups.minutes = 20;
  groups.lanes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (groups.lanes, sk_block_new (&fields));
  g_ptr_array_add (groups.lanes, sk_block_new_own (SK_BLOCK_DO, "", 20));
  g_ptr_array_add (blocks, sk_block_new (&groups));
  session = make_session (&self, blocks);

  assert_suggests (&self, session, 20, NULL, "");
  composer = fixture_composer (&self);
  found = sk_composer_swap (composer, session, sk_block_get_id (tool), MANY);
  list = fixture_list_blocks (found);
  g_assert_cmpstr (list, ==, "few 20");
}

static gboolean
shares_language (SkResource         *resource,
                 const char * const *languages)
{
  const char * const *own = sk_resource_get_languages (resource);

  for (guint i = 0; languages[i] != NULL; i++)
    for (guint j = 0; own[j] != NULL; j++)
      if (g_ascii_strncasecmp (own[j], languages[i], 2) == 0)
        return TRUE;

  return FALSE;
}

/* Whether all that is stated of a tool suits the session's group and room. */
static void
assert_suits (SkSession  *session,
              SkResource *resource)
{
  const char * const *needs = sk_resource_get_needs (resource);
  const guint size = sk_session_get_size (session);
  const guint largest = sk_resource_get_group_max (resource);
  SkAgeRange group, ages;

  g_assert_true (shares_language (resource, sk_session_get_languages (session)));
  for (guint i = 0; sk_session_get_room (session) != NULL && needs[i] != NULL; i++)
    g_assert_true (sk_session_has_need (session, needs[i]));
  if (sk_session_get_ages (session, &group) && sk_resource_get_ages (resource, &ages))
    g_assert_true (ages.min <= group.max && ages.max >= group.min);
  if (size > 0)
    g_assert_true (sk_resource_get_group_min (resource) <= size &&
                   (largest == 0 || largest >= size));
}

static void
assert_all_suit (SkSession *session,
                 GPtrArray *blocks,
                 guint      least,
                 guint      most)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (blocks, i);

      assert_suits (session, sk_block_get_resource (block));
      g_assert_cmpuint (sk_block_get_minutes (block), >=, least);
      g_assert_cmpuint (sk_block_get_minutes (block), <=, most);
      g_assert_nonnull (sk_block_get_reasons (block)[0]);
      for (guint j = 0; j < sk_session_get_n_blocks (session); j++)
        g_assert_cmpstr (sk_block_get_resource_id (block), !=,
                         sk_block_get_resource_id (sk_session_get_block (session, j)));
    }
}

/* For whatever group and room, and of whatever tools. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270209);
  guint n_found = 0;

  for (guint i = 0; i < N_CATALOGUES; i++)
    {
      g_auto (Fixture) self = {0};
      g_autoptr (SkSession) session = NULL;
      g_autoptr (SkComposer) composer = NULL;
      g_autoptr (GPtrArray) swaps = NULL;
      g_autoptr (GPtrArray) suggestions = NULL;
      guint minutes;
      SkBlock *old;

      fixture_init (&self, 50);
      for (guint j = 0; j < N_TOOLS; j++)
        random_catalogue_add (&self, rand, j);
      random_catalogue_ask (&self, rand);
      session = make_hour (&self, 0, 1);
      composer = fixture_composer (&self);

      old = sk_session_get_block (session, 1);
      minutes = sk_block_get_minutes (old);
      swaps = sk_composer_swap (composer, session, sk_block_get_id (old), MANY);
      assert_all_suit (session, swaps, (minutes + 1) / 2, minutes);
      suggestions = sk_composer_suggest (composer, session, 20, NULL, MANY);
      assert_all_suit (session, suggestions, 1, 20);
      n_found += swaps->len + suggestions->len;
    }

  g_assert_cmpuint (n_found, >, N_CATALOGUES);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compose/suggest/minutes-left", test_minutes_left);
  g_test_add_func ("/compose/suggest/minutes-to-fit", test_minutes_to_fit);
  g_test_add_func ("/compose/suggest/group-and-room", test_group_and_room);
  g_test_add_func ("/compose/suggest/unknown-last", test_unknown_last);
  g_test_add_func ("/compose/suggest/not-twice", test_not_twice);
  g_test_add_func ("/compose/suggest/text", test_text);
  g_test_add_func ("/compose/swap/length", test_swap_length);
  g_test_add_func ("/compose/swap/last", test_swap_last);
  g_test_add_func ("/compose/swap/lane", test_swap_lane);
  g_test_add_func ("/compose/suggest/random", test_random);

  return g_test_run ();
}
