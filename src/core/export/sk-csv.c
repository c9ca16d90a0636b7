/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-csv.h"

#include <string.h>

/**
 * sk_csv_append:
 * @out: a table as of RFC 4180
 * @text: what the next field holds
 *
 * Adds a field to the line. What a spreadsheet would take for a formula is given an apostrophe,
 * which it hides.
 */
void
sk_csv_append (GString    *out,
               const char *text)
{
  const char *start = text + strspn (text, " ");
  const gboolean formula = *start != '\0' && strchr ("=+-@\t\r", *start) != NULL;

  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');

  g_string_append (out, formula ? "\"'" : "\"");
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      if (*at != '\r')
        g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

/**
 * sk_csv_end:
 * @out: a table as of RFC 4180
 *
 * Ends the line.
 */
void
sk_csv_end (GString *out)
{
  g_string_append (out, "\r\n");
}
