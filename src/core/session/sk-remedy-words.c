/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "sk-block-words.h"
#include "sk-clock.h"
#include "sk-remedy-private.h"

static char *
dup_start (SkSession *session,
           SkBlock   *block)
{
  g_autoptr (SkTimetable) timetable = sk_timetable_new (session);
  SkBlockPlace place;

  if (sk_session_find_block (session, sk_block_get_id (block), &place) == NULL)
    return g_strdup ("");

  return sk_clock_words_session (session, sk_timetable_get_slot (timetable, place.position)->start);
}

/*
 * sk_remedy_words_title:
 *
 * Returns: (transfer full): what is done
 */
char *
sk_remedy_words_title (const SkRemedyChange *change,
                       SkSession            *after)
{
  const char *name = change->block != NULL ? sk_block_words_title (change->block) : NULL;
  g_autofree char *time = NULL;

  switch (change->kind)
    {
    case SK_REMEDY_MOVE:
      time = dup_start (after, change->block);
      /* TRANSLATORS: a block of a session, and a time: "Move MediaMasters to 11:05". */
      return g_strdup_printf (_("Move %s to %s"), name, time);
    case SK_REMEDY_SHORTEN:
      return g_strdup_printf (
          ngettext ("Shorten %s to %u min", "Shorten %s to %u min", change->minutes), name,
          change->minutes);
    case SK_REMEDY_LEAVE_OUT:
      return g_strdup_printf (_("Leave out %s"), name);
    case SK_REMEDY_SHORTEN_SEVERAL:
      return g_strdup_printf (
          ngettext ("Shorten %u block", "Shorten %u blocks", change->n_blocks), change->n_blocks);
    case SK_REMEDY_UNLOCK:
      return g_strdup_printf (_("Unlock %s"), name);
    case SK_REMEDY_MOVE_BELL:
      time = sk_clock_words (sk_session_get_end (after));
      return g_strdup_printf (_("Move the bell to %s"), time);
    case SK_REMEDY_KEEP:
      return g_strdup_printf (_("Never shorten %s"), name);
    default:
      g_return_val_if_reached (NULL);
    }
}

/*
 * sk_remedy_words_step:
 *
 * Returns: (transfer full): what the step is called that undoes it
 */
char *
sk_remedy_words_step (const SkRemedyChange *change)
{
  const char *name = change->block != NULL ? sk_block_words_title (change->block) : NULL;

  switch (change->kind)
    {
    case SK_REMEDY_MOVE:
      return g_strdup_printf (_("Move of “%s”"), name);
    case SK_REMEDY_SHORTEN:
      return g_strdup_printf (_("Change of the length of “%s”"), name);
    case SK_REMEDY_LEAVE_OUT:
      return g_strdup_printf (_("Removal of “%s”"), name);
    case SK_REMEDY_SHORTEN_SEVERAL:
      return g_strdup_printf (ngettext ("Change of the length of %u block",
                                        "Change of the length of %u blocks", change->n_blocks),
                              change->n_blocks);
    case SK_REMEDY_UNLOCK:
      return g_strdup_printf (_("Unlocking of “%s”"), name);
    case SK_REMEDY_MOVE_BELL:
      return g_strdup (_("Move of the bell"));
    case SK_REMEDY_KEEP:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Whether the stretch that the block is in is now exactly full. */
static gboolean
fills_gap (SkSession *session,
           SkBlock   *block)
{
  g_autoptr (SkTimetable) timetable = sk_timetable_new (session);
  g_autoptr (GArray) stretches = sk_stretches_new (timetable);
  SkBlockPlace place;

  if (sk_session_find_block (session, sk_block_get_id (block), &place) == NULL)
    return FALSE;

  for (guint i = 0; i < stretches->len; i++)
    {
      const SkStretch *stretch = &g_array_index (stretches, SkStretch, i);

      if (place.position - stretch->first < stretch->n_blocks)
        return stretch->bounded && stretch->free == 0 && stretch->excess == 0;
    }

  return FALSE;
}

static char *
describe_shorter (const SkRemedyChange *change)
{
  const guint minutes = sk_block_get_minutes (change->block);

  if (sk_block_get_minutes_min (change->block) > 0)
    return g_strdup_printf (ngettext ("%u instead of %u min.", "%u instead of %u min.", minutes),
                            change->minutes, minutes);

  return g_strdup_printf (ngettext ("%u instead of %u min; how short it may be is not stated.",
                                    "%u instead of %u min; how short it may be is not stated.",
                                    minutes),
                          change->minutes, minutes);
}

static guint
count_span (SkSession *session)
{
  return (guint) (g_date_time_difference (sk_session_get_end (session),
                                          sk_session_get_start (session))
                  / G_TIME_SPAN_MINUTE);
}

/* What is done to the block itself. */
static char *
describe_change (const SkRemedyChange *change,
                 SkSession            *after,
                 guint                 won)
{
  g_autofree char *time = NULL;
  guint minutes;

  switch (change->kind)
    {
    case SK_REMEDY_MOVE:
      return fills_gap (after, change->block) ? g_strdup (_("That fills the gap.")) : NULL;
    case SK_REMEDY_SHORTEN:
      return describe_shorter (change);
    case SK_REMEDY_LEAVE_OUT:
      minutes = sk_block_get_minutes (change->block);
      return g_strdup_printf (ngettext ("It takes %u min.", "It takes %u min.", minutes), minutes);
    case SK_REMEDY_SHORTEN_SEVERAL:
      return g_strdup_printf (ngettext ("Together %u min less.", "Together %u min less.", won),
                              won);
    case SK_REMEDY_UNLOCK:
      time = dup_start (after, change->block);
      return g_strdup_printf (_("It then begins at %s."), time);
    case SK_REMEDY_MOVE_BELL:
      minutes = count_span (after);
      return g_strdup_printf (
          ngettext ("The session then lasts %u min.", "The session then lasts %u min.", minutes),
          minutes);
    case SK_REMEDY_KEEP:
    default:
      return NULL;
    }
}

/* What becomes of the minutes too many. */
static char *
describe_outcome (const SkRemedyChange *change,
                  guint                 won)
{
  const guint left = change->excess > won ? change->excess - won : 0;

  if (change->excess == 0)
    return NULL;
  if (left > 0)
    return g_strdup_printf (ngettext ("%u minute too many is left.",
                                      "%u minutes too many are left.", left),
                            left);
  if (change->kind == SK_REMEDY_UNLOCK || change->kind == SK_REMEDY_MOVE_BELL)
    return NULL;
  if (change->next != NULL)
    return g_strdup_printf (_("“%s” then begins on time."), sk_block_words_title (change->next));

  return g_strdup (_("It then ends with the bell."));
}

/*
 * sk_remedy_words_consequence:
 *
 * Returns: (transfer full): what comes of it; "" where that goes without saying
 */
char *
sk_remedy_words_consequence (const SkRemedyChange *change,
                             SkSession            *after,
                             guint                 won)
{
  g_autofree char *what = describe_change (change, after, won);
  g_autofree char *outcome = describe_outcome (change, won);

  if (what != NULL && outcome != NULL)
    return g_strjoin (" ", what, outcome, NULL);

  return g_strdup (what != NULL ? what : outcome != NULL ? outcome : "");
}
