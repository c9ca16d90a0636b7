/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/sk-text-query.h"

/* Terms as they are shown here: a phrase in brackets, what goes on with an ellipsis. */
typedef struct
{
  const char *name;
  const char *text;
  const char *terms;
} Case;

static const Case cases[] = {
  {"nothing-of-no-text", "", ""},
  {"nothing-of-punctuation", " ?! ", ""},
  {"nothing-of-empty-quotes", "\"\" «»", ""},
  {"words-of-which-the-last-goes-on", "Veilig online", "veilig online…"},
  {"whole-words-before-a-space", "veilig online ", "veilig online"},
  {"whole-words-before-any-space", "网络\u3000", "网 络"},
  {"a-word-that-goes-on-before-punctuation", "veilig!", "veilig…"},
  {"a-phrase", "\"veilig online\"", "[veilig online]"},
  {"a-phrase-that-is-not-closed", "\"Veilig onl", "[veilig onl…]"},
  {"a-phrase-that-is-not-closed-before-a-space", "\"veilig online ", "[veilig online]"},
  {"a-phrase-of-one-word", "\"veilig\"", "[veilig]"},
  {"a-phrase-of-one-word-that-is-not-closed", "\"veil", "[veil…]"},
  {"a-phrase-before-words", "\"op school\" pesten", "[op school] pesten…"},
  {"a-phrase-after-words", "pesten \"op school\"", "pesten [op school]"},
  {"words-around-a-phrase-without-spaces", "les\"op school\"pesten", "les [op school] pesten…"},
  {"whole-words-before-a-mark-that-opens", "pesten \"", "pesten"},
  {"phrases-side-by-side", "\"op school\"\"in de klas", "[op school] [in de klas…]"},
  {"french-quotes", "« vie privée » ados", "[vie privee] ados…"},
  {"german-quotes", "„sicher im Netz“ Klasse", "[sicher im netz] klasse…"},
  {"english-quotes", "“safer internet” day", "[safer internet] day…"},
  {"swedish-quotes", "”på nätet”", "[pa natet]"},
  {"quotes-within-quotes-as-two-phrases", "«a “b” c»", "[a] b [c]"},
  {"an-apostrophe-as-no-quote", "l'école d’été", "l ecole d ete…"},
  {"each-chinese-character", "网络安全", "网 络 安 全…"},
  {"a-chinese-phrase", "“网络安全”", "[网 络 安 全]"},
  {"what-is-left-of-bytes-that-are-not-utf-8", "\"veilig\xff online\" x", "[veilig online] x…"},
};

static char *
show (GPtrArray *terms)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const SkTextTerm *term = g_ptr_array_index (terms, i);
      g_autofree char *words = g_strjoinv (" ", term->words);

      g_assert_cmpuint (term->n_words, ==, g_strv_length (term->words));
      g_string_append_printf (shown, "%s%s%s%s%s", i > 0 ? " " : "", term->is_phrase ? "[" : "",
                              words, term->goes_on ? "…" : "", term->is_phrase ? "]" : "");
    }

  return g_string_free_and_steal (g_steal_pointer (&shown));
}

static void
check_parsed (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (GPtrArray) terms = sk_text_query_parse (expected->text);
  g_autofree char *shown = show (terms);

  g_assert_cmpstr (shown, ==, expected->terms);
}

static void
check_written (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (GPtrArray) terms = sk_text_query_parse (expected->text);
  g_autofree char *text = sk_text_query_write (terms);
  g_autoptr (GPtrArray) again = sk_text_query_parse (text);
  g_autofree char *written_again = sk_text_query_write (again);

  g_assert_cmpstr (written_again, ==, text);
  g_assert_cmpuint (again->len, ==, terms->len);
}

static void
test_leaves_out_what_is_too_much (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  const SkTextTerm *last;

  for (guint i = 0; i < SK_TEXT_QUERY_MAX_TERMS; i++)
    g_string_append (text, i > 0 ? " a" : "a");

  all = sk_text_query_parse (text->str);
  g_assert_cmpuint (all->len, ==, SK_TEXT_QUERY_MAX_TERMS);
  last = g_ptr_array_index (all, all->len - 1);
  g_assert_true (last->goes_on);

  g_string_append (text, " b");
  some = sk_text_query_parse (text->str);
  g_assert_cmpuint (some->len, ==, SK_TEXT_QUERY_MAX_TERMS);
  last = g_ptr_array_index (some, some->len - 1);
  g_assert_false (last->goes_on);
}

static void
test_writes_phrases_in_quotes (void)
{
  g_autoptr (GPtrArray) terms = sk_text_query_parse ("Pesten « Op School » «klas» vandaag");
  g_autofree char *text = NULL;

  sk_text_term_set_word (g_ptr_array_index (terms, 0), "testen");
  text = sk_text_query_write (terms);
  g_assert_cmpstr (text, ==, "testen \"op school\" \"klas\" vandaag");
}

static void
test_replaces_what_goes_on (void)
{
  g_autoptr (GPtrArray) terms = sk_text_query_parse ("pesten schol");
  SkTextTerm *whole = g_ptr_array_index (terms, 0);
  SkTextTerm *last = g_ptr_array_index (terms, 1);

  sk_text_term_set_word (whole, "testen");
  sk_text_term_set_word (last, "school");
  g_assert_cmpstr (whole->words[0], ==, "testen");
  g_assert_cmpstr (last->words[0], ==, "school");
  g_assert_false (whole->goes_on);
  g_assert_true (last->goes_on);
}

static void
test_is_loose_with_long_words_alone (void)
{
  g_autoptr (GPtrArray) terms = sk_text_query_parse ("spel \"spel\" \"een spel\" les été école");
  static const gboolean loose[] = {TRUE, FALSE, FALSE, FALSE, FALSE, TRUE};

  g_assert_cmpuint (terms->len, ==, G_N_ELEMENTS (loose));
  for (guint i = 0; i < terms->len; i++)
    g_assert_true (sk_text_term_is_loose (g_ptr_array_index (terms, i)) == loose[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parsed = g_strconcat ("/search/text-query/asks-for-", cases[i].name, NULL);
      g_autofree char *written = g_strconcat ("/search/text-query/writes-", cases[i].name, NULL);

      g_test_add_data_func (parsed, &cases[i], check_parsed);
      g_test_add_data_func (written, &cases[i], check_written);
    }

  g_test_add_func ("/search/text-query/leaves-out-what-is-too-much",
                   test_leaves_out_what_is_too_much);
  g_test_add_func ("/search/text-query/writes-phrases-in-quotes", test_writes_phrases_in_quotes);
  g_test_add_func ("/search/text-query/replaces-what-goes-on", test_replaces_what_goes_on);
  g_test_add_func ("/search/text-query/is-loose-with-long-words-alone",
                   test_is_loose_with_long_words_alone);

  return g_test_run ();
}
