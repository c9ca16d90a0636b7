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
  {"no-middle-of-a-word", "pesten", ""},
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
  {"no-label-of-a-theme", "bullying", ""},
  {"the-same-word-twice", "klas klas", "nl"},
  {"everything-for-no-text", "", "ar de fr nl zh"},
  {"everything-for-spaces", "   ", "ar de fr nl zh"},
  {"everything-for-punctuation", "?!", "ar de fr nl zh"},
};

static SkIndex *
make_languages (void)
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
  nl.keywords = g_strsplit ("groepsdruk", " ", -1);
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

  return fixture_index (resources);
}

static void
check_match (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (SkIndex) index = make_languages ();
  g_autofree char *ids = fixture_find (index, expected->text);

  g_assert_cmpstr (ids, ==, expected->ids);
}

/* Named so that the default order is the reverse of every ranking that is tested. */
static SkIndex *
make_ranks (void)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (SkResourceFields) title = {0};
  g_auto (SkResourceFields) title_begins = {0};
  g_auto (SkResourceFields) keyword = {0};
  g_auto (SkResourceFields) keyword_begins = {0};
  g_auto (SkResourceFields) described = {0};
  g_auto (SkResourceFields) described_begins = {0};

  title.name = fixture_text ("en", "A game");
  fixture_add (resources, "9-title", &title);
  title_begins.name = fixture_text ("en", "About gamers");
  fixture_add (resources, "8-title-begins", &title_begins);
  keyword.keywords = g_strsplit ("game", " ", -1);
  fixture_add (resources, "7-keyword", &keyword);
  keyword_begins.publishers = g_strsplit ("Gamewise", " ", -1);
  fixture_add (resources, "6-keyword-begins", &keyword_begins);
  described.description = fixture_text ("en", "It is a game");
  fixture_add (resources, "5-described", &described);
  described_begins.description = fixture_text ("en", "For gamers, by gamers, with games");
  fixture_add (resources, "4-described-begins", &described_begins);

  return fixture_index (resources);
}

static void
test_ranks_by_field (void)
{
  g_autoptr (SkIndex) index = make_ranks ();
  g_autofree char *ids = fixture_find (index, "game");

  g_assert_cmpstr (ids, ==,
                   "9-title 8-title-begins 7-keyword 6-keyword-begins 5-described "
                   "4-described-begins");
}

static void
test_ranks_equals_in_default_order (void)
{
  g_autoptr (SkIndex) index = make_ranks ();
  g_autofree char *ids = fixture_find (index, "gamers");

  g_assert_cmpstr (ids, ==, "8-title-begins 4-described-begins");
}

static void
test_ranks_by_all_words (void)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkIndex) index = NULL;
  g_auto (SkResourceFields) both = {0};
  g_auto (SkResourceFields) one = {0};
  g_autofree char *ids = NULL;

  one.name = fixture_text ("en", "Safe");
  one.description = fixture_text ("en", "online");
  fixture_add (resources, "1-one-in-title", &one);
  both.name = fixture_text ("en", "Safe online");
  fixture_add (resources, "2-both-in-title", &both);
  index = fixture_index (resources);

  ids = fixture_find (index, "online safe");
  g_assert_cmpstr (ids, ==, "2-both-in-title 1-one-in-title");
}

static void
test_counts_facets_of_matches_only (void)
{
  g_autoptr (SkIndex) index = make_languages ();
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, "cyber");
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);
  g_autofree char *publishers = fixture_list_facet (results, SK_FACET_PUBLISHER);

  g_assert_cmpstr (publishers, ==, "Child Focus=1 none=0");
}

static void
test_stops_when_cancelled (void)
{
  g_autoptr (SkIndex) index = make_languages ();
  g_autoptr (SkQuery) query = sk_query_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (sk_index_search (index, query, cancellable));
}

static void
test_answers_of_an_empty_catalogue (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (SkIndex) index = fixture_index (none);
  g_autofree char *ids = fixture_find (index, "game");

  g_assert_cmpstr (ids, ==, "");
  g_assert_cmpuint (sk_index_get_size (index), ==, 0);
  g_assert_false (sk_index_find (index, "game", NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autofree char *path = g_strconcat ("/search/text/finds-", matches[i].name, NULL);

      g_test_add_data_func (path, &matches[i], check_match);
    }

  g_test_add_func ("/search/text/ranks-title-over-keywords-over-description-and-whole-words-first",
                   test_ranks_by_field);
  g_test_add_func ("/search/text/ranks-equals-in-default-order",
                   test_ranks_equals_in_default_order);
  g_test_add_func ("/search/text/ranks-by-all-words", test_ranks_by_all_words);
  g_test_add_func ("/search/text/counts-facets-of-matches-only",
                   test_counts_facets_of_matches_only);
  g_test_add_func ("/search/text/stops-when-cancelled", test_stops_when_cancelled);
  g_test_add_func ("/search/text/answers-of-an-empty-catalogue",
                   test_answers_of_an_empty_catalogue);

  return g_test_run ();
}
