/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is searched for in place of a word that no record has. */

#include "search-fixture.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *repaired;       /* NULL where nothing is repaired */
  const char *ids;
} Case;

static const Case repairs[] = {
  {"two-neighbours-the-other-way-round", "cyberpesetn", "cyberpesten", "cyberpesten"},
  {"one-character-too-many", "cyberrpesten", "cyberpesten", "cyberpesten"},
  {"one-character-too-few", "cybrpesten", "cyberpesten", "cyberpesten"},
  {"another-character", "cyberpasten", "cyberpesten", "cyberpesten"},
  {"the-first-character", "xyberpesten", "cyberpesten", "cyberpesten"},
  {"a-whole-word", "cyberpesetn ", "cyberpesten", "cyberpesten"},
  {"a-keyword", "groepsdrik", "groepsdruk", "keyword"},
  {"a-publisher", "medaiwijs", "mediawijs", "publisher"},
  {"a-description", "beschrijvimg", "beschrijving", "described"},
  {"whatever-the-accents", "hárcélment", "harcelement", "french"},
  {"arabic", "الانترنتت", "الانترنت", "arabic"},
  {"nothing-with-two-slips", "cybrpesetn", NULL, ""},
  {"nothing-that-is-far-away", "zebra", NULL, ""},
  {"a-beginning", "cyebr", "cyberpesten", "cyberpesten"},
  {"no-beginning-before-a-space", "cyebr ", NULL, ""},
  {"no-beginning-of-an-earlier-word", "cyebr les", NULL, ""},
  {"a-word-before-a-beginning", "chxt", "chat", "chat chatten-1 chatten-2"},
  {"a-word-that-then-goes-on", "schoool", "school", "school schoolfeest tailed"},
  {"a-word-that-then-is-whole", "schoool ", "school", "school"},
  {"the-word-that-most-records-have", "spal", "spel", "spel-1 spel-2"},
  {"of-equals-the-first-by-its-bytes", "lxnk", "link", "link"},
  {"no-short-word", "xat", NULL, ""},
  {"a-word-of-four-to-one-of-three", "nett ", "net", "net"},
  {"no-word-that-is-there", "spil", NULL, "spil"},
  {"no-word-that-is-there-as-a-tail", "festen", NULL, "tailed"},
  {"no-words-that-are-there-but-not-together", "cyberpesten school", NULL, ""},
  {"both-of-two-words", "overr cyberpesetn", "over cyberpesten", "cyberpesten"},
  {"one-of-two-words", "over cyberpesetn", "over cyberpesten", "cyberpesten"},
  {"nothing-where-one-is-beyond-repair", "cyberpesetn zebra", NULL, ""},
  {"nothing-where-a-short-one-is-missing", "cyberpesetn xat", NULL, ""},
  {"what-then-is-not-found-together", "cyberpesetn school", "cyberpesten school", ""},
  {"no-phrase", "\"over cyberpesetn\"", NULL, ""},
  {"no-phrase-of-one-word", "\"cyberpesetn\"", NULL, ""},
  {"no-phrase-of-one-word-that-is-open", "\"cyberpesetn", NULL, ""},
  {"nothing-beside-a-phrase-that-is-missing", "cyberpesetn \"de over\"", NULL, ""},
  {"a-word-beside-a-phrase", "\"Over de\" cyberpesetn", "\"over de\" cyberpesten", "cyberpesten"},
  {"a-word-beside-a-phrase-of-one", "cyberpesetn «over»", "cyberpesten \"over\"", "cyberpesten"},
};

static void
add (GPtrArray  *resources,
     const char *id,
     const char *title)
{
  g_auto (SkResourceFields) fields = {0};

  fields.name = fixture_text ("nl", title);
  fixture_add (resources, id, &fields);
}

static void
add_fields (GPtrArray *resources)
{
  g_auto (SkResourceFields) keyword = {0};
  g_auto (SkResourceFields) publisher = {0};
  g_auto (SkResourceFields) described = {0};

  keyword.keywords = g_strsplit ("groepsdruk", "|", -1);
  fixture_add (resources, "keyword", &keyword);
  publisher.publishers = g_strsplit ("Mediawijs", "|", -1);
  fixture_add (resources, "publisher", &publisher);
  described.description = fixture_text ("nl", "Een beschrijving");
  fixture_add (resources, "described", &described);
}

static void
make_pair (FixturePair *pair)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);

  add (resources, "cyberpesten", "Over de cyberpesten");
  add (resources, "school", "Op school");
  add (resources, "schoolfeest", "Het schoolfeest");
  add (resources, "chat", "Een chat");
  add (resources, "chatten-1", "Samen chatten");
  add (resources, "chatten-2", "Alleen chatten");
  add (resources, "spel-1", "Een spel");
  add (resources, "spel-2", "Nog een spel");
  add (resources, "spil", "Een spil");
  add (resources, "link", "Een link");
  add (resources, "lonk", "Een lonk");
  add (resources, "net", "Het net");
  add (resources, "tailed", "Schoolfesten, testen");
  add (resources, "french", "Le harcèlement");
  add (resources, "arabic", "الإنترنت");
  add_fields (resources);
  fixture_pair_init (pair, resources);
}

static SkResults *
search (FixturePair *pair,
        const char  *text,
        gboolean     strict)
{
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, text);
  g_autoptr (SkQuery) meant = sk_query_with_strict (query, strict);

  return fixture_pair_search (pair, meant);
}

static void
check (gconstpointer data)
{
  const Case *expected = data;
  g_auto (FixturePair) pair = {NULL};
  g_autoptr (SkResults) results = NULL;
  g_autofree char *ids = NULL;

  make_pair (&pair);
  results = search (&pair, expected->text, FALSE);
  ids = fixture_list_ids (pair.index, results);
  g_assert_cmpstr (sk_results_get_repaired (results), ==, expected->repaired);
  g_assert_cmpstr (ids, ==, expected->ids);
}

static void
check_strict (gconstpointer data)
{
  const Case *expected = data;
  g_auto (FixturePair) pair = {NULL};
  g_autoptr (SkResults) results = NULL;

  make_pair (&pair);
  results = search (&pair, expected->text, TRUE);
  g_assert_null (sk_results_get_repaired (results));
  if (expected->repaired != NULL)
    g_assert_cmpuint (sk_results_get_count (results), ==, 0);
}

static void
test_filters_ask_for_no_repair (void)
{
  g_auto (FixturePair) pair = {NULL};
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, "spel");
  g_autoptr (SkQuery) filtered = sk_query_with_value (query, SK_FACET_PUBLISHER, "Mediawijs");
  g_autoptr (SkResults) results = NULL;

  make_pair (&pair);
  results = fixture_pair_search (&pair, filtered);
  g_assert_cmpuint (sk_results_get_count (results), ==, 0);
  g_assert_null (sk_results_get_repaired (results));
}

static void
test_counts_what_is_repaired (void)
{
  g_auto (FixturePair) pair = {NULL};
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, "medaiwijs");
  g_autoptr (SkQuery) newest = sk_query_with_order (query, SK_ORDER_NEWEST);
  g_autoptr (SkQuery) filtered = sk_query_with_value (newest, SK_FACET_PUBLISHER, SK_FACET_NONE);
  g_autoptr (SkResults) results = NULL;
  g_autofree char *publishers = NULL;

  make_pair (&pair);
  results = fixture_pair_search (&pair, filtered);
  publishers = fixture_list_facet (results, SK_FACET_PUBLISHER);
  g_assert_cmpuint (sk_results_get_count (results), ==, 0);
  g_assert_cmpstr (sk_results_get_repaired (results), ==, "mediawijs");
  g_assert_cmpstr (publishers, ==, "Mediawijs=1 none=0");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (repairs); i++)
    {
      g_autofree char *path = g_strconcat ("/search/repair/repairs-", repairs[i].name, NULL);
      g_autofree char *strict = g_strconcat ("/search/repair/strict/", repairs[i].name, NULL);

      g_test_add_data_func (path, &repairs[i], check);
      g_test_add_data_func (strict, &repairs[i], check_strict);
    }

  g_test_add_func ("/search/repair/repairs-nothing-for-a-filter", test_filters_ask_for_no_repair);
  g_test_add_func ("/search/repair/counts-what-is-repaired", test_counts_what_is_repaired);

  return g_test_run ();
}
