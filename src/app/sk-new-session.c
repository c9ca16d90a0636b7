/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-new-session.h"

#include <glib/gi18n.h>

#define HOUR 10

/* Ten o’clock on that day, here. */
static GDateTime *
parse_day (const char *date)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_parse (&day, date);
  if (!g_date_valid (&day))
    return NULL;

  return g_date_time_new (here, g_date_get_year (&day), (int) g_date_get_month (&day),
                          g_date_get_day (&day), HOUR, 0, 0);
}

static void
fill_group (SkSessionFields *fields,
            SkProfile       *profile)
{
  const char * const *languages = sk_profile_get_languages (profile);
  const SkAgeRange *ages = sk_profile_get_ages (profile);

  if (languages[0] != NULL)
    fields->languages = g_strdupv ((GStrv) languages);
  fields->setting = g_strdup (sk_profile_get_setting (profile));
  fields->has_ages = ages != NULL;
  if (ages != NULL)
    fields->ages = *ages;
}

/**
 * sk_new_session_for_day:
 * @date: "2027-02-09"; anything else is the next Safer Internet Day
 * @event: (nullable): the day that is looked forward to
 * @profile: (nullable): for whom
 *
 * Returns: (transfer full): what is known of a session on that day
 */
SkSession *
sk_new_session_for_day (const char *date,
                        SkEvent    *event,
                        SkProfile  *profile)
{
  g_auto (SkSessionFields) fields;
  gboolean is_event;

  g_return_val_if_fail (date != NULL, NULL);

  is_event = event != NULL && g_str_equal (sk_event_get_date (event), date);
  sk_session_fields_init (&fields);
  fields.start = parse_day (date);
  fields.title = g_strdup (is_event ? sk_event_pick_name (event, g_get_language_names (), NULL)
                                    : _("Safer Internet Day"));
  if (profile != NULL)
    fill_group (&fields, profile);
  return sk_session_new (&fields);
}
