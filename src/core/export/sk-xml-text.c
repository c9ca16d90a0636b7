/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-xml-text.h"

static gboolean
is_allowed (gunichar character)
{
  return character >= ' ' && character != 0x7f && character != 0xfffe && character != 0xffff;
}

/**
 * sk_xml_text_lines:
 * @text: UTF-8
 * @line_break: the element that stands for a new line
 *
 * Returns: (transfer full): the text as XML, without the characters that XML cannot hold
 */
char *
sk_xml_text_lines (const char *text,
                   const char *line_break)
{
  GString *xml = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      if (character == '\n')
        g_string_append (xml, line_break);
      else if (character == '\t')
        g_string_append_c (xml, ' ');
      else if (is_allowed (character))
        {
          g_autofree char *escaped = g_markup_escape_text (at, g_utf8_next_char (at) - at);

          g_string_append (xml, escaped);
        }
    }

  return g_string_free_and_steal (xml);
}

/**
 * sk_xml_text:
 * @text: UTF-8
 *
 * Returns: (transfer full): the text in one line of XML, for an attribute too
 */
char *
sk_xml_text (const char *text)
{
  return sk_xml_text_lines (text, " ");
}
