/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-paper-words.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sidekick-config.h"
#include "sk-core-resources.h"

#define WORDS_PATH SK_RESOURCE_BASE "/words/paper.json"

struct _SkPaperWords
{
  GObject parent_instance;

  const char *language;  /* one of sk_paper_languages */
  JsonObject *words;     /* key → language → text */
};

G_DEFINE_FINAL_TYPE (SkPaperWords, sk_paper_words, G_TYPE_OBJECT)

const char * const sk_paper_languages[] = {"nl", "fr", "de", "en", NULL};

static void
sk_paper_words_finalize (GObject *object)
{
  SkPaperWords *self = SK_PAPER_WORDS (object);

  g_clear_pointer (&self->words, json_object_unref);

  G_OBJECT_CLASS (sk_paper_words_parent_class)->finalize (object);
}

static void
sk_paper_words_class_init (SkPaperWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_paper_words_finalize;
}

static void
sk_paper_words_init (SkPaperWords *self)
{
}

/* "nl" of "nl-BE"; English where the paper has no words in it. */
static const char *
find_language (const char *language)
{
  for (guint i = 0; sk_paper_languages[i] != NULL; i++)
    {
      gsize length = strlen (sk_paper_languages[i]);

      if (language != NULL && g_ascii_strncasecmp (language, sk_paper_languages[i], length) == 0 &&
          !g_ascii_isalnum (language[length]))
        return sk_paper_languages[i];
    }

  return "en";
}

/**
 * sk_paper_words_new:
 * @language: (nullable): a BCP 47 tag
 *
 * Returns: (transfer full): the words of paper in it, or in English where it is none of
 *   those that paper is written in
 */
SkPaperWords *
sk_paper_words_new (const char *language)
{
  g_autoptr (SkPaperWords) self = g_object_new (SK_TYPE_PAPER_WORDS, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize length;

  self->language = find_language (language);
  bytes = g_resource_lookup_data (sk_core_get_resource (), WORDS_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &error);
  if (bytes == NULL)
    g_error ("The words of paper are missing: %s", error->message);

  data = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, data, (gssize) length, &error))
    g_error ("The words of paper cannot be read: %s", error->message);

  self->words = json_object_ref (json_node_get_object (json_parser_get_root (parser)));
  return g_steal_pointer (&self);
}

/**
 * sk_paper_words_get_language:
 *
 * Returns: (transfer none): the language of the words: "nl", "fr", "de" or "en"
 */
const char *
sk_paper_words_get_language (SkPaperWords *self)
{
  g_return_val_if_fail (SK_IS_PAPER_WORDS (self), NULL);

  return self->language;
}

/* The words for a key in every language; NULL when the paper has no such key. */
static JsonObject *
find_words (SkPaperWords *self,
            const char   *key)
{
  JsonNode *node = json_object_get_member (self->words, key);

  return node != NULL ? json_node_get_object (node) : NULL;
}

/**
 * sk_paper_words_has:
 * @key: a key that data/words/paper.json may have
 *
 * Returns: whether there are words for it
 */
gboolean
sk_paper_words_has (SkPaperWords *self,
                    const char   *key)
{
  g_return_val_if_fail (SK_IS_PAPER_WORDS (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return find_words (self, key) != NULL;
}

/**
 * sk_paper_words_is:
 * @key: a key of data/words/paper.json
 *
 * Returns: whether @text is the words for @key, in any language of paper
 */
gboolean
sk_paper_words_is (SkPaperWords *self,
                   const char   *key,
                   const char   *text)
{
  JsonObject *words;

  g_return_val_if_fail (SK_IS_PAPER_WORDS (self), FALSE);
  g_return_val_if_fail (key != NULL && text != NULL, FALSE);

  words = find_words (self, key);
  for (guint i = 0; words != NULL && sk_paper_languages[i] != NULL; i++)
    {
      if (g_str_equal (json_object_get_string_member (words, sk_paper_languages[i]), text))
        return TRUE;
    }

  return FALSE;
}

/**
 * sk_paper_words_get:
 * @key: a key of data/words/paper.json
 *
 * Returns: (transfer none): the words for it
 */
const char *
sk_paper_words_get (SkPaperWords *self,
                    const char   *key)
{
  JsonObject *words;

  g_return_val_if_fail (SK_IS_PAPER_WORDS (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  words = find_words (self, key);
  if (words == NULL)
    {
      g_critical ("Paper has no words for “%s”", key);
      return key;
    }

  return json_object_get_string_member (words, self->language);
}

static gboolean
is_hole (const char *hole,
         const char *end,
         const char *name)
{
  gsize length = strlen (name);

  return (gsize) (end - hole - 1) == length && strncmp (hole + 1, name, length) == 0;
}

/* What stands for "{name}" in the pairs of names and texts; NULL when none does. */
static const char *
find_filling (const char *hole,
              const char *end,
              const char *first,
              va_list     pairs)
{
  const char *found = NULL;
  va_list rest;

  va_copy (rest, pairs);
  for (const char *name = first; name != NULL; name = va_arg (rest, const char *))
    {
      const char *text = va_arg (rest, const char *);

      if (found == NULL && is_hole (hole, end, name))
        found = text;
    }
  va_end (rest);

  return found;
}

/**
 * sk_paper_words_format:
 * @key: a key of data/words/paper.json
 * @...: name and text of each "{name}" in the words, then %NULL
 *
 * Returns: (transfer full): the words, with the texts in their places
 */
char *
sk_paper_words_format (SkPaperWords *self,
                       const char   *key,
                       ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *at = sk_paper_words_get (self, key);
  const char *first;
  va_list pairs;

  va_start (pairs, key);
  first = va_arg (pairs, const char *);
  while (*at != '\0')
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;
      const char *filling = end != NULL ? find_filling (at, end, first, pairs) : NULL;

      if (filling != NULL)
        g_string_append (text, filling);
      else
        g_string_append_c (text, *at);
      at = filling != NULL ? end + 1 : at + 1;
    }
  va_end (pairs);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * sk_paper_words_count:
 * @key: a key of data/words/paper.json, less its "-one" or "-other"
 * @count: how many
 *
 * Returns: (transfer full): the number with the words that go with it: "1 child",
 *   "22 children"
 */
char *
sk_paper_words_count (SkPaperWords *self,
                      const char   *key,
                      guint         count)
{
  g_autofree char *form = g_strconcat (key, count == 1 ? "-one" : "-other", NULL);
  g_autofree char *number = g_strdup_printf ("%u", count);

  return sk_paper_words_format (self, form, "n", number, NULL);
}
