/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/sk-text-slip.h"

typedef struct
{
  const char *name;
  const char *typed;
  const char *word;
  SkTextSlip slip;
} Case;

static const Case cases[] = {
  {"one-character-too-many", "gaame", "game", SK_TEXT_SLIP_WHOLE},
  {"one-too-many-at-the-start", "xgame", "game", SK_TEXT_SLIP_WHOLE},
  {"one-too-many-at-the-end", "gamex", "game", SK_TEXT_SLIP_WHOLE},
  {"one-too-few", "gme", "game", SK_TEXT_SLIP_WHOLE},
  {"one-too-few-at-the-start", "ame", "game", SK_TEXT_SLIP_WHOLE},
  {"one-too-few-at-the-end", "gam", "game", SK_TEXT_SLIP_WHOLE},
  {"another-one", "gane", "game", SK_TEXT_SLIP_WHOLE},
  {"another-one-at-the-start", "hame", "game", SK_TEXT_SLIP_WHOLE},
  {"another-one-at-the-end", "gamr", "game", SK_TEXT_SLIP_WHOLE},
  {"two-neighbours-the-other-way-round", "gaem", "game", SK_TEXT_SLIP_WHOLE},
  {"the-first-two-the-other-way-round", "agme", "game", SK_TEXT_SLIP_WHOLE},
  {"one-of-a-pair-too-few", "chaten", "chatten", SK_TEXT_SLIP_WHOLE},
  {"two-slips", "gzmx", "game", SK_TEXT_SLIP_NONE},
  {"two-pairs-the-other-way-round", "agem", "game", SK_TEXT_SLIP_NONE},
  {"two-that-are-no-neighbours", "mage", "game", SK_TEXT_SLIP_NONE},
  {"a-swap-with-one-between", "gmxa", "gamer", SK_TEXT_SLIP_NONE},
  {"a-beginning-with-one-too-many", "cyyb", "cyberpesten", SK_TEXT_SLIP_BEGINNING},
  {"a-beginning-with-one-too-few", "cybr", "cyberpesten", SK_TEXT_SLIP_BEGINNING},
  {"a-beginning-with-another-one", "cyver", "cyberpesten", SK_TEXT_SLIP_BEGINNING},
  {"a-beginning-the-other-way-round", "cybre", "cyberpesten", SK_TEXT_SLIP_BEGINNING},
  {"a-beginning-with-two-slips", "cyvre", "cyberpesten", SK_TEXT_SLIP_NONE},
  {"characters-and-not-bytes", "网罗安全", "网络安全", SK_TEXT_SLIP_WHOLE},
  {"arabic-the-other-way-round", "الامنا", "الامان", SK_TEXT_SLIP_WHOLE},
  {"greek-one-too-few", "ασφαεια", "ασφαλεια", SK_TEXT_SLIP_WHOLE},
};

static void
check (gconstpointer data)
{
  const Case *expected = data;

  g_assert_cmpint (sk_text_slip_find (expected->typed, expected->word), ==, expected->slip);
}

/* What is a slip one way is one the other way too, where it is of the whole word. */
static void
check_turned (gconstpointer data)
{
  const Case *expected = data;
  gboolean is_whole = sk_text_slip_find (expected->word, expected->typed) == SK_TEXT_SLIP_WHOLE;

  g_assert_true (is_whole == (expected->slip == SK_TEXT_SLIP_WHOLE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/search/text-slip/knows-", cases[i].name, NULL);
      g_autofree char *turned = g_strconcat (path, "-turned-round", NULL);

      g_test_add_data_func (path, &cases[i], check);
      g_test_add_data_func (turned, &cases[i], check_turned);
    }

  return g_test_run ();
}
