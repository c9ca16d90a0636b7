/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "sk-ctl-session-options.h"

/* The day of one time at the clock of another, or at a minute of the day, in a zone. */
static GDateTime *
at_clock (GDateTime *day,
          int        minute,
          GTimeZone *zone)
{
  return g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day), minute / 60, minute % 60, 0);
}

static int
get_clock (GDateTime *time)
{
  return g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time);
}

/* "2027-02-09T10:25", with a blank for the T if one likes, or "10:25" on the given day. */
static GDateTime *
read_time (const char *text,
           GDateTime  *day,
           GTimeZone  *zone)
{
  g_autofree char *full = NULL;
  int minute;

  if (sk_ctl_session_read_clock (text, &minute))
    return at_clock (day, minute, zone);

  if (strlen (text) != strlen ("2027-02-09T10:25") || strspn (text, "0123456789-T: ") != 16)
    return NULL;

  full = g_strconcat (text, ":00", NULL);
  g_strdelimit (full, " ", 'T');
  return g_date_time_new_from_iso8601 (full, zone);
}

static GTimeZone *
choose_zone (const char  *name,
             GDateTime   *start,
             GError     **error)
{
  GTimeZone *zone;

  if (name == NULL)
    return g_time_zone_ref (g_date_time_get_timezone (start));

  zone = g_time_zone_new_identifier (name);
  if (zone == NULL)
    sk_ctl_session_refuse_value (error, name,
                                 _("--zone takes a time zone such as Europe/Brussels"));

  return zone;
}

static gboolean
set_start (const char  *value,
           GTimeZone   *zone,
           GDateTime  **start,
           GError     **error)
{
  g_autoptr (GDateTime) before = g_steal_pointer (start);

  *start =
    value != NULL ? read_time (value, before, zone) : at_clock (before, get_clock (before), zone);
  if (*start != NULL)
    return TRUE;

  *start = g_steal_pointer (&before);
  return sk_ctl_session_refuse_value (error, value,
                                      _("--start takes a local time such as 2027-02-09T10:25"));
}

/* The bell that was there already keeps its clock time, and the length of the session where that
 * would be before it starts. */
static GDateTime *
move_bell (GDateTime *bell,
           GDateTime *old_start,
           GDateTime *start)
{
  const GTimeSpan length = g_date_time_difference (bell, old_start);
  g_autoptr (GDateTime) old_day = at_clock (old_start, 0, g_date_time_get_timezone (old_start));
  const int n_days = (int) (g_date_time_difference (bell, old_day) / G_TIME_SPAN_DAY);
  g_autoptr (GDateTime) day = g_date_time_add_days (start, n_days);
  GDateTime *moved = at_clock (day, get_clock (bell), g_date_time_get_timezone (start));

  if (g_date_time_compare (moved, start) > 0)
    return moved;

  g_date_time_unref (moved);
  return g_date_time_add (start, length);
}

static gboolean
set_end (const char  *value,
         GDateTime   *start,
         GDateTime  **end,
         GError     **error)
{
  g_autoptr (GDateTime) bell = NULL;
  int minute;

  g_clear_pointer (end, g_date_time_unref);
  if (strcmp (value, "none") == 0)
    return TRUE;

  bell = read_time (value, start, g_date_time_get_timezone (start));
  if (bell == NULL)
    return sk_ctl_session_refuse_value (error, value,
                                        _("--end takes a local time such as 2027-02-09T11:15, a "
                                           "clock time, or none"));

  if (g_date_time_compare (bell, start) <= 0 && sk_ctl_session_read_clock (value, &minute))
    {
      g_autoptr (GDateTime) tomorrow = g_date_time_add_days (bell, 1);

      *end = g_steal_pointer (&tomorrow);
      return TRUE;
    }

  if (g_date_time_compare (bell, start) <= 0)
    return sk_ctl_session_refuse_value (error, value, _("--end must be later than the start"));

  *end = g_steal_pointer (&bell);
  return TRUE;
}

/**
 * sk_ctl_session_times_apply:
 * @fields: with a start
 *
 * Sets the zone, the start and the end of a session as the options say. A bell that is not named
 * goes with the start.
 *
 * Returns: whether they could be read; where not, @error says what one takes
 */
gboolean
sk_ctl_session_times_apply (const SkCtlSessionOptions  *self,
                            SkSessionFields            *fields,
                            GError                    **error)
{
  const char *end = self->values[SK_CTL_OPTION_END];
  g_autoptr (GDateTime) old_start = g_date_time_ref (fields->start);
  g_autoptr (GTimeZone) zone = choose_zone (self->values[SK_CTL_OPTION_ZONE], old_start, error);

  if (zone == NULL || !set_start (self->values[SK_CTL_OPTION_START], zone, &fields->start, error))
    return FALSE;

  if (end != NULL)
    return set_end (end, fields->start, &fields->end, error);

  if (fields->end != NULL)
    {
      g_autoptr (GDateTime) bell = g_steal_pointer (&fields->end);

      fields->end = move_bell (bell, old_start, fields->start);
    }

  return TRUE;
}
