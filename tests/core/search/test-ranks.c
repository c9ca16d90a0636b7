/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of what a text finds, each worked out by hand. Records are named so that their
 * default order is another than the one expected. */

#include "search-fixture.h"

typedef struct
{
  const char *id;
  const char *title;
  const char *keyword;
  const char *description;
} Record;

static void
add (GPtrArray    *resources,
     const Record *record)
{
  g_auto (SkResourceFields) fields = {0};

  fields.name = fixture_text ("en", record->title);
  if (record->keyword != NULL)
    fields.keywords = g_strsplit (record->keyword, "|", -1);
  if (record->description != NULL)
    fields.description = fixture_text ("en", record->description);

  fixture_add (resources, record->id, &fields);
}

static char *
find (const Record *records,
      guint         n_records,
      const char   *text)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (FixturePair) pair = {NULL};

  for (guint i = 0; i < n_records; i++)
    add (resources, &records[i]);

  fixture_pair_init (&pair, resources);
  return fixture_pair_find (&pair, text);
}

#define FIND(records, text) find (records, G_N_ELEMENTS (records), text)

static void
test_fields (void)
{
  static const Record records[] = {
    {"9-title", "A game", NULL, NULL},
    {"8-title-begins", "About gamers", NULL, NULL},
    {"7-keyword", "X", "game", NULL},
    {"6-keyword-begins", "X", "gamewise", NULL},
    {"5-described", "X", NULL, "It is a game"},
    {"4-described-begins", "X", NULL, "For gamers, by gamers, with games"},
    {"3-tail", "Cybergame", "cybergame", "Cybergame cybergame"},
  };
  g_autofree char *game = FIND (records, "game");
  g_autofree char *gamers = FIND (records, "gamers");

  g_assert_cmpstr (game, ==,
                   "9-title 8-title-begins 7-keyword 6-keyword-begins 5-described "
                   "4-described-begins 3-tail");
  g_assert_cmpstr (gamers, ==, "8-title-begins 4-described-begins");
}

static void
test_publishers_are_keywords (void)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (FixturePair) pair = {NULL};
  g_auto (SkResourceFields) publisher = {0};
  g_autofree char *ids = NULL;

  add (resources, &(Record) {"1-described", "X", NULL, "game"});
  add (resources, &(Record) {"3-keyword", "X", "game", NULL});
  publisher.publishers = g_strsplit ("Game", "|", -1);
  fixture_add (resources, "2-publisher", &publisher);

  fixture_pair_init (&pair, resources);
  ids = fixture_pair_find (&pair, "game");
  g_assert_cmpstr (ids, ==, "2-publisher 3-keyword 1-described");
}

/* Titles of 8, 1 and 3 words, 4 on average, in which the word is 0.36, 0.66 and 0.51. */
static void
test_shorter_fields (void)
{
  static const Record records[] = {
    {"1-long", "A game for all the children you know", NULL, NULL},
    {"2-short", "Game", NULL, NULL},
    {"3-middling", "Another good game", NULL, NULL},
  };
  g_autofree char *ids = FIND (records, "game");

  g_assert_cmpstr (ids, ==, "2-short 3-middling 1-long");
}

/* Descriptions of 3 words, in which the word is 0.45, 0.63 and 0.71. */
static void
test_more_occurrences (void)
{
  static const Record records[] = {
    {"1-once", "X", NULL, "a good game"},
    {"2-twice", "X", NULL, "game by game"},
    {"3-always", "X", NULL, "game game game"},
  };
  g_autofree char *ids = FIND (records, "game");

  g_assert_cmpstr (ids, ==, "3-always 2-twice 1-once");
}

/* All languages together are one field, and so are all keywords. */
static void
test_length_of_all_texts (void)
{
  static const Record records[] = {
    {"1-many", "X", "game|a|b|c|d|e|f|g", NULL},
    {"2-few", "X", "game", NULL},
  };
  g_autofree char *ids = FIND (records, "game");

  g_assert_cmpstr (ids, ==, "2-few 1-many");
}

static void
test_levels_within_fields (void)
{
  static const Record records[] = {
    {"1-described-often", "X", NULL, "game game game game game"},
    {"2-keyword-begins-once", "X", "gamer|a|b|c|d|e|f|g|h|i|j|k", NULL},
    {"3-keyword-begins-often", "X", "gamer|gamer|gamer", NULL},
    {"4-keyword-once", "X", "game|a|b|c|d|e|f|g|h|i|j|k", NULL},
  };
  g_autofree char *ids = FIND (records, "game");

  g_assert_cmpstr (ids, ==,
                   "4-keyword-once 3-keyword-begins-often 2-keyword-begins-once "
                   "1-described-often");
}

/* Only the best field counts: what a description repeats of its title adds nothing. */
static void
test_best_field (void)
{
  static const Record records[] = {
    {"1-title", "A game", NULL, NULL},
    {"2-everywhere", "A game", "game", "Game, game and game"},
  };
  g_autofree char *ids = FIND (records, "game");

  g_assert_cmpstr (ids, ==, "1-title 2-everywhere");
}

/* Of the words that a beginning matches the best one counts, not their sum: in a title of five
 * words each of them is 0.45, and 0.63 where it stands twice. */
static void
test_best_word (void)
{
  static const Record records[] = {
    {"1-one", "All the gamers come home", NULL, NULL},
    {"2-all", "Gamer gamers gaming games gamewise", NULL, NULL},
    {"3-twice", "The gamers and the gamers", NULL, NULL},
  };
  g_autofree char *ids = FIND (records, "gam");

  g_assert_cmpstr (ids, ==, "3-twice 1-one 2-all");
}

static void
test_phrases (void)
{
  static const Record records[] = {
    {"1-described", "X y z", NULL, "safe game, safe game"},
    {"2-keyword", "X y z", "safe game", NULL},
    {"3-title", "A safe game", NULL, NULL},
    {"4-apart", "Safe old game", NULL, NULL},
  };
  g_autofree char *ids = FIND (records, "\"safe game\"");

  g_assert_cmpstr (ids, ==, "3-title 2-keyword 1-described");
}

/* Titles of four words: a phrase that stands there once is 0.45 of it, and twice 0.63, however
 * often its words stand there. */
static void
test_phrases_by_occurrences (void)
{
  static const Record records[] = {
    {"1-once", "One safe game more", NULL, NULL},
    {"2-twice", "Safe game, safe game", NULL, NULL},
    {"3-overlapping", "Safe game game game", NULL, NULL},
    {"4-once", "Game game one more", NULL, NULL},
    {"5-once", "Safe, safe, safe game", NULL, NULL},
  };
  g_autofree char *safe = FIND (records, "\"safe game\"");
  g_autofree char *game = FIND (records, "\"game game\"");

  g_assert_cmpstr (safe, ==, "2-twice 1-once 3-overlapping 5-once");
  g_assert_cmpstr (game, ==, "3-overlapping 4-once");
}

/* Titles of 8 and 2 words, in which the phrase is 0.36, 4 × 32, and 0.60, 6 × 32, though its
 * last word only begins there. */
static void
test_phrases_that_go_on (void)
{
  static const Record records[] = {
    {"1-whole", "Safe game for all the children you know", NULL, NULL},
    {"2-begins", "Safe gamer", NULL, NULL},
  };
  g_autofree char *open = FIND (records, "\"safe game");
  g_autofree char *closed = FIND (records, "\"safe game\"");

  g_assert_cmpstr (open, ==, "2-begins 1-whole");
  g_assert_cmpstr (closed, ==, "1-whole");
}

static void
test_sum_of_words (void)
{
  static const Record records[] = {
    {"1-one-in-title", "Safe", NULL, "online"},
    {"2-both-in-title", "Safe online", NULL, NULL},
  };
  g_autofree char *ids = FIND (records, "online safe");

  g_assert_cmpstr (ids, ==, "2-both-in-title 1-one-in-title");
}

/* A word that is asked for twice counts twice: 2 × 160 + 10 and 160 + 2 × 10. */
static void
test_word_asked_twice (void)
{
  static const Record records[] = {
    {"1-safe", "Safe a", NULL, "game b c"},
    {"2-game", "Game a", NULL, "safe b c"},
  };
  g_autofree char *once = FIND (records, "safe game");
  g_autofree char *twice = FIND (records, "game safe game");

  g_assert_cmpstr (once, ==, "1-safe 2-game");
  g_assert_cmpstr (twice, ==, "2-game 1-safe");
}

static void
test_tails_last (void)
{
  static const Record records[] = {
    {"1-tail", "Cyberpesten cyberpesten", NULL, NULL},
    {"2-begins", "X", NULL,
     "In a very long description of many words there may be pestende children too"},
    {"3-tail-and-begins", "Cyberpesten", NULL, "pestende"},
  };
  g_autofree char *ids = FIND (records, "peste");

  g_assert_cmpstr (ids, ==, "3-tail-and-begins 2-begins 1-tail");
}

/* Among others that all have one of the words. */
static char *
find_among (const Record  records[2],
            guint         n_records,
            const char   *text)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (FixturePair) pair = {NULL};

  add (resources, &records[0]);
  add (resources, &records[1]);
  while (resources->len < n_records)
    {
      g_autofree char *id = g_strdup_printf ("other-%u", resources->len);

      add (resources, &(Record) {id, "veilig les", NULL, NULL});
    }

  fixture_pair_init (&pair, resources);
  return fixture_pair_find (&pair, text);
}

/* The rare word is worth 8 and 160, the one that all have 160 and 8: one of them doubled makes
 * 176 and 328. Two records in 128 are not rare yet. */
static void
test_rare_words (void)
{
  static const Record records[] = {
    {"1", "veilig les", NULL, "zeldzaam spel"},
    {"2", "zeldzaam les", NULL, "veilig spel"},
  };
  g_autofree char *common = find_among (records, 128, "veilig zeldzaam");
  g_autofree char *rare = find_among (records, 129, "veilig zeldzaam");

  g_assert_cmpstr (common, ==, "1 2");
  g_assert_cmpstr (rare, ==, "2 1");
}

/* The rare word is worth 8 and 32, the one that all have 160 and 80: doubled once that makes
 * 176 and 144, doubled twice 192 and 208. */
static void
test_very_rare_words (void)
{
  static const Record records[] = {
    {"1", "veilig les", NULL, "zeldzaam"},
    {"2", "veiliger les", "zeldzaam", NULL},
  };
  g_autofree char *rare = find_among (records, 8192, "zeldzaam veilig");
  g_autofree char *very_rare = find_among (records, 8193, "zeldzaam veilig");

  g_assert_cmpstr (rare, ==, "1 2");
  g_assert_cmpstr (very_rare, ==, "2 1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/ranks/title-over-keywords-over-description-and-whole-words-first",
                   test_fields);
  g_test_add_func ("/search/ranks/publishers-as-keywords", test_publishers_are_keywords);
  g_test_add_func ("/search/ranks/shorter-fields-first", test_shorter_fields);
  g_test_add_func ("/search/ranks/more-occurrences-first", test_more_occurrences);
  g_test_add_func ("/search/ranks/by-the-length-of-all-texts", test_length_of_all_texts);
  g_test_add_func ("/search/ranks/levels-after-fields-and-whole-words", test_levels_within_fields);
  g_test_add_func ("/search/ranks/by-the-best-field-alone", test_best_field);
  g_test_add_func ("/search/ranks/by-the-best-word-alone", test_best_word);
  g_test_add_func ("/search/ranks/phrases-by-their-best-field", test_phrases);
  g_test_add_func ("/search/ranks/phrases-by-occurrences", test_phrases_by_occurrences);
  g_test_add_func ("/search/ranks/phrases-that-go-on-as-whole-words", test_phrases_that_go_on);
  g_test_add_func ("/search/ranks/by-the-sum-of-all-words", test_sum_of_words);
  g_test_add_func ("/search/ranks/a-word-asked-for-twice-twice", test_word_asked_twice);
  g_test_add_func ("/search/ranks/tails-last", test_tails_last);
  g_test_add_func ("/search/ranks/rare-words-first", test_rare_words);
  g_test_add_func ("/search/ranks/very-rare-words-before-that", test_very_rare_words);

  return g_test_run ();
}
