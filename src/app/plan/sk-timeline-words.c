/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-words.h"

#include <glib/gi18n.h>

#include "session/sk-block-words.h"
#include "session/sk-clock.h"
#include "sk-words.h"

static const char * const activities[] = {
  [SK_ACTIVITY_TALK] = NC_ ("caption", "talk"),
  [SK_ACTIVITY_DO] = NC_ ("caption", "do"),
  [SK_ACTIVITY_PLAY] = NC_ ("caption", "play"),
};

static void
take (GStrvBuilder *builder,
      char         *words)
{
  if (words != NULL && *words != '\0')
    g_strv_builder_take (builder, words);
  else
    g_free (words);
}

static char *
join (GStrvBuilder *builder,
      const char   *separator)
{
  g_auto (GStrv) all = g_strv_builder_end (builder);

  return g_strjoinv (separator, all);
}

static void
take_facts_of_tool (GStrvBuilder *builder,
                    SkBlock      *block)
{
  SkResource *resource = sk_block_get_resource (block);
  const char * const *publishers = NULL;
  SkAgeRange ages;

  if (sk_block_get_withdrawn (block))
    take (builder, g_strdup (_("no longer in the catalogue")));
  if (resource != NULL)
    publishers = sk_resource_get_publishers (resource);
  if (publishers != NULL && publishers[0] != NULL)
    take (builder, g_strjoinv (", ", (GStrv) publishers));
  if (sk_block_get_activity (block) != SK_ACTIVITY_NONE)
    take (builder,
          g_strdup (g_dpgettext2 (NULL, "caption", activities[sk_block_get_activity (block)])));
  if (resource != NULL && sk_resource_get_ages (resource, &ages))
    take (builder, sk_words_ages (ages));
  if (sk_block_get_minutes_guessed (block))
    take (builder, g_strdup (_("length guessed by format")));
}

/**
 * sk_timeline_words_title:
 * @block: a block
 *
 * Returns: (transfer full): its title; of groups without one, how many there are
 */
char *
sk_timeline_words_title (SkBlock *block)
{
  GPtrArray *lanes;

  g_return_val_if_fail (SK_IS_BLOCK (block), NULL);

  lanes = sk_block_get_lanes (block);
  if (lanes == NULL || *sk_block_get_title (block) != '\0')
    return g_strdup (sk_block_words_title (block));
  return g_strdup_printf (ngettext ("In %u group", "In %u groups", lanes->len), lanes->len);
}

/**
 * sk_timeline_words_caption:
 * @block: a block
 *
 * Returns: (transfer full): the line below its title: whose it is, and what one does
 */
char *
sk_timeline_words_caption (SkBlock *block)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *kind;

  g_return_val_if_fail (SK_IS_BLOCK (block), NULL);

  if (sk_block_get_kind (block) == SK_BLOCK_TOOL)
    {
      take_facts_of_tool (builder, block);
      return join (builder, " · ");
    }

  kind = sk_block_words_kind (sk_block_get_kind (block));
  take (builder, g_strdup (_("Own block")));
  if (!g_str_has_prefix (sk_block_words_title (block), kind))
    take (builder, g_strdup (kind));
  return join (builder, " · ");
}

/**
 * sk_timeline_words_lane:
 * @lane: a block that happens beside others
 * @number: which of them, from 0
 *
 * Returns: (transfer full): for whom it is, "Group A · 11 people"
 */
char *
sk_timeline_words_lane (SkBlock *lane,
                        guint    number)
{
  g_autofree char *people = NULL;
  const char letter = (char) ('A' + number);
  guint size;

  g_return_val_if_fail (SK_IS_BLOCK (lane), NULL);

  size = sk_block_get_size (lane);
  if (size == 0)
    /* TRANSLATORS: one of the groups of a class that do things at the same time. */
    return g_strdup_printf (_("Group %c"), letter);

  people = g_strdup_printf (ngettext ("%u person", "%u people", size), size);
  return g_strdup_printf (_("Group %c · %s"), letter, people);
}

/**
 * sk_timeline_words_lane_briefly:
 * @lane: a block that happens beside others
 * @number: which of them, from 0
 *
 * Returns: (transfer full): for whom it is, where there is little room: "A · 11"
 */
char *
sk_timeline_words_lane_briefly (SkBlock *lane,
                                guint    number)
{
  g_return_val_if_fail (SK_IS_BLOCK (lane), NULL);

  if (sk_block_get_size (lane) == 0)
    return g_strdup_printf ("%c", (char) ('A' + number));
  return g_strdup_printf ("%c · %u", (char) ('A' + number), sk_block_get_size (lane));
}

/**
 * sk_timeline_words_minutes:
 * @block: a block
 *
 * Returns: (transfer full): how long it lasts, as one hears it: "20 minutes, our guess by format"
 */
char *
sk_timeline_words_minutes (SkBlock *block)
{
  guint minutes;

  g_return_val_if_fail (SK_IS_BLOCK (block), NULL);

  minutes = sk_block_get_minutes (block);
  if (sk_block_get_minutes_guessed (block))
    return g_strdup_printf (ngettext ("%u minute, our guess by format",
                                      "%u minutes, our guess by format", minutes),
                            minutes);
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
}

/* The next block that has a time of its own. */
static const SkSlot *
find_lock_after (SkTimetable *times,
                 guint        position)
{
  for (guint i = position + 1; i < sk_timetable_get_size (times); i++)
    if (sk_timetable_get_slot (times, i)->locked)
      return sk_timetable_get_slot (times, i);

  return NULL;
}

/**
 * sk_timeline_words_overrun:
 * @session: a session
 * @times: its times
 * @position: one of its blocks
 *
 * Returns: (transfer full) (nullable): what the block goes past, and how far: "5 min past the
 *   fixed time 10:50"; %NULL where it goes past nothing
 */
char *
sk_timeline_words_overrun (SkSession   *session,
                           SkTimetable *times,
                           guint        position)
{
  const SkSlot *slot = sk_timetable_get_slot (times, position);
  const SkSlot *lock = find_lock_after (times, position);
  g_autofree char *clock = NULL;

  if (slot->overrun == 0)
    return NULL;
  if (lock == NULL)
    return g_strdup_printf (ngettext ("%u min past the bell", "%u min past the bell",
                                      slot->overrun),
                            slot->overrun);

  clock = sk_clock_words_session (session, lock->start);
  return g_strdup_printf (ngettext ("%u min past the fixed time %s",
                                    "%u min past the fixed time %s", slot->overrun),
                          slot->overrun, clock);
}

static char *
describe_place (SkSession    *session,
                SkBlockPlace  place)
{
  SkBlock *block = sk_session_get_block (session, place.position);

  if (place.lane >= 0)
    return g_strdup_printf (_("group %d of %u"), place.lane + 1, sk_block_get_lanes (block)->len);
  return g_strdup_printf (_("block %u of %u"), place.position + 1,
                          sk_session_get_n_blocks (session));
}

static void
take_lanes (GStrvBuilder *builder,
            SkBlock      *block)
{
  GPtrArray *lanes = sk_block_get_lanes (block);

  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    take (builder, g_strdup (sk_block_words_title (g_ptr_array_index (lanes, i))));
}

/**
 * sk_timeline_words_describe:
 * @session: a session
 * @times: its times
 * @id: one of its blocks, or a lane of one
 *
 * Returns: (transfer full): all that is seen of the block, for somebody who hears it
 */
char *
sk_timeline_words_describe (SkSession   *session,
                            SkTimetable *times,
                            const char  *id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  const SkSlot *slot;
  SkBlockPlace place;
  SkBlock *block;

  block = sk_session_find_block (session, id, &place);
  g_return_val_if_fail (block != NULL, NULL);

  slot = sk_timetable_get_slot (times, place.position);
  from = sk_clock_words_session (session, slot->start);
  until = sk_clock_words_session (session, slot->start + (int) slot->minutes);

  take (builder, sk_timeline_words_title (block));
  take_lanes (builder, block);
  take (builder, sk_timeline_words_minutes (block));
  take (builder, g_strdup_printf (_("%s to %s"), from, until));
  take (builder, describe_place (session, place));
  if (slot->locked && place.lane < 0)
    take (builder, g_strdup (_("fixed time")));
  if (place.lane < 0)
    take (builder, sk_timeline_words_overrun (session, times, place.position));
  if (sk_block_get_withdrawn (block))
    take (builder, g_strdup (_("no longer in the catalogue")));
  return join (builder, ", ");
}

/**
 * sk_timeline_words_moved:
 * @session: a session
 * @times: its times
 * @id: a block that was just moved
 *
 * Returns: (transfer full): where it is now, and whether all fits: "MediaMasters, now 11:05,
 *   place 5. Everything fits."
 */
char *
sk_timeline_words_moved (SkSession   *session,
                         SkTimetable *times,
                         const char  *id)
{
  const guint overrun = sk_timetable_get_overrun (times);
  g_autofree char *clock = NULL;
  const char *title;
  SkBlockPlace place;
  SkBlock *block = sk_session_find_block (session, id, &place);

  g_return_val_if_fail (block != NULL, NULL);

  title = sk_block_words_title (block);
  clock = sk_clock_words_session (session, sk_timetable_get_slot (times, place.position)->start);
  if (overrun == 0)
    return g_strdup_printf (_("%s, now %s, place %u. Everything fits."), title, clock,
                            place.position + 1);

  return g_strdup_printf (ngettext ("%s, now %s, place %u. %u minute too many.",
                                    "%s, now %s, place %u. %u minutes too many.", overrun),
                          title, clock, place.position + 1, overrun);
}
