/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-json.h"

#include "sk-json-normalizer.h"

/**
 * sk_json_get:
 *
 * Returns: (nullable): the member; %NULL where it is missing or null
 */
JsonNode *
sk_json_get (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

/**
 * sk_json_count:
 * @node: (nullable): a value, or a list of them
 *
 * Returns: how many values there are
 */
guint
sk_json_count (JsonNode *node)
{
  if (node == NULL)
    return 0;

  return JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_length (json_node_get_array (node)) : 1;
}

/**
 * sk_json_nth:
 * @nth: less than [func@json_count]
 *
 * Returns: one of the values
 */
JsonNode *
sk_json_nth (JsonNode *node,
             guint     nth)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_element (json_node_get_array (node), nth);

  return node;
}

/**
 * sk_json_object:
 * @node: (nullable): a value
 *
 * Returns: (nullable): the object, where it is one
 */
JsonObject *
sk_json_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * sk_json_string:
 * @node: (nullable): a value
 *
 * Returns: (nullable): the string, where it is one
 */
const char *
sk_json_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/**
 * sk_json_number:
 * @node: (nullable): a value
 * @number: (out): the number, where it is one
 *
 * Returns: whether it is one
 */
gboolean
sk_json_number (JsonNode *node,
                double   *number)
{
  GType type;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  type = json_node_get_value_type (node);
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;

  *number = json_node_get_double (node);
  return TRUE;
}

/**
 * sk_json_count_of:
 * @node: (nullable): a value
 * @count: (out): the whole number from 0 on, where it is one, be it in quotes
 *
 * Returns: whether it is one
 */
gboolean
sk_json_count_of (JsonNode *node,
                  gint64   *count)
{
  const char *text = sk_json_string (node);
  guint64 digits;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &digits, NULL))
    {
      *count = (gint64) digits;
      return TRUE;
    }

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 0)
    return FALSE;

  *count = json_node_get_int (node);
  return TRUE;
}

/**
 * sk_json_boolean:
 * @node: (nullable): a value
 * @value: (out): its truth, where it is true or false: of JSON, as text, or schema.org's
 *   "https://schema.org/True"
 *
 * Returns: whether it is one
 */
gboolean
sk_json_boolean (JsonNode *node,
                 gboolean *value)
{
  const char *text = sk_json_string (node);

  if (text != NULL)
    {
      text = sk_json_strip_prefix (text);
      *value = g_ascii_strcasecmp (text, "true") == 0;
      return *value || g_ascii_strcasecmp (text, "false") == 0;
    }

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;

  *value = json_node_get_boolean (node);
  return TRUE;
}

/**
 * sk_json_reference:
 * @node: (nullable): a string, or an object with an id
 *
 * Returns: (nullable): what it refers to
 */
const char *
sk_json_reference (JsonNode *node)
{
  JsonObject *object = sk_json_object (node);

  return object != NULL ? sk_json_get_string (object, "id") : sk_json_string (node);
}

/**
 * sk_json_get_string:
 *
 * Returns: (nullable): the member, or the first of its list, where that is a string
 */
const char *
sk_json_get_string (JsonObject *object,
                    const char *name)
{
  JsonNode *node = sk_json_get (object, name);

  return sk_json_count (node) > 0 ? sk_json_string (sk_json_nth (node, 0)) : NULL;
}

/**
 * sk_json_has_type:
 * @object: a normalised object
 * @type: a type of schema.org
 *
 * Returns: whether @type is among its types
 */
gboolean
sk_json_has_type (JsonObject *object,
                  const char *type)
{
  JsonNode *types = sk_json_get (object, "type");

  for (guint i = 0; i < sk_json_count (types); i++)
    {
      const char *held = sk_json_string (sk_json_nth (types, i));

      if (held != NULL && g_str_equal (sk_json_strip_prefix (held), type))
        return TRUE;
    }

  return FALSE;
}

/**
 * sk_json_check_depth:
 * @json: any text
 * @length: its length in bytes
 * @max_depth: how deep it may be nested
 *
 * Looks at the brackets alone, so that a parser that calls itself can be trusted with it.
 *
 * Returns: whether it is no deeper
 */
gboolean
sk_json_check_depth (const char *json,
                     gsize       length,
                     guint       max_depth)
{
  const char *end = json + length;
  gboolean in_string = FALSE;
  guint depth = 0;

  for (; json < end; json++)
    {
      if (in_string && *json == '\\')
        json++;
      else if (*json == '"')
        in_string = !in_string;
      else if (!in_string && (*json == '{' || *json == '['))
        depth++;
      else if (!in_string && depth > 0 && (*json == '}' || *json == ']'))
        depth--;

      if (depth > max_depth)
        return FALSE;
    }

  return TRUE;
}
