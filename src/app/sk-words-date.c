/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "model/sk-date.h"
#include "sk-words.h"

/* Of "2019-05". */
#define MONTH_LENGTH 7

static int
count_days_ago (GDateTime *then,
                GDateTime *now)
{
  GDate day;
  GDate today;

  g_date_clear (&day, 1);
  g_date_clear (&today, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (then),
                  (GDateMonth) g_date_time_get_month (then),
                  (GDateYear) g_date_time_get_year (then));
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));

  return g_date_days_between (&day, &today);
}

/**
 * sk_words_time:
 * @seconds: a moment, since the epoch
 *
 * Returns: (transfer full): "today, 08:12" in the time of this place, "21 November" for an
 *   earlier day, with the year when that is another
 */
char *
sk_words_time (gint64 seconds)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (seconds);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int days;

  g_return_val_if_fail (then != NULL, NULL);

  days = count_days_ago (then, now);

  /* TRANSLATORS: %H and %M are the hour and minute of a moment, %-d, %B and %Y its day, the
   * name of its month and its year. */
  if (days == 0)
    return g_date_time_format (then, _("today, %H:%M"));
  if (days == 1)
    return g_date_time_format (then, _("yesterday, %H:%M"));
  if (g_date_time_get_year (then) == g_date_time_get_year (now))
    return g_date_time_format (then, C_("date", "%-d %B"));

  return g_date_time_format (then, C_("date", "%-d %B %Y"));
}

/**
 * sk_words_date:
 * @iso: a day as records state it, "2019-05-21" or a moment of it, a month or a year
 *
 * Returns: (transfer full): as exact as it is stated: "21 May 2019", "May 2019", "2019"; the
 *   text itself where it is no date
 */
char *
sk_words_date (const char *iso)
{
  g_autoptr (GDateTime) date = NULL;
  gint64 seconds;

  g_return_val_if_fail (iso != NULL, NULL);

  if (strlen (iso) == MONTH_LENGTH)
    {
      g_autofree char *first_day = g_strconcat (iso, "-01", NULL);

      if (sk_date_parse (first_day, &seconds))
        date = g_date_time_new_from_unix_utc (seconds);
      if (date != NULL)
        return g_date_time_format (date, C_("date", "%B %Y"));
    }

  if (sk_date_parse (iso, &seconds))
    date = g_date_time_new_from_unix_utc (seconds);

  return date != NULL ? g_date_time_format (date, C_("date", "%-d %B %Y")) : g_strdup (iso);
}
