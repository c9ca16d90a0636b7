/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-field-reader.h"

#include <glib/gi18n.h>

#include "feed/sk-json.h"

/**
 * sk_field_reader_has:
 *
 * Returns: whether there still is something by that name, be it of no use
 */
gboolean
sk_field_reader_has (SkFieldReader *self,
                     const char    *name)
{
  return sk_json_get (self->object, name) != NULL;
}

/**
 * sk_field_reader_take_string:
 *
 * Returns: (transfer full) (nullable): the text, where it is one
 */
char *
sk_field_reader_take_string (SkFieldReader *self,
                             const char    *name)
{
  char *text = g_strdup (sk_json_string (json_object_get_member (self->object, name)));

  if (text != NULL)
    json_object_remove_member (self->object, name);

  return text;
}

static gboolean
are_strings (JsonNode *node)
{
  for (guint i = 0; i < sk_json_count (node); i++)
    if (sk_json_string (sk_json_nth (node, i)) == NULL)
      return FALSE;

  return node != NULL;
}

/**
 * sk_field_reader_take_strings:
 *
 * Returns: (transfer full) (nullable): the texts, where it is a list of them, or a single one
 */
GStrv
sk_field_reader_take_strings (SkFieldReader *self,
                              const char    *name)
{
  JsonNode *node = sk_json_get (self->object, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!are_strings (node))
    return NULL;

  for (guint i = 0; i < sk_json_count (node); i++)
    g_strv_builder_add (builder, sk_json_string (sk_json_nth (node, i)));

  json_object_remove_member (self->object, name);
  return g_strv_builder_end (builder);
}

/**
 * sk_field_reader_take_boolean:
 *
 * Returns: whether it is there and true
 */
gboolean
sk_field_reader_take_boolean (SkFieldReader *self,
                              const char    *name)
{
  JsonNode *node = json_object_get_member (self->object, name);
  gboolean value;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;

  value = json_node_get_boolean (node);
  json_object_remove_member (self->object, name);
  return value;
}

/**
 * sk_field_reader_take_number:
 * @least: what it may be at least
 * @most: what it may be at most
 * @number: (inout): the whole number; left alone where there is none
 *
 * Returns: whether there is one
 */
gboolean
sk_field_reader_take_number (SkFieldReader *self,
                             const char    *name,
                             guint          least,
                             guint          most,
                             guint         *number)
{
  double value;

  if (!sk_json_number (json_object_get_member (self->object, name), &value) || value < least ||
      value > most || (guint) value < value)
    return FALSE;

  *number = (guint) value;
  json_object_remove_member (self->object, name);
  return TRUE;
}

/**
 * sk_field_reader_take_node:
 * @type: an array or an object
 *
 * Returns: (transfer full) (nullable): what is there, where it is of that type
 */
JsonNode *
sk_field_reader_take_node (SkFieldReader *self,
                           const char    *name,
                           JsonNodeType   type)
{
  JsonNode *node = json_object_get_member (self->object, name);

  if (node == NULL || json_node_get_node_type (node) != type)
    return NULL;

  json_node_ref (node);
  json_object_remove_member (self->object, name);
  return node;
}

/**
 * sk_field_reader_refuse:
 * @format: (not nullable): what breaks the meaning, a sentence, translated
 *
 * Refuses the file, for the first reason that there is. One of a newer version is not refused: what
 * looks wrong may be right there.
 */
void
sk_field_reader_refuse (SkFieldReader *self,
                        const char    *format,
                        ...)
{
  g_autofree char *why = NULL;
  g_autofree char *placed = NULL;
  va_list arguments;

  if (self->newer || *self->error != NULL)
    return;

  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* TRANSLATORS: a place in a file, such as “Block 3”, and what is wrong there, a sentence. */
  placed = self->place != NULL ? g_strdup_printf (_("%s: %s"), self->place, why)
                               : g_steal_pointer (&why);
  g_set_error_literal (self->error, SK_SESSION_ERROR, SK_SESSION_ERROR_FORMAT, placed);
}

/**
 * sk_field_reader_end:
 *
 * Returns: (transfer full) (nullable): what was not taken, if anything
 */
JsonObject *
sk_field_reader_end (SkFieldReader *self)
{
  return json_object_get_size (self->object) > 0 ? json_object_ref (self->object) : NULL;
}
