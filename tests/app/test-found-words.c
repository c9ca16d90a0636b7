/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "browse/sk-found-words.h"

/* What is marked in a text, in brackets. */
static void
assert_marks (const char *words,
              const char *text,
              const char *expected)
{
  g_autoptr (PangoAttrList) marks = sk_found_words_mark (text, words);
  g_autoptr (PangoAttrIterator) runs = pango_attr_list_get_iterator (marks);
  g_autoptr (GString) shown = g_string_new (NULL);

  do
    {
      int start, end;

      pango_attr_iterator_range (runs, &start, &end);
      end = MIN (end, (int) strlen (text));
      g_string_append_printf (shown,
                              pango_attr_iterator_get (runs, PANGO_ATTR_BACKGROUND) != NULL
                                ? "[%.*s]"
                                : "%.*s",
                              end - start, text + start);
    }
  while (pango_attr_iterator_next (runs));

  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_words (void)
{
  assert_marks ("privacy", "Privacy for all", "[Privacy] for all");
  assert_marks ("all privacy", "Privacy for all", "[Privacy] for [all]");
  assert_marks ("ecole", "À l’École, des écoles", "À l’[École], des [écoles]");
  assert_marks ("other", "Privacy for all", "Privacy for all");
  assert_marks ("安全", "网络安全", "网络[安全]");
}

/* The last word may be the beginning of one, unless a space follows. */
static void
test_beginnings (void)
{
  assert_marks ("pri", "Privacy for all", "[Privacy] for all");
  assert_marks ("pri ", "Privacy for all", "Privacy for all");
  assert_marks ("pri all", "Privacy for all", "Privacy for [all]");
}

static void
test_phrases (void)
{
  assert_marks ("\"for all\"", "All for all, for one", "All [for all], for one");
  assert_marks ("“online safety", "Safety online: Online-safetyweek",
                "Safety online: [Online-safetyweek]");
  assert_marks ("«one»", "For one, for ones", "For [one], for ones");
  assert_marks ("\"all for one and\"", "All for one", "All for one");
}

static void
test_tails (void)
{
  assert_marks ("pesten", "Cyberpesten en Pesten", "Cyber[pesten] en [Pesten]");
  assert_marks ("pest", "Cyberpesten", "Cyber[pesten]");
  assert_marks ("schutz ", "Datenschutz und Datenschützer", "Daten[schutz] und Datenschützer");
  assert_marks ("ecole", "Cyberécole", "Cyber[école]");

  /* Too short a term, a head or a word. */
  assert_marks ("est", "Cyberpesten", "Cyberpesten");
  assert_marks ("pesten", "Expesten", "Expesten");
  assert_marks ("pest", "Cypest", "Cypest");
  /* What is in quotation marks is meant as it is. */
  assert_marks ("\"pesten\"", "Cyberpesten", "Cyberpesten");
}

static void
test_nothing_asked_for (void)
{
  g_assert_null (sk_found_words_mark ("Privacy", ""));
  g_assert_null (sk_found_words_mark ("Privacy", " – \""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/found-words/whole", test_words);
  g_test_add_func ("/found-words/beginnings", test_beginnings);
  g_test_add_func ("/found-words/phrases", test_phrases);
  g_test_add_func ("/found-words/tails", test_tails);
  g_test_add_func ("/found-words/nothing-asked-for", test_nothing_asked_for);

  return g_test_run ();
}
