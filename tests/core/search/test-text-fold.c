/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "search/sk-text-fold.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *words;
} Case;

static const Case cases[] = {
  {"lower-cases-plain-words", "Fake News, or FACTS?", "fake news or facts"},
  {"keeps-nothing-of-an-empty-text", "", ""},
  {"keeps-nothing-of-punctuation", " … – !?", ""},
  {"drops-accents", "Élève à l’Œuvre çà et là", "eleve a l oeuvre ca et la"},
  {"drops-combining-accents", "re\u0301seau", "reseau"},
  {"writes-sharp-s-as-two", "Großer STRAẞE Spaß", "grosser strasse spass"},
  {"takes-ligatures-apart", "ﬁlm ﬂux Ĳsland Æther", "film flux ijsland aether"},
  {"takes-strokes-off-letters", "Øyvind Łódź ðæ", "oyvind lodz dae"},
  {"folds-the-dotted-and-dotless-i", "İstanbul ılık", "istanbul ilik"},
  {"folds-compatibility-forms", "ＷＩＦＩ ① 𝐀𝐈", "wifi 1 ai"},
  {"splits-at-apostrophes", "d'internet l’école don't", "d internet l ecole don t"},
  {"splits-at-hyphens", "cyber-pesten e-mail", "cyber pesten e mail"},
  {"keeps-letters-and-digits-together", "3D mp3 5G", "3d mp3 5g"},
  {"joins-at-soft-hyphens", "cyber\u00ADpesten", "cyberpesten"},
  {"splits-at-zero-width-spaces", "cyber\u200Bpesten", "cyber pesten"},
  {"drops-arabic-vowels-and-tatweel", "الأَمَانُ عـــلى", "الامان على"},
  {"folds-arabic-digits", "٢٠٢٦", "2026"},
  {"drops-hebrew-points", "שָׁלוֹם", "שלום"},
  {"folds-greek-and-cyrillic", "Ασφάλεια ИНТЕРНЕТ Ёж", "ασφαλεια интернет еж"},
  {"makes-each-chinese-character-a-word", "网络安全 ABC课", "网 络 安 全 abc 课"},
  {"keeps-kana-voicing-marks", "がカー", "が カ ー"},
  {"keeps-hangul-syllables-whole", "안전한 인터넷", "안전한 인터넷"},
  {"keeps-devanagari-vowel-signs", "कु कि", "कु कि"},
  {"separates-at-bytes-that-are-not-utf-8", "veilig\xff" "internet", "veilig internet"},
};

static void
check (gconstpointer data)
{
  const Case *expected = data;
  g_autofree char *words = sk_text_fold_words (expected->text);

  g_assert_cmpstr (words, ==, expected->words);
}

static void
check_twice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *once = sk_text_fold_words (cases[i].text);
      g_autofree char *twice = sk_text_fold_words (once);

      g_assert_cmpstr (once, ==, twice);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/search/fold/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }

  g_test_add_func ("/search/fold/leaves-folded-words-as-they-are", check_twice);

  return g_test_run ();
}
