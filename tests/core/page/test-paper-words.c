/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/sk-paper-words.h"

static GDateTime *
make_time (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Brussels");

  return g_date_time_new_from_iso8601 (text, zone);
}

static void
assert_words (const char *language,
              const char *date,
              const char *month,
              const char *clock)
{
  g_autoptr (SkPaperWords) words = sk_paper_words_new (language);
  g_autoptr (GDateTime) time = make_time ("2027-02-09T08:05:00");
  g_autofree char *its_date = sk_paper_words_date (words, time);
  g_autofree char *its_month = sk_paper_words_month (words, time);
  g_autofree char *its_clock = sk_paper_words_clock (words, time);

  g_assert_cmpstr (its_date, ==, date);
  g_assert_cmpstr (its_month, ==, month);
  g_assert_cmpstr (its_clock, ==, clock);
}

static void
test_time_is_written_as_each_language_does (void)
{
  assert_words ("nl", "dinsdag 9 februari 2027", "februari 2027", "08.05");
  assert_words ("fr", "mardi 9 février 2027", "février 2027", "08\u00a0h\u00a005");
  assert_words ("de", "Dienstag, 9. Februar 2027", "Februar 2027", "08:05");
}

static void
test_a_time_late_in_the_day_is_of_that_day (void)
{
  g_autoptr (SkPaperWords) words = sk_paper_words_new ("nl");
  g_autoptr (GDateTime) time = make_time ("2027-07-09T23:50:00");
  g_autofree char *date = sk_paper_words_date (words, time);

  g_assert_cmpstr (date, ==, "vrijdag 9 juli 2027");
}

static void
test_another_language_is_english (void)
{
  g_autoptr (SkPaperWords) turkish = sk_paper_words_new ("tr");
  g_autoptr (SkPaperWords) none = sk_paper_words_new (NULL);
  g_autoptr (SkPaperWords) flemish = sk_paper_words_new ("nl-BE");

  g_assert_cmpstr (sk_paper_words_get_language (turkish), ==, "en");
  g_assert_cmpstr (sk_paper_words_get_language (none), ==, "en");
  g_assert_cmpstr (sk_paper_words_get_language (flemish), ==, "nl");
}

static void
test_every_kind_and_activity_has_words (void)
{
  for (guint i = 0; sk_paper_languages[i] != NULL; i++)
    {
      g_autoptr (SkPaperWords) words = sk_paper_words_new (sk_paper_languages[i]);

      for (guint kind = 0; kind < SK_N_BLOCK_KINDS; kind++)
        g_assert_cmpstr (sk_paper_words_kind (words, kind), !=, "");
      for (guint activity = SK_ACTIVITY_TALK; activity <= SK_ACTIVITY_PLAY; activity++)
        g_assert_cmpstr (sk_paper_words_activity (words, activity), !=, "");
    }
}

static void
test_holes_are_filled_and_only_those (void)
{
  g_autoptr (SkPaperWords) words = sk_paper_words_new ("nl");
  g_autofree char *filled =
    sk_paper_words_format (words, "late-skip", "title", "{minutes} {x}", "minutes", "5 min", NULL);

  g_assert_cmpstr (filled, ==, "{minutes} {x} weglaten: 5 min");
}

static SkSession *
make_session (SkAgeRange  ages,
              guint       size,
              const char *group)
{
  g_auto (SkSessionFields) fields;

  sk_session_fields_init (&fields);
  fields.has_ages = TRUE;
  fields.ages = ages;
  fields.size = size;
  fields.group = g_strdup (group);

  return sk_session_new (&fields);
}

static void
assert_group (const char *language,
              SkAgeRange  ages,
              guint       size,
              const char *group,
              const char *expected)
{
  g_autoptr (SkPaperWords) words = sk_paper_words_new (language);
  g_autoptr (SkSession) session = make_session (ages, size, group);
  g_autofree char *line = sk_paper_words_group (words, session);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_a_group_is_told_as_far_as_it_is_known (void)
{
  assert_group ("nl", (SkAgeRange){10, 11}, 22, "5B", "5B, 22 kinderen, 10–11 jaar");
  assert_group ("fr", (SkAgeRange){10, 11}, 1, NULL, "1 enfant, 10–11 ans");
  assert_group ("de", (SkAgeRange){14, 16}, 20, NULL, "20 Jugendliche, 14–16 Jahre");
  assert_group ("en", (SkAgeRange){18, SK_AGE_MAX}, 12, NULL, "12 participants, from 18 years");
  assert_group ("en", (SkAgeRange){SK_AGE_MIN, 6}, 0, NULL, "up to 6 years");
  assert_group ("en", (SkAgeRange){SK_AGE_MIN, SK_AGE_MAX}, 0, "", "");
}

static void
assert_title (const char *language,
              SkBlock    *block,
              const char *expected)
{
  g_autoptr (SkPaperWords) words = sk_paper_words_new (language);
  g_autofree char *title = sk_paper_words_title (words, block);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_a_block_called_after_its_kind_is_called_so_in_every_language (void)
{
  g_autoptr (SkBlock) unnamed = sk_block_new_own (SK_BLOCK_BREAK, "", 5);
  g_autoptr (SkBlock) dutch = sk_block_new_own (SK_BLOCK_BREAK, "Pauze", 5);
  g_autoptr (SkBlock) own = sk_block_new_own (SK_BLOCK_BREAK, "Fruit", 5);

  assert_title ("en", unnamed, "Break");
  assert_title ("fr", dutch, "Pause");
  assert_title ("fr", own, "Fruit");
}

static void
test_languages_are_named_within_a_sentence (void)
{
  g_autoptr (SkPaperWords) french = sk_paper_words_new ("fr");
  g_autofree char *name = sk_paper_words_language (french, "nl");

  g_assert_cmpstr (name, ==, "néerlandais");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper-words/time-is-written-as-each-language-does",
                   test_time_is_written_as_each_language_does);
  g_test_add_func ("/paper-words/a-time-late-in-the-day-is-of-that-day",
                   test_a_time_late_in_the_day_is_of_that_day);
  g_test_add_func ("/paper-words/another-language-is-english", test_another_language_is_english);
  g_test_add_func ("/paper-words/every-kind-and-activity-has-words",
                   test_every_kind_and_activity_has_words);
  g_test_add_func ("/paper-words/holes-are-filled-and-only-those",
                   test_holes_are_filled_and_only_those);
  g_test_add_func ("/paper-words/a-group-is-told-as-far-as-it-is-known",
                   test_a_group_is_told_as_far_as_it_is_known);
  g_test_add_func ("/paper-words/a-block-called-after-its-kind-is-called-so-in-every-language",
                   test_a_block_called_after_its_kind_is_called_so_in_every_language);
  g_test_add_func ("/paper-words/languages-are-named-within-a-sentence",
                   test_languages_are_named_within_a_sentence);

  return g_test_run ();
}
