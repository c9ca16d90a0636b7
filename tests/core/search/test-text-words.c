/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/sk-text-fold.h"
#include "search/sk-text-spelling.h"
#include "search/sk-text-words.h"

/* The words of a text, each as it is written and as it is folded. */
static void
assert_words (const char *text,
              const char *expected)
{
  g_autoptr (GArray) words = sk_text_words_new (text);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autofree char *whole = sk_text_fold_words (text);

  for (guint i = 0; i < words->len; i++)
    {
      const SkTextWord *word = &g_array_index (words, SkTextWord, i);

      g_string_append_printf (found, "%s%.*s=%s", i > 0 ? " " : "", (int) (word->end - word->start),
                              word->start, word->folded);
      g_string_append_printf (folded, "%s%s", i > 0 ? " " : "", word->folded);
    }

  g_assert_cmpstr (found->str, ==, expected);
  /* They are the words that the search knows it by. */
  g_assert_cmpstr (folded->str, ==, whole);
}

static void
test_words (void)
{
  assert_words ("", "");
  assert_words (" – ", "");
  assert_words ("Privacy: a lesson", "Privacy=privacy a=a lesson=lesson");
  assert_words ("L’Été, “SÉCURITÉ”", "L=l Été=ete SÉCURITÉ=securite");
  assert_words ("Straße", "Straße=strasse");
  assert_words ("cyber\u00adpesten", "cyber\u00adpesten=cyberpesten");
  assert_words ("e\u0301te\u0301", "e\u0301te\u0301=ete");
}

static void
test_words_without_spaces (void)
{
  assert_words ("网络安全", "网=网 络=络 安=安 全=全");
  assert_words ("AI网络 ok", "AI=ai 网=网 络=络 ok=ok");
}

static SkResource *
make_resource (void)
{
  g_auto (SkResourceFields) fields = {0};
  const char *keywords[] = {"RGPD", "cyberharcèlement", NULL};
  const char *publishers[] = {"Œuvre Nationale", NULL};

  fields.id = g_strdup ("https://example.org/one");
  fields.name = sk_lang_string_new ();
  sk_lang_string_add (fields.name, "fr", "Sécurité en ligne");
  sk_lang_string_add (fields.name, "nl", "Veiligheid Online");
  fields.description = sk_lang_string_new ();
  sk_lang_string_add (fields.description, "fr", "La SÉCURITÉ des élèves.");
  fields.keywords = g_strdupv ((GStrv) keywords);
  fields.publishers = g_strdupv ((GStrv) publishers);

  return sk_resource_new (&fields);
}

static void
assert_spelling (const char *text,
                 const char *expected)
{
  g_autoptr (SkResource) resource = make_resource ();
  g_autofree char *restored = sk_text_spelling_restore (text, resource);

  g_assert_cmpstr (restored, ==, expected);
}

static void
test_spelling (void)
{
  assert_spelling ("securite", "sécurité");
  assert_spelling ("veiligheid eleves", "veiligheid élèves");
  assert_spelling ("cyberharcelement oeuvre", "cyberharcèlement œuvre");
  assert_spelling ("\"securite en\" ligne", "\"sécurité en\" ligne");
  assert_spelling ("elsewhere", "elsewhere");
  /* Capitals all through are the word's own. */
  assert_spelling ("rgpd", "RGPD");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/text-words/as-they-are-folded", test_words);
  g_test_add_func ("/search/text-words/without-spaces", test_words_without_spaces);
  g_test_add_func ("/search/text-spelling/as-a-record-writes-it", test_spelling);

  return g_test_run ();
}
