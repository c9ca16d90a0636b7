/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session.h"

#define FIRST_DAY 5
#define HOUR 10

/* The Tuesday that falls on 5 to 11 February. */
static GDateTime *
find_day (GTimeZone *zone,
          int        year)
{
  for (int day = FIRST_DAY;; day++)
    {
      GDateTime *time = g_date_time_new (zone, year, G_DATE_FEBRUARY, day, HOUR, 0, 0);

      if (time == NULL || g_date_time_get_day_of_week (time) == G_DATE_TUESDAY)
        return time;
      g_date_time_unref (time);
    }
}

/**
 * sk_safer_internet_day_next:
 * @now: a moment in some zone
 *
 * Returns: (transfer full): ten o'clock on the next Safer Internet Day in that zone, not before
 *   @now
 */
GDateTime *
sk_safer_internet_day_next (GDateTime *now)
{
  GTimeZone *zone;
  GDateTime *day;

  g_return_val_if_fail (now != NULL, NULL);

  zone = g_date_time_get_timezone (now);
  day = find_day (zone, g_date_time_get_year (now));
  if (g_date_time_compare (day, now) >= 0)
    return day;

  g_date_time_unref (day);
  return find_day (zone, g_date_time_get_year (now) + 1);
}
