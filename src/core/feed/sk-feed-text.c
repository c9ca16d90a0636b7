/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-text.h"

#include <string.h>

#include "sk-html-entities.h"

#define MAX_ENTITY 10

static gboolean
is_blank (gunichar c)
{
  if (c < 0x80)
    return c <= ' ' || c == 0x7f;

  return c == 0xa0 || c == 0xfeff || g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

static void
append_gap (GString *clean,
            guint    n_lines)
{
  if (n_lines == 0)
    g_string_append_c (clean, ' ');
  for (guint i = 0; i < n_lines; i++)
    g_string_append_c (clean, '\n');
}

static const char *
find_word_end (const char *text)
{
  while (*text != '\0' && !is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* Also tells how many line ends were passed. */
static const char *
skip_blanks (const char *text,
             guint      *n_lines)
{
  gunichar c;

  *n_lines = 0;
  for (; *text != '\0' && is_blank (c = g_utf8_get_char (text)); text = g_utf8_next_char (text))
    if (c == '\n' || c == 0x2028 || c == 0x2029)
      ++*n_lines;

  return text;
}

/* Runs of blanks become one space, or as many line ends as @max_lines lets stand. */
static char *
clean_blanks (const char *text,
              guint       max_lines)
{
  GString *clean = g_string_sized_new (strlen (text));
  guint n_lines;

  text = skip_blanks (text, &n_lines);
  while (*text != '\0')
    {
      const char *end = find_word_end (text);

      g_string_append_len (clean, text, end - text);
      text = skip_blanks (end, &n_lines);
      if (*text != '\0')
        append_gap (clean, MIN (n_lines, max_lines));
    }

  return g_string_free_and_steal (clean);
}

/**
 * sk_text_clean_line:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the text on one line, without control characters
 */
char *
sk_text_clean_line (const char *text)
{
  return clean_blanks (text, 0);
}

/**
 * sk_text_clean_prose:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the text with its paragraphs, without control characters
 */
char *
sk_text_clean_prose (const char *text)
{
  return clean_blanks (text, 2);
}

static gunichar
parse_entity (const char *name)
{
  guint64 number;

  if (name[0] != '#')
    return sk_html_find_entity (name);

  if (name[1] == 'x' || name[1] == 'X')
    {
      if (!g_ascii_string_to_unsigned (name + 2, 16, 1, 0x10ffff, &number, NULL))
        return 0;
    }
  else if (!g_ascii_string_to_unsigned (name + 1, 10, 1, 0x10ffff, &number, NULL))
    {
      return 0;
    }

  return g_unichar_validate ((gunichar) number) ? (gunichar) number : 0;
}

/**
 * sk_text_decode_entities:
 * @text: text in which characters may be written as in HTML, "&eacute;", "&#233;"
 *
 * Returns: (transfer full): the text with those characters themselves; "&" stays what it
 *   is where it starts no such name
 */
char *
sk_text_decode_entities (const char *text)
{
  GString *decoded = g_string_sized_new (strlen (text));
  const char *from = text;

  for (const char *amp = strchr (text, '&'); amp != NULL; amp = strchr (amp + 1, '&'))
    {
      gsize length = strcspn (amp + 1, "; &<");
      g_autofree char *name = length <= MAX_ENTITY ? g_strndup (amp + 1, length) : NULL;
      gunichar c = name != NULL && amp[length + 1] == ';' ? parse_entity (name) : 0;

      if (c == 0)
        continue;

      g_string_append_len (decoded, from, amp - from);
      g_string_append_unichar (decoded, c);
      from = amp + length + 2;
    }

  g_string_append (decoded, from);
  return g_string_free_and_steal (decoded);
}

static gboolean
starts_tag (const char *text)
{
  return text[0] == '<' && (g_ascii_isalpha (text[1]) || text[1] == '/' || text[1] == '!');
}

static gboolean
tag_is (const char *tag,
        const char *name)
{
  gsize length = strlen (name);

  tag += tag[1] == '/' ? 2 : 1;
  return g_ascii_strncasecmp (tag, name, length) == 0 && !g_ascii_isalnum (tag[length]);
}

static const char *
break_of (const char *tag)
{
  static const char * const blocks[] = {"p", "div", "ul", "ol", "table", "section", "article",
                                        "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"};

  if (tag_is (tag, "br") || tag_is (tag, "tr"))
    return "\n";
  if (tag_is (tag, "li"))
    return tag[1] == '/' ? "" : "\n• ";

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (tag_is (tag, blocks[i]))
      return "\n\n";

  return "";
}

/* Past the element's end where its content is no text, else past the tag. */
static const char *
skip_tag (const char *tag)
{
  static const char * const silent[] = {"script", "style"};
  const char *end;

  if (g_str_has_prefix (tag, "<!--"))
    {
      end = strstr (tag, "-->");
      return end != NULL ? end + 3 : tag + strlen (tag);
    }

  for (guint i = 0; tag[1] != '/' && i < G_N_ELEMENTS (silent); i++)
    if (tag_is (tag, silent[i]))
      {
        g_autofree char *closing = g_strdup_printf ("</%s", silent[i]);

        end = strstr (tag, closing);
        tag = end != NULL ? end : tag;
      }

  end = strchr (tag, '>');
  return end != NULL ? end + 1 : tag + strlen (tag);
}

/**
 * sk_text_from_html:
 * @html: text that may be HTML
 *
 * Takes off the tags, keeping paragraphs and list items on lines of their own, and decodes
 * the characters that are written by name.
 *
 * Returns: (transfer full): plain text
 */
char *
sk_text_from_html (const char *html)
{
  g_autoptr (GString) text = g_string_sized_new (strlen (html));

  while (*html != '\0')
    {
      if (starts_tag (html))
        {
          g_string_append (text, break_of (html));
          html = skip_tag (html);
        }
      else
        {
          g_string_append_c (text, *html++);
        }
    }

  return sk_text_decode_entities (text->str);
}
