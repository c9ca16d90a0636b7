/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>

#include "feed/sk-feed-licence.h"
#include "sk-words.h"

/* Shows the program to somebody with another locale, as its start does. */
static void
speak (const char *locale)
{
  g_setenv ("LC_ALL", locale, TRUE);
  g_unsetenv ("LANGUAGE");
  g_assert_nonnull (setlocale (LC_ALL, ""));
}

static void
test_ages (void)
{
  static const struct
  {
    SkAgeRange ages;
    const char *words;
  } cases[] = {
    {{8, 12}, "8–12 years"},
    {{12, 12}, "12 years"},
    {{1, 1}, "1 year"},
    {{9, SK_AGE_MAX}, "9 years and older"},
    {{0, 6}, "Up to 6 years"},
    {{19, SK_AGE_MAX}, "18+"},
    {{0, SK_AGE_MAX}, "All ages"},
  };

  speak ("C.UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sk_words_ages (cases[i].ages);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_values (void)
{
  static const struct
  {
    SkFacet facet;
    const char *value;
    const char *words;
  } cases[] = {
    {SK_FACET_AGE, "9-11", "9–11 years"},
    {SK_FACET_AGE, "19-99", "18+"},
    {SK_FACET_AGE, "8-", "8 years and older"},
    {SK_FACET_AGE, "none", "Not stated"},
    {SK_FACET_LENGTH, "30", "Up to 30 min"},
    {SK_FACET_LENGTH, "longer", "Over 100 min"},
    {SK_FACET_LANGUAGE, "nl", "Dutch"},
    {SK_FACET_LANGUAGE, "xyz", "xyz"},
    {SK_FACET_FREE, "true", "Free"},
    {SK_FACET_FREE, "false", "Not free"},
    {SK_FACET_FREE, "none", "Not stated"},
    {SK_FACET_PUBLISHER, "Child Focus", "Child Focus"},
    {SK_FACET_LICENCE, "https://creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0"},
    {SK_FACET_LICENCE, "https://example.org/terms", "example.org/terms"},
  };

  speak ("C.UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sk_words_value (cases[i].facet, cases[i].value, NULL);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_groups (void)
{
  g_autofree char *range = sk_words_group (6, 24);
  g_autofree char *exact = sk_words_group (2, 2);
  g_autofree char *most = sk_words_group (0, 30);
  g_autofree char *least = sk_words_group (4, 0);

  g_assert_cmpstr (range, ==, "6–24 people");
  g_assert_cmpstr (exact, ==, "2 people");
  g_assert_cmpstr (most, ==, "Up to 30 people");
  g_assert_cmpstr (least, ==, "4 people or more");
  g_assert_null (sk_words_group (0, 0));
}

static void
test_icons (void)
{
  g_autoptr (SkLangString) label = sk_lang_string_new ();
  g_autoptr (SkConcept) privacy = NULL;
  g_autoptr (SkConcept) foreign = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  sk_lang_string_add (label, "de", "Elternabend");
  privacy = sk_concept_new ("https://w3id.org/sidekick/theme/privacy", "privacy", "protect", NULL);
  foreign = sk_concept_new (NULL, NULL, NULL, label);
  ours = sk_words_icon (SK_FACET_THEME, privacy);
  theirs = sk_words_icon (SK_FACET_FORMAT, foreign);

  g_assert_cmpstr (ours, ==, "sk-theme-privacy-symbolic");
  g_assert_cmpstr (theirs, ==, "sk-format-other-symbolic");
  g_assert_null (sk_words_icon (SK_FACET_SETTING, privacy));
  g_assert_null (sk_words_icon (SK_FACET_THEME, NULL));
}

/* Whatever a feed calls a licence, people read the name that they know. */
static void
test_licences (void)
{
  static const char * const cases[][2] = {
    {"CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0"},
    {"http://creativecommons.org/licenses/by/3.0/at/deed.de", "CC BY 3.0 AT"},
    {"CC0-1.0", "CC0 1.0"},
    {"https://creativecommons.org/publicdomain/mark/1.0/", "Public Domain Mark 1.0"},
    {"MIT", "MIT"},
    {"GPL-3.0-only", "GPL-3.0"},
  };
  g_autofree char *unknown = sk_words_licence (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = sk_licence_to_uri (cases[i][0]);
      g_autofree char *words = sk_words_licence (uri);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }

  g_assert_cmpstr (unknown, ==, "Not stated");
}

static void
test_licence_terms (void)
{
  g_autofree char *unchanged =
      sk_words_licence_terms ("https://creativecommons.org/licenses/by-nd/4.0/");
  g_autofree char *unknown = sk_words_licence_terms (NULL);

  g_assert_cmpstr (unchanged, ==, "You may share it unchanged; name the maker.");
  g_assert_cmpstr (unknown, ==, "Ask the publisher before you copy it.");
  g_assert_null (sk_words_licence_terms ("https://example.org/licenses/by/terms"));
}

static void
test_media_types (void)
{
  g_autofree char *pdf = sk_words_media_type ("application/pdf");

  g_assert_cmpstr (pdf, ==, "PDF document");
  g_assert_null (sk_words_media_type (NULL));
}

/* As exact as a record states it, and no more. */
static void
test_dates (void)
{
  static const char * const cases[][2] = {
    {"2019", "2019"},
    {"2019-05", "May 2019"},
    {"2019-13", "2019-13"},
    {"2019-05-03", "3 May 2019"},
    {"2019-05-03T23:30:00Z", "3 May 2019"},
    {"long ago", "long ago"},
  };

  speak ("C.UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sk_words_date (cases[i][0]);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

static void
test_times (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autoptr (GDateTime) old = g_date_time_new_local (2019, 5, 3, 12, 0, 0);
  g_autofree char *today = sk_words_time (g_date_time_to_unix (now));
  g_autofree char *day_before = sk_words_time (g_date_time_to_unix (yesterday));
  g_autofree char *then = sk_words_time (g_date_time_to_unix (old));

  g_assert_true (g_str_has_prefix (today, "today, "));
  g_assert_true (g_str_has_prefix (day_before, "yesterday, "));
  g_assert_cmpstr (then, ==, "3 May 2019");
}

typedef struct
{
  const char *locale;
  const char *dutch;
  const char *belgian_french;
  const char *may;
} Reader;

static const Reader readers[] = {
  {"nl_BE.UTF-8", "Nederlands", "Frans (België)", "mei"},
  {"fr_BE.UTF-8", "Néerlandais", "Français (Belgique)", "mai"},
  {"de_BE.UTF-8", "Niederländisch", "Französisch (Belgien)", "Mai"},
  {"en_GB.UTF-8", "Dutch", "French (Belgium)", "May"},
};

static void
test_reader (gconstpointer data)
{
  const Reader *reader = data;
  g_autofree char *dutch = NULL;
  g_autofree char *belgian_french = NULL;
  g_autofree char *date = NULL;

  speak (reader->locale);
  dutch = sk_words_language ("nl");
  belgian_french = sk_words_language ("fr-BE");
  date = sk_words_date ("2019-05-03");

  g_assert_cmpstr (dutch, ==, reader->dutch);
  g_assert_cmpstr (belgian_french, ==, reader->belgian_french);
  g_assert_nonnull (g_strstr_len (date, -1, reader->may));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/ages", test_ages);
  g_test_add_func ("/words/values", test_values);
  g_test_add_func ("/words/groups", test_groups);
  g_test_add_func ("/words/icons", test_icons);
  g_test_add_func ("/words/licences", test_licences);
  g_test_add_func ("/words/licence-terms", test_licence_terms);
  g_test_add_func ("/words/media-types", test_media_types);
  g_test_add_func ("/words/dates", test_dates);
  g_test_add_func ("/words/times", test_times);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/words/reader/%s", readers[i].locale);

      g_test_add_data_func (path, &readers[i], test_reader);
    }

  return g_test_run ();
}
