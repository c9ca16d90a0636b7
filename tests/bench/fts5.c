/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fts5.h"

#include "contender.h"

/**
 * fts5_write_match:
 *
 * Returns: (transfer full) (nullable): what MATCH takes, %NULL where all records match
 */
char *
fts5_write_match (const Question *question)
{
  g_autoptr (GString) match = g_string_new (NULL);

  if (question->n_words == 0)
    return NULL;

  for (guint i = 0; i < question->n_words; i++)
    g_string_append_printf (match, "\"%s\" ", question->words[i]);
  g_string_append_c (match, '*');

  return g_string_free_and_steal (g_steal_pointer (&match));
}

/**
 * fts5_attach:
 *
 * Makes the corpus of the folder known to the database, as "corpus".
 */
void
fts5_attach (sqlite3    *database,
             const char *folder)
{
  g_autofree char *path = g_build_filename (folder, CONTENDER_CORPUS, NULL);
  g_autofree char *statement = g_strdup_printf ("ATTACH '%s' AS corpus", path);

  sql_run (database, statement);
}
