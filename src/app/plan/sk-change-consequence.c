/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "session/sk-clock.h"
#include "session/sk-timetable.h"
#include "sk-change-words.h"
#include "sk-words.h"

static SkSession *
with_minutes (SkSession *session,
              SkBlock   *timed,
              guint      minutes)
{
  g_auto (SkBlockFields) fields;
  g_autoptr (SkBlock) longer = NULL;

  sk_block_copy_fields (timed, &fields);
  fields.minutes = minutes;
  longer = sk_block_new (&fields);
  return sk_session_with_block (session, longer);
}

/* By how much a block, and those that follow it, go past the next fixed time. */
static guint
find_overrun (const SkTimetable *times,
              guint              position,
              guint             *next)
{
  guint overrun = 0;

  for (*next = position; *next < sk_timetable_get_size (times); (*next)++)
    {
      const SkSlot *slot = sk_timetable_get_slot (times, *next);

      if (*next > position && slot->locked)
        break;
      overrun = MAX (overrun, slot->overrun);
    }

  return overrun;
}

static char *
say_overrun (SkSession         *session,
             const SkTimetable *times,
             guint              minutes,
             guint              overrun,
             guint              next)
{
  g_autofree char *with = sk_words_minutes (minutes);
  g_autofree char *past = sk_words_minutes (overrun);
  g_autofree char *clock = NULL;

  if (next < sk_timetable_get_size (times))
    {
      clock = sk_clock_words_session (session, sk_timetable_get_slot (times, next)->start);
      /* TRANSLATORS: two lengths and a clock time: "25 min", "10 min", "10:50". */
      return g_strdup_printf (_("With %s you go %s past the fixed time %s."), with, past, clock);
    }

  clock = sk_clock_words_session (session, sk_timetable_get_bell (times));
  /* TRANSLATORS: two lengths and a clock time: "25 min", "10 min", "11:15". */
  return g_strdup_printf (_("With %s you go %s past the end at %s."), with, past, clock);
}

static char *
say_minutes (SkToolChange *change,
             SkSession    *session)
{
  SkBlock *block = sk_tool_change_find_block (change, session);
  const guint minutes = sk_resource_get_minutes (sk_tool_change_get_newer (change));
  g_autofree char *with = NULL;
  g_autofree char *clock = NULL;
  g_autoptr (SkSession) longer = NULL;
  g_autoptr (SkTimetable) times = NULL;
  SkBlockPlace place;
  guint overrun;
  guint next;

  if (block == NULL || minutes == 0)
    return NULL;

  sk_session_find_block (session, sk_block_get_id (block), &place);
  longer = with_minutes (session, sk_session_get_block (session, place.position), minutes);
  times = sk_timetable_new (longer);
  overrun = find_overrun (times, place.position, &next);
  if (overrun > 0)
    return say_overrun (longer, times, minutes, overrun, next);

  with = sk_words_minutes (minutes);
  if (next < sk_timetable_get_size (times) || sk_timetable_has_bell (times))
    return g_strdup_printf (_("With %s all still fits."), with);

  clock = sk_clock_words_session (longer, sk_timetable_get_end (times));
  /* TRANSLATORS: a length and a clock time: "25 min", "11:20". */
  return g_strdup_printf (_("With %s the session ends at %s."), with, clock);
}

static char *
say_ages (SkResource *newer,
          SkSession  *session)
{
  g_autofree char *words = NULL;
  SkAgeRange group;
  SkAgeRange ages;

  if (!sk_session_get_ages (session, &group) || !sk_resource_get_ages (newer, &ages))
    return NULL;

  words = sk_words_ages (group);
  return sk_age_range_overlaps (group, ages) ? g_strdup_printf (_("Fits your group: %s."), words)
                                             : g_strdup_printf (_("Your group: %s."), words);
}

/* "nl" and "nl-BE" are one language to a group. */
static gboolean
is_in (SkResource *tool,
       const char *language)
{
  const gsize length = strcspn (language, "-");
  const char * const *languages = sk_resource_get_languages (tool);

  for (guint i = 0; languages[i] != NULL; i++)
    if (strcspn (languages[i], "-") == length &&
        g_ascii_strncasecmp (languages[i], language, length) == 0)
      return TRUE;

  return FALSE;
}

static char *
say_languages (SkToolChange *change,
               SkSession    *session)
{
  const char *language = sk_session_get_languages (session)[0];
  g_autofree char *words = NULL;

  if (is_in (sk_tool_change_get_newer (change), language) ||
      !is_in (sk_tool_change_get_pinned (change), language))
    return NULL;

  words = sk_words_language (language);
  return g_strdup_printf (_("Your session’s language is gone: %s."), words);
}

static char *
say_needs (SkResource *newer,
           SkSession  *session)
{
  const char * const *needs = sk_resource_get_needs (newer);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lacks = NULL;
  g_autofree char *words = NULL;

  if (sk_session_get_room (session) == NULL)
    return NULL;

  for (guint i = 0; needs[i] != NULL; i++)
    if (!sk_session_has_need (session, needs[i]))
      g_strv_builder_take (builder, sk_words_need (needs[i]));
  lacks = g_strv_builder_end (builder);
  if (lacks[0] == NULL)
    return g_strdup (_("Your room has all of it."));

  words = g_strjoinv (", ", lacks);
  return g_strdup_printf (_("Your room lacks: %s."), words);
}

static char *
say_group (SkResource *newer,
           SkSession  *session)
{
  const guint size = sk_session_get_size (session);
  const guint most = sk_resource_get_group_max (newer);

  if (size == 0 || (size >= sk_resource_get_group_min (newer) && (most == 0 || size <= most)))
    return NULL;

  return g_strdup_printf (ngettext ("Your group is %u person.", "Your group is %u people.", size),
                          size);
}

/**
 * sk_change_words_consequence:
 * @change: a change of a tool that is still there
 * @session: a session that it concerns
 * @fact: what changed
 *
 * Returns: (transfer full) (nullable): what it means for the session; %NULL where it means nothing
 */
char *
sk_change_words_consequence (SkToolChange *change,
                             SkSession    *session,
                             SkToolFact    fact)
{
  SkResource *newer;

  g_return_val_if_fail (SK_IS_TOOL_CHANGE (change), NULL);
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  newer = sk_tool_change_get_newer (change);
  switch (fact)
    {
    case SK_TOOL_MINUTES:
      return say_minutes (change, session);
    case SK_TOOL_AGES:
      return say_ages (newer, session);
    case SK_TOOL_LANGUAGES:
      return say_languages (change, session);
    case SK_TOOL_NEEDS:
      return say_needs (newer, session);
    case SK_TOOL_GROUP:
      return say_group (newer, session);
    case SK_TOOL_NAME:
    case SK_TOOL_DESCRIPTION:
    case SK_TOOL_FILES:
    case SK_TOOL_QUESTIONS:
    case SK_TOOL_SENSITIVE:
    case SK_TOOL_THEMES:
    case SK_TOOL_FORMATS:
    case SK_TOOL_ADDRESS:
    case SK_TOOL_PUBLISHERS:
    case SK_TOOL_LICENCE:
    case SK_TOOL_COST:
    default:
      return NULL;
    }
}
