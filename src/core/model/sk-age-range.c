/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-age-range.h"

#include <string.h>

const SkAgeRange sk_age_bands[SK_N_AGE_BANDS] = {
  {3, 5}, {6, 8}, {9, 11}, {12, 14}, {15, 18}, {19, SK_AGE_MAX},
};

static gboolean
parse_years (const char **text,
             guint8      *years)
{
  const char *digit = *text;
  guint value = 0;

  while (g_ascii_isdigit (*digit) && digit - *text < 3)
    value = value * 10 + (guint) g_ascii_digit_value (*digit++);

  if (digit == *text || g_ascii_isdigit (*digit))
    return FALSE;

  *text = digit;
  *years = (guint8) MIN (value, SK_AGE_MAX);
  return TRUE;
}

static void
skip_spaces (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
}

static gboolean
skip_dash (const char **text)
{
  const char * const dashes[] = {"-", "–", "—", "/"};

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (*text, dashes[i]))
      {
        *text += strlen (dashes[i]);
        return TRUE;
      }

  return FALSE;
}

/**
 * sk_age_range_parse:
 * @text: a schema.org `typicalAgeRange`: "8-10", "8–10", "4/10", "9-", "9+", "-6", "12"
 * @range: (out): the years, closed; an open end is 0 or 99
 *
 * Reads an age range in whole years. A lone dash, an empty text or a range that runs
 * backwards states no age.
 *
 * Returns: whether an age is stated
 */
gboolean
sk_age_range_parse (const char *text,
                    SkAgeRange *range)
{
  SkAgeRange read = {SK_AGE_MIN, SK_AGE_MAX};
  gboolean has_min;
  gboolean has_max = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (range != NULL, FALSE);

  skip_spaces (&text);
  has_min = parse_years (&text, &read.min);
  skip_spaces (&text);

  if (has_min && *text == '+')
    {
      text++;
    }
  else if (skip_dash (&text))
    {
      skip_spaces (&text);
      has_max = parse_years (&text, &read.max);
    }
  else if (has_min)
    {
      read.max = read.min;
    }

  skip_spaces (&text);
  if (*text != '\0' || !(has_min || has_max) || read.min > read.max)
    return FALSE;

  *range = read;
  return TRUE;
}

/**
 * sk_age_range_overlaps:
 *
 * Returns: whether a year lies in both ranges
 */
gboolean
sk_age_range_overlaps (SkAgeRange a,
                       SkAgeRange b)
{
  return a.min <= b.max && b.min <= a.max;
}

/**
 * sk_age_range_union:
 *
 * Returns: the smallest range that holds both
 */
SkAgeRange
sk_age_range_union (SkAgeRange a,
                    SkAgeRange b)
{
  return (SkAgeRange){MIN (a.min, b.min), MAX (a.max, b.max)};
}

/**
 * sk_age_range_to_string:
 *
 * Writes the range as schema.org's `typicalAgeRange` does: "8-10", "12", "9-" when no
 * upper end is stated. [func@age_range_parse] reads it back.
 *
 * Returns: (transfer full): the text
 */
char *
sk_age_range_to_string (SkAgeRange range)
{
  if (range.min == range.max)
    return g_strdup_printf ("%u", range.min);
  if (range.max == SK_AGE_MAX)
    return g_strdup_printf ("%u-", range.min);
  if (range.min == SK_AGE_MIN)
    return g_strdup_printf ("-%u", range.max);

  return g_strdup_printf ("%u-%u", range.min, range.max);
}
