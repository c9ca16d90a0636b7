/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-search.h"

#include <string.h>

/* Unfinished plans are kept by how long their tools last; of each length the best ones. */
#define SPAN 5
#define KEPT_TOGETHER 200
#define KEPT_MOST 48
#define KEPT_LEAST 3

/* A session has at most a tool for each so many minutes, and one more. */
#define MINUTES_A_TOOL 10

/* Some tools, by their places, the lowest first: so that each choice comes up once. */
typedef struct
{
  guint16 places[SK_COMPOSE_MAX_TOOLS];
  guint n_places;
  guint shortest;
  guint longest;
  double value;
} Choice;

typedef struct
{
  Choice choices[KEPT_MOST];
  guint n_choices;
} Span;

typedef struct
{
  const SkComposeTask *task;
  SkPurpose purpose;
  GPtrArray *tools;
  guint max_tools;
  guint n_spans;
  guint n_kept;
  SkComposePlans *plans;
} Search;

/* Sensitive ones first, so that they are not the last; then as their formats follow each other. */
static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const SkComposeTool *left = *(const SkComposeTool * const *) a;
  const SkComposeTool *right = *(const SkComposeTool * const *) b;

  if (left->turn != right->turn)
    return left->turn < right->turn ? -1 : 1;

  return (left->record > right->record) - (left->record < right->record);
}

static int
compare_plans (const SkComposePlan *a,
               const SkComposePlan *b)
{
  int order = sk_compose_score_compare (&a->score, &b->score);

  for (guint i = 0; order == 0 && i < MIN (a->n_tools, b->n_tools); i++)
    order =
      (a->tools[i]->record > b->tools[i]->record) - (a->tools[i]->record < b->tools[i]->record);

  return order != 0 ? order : (int) a->n_tools - (int) b->n_tools;
}

static void
keep_plan (SkComposePlans      *plans,
           const SkComposePlan *plan)
{
  guint place = plans->n_plans;

  while (place > 0 && compare_plans (plan, &plans->plans[place - 1]) < 0)
    place--;
  if (place == SK_COMPOSE_N_PLANS)
    return;

  plans->n_plans = MIN (plans->n_plans + 1, SK_COMPOSE_N_PLANS);
  memmove (&plans->plans[place + 1], &plans->plans[place],
           sizeof *plan * (plans->n_plans - 1 - place));
  plans->plans[place] = *plan;
}

static void
list_tools (const Search         *self,
            const Choice         *choice,
            const SkComposeTool **tools)
{
  for (guint i = 0; i < choice->n_places; i++)
    tools[i] = g_ptr_array_index (self->tools, choice->places[i]);
}

/**
 * sk_compose_plan_init:
 * @self: with its tools, in any order; the rest is filled in
 *
 * Puts tools in their order, spreads the minutes over them and judges the plan.
 *
 * Returns: whether they can fill the session to the minute
 */
gboolean
sk_compose_plan_init (SkComposePlan       *self,
                      const SkComposeTask *task,
                      SkPurpose            purpose)
{
  qsort (self->tools, self->n_tools, sizeof *self->tools, compare_turns);
  if (!sk_compose_timing_init (&self->timing, task->minutes, self->tools, self->n_tools))
    return FALSE;

  self->score = sk_compose_score (task, purpose, self->tools, self->n_tools, &self->timing);
  return TRUE;
}

/* A choice that can fill the session is a plan. */
static void
try_plan (const Search *self,
          const Choice *choice)
{
  SkComposeRoom room = sk_compose_timing_get_bounds (self->task->minutes, choice->n_places);
  SkComposePlan plan;

  if (choice->shortest > room.most || choice->longest < room.least)
    return;

  plan.n_tools = choice->n_places;
  list_tools (self, choice, plan.tools);
  if (sk_compose_plan_init (&plan, self->task, self->purpose))
    keep_plan (self->plans, &plan);
}

static double
judge_choice (const Search *self,
              const Choice *choice)
{
  const SkComposeTool *tools[SK_COMPOSE_MAX_TOOLS];
  guint minutes[SK_COMPOSE_MAX_TOOLS];

  list_tools (self, choice, tools);
  for (guint i = 0; i < choice->n_places; i++)
    minutes[i] = tools[i]->longest;

  return sk_compose_quality (self->task, self->purpose, tools, minutes, choice->n_places);
}

/* Of choices that last as long the best ones go on; of equals the one that came first. */
static void
keep_choice (const Search *self,
             Span         *spans,
             Choice       *choice)
{
  Span *span = &spans[MIN (choice->longest / SPAN, self->n_spans - 1)];
  guint place = span->n_choices;

  choice->value = judge_choice (self, choice);
  while (place > 0 && choice->value > span->choices[place - 1].value)
    place--;
  if (place == self->n_kept)
    return;

  span->n_choices = MIN (span->n_choices + 1, self->n_kept);
  memmove (&span->choices[place + 1], &span->choices[place],
           sizeof *choice * (span->n_choices - 1 - place));
  span->choices[place] = *choice;
}

static gboolean
can_join (const Search        *self,
          const Choice        *choice,
          const SkComposeTool *tool)
{
  SkComposeRoom room = sk_compose_timing_get_bounds (self->task->minutes, choice->n_places + 1);

  if (choice->shortest + tool->shortest > room.most)
    return FALSE;

  for (guint i = 0; i < choice->n_places; i++)
    {
      const SkComposeTool *other = g_ptr_array_index (self->tools, choice->places[i]);

      if (other->work == tool->work)
        return FALSE;
    }

  return TRUE;
}

/* Adds each later tool in turn. */
static void
extend (const Search *self,
        const Choice *choice,
        Span         *spans)
{
  guint first = choice->n_places > 0 ? choice->places[choice->n_places - 1] + 1u : 0;

  for (guint place = first; place < self->tools->len; place++)
    {
      const SkComposeTool *tool = g_ptr_array_index (self->tools, place);
      Choice longer;

      if (!can_join (self, choice, tool))
        continue;

      longer = *choice;
      longer.places[longer.n_places++] = (guint16) place;
      longer.shortest += tool->shortest;
      longer.longest += tool->longest;

      try_plan (self, &longer);
      if (longer.n_places < self->max_tools)
        keep_choice (self, spans, &longer);
    }
}

/**
 * sk_compose_search:
 * @self: (out caller-allocates): the best plans, the best first
 * @task: what is asked for
 * @purpose: what the plans are to be besides
 * @tools: (element-type SkComposeTool): those that may be used, at most %G_MAXUINT16
 *
 * Looks for the tools that together make the best plans: adds tool after tool, and of the
 * unfinished plans that last as long keeps the best ones. The same tools in the same order give
 * the same plans.
 */
void
sk_compose_search (SkComposePlans      *self,
                   const SkComposeTask *task,
                   SkPurpose            purpose,
                   GPtrArray           *tools)
{
  const Choice nothing = {.n_places = 0};
  guint n_spans = task->minutes / SPAN + 1;
  Search search = {
    .task = task,
    .purpose = purpose,
    .tools = tools,
    .max_tools = MIN (task->minutes / MINUTES_A_TOOL + 1, SK_COMPOSE_MAX_TOOLS),
    .n_spans = n_spans,
    .n_kept = CLAMP (KEPT_TOGETHER / n_spans, KEPT_LEAST, KEPT_MOST),
    .plans = self,
  };
  g_autofree Span *now = g_new0 (Span, n_spans);
  g_autofree Span *next = g_new0 (Span, n_spans);

  self->n_plans = 0;
  extend (&search, &nothing, now);

  for (guint n_tools = 1; n_tools < search.max_tools; n_tools++)
    {
      Span *done = now;

      for (guint i = 0; i < n_spans; i++)
        next[i].n_choices = 0;
      for (guint i = 0; i < n_spans; i++)
        for (guint j = 0; j < now[i].n_choices; j++)
          extend (&search, &now[i].choices[j], next);

      now = next;
      next = done;
    }
}
