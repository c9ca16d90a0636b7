/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-json-normalizer.h"

#include <string.h>

/**
 * sk_json_strip_prefix:
 * @name: a key or a type of JSON-LD
 *
 * Takes off what stands for schema.org: "schema:name", "http://schema.org/name".
 *
 * Returns: the rest of @name, or all of it
 */
const char *
sk_json_strip_prefix (const char *name)
{
  static const char * const prefixes[] = {
    "schema:", "sdo:", "https://schema.org/", "http://schema.org/", "https://www.schema.org/",
    "http://www.schema.org/",
  };

  if (*name != 's' && *name != 'h')
    return name;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]))
      return name + strlen (prefixes[i]);

  return name;
}

static const char *
plain_key (const char *key)
{
  if (strcmp (key, "@id") == 0 || strcmp (key, "@type") == 0)
    return key + 1;

  return sk_json_strip_prefix (key);
}

static gboolean
is_plain (JsonObject *object)
{
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, NULL))
    if (plain_key (key) != key)
      return FALSE;

  return TRUE;
}

static void
rename_keys (JsonObject *object)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *item = keys; item != NULL; item = item->next)
    {
      g_autofree char *key = g_strdup (item->data);
      const char *plain = plain_key (key);
      g_autoptr (JsonNode) value = NULL;

      if (plain == key)
        continue;

      value = json_node_ref (json_object_get_member (object, key));
      json_object_remove_member (object, key);
      if (*plain != '\0' && !json_object_has_member (object, plain))
        json_object_set_member (object, plain, g_steal_pointer (&value));
    }
}

/* {"@value": …} becomes the value, {"@value": …, "@language": …} a language map, and
 * {"@list": …} or {"@set": …} a list. */
static gboolean
unwrap (JsonNode   *node,
        JsonObject *object)
{
  JsonNode *value = json_object_get_member (object, "@value");
  JsonNode *language = json_object_get_member (object, "@language");
  g_autoptr (JsonNode) inner = NULL;
  g_autoptr (JsonObject) map = NULL;

  if (value == NULL)
    value = json_object_get_member (object, "@list");
  if (value == NULL)
    value = json_object_get_member (object, "@set");
  if (value == NULL)
    return FALSE;

  inner = json_node_ref (value);
  if (language == NULL || !JSON_NODE_HOLDS_VALUE (language) ||
      json_node_get_value_type (language) != G_TYPE_STRING)
    {
      /* The node that holds the object is the one that others point to. */
      if (JSON_NODE_HOLDS_ARRAY (inner))
        json_node_init_array (node, json_node_get_array (inner));
      else if (JSON_NODE_HOLDS_VALUE (inner))
        {
          g_auto (GValue) held = G_VALUE_INIT;

          json_node_get_value (inner, &held);
          json_node_init (node, JSON_NODE_VALUE);
          json_node_set_value (node, &held);
        }
      else
        json_node_init_null (node);
      return TRUE;
    }

  map = json_object_new ();
  json_object_set_member (map, json_node_get_string (language), g_steal_pointer (&inner));
  json_node_init_object (node, map);
  return TRUE;
}

static void
normalize_array (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    sk_json_normalize (json_array_get_element (array, i));
}

/**
 * sk_json_normalize:
 * @node: a tree of JSON-LD, changed in place
 *
 * Brings the spellings of JSON-LD 1.1 that occur in feeds to one: keys lose schema.org's
 * prefixes and the "@" of "@id" and "@type", and value objects become their value. This is
 * no JSON-LD processor: a context is not looked at.
 */
void
sk_json_normalize (JsonNode *node)
{
  JsonObject *object;
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (JSON_NODE_HOLDS_ARRAY (node))
    normalize_array (json_node_get_array (node));
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;

  object = json_node_get_object (node);
  if (unwrap (node, object))
    {
      sk_json_normalize (node);
      return;
    }

  if (!is_plain (object))
    rename_keys (object);

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, &value))
    if (!g_str_equal (key, "@context"))
      sk_json_normalize (value);
}
