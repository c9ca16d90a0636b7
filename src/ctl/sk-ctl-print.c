/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl-print.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/**
 * sk_ctl_to_utf8:
 * @argument: bytes of the command line
 *
 * Reads them as UTF-8 where they are, which a shell gives in the C locale too, else in the
 * locale's charset.
 *
 * Returns: (transfer full): the argument in UTF-8
 */
char *
sk_ctl_to_utf8 (const char *argument)
{
  char *converted;

  if (g_utf8_validate (argument, -1, NULL))
    return g_strdup (argument);

  converted = g_locale_to_utf8 (argument, -1, NULL, NULL, NULL);
  return converted != NULL ? converted : g_utf8_make_valid (argument, -1);
}

/**
 * sk_ctl_clean:
 * @text: a text of a publisher
 *
 * Makes one line of it that a terminal shows and does not obey.
 *
 * Returns: (transfer full): the text with a space for each run of control characters
 */
char *
sk_ctl_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));
  gboolean gap = FALSE;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029)
        {
          gap = TRUE;
          continue;
        }

      if (gap && clean->len > 0)
        g_string_append_c (clean, ' ');
      g_string_append_unichar (clean, character);
      gap = FALSE;
    }

  return g_string_free_and_steal (clean);
}

/**
 * sk_ctl_print_field:
 * @label: a translated name, with its colon
 * @value: (nullable): what to print after it; %NULL or "" prints nothing
 */
void
sk_ctl_print_field (const char *label,
                    const char *value)
{
  g_autofree char *clean = NULL;

  if (value == NULL || *value == '\0')
    return;

  clean = sk_ctl_clean (value);
  g_print ("%s %s\n", label, clean);
}

static void
print_json (JsonBuilder *builder,
            gboolean     pretty)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;
  gsize length = 0;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, pretty);
  text = json_generator_to_data (generator, &length);

  fwrite (text, 1, length, stdout);
  fputc ('\n', stdout);
  fflush (stdout);
}

/**
 * sk_ctl_print_json:
 * @builder: holds the whole answer
 *
 * Writes the answer to standard output, in UTF-8 whatever the locale.
 */
void
sk_ctl_print_json (JsonBuilder *builder)
{
  print_json (builder, TRUE);
}

/**
 * sk_ctl_print_json_line:
 * @builder: holds one of many answers
 *
 * As above, in one line.
 */
void
sk_ctl_print_json_line (JsonBuilder *builder)
{
  print_json (builder, FALSE);
}

/**
 * sk_ctl_add_string:
 * @value: (nullable): %NULL is JSON's null
 */
void
sk_ctl_add_string (JsonBuilder *builder,
                   const char  *member,
                   const char  *value)
{
  json_builder_set_member_name (builder, member);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * sk_ctl_add_strings:
 * @values: (nullable): %NULL is an empty array
 */
void
sk_ctl_add_strings (JsonBuilder        *builder,
                    const char         *member,
                    const char * const *values)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

/**
 * sk_ctl_add_int:
 * @value: a whole number
 */
void
sk_ctl_add_int (JsonBuilder *builder,
                const char  *member,
                gint64       value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

/**
 * sk_ctl_add_boolean:
 * @value: true or false
 */
void
sk_ctl_add_boolean (JsonBuilder *builder,
                    const char  *member,
                    gboolean     value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

/**
 * sk_ctl_add_time:
 * @seconds: since the epoch; 0, for never, is JSON's null
 *
 * Adds a time as ISO 8601 in UTC.
 */
void
sk_ctl_add_time (JsonBuilder *builder,
                 const char  *member,
                 gint64       seconds)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (seconds != 0)
    time = g_date_time_new_from_unix_utc (seconds);
  if (time != NULL)
    text = g_date_time_format_iso8601 (time);

  sk_ctl_add_string (builder, member, text);
}

/**
 * sk_ctl_format_time:
 * @seconds: since the epoch; 0 for never
 *
 * Returns: (transfer full): the local date and time, largest unit first, or "never"
 */
char *
sk_ctl_format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = NULL;

  if (seconds != 0)
    time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, "%F %R") : g_strdup (_("never"));
}
