/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-proposals.h"

#include "sk-compose-blocks.h"
#include "sk-compose-search.h"
#include "sk-composer-private.h"
#include "sk-compose-words.h"

#define N_PROPOSALS 3
#define N_TIERS 4

/* A proposal that is to have more play has at least so many minutes more of it. */
#define MORE_PLAY 5

/* Of the tools left out so many are named: those that the task forbids, then others. */
#define N_FORBIDDEN 4
#define N_LEFT_OUT 6

typedef struct
{
  SkPurpose purpose;
  SkComposePlan plan;
} Chosen;

typedef struct
{
  SkComposer *composer;
  const SkComposePool *pool;
  const SkComposeTask *task;
  SkComposePlans *found[N_TIERS][SK_N_PURPOSES];
  Chosen chosen[N_PROPOSALS];
  guint n_chosen;
} Proposing;

static gboolean
has_tool (const SkComposePlan *plan,
          const SkComposeTool *tool)
{
  for (guint i = 0; i < plan->n_tools; i++)
    if (plan->tools[i] == tool)
      return TRUE;

  return FALSE;
}

static guint
count_shared (const SkComposePlan *a,
              const SkComposePlan *b)
{
  guint n_shared = 0;

  for (guint i = 0; i < a->n_tools; i++)
    n_shared += has_tool (b, a->tools[i]);

  return n_shared;
}

static guint
count_screen (const SkComposePlan *plan)
{
  guint minutes = 0;

  for (guint i = 0; i < plan->n_tools; i++)
    minutes += plan->tools[i]->screen ? plan->timing.tools[i] : 0;

  return minutes;
}

static guint
count_play (const SkComposePlan *plan)
{
  guint minutes = 0;

  for (guint i = 0; i < plan->n_tools; i++)
    minutes += plan->tools[i]->activity == SK_ACTIVITY_PLAY ? plan->timing.tools[i] : 0;

  return minutes;
}

/* Whether a plan has what its purpose promises beside one that was chosen already. */
static gboolean
is_another (SkPurpose            purpose,
            const SkComposePlan *plan,
            const SkComposePlan *other)
{
  switch (purpose)
    {
    case SK_PURPOSE_NO_SCREEN:
      return count_screen (other) > 0;
    case SK_PURPOSE_PLAY:
      return count_play (plan) >= count_play (other) + MORE_PLAY;
    case SK_PURPOSE_CALM:
      return plan->n_tools < other->n_tools;
    case SK_PURPOSE_BRISK:
      return plan->n_tools > other->n_tools;
    case SK_PURPOSE_OTHER:
      return 2 * count_shared (plan, other) <= MIN (plan->n_tools, other->n_tools);
    case SK_PURPOSE_BALANCED:
    default:
      return TRUE;
    }
}

static gboolean
is_acceptable (const Proposing     *self,
               SkPurpose            purpose,
               const SkComposePlan *plan)
{
  for (guint i = 0; i < self->n_chosen; i++)
    {
      const SkComposePlan *other = &self->chosen[i].plan;

      if (!is_another (purpose, plan, other))
        return FALSE;
      if (plan->n_tools == other->n_tools && count_shared (plan, other) == plan->n_tools)
        return FALSE;
    }

  return purpose == SK_PURPOSE_BALANCED || self->n_chosen > 0;
}

static gboolean
has_purpose (const Proposing *self,
             SkPurpose        purpose)
{
  for (guint i = 0; i < self->n_chosen; i++)
    if (self->chosen[i].purpose == purpose)
      return TRUE;

  return FALSE;
}

/* What other proposals have is left out where all is to be other. */
static GHashTable *
list_excluded (const Proposing *self,
               SkPurpose        purpose)
{
  GHashTable *excluded = NULL;

  if (purpose != SK_PURPOSE_OTHER)
    return NULL;

  excluded = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->n_chosen; i++)
    for (guint j = 0; j < self->chosen[i].plan.n_tools; j++)
      g_hash_table_add (excluded, (gpointer) self->chosen[i].plan.tools[j]);

  return excluded;
}

static SkComposePlans *
find_plans (Proposing *self,
            guint      tier,
            SkPurpose  purpose)
{
  g_autoptr (GHashTable) excluded = list_excluded (self, purpose);
  const SkComposeChoice choice = {.tier = tier, .purpose = purpose, .excluded = excluded};
  g_autoptr (GPtrArray) tools = NULL;

  if (self->found[tier][purpose] != NULL && excluded == NULL)
    return self->found[tier][purpose];

  if (self->found[tier][purpose] == NULL)
    self->found[tier][purpose] = g_new (SkComposePlans, 1);
  tools = sk_compose_pool_choose (self->pool, &choice);
  sk_compose_search (self->found[tier][purpose], self->task, purpose, tools);
  return self->found[tier][purpose];
}

/* Takes the best of some plans that is acceptable; a thin one only where those are wanted. */
static gboolean
take_plan (Proposing            *self,
           const SkComposePlans *plans,
           SkPurpose             purpose,
           gboolean              thin)
{
  for (guint i = 0; i < plans->n_plans; i++)
    if ((thin || !plans->plans[i].score.thin) && is_acceptable (self, purpose, &plans->plans[i]))
      {
        self->chosen[self->n_chosen++] = (Chosen) {purpose, plans->plans[i]};
        return TRUE;
      }

  return FALSE;
}

/* With each purpose once, the known before the unknown. */
static void
take_on_purpose (Proposing *self,
                 gboolean   thin,
                 guint      tier)
{
  for (guint purpose = 0; purpose < SK_N_PURPOSES; purpose++)
    if (self->n_chosen < N_PROPOSALS && !has_purpose (self, (SkPurpose) purpose))
      take_plan (self, find_plans (self, tier, (SkPurpose) purpose), (SkPurpose) purpose, thin);
}

/* Where nothing differs on purpose any more, any other plan is better than none. */
static void
take_any (Proposing *self,
          gboolean   thin,
          guint      tier)
{
  while (self->n_chosen < N_PROPOSALS && self->n_chosen > 0 &&
         take_plan (self, find_plans (self, tier, SK_PURPOSE_BALANCED), SK_PURPOSE_BALANCED, thin))
    continue;
}

static gboolean
has_tier (const SkComposePool *pool,
          guint                tier)
{
  for (guint i = 0; i < pool->n_tools; i++)
    if (pool->tools[i].n_asked == tier && sk_compose_tool_fits (&pool->tools[i], 0))
      return TRUE;

  return FALSE;
}

static void
choose_plans (Proposing *self)
{
  void (* const ways[]) (Proposing *, gboolean, guint) = {take_on_purpose, take_any};

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    for (gboolean thin = FALSE; thin <= TRUE; thin++)
      for (guint tier = 0; tier < N_TIERS; tier++)
        if (self->n_chosen < N_PROPOSALS && has_tier (self->pool, tier))
          ways[way](self, thin, tier);
}

static void
add_proposal (SkComposition *composition,
              Proposing     *self,
              guint          nth)
{
  const Chosen *chosen = &self->chosen[nth];
  SkProposal *proposal = g_new0 (SkProposal, 1);
  gboolean again = FALSE;

  for (guint i = 0; i < nth; i++)
    again = again || self->chosen[i].purpose == chosen->purpose;

  proposal->title = g_strdup (sk_compose_words_title (chosen->purpose, again ? nth : 0));
  proposal->summary = sk_compose_words_summary (self->task, chosen->purpose, &chosen->plan);
  proposal->blocks = sk_compose_blocks_new (self->composer, self->task, &chosen->plan);
  proposal->score = chosen->plan.score.value;
  proposal->screen_minutes = count_screen (&chosen->plan);
  g_ptr_array_add (composition->proposals, proposal);
}

static gboolean
is_chosen (const Proposing     *self,
           const SkComposeTool *tool)
{
  for (guint i = 0; i < self->n_chosen; i++)
    if (has_tool (&self->chosen[i].plan, tool))
      return TRUE;

  return FALSE;
}

/* Of those that fail a constraint and nothing else; of @failed 0, those that fit and were not
 * needed. */
static void
add_left_out (SkComposition   *composition,
              const Proposing *self,
              guint            failed,
              guint            max)
{
  for (guint i = 0; i < self->pool->ranked->len && composition->left_out->len < max; i++)
    {
      const SkComposeTool *tool = g_ptr_array_index (self->pool->ranked, i);
      SkLeftOut *left_out;

      if (tool->failed != failed || is_chosen (self, tool))
        continue;

      left_out = g_new (SkLeftOut, 1);
      left_out->resource = sk_index_dup_resource (self->composer->index, tool->record);
      left_out->reason = sk_compose_words_left_out (self->task, tool, left_out->resource);
      g_ptr_array_add (composition->left_out, left_out);
    }
}

static void
list_left_out (SkComposition   *composition,
               const Proposing *self)
{
  const SkRelax told[] = {SK_RELAX_AVOID, SK_RELAX_NEEDS, SK_RELAX_SIZE, SK_RELAX_MINUTES};

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    add_left_out (composition, self, 1u << told[i], N_FORBIDDEN);
  add_left_out (composition, self, 0, N_LEFT_OUT);
}

/**
 * sk_compose_proposals_add:
 * @composition: told the proposals and what was left out
 *
 * Proposes up to three plans that differ on purpose, and no two with the same tools: one that is
 * balanced, then without a screen, with more play, of fewer tools, of more, or of other ones, as
 * far as there are such. Plans of known tools alone go before all others.
 */
void
sk_compose_proposals_add (SkComposition       *composition,
                          SkComposer          *composer,
                          const SkComposePool *pool,
                          const SkComposeTask *task)
{
  Proposing *self = g_new0 (Proposing, 1);

  self->composer = composer;
  self->pool = pool;
  self->task = task;
  choose_plans (self);

  for (guint i = 0; i < self->n_chosen; i++)
    add_proposal (composition, self, i);
  if (self->n_chosen > 0)
    list_left_out (composition, self);

  for (guint tier = 0; tier < N_TIERS; tier++)
    for (guint purpose = 0; purpose < SK_N_PURPOSES; purpose++)
      g_free (self->found[tier][purpose]);
  g_free (self);
}
