/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-word-diff.h"

#include <string.h>

#define N_ROUNDS 3000

/* What went stands in [brackets], what came in {braces}. */
static char *
write_diff (const char *before,
            const char *after)
{
  g_autoptr (GPtrArray) spans = sk_word_diff (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const SkWordSpan *span = g_ptr_array_index (spans, i);

      if (span->change == SK_WORDS_REMOVED)
        g_string_append_printf (text, "[%s]", span->text);
      else if (span->change == SK_WORDS_ADDED)
        g_string_append_printf (text, "{%s}", span->text);
      else
        g_string_append (text, span->text);
    }

  return g_string_free (text, FALSE);
}

static void
assert_diff (const char *before,
             const char *after,
             const char *expected)
{
  g_autofree char *diff = write_diff (before, after);

  g_assert_cmpstr (diff, ==, expected);
}

static void
test_words (void)
{
  assert_diff ("met lesbrief, werkblad en PowerPoint. In groep 7-8 als één lesuur.",
               "met lesbrief, werkblad en digibordles. In groep 7-8 als een les van 25 minuten.",
               "met lesbrief, werkblad en [PowerPoint]{digibordles}. In groep 7-8 als [één "
               "lesuur]{een les van 25 minuten}.");
  assert_diff ("een les", "een korte les", "een {korte }les");
  assert_diff ("een korte les", "een les", "een [korte ]les");
}

static void
test_whole_words (void)
{
  assert_diff ("0,4 MB", "0,6 MB", "[0,4]{0,6} MB");
  assert_diff ("l'école", "l'écran", "[l'école]{l'écran}");
  assert_diff ("Über", "Ueber", "[Über]{Ueber}");
  assert_diff ("привет мир", "привет друг", "привет [мир]{друг}");
}

static void
test_nothing (void)
{
  assert_diff (NULL, NULL, "");
  assert_diff ("", "nieuw", "{nieuw}");
  assert_diff ("oud", NULL, "[oud]");
  assert_diff ("gelijk", "gelijk", "gelijk");
}

/* Lines that are broken elsewhere are no change. */
static void
test_space (void)
{
  assert_diff ("een  les\nvoor kinderen", "een les voor\n\nkinderen", "een les voor\n\nkinderen");
}

/* Signs between two changes do not cut them into pieces. */
static void
test_joined (void)
{
  assert_diff ("lees rood, groen samen", "lees geel, blauw samen",
               "lees [rood, groen]{geel, blauw} samen");
}

static void
test_long (void)
{
  g_autoptr (GString) before = g_string_new ("begin ");
  g_autoptr (GString) after = g_string_new ("begin ");
  g_autoptr (GPtrArray) spans = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (before, "a%u ", i);
      g_string_append_printf (after, "b%u ", i);
    }
  g_string_append (before, "einde");
  g_string_append (after, "einde");
  spans = sk_word_diff (before->str, after->str);

  g_assert_cmpuint (spans->len, ==, 4);
  g_assert_cmpstr (((SkWordSpan *) spans->pdata[0])->text, ==, "begin ");
  g_assert_cmpstr (((SkWordSpan *) spans->pdata[3])->text, ==, " einde");
}

static char *
make_text (void)
{
  const char * const words[] = {"a", "b", "c", ",", ".", " ", "é", "1,5"};
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 14); i > 0; i--)
    g_string_append_printf (text, "%s ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static char *
squeeze (char *text)
{
  g_autofree char *owned = text;
  g_auto (GStrv) words = g_strsplit_set (owned, " ", -1);
  GString *squeezed = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append (squeezed, words[i]);
  return g_string_free (squeezed, FALSE);
}

static char *
join (GPtrArray    *spans,
      SkWordChange  left_out)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const SkWordSpan *span = g_ptr_array_index (spans, i);

      if (span->change != left_out)
        g_string_append (text, span->text);
    }

  return g_string_free (text, FALSE);
}

/* Without what came it is the old text, without what went the new one; and no two stretches that
 * follow each other are of a kind. */
static void
test_properties (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *before = make_text ();
      g_autofree char *after = make_text ();
      g_autoptr (GPtrArray) spans = sk_word_diff (before, after);
      g_autofree char *now = join (spans, SK_WORDS_REMOVED);
      g_autofree char *then = squeeze (join (spans, SK_WORDS_ADDED));
      g_autofree char *expected = squeeze (g_strdup (before));

      g_assert_cmpstr (now, ==, after);
      g_assert_cmpstr (then, ==, expected);
      for (guint j = 1; j < spans->len; j++)
        g_assert_cmpint (((SkWordSpan *) spans->pdata[j - 1])->change, !=,
                         ((SkWordSpan *) spans->pdata[j])->change);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/word-diff/shows-words-that-went-and-came", test_words);
  g_test_add_func ("/session/word-diff/cuts-no-word-or-number", test_whole_words);
  g_test_add_func ("/session/word-diff/of-nothing-is-all-or-nothing", test_nothing);
  g_test_add_func ("/session/word-diff/other-lines-are-no-change", test_space);
  g_test_add_func ("/session/word-diff/signs-between-changes-go-with-them", test_joined);
  g_test_add_func ("/session/word-diff/long-texts-are-replaced", test_long);
  g_test_add_func ("/session/word-diff/holds-both-texts", test_properties);

  return g_test_run ();
}
