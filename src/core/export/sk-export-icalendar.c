/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sidekick-config.h"
#include "sk-export-private.h"
#include "sk-ical-zone.h"

#define LOCAL_FORM "%Y%m%dT%H%M%S"
#define UTC_FORM LOCAL_FORM "Z"

/* A calendar shows lines and no other control characters. */
static char *
clean_text (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (*at == '\n' || !g_unichar_iscntrl (g_utf8_get_char (at)))
      g_string_append_unichar (clean, g_utf8_get_char (at));

  return g_string_free_and_steal (clean);
}

static void
add_text (ICalComponent  *event,
          ICalProperty *(*make) (const char *),
          const char     *text)
{
  g_autofree char *clean = clean_text (text);

  if (*clean != '\0')
    i_cal_component_take_property (event, make (clean));
}

static void
add_moment (ICalComponent  *event,
            ICalProperty *(*make) (ICalTime *),
            SkSession      *session,
            int             minutes)
{
  g_autoptr (GDateTime) time = sk_session_dup_time (session, minutes);
  GTimeZone *zone = g_date_time_get_timezone (time);
  const gboolean named = sk_ical_zone_is_named (zone);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);
  g_autofree char *text = g_date_time_format (named ? time : utc, named ? LOCAL_FORM : UTC_FORM);
  g_autoptr (ICalTime) moment = i_cal_time_new_from_string (text);
  ICalProperty *property = make (moment);

  if (named)
    i_cal_property_take_parameter (property,
                                   i_cal_parameter_new_tzid (g_time_zone_get_identifier (zone)));
  i_cal_component_take_property (event, property);
}

/* When it was changed last, not when it was exported: so the same session is the same file. */
static void
add_stamps (ICalComponent *event,
            SkSession     *session)
{
  g_autoptr (GDateTime) modified = NULL;
  g_autofree char *text = NULL;
  g_autoptr (ICalTime) stamp = NULL;
  GHashTableIter iter;
  gpointer count;
  guint sequence = 0;

  modified = g_date_time_new_from_unix_utc (sk_session_get_modified (session));
  if (modified == NULL)
    modified = g_date_time_new_from_unix_utc (0);
  text = g_date_time_format (modified, UTC_FORM);
  stamp = i_cal_time_new_from_string (text);

  g_hash_table_iter_init (&iter, sk_session_get_edits (session));
  while (g_hash_table_iter_next (&iter, NULL, &count))
    sequence = MIN (sequence + GPOINTER_TO_UINT (count), G_MAXINT);

  i_cal_component_take_property (event, i_cal_property_new_dtstamp (stamp));
  i_cal_component_take_property (event, i_cal_property_new_lastmodified (stamp));
  i_cal_component_take_property (event, i_cal_property_new_sequence ((int) sequence));
}

static void
add_event (ICalComponent *calendar,
           SkOutline     *outline,
           const char    *uid,
           const char    *summary,
           const char    *description,
           int            start,
           int            end)
{
  ICalComponent *event = i_cal_component_new_vevent ();

  add_text (event, i_cal_property_new_uid, uid);
  add_stamps (event, outline->session);
  add_moment (event, i_cal_property_new_dtstart, outline->session, start);
  if (end > start)
    add_moment (event, i_cal_property_new_dtend, outline->session, end);
  add_text (event, i_cal_property_new_summary, summary);
  add_text (event, i_cal_property_new_location, sk_session_get_place (outline->session));
  add_text (event, i_cal_property_new_description, description);
  i_cal_component_take_component (calendar, event);
}

static void
append_agenda_line (GString            *text,
                    SkOutline          *outline,
                    const SkOutlineRow *row,
                    guint               language)
{
  SkPaperWords *words = sk_outline_get_words (outline, language);
  g_autoptr (GDateTime) time = sk_session_dup_time (outline->session, row->start);
  g_autofree char *clock = sk_paper_words_clock (words, time);
  g_autofree char *minutes = sk_paper_words_minutes (words, row->minutes);

  if (row->lane >= 0)
    g_string_append_printf (text, "   – %s", row->titles[language]);
  else if (row->block != NULL)
    g_string_append_printf (text, "%s %s (%s)", clock, row->titles[language], minutes);
  else
    g_string_append_printf (text, "%s %s", clock, row->titles[language]);
  g_string_append_c (text, '\n');
}

/* The whole programme, once in each language. */
static char *
describe_session (SkOutline *outline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < outline->words->len; i++)
    {
      g_autofree char *group = NULL;

      group = sk_paper_words_group (sk_outline_get_words (outline, i), outline->session);
      if (i > 0)
        g_string_append_c (text, '\n');
      if (*group != '\0')
        g_string_append_printf (text, "%s\n", group);
      for (guint j = 0; j < outline->rows->len; j++)
        append_agenda_line (text, outline, g_ptr_array_index (outline->rows, j), i);
    }

  return g_strchomp (g_string_free_and_steal (text));
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, part);
}

/* What a block is about, and its lanes where it has some. */
static char *
describe_block (SkOutline *outline,
                guint      first)
{
  const SkOutlineRow *row = g_ptr_array_index (outline->rows, first);
  g_autofree char *materials = g_strjoinv (", ", row->materials);
  GString *text = g_string_new (NULL);

  append_part (text, row->goal);
  append_part (text, materials);
  append_part (text, row->source);
  append_part (text, row->url);

  for (guint i = first + 1; i < outline->rows->len; i++)
    {
      const SkOutlineRow *lane = g_ptr_array_index (outline->rows, i);
      g_autofree char *title = NULL;
      g_autofree char *line = NULL;

      if (lane->lane < 0)
        break;
      title = sk_outline_join ((const char * const *) lane->titles);
      line = g_strconcat ("– ", title, NULL);
      append_part (text, line);
    }

  return g_string_free_and_steal (text);
}

static void
add_block_events (ICalComponent *calendar,
                  SkOutline     *outline)
{
  for (guint i = 0; i < outline->rows->len; i++)
    {
      const SkOutlineRow *row = g_ptr_array_index (outline->rows, i);
      g_autofree char *uid = NULL;
      g_autofree char *summary = NULL;
      g_autofree char *description = NULL;

      if (row->block == NULL || row->lane >= 0)
        continue;

      uid = g_strconcat (sk_session_get_id (outline->session), "-", sk_block_get_id (row->block),
                         NULL);
      summary = sk_outline_join ((const char * const *) row->titles);
      description = describe_block (outline, i);
      add_event (calendar, outline, uid, summary, description, row->start,
                 row->start + (int) row->minutes);
    }
}

static void
add_session_event (ICalComponent *calendar,
                   SkOutline     *outline)
{
  g_autofree char *description = describe_session (outline);
  const int end = sk_timetable_has_bell (outline->times) ? sk_timetable_get_bell (outline->times)
                                                         : sk_timetable_get_end (outline->times);

  add_event (calendar, outline, sk_session_get_id (outline->session), outline->title, description,
             0, end);
}

static void
add_zone (ICalComponent *calendar,
          SkOutline     *outline)
{
  GDateTime *start = sk_session_get_start (outline->session);
  GTimeZone *zone = g_date_time_get_timezone (start);
  const gint64 from = g_date_time_to_unix (start);

  if (sk_ical_zone_is_named (zone))
    i_cal_component_take_component (
      calendar, sk_ical_zone_new (zone, from, from + 60 * sk_timetable_get_end (outline->times)));
}

/**
 * sk_export_to_icalendar:
 * @event_a_block: an event for each block, instead of one for the session
 *
 * Writes the outline for a calendar, in local time with its zone. Private notes are not in it.
 *
 * Returns: (transfer full): iCalendar (RFC 5545)
 */
GBytes *
sk_export_to_icalendar (SkOutline *outline,
                        gboolean   event_a_block)
{
  g_autoptr (ICalComponent) calendar = i_cal_component_new (I_CAL_VCALENDAR_COMPONENT);
  char *text;

  i_cal_component_take_property (calendar, i_cal_property_new_version ("2.0"));
  i_cal_component_take_property (
    calendar, i_cal_property_new_prodid ("-//Betternet//Sidekick " PACKAGE_VERSION "//EN"));
  add_zone (calendar, outline);
  if (event_a_block)
    add_block_events (calendar, outline);
  else
    add_session_event (calendar, outline);

  text = i_cal_component_as_ical_string (calendar);
  return g_bytes_new_take (text, strlen (text));
}
