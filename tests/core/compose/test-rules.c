/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plan must keep to, one rule at a time. */

#include "compose-fixture.h"

#define THEME(id) "https://w3id.org/sidekick/theme/" id

static GStrv
strv (const char *one)
{
  const char *all[] = {one, NULL};

  return g_strdupv ((GStrv) all);
}

/* The blocks of the nth proposal, or "". */
static char *
compose (Fixture *self,
         guint    nth)
{
  g_autoptr (SkComposition) composition = fixture_compose (self);

  return nth < sk_composition_get_n_proposals (composition)
           ? fixture_list (sk_composition_get_proposal (composition, nth))
           : g_strdup ("");
}

#define assert_composes(self, nth, expected)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found = compose (self, nth);                                                  \
    g_assert_cmpstr (found, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
assert_relax (Fixture *self,
              SkRelax  relax)
{
  g_autoptr (SkComposition) composition = fixture_compose (self);

  g_assert_cmpuint (sk_composition_get_n_proposals (composition), ==, 0);
  g_assert_cmpstr (sk_relax_to_string (sk_composition_get_relax (composition)), ==,
                   sk_relax_to_string (relax));
  g_assert_nonnull (sk_composition_get_advice (composition));
}

/* Opening and closing grow first, then the group talks after a tool. */
static void
test_filled (void)
{
  g_auto (Fixture) self = {0};

  fixture_init (&self, 30);
  fixture_add_known (&self, "one", "privacy", 20);
  assert_composes (&self, 0, "welcome 5, one 20, debrief 5");
  self.request.minutes = 33;
  assert_composes (&self, 0, "welcome 5, one 20, debrief 8");
  self.request.minutes = 45;
  assert_composes (&self, 0, "welcome 10, one 20, debrief 15");
  self.request.minutes = 53;
  assert_composes (&self, 0, "welcome 10, one 20, talk 8, debrief 15");
  self.request.minutes = 24;
  assert_composes (&self, 0, "welcome 2, one 20, debrief 2");
}

static void
test_breaks (void)
{
  g_auto (Fixture) self = {0};

  fixture_init (&self, 120);
  fixture_add_known (&self, "one", "privacy", 50);
  fixture_add_known (&self, "two", "gaming", 50);
  assert_composes (&self, 0, "welcome 5, one 50, break 10, two 50, debrief 5");
}

/* A length that its publisher states is kept, unless a shorter one is stated too. */
static void
test_stated_minutes (void)
{
  g_auto (Fixture) self = {0};
  g_auto (SkResourceFields) fields = {.minutes = 50, .minutes_min = 30};

  fixture_init (&self, 50);
  fixture_add_known (&self, "one", "privacy", 50);
  assert_relax (&self, SK_RELAX_MINUTES);
  fixture_add (&self, "shorter", &fields);
  assert_composes (&self, 0, "welcome 5, shorter 40, debrief 5");
  self.request.minutes = 40;
  assert_composes (&self, 0, "welcome 5, shorter 30, debrief 5");
  self.request.minutes = 39;
  assert_relax (&self, SK_RELAX_MINUTES);
}

/* Known tools go before those of which something is unknown, however well these suit. */
static void
test_known_first (void)
{
  g_auto (Fixture) self = {0};
  g_auto (SkResourceFields) fields = {.has_ages = TRUE, .ages = {9, 11}};

  fixture_init (&self, 50);
  self.request.has_ages = TRUE;
  self.request.ages = (SkAgeRange) {9, 11};
  fields.themes = fixture_concepts (&self, SK_FACET_THEME, "privacy");
  fields.formats = fixture_concepts (&self, SK_FACET_FORMAT, "lesson_plan");
  fields.audiences = fixture_concepts (&self, SK_FACET_AUDIENCE, "student");
  fixture_add (&self, "unknown", &fields);
  assert_composes (&self, 0, "welcome 5, unknown 40, debrief 5");

  fixture_add_known (&self, "known", "gaming", 40);
  assert_composes (&self, 0, "welcome 5, known 40, debrief 5");
  assert_composes (&self, 1, "welcome 5, unknown 40, debrief 5");
}

static void
test_shares (void)
{
  g_auto (Fixture) self = {0};

  fixture_init (&self, 50);
  fixture_add_known (&self, "bully-30", "bullying", 30);
  fixture_add_known (&self, "bully-10", "bullying", 10);
  fixture_add_known (&self, "private-30", "privacy", 30);
  fixture_add_known (&self, "private-10", "privacy", 10);
  fixture_add_known (&self, "play-20", "gaming", 20);
  sk_compose_request_set_theme (&self.request, THEME ("bullying"), 3);
  sk_compose_request_set_theme (&self.request, THEME ("privacy"), 1);
  assert_composes (&self, 0, "welcome 5, bully-30 30, private-10 10, debrief 5");
  sk_compose_request_set_theme (&self.request, THEME ("bullying"), 1);
  sk_compose_request_set_theme (&self.request, THEME ("privacy"), 3);
  assert_composes (&self, 0, "welcome 5, bully-10 10, private-30 30, debrief 5");
}

/* A sensitive theme comes early; where it is all there is, more time is left to close it. */
static void
test_sensitive (void)
{
  g_auto (Fixture) self = {0};

  fixture_init (&self, 60);
  fixture_add_known (&self, "lingers", "bullying", 20);
  fixture_add_known (&self, "light", "privacy", 20);
  assert_composes (&self, 0, "welcome 10, lingers 20, light 20, debrief 10");
  assert_composes (&self, 1, "welcome 10, light 20, talk 15, debrief 15");
  sk_compose_request_set_theme (&self.request, THEME ("bullying"), 1);
  self.request.minutes = 40;
  assert_composes (&self, 0, "welcome 10, lingers 20, debrief 10");
}

/* Neither twice nor in two languages, even where the link is by way of a third one. */
static void
test_versions (void)
{
  g_auto (Fixture) self = {0};
  g_auto (SkResourceFields) dutch = {.minutes = 20, .translation_of = g_strdup ("original")};
  g_auto (SkResourceFields) french = {.minutes = 20, .translation_of = g_strdup ("original")};

  fixture_init (&self, 50);
  fixture_add (&self, "dutch", &dutch);
  fixture_add (&self, "french", &french);
  assert_composes (&self, 0, "welcome 10, dutch 20, talk 5, debrief 15");
  assert_composes (&self, 1, "welcome 10, french 20, talk 5, debrief 15");
  assert_composes (&self, 2, "");

  self.request.avoid = strv ("dutch");
  assert_relax (&self, SK_RELAX_AVOID);
}

static void
test_relax (void)
{
  g_auto (Fixture) self = {0};

  fixture_init (&self, 30);
  assert_relax (&self, SK_RELAX_NOTHING);
  fixture_add_known (&self, "one", "privacy", 20);

  self.request.languages = strv ("fr");
  assert_relax (&self, SK_RELAX_LANGUAGE);
  g_clear_pointer (&self.request.languages, g_strfreev);

  self.request.without = strv ("tables");
  assert_relax (&self, SK_RELAX_NEEDS);
  g_clear_pointer (&self.request.without, g_strfreev);

  self.request.avoid = strv ("one");
  assert_relax (&self, SK_RELAX_AVOID);
  g_clear_pointer (&self.request.avoid, g_strfreev);

  self.request.has_ages = TRUE;
  self.request.ages = (SkAgeRange) {12, 14};
  assert_relax (&self, SK_RELAX_AGE);
  self.request.has_ages = FALSE;

  sk_compose_request_set_theme (&self.request, THEME ("coding"), 1);
  assert_relax (&self, SK_RELAX_THEMES);
  g_clear_pointer (&self.request.themes, g_hash_table_unref);

  self.request.minutes = 10;
  assert_relax (&self, SK_RELAX_MINUTES);
  self.request.minutes = 30;
  assert_composes (&self, 0, "welcome 5, one 20, debrief 5");
}

static void
test_relax_size (void)
{
  g_auto (Fixture) self = {0};
  g_auto (SkResourceFields) fields = {.minutes = 20, .group_min = 2, .group_max = 6};

  fixture_init (&self, 30);
  fixture_add (&self, "few", &fields);
  self.request.size = 6;
  assert_composes (&self, 0, "welcome 5, few 20, debrief 5");
  self.request.size = 7;
  assert_relax (&self, SK_RELAX_SIZE);
  self.request.size = 1;
  assert_relax (&self, SK_RELAX_SIZE);
}

/* Where several things are in the way, they are all named, and there is a first one. */
static void
test_relax_several (void)
{
  g_auto (Fixture) self = {0};
  g_autoptr (SkComposition) composition = NULL;

  fixture_init (&self, 30);
  fixture_add_known (&self, "one", "privacy", 20);
  self.request.languages = strv ("fr");
  self.request.without = strv ("tables");
  composition = fixture_compose (&self);
  g_assert_cmpint (sk_composition_get_relax (composition), ==, SK_RELAX_NEEDS);
  g_assert_cmpstr (sk_composition_get_advice (composition), ==,
                   "No one thing alone is in the way; relax together: what the room lacks, "
                   "the languages");
}

/* In whatever order the tools come, whatever the time is, and whoever asks. */
static void
test_deterministic (void)
{
  static const char * const themes[] = {"bullying", "privacy", "gaming", "coding"};
  g_auto (Fixture) forwards = {0};
  g_auto (Fixture) backwards = {0};

  fixture_init (&forwards, 50);
  fixture_init (&backwards, 50);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("urn:tool:%02u", i);

      fixture_add_known (&forwards, id, themes[i % 4], 10 + i % 3 * 10);
    }
  for (guint i = 40; i > 0; i--)
    g_ptr_array_add (backwards.resources,
                     g_object_ref (g_ptr_array_index (forwards.resources, i - 1)));

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *one = compose (&forwards, i);

      g_assert_cmpstr (one, !=, "");
      assert_composes (&forwards, i, one);
      assert_composes (&backwards, i, one);
    }
}

/* Each of the proposals is what its title says. */
static void
test_purposes (void)
{
  g_auto (Fixture) self = {0};
  g_autoptr (SkComposition) composition = NULL;
  const char *titles[] = {"Balanced", "Without a Screen", "More Play"};

  fixture_init (&self, 50);
  for (guint i = 0; i < 3; i++)
    {
      const char *formats[] = {"video", "worksheet", "educational_game"};
      const char *themes[] = {"privacy gaming", "bullying", "coding"};

      for (guint j = 0; j < 2; j++)
        {
          g_autofree char *id = g_strdup_printf ("%s-%u", formats[i], j);
          g_auto (SkResourceFields) fields = {
            .minutes = 20,
            .formats = fixture_concepts (&self, SK_FACET_FORMAT, formats[i]),
            .themes = fixture_concepts (&self, SK_FACET_THEME, themes[i]),
          };

          fixture_add (&self, id, &fields);
        }
    }

  composition = fixture_compose (&self);
  g_assert_cmpuint (sk_composition_get_n_proposals (composition), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (sk_composition_get_proposal (composition, i)->title, ==, titles[i]);
  g_assert_cmpuint (sk_composition_get_proposal (composition, 0)->screen_minutes, >, 0);
  g_assert_cmpuint (sk_composition_get_proposal (composition, 1)->screen_minutes, ==, 0);
}

static void
test_left_out (void)
{
  g_auto (Fixture) self = {0};
  g_autoptr (SkComposition) composition = NULL;
  const SkLeftOut *left_out;

  fixture_init (&self, 30);
  fixture_add_known (&self, "one", "privacy", 20);
  fixture_add_known (&self, "done", "gaming", 20);
  self.request.avoid = strv ("done");
  composition = fixture_compose (&self);
  g_assert_cmpuint (sk_composition_get_left_out (composition)->len, ==, 1);
  left_out = g_ptr_array_index (sk_composition_get_left_out (composition), 0);
  g_assert_cmpstr (sk_resource_get_id (left_out->resource), ==, "done");
  g_assert_cmpstr (left_out->reason, ==, "not once more");
}

/* What is unknown is written in words that do not change, and read in those of people. */
static void
test_reason_words (void)
{
  const char *words[][2] = {
    {"unknown: age", "ages not stated"},
    {"unknown: needs", "needs not stated"},
    {"unknown: minutes (20 is our guess by format)",
     "length not stated: 20 minutes is our guess by format"},
    {"unknown: anything", "anything"},
    {"for ages 8–10", "for ages 8–10"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gboolean unknown;
      g_autofree char *shown = sk_compose_reason_words (words[i][0], &unknown);

      g_assert_cmpstr (shown, ==, words[i][1]);
      g_assert_cmpint (unknown, ==, g_str_has_prefix (words[i][0], "unknown: "));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compose/rules/filled", test_filled);
  g_test_add_func ("/compose/rules/breaks", test_breaks);
  g_test_add_func ("/compose/rules/stated-minutes", test_stated_minutes);
  g_test_add_func ("/compose/rules/known-first", test_known_first);
  g_test_add_func ("/compose/rules/shares", test_shares);
  g_test_add_func ("/compose/rules/sensitive", test_sensitive);
  g_test_add_func ("/compose/rules/versions", test_versions);
  g_test_add_func ("/compose/rules/relax", test_relax);
  g_test_add_func ("/compose/rules/relax-size", test_relax_size);
  g_test_add_func ("/compose/rules/relax-several", test_relax_several);
  g_test_add_func ("/compose/rules/deterministic", test_deterministic);
  g_test_add_func ("/compose/rules/purposes", test_purposes);
  g_test_add_func ("/compose/rules/left-out", test_left_out);
  g_test_add_func ("/compose/rules/reason-words", test_reason_words);

  return g_test_run ();
}
