/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timetable.h"

struct _SkTimetable
{
  GArray *slots;              /* SkSlot */
  int end;
  gboolean has_bell;
  int bell;
  guint overrun;
  guint minutes;
};

G_DEFINE_BOXED_TYPE (SkTimetable, sk_timetable, sk_timetable_ref, sk_timetable_unref)

static void
sk_timetable_clear (gpointer data)
{
  g_array_unref (((SkTimetable *) data)->slots);
}

static int
count_minutes (GDateTime *from,
               GDateTime *to)
{
  return (int) (g_date_time_difference (to, from) / G_TIME_SPAN_MINUTE);
}

static int
number_day (GDateTime *time)
{
  int year;
  int month;
  int day;

  g_date_time_get_ymd (time, &year, &month, &day);
  return (year * 100 + month) * 100 + day;
}

static gboolean
goes_past_midnight (SkSession *session)
{
  GDateTime *end = sk_session_get_end (session);

  return end != NULL && number_day (end) > number_day (sk_session_get_start (session));
}

/* When the clock says @lock, on the day of the session; on the next day where the session goes
 * past midnight and that is before it starts. */
static int
find_lock (SkSession *session,
           int        lock)
{
  GDateTime *start = sk_session_get_start (session);
  const int clock = g_date_time_get_hour (start) * 60 + g_date_time_get_minute (start);
  const gboolean is_tomorrow = lock < clock && goes_past_midnight (session);
  g_autoptr (GDateTime) day = g_date_time_add_days (start, is_tomorrow ? 1 : 0);
  g_autoptr (GDateTime) time =
    g_date_time_new (g_date_time_get_timezone (start), g_date_time_get_year (day),
                     g_date_time_get_month (day), g_date_time_get_day_of_month (day), lock / 60,
                     lock % 60, 0);

  return count_minutes (start, time);
}

static void
place_blocks (SkTimetable *self,
              SkSession   *session)
{
  int now = 0;

  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    {
      SkBlock *block = sk_session_get_block (session, i);
      const int lock = sk_block_get_lock (block);
      SkSlot slot = {.start = now, .minutes = sk_block_get_minutes (block)};

      if (lock != SK_BLOCK_UNLOCKED)
        {
          slot.locked = TRUE;
          slot.start = find_lock (session, lock);
          slot.gap = (guint) MAX (0, slot.start - now);
        }

      now = slot.start + (int) slot.minutes;
      self->end = MAX (self->end, now);
      self->minutes += slot.minutes;
      g_array_append_val (self->slots, slot);
    }
}

/* From the last block to the first, since each looks ahead to the next fixed time. What is too
 * long before one fixed time has nothing to do with the next one: the worst of each is counted. */
static void
find_overruns (SkTimetable *self)
{
  gboolean is_bound = self->has_bell;
  int limit = self->bell;
  guint worst = 0;

  for (guint i = self->slots->len; i > 0; i--)
    {
      SkSlot *slot = &g_array_index (self->slots, SkSlot, i - 1);

      if (is_bound)
        slot->overrun = (guint) MAX (0, slot->start + (int) slot->minutes - limit);
      worst = MAX (worst, slot->overrun);

      if (slot->locked)
        {
          self->overrun += worst;
          worst = 0;
          limit = slot->start;
          is_bound = TRUE;
        }
    }

  self->overrun += worst;
}

/**
 * sk_timetable_new:
 * @session: a session
 *
 * Computes when each block of a session is.
 *
 * Returns: (transfer full): its times
 */
SkTimetable *
sk_timetable_new (SkSession *session)
{
  SkTimetable *self;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  self = g_atomic_rc_box_new0 (SkTimetable);
  self->slots = g_array_new (FALSE, TRUE, sizeof (SkSlot));
  if (sk_session_get_end (session) != NULL)
    {
      self->has_bell = TRUE;
      self->bell = count_minutes (sk_session_get_start (session), sk_session_get_end (session));
    }

  place_blocks (self, session);
  find_overruns (self);
  return self;
}

/**
 * sk_timetable_ref:
 * @self: the times of a session
 *
 * Returns: (transfer full): @self
 */
SkTimetable *
sk_timetable_ref (SkTimetable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * sk_timetable_unref:
 * @self: (transfer full): the times of a session
 *
 * Lets go of a reference.
 */
void
sk_timetable_unref (SkTimetable *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, sk_timetable_clear);
}

/**
 * sk_timetable_get_size:
 * @self: the times of a session
 *
 * Returns: how many blocks the session has, groups as one
 */
guint
sk_timetable_get_size (const SkTimetable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->slots->len;
}

/**
 * sk_timetable_get_slot:
 * @self: the times of a session
 * @position: the number of a block, from 0
 *
 * Returns: (transfer none) (nullable): when it is; %NULL past the last one
 */
const SkSlot *
sk_timetable_get_slot (const SkTimetable *self,
                       guint              position)
{
  g_return_val_if_fail (self != NULL, NULL);

  return position < self->slots->len ? &g_array_index (self->slots, SkSlot, position) : NULL;
}

/**
 * sk_timetable_get_end:
 * @self: the times of a session
 *
 * Returns: when the last of the blocks is over, in minutes from the start; 0 without any
 */
int
sk_timetable_get_end (const SkTimetable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->end;
}

/**
 * sk_timetable_has_bell:
 * @self: the times of a session
 *
 * Returns: whether it is said when the session ends
 */
gboolean
sk_timetable_has_bell (const SkTimetable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_bell;
}

/**
 * sk_timetable_get_bell:
 * @self: the times of a session
 *
 * Returns: when the bell is, in minutes from the start; 0 without one
 */
int
sk_timetable_get_bell (const SkTimetable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->bell;
}

/**
 * sk_timetable_get_free:
 * @self: the times of a session
 *
 * Returns: the minutes between the end and the bell; 0 without one
 */
guint
sk_timetable_get_free (const SkTimetable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->has_bell ? (guint) MAX (0, self->bell - self->end) : 0;
}

/**
 * sk_timetable_get_overrun:
 * @self: the times of a session
 *
 * Returns: the minutes that are past fixed times, the bell among them: of each fixed time those
 *   of the block that goes furthest past it, added up
 */
guint
sk_timetable_get_overrun (const SkTimetable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->overrun;
}

/**
 * sk_timetable_get_minutes:
 * @self: the times of a session
 *
 * Returns: the minutes of all blocks together
 */
guint
sk_timetable_get_minutes (const SkTimetable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->minutes;
}
