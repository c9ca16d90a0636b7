/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-tool.h"

#include "search/sk-index-facts.h"
#include "session/sk-block-guess.h"
#include "sk-compose-timing.h"

/* A tool whose length is a guess may be given two thirds of it, in round numbers. */
#define GUESS_STEP 5

/* What is worth something where nothing is stated, or asked for. */
#define NOT_STATED 0.5
#define AGES_NOT_STATED 0.4
#define FORMAT_NOT_STATED 0.4
#define AGES_ESTIMATED 0.9

/* What the values of a record come to. */
typedef struct
{
  double worth[SK_N_FACETS];  /* of the best value of each facet */
  guint n_values[SK_N_FACETS];
  guint guess;
  gboolean guesses;
  gboolean costs;
} Sums;

/* The first format speaks for where a tool comes and what it takes, the best one for its worth. */
static void
add_format (SkComposeTool        *self,
            Sums                 *sums,
            const SkComposeValue *value)
{
  if (sums->n_values[SK_FACET_FORMAT] == 1)
    {
      self->turn = value->turn;
      self->screen = value->screen;
    }

  if (value->guesses && !sums->guesses)
    {
      sums->guesses = TRUE;
      sums->guess = value->minutes;
      self->activity = value->activity;
    }
}

/* The first theme is what a tool is about above all. */
static void
add_theme (SkComposeTool        *self,
           Sums                 *sums,
           const SkComposeValue *value)
{
  if (sums->n_values[SK_FACET_THEME] == 1)
    self->sensitive = self->sensitive || value->sensitive;
  if (self->family < 0)
    self->family = value->family;
  self->themes |= value->theme;
}

static void
add_values (SkComposeTool         *self,
            Sums                  *sums,
            const SkComposeValues *values,
            SkDigest              *facts)
{
  guint32 number;

  while (sk_digest_next_value (facts, &number))
    {
      const SkComposeValue *value = number < values->n_values ? &values->values[number] : NULL;

      if (value == NULL || value->facet >= SK_N_FACETS)
        continue;

      sums->n_values[value->facet]++;
      sums->worth[value->facet] = MAX (sums->worth[value->facet], value->worth);
      sums->costs = sums->costs || value->costs;
      if (value->facet == SK_FACET_FORMAT)
        add_format (self, sums, value);
      else if (value->facet == SK_FACET_THEME)
        add_theme (self, sums, value);
    }

  self->n_named = (guint) __builtin_popcountll (self->themes);
}

static void
take_minutes (SkComposeTool       *self,
              const SkComposeTask *task,
              guint                stated,
              guint                shortest,
              guint                guess)
{
  self->guessed = stated == 0;
  self->longest = self->guessed ? MAX (guess, shortest) : stated;

  if (shortest > 0)
    self->shortest = MIN (shortest, self->longest);
  else if (!self->guessed)
    self->shortest = self->longest;
  else
    self->shortest = (2 * self->longest / 3 + GUESS_STEP / 2) / GUESS_STEP * GUESS_STEP;

  if (self->guessed)
    self->unknown |= SK_UNKNOWN_MINUTES;
  if (self->shortest > sk_compose_timing_get_room (task->minutes))
    self->failed |= 1u << SK_RELAX_MINUTES;
}

static void
take_needs (SkComposeTool       *self,
            const SkComposeTask *task,
            guint                needs)
{
  static const char * const on_screen[] = {"screen", "devices", NULL};

  self->needs = needs;
  if (needs == 0)
    self->unknown |= SK_UNKNOWN_NEEDS;
  else
    self->screen = (needs & sk_needs_to_bits (on_screen)) != 0;
  if ((needs & task->missing) != 0)
    self->failed |= 1u << SK_RELAX_NEEDS;
}

/* How much of the group is meant, and how much the group is what is meant. */
static double
judge_ages (const SkComposeTask *task,
            SkSpan               ages)
{
  double asked = task->ages.max - task->ages.min + 1;
  double stated = (double) ages.high - ages.low + 1;
  double shared =
    (double) MIN (ages.high, task->ages.max + 1u) - MAX (ages.low, task->ages.min + 1u) + 1;

  shared = MAX (shared, 0);
  return 0.6 * shared / asked + 0.4 * shared / stated;
}

/* Ages in an index are years plus one. */
static double
take_ages (SkComposeTool       *self,
           const SkComposeTask *task,
           const SkDigest      *facts)
{
  SkSpan ages = facts->spans[0];
  double worth;

  if (ages.low == 0)
    self->unknown |= SK_UNKNOWN_AGE;
  if (ages.low == 0 || !task->has_ages)
    return AGES_NOT_STATED;

  worth = judge_ages (task, ages);
  if (worth <= 0)
    self->failed |= 1u << SK_RELAX_AGE;
  return facts->traits.ages_estimated ? AGES_ESTIMATED * worth : worth;
}

static void
take_size (SkComposeTool       *self,
           const SkComposeTask *task,
           const SkTraits      *traits)
{
  if (task->size > 0 &&
      (task->size < traits->group_min || (traits->group_max > 0 && task->size > traits->group_max)))
    self->failed |= 1u << SK_RELAX_SIZE;
}

static double
get_worth (const Sums *sums,
           SkFacet     facet,
           double      otherwise)
{
  return sums->n_values[facet] > 0 ? sums->worth[facet] : otherwise;
}

/**
 * sk_compose_tool_init:
 * @self: (out caller-allocates): the tool
 * @task: what is asked for
 * @values: what the index's values mean to the task
 * @record: its number in the index, by which ties are broken
 *
 * Holds a tool against a task, by what its index knows of it; its record is not read.
 *
 * Its value is made of how well it suits the ages (0.3), its audience (0.25) and its format
 * (0.25), and whether it speaks the language that leads (0.1), is free (0.05) and made for such a
 * place (0.05).
 */
void
sk_compose_tool_init (SkComposeTool         *self,
                      const SkComposeTask   *task,
                      const SkComposeValues *values,
                      SkIndex               *index,
                      guint32                record)
{
  SkDigest facts = {.id = ""};
  Sums sums = {.guess = 0};
  double ages;
  double language;

  sk_index_read_facts (index, record, &facts);
  *self = (SkComposeTool) {
    .id = facts.id,
    .record = record,
    .family = -1,
    .turn = SK_TURN_DO,
    .sensitive = facts.traits.sensitive,
  };

  sk_block_guess_of_format (NULL, &sums.guess, &self->activity);
  add_values (self, &sums, values, &facts);
  take_minutes (self, task, facts.spans[1].low, facts.traits.minutes_min, sums.guess);
  take_needs (self, task, facts.traits.needs);
  take_size (self, task, &facts.traits);
  ages = take_ages (self, task, &facts);

  language = get_worth (&sums, SK_FACET_LANGUAGE, task->languages == NULL ? 1 : 0);
  if (language <= 0)
    self->failed |= 1u << SK_RELAX_LANGUAGE;
  if (task->n_themes > 0 && self->themes == 0)
    self->failed |= 1u << SK_RELAX_THEMES;

  self->n_asked = ((self->unknown & SK_UNKNOWN_MINUTES) != 0) +
                  (task->has_ages && (self->unknown & SK_UNKNOWN_AGE) != 0) +
                  (task->missing != 0 && (self->unknown & SK_UNKNOWN_NEEDS) != 0);
  if (self->sensitive)
    self->turn = SK_TURN_SENSITIVE;
  self->value =
    0.3 * ages + 0.25 * get_worth (&sums, SK_FACET_AUDIENCE, NOT_STATED) +
    0.25 * get_worth (&sums, SK_FACET_FORMAT, FORMAT_NOT_STATED) + 0.1 * language +
    0.05 * (task->setting != NULL ? get_worth (&sums, SK_FACET_SETTING, NOT_STATED) : NOT_STATED) +
    (sums.costs ? 0 : 0.05);
}
