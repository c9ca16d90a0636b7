/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-tidy.h"

/**
 * sk_tidy_text:
 * @text: (inout): a text of one line or more, which may be %NULL or not even UTF-8
 *
 * Makes a valid text of it, "" where there is none.
 */
void
sk_tidy_text (char **text)
{
  char *valid;

  g_return_if_fail (text != NULL);

  valid = *text != NULL ? g_utf8_make_valid (*text, -1) : g_strdup ("");
  g_free (*text);
  *text = valid;
}

/**
 * sk_tidy_line:
 * @text: (inout): a text that is to be one line, as [func@tidy_text] takes it
 *
 * Makes a valid text of one line of it, without space around it.
 */
void
sk_tidy_line (char **text)
{
  g_return_if_fail (text != NULL);

  sk_tidy_text (text);
  g_strstrip (g_strdelimit (*text, "\r\n\t\v\f", ' '));
}

/**
 * sk_same_json:
 * @a: (nullable): an object
 * @b: (nullable): an object
 *
 * Returns: whether both have the same members, or neither is there
 */
gboolean
sk_same_json (JsonObject *a,
              JsonObject *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a == b || json_object_equal (a, b);
}
