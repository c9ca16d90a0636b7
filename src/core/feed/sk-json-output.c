/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-json-output.h"

#include <string.h>

#define DELETE 0x7f

static void
begin_value (SkJsonOutput *self)
{
  if (self->follows)
    g_string_append_c (self->text, ',');
  self->follows = TRUE;
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
  g_string_append_c (self->text, ':');
  self->follows = FALSE;
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
