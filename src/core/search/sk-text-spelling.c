/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-spelling.h"

#include "sk-text-query.h"
#include "sk-text-words.h"

/* A capital that only begins a name or a sentence is none of the word's own. */
static char *
write_small (const SkTextWord *word)
{
  g_autofree char *written = g_strndup (word->start, (gsize) (word->end - word->start));
  const char *rest = g_utf8_next_char (written);
  g_autofree char *small = g_utf8_strdown (written, -1);

  return g_str_has_suffix (small, rest) ? g_steal_pointer (&small) : g_steal_pointer (&written);
}

static void
add_text (GHashTable *spellings,
          const char *text)
{
  g_autoptr (GArray) words = sk_text_words_new (text);

  for (guint i = 0; i < words->len; i++)
    {
      const SkTextWord *word = &g_array_index (words, SkTextWord, i);

      if (!g_hash_table_contains (spellings, word->folded))
        g_hash_table_insert (spellings, g_strdup (word->folded), write_small (word));
    }
}

static void
add_lang_string (GHashTable         *spellings,
                 const SkLangString *text)
{
  for (guint i = 0; text != NULL && i < sk_lang_string_get_size (text); i++)
    add_text (spellings, sk_lang_string_get_nth (text, i, NULL));
}

static void
add_strings (GHashTable         *spellings,
             const char * const *texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_text (spellings, texts[i]);
}

/* How a record writes each of its words, by what they are folded to; what is read first is
 * trusted most. */
static GHashTable *
read_spellings (SkResource *resource)
{
  GHashTable *spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  add_lang_string (spellings, sk_resource_get_name (resource));
  add_strings (spellings, sk_resource_get_keywords (resource));
  add_strings (spellings, sk_resource_get_publishers (resource));
  add_lang_string (spellings, sk_resource_get_description (resource));

  return spellings;
}

/**
 * sk_text_spelling_restore:
 * @text: what was searched for, of folded words, as [method@Results.get_repaired] has it
 * @resource: a record that it found
 *
 * Writes folded words as people do: "securite" as "sécurité", where the record has it so.
 *
 * Returns: (transfer full): the text, with each word that is not in the record as it was
 */
char *
sk_text_spelling_restore (const char *text,
                          SkResource *resource)
{
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (GHashTable) spellings = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (SK_IS_RESOURCE (resource), NULL);

  terms = sk_text_query_parse (text);
  spellings = read_spellings (resource);

  for (guint i = 0; i < terms->len; i++)
    {
      const SkTextTerm *term = g_ptr_array_index (terms, i);

      for (guint j = 0; j < term->n_words; j++)
        {
          const char *written = g_hash_table_lookup (spellings, term->words[j]);

          if (written != NULL)
            g_set_str (&term->words[j], written);
        }
    }

  return sk_text_query_write (terms);
}
