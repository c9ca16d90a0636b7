/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-relax.h"

#include <glib/gi18n.h>

#include "sk-compose-search.h"
#include "sk-compose-words.h"

/* Other lengths are tried in steps, the nearest one first. */
#define STEP 5
#define FARTHEST 480

/* Three facts at most are asked of a tool and not stated. */
#define ANY_TIER 3

#define BIT(relax) (1u << (relax))

typedef struct
{
  const SkComposePool *pool;
  const SkComposeTask *task;
} Relaxing;

static gboolean
is_feasible (const Relaxing *self,
             guint           relaxed,
             guint           minutes)
{
  const SkComposeChoice choice = {.relaxed = relaxed, .tier = ANY_TIER};
  SkComposeTask task = *self->task;
  g_autofree SkComposePlans *plans = g_new (SkComposePlans, 1);
  g_autoptr (GPtrArray) tools = NULL;

  task.minutes = minutes;
  tools = sk_compose_pool_choose (self->pool, &choice);
  sk_compose_search (plans, &task, SK_PURPOSE_BALANCED, tools);
  return plans->n_plans > 0;
}

/* Returns 0 where none within a day's work fits. */
static guint
find_minutes (const Relaxing *self,
              guint           relaxed)
{
  guint wanted = self->task->minutes;

  for (guint distance = 1; distance <= FARTHEST; distance++)
    {
      guint more = wanted + distance;

      if (more % STEP == 0 && more <= FARTHEST && is_feasible (self, relaxed, more))
        return more;
      if (wanted > distance && (wanted - distance) % STEP == 0 &&
          is_feasible (self, relaxed, wanted - distance))
        return wanted - distance;
    }

  return 0;
}

static guint
count_fitting (const Relaxing *self,
               guint           relaxed)
{
  guint n_fitting = 0;

  for (guint i = 0; i < self->pool->n_tools; i++)
    n_fitting += sk_compose_tool_fits (&self->pool->tools[i], relaxed);

  return n_fitting;
}

/* What the room lacks that some tool needs which fits but for that. */
static char *
list_missing (const Relaxing *self)
{
  guint missing = 0;

  for (guint i = 0; i < self->pool->n_tools; i++)
    if (self->pool->tools[i].failed == BIT (SK_RELAX_NEEDS))
      missing |= self->task->missing & self->pool->tools[i].needs;

  return sk_compose_words_needs (missing);
}

static char *
make_advice (const Relaxing *self,
             SkRelax         relax,
             guint           minutes)
{
  guint n = count_fitting (self, BIT (relax));
  g_autofree char *needs = NULL;

  switch (relax)
    {
    case SK_RELAX_AVOID:
      return g_strdup_printf (ngettext ("Allow what is to be avoided: %u tool would fit",
                                        "Allow what is to be avoided: %u tools would fit", n),
                              n);
    case SK_RELAX_NEEDS:
      needs = list_missing (self);
      return g_strdup_printf (ngettext ("Bring what the room lacks (%s): %u tool would fit",
                                        "Bring what the room lacks (%s): %u tools would fit", n),
                              needs, n);
    case SK_RELAX_SIZE:
      return g_strdup_printf (
        ngettext ("Allow tools for groups of another size: %u tool would fit",
                  "Allow tools for groups of another size: %u tools would fit", n),
        n);
    case SK_RELAX_THEMES:
      return g_strdup_printf (ngettext ("Allow tools on other themes: %u tool would fit",
                                        "Allow tools on other themes: %u tools would fit", n),
                              n);
    case SK_RELAX_MINUTES:
      return g_strdup_printf (ngettext ("Make it %u minute: then there is a plan",
                                        "Make it %u minutes: then there is a plan", minutes),
                              minutes);
    case SK_RELAX_AGE:
      return g_strdup_printf (ngettext ("Allow tools for other ages: %u tool would fit",
                                        "Allow tools for other ages: %u tools would fit", n),
                              n);
    case SK_RELAX_LANGUAGE:
      return g_strdup_printf (ngettext ("Allow tools in other languages: %u tool would fit",
                                        "Allow tools in other languages: %u tools would fit", n),
                              n);
    case SK_RELAX_NOTHING:
    default:
      return g_strdup (_("There are no tools to make a plan of"));
    }
}

/* What is in the way, as part of a list. */
static const char *
name_constraint (SkRelax relax)
{
  static const char * const names[SK_N_RELAX] = {
    [SK_RELAX_AVOID] = NC_ ("constraint", "what is to be avoided"),
    [SK_RELAX_NEEDS] = NC_ ("constraint", "what the room lacks"),
    [SK_RELAX_SIZE] = NC_ ("constraint", "the size of the group"),
    [SK_RELAX_THEMES] = NC_ ("constraint", "the themes"),
    [SK_RELAX_MINUTES] = NC_ ("constraint", "the minutes"),
    [SK_RELAX_AGE] = NC_ ("constraint", "the ages"),
    [SK_RELAX_LANGUAGE] = NC_ ("constraint", "the languages"),
  };

  return g_dpgettext2 (NULL, "constraint", names[relax]);
}

/* Where no single constraint helps, as few as do, of which the first one is named. */
static void
relax_several (SkComposition  *composition,
               const Relaxing *self)
{
  guint minutes = self->task->minutes;
  guint relaxed = 0;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint relax = SK_RELAX_AVOID; relax < SK_N_RELAX; relax++)
    relaxed |= BIT (relax);

  if (!is_feasible (self, relaxed, minutes))
    minutes = find_minutes (self, relaxed);
  for (guint relax = SK_RELAX_LANGUAGE; minutes > 0 && relax >= SK_RELAX_AVOID; relax--)
    if (relax != SK_RELAX_MINUTES && is_feasible (self, relaxed & ~BIT (relax), minutes))
      relaxed &= ~BIT (relax);
  if (minutes == self->task->minutes)
    relaxed &= ~BIT (SK_RELAX_MINUTES);

  for (guint relax = SK_RELAX_LANGUAGE; minutes > 0 && relax >= SK_RELAX_AVOID; relax--)
    if ((relaxed & BIT (relax)) != 0)
      {
        composition->relax = (SkRelax) relax;
        g_string_prepend (list, list->len > 0 ? ", " : "");
        g_string_prepend (list, name_constraint ((SkRelax) relax));
      }

  composition->relaxed_minutes = (relaxed & BIT (SK_RELAX_MINUTES)) != 0 ? minutes : 0;
  composition->advice =
    composition->relax == SK_RELAX_NOTHING
      ? make_advice (self, SK_RELAX_NOTHING, 0)
      : g_strdup_printf (_("No one thing alone is in the way; relax together: %s"), list->str);
}

/**
 * sk_compose_relax:
 * @composition: without proposals; told the constraint and what to do
 *
 * Finds out which constraint stands in the way: leaves out each in turn, those first whose
 * relaxing costs a group least, until there is a plan.
 */
void
sk_compose_relax (SkComposition       *composition,
                  const SkComposePool *pool,
                  const SkComposeTask *task)
{
  const Relaxing self = {pool, task};

  for (guint relax = SK_RELAX_AVOID; relax < SK_N_RELAX; relax++)
    {
      guint minutes = task->minutes;
      gboolean helps = relax == SK_RELAX_MINUTES ? (minutes = find_minutes (&self, BIT (relax))) > 0
                                                 : is_feasible (&self, BIT (relax), minutes);

      if (helps)
        {
          composition->relax = (SkRelax) relax;
          composition->relaxed_minutes = relax == SK_RELAX_MINUTES ? minutes : 0;
          composition->advice = make_advice (&self, (SkRelax) relax, minutes);
          return;
        }
    }

  relax_several (composition, &self);
}

/**
 * sk_relax_to_string:
 *
 * Returns: (transfer none): the constraint as JSON names it
 */
const char *
sk_relax_to_string (SkRelax relax)
{
  static const char * const names[SK_N_RELAX] = {
    [SK_RELAX_NOTHING] = "nothing", [SK_RELAX_AVOID] = "avoid",
    [SK_RELAX_NEEDS] = "needs",     [SK_RELAX_SIZE] = "size",
    [SK_RELAX_THEMES] = "themes",   [SK_RELAX_MINUTES] = "minutes",
    [SK_RELAX_AGE] = "age",         [SK_RELAX_LANGUAGE] = "language",
  };

  g_return_val_if_fail (relax < SK_N_RELAX, NULL);

  return names[relax];
}
