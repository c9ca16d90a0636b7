/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-mapping.h"

#include "sk-feed-text.h"
#include "sk-feed-value.h"
#include "sk-json.h"

static char *
clean_text (SkRecordMapping *self,
            const char      *text,
            SkTextKind       kind)
{
  g_autofree char *plain = NULL;

  if (self->mapper->literal)
    plain = g_strdup (text);
  else if (kind == SK_TEXT_PROSE)
    plain = sk_text_from_html (text);
  else
    plain = sk_text_decode_entities (text);

  return kind == SK_TEXT_PROSE ? sk_text_clean_prose (plain) : sk_text_clean_line (plain);
}

static void
add_text (SkRecordMapping *self,
          SkLangString    *texts,
          const char      *language,
          const char      *text,
          SkTextKind       kind)
{
  g_autofree char *tag = language != NULL ? sk_value_parse_language (language) : NULL;
  g_autofree char *clean = NULL;

  /* The first of several texts in one language is the one that counts. */
  for (guint i = 0; i < sk_lang_string_get_size (texts); i++)
    {
      const char *held;

      sk_lang_string_get_nth (texts, i, &held);
      if (g_str_equal (held, tag != NULL ? tag : ""))
        return;
    }

  clean = clean_text (self, text, kind);
  if (*clean != '\0')
    sk_lang_string_add (texts, tag, clean);
}

static void
add_language_map (SkRecordMapping *self,
                  SkLangString    *texts,
                  JsonObject      *map,
                  SkTextKind       kind)
{
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, map);
  while (json_object_iter_next_ordered (&iter, &language, &node))
    {
      const char *text = sk_json_count (node) > 0 ? sk_json_string (sk_json_nth (node, 0)) : NULL;
      g_autofree char *tag = sk_value_parse_language (language);

      if (text != NULL && (tag != NULL || g_str_equal (language, "@none")))
        add_text (self, texts, tag, text, kind);
    }
}

/**
 * sk_mapping_read_text:
 * @node: (nullable): a string, a language map, or a list of either
 * @language: (nullable): the language of a string
 *
 * Returns: (transfer full) (nullable): the text, %NULL where there is none
 */
SkLangString *
sk_mapping_read_text (SkRecordMapping *self,
                      JsonNode        *node,
                      const char      *language,
                      SkTextKind       kind)
{
  g_autoptr (SkLangString) texts = sk_lang_string_new ();

  for (guint i = 0; i < sk_json_count (node); i++)
    {
      JsonNode *item = sk_json_nth (node, i);

      if (sk_json_string (item) != NULL)
        add_text (self, texts, language, sk_json_string (item), kind);
      else if (sk_json_object (item) != NULL)
        add_language_map (self, texts, sk_json_object (item), kind);
    }

  return sk_lang_string_get_size (texts) > 0 ? g_steal_pointer (&texts) : NULL;
}

/**
 * sk_mapping_read_line:
 * @node: (nullable): a string, a language map, or a list of either
 *
 * Returns: (transfer full) (nullable): the text, in the record's language where there is
 *   a choice
 */
char *
sk_mapping_read_line (SkRecordMapping *self,
                      JsonNode        *node)
{
  g_autoptr (SkLangString) text = sk_mapping_read_text (self, node, self->language, SK_TEXT_LINE);
  const char * const preferred[] = {self->language, NULL};

  return g_strdup (sk_lang_string_pick (text, preferred, NULL, NULL));
}

static void
add_keyword (GPtrArray  *keywords,
             GHashTable *seen,
             const char *text)
{
  g_autofree char *clean = sk_text_clean_line (text);

  /* To add it would put this one, which goes, in the place of the one that stays. */
  if (*clean == '\0' || g_hash_table_contains (seen, clean))
    return;

  g_hash_table_add (seen, clean);
  g_ptr_array_add (keywords, g_steal_pointer (&clean));
}

static void
add_labels (SkRecordMapping *self,
            GPtrArray       *keywords,
            GHashTable      *seen,
            JsonNode        *node)
{
  g_autoptr (SkLangString) texts = NULL;
  JsonObject *object = sk_json_object (node);

  if (object != NULL)
    {
      JsonNode *label = sk_json_get (object, "prefLabel");

      if (label == NULL)
        label = sk_json_get (object, "name");
      if (label == NULL)
        label = sk_json_get (object, "targetName");
      node = label != NULL || sk_json_get (object, "id") != NULL ? label : node;
    }

  texts = sk_mapping_read_text (self, node, self->language, SK_TEXT_LINE);
  for (guint i = 0; i < sk_lang_string_get_size (texts); i++)
    add_keyword (keywords, seen, sk_lang_string_get_nth (texts, i, NULL));
}

static void
add_list_in_words (SkRecordMapping *self,
                   GPtrArray       *keywords,
                   GHashTable      *seen,
                   const char      *list)
{
  g_autofree char *plain = clean_text (self, list, SK_TEXT_LINE);
  g_auto (GStrv) words = g_strsplit_set (plain, ",;", -1);

  for (guint i = 0; words[i] != NULL; i++)
    add_keyword (keywords, seen, words[i]);
}

/**
 * sk_mapping_map_keywords:
 *
 * `keywords` and what it `teaches`, as words to be found by: a list, or words with commas
 * between them.
 */
void
sk_mapping_map_keywords (SkRecordMapping *self)
{
  static const char * const members[] = {"keywords", "teaches"};
  g_autoptr (GPtrArray) keywords = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *node = sk_json_get (self->record, members[i]);

      if (i == 0 && sk_json_string (node) != NULL)
        add_list_in_words (self, keywords, seen, sk_json_string (node));
      else
        for (guint j = 0; j < sk_json_count (node); j++)
          add_labels (self, keywords, seen, sk_json_nth (node, j));
    }

  if (keywords->len == 0)
    return;

  g_ptr_array_add (keywords, NULL);
  self->fields->keywords = (GStrv) g_ptr_array_steal (keywords, NULL);
}

static char *
read_language (JsonNode *node)
{
  static const char * const members[] = {"id", "alternateName", "name", "value"};
  JsonObject *object = sk_json_object (node);
  const char *text = sk_json_string (node);

  if (text != NULL)
    return sk_value_parse_language (text);

  for (guint i = 0; object != NULL && i < G_N_ELEMENTS (members); i++)
    {
      const char *member = sk_json_get_string (object, members[i]);
      char *tag = member != NULL ? sk_value_parse_language (member) : NULL;

      if (tag != NULL)
        return tag;
    }

  return NULL;
}

/**
 * sk_mapping_map_languages:
 *
 * `inLanguage`: a tag, a schema.org Language, or a list of either.
 */
void
sk_mapping_map_languages (SkRecordMapping *self)
{
  JsonNode *node = sk_json_get (self->record, "inLanguage");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sk_json_count (node); i++)
    {
      g_autofree char *tag = read_language (sk_json_nth (node, i));

      if (tag == NULL || g_hash_table_contains (seen, tag))
        continue;

      g_hash_table_add (seen, tag);
      g_strv_builder_take (builder, g_steal_pointer (&tag));
    }

  if (g_hash_table_size (seen) > 0)
    self->fields->languages = g_strv_builder_end (builder);
}
