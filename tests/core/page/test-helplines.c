/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "page/sk-helplines.h"
#include "session/sk-session-error.h"

#define LINE(id, language, more)                                                                    \
  "{\"id\": \"" id "\", \"country\": \"BE\", \"name\": \"" id "\", \"phone\": \"1\", \"url\": "     \
  "\"https://www.example.be\", \"inLanguage\": [\"" language "\"], \"for\": [\"children\"], "       \
  "\"source\": \"https://example.org/\", \"seen\": \"2026-11\"" more "}"

static SkSession *
make_session (const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_auto (SkSessionFields) fields;

  sk_session_fields_init (&fields);
  fields.start = g_date_time_new (zone, 2027, 2, 9, 10, 25, 0);

  return sk_session_new (&fields);
}

static GPtrArray *
read_lines (const char  *json,
      GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return sk_helplines_read (bytes, error);
}

/* The names of the lines, in their order. */
static char *
list (GPtrArray *lines)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < lines->len; i++)
    g_strv_builder_add (names, ((const SkHelpline *) g_ptr_array_index (lines, i))->name);

  strings = g_strv_builder_end (names);
  return g_strjoinv (", ", strings);
}

static void
assert_chosen (const char *zone,
               const char *first,
               const char *second,
               const char *expected)
{
  g_autoptr (SkSession) session = make_session (zone);
  const char * const languages[] = {first, second, NULL};
  g_autoptr (GPtrArray) lines = sk_helplines_for (session, languages);
  g_autofree char *names = list (lines);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_the_lines_answer_in_the_languages_of_the_paper (void)
{
  assert_chosen ("Europe/Brussels", "nl", NULL, "Child Focus, Awel");
  assert_chosen ("Europe/Brussels", "fr", NULL, "Child Focus, Écoute-Enfants");
  assert_chosen ("Europe/Brussels", "de", NULL, "Telefonhilfe, Child Focus");
  assert_chosen ("Europe/Brussels", "en", NULL, "Child Focus");
  assert_chosen ("Europe/Brussels", "nl", "fr", "Child Focus, Awel, Écoute-Enfants");
}

static void
test_the_lines_are_of_the_country_where_the_session_is (void)
{
  assert_chosen ("Europe/Amsterdam", "nl", NULL, "Helpwanted, De Kindertelefoon");
  assert_chosen ("Europe/Berlin", "de", NULL, "Nummer gegen Kummer");
  assert_chosen ("Etc/UTC", "nl", NULL, "Child Focus, Awel");
}

static void
test_a_line_past_its_date_is_left_out (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (SkSession) session = make_session ("Europe/Brussels");
  const char * const languages[] = {"nl", NULL};
  g_autofree char *names = NULL;

  lines = read_lines ("[" LINE ("past", "nl", ", \"until\": \"2027-02-08\"") ","
                    LINE ("last-day", "nl", ", \"until\": \"2027-02-09\"") "]", &error);
  g_assert_no_error (error);
  chosen = sk_helplines_choose (lines, session, languages);
  names = list (chosen);
  g_assert_cmpstr (names, ==, "last-day");
}

static void
test_a_line_that_does_not_say_where_it_was_seen_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_lines ("[{\"name\": \"a\", \"phone\": \"1\", \"country\": \"BE\", \"url\": \"b\"}]",
                       &error));
  g_assert_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_FORMAT);
}

static void
test_what_to_know_of_a_line_is_told (void)
{
  g_autoptr (SkSession) session = make_session ("Europe/Brussels");
  const char * const languages[] = {"en", NULL};
  g_autoptr (GPtrArray) lines = sk_helplines_for (session, languages);
  g_autoptr (SkPaperWords) words = sk_paper_words_new ("en");
  g_autofree char *told = sk_helpline_describe (g_ptr_array_index (lines, 0), words, FALSE);
  g_autofree char *site = sk_helpline_dup_site (g_ptr_array_index (lines, 0));
  g_autofree char *sources = sk_helplines_tell_sources (lines, words);

  g_assert_cmpstr (told, ==,
                   "free, day and night, for children, parents and educators, in Dutch and French");
  g_assert_cmpstr (site, ==, "childfocus.be");
  g_assert_cmpstr (sources, ==, "numbers seen in November 2026 on betterinternetforkids.eu");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/helplines/the-lines-answer-in-the-languages-of-the-paper",
                   test_the_lines_answer_in_the_languages_of_the_paper);
  g_test_add_func ("/helplines/the-lines-are-of-the-country-where-the-session-is",
                   test_the_lines_are_of_the_country_where_the_session_is);
  g_test_add_func ("/helplines/a-line-past-its-date-is-left-out", test_a_line_past_its_date_is_left_out);
  g_test_add_func ("/helplines/a-line-that-does-not-say-where-it-was-seen-is-refused",
                   test_a_line_that_does_not_say_where_it_was_seen_is_refused);
  g_test_add_func ("/helplines/what-to-know-of-a-line-is-told", test_what_to_know_of_a_line_is_told);

  return g_test_run ();
}
