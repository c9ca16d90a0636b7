/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-json-output.h"

#include <math.h>
#include <string.h>

#define DELETE 0x7f
#define INDENT 2
#define MAX_DIGITS 17

static void
begin_line (SkJsonOutput *self)
{
  if (self->blanks)
    g_string_append_printf (self->text, "\n%*s", (int) self->depth * INDENT, "");
}

static void
begin_value (SkJsonOutput *self)
{
  if (self->follows)
    g_string_append_c (self->text, ',');
  if (self->depth > 0 && !self->named)
    begin_line (self);
  self->follows = TRUE;
  self->named = FALSE;
}

/**
 * sk_json_output_begin:
 * @bracket: "{" or "["
 *
 * Begins an object or an array.
 */
void
sk_json_output_begin (SkJsonOutput *self,
                      char          bracket)
{
  begin_value (self);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->follows = FALSE;
}

/**
 * sk_json_output_end:
 * @bracket: "}" or "]"
 *
 * Ends what was begun last.
 */
void
sk_json_output_end (SkJsonOutput *self,
                    char          bracket)
{
  self->depth--;
  if (self->follows)
    begin_line (self);
  g_string_append_c (self->text, bracket);
  self->follows = TRUE;
}

static gboolean
is_plain (guchar letter)
{
  return letter >= ' ' && letter != '"' && letter != '\\' && letter != DELETE;
}

static void
append_escaped (GString *text,
                guchar   letter)
{
  static const char letters[] = "\b\f\n\r\t\"\\";
  static const char escapes[] = "bfnrt\"\\";
  const char *found = strchr (letters, letter);

  if (found != NULL)
    g_string_append_printf (text, "\\%c", escapes[found - letters]);
  else
    g_string_append_printf (text, "\\u%04x", letter);
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');

  while (*value != '\0')
    {
      gsize length = 0;

      while (is_plain ((guchar) value[length]))
        length++;
      g_string_append_len (text, value, (gssize) length);
      value += length;
      if (*value != '\0')
        append_escaped (text, (guchar) *value++);
    }

  g_string_append_c (text, '"');
}

/**
 * sk_json_output_name:
 * @name: of the member whose value follows
 *
 * Writes the name of a member.
 */
void
sk_json_output_name (SkJsonOutput *self,
                     const char   *name)
{
  begin_value (self);
  append_quoted (self->text, name);
  g_string_append (self->text, self->blanks ? ": " : ":");
  self->follows = FALSE;
  self->named = TRUE;
}

/**
 * sk_json_output_string:
 * @value: UTF-8
 *
 * Writes a string.
 */
void
sk_json_output_string (SkJsonOutput *self,
                       const char   *value)
{
  begin_value (self);
  append_quoted (self->text, value);
}

/**
 * sk_json_output_int:
 *
 * Writes a whole number.
 */
void
sk_json_output_int (SkJsonOutput *self,
                    gint64        value)
{
  begin_value (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * sk_json_output_boolean:
 *
 * Writes a truth.
 */
void
sk_json_output_boolean (SkJsonOutput *self,
                        gboolean      value)
{
  begin_value (self);
  g_string_append (self->text, value ? "true" : "false");
}

/* As few digits as bring the same number back. */
static void
append_double (SkJsonOutput *self,
               double        value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (self);
  /* A number too large for us was read as infinite, for which JSON has no word: one as large. */
  if (!isfinite (value))
    {
      g_string_append (self->text, value > 0 ? "1e999" : "-1e999");
      return;
    }

  for (guint n = 15; n <= MAX_DIGITS; n++)
    {
      char format[8];
      double back;

      g_snprintf (format, sizeof format, "%%.%ug", n);
      back = g_ascii_strtod (g_ascii_formatd (digits, sizeof digits, format, value), NULL);
      if (memcmp (&back, &value, sizeof value) == 0)
        break;
    }

  g_string_append (self->text, digits);
  if (strpbrk (digits, ".e") == NULL)
    g_string_append (self->text, ".0");
}

static void
append_value (SkJsonOutput *self,
              JsonNode     *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    sk_json_output_string (self, json_node_get_string (node));
  else if (type == G_TYPE_INT64)
    sk_json_output_int (self, json_node_get_int (node));
  else if (type == G_TYPE_BOOLEAN)
    sk_json_output_boolean (self, json_node_get_boolean (node));
  else
    append_double (self, json_node_get_double (node));
}

static void
append_object (SkJsonOutput *self,
               JsonObject   *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  sk_json_output_begin (self, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      sk_json_output_name (self, name);
      sk_json_output_node (self, value);
    }
  sk_json_output_end (self, '}');
}

static void
append_array (SkJsonOutput *self,
              JsonArray    *array)
{
  sk_json_output_begin (self, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    sk_json_output_node (self, json_array_get_element (array, i));
  sk_json_output_end (self, ']');
}

/**
 * sk_json_output_node:
 * @node: a tree
 *
 * Writes a value and all that is in it, its members in their order.
 */
void
sk_json_output_node (SkJsonOutput *self,
                     JsonNode     *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (self, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      append_array (self, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      append_value (self, node);
      break;
    case JSON_NODE_NULL:
    default:
      begin_value (self);
      g_string_append (self->text, "null");
      break;
    }
}
