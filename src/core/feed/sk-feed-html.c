/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-html.h"

#include <string.h>

static const char *
find (const char *text,
      const char *end,
      const char *wanted)
{
  gsize length = strlen (wanted);

  for (; text != NULL && (gsize) (end - text) >= length; text++)
    {
      text = memchr (text, *wanted, (gsize) (end - text));
      if (text == NULL || (gsize) (end - text) < length)
        return NULL;
      if (g_ascii_strncasecmp (text, wanted, length) == 0)
        return text;
    }

  return NULL;
}

/**
 * sk_html_next_script:
 * @html: (inout): where to look from; moved behind what was found
 * @end: the end of the page
 * @script: (out) (transfer none): the script's content
 * @length: (out): its length in bytes
 *
 * Finds the next `<script type="application/ld+json">`.
 *
 * Returns: whether there is one
 */
gboolean
sk_html_next_script (const char **html,
                     const char  *end,
                     const char **script,
                     gsize       *length)
{
  const char *tag;

  while ((tag = find (*html, end, "<script")) != NULL)
    {
      const char *open = memchr (tag, '>', (gsize) (end - tag));
      const char *close = open != NULL ? find (open, end, "</script") : NULL;

      if (close == NULL)
        return FALSE;

      *html = close;
      if (find (tag, open, "application/ld+json") == NULL)
        continue;

      *script = open + 1;
      *length = (gsize) (close - *script);
      return TRUE;
    }

  return FALSE;
}
