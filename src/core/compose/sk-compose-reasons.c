/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Reasons that say what is unknown begin so in every language, since files and programs read them;
 * sk_compose_reason_words() has the words for people. */
#define UNKNOWN "unknown: "
#define UNKNOWN_AGE UNKNOWN "age"
#define UNKNOWN_NEEDS UNKNOWN "needs"
#define UNKNOWN_MINUTES UNKNOWN "minutes"

/* The named theme that most is wanted of; else the first one of a family. */
static char *
name_theme (const SkComposeTask *task,
            SkVocabularies      *vocabularies,
            const SkComposeTool *tool,
            SkResource          *resource)
{
  GPtrArray *themes = sk_resource_get_concepts (resource, SK_FACET_THEME);
  guint best = task->n_themes;

  for (guint i = 0; i < task->n_themes; i++)
    if ((tool->themes >> i & 1) != 0 &&
        (best == task->n_themes || task->wants[i] > task->wants[best]))
      best = i;

  if (best < task->n_themes)
    return sk_compose_words_theme (vocabularies, resource, task->themes[best]);

  for (guint i = 0; tool->family >= 0 && i < themes->len; i++)
    {
      const SkConcept *concept = g_ptr_array_index (themes, i);

      if (sk_concept_get_family (concept) != NULL)
        return g_strdup (sk_concept_pick_label (concept, g_get_language_names ()));
    }

  return NULL;
}

static gboolean
is_alone_in_family (const SkComposePlan *plan,
                    guint                nth)
{
  for (guint i = 0; i < plan->n_tools; i++)
    if (i != nth && plan->tools[i]->family == plan->tools[nth]->family)
      return FALSE;

  return plan->n_tools > 1;
}

static void
add_theme (GStrvBuilder        *reasons,
           const SkComposeTask *task,
           SkVocabularies      *vocabularies,
           const SkComposePlan *plan,
           guint                nth,
           SkResource          *resource)
{
  const SkComposeTool *tool = plan->tools[nth];
  g_autofree char *theme = name_theme (task, vocabularies, tool, resource);

  if (theme == NULL)
    return;

  if (task->n_themes > 0 && tool->themes != 0)
    g_strv_builder_take (reasons, g_strdup_printf (_("%s, as asked"), theme));
  else if (is_alone_in_family (plan, nth))
    g_strv_builder_take (reasons, g_strdup_printf (_("%s would be missing without it"), theme));
  else
    g_strv_builder_take (reasons, g_strdup_printf (_("about %s"), theme));
}

static void
add_minutes (GStrvBuilder *reasons,
             SkResource   *resource,
             guint         minutes)
{
  guint stated = sk_resource_get_minutes (resource);
  const char * const *publishers = sk_resource_get_publishers (resource);

  if (stated == 0)
    return;

  if (minutes < stated)
    g_strv_builder_take (
      reasons, g_strdup_printf (ngettext ("%u minute instead of %u, which it allows",
                                          "%u minutes instead of %u, which it allows", minutes),
                                minutes, stated));
  else if (publishers[0] != NULL)
    g_strv_builder_take (reasons, g_strdup_printf (ngettext ("%u minute, says %s",
                                                             "%u minutes, says %s", minutes),
                                                   minutes, publishers[0]));
  else
    g_strv_builder_take (reasons, g_strdup_printf (ngettext ("%u minute, as stated",
                                                             "%u minutes, as stated", minutes),
                                                   minutes));
}

static void
add_ages (GStrvBuilder *reasons,
          SkResource   *resource)
{
  g_autofree char *words = NULL;
  SkAgeRange ages;

  if (!sk_resource_get_ages (resource, &ages))
    return;

  words = sk_compose_words_ages (ages);
  g_strv_builder_take (reasons, g_strdup_printf (_("for ages %s"), words));
}

static void
add_unknown (GStrvBuilder        *reasons,
             const SkComposeTool *tool,
             guint                minutes)
{
  if ((tool->unknown & SK_UNKNOWN_AGE) != 0)
    g_strv_builder_add (reasons, UNKNOWN_AGE);
  if ((tool->unknown & SK_UNKNOWN_MINUTES) != 0 && minutes == tool->longest)
    g_strv_builder_take (reasons, g_strdup_printf (UNKNOWN_MINUTES " (%u is our guess by format)",
                                                   tool->longest));
  else if ((tool->unknown & SK_UNKNOWN_MINUTES) != 0)
    g_strv_builder_take (reasons, g_strdup_printf (UNKNOWN_MINUTES
                                                   " (%u is our guess by format, %u are planned)",
                                                   tool->longest, minutes));
  if ((tool->unknown & SK_UNKNOWN_NEEDS) != 0)
    g_strv_builder_add (reasons, UNKNOWN_NEEDS);
}

/**
 * sk_compose_words_reasons:
 * @nth: which tool of the plan
 * @resource: its record
 *
 * Returns: (transfer full): why the tool was chosen, and what is unknown of it
 */
GStrv
sk_compose_words_reasons (const SkComposeTask *task,
                          SkVocabularies      *vocabularies,
                          const SkComposePlan *plan,
                          guint                nth,
                          SkResource          *resource)
{
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  const SkComposeTool *tool = plan->tools[nth];
  guint minutes = plan->timing.tools[nth];

  add_theme (reasons, task, vocabularies, plan, nth, resource);
  add_minutes (reasons, resource, minutes);
  add_ages (reasons, resource);

  if ((tool->unknown & SK_UNKNOWN_NEEDS) == 0)
    {
      if (task->missing != 0)
        g_strv_builder_add (reasons, _("the room has all it needs"));
      else if (!tool->screen)
        g_strv_builder_add (reasons, _("needs no screen"));
    }

  if (tool->activity == SK_ACTIVITY_PLAY)
    g_strv_builder_add (reasons, _("something to play"));
  if (tool->sensitive && nth + 1 < plan->n_tools)
    g_strv_builder_add (reasons, _("early in the session, since the theme lingers"));

  add_unknown (reasons, tool, minutes);
  return g_strv_builder_end (reasons);
}

static char *
make_reason (const SkComposePlan *plan,
             SkComposePart        part,
             guint                nth)
{
  gboolean sensitive = FALSE;
  guint before = plan->timing.welcome;

  for (guint i = 0; i < plan->n_tools; i++)
    sensitive = sensitive || plan->tools[i]->sensitive;
  for (guint i = 0; part == SK_PART_BREAK && i <= nth; i++)
    before += plan->timing.tools[i] + plan->timing.talks[i];

  switch (part)
    {
    case SK_PART_WELCOME:
      return g_strdup (_("opens the session"));
    case SK_PART_TALK:
      return g_strdup (_("time to talk about what was just done"));
    case SK_PART_BREAK:
      return g_strdup_printf (ngettext ("a break after %u minute", "a break after %u minutes",
                                        before),
                              before);
    case SK_PART_DEBRIEF:
      return g_strdup (sensitive ? _("closes the session: a sensitive theme is not the last word")
                                 : _("closes the session"));
    case SK_PART_TOOL:
    default:
      return NULL;
    }
}

/**
 * sk_compose_words_around:
 * @part: any but a tool
 * @nth: after which tool it is, where it is between them
 *
 * Returns: (transfer full): why the block is there
 */
GStrv
sk_compose_words_around (const SkComposePlan *plan,
                         SkComposePart        part,
                         guint                nth)
{
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();

  g_strv_builder_take (reasons, make_reason (plan, part, nth));
  return g_strv_builder_end (reasons);
}

/**
 * sk_compose_reason_words:
 * @reason: one of a block's reasons
 * @unknown: (out) (optional): whether it says that something is unknown
 *
 * Puts a reason as people read it: what is unknown is kept in files in words that do not change.
 *
 * Returns: (transfer full): the words
 */
char *
sk_compose_reason_words (const char *reason,
                         gboolean   *unknown)
{
  gboolean is_unknown;

  g_return_val_if_fail (reason != NULL, NULL);

  is_unknown = g_str_has_prefix (reason, UNKNOWN);
  if (unknown != NULL)
    *unknown = is_unknown;

  if (g_str_equal (reason, UNKNOWN_AGE))
    return g_strdup (_("ages not stated"));
  if (g_str_equal (reason, UNKNOWN_NEEDS))
    return g_strdup (_("needs not stated"));

  if (g_str_has_prefix (reason, UNKNOWN_MINUTES " ("))
    {
      guint guess = (guint) g_ascii_strtoull (reason + strlen (UNKNOWN_MINUTES " ("), NULL, 10);

      return g_strdup_printf (ngettext ("length not stated: %u minute is our guess by format",
                                        "length not stated: %u minutes is our guess by format",
                                        guess),
                              guess);
    }

  return g_strdup (is_unknown ? reason + strlen (UNKNOWN) : reason);
}
