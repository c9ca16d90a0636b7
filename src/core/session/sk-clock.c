/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-clock.h"

#include <glib/gi18n.h>

#define MINUTES_A_DAY 1440

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
