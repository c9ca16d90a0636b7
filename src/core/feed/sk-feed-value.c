/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-value.h"

#include <gio/gio.h>
#include <string.h>

#include "model/sk-resource.h"

#define MINUTES_A_DAY (24 * 60)
#define MAX_MINUTES (10 * 365 * MINUTES_A_DAY)

static gboolean
has_only_address_characters (const char *text)
{
  for (const guchar *c = (const guchar *) text; *c != '\0'; c++)
    if (*c <= ' ' || *c == 0x7f || strchr ("<>\"{}|\\^`", *c) != NULL)
      return FALSE;

  return *text != '\0';
}

/* The length of "scheme:", 0 where there is none (RFC 3986, section 3.1). */
static gsize
scheme_length (const char *text)
{
  gsize length = 1;

  if (!g_ascii_isalpha (*text))
    return 0;

  while (g_ascii_isalnum (text[length]) || strchr ("+.-", text[length]) != NULL)
    {
      if (text[length] == '\0')
        return 0;
      length++;
    }

  return text[length] == ':' ? length + 1 : 0;
}

static gboolean
is_web_address (const char *text)
{
  gsize length = 0;

  if (g_ascii_strncasecmp (text, "https://", 8) == 0)
    length = 8;
  else if (g_ascii_strncasecmp (text, "http://", 7) == 0)
    length = 7;

  return length > 0 && strchr ("/?#", text[length]) == NULL;
}

/**
 * sk_value_is_uri:
 * @text: what a record gives as an id
 *
 * Whether the text is an absolute URI (RFC 3986) or IRI that can name something. The schemes
 * that browsers run or that name a file of one machine cannot.
 *
 * Returns: whether it is
 */
gboolean
sk_value_is_uri (const char *text)
{
  static const char * const local[] = {"javascript:", "vbscript:", "data:", "file:", "blob:",
                                       "about:"};
  gsize length = scheme_length (text);

  if (length == 0 || text[length] == '\0' || !has_only_address_characters (text))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (local); i++)
    if (g_ascii_strncasecmp (text, local[i], strlen (local[i])) == 0)
      return FALSE;

  return TRUE;
}

/**
 * sk_value_classify_link:
 * @text: what a record gives as an address
 *
 * Returns: whether it may be opened
 */
SkLink
sk_value_classify_link (const char *text)
{
  gboolean clean = has_only_address_characters (text);

  if (is_web_address (text))
    return clean ? SK_LINK_WEB : SK_LINK_BAD;
  if (scheme_length (text) > 0)
    return g_ascii_strncasecmp (text, "http", 4) == 0 && strchr (":s", text[4]) != NULL
               ? SK_LINK_BAD
               : SK_LINK_UNSAFE;

  return clean ? SK_LINK_RELATIVE : SK_LINK_BAD;
}

/**
 * sk_value_resolve_link:
 * @text: what a record gives as an address
 * @base_uri: (nullable): the document's own address
 *
 * Makes an address absolute, where the document came from the web.
 *
 * Returns: (transfer full) (nullable): an http or https address
 */
char *
sk_value_resolve_link (const char *text,
                       const char *base_uri)
{
  g_autofree char *resolved = NULL;

  switch (sk_value_classify_link (text))
    {
    case SK_LINK_WEB:
      return g_strdup (text);
    case SK_LINK_RELATIVE:
      break;
    case SK_LINK_UNSAFE:
    case SK_LINK_BAD:
    default:
      return NULL;
    }

  if (base_uri == NULL || !is_web_address (base_uri))
    return NULL;

  resolved = g_uri_resolve_relative (base_uri, text, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (resolved == NULL || sk_value_classify_link (resolved) != SK_LINK_WEB)
    return NULL;

  return g_steal_pointer (&resolved);
}

static gboolean
read_number (const char **text,
             double      *number)
{
  char *end;

  if (!g_ascii_isdigit (**text))
    return FALSE;

  *number = (double) g_ascii_strtoull (*text, &end, 10);
  *text = end;
  if ((**text == '.' || **text == ',') && g_ascii_isdigit ((*text)[1]))
    for (double part = 0.1; g_ascii_isdigit (*++*text); part /= 10)
      *number += (**text - '0') * part;

  return TRUE;
}

static gboolean
read_units (const char  **text,
            const char   *units,
            const guint  *minutes,
            double       *sum)
{
  double number;

  while (read_number (text, &number))
    {
      const char *unit;

      unit = **text != '\0' ? strchr (units, **text) : NULL;
      if (unit == NULL)
        return FALSE;

      *sum += *unit == 'S' ? number / 60 : number * minutes[unit - units];
      (*text)++;
      minutes += unit - units + 1;
      units = unit + 1;
    }

  return TRUE;
}

/**
 * sk_value_parse_duration:
 * @text: an ISO 8601 duration, "PT1H30M", "P2W"
 * @minutes: (out): its length in minutes, a broken one rounded up
 *
 * Nothing else is guessed at: "1 hour" is no duration. A year is 365 days, a month 30.
 *
 * Returns: whether it is one
 */
gboolean
sk_value_parse_duration (const char *text,
                         guint      *minutes)
{
  static const guint of_days[] = {365 * MINUTES_A_DAY, 30 * MINUTES_A_DAY, 7 * MINUTES_A_DAY,
                                  MINUTES_A_DAY};
  static const guint of_time[] = {60, 1, 0};
  double sum = 0;

  if (text[0] != 'P' || !(g_ascii_isdigit (text[1]) || (text[1] == 'T' && g_ascii_isdigit (text[2]))))
    return FALSE;

  text++;
  if (!read_units (&text, "YMWD", of_days, &sum))
    return FALSE;
  if (*text == 'T')
    {
      text++;
      if (!read_units (&text, "HMS", of_time, &sum))
        return FALSE;
    }

  if (*text != '\0')
    return FALSE;

  sum = MIN (sum, MAX_MINUTES);
  *minutes = (guint) sum;
  if (sum > *minutes)
    (*minutes)++;
  return TRUE;
}

/**
 * sk_value_parse_size:
 * @text: a number of bytes as digits
 * @size: (out): the number
 *
 * Returns: whether it is one
 */
gboolean
sk_value_parse_size (const char *text,
                     gint64     *size)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &number, NULL))
    return FALSE;

  *size = (gint64) number;
  return TRUE;
}

/**
 * sk_value_parse_sha256:
 * @text: a SHA-256 in hexadecimal
 *
 * Returns: (transfer full) (nullable): its 64 digits in lower case
 */
char *
sk_value_parse_sha256 (const char *text)
{
  if (strlen (text) != 64 || strspn (text, "0123456789abcdefABCDEF") != 64)
    return NULL;

  return g_ascii_strdown (text, -1);
}

/**
 * sk_value_is_seen:
 * @text: when the page was seen: a year, a month or a day
 *
 * Returns: whether it says so
 */
gboolean
sk_value_is_seen (const char *text)
{
  static const char shape[] = "9999-99-99";
  gsize length = strlen (text);
  int month = 1;
  int day = 1;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (shape[i] == '9' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return FALSE;

  if (length >= 7)
    month = (text[5] - '0') * 10 + text[6] - '0';
  if (length == 10)
    day = (text[8] - '0') * 10 + text[9] - '0';

  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/**
 * sk_value_is_need:
 * @text: what a room must have
 *
 * Returns: whether it is one of those that Sidekick has words for
 */
gboolean
sk_value_is_need (const char *text)
{
  return g_strv_contains (sk_needs, text);
}
