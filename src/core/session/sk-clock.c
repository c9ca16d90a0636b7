/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-clock.h"

#include <glib/gi18n.h>

#define MINUTES_A_DAY 1440
#define MINUTES_AN_HOUR 60
#define HOURS_A_DAY 24

/**
 * sk_clock_words:
 * @time: a moment
 *
 * Returns: (transfer full): its hour and minute, "10:25"
 */
char *
sk_clock_words (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  /* TRANSLATORS: the hour and minute of a moment, as g_date_time_format() takes it. */
  return g_date_time_format (time, C_("clock", "%H:%M"));
}

/**
 * sk_clock_words_session:
 * @session: a session
 * @minutes: counted from its start, as those of [struct@Slot]
 *
 * Returns: (transfer full): what the clock says then
 */
char *
sk_clock_words_session (SkSession *session,
                        int        minutes)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  time = sk_session_dup_time (session, minutes);
  return sk_clock_words (time);
}

/**
 * sk_clock_words_day:
 * @minute_of_day: minutes since midnight, as the lock of a block
 *
 * Returns: (transfer full): what the clock says then
 */
char *
sk_clock_words_day (int minute_of_day)
{
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (2000, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (minute_of_day >= 0 && minute_of_day < MINUTES_A_DAY, NULL);

  time = g_date_time_add_minutes (midnight, minute_of_day);
  return sk_clock_words (time);
}

/**
 * sk_clock_parse:
 * @text: what was typed
 * @minute_of_day: (out): the minutes since midnight
 *
 * Reads a time as people write it: "10:50", "10.50", "10 h 50", "1050", "10".
 *
 * Returns: whether it is one
 */
gboolean
sk_clock_parse (const char *text,
                int        *minute_of_day)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("^\\s*(\\d{1,2})(?:\\D{1,4}|(?=\\d\\d\\s*$))?(\\d{1,2})?\\D*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *minutes = NULL;
  guint hour;
  guint minute = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (minute_of_day != NULL, FALSE);

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;

  hours = g_match_info_fetch (match, 1);
  minutes = g_match_info_fetch (match, 2);
  hour = (guint) g_ascii_strtoull (hours, NULL, 10);
  if (minutes != NULL)
    minute = (guint) g_ascii_strtoull (minutes, NULL, 10);

  *minute_of_day = (int) (hour * MINUTES_AN_HOUR + minute);
  return hour < HOURS_A_DAY && minute < MINUTES_AN_HOUR;
}
