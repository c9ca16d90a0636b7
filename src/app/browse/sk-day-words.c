/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-day-words.h"

#include <glib/gi18n.h>

static const char *
get_name (const char *name)
{
  return name != NULL ? name : _("Safer Internet Day");
}

/* As it stands after “until”: some languages have an article there. */
static const char *
get_name_after (const char *name)
{
  return name != NULL ? name : C_("after “until”", "Safer Internet Day");
}

static GDateTime *
dup_midnight (GDateTime *time)
{
  return g_date_time_new (g_date_time_get_timezone (time), g_date_time_get_year (time),
                          g_date_time_get_month (time), g_date_time_get_day_of_month (time), 0, 0,
                          0);
}

static guint32
get_julian (GDateTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time),
                  (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
  return g_date_get_julian (&date);
}

/**
 * sk_day_words_count:
 * @now: a moment
 * @day: a moment of the day, in the same zone
 *
 * Returns: how many nights are between them, whatever the hours; less than 0 for a day that is
 *   past
 */
int
sk_day_words_count (GDateTime *now,
                    GDateTime *day)
{
  g_return_val_if_fail (now != NULL, 0);
  g_return_val_if_fail (day != NULL, 0);

  return (int) get_julian (day) - (int) get_julian (now);
}

/**
 * sk_day_words_midnight:
 * @now: a moment
 *
 * Returns: in how many seconds the next day has begun, at least 1
 */
guint
sk_day_words_midnight (GDateTime *now)
{
  g_autoptr (GDateTime) next = NULL;
  g_autoptr (GDateTime) midnight = NULL;
  gint64 seconds;

  g_return_val_if_fail (now != NULL, 1);

  /* The last day there can be has no next one; where a clock is put forward at midnight, the day
   * begins later. */
  next = g_date_time_add_days (now, 1);
  midnight = next != NULL ? dup_midnight (next) : NULL;
  if (midnight == NULL)
    return G_TIME_SPAN_DAY / G_TIME_SPAN_SECOND;

  seconds = g_date_time_difference (midnight, now) / G_TIME_SPAN_SECOND;
  return (guint) MAX (seconds, 0) + 1;
}

/**
 * sk_day_words_date:
 * @day: a moment of the day
 *
 * Returns: (transfer full): "Tuesday 9 February 2027", as it is written within a sentence
 */
char *
sk_day_words_date (GDateTime *day)
{
  g_return_val_if_fail (day != NULL, NULL);

  /* TRANSLATORS: the name of the day, its number, the name of the month and the year */
  return g_date_time_format (day, C_("date", "%A %-d %B %Y"));
}

/**
 * sk_day_words_until:
 * @name: (nullable): what the day is called
 * @n_days: how many days there are until then
 *
 * Returns: (transfer full): what stands beside that number, or in its place
 */
char *
sk_day_words_until (const char *name,
                    int         n_days)
{
  if (n_days == 0)
    return g_strdup (get_name (name));

  /* TRANSLATORS: the number of days stands before it */
  return g_strdup_printf (ngettext ("day until %s", "days until %s", (gulong) n_days),
                          get_name_after (name));
}

/**
 * sk_day_words_in:
 * @name: (nullable): what the day is called
 * @n_days: how many days there are until then, more than 1
 *
 * Returns: (transfer full): when a day is that is far off
 */
char *
sk_day_words_in (const char *name,
                 int         n_days)
{
  /* TRANSLATORS: the name of a day, and how many days there are until then */
  return g_strdup_printf (ngettext ("%s, in %d day", "%s, in %d days", (gulong) n_days),
                          get_name (name), n_days);
}

/**
 * sk_day_words_aloud:
 * @name: (nullable): what the day is called
 * @n_days: how many days there are until then
 * @day: a moment of the day
 *
 * Returns: (transfer full): all of it, for somebody who hears it
 */
char *
sk_day_words_aloud (const char *name,
                    int         n_days,
                    GDateTime  *day)
{
  g_autofree char *date = sk_day_words_date (day);

  /* TRANSLATORS: the name of a day, and its date */
  if (n_days == 0)
    return g_strdup_printf (_("It’s today: %s, %s"), get_name (name), date);

  /* TRANSLATORS: how many days, the name of a day, and its date */
  return g_strdup_printf (ngettext ("%d day until %s, %s", "%d days until %s, %s", (gulong) n_days),
                          n_days, get_name_after (name), date);
}
