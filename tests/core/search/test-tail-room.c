/* SPDX-License-Identifier: GPL-3.0-or-later */

/* There is room for the tails of so many words. Where there are more, the words that fewest
 * records have are found by their beginnings alone. */

#include "search-fixture.h"

#include <string.h>

#define N_RECORDS 1100

/* A word of 32 characters has 26 tails, and 65,536 are kept. */
#define N_WORDS_A_RECORD 3

/* Long enough to have tails, and like no other. */
static void
append_long_word (GString    *text,
                  const char *ending,
                  guint       number)
{
  g_string_append_printf (text, "%06u%.*s%s ", number, (int) (26 - strlen (ending)),
                          "abcdefghijklmnopqrstuvwxyz", ending);
}

static void
add_record (GPtrArray  *resources,
            guint       number,
            guint       n_words,
            const char *keyword)
{
  g_autofree char *id = g_strdup_printf ("%04u", number);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (SkResourceFields) fields = {0};

  for (guint i = 0; i < n_words; i++)
    append_long_word (text, number == 0 ? "seldom" : "", number * N_WORDS_A_RECORD + i);

  fields.name = fixture_text ("en", id);
  fields.description = fixture_text ("en", text->str);
  fields.keywords = g_new0 (char *, 2);
  fields.keywords[0] = g_strdup (keyword);
  fixture_add (resources, id, &fields);
}

/* "cyberoften" is in ten of the records, "cyberseldom" in one. */
static GPtrArray *
make_records (guint n_words)
{
  GPtrArray *resources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_RECORDS; i++)
    add_record (resources, i, n_words, i < 10 ? "cyberoften" : i == 10 ? "cyberseldom" : "plain");

  return resources;
}

static guint
count (FixturePair *pair,
       const char  *text)
{
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, text);
  g_autoptr (SkResults) results = fixture_pair_search (pair, query);

  return sk_results_get_count (results);
}

static void
test_with_room (void)
{
  g_autoptr (GPtrArray) resources = make_records (1);
  g_auto (FixturePair) pair = {NULL};

  fixture_pair_init (&pair, resources);
  g_assert_cmpuint (count (&pair, "often"), ==, 10);
  g_assert_cmpuint (count (&pair, "seldom"), ==, 2);
  g_assert_cmpuint (count (&pair, "mnopq"), ==, N_RECORDS);
}

static void
test_without_room (void)
{
  g_autoptr (GPtrArray) resources = make_records (N_WORDS_A_RECORD);
  g_auto (FixturePair) pair = {NULL};

  fixture_pair_init (&pair, resources);
  g_assert_cmpuint (count (&pair, "often"), ==, 10);
  g_assert_cmpuint (count (&pair, "oft"), ==, 0);
  g_assert_cmpuint (count (&pair, "seldom"), ==, 0);
  g_assert_cmpuint (count (&pair, "mnopq"), ==, 0);
  g_assert_cmpuint (count (&pair, "cybers"), ==, 1);
  g_assert_cmpuint (count (&pair, "000000a"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/tail-room/all-tails-are-found-where-there-is-room", test_with_room);
  g_test_add_func ("/search/tail-room/where-there-is-none-the-rarest-words-go-without",
                   test_without_room);

  return g_test_run ();
}
