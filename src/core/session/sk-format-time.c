/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-format-time.h"

#include <string.h>

/* Far from where reckoning with dates ends. */
#define MIN_YEAR 1900
#define MAX_YEAR 2999

/**
 * sk_format_parse_zone:
 * @name: (nullable): of the time zone database, or an offset
 *
 * Returns: (transfer full) (nullable): the zone; %NULL where this machine does not know it
 */
GTimeZone *
sk_format_parse_zone (const char *name)
{
  /* A path would be read as a file. */
  if (name == NULL || *name == '/' || *name == ':' || strstr (name, "..") != NULL)
    return NULL;

  return g_time_zone_new_identifier (name);
}

/**
 * sk_format_dup_zone:
 * @time: a moment
 *
 * Returns: (transfer full): the name of its zone, or how far it is from UTC where the zone has none
 *   that another machine knows
 */
char *
sk_format_dup_zone (GDateTime *time)
{
  const char *name = g_time_zone_get_identifier (g_date_time_get_timezone (time));
  g_autoptr (GTimeZone) zone = sk_format_parse_zone (name);

  return zone != NULL ? g_strdup (name) : g_date_time_format (time, "%:z");
}

/**
 * sk_format_parse_time:
 * @text: "2027-02-09T10:25"; seconds may follow, and an offset, by which it is brought to the zone
 *
 * Returns: (transfer full) (nullable): the moment
 */
GDateTime *
sk_format_parse_time (const char *text,
                      GTimeZone  *zone)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, zone);

  if (time == NULL)
    {
      g_autofree char *with_seconds = g_strconcat (text, ":00", NULL);

      time = g_date_time_new_from_iso8601 (with_seconds, zone);
    }
  if (time == NULL || g_date_time_get_year (time) < MIN_YEAR ||
      g_date_time_get_year (time) > MAX_YEAR)
    return NULL;

  return g_date_time_to_timezone (time, zone);
}

/**
 * sk_format_dup_time:
 *
 * Returns: (transfer full): the local time, as [func@format_parse_time] reads it
 */
char *
sk_format_dup_time (GDateTime *time)
{
  return g_date_time_format (time, "%Y-%m-%dT%H:%M");
}
