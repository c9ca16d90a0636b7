/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include <gio/gio.h>
#include <string.h>

#include "feed/sk-feed-reader.h"
#include "sidekick-config.h"

#define STARTER SK_RESOURCE_BASE "/catalogue/starter.json"

/* Letters that a word must have to be a part of another. */
#define LEAST_OF_PART 4

/* A prime, so that words that follow each other begin with different parts. */
#define STRIDE G_GUINT64_CONSTANT (2654435761)

struct _Words
{
  char *language;
  gboolean compounds;         /* two words make one, as in Dutch and German */
  GHashTable *counts;         /* word → how often it was met */
  GPtrArray *words;           /* by how common they are; owned by counts */
  GPtrArray *parts;           /* those of them that make longer ones */
};

static void
count_word (Words *self,
            char  *word)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, word));

  g_hash_table_replace (self->counts, word, GUINT_TO_POINTER (count + 1));
}

static void
count_words (Words      *self,
             const char *text)
{
  const char *start = NULL;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gboolean is_letter = *at != '\0' && g_unichar_isalpha (g_utf8_get_char (at));

      if (is_letter && start == NULL)
        start = at;

      if (!is_letter && start != NULL)
        {
          count_word (self, g_strndup (start, (gsize) (at - start)));
          start = NULL;
        }

      if (*at == '\0')
        return;
    }
}

static void
count_text (Words              *self,
            const SkLangString *text)
{
  for (guint i = 0; i < sk_lang_string_get_size (text); i++)
    {
      const char *language;
      const char *words = sk_lang_string_get_nth (text, i, &language);

      if (g_str_has_prefix (language, self->language))
        count_words (self, words);
    }
}

static gboolean
count_resource (SkResource  *resource,
                guint64      index,
                gpointer     user_data,
                GError     **error)
{
  count_text (user_data, sk_resource_get_name (resource));
  count_text (user_data, sk_resource_get_description (resource));
  return TRUE;
}

static void
read_starter (Words *self)
{
  static const SkFeedHandler handler = {.resource = count_resource};
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  g_autoptr (SkFeedReader) reader = sk_feed_reader_new (vocabularies);
  g_autoptr (GInputStream) feed = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (SkFeedInfo) info = {0};

  feed = g_resources_open_stream (STARTER, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  sk_feed_reader_read (reader, feed, NULL, &handler, self, &info, NULL, &error);
  g_assert_no_error (error);
}

static int
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  GHashTable *counts = user_data;
  const char *left = *(const char * const *) a;
  const char *right = *(const char * const *) b;
  guint left_count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, left));
  guint right_count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, right));

  if (left_count != right_count)
    return left_count > right_count ? -1 : 1;

  return strcmp (left, right);
}

/**
 * words_new:
 * @language: nl, fr, de or en
 *
 * Gathers the words of the catalogue that comes with Sidekick, in which educators write of
 * what this is about. Words that are rarer still are made of two of them: whole ones in
 * Dutch and German, as people there do, else the beginning of one and the end of another.
 *
 * Returns: (transfer full): the words of a language
 */
Words *
words_new (const char *language)
{
  Words *self = g_new0 (Words, 1);

  self->language = g_strdup (language);
  self->compounds = g_str_equal (language, "nl") || g_str_equal (language, "de");
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_starter (self);

  self->words = g_hash_table_get_keys_as_ptr_array (self->counts);
  g_ptr_array_sort_with_data (self->words, compare_words, self->counts);

  self->parts = g_ptr_array_new ();
  for (guint i = 0; i < self->words->len; i++)
    if (g_utf8_strlen (g_ptr_array_index (self->words, i), -1) >= LEAST_OF_PART)
      g_ptr_array_add (self->parts, g_ptr_array_index (self->words, i));

  return self;
}

void
words_free (Words *self)
{
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->counts);
  g_free (self->language);
  g_free (self);
}

static const char *
find_middle (const char *word)
{
  return g_utf8_offset_to_pointer (word, g_utf8_strlen (word, -1) / 2);
}

/**
 * words_append:
 * @rank: how common a word, 0 the commonest of all
 *
 * Adds the word of that rank to a text.
 */
void
words_append (Words   *self,
              GString *text,
              guint    rank)
{
  guint64 n_parts = self->parts->len;
  guint64 mixed;
  const char *head;
  g_autofree char *tail = NULL;

  if (rank < self->words->len)
    {
      g_string_append (text, g_ptr_array_index (self->words, rank));
      return;
    }

  mixed = rank * STRIDE % (n_parts * n_parts);
  head = g_ptr_array_index (self->parts, mixed % n_parts);
  tail = g_utf8_strdown (g_ptr_array_index (self->parts, mixed / n_parts), -1);

  g_string_append_len (text, head,
                       self->compounds ? (gssize) strlen (head) : find_middle (head) - head);
  g_string_append (text, self->compounds ? tail : find_middle (tail));
}
