/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-fixture.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *ids;            /* in the order in which they come */
} Case;

static const Case matches[] = {
  {"a-word-of-the-title", "cyberpesten", "nl"},
  {"whatever-the-case", "CYBERPESTEN", "nl"},
  {"the-last-word-by-its-beginning", "cyb", "nl"},
  {"no-beginning-once-a-space-follows", "cyb ", ""},
  {"a-whole-word-before-a-space", "cyberpesten ", "nl"},
  {"no-beginning-before-the-last-word", "cyb klas", ""},
  {"all-of-several-words", "cyberpesten klas", "nl"},
  {"words-of-several-fields", "groepsdruk les cyberpesten", "nl"},
  {"nothing-where-one-word-is-missing", "cyberpesten ecran", ""},
  {"nothing-that-is-not-there", "zebra", ""},
  {"no-middle-of-a-word", "erpest ", ""},
  {"accents-left-out", "ete sans ecran", "fr"},
  {"accents-put-in", "été sans écran", "fr"},
  {"a-word-after-an-apostrophe", "été", "fr"},
  {"a-ligature-written-out", "oeuvre", "fr"},
  {"sharp-s-written-as-two", "grosser spass", "de"},
  {"sharp-s-as-it-is", "großer spaß", "de"},
  {"a-keyword", "groepsdruk", "nl"},
  {"a-publisher", "child focus", "nl"},
  {"a-description", "plusieurs", "fr"},
  {"a-title-in-another-language", "harcelement", "nl"},
  {"arabic", "الأمان", "ar"},
  {"arabic-with-its-vowels", "الأَمَان", "ar"},
  {"the-beginning-of-an-arabic-word", "الان", "ar"},
  {"chinese", "网络", "zh"},
  {"chinese-with-a-space", "网络 课程", "zh"},
  {"one-chinese-character", "安", "zh"},
  {"no-other-chinese", "网球", ""},
  {"chinese-words-in-any-order", "安全网络", "zh"},
  {"no-label-of-a-theme", "bullying", ""},
  {"the-same-word-twice", "klas klas", "nl"},
  {"everything-for-no-text", "", "ar de fr nl zh"},
  {"everything-for-spaces", "   ", "ar de fr nl zh"},
  {"everything-for-punctuation", "?!", "ar de fr nl zh"},
  {"everything-for-empty-quotes", "\"\"", "ar de fr nl zh"},
};

static const Case phrases[] = {
  {"a-phrase", "\"in de klas\"", "nl"},
  {"in-french-quotes-whatever-the-accents", "« ete sans ECRAN »", "fr"},
  {"in-german-quotes", "„großer spass“", "de"},
  {"in-english-quotes", "“en ligne”", "nl"},
  {"a-phrase-of-a-publisher", "\"child focus\"", "nl"},
  {"a-phrase-of-a-keyword", "\"samen spelen\"", "nl"},
  {"a-phrase-of-a-description", "\"les van een uur\"", "nl"},
  {"a-phrase-with-an-apostrophe", "\"l'été\"", "fr"},
  {"not-in-another-order", "\"klas de in\"", ""},
  {"not-with-a-gap", "\"in klas\"", ""},
  {"not-from-one-keyword-to-the-next", "\"spelen veilig\"", ""},
  {"nothing-amiss-with-words-of-two-keywords", "spelen veilig", "nl"},
  {"not-from-a-keyword-to-a-publisher", "\"online child\"", ""},
  {"not-from-one-language-to-the-next", "\"klas le\"", ""},
  {"not-from-one-field-to-the-next", "\"ligne een\"", ""},
  {"by-its-beginning-while-it-is-open", "\"in de kl", "nl"},
  {"not-by-its-beginning-once-it-is-closed", "\"in de kl\"", ""},
  {"not-by-its-beginning-before-a-space", "\"in de kl ", ""},
  {"not-by-the-beginning-of-an-earlier-word", "\"i de klas", ""},
  {"with-a-word-beside-it", "\"de klas\" uur", "nl"},
  {"with-a-word-in-front-of-it", "uur \"de klas\"", "nl"},
  {"not-where-the-word-beside-it-is-missing", "\"de klas\" ecran", ""},
  {"with-another-phrase", "\"de klas\" \"child focus\"", "nl"},
  {"a-phrase-of-one-word", "\"klas\"", "nl"},
  {"one-word-by-its-beginning-while-it-is-open", "\"cyberp", "nl"},
  {"not-one-word-by-its-beginning", "\"cyberp\"", ""},
  {"not-one-word-as-a-tail", "\"pesten\"", ""},
  {"a-chinese-phrase", "“安全课”", "zh"},
  {"not-a-chinese-phrase-in-another-order", "“全安”", ""},
  {"an-arabic-phrase", "«الأمان على»", "ar"},
};

static const Case tails[] = {
  {"the-tail-of-a-dutch-compound", "pesten", "cyberpesten groepspesten"},
  {"the-tail-of-a-german-compound", "kompetenz", "medienkompetenz"},
  {"the-beginning-of-a-tail", "kompe", "medienkompetenz"},
  {"no-beginning-of-a-tail-before-a-space", "kompe ", ""},
  {"a-tail-with-an-accent", "harcèlement", "cyberharcelement"},
  {"a-tail-of-four-letters", "spel", "groepspel"},
  {"no-tail-of-three", "pel", ""},
  {"no-tail-behind-a-head-of-two", "veilig", ""},
  {"a-tail-of-a-word-of-32", "vertrags ", "word-of-32"},
  {"no-tail-of-a-word-of-33", "vertrages ", ""},
  {"a-tail-beside-a-word", "de pesten ", "cyberpesten"},
  {"tails-of-one-word-for-two-terms", "erpesten pesten", "cyberpesten"},
  {"a-tail-in-another-script", "безопасность", "cyrillic"},
};

static void
make_languages (FixturePair *pair)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (SkResourceFields) nl = {0};
  g_auto (SkResourceFields) fr = {0};
  g_auto (SkResourceFields) de = {0};
  g_auto (SkResourceFields) ar = {0};
  g_auto (SkResourceFields) zh = {0};

  nl.name = fixture_text ("nl", "Cyberpesten in de klas");
  sk_lang_string_add (nl.name, "fr", "Le harcèlement en ligne");
  nl.description = fixture_text ("nl", "Een les van een uur.");
  nl.keywords = g_strsplit ("groepsdruk|samen spelen|veilig online", "|", -1);
  nl.publishers = g_strsplit ("Child Focus", "|", -1);
  nl.themes = fixture_concepts ("https://w3id.org/sidekick/theme/bullying", NULL);
  fixture_add (resources, "nl", &nl);

  fr.name = fixture_text ("fr", "L’été sans écran");
  fr.description = fixture_text ("fr", "Une œuvre à plusieurs");
  fixture_add (resources, "fr", &fr);

  de.name = fixture_text ("de", "Großer Spaß im Netz");
  fixture_add (resources, "de", &de);

  ar.name = fixture_text ("ar", "الأَمَان على الإنترنت");
  fixture_add (resources, "ar", &ar);

  zh.name = fixture_text ("zh", "网络安全课程");
  fixture_add (resources, "zh", &zh);

  fixture_pair_init (pair, resources);
}

static void
add_titled (GPtrArray  *resources,
            const char *id,
            const char *title)
{
  g_auto (SkResourceFields) fields = {0};

  fields.name = fixture_text ("nl", title);
  fixture_add (resources, id, &fields);
}

static void
make_compounds (FixturePair *pair)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);

  add_titled (resources, "cyberpesten", "Over de cyberpesten");
  add_titled (resources, "groepspesten", "Groepspesten");
  add_titled (resources, "medienkompetenz", "Medienkompetenz");
  add_titled (resources, "cyberharcelement", "Le cyberharcèlement");
  add_titled (resources, "groepspel", "Groepspel");
  add_titled (resources, "onveilig", "Onveilig");
  add_titled (resources, "word-of-32", "Jugendmedienschutzstaatsvertrags");
  add_titled (resources, "word-of-33", "Jugendmedienschutzstaatsvertrages");
  add_titled (resources, "cyrillic", "Кибербезопасность");
  fixture_pair_init (pair, resources);
}

static void
check_match (gconstpointer data)
{
  const Case *expected = data;
  g_auto (FixturePair) pair = {NULL};
  g_autofree char *ids = NULL;

  make_languages (&pair);
  ids = fixture_pair_find (&pair, expected->text);
  g_assert_cmpstr (ids, ==, expected->ids);
}

static void
check_tail (gconstpointer data)
{
  const Case *expected = data;
  g_auto (FixturePair) pair = {NULL};
  g_autofree char *ids = NULL;

  make_compounds (&pair);
  ids = fixture_pair_find (&pair, expected->text);
  g_assert_cmpstr (ids, ==, expected->ids);
}

static void
check_no_tail_when_strict (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, expected->text);
  g_autoptr (SkQuery) strict = sk_query_with_strict (query, TRUE);
  g_autoptr (SkResults) results = NULL;
  g_auto (FixturePair) pair = {NULL};

  make_compounds (&pair);
  results = fixture_pair_search (&pair, strict);
  g_assert_cmpuint (sk_results_get_count (results), ==, 0);
}

static void
check_facets_of_matches (const char *text)
{
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, text);
  g_autoptr (SkResults) results = NULL;
  g_autofree char *publishers = NULL;
  g_auto (FixturePair) pair = {NULL};

  make_languages (&pair);
  results = fixture_pair_search (&pair, query);
  publishers = fixture_list_facet (results, SK_FACET_PUBLISHER);
  g_assert_cmpstr (publishers, ==, "Child Focus=1 none=0");
}

static void
test_counts_facets_of_matches_only (void)
{
  check_facets_of_matches ("cyber");
  check_facets_of_matches ("\"in de klas\"");
  check_facets_of_matches ("pesten");
}

static void
test_stops_when_cancelled (void)
{
  g_auto (FixturePair) pair = {NULL};
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, "klas");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  make_languages (&pair);
  g_cancellable_cancel (cancellable);
  g_assert_null (sk_index_search (pair.index, query, cancellable));
  g_assert_null (sk_scan_search (pair.scan, query, cancellable));
}

static void
test_answers_of_an_empty_catalogue (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_auto (FixturePair) pair = {NULL};
  g_autofree char *word = NULL;
  g_autofree char *phrase = NULL;

  fixture_pair_init (&pair, none);
  word = fixture_pair_find (&pair, "game");
  phrase = fixture_pair_find (&pair, "\"a game\"");
  g_assert_cmpstr (word, ==, "");
  g_assert_cmpstr (phrase, ==, "");
  g_assert_cmpuint (sk_index_get_size (pair.index), ==, 0);
  g_assert_false (sk_index_find (pair.index, "game", NULL));
}

static void
add_cases (const char    *prefix,
           const Case    *cases,
           guint          n_cases,
           GTestDataFunc  check)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strconcat (prefix, cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("/search/text/finds-", matches, G_N_ELEMENTS (matches), check_match);
  add_cases ("/search/text/phrase/finds-", phrases, G_N_ELEMENTS (phrases), check_match);
  add_cases ("/search/text/tail/finds-", tails, G_N_ELEMENTS (tails), check_tail);
  add_cases ("/search/text/strict/leaves-out-", tails, G_N_ELEMENTS (tails),
             check_no_tail_when_strict);

  g_test_add_func ("/search/text/counts-facets-of-matches-only",
                   test_counts_facets_of_matches_only);
  g_test_add_func ("/search/text/stops-when-cancelled", test_stops_when_cancelled);
  g_test_add_func ("/search/text/answers-of-an-empty-catalogue",
                   test_answers_of_an_empty_catalogue);

  return g_test_run ();
}
