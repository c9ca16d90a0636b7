/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-slip.h"

/* How far the first characters of what was typed are from each beginning of the word. */
typedef struct
{
  const gunichar *typed;
  const gunichar *word;
  glong n_columns;            /* one for each beginning, the empty one too */
  guint *rows[3];             /* for the last three of the characters typed, the latest first */
} Table;

static guint
measure (const Table *table,
         glong        i,
         glong        j)
{
  const gunichar *a = table->typed + i;
  const gunichar *b = table->word + j;
  guint distance;

  if (j == 0)
    return (guint) i;

  distance = table->rows[1][j - 1] + (a[-1] != b[-1]);
  distance = MIN (distance, table->rows[1][j] + 1);
  distance = MIN (distance, table->rows[0][j - 1] + 1);

  if (i > 1 && j > 1 && a[-1] == b[-2] && a[-2] == b[-1])
    distance = MIN (distance, table->rows[2][j - 2] + 1);

  return distance;
}

static void
next_row (Table *table)
{
  guint *oldest = table->rows[2];

  table->rows[2] = table->rows[1];
  table->rows[1] = table->rows[0];
  table->rows[0] = oldest;
}

static void
fill (Table *table,
      glong  n_typed)
{
  for (glong j = 0; j < table->n_columns; j++)
    table->rows[0][j] = (guint) j;

  for (glong i = 1; i <= n_typed; i++)
    {
      next_row (table);
      for (glong j = 0; j < table->n_columns; j++)
        table->rows[0][j] = measure (table, i, j);
    }
}

/**
 * sk_text_slip_find:
 * @typed: a folded word, as it was typed
 * @word: a folded word
 *
 * Measures how far the two are apart by optimal string alignment, in characters.
 *
 * Returns: whether what was typed is one slip away from the word, or only from a beginning of it
 */
SkTextSlip
sk_text_slip_find (const char *typed,
                   const char *word)
{
  glong n_typed;
  glong n_word;
  g_autofree gunichar *typed_characters = g_utf8_to_ucs4_fast (typed, -1, &n_typed);
  g_autofree gunichar *word_characters = g_utf8_to_ucs4_fast (word, -1, &n_word);
  g_autofree guint *rows = NULL;
  Table table = {typed_characters, word_characters, MIN (n_word, n_typed + 1) + 1, {NULL}};

  rows = g_new (guint, 3 * (gsize) table.n_columns);
  for (guint i = 0; i < G_N_ELEMENTS (table.rows); i++)
    table.rows[i] = rows + i * (gsize) table.n_columns;

  fill (&table, n_typed);

  if (n_word < table.n_columns && table.rows[0][n_word] == 1)
    return SK_TEXT_SLIP_WHOLE;

  for (glong j = 0; j < MIN (n_word, table.n_columns); j++)
    if (table.rows[0][j] == 1)
      return SK_TEXT_SLIP_BEGINNING;

  return SK_TEXT_SLIP_NONE;
}
