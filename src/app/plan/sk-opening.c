/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-opening.h"

#include <glib/gi18n.h>

#include "session/sk-clock.h"
#include "session/sk-stretch.h"
#include "sk-words.h"

#define NOWHERE (-1)

static gboolean
has_room (const SkStretch *stretch)
{
  return stretch->bounded && stretch->free > 0;
}

static gboolean
holds (const SkStretch *stretch,
       int              position)
{
  return position != NOWHERE && (guint) position - stretch->first < stretch->n_blocks;
}

/* The gap that the chosen block stands before, or else the first one; without any the end of what
 * has no end. */
static const SkStretch *
find_stretch (GArray *stretches,
              int     chosen)
{
  const SkStretch *last = &g_array_index (stretches, SkStretch, stretches->len - 1);

  for (guint i = 0; i < stretches->len; i++)
    {
      const SkStretch *stretch = &g_array_index (stretches, SkStretch, i);

      if (holds (stretch, chosen) && has_room (stretch))
        return stretch;
    }

  for (guint i = 0; i < stretches->len; i++)
    if (has_room (&g_array_index (stretches, SkStretch, i)))
      return &g_array_index (stretches, SkStretch, i);

  return last->bounded ? NULL : last;
}

static guint
find_position (const SkStretch *stretch,
               SkSession       *session,
               int              chosen)
{
  const int place = sk_stretch_find_place (stretch, session);

  if (place < 0)
    return stretch->first + stretch->n_blocks;
  if (holds (stretch, chosen))
    return MIN ((guint) chosen + 1, (guint) place);

  return (guint) place;
}

static char *
describe_gap (const SkStretch *stretch,
              SkSession       *session,
              SkTimetable     *timetable)
{
  const guint next = stretch->first + stretch->n_blocks;
  g_autofree char *clock = NULL;

  if (!stretch->bounded)
    return g_strdup (_("What comes next"));
  if (next >= sk_session_get_n_blocks (session))
    return g_strdup_printf (ngettext ("For the %u minute until the bell",
                                      "For the %u minutes until the bell", stretch->free),
                            stretch->free);

  clock = sk_clock_words_session (session, sk_timetable_get_slot (timetable, next)->start);
  return g_strdup_printf (ngettext ("For the %u minute before %s", "For the %u minutes before %s",
                                    stretch->free),
                          stretch->free, clock);
}

/* "10–11 years, Dutch, with what the room has" */
static char *
describe_group (SkSession *session)
{
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();
  const char * const *languages = sk_session_get_languages (session);
  g_auto (GStrv) all = NULL;
  SkAgeRange ages;

  if (sk_session_get_ages (session, &ages))
    g_strv_builder_take (facts, sk_words_ages (ages));
  for (guint i = 0; languages[i] != NULL; i++)
    g_strv_builder_take (facts, sk_words_language (languages[i]));
  if (sk_session_get_room (session) != NULL)
    g_strv_builder_add (facts, _("with what the room has"));
  all = g_strv_builder_end (facts);

  return g_strjoinv (", ", all);
}

/* Where nothing is free, what comes in takes the place of something. */
static guint
find_longest (SkSession *session)
{
  guint longest = 1;

  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    longest = MAX (longest, sk_block_get_minutes (sk_session_get_block (session, i)));

  return longest;
}

static void
find_end (SkOpening *self,
          SkSession *session,
          GArray    *stretches,
          int        chosen)
{
  const SkStretch *last = &g_array_index (stretches, SkStretch, stretches->len - 1);
  g_autofree char *bell = sk_clock_words (sk_session_get_end (session));

  self->minutes = find_longest (session);
  self->position = chosen != NOWHERE ? (guint) chosen + 1 : find_position (last, session, NOWHERE);
  self->title = g_strdup (_("The session is full"));
  self->subtitle =
    g_strdup_printf (_("One more will last past %s. You can also swap a block."), bell);
}

/**
 * sk_opening_init:
 * @self: (out caller-allocates): where the next block goes
 * @session: a session
 * @block_id: (nullable): the block that is chosen
 *
 * Finds the gap that is to be filled: the one that the chosen block stands before, else the first
 * one of the session. What comes there goes after the chosen block, or last, but before the
 * debriefing.
 */
void
sk_opening_init (SkOpening  *self,
                 SkSession  *session,
                 const char *block_id)
{
  g_autoptr (SkTimetable) timetable = NULL;
  g_autoptr (GArray) stretches = NULL;
  const SkStretch *stretch;
  SkBlockPlace place;
  int chosen = NOWHERE;

  g_return_if_fail (self != NULL);
  g_return_if_fail (SK_IS_SESSION (session));

  *self = (SkOpening) {0};
  timetable = sk_timetable_new (session);
  stretches = sk_stretches_new (timetable);
  if (block_id != NULL && sk_session_find_block (session, block_id, &place) != NULL)
    chosen = (int) place.position;

  stretch = find_stretch (stretches, chosen);
  if (stretch == NULL)
    {
      find_end (self, session, stretches, chosen);
      return;
    }

  self->position = find_position (stretch, session, chosen);
  self->minutes = stretch->bounded ? stretch->free : 0;
  self->title = describe_gap (stretch, session, timetable);
  self->subtitle = describe_group (session);
}

/**
 * sk_opening_clear:
 *
 * Frees what it holds.
 */
void
sk_opening_clear (SkOpening *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
}
