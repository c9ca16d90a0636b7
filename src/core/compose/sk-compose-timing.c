/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-timing.h"

/* Round numbers, as people plan. */
#define STEP 5

/* From so many minutes on opening and closing are never shorter than usual; below, they may shrink
 * with the session. */
#define USUAL 5
#define USUAL_FROM 30
#define SHORT_SHARE 10
#define SHORT_MOST_SHARE 4

/* After a sensitive theme a group needs the time to come back, where there is any. */
#define LONG_DEBRIEF 10
#define LONG_DEBRIEF_FROM 40

/* A break for each so many minutes beyond the first ones. */
#define BREAK_EVERY 75
#define BREAK_GRACE 15

/* How long the blocks are that no tool fills. */
typedef struct
{
  guint least;                /* of opening and closing each */
  guint usual;
  guint welcome_most;
  guint debrief_most;
  guint talk_most;
} Limits;

#define WELCOME_MOST 10
#define DEBRIEF_MOST 15
#define TALK_MOST 15
#define BREAK_LEAST 5
#define BREAK_USUAL 10
#define BREAK_MOST 15

static Limits
get_limits (guint minutes)
{
  guint least = minutes >= USUAL_FROM ? USUAL : MAX (minutes / SHORT_SHARE, 1);
  guint most = minutes >= USUAL_FROM ? minutes : MAX (minutes / SHORT_MOST_SHARE, least);

  return (Limits) {
    .least = least,
    .usual = MIN (USUAL, most),
    .welcome_most = MIN (most, WELCOME_MOST),
    .debrief_most = MIN (most, DEBRIEF_MOST),
    .talk_most = MIN (most, TALK_MOST),
  };
}

/* Breaks are between tools. */
static guint
count_breaks (guint minutes,
              guint n_tools)
{
  guint wanted = minutes > BREAK_GRACE ? (minutes - BREAK_GRACE) / BREAK_EVERY : 0;

  return MIN (wanted, n_tools - 1);
}

/**
 * sk_compose_timing_get_room:
 * @minutes: of a session
 *
 * Returns: how long a tool may last at most
 */
guint
sk_compose_timing_get_room (guint minutes)
{
  return sk_compose_timing_get_bounds (minutes, 1).most;
}

/**
 * sk_compose_timing_get_bounds:
 * @minutes: of a session
 * @n_tools: how many tools it has, at least 1
 *
 * Tells what tools may last together so that, with a welcome, a debrief, breaks and a talk after
 * each, they fill the session to the minute.
 *
 * Returns: the bounds; where nothing fits, the most is 0
 */
SkComposeRoom
sk_compose_timing_get_bounds (guint minutes,
                              guint n_tools)
{
  const Limits limits = get_limits (minutes);
  guint n_breaks = count_breaks (minutes, n_tools);
  guint least = 2 * limits.least + n_breaks * BREAK_LEAST;
  guint most =
    limits.welcome_most + limits.debrief_most + n_breaks * BREAK_MOST + n_tools * limits.talk_most;

  return (SkComposeRoom) {
    .least = minutes > most ? minutes - most : 0,
    .most = minutes > least ? minutes - least : 0,
  };
}

/**
 * sk_compose_timing_get_wanted:
 * @minutes: of a session
 * @n_tools: how many tools it has, at least 1
 *
 * Returns: what tools last where everything around them is as long as it usually is
 */
guint
sk_compose_timing_get_wanted (guint minutes,
                              guint n_tools)
{
  const Limits limits = get_limits (minutes);
  guint own = 2 * limits.usual + count_breaks (minutes, n_tools) * BREAK_USUAL;

  return minutes > own ? minutes - own : 0;
}

/* The tool that can give most, of those whose length is our guess or of the others. */
static guint
find_giver (const SkComposeTiming       *self,
            const SkComposeTool * const *tools,
            guint                        n_tools,
            gboolean                     guessed)
{
  guint found = n_tools;
  guint most = 0;

  for (guint i = 0; i < n_tools; i++)
    if (tools[i]->guessed == guessed && self->tools[i] - tools[i]->shortest > most)
      {
        most = self->tools[i] - tools[i]->shortest;
        found = i;
      }

  return found;
}

/* Takes a round number of minutes at a time, so that most stay round. */
static void
shrink_tools (SkComposeTiming             *self,
              guint                       *over,
              const SkComposeTool * const *tools,
              guint                        n_tools,
              gboolean                     guessed)
{
  while (*over > 0)
    {
      guint giver = find_giver (self, tools, n_tools, guessed);
      guint odd = *over % STEP;
      guint taken;

      if (giver == n_tools)
        return;

      taken = MIN (self->tools[giver] - tools[giver]->shortest, odd > 0 ? odd : STEP);
      self->tools[giver] -= taken;
      self->cut += taken;
      *over -= taken;
    }
}

static void
take (guint *block,
      guint  least,
      guint *over)
{
  guint taken = MIN (*block - least, *over);

  *block -= taken;
  *over -= taken;
}

static void
shrink (SkComposeTiming             *self,
        guint                        over,
        const SkComposeTool * const *tools,
        guint                        n_tools,
        const Limits                *limits)
{
  while (over > 0 && self->n_breaks > 0 && self->pause > BREAK_LEAST)
    {
      self->pause--;
      over -= MIN (over, self->n_breaks);
    }

  shrink_tools (self, &over, tools, n_tools, TRUE);
  take (&self->welcome, limits->least, &over);
  take (&self->debrief, limits->least, &over);
  shrink_tools (self, &over, tools, n_tools, FALSE);
}

/* Gives a block as much of what is left as it may have. */
static void
give (guint *block,
      guint  most,
      guint *left)
{
  guint given = *block < most ? MIN (most - *block, *left) : 0;

  *block += given;
  *left -= given;
}

/* The talks, after the longest tool first; none shorter than a step where that can be helped. */
static void
give_talks (SkComposeTiming *self,
            guint            n_tools,
            guint            most,
            guint           *left)
{
  while (*left > 0)
    {
      guint longest = n_tools;

      for (guint i = 0; i < n_tools; i++)
        if (self->talks[i] == 0 && (longest == n_tools || self->tools[i] > self->tools[longest]))
          longest = i;

      if (longest == n_tools)
        return;
      give (&self->talks[longest], most, left);
    }
}

static void
grow (SkComposeTiming *self,
      guint            left,
      guint            n_tools,
      const Limits    *limits)
{
  give (&self->debrief, MIN (LONG_DEBRIEF, limits->debrief_most), &left);
  give (&self->welcome, limits->welcome_most, &left);
  give (&self->debrief, limits->debrief_most, &left);

  while (self->n_breaks > 0 && self->pause < BREAK_MOST && left >= self->n_breaks)
    {
      self->pause++;
      left -= self->n_breaks;
    }

  give_talks (self, n_tools, limits->talk_most, &left);
}

static guint
sum (const SkComposeTiming *self,
     guint                  n_tools)
{
  guint minutes = self->welcome + self->debrief + self->n_breaks * self->pause;

  for (guint i = 0; i < n_tools; i++)
    minutes += self->tools[i] + self->talks[i];

  return minutes;
}

static gboolean
has_sensitive_end (const SkComposeTool * const *tools,
                   guint                        n_tools)
{
  return tools[n_tools - 1]->sensitive;
}

/**
 * sk_compose_timing_init:
 * @self: (out caller-allocates): the minutes of everything
 * @minutes: of the session
 * @tools: (array length=n_tools): in their order
 * @n_tools: at least 1
 *
 * Spreads the minutes of a session. Tools get what they last. Where that is too much, breaks get
 * shorter, then the tools whose length is our guess, opening and closing, and in the end the tools
 * that state a shorter length. Where minutes are left, closing and opening get longer, then breaks,
 * and in the end the group talks after a tool.
 *
 * Returns: whether the session can be filled to the minute
 */
gboolean
sk_compose_timing_init (SkComposeTiming             *self,
                        guint                        minutes,
                        const SkComposeTool * const *tools,
                        guint                        n_tools)
{
  const Limits limits = get_limits (minutes);
  guint used;

  *self = (SkComposeTiming) {
    .welcome = limits.usual,
    .debrief = limits.usual,
    .n_breaks = count_breaks (minutes, n_tools),
    .pause = BREAK_USUAL,
  };
  for (guint i = 0; i < n_tools; i++)
    self->tools[i] = tools[i]->longest;

  used = sum (self, n_tools);
  if (used > minutes)
    shrink (self, used - minutes, tools, n_tools, &limits);
  used = sum (self, n_tools);
  if (used < minutes && has_sensitive_end (tools, n_tools) && minutes >= LONG_DEBRIEF_FROM)
    self->debrief = MIN (LONG_DEBRIEF, limits.usual + minutes - used);
  used = sum (self, n_tools);
  if (used < minutes)
    grow (self, minutes - used, n_tools, &limits);

  for (guint i = 0; i < n_tools; i++)
    self->tool_minutes += self->tools[i];
  return sum (self, n_tools) == minutes;
}
