/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-vocabulary.h"

#include <json-glib/json-glib.h>

struct _SkVocabulary
{
  GObject parent_instance;

  char *id;
  GPtrArray *concepts;  /* SkConcept, in their display order */
  GHashTable *by_name;  /* URI, notation or the URI of an exact match → SkConcept */
  GHashTable *by_label; /* label, as fold_label leaves it → SkConcept */
};

G_DEFINE_FINAL_TYPE (SkVocabulary, sk_vocabulary, G_TYPE_OBJECT)

static void
sk_vocabulary_finalize (GObject *object)
{
  SkVocabulary *self = SK_VOCABULARY (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->by_label, g_hash_table_unref);
  g_clear_pointer (&self->concepts, g_ptr_array_unref);

  G_OBJECT_CLASS (sk_vocabulary_parent_class)->finalize (object);
}

static void
sk_vocabulary_class_init (SkVocabularyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_vocabulary_finalize;
}

static void
sk_vocabulary_init (SkVocabulary *self)
{
  self->concepts = g_ptr_array_new_with_free_func ((GDestroyNotify)sk_concept_unref);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_label = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static char *
fold_label (const char *label)
{
  g_autofree char *plain = g_utf8_normalize (label, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = plain != NULL ? g_utf8_casefold (plain, -1) : NULL;

  return folded != NULL ? g_strdup (g_strstrip (folded)) : g_strdup ("");
}

/* The first concept that has a name or a label keeps it. */
static void
add_key (GHashTable *table,
         char       *key,
         SkConcept  *concept)
{
  if (g_hash_table_contains (table, key))
    g_free (key);
  else
    g_hash_table_insert (table, key, concept);
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static guint
count (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

static SkLangString *
read_labels (JsonObject *object)
{
  SkLangString *label = sk_lang_string_new ();
  JsonObject *labels = get_object (object, "prefLabel");
  g_autoptr (GList) languages = labels != NULL ? json_object_get_members (labels) : NULL;

  for (GList *each = languages; each != NULL; each = each->next)
    sk_lang_string_add (label, each->data,
                        json_object_get_string_member_with_default (labels, each->data, ""));

  return label;
}

/* The name of the collection of concepts that a concept is in (SKOS `Collection`). */
static const char *
find_family (JsonObject *scheme,
             const char *uri)
{
  JsonArray *collections = get_array (scheme, "collections");

  for (guint i = 0; i < count (collections); i++)
    {
      JsonObject *collection = json_array_get_object_element (collections, i);
      JsonArray *members = get_array (collection, "member");

      for (guint j = 0; j < count (members); j++)
        if (g_strcmp0 (json_array_get_string_element (members, j), uri) == 0)
          return json_object_get_string_member_with_default (collection, "notation", NULL);
    }

  return NULL;
}

static void
index_label (SkVocabulary *self,
             SkConcept    *concept)
{
  SkLangString *label = sk_concept_get_label (concept);

  for (guint i = 0; i < sk_lang_string_get_size (label); i++)
    add_key (self->by_label, fold_label (sk_lang_string_get_nth (label, i, NULL)), concept);
}

static void
index_other_labels (SkVocabulary *self,
                    SkConcept    *concept,
                    JsonObject   *object)
{
  JsonObject *others = get_object (object, "altLabel");
  g_autoptr (GList) languages = others != NULL ? json_object_get_members (others) : NULL;

  for (GList *each = languages; each != NULL; each = each->next)
    {
      JsonArray *texts = get_array (others, each->data);

      for (guint i = 0; i < count (texts); i++)
        add_key (self->by_label, fold_label (json_array_get_string_element (texts, i)), concept);
    }
}

static void
index_names (SkVocabulary *self,
             SkConcept    *concept,
             JsonObject   *object)
{
  JsonArray *matches = get_array (object, "exactMatch");

  add_key (self->by_name, g_strdup (sk_concept_get_id (concept)), concept);
  if (sk_concept_get_notation (concept) != NULL)
    add_key (self->by_name, g_strdup (sk_concept_get_notation (concept)), concept);

  for (guint i = 0; i < count (matches); i++)
    add_key (self->by_name, g_strdup (json_array_get_string_element (matches, i)), concept);
}

static gboolean
read_concept (SkVocabulary *self,
              JsonObject   *scheme,
              JsonNode     *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *uri;
  g_autoptr (SkLangString) label = NULL;
  SkConcept *concept;

  if (object == NULL)
    return FALSE;
  uri = json_object_get_string_member_with_default (object, "id", NULL);
  if (uri == NULL)
    return FALSE;

  label = read_labels (object);
  concept =
      sk_concept_new (uri, json_object_get_string_member_with_default (object, "notation", NULL),
                      find_family (scheme, uri), label);
  g_ptr_array_add (self->concepts, concept);
  index_names (self, concept, object);
  index_label (self, concept);
  return TRUE;
}

static gboolean
read_scheme (SkVocabulary *self,
             JsonNode     *root)
{
  JsonObject *scheme =
      root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonArray *concepts;

  if (scheme == NULL)
    return FALSE;

  self->id = g_strdup (json_object_get_string_member_with_default (scheme, "id", NULL));
  concepts = get_array (scheme, "hasTopConcept");

  for (guint i = 0; i < count (concepts); i++)
    if (!read_concept (self, scheme, json_array_get_element (concepts, i)))
      return FALSE;

  /* Last, for the name of one goes before what another is called too. */
  for (guint i = 0; i < self->concepts->len; i++)
    index_other_labels (self, g_ptr_array_index (self->concepts, i),
                        json_array_get_object_element (concepts, i));

  return self->id != NULL && self->concepts->len > 0;
}

/**
 * sk_vocabulary_new_from_bytes:
 * @bytes: a SKOS `ConceptScheme` in JSON-LD, framed as those in data/vocabularies are
 *
 * Reads a scheme of one level: `hasTopConcept` in the order of showing, each with an `id`, a
 * `notation`, `prefLabel` and `altLabel` by language, and `exactMatch` with others' URIs for
 * the same thing.
 *
 * Returns: (transfer full) (nullable): the vocabulary; %NULL with an error of JSON_PARSER_ERROR
 *   or %G_IO_ERROR_INVALID_DATA
 */
SkVocabulary *
sk_vocabulary_new_from_bytes (GBytes  *bytes,
                              GError **error)
{
  g_autoptr (SkVocabulary) self = g_object_new (SK_TYPE_VOCABULARY, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, data, (gssize)length, error))
    return NULL;

  if (!read_scheme (self, json_parser_get_root (parser)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a scheme of concepts");
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * sk_vocabulary_get_id:
 *
 * Returns: the scheme's URI
 */
const char *
sk_vocabulary_get_id (SkVocabulary *self)
{
  g_return_val_if_fail (SK_IS_VOCABULARY (self), NULL);

  return self->id;
}

/**
 * sk_vocabulary_get_size:
 *
 * Returns: how many concepts there are
 */
guint
sk_vocabulary_get_size (SkVocabulary *self)
{
  g_return_val_if_fail (SK_IS_VOCABULARY (self), 0);

  return self->concepts->len;
}

/**
 * sk_vocabulary_get_nth:
 * @nth: less than [method@Vocabulary.get_size]
 *
 * Returns: (transfer none): the concept at this place of the display order
 */
SkConcept *
sk_vocabulary_get_nth (SkVocabulary *self,
                       guint         nth)
{
  g_return_val_if_fail (SK_IS_VOCABULARY (self), NULL);
  g_return_val_if_fail (nth < self->concepts->len, NULL);

  return g_ptr_array_index (self->concepts, nth);
}

/**
 * sk_vocabulary_find:
 * @uri_or_notation: a concept's URI, its short name, or a URI that is an `exactMatch` of it
 *
 * Returns: (transfer none) (nullable): the concept of that name
 */
SkConcept *
sk_vocabulary_find (SkVocabulary *self,
                    const char   *uri_or_notation)
{
  g_return_val_if_fail (SK_IS_VOCABULARY (self), NULL);
  g_return_val_if_fail (uri_or_notation != NULL, NULL);

  return g_hash_table_lookup (self->by_name, uri_or_notation);
}

/**
 * sk_vocabulary_find_label:
 * @label: a name as people write it, in any case
 *
 * Returns: (transfer none) (nullable): the concept that has it, as its own or as another name,
 *   in some language
 */
SkConcept *
sk_vocabulary_find_label (SkVocabulary *self,
                          const char   *label)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (SK_IS_VOCABULARY (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  folded = fold_label (label);
  return g_hash_table_lookup (self->by_label, folded);
}
