/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-words.h"

#include <glib/gi18n.h>

#include "session/sk-clock.h"
#include "session/sk-timetable.h"
#include "sk-words.h"

/**
 * sk_session_words_title:
 * @session: a session
 *
 * Returns: (transfer full): its title, or words for a session that has none
 */
char *
sk_session_words_title (SkSession *session)
{
  const char *title;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  title = sk_session_get_title (session);
  return g_strdup (*title != '\0' ? title : _("Untitled Session"));
}

/**
 * sk_session_words_day:
 * @session: a session
 *
 * Returns: (transfer full): "Tue 9 February"
 */
char *
sk_session_words_day (SkSession *session)
{
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  /* TRANSLATORS: %a is the short name of a day of the week, %-d the day of the month and %B the
   * name of the month. */
  return g_date_time_format (sk_session_get_start (session), C_("date", "%a %-d %B"));
}

/**
 * sk_session_words_start:
 * @session: a session
 *
 * Returns: (transfer full): "Tue 9 February 2027, 10:25"
 */
char *
sk_session_words_start (SkSession *session)
{
  GDateTime *start;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  start = sk_session_get_start (session);
  day = g_date_time_format (start, C_("date", "%a %-d %B %Y"));
  clock = sk_clock_words (start);
  return g_strdup_printf ("%s, %s", day, clock);
}

/**
 * sk_session_words_hours:
 * @session: a session
 *
 * Returns: (transfer full): from when to when it is, "10:25–11:15"; only from when, where no
 *   bell ends it
 */
char *
sk_session_words_hours (SkSession *session)
{
  GDateTime *end;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  end = sk_session_get_end (session);
  from = sk_clock_words (sk_session_get_start (session));
  if (end == NULL)
    return g_steal_pointer (&from);

  to = sk_clock_words (end);
  return g_strdup_printf ("%s – %s", from, to);
}

/* What it is to last: to the bell, or as long as its blocks. */
static guint
count_minutes (SkSession *session)
{
  g_autoptr (SkTimetable) timetable = sk_timetable_new (session);

  return sk_timetable_has_bell (timetable) ? (guint) sk_timetable_get_bell (timetable)
                                           : sk_timetable_get_minutes (timetable);
}

/**
 * sk_session_words_minutes:
 * @session: a session
 *
 * Returns: (transfer full): how long it is, "50 min"
 */
char *
sk_session_words_minutes (SkSession *session)
{
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  return sk_words_minutes (count_minutes (session));
}

/**
 * sk_session_words_group:
 * @session: a session
 *
 * Returns: (transfer full) (nullable): who it is for, "22 people, 10–11 years", or what they are
 *   called; %NULL where nothing is said of them
 */
char *
sk_session_words_group (SkSession *session)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  SkAgeRange ages;
  guint size;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  size = sk_session_get_size (session);
  if (size > 0)
    g_strv_builder_take (parts, sk_words_group (size, size));
  if (sk_session_get_ages (session, &ages))
    g_strv_builder_take (parts, sk_words_ages (ages));

  words = g_strv_builder_end (parts);
  if (*words != NULL)
    return g_strjoinv (", ", words);

  return *sk_session_get_group (session) != '\0' ? g_strdup (sk_session_get_group (session)) : NULL;
}

/**
 * sk_session_words_room:
 * @session: a session
 * @brief: whether one thing, and how many more, will do: "Internet +4"
 *
 * Returns: (transfer full) (nullable): what there is in the room; %NULL where that is not known
 */
char *
sk_session_words_room (SkSession *session,
                       gboolean   brief)
{
  const char * const *room;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  room = sk_session_get_room (session);
  if (room == NULL)
    return NULL;

  for (; *room != NULL; room++)
    g_strv_builder_take (parts, sk_words_need (*room));
  words = g_strv_builder_end (parts);
  if (*words == NULL)
    return g_strdup (_("A room with nothing"));
  if (brief && words[1] != NULL)
    return g_strdup_printf ("%s +%u", words[0], g_strv_length (words) - 1);

  return g_strjoinv (", ", words);
}

static gboolean
has_overrun_inside (SkSession   *session,
                    SkTimetable *timetable)
{
  for (guint i = 0; i + 1 < sk_timetable_get_size (timetable); i++)
    if (sk_timetable_get_slot (timetable, i)->overrun > 0 &&
        sk_timetable_get_slot (timetable, i + 1)->locked)
      return TRUE;

  return FALSE;
}

/* What does not come out, or what is left. */
static char *
describe_rest (SkSession   *session,
               SkTimetable *timetable)
{
  const guint overrun = sk_timetable_get_overrun (timetable);
  const guint left = sk_timetable_get_free (timetable);

  if (overrun > 0 && has_overrun_inside (session, timetable))
    return g_strdup_printf (ngettext ("%u min past a fixed time", "%u min past a fixed time",
                                      overrun),
                            overrun);
  if (overrun > 0)
    return g_strdup_printf (ngettext ("%u min past the bell", "%u min past the bell", overrun),
                            overrun);
  if (left > 0)
    return g_strdup_printf (ngettext ("%u min free", "%u min free", left), left);

  return NULL;
}

/**
 * sk_session_words_state:
 * @session: a session
 *
 * Returns: (transfer full): how much of its time is filled, and what does not come out:
 *   "50 of 50 min · 5 min past a fixed time"
 */
char *
sk_session_words_state (SkSession *session)
{
  g_autoptr (SkTimetable) timetable = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *filled = NULL;
  guint minutes;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  timetable = sk_timetable_new (session);
  minutes = sk_timetable_get_minutes (timetable);
  if (!sk_timetable_has_bell (timetable))
    return sk_words_minutes (minutes);

  /* TRANSLATORS: the minutes that are filled, and those there are. */
  filled = g_strdup_printf (_("%u of %u min"), minutes, (guint) sk_timetable_get_bell (timetable));
  rest = describe_rest (session, timetable);
  return rest != NULL ? g_strdup_printf ("%s · %s", filled, rest) : g_steal_pointer (&filled);
}

/**
 * sk_session_words_row:
 * @session: a session
 *
 * Returns: (transfer full): all that its row in a list says, as it is read aloud:
 *   "Safer Internet Day with 5B, Tuesday 9 February 2027, 10:25, 50 minutes"
 */
char *
sk_session_words_row (SkSession *session)
{
  GDateTime *start;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *minutes = NULL;
  guint n_minutes;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  start = sk_session_get_start (session);
  n_minutes = count_minutes (session);
  title = sk_session_words_title (session);
  day = g_date_time_format (start, C_("date", "%A %-d %B %Y"));
  clock = sk_clock_words (start);
  minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", n_minutes), n_minutes);
  return g_strdup_printf ("%s, %s, %s, %s", title, day, clock, minutes);
}
