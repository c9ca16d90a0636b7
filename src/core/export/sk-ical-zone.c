/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ical-zone.h"

#include <string.h>

#define DAY (24 * 60 * 60)

/* How far the zone is told before and after what happens in it: a calendar in which the event is
 * moved by some weeks still has the right hour. */
#define MARGIN (400 * DAY)

/* Since always, as far as a calendar is concerned. */
#define ALWAYS "19700101T000000"

static int
find_interval (GTimeZone *zone,
               gint64     time)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, time);
}

/* The second at which the interval of @after begins, which is not that of @before. */
static gint64
find_onset (GTimeZone *zone,
            gint64     before,
            gint64     after)
{
  const int old = find_interval (zone, before);

  while (after - before > 1)
    {
      const gint64 middle = before + (after - before) / 2;

      if (find_interval (zone, middle) == old)
        before = middle;
      else
        after = middle;
    }

  return after;
}

static void
add_observance (ICalComponent *component,
                GTimeZone     *zone,
                int            interval,
                gint32         offset_before,
                const char    *onset)
{
  const gboolean daylight = g_time_zone_is_dst (zone, interval);
  ICalComponent *observance = daylight ? i_cal_component_new_xdaylight ()
                                       : i_cal_component_new_xstandard ();
  g_autoptr (ICalTime) start = i_cal_time_new_from_string (onset);

  i_cal_component_take_property (observance, i_cal_property_new_dtstart (start));
  i_cal_component_take_property (observance, i_cal_property_new_tzoffsetfrom (offset_before));
  i_cal_component_take_property (
    observance, i_cal_property_new_tzoffsetto (g_time_zone_get_offset (zone, interval)));
  i_cal_component_take_property (
    observance, i_cal_property_new_tzname (g_time_zone_get_abbreviation (zone, interval)));
  i_cal_component_take_component (component, observance);
}

/* An onset is told by the clock that it ends. */
static char *
format_onset (gint64 onset,
              gint32 offset_before)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (onset + offset_before);

  return g_date_time_format (time, "%Y%m%dT%H%M%S");
}

/**
 * sk_ical_zone_is_named:
 *
 * Returns: whether calendars know the zone by its name; if not, they are told times in UTC
 */
gboolean
sk_ical_zone_is_named (GTimeZone *zone)
{
  return strchr (g_time_zone_get_identifier (zone), '/') != NULL;
}

/**
 * sk_ical_zone_new:
 * @zone: one with a name
 * @from: seconds since the epoch
 * @to: seconds since the epoch
 *
 * Says how far the zone's clock is from UTC, for some time around @from and @to, from the time
 * zones of this machine.
 *
 * Returns: (transfer full): a VTIMEZONE
 */
ICalComponent *
sk_ical_zone_new (GTimeZone *zone,
                  gint64     from,
                  gint64     to)
{
  ICalComponent *component = i_cal_component_new_vtimezone ();
  gint64 time = from - MARGIN;
  int interval = find_interval (zone, time);
  gint32 offset = g_time_zone_get_offset (zone, interval);

  i_cal_component_take_property (component,
                                 i_cal_property_new_tzid (g_time_zone_get_identifier (zone)));
  add_observance (component, zone, interval, offset, ALWAYS);

  for (; time <= to + MARGIN; time += DAY)
    {
      g_autofree char *onset = NULL;

      if (find_interval (zone, time + DAY) == interval)
        continue;

      onset = format_onset (find_onset (zone, time, time + DAY), offset);
      interval = find_interval (zone, time + DAY);
      add_observance (component, zone, interval, offset, onset);
      offset = g_time_zone_get_offset (zone, interval);
    }

  return component;
}
