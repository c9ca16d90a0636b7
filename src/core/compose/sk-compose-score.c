/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-score.h"

#include "session/sk-balance.h"

/* What counts in the quality of a plan; together 1. */
#define THEMES 0.4
#define TOOLS 0.3
#define VARIETY 0.15
#define FILLING 0.15

/* What a purpose adds to it. */
#define PURPOSE 0.5

/* No more of a session should be its own talk than this share, or these minutes if they are more.
 */
#define THIN_SHARE 0.4
#define THIN_MINUTES 15

/* With three families, or three ways to work, there is variety enough. */
#define ENOUGH 3u

/* The minutes of each theme beside what is wanted; a tool of several is shared by them. */
static double
judge_shares (const SkComposeTask         *task,
              const SkComposeTool * const *tools,
              const guint                 *minutes,
              guint                        n_tools,
              double                       total)
{
  double met = 0;

  for (guint theme = 0; theme < task->n_themes; theme++)
    {
      double share = 0;

      for (guint i = 0; i < n_tools; i++)
        if ((tools[i]->themes >> theme & 1) != 0)
          share += minutes[i] / (total * tools[i]->n_named);

      met += MIN (share, task->wants[theme]);
    }

  return met;
}

/* Where no theme is named, the more families the better. */
static double
judge_families (const SkComposeTool * const *tools,
                guint                        n_tools)
{
  guint seen = 0;

  for (guint i = 0; i < n_tools; i++)
    if (tools[i]->family >= 0)
      seen |= 1u << tools[i]->family;

  return MIN (1, (double) __builtin_popcount (seen) / CLAMP (n_tools, 2, ENOUGH));
}

static double
judge_variety (const SkComposeTool * const *tools,
               guint                        n_tools)
{
  guint seen = 0;

  for (guint i = 0; i < n_tools; i++)
    seen |= 1u << tools[i]->activity;

  return MIN (1, (double) __builtin_popcount (seen) / MIN (n_tools, ENOUGH));
}

static double
judge_purpose (SkPurpose                    purpose,
               const SkComposeTool * const *tools,
               const guint                 *minutes,
               guint                        n_tools,
               double                       total)
{
  double play = 0;

  switch (purpose)
    {
    case SK_PURPOSE_PLAY:
      for (guint i = 0; i < n_tools; i++)
        if (tools[i]->activity == SK_ACTIVITY_PLAY)
          play += minutes[i] / total;
      return play;
    case SK_PURPOSE_CALM:
      return 1.0 / n_tools;
    case SK_PURPOSE_BRISK:
      return MIN (1, n_tools / 6.0);
    case SK_PURPOSE_BALANCED:
    case SK_PURPOSE_NO_SCREEN:
    case SK_PURPOSE_OTHER:
    default:
      return 0;
    }
}

/**
 * sk_compose_quality:
 * @minutes: (array length=n_tools): what each tool lasts
 *
 * Judges tools together. Four tenths are the themes: how far the minutes of those named are as
 * wanted, or how many families there are where none is named. Three tenths are how well the tools
 * suit, weighed by their minutes, and 0.15 how varied what the group does is. The sum is divided
 * by the square of 1 and the number of facts that are asked of a tool and not stated, in the mean
 * of all its minutes: what is known goes before what is not.
 *
 * Returns: from 0 on, up to 0.85 and what the purpose adds
 */
double
sk_compose_quality (const SkComposeTask         *task,
                    SkPurpose                    purpose,
                    const SkComposeTool * const *tools,
                    const guint                 *minutes,
                    guint                        n_tools)
{
  double total = 0;
  double value = 0;
  double unknown = 1;

  for (guint i = 0; i < n_tools; i++)
    total += minutes[i];

  for (guint i = 0; i < n_tools; i++)
    {
      value += tools[i]->value * minutes[i] / total;
      unknown += tools[i]->n_asked * minutes[i] / total;
    }

  value = TOOLS * value + VARIETY * judge_variety (tools, n_tools) +
          THEMES * (task->n_themes > 0 ? judge_shares (task, tools, minutes, n_tools, total)
                                       : judge_families (tools, n_tools)) +
          PURPOSE * judge_purpose (purpose, tools, minutes, n_tools, total);
  return value / (unknown * unknown);
}

/* Whether everything lasts as long as it would like to. */
static double
judge_filling (const SkComposeTask   *task,
               guint                  n_tools,
               const SkComposeTiming *timing)
{
  guint wanted = sk_compose_timing_get_wanted (task->minutes, n_tools);
  guint filled = MIN (timing->tool_minutes, wanted);
  double lost = (double) (wanted - filled) + timing->cut;

  return MAX (0, 1 - 2 * lost / task->minutes);
}

/**
 * sk_compose_score:
 * @tools: (array length=n_tools): in their order
 * @timing: their minutes
 *
 * Judges a plan. A plan of which no more than two fifths are own talk goes before any other; then
 * one whose least known tool is better known, so that a plan of known tools alone goes before all
 * that have an unknown; then by [func@compose_quality] and, with 0.15, how well the minutes are
 * filled with nothing cut short.
 *
 * Returns: the score
 */
SkComposeScore
sk_compose_score (const SkComposeTask         *task,
                  SkPurpose                    purpose,
                  const SkComposeTool * const *tools,
                  guint                        n_tools,
                  const SkComposeTiming       *timing)
{
  guint own = task->minutes - timing->tool_minutes - timing->n_breaks * timing->pause;
  SkComposeScore score = {.thin = own > MAX (THIN_SHARE * task->minutes, THIN_MINUTES)};
  double unknown = 1;

  for (guint i = 0; i < n_tools; i++)
    {
      score.tier = MAX (score.tier, tools[i]->n_asked);
      unknown += (double) tools[i]->n_asked * timing->tools[i] / timing->tool_minutes;
    }

  score.value = sk_compose_quality (task, purpose, tools, timing->tools, n_tools) +
                FILLING * judge_filling (task, n_tools, timing) / (unknown * unknown);
  return score;
}

/**
 * sk_compose_score_compare:
 *
 * Returns: less than 0 where the first one is better
 */
int
sk_compose_score_compare (const SkComposeScore *a,
                          const SkComposeScore *b)
{
  if (a->thin != b->thin)
    return a->thin ? 1 : -1;
  if (a->tier != b->tier)
    return a->tier > b->tier ? 1 : -1;

  return (a->value < b->value) - (a->value > b->value);
}
