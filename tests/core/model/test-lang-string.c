/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sk-lang-string.h"

static SkLangString *
make_greeting (void)
{
  SkLangString *text = sk_lang_string_new ();

  sk_lang_string_add (text, "de", "Hallo");
  sk_lang_string_add (text, "nl-BE", "Dag");
  sk_lang_string_add (text, "en", "Hello");
  return text;
}

static void
assert_pick (SkLangString *text,
             const char   *preferred,
             const char   *own,
             const char   *expected,
             const char   *expected_language)
{
  const char * const readers[] = {preferred, NULL};
  const char * const things[] = {own, NULL};
  const char *language = NULL;

  g_assert_cmpstr (sk_lang_string_pick (text, preferred != NULL ? readers : NULL,
                                        own != NULL ? things : NULL, &language),
                   ==, expected);
  g_assert_cmpstr (language, ==, expected_language);
}

static void
test_pick (void)
{
  g_autoptr (SkLangString) text = make_greeting ();

  assert_pick (text, "nl-BE", NULL, "Dag", "nl-BE");
  assert_pick (text, "nl", NULL, "Dag", "nl-BE");
  assert_pick (text, "NL", NULL, "Dag", "nl-BE");
  assert_pick (text, "de_AT", NULL, "Hallo", "de");
  assert_pick (text, "fr", "de", "Hallo", "de");
  assert_pick (text, "fr", NULL, "Hello", "en");
  assert_pick (text, NULL, NULL, "Hello", "en");
}

static void
test_pick_in_order (void)
{
  g_autoptr (SkLangString) text = make_greeting ();
  const char * const preferred[] = {"fr", "nl", "de", NULL};

  g_assert_cmpstr (sk_lang_string_pick (text, preferred, NULL, NULL), ==, "Dag");
}

static void
test_pick_last_resort (void)
{
  g_autoptr (SkLangString) text = sk_lang_string_new ();
  g_autoptr (SkLangString) empty = sk_lang_string_new ();

  sk_lang_string_add (text, "fr", "Bonjour");
  sk_lang_string_add (text, "de", "Hallo");
  assert_pick (text, "nl", "nl", "Bonjour", "fr");
  g_assert_null (sk_lang_string_pick (empty, NULL, NULL, NULL));
  g_assert_null (sk_lang_string_pick (NULL, NULL, NULL, NULL));
}

/* "nl" says nothing of "nds", and no language is not every language. */
static void
test_relatives (void)
{
  g_autoptr (SkLangString) text = sk_lang_string_new ();

  sk_lang_string_add (text, NULL, "?");
  sk_lang_string_add (text, "nds", "Moin");
  sk_lang_string_add (text, "fr-CA", "Allô");
  g_assert_null (sk_lang_string_find (text, "nl"));
  g_assert_null (sk_lang_string_find (text, "n"));
  g_assert_cmpstr (sk_lang_string_find (text, "fr-BE"), ==, "Allô");
  g_assert_cmpstr (sk_lang_string_find (text, ""), ==, "?");
  g_assert_null (sk_lang_string_find (NULL, "nl"));
}

static void
test_exact_first (void)
{
  g_autoptr (SkLangString) text = sk_lang_string_new ();

  sk_lang_string_add (text, "pt-BR", "Você");
  sk_lang_string_add (text, "pt", "Tu");
  g_assert_cmpstr (sk_lang_string_find (text, "pt"), ==, "Tu");
  g_assert_cmpstr (sk_lang_string_find (text, "pt-BR"), ==, "Você");
  g_assert_cmpstr (sk_lang_string_find (text, "pt-PT"), ==, "Você");
}

static void
test_add (void)
{
  g_autoptr (SkLangString) text = make_greeting ();
  const char *language;

  sk_lang_string_add (text, "en", "Hi");
  g_assert_cmpuint (sk_lang_string_get_size (text), ==, 3);
  g_assert_cmpstr (sk_lang_string_get_nth (text, 2, &language), ==, "Hi");
  g_assert_cmpstr (language, ==, "en");
  g_assert_cmpuint (sk_lang_string_get_size (NULL), ==, 0);
}

static void
test_equal (void)
{
  g_autoptr (SkLangString) a = make_greeting ();
  g_autoptr (SkLangString) b = make_greeting ();
  g_autoptr (SkLangString) empty = sk_lang_string_new ();

  g_assert_true (sk_lang_string_equal (a, b));
  g_assert_true (sk_lang_string_equal (empty, NULL));
  g_assert_false (sk_lang_string_equal (a, empty));
  sk_lang_string_add (b, "en", "Hi");
  g_assert_false (sk_lang_string_equal (a, b));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/lang-string/the-readers-language-then-its-own-then-english", test_pick);
  g_test_add_func ("/model/lang-string/the-readers-best-language-wins", test_pick_in_order);
  g_test_add_func ("/model/lang-string/what-comes-first-is-the-last-resort", test_pick_last_resort);
  g_test_add_func ("/model/lang-string/a-region-gives-way-a-language-does-not", test_relatives);
  g_test_add_func ("/model/lang-string/the-tag-itself-goes-first", test_exact_first);
  g_test_add_func ("/model/lang-string/a-language-has-one-text", test_add);
  g_test_add_func ("/model/lang-string/equal-in-languages-and-texts", test_equal);

  return g_test_run ();
}
