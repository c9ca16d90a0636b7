/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-date.h"

/* A number of so many digits; the text moves on behind it. */
static gboolean
read_number (const char **text,
             guint        n_digits,
             int         *number)
{
  *number = 0;

  for (guint i = 0; i < n_digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value (**text);
    }

  return TRUE;
}

static gboolean
skip (const char **text,
      char         expected)
{
  if (**text != expected)
    return FALSE;

  (*text)++;
  return TRUE;
}

/* What is less than a second tells no two records apart. */
static gboolean
skip_fraction (const char **text)
{
  if (!skip (text, '.'))
    return TRUE;
  if (!g_ascii_isdigit (**text))
    return FALSE;

  while (g_ascii_isdigit (**text))
    (*text)++;

  return TRUE;
}

static gboolean
read_clock (const char **text,
            int         *hour,
            int         *minute,
            int         *second)
{
  if (!read_number (text, 2, hour) || !skip (text, ':') || !read_number (text, 2, minute))
    return FALSE;
  if (!skip (text, ':'))
    return TRUE;

  return read_number (text, 2, second) && skip_fraction (text);
}

/* How far the clock is ahead of UTC, in seconds; 0 where no zone is stated. */
static gboolean
read_zone (const char **text,
           int         *offset)
{
  const int sign = **text == '-' ? -1 : 1;
  int hours;
  int minutes;

  *offset = 0;
  if (**text == '\0' || skip (text, 'Z'))
    return TRUE;
  if (!skip (text, '+') && !skip (text, '-'))
    return FALSE;
  if (!read_number (text, 2, &hours))
    return FALSE;

  skip (text, ':');
  if (!read_number (text, 2, &minutes) || hours > 23 || minutes > 59)
    return FALSE;

  *offset = sign * (hours * 60 + minutes) * 60;
  return TRUE;
}

/**
 * sk_date_parse:
 * @text: a schema.org Date or DateTime (ISO 8601): "2026-02-10", "2026-02-10T09:30",
 *   "2026-02-10T09:30:00.5+0100"
 * @seconds: (out): the moment, in seconds since the epoch; a day is its midnight, and a clock
 *   without a zone is taken for UTC
 *
 * Reads a whole date. A year or a month alone is none, nor is a day that no calendar has.
 *
 * Returns: whether it is a date
 */
gboolean
sk_date_parse (const char *text,
               gint64     *seconds)
{
  g_autoptr (GDateTime) moment = NULL;
  int year, month, day;
  int hour = 0;
  int minute = 0;
  int offset = 0;
  int second = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (seconds != NULL, FALSE);

  if (!read_number (&text, 4, &year) || !skip (&text, '-') || !read_number (&text, 2, &month) ||
      !skip (&text, '-') || !read_number (&text, 2, &day))
    return FALSE;
  if (skip (&text, 'T') &&
      (!read_clock (&text, &hour, &minute, &second) || !read_zone (&text, &offset)))
    return FALSE;
  if (*text != '\0')
    return FALSE;

  moment = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (moment == NULL)
    return FALSE;

  *seconds = g_date_time_to_unix (moment) - offset;
  return TRUE;
}
