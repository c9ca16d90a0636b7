/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-words.h"

#include <glib/gi18n.h>

static const char * const titles[SK_N_PURPOSES] = {
  [SK_PURPOSE_BALANCED] = N_("Balanced"),       [SK_PURPOSE_NO_SCREEN] = N_("Without a Screen"),
  [SK_PURPOSE_PLAY] = N_("More Play"),          [SK_PURPOSE_CALM] = N_("Fewer, for Longer"),
  [SK_PURPOSE_BRISK] = N_("More, and Shorter"), [SK_PURPOSE_OTHER] = N_("Other Tools"),
};

static const char * const needs_words[] = {
  NC_ ("need", "the internet"), NC_ ("need", "a screen"), NC_ ("need", "sound"),
  NC_ ("need", "a printer"),    NC_ ("need", "devices"),  NC_ ("need", "tables"),
};

/**
 * sk_compose_words_ages:
 *
 * Returns: (transfer full): "8–10", "12", "from 9", "up to 11"
 */
char *
sk_compose_words_ages (SkAgeRange ages)
{
  if (ages.min == ages.max)
    return g_strdup_printf ("%u", ages.min);
  if (ages.max == SK_AGE_MAX)
    return g_strdup_printf (_("from %u"), ages.min);
  if (ages.min == SK_AGE_MIN)
    return g_strdup_printf (_("up to %u"), ages.max);

  return g_strdup_printf ("%u–%u", ages.min, ages.max);
}

/**
 * sk_compose_words_needs:
 * @needs: bits, as [func@needs_to_bits] gives them
 *
 * Returns: (transfer full): "the internet, sound"
 */
char *
sk_compose_words_needs (guint needs)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (needs_words); i++)
    if ((needs >> i & 1) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              g_dpgettext2 (NULL, "need", needs_words[i]));

  return g_string_free_and_steal (g_steal_pointer (&list));
}

/**
 * sk_compose_words_theme:
 * @resource: (nullable): a tool that may name the theme itself
 *
 * Returns: (transfer full): what the theme is called
 */
char *
sk_compose_words_theme (SkVocabularies *vocabularies,
                        SkResource     *resource,
                        const char     *uri)
{
  SkConcept *concept = sk_vocabulary_find (sk_vocabularies_get (vocabularies, SK_FACET_THEME), uri);
  GPtrArray *themes = resource != NULL ? sk_resource_get_concepts (resource, SK_FACET_THEME) : NULL;

  for (guint i = 0; concept == NULL && themes != NULL && i < themes->len; i++)
    if (g_str_equal (sk_concept_get_key (g_ptr_array_index (themes, i)), uri))
      concept = g_ptr_array_index (themes, i);

  return g_strdup (concept != NULL ? sk_concept_pick_label (concept, g_get_language_names ())
                                   : uri);
}

/**
 * sk_compose_words_title:
 * @again: how many proposals come before, where one of them has that purpose; else 0
 *
 * Returns: (transfer none): what a proposal is called
 */
const char *
sk_compose_words_title (SkPurpose purpose,
                        guint     again)
{
  if (again == 0)
    return _(titles[purpose]);

  return again == 1 ? _("Another Mix") : _("A Third Mix");
}

static guint
count_families (const SkComposePlan *plan)
{
  guint seen = 0;

  for (guint i = 0; i < plan->n_tools; i++)
    if (plan->tools[i]->family >= 0)
      seen |= 1u << plan->tools[i]->family;

  return (guint) __builtin_popcount (seen);
}

static guint
count_named (const SkComposePlan *plan)
{
  guint64 seen = 0;

  for (guint i = 0; i < plan->n_tools; i++)
    seen |= plan->tools[i]->themes;

  return (guint) __builtin_popcountll (seen);
}

/**
 * sk_compose_words_summary:
 *
 * Returns: (transfer full): what makes a plan another one than the others: "3 themes, no screen"
 */
char *
sk_compose_words_summary (const SkComposeTask *task,
                          SkPurpose            purpose,
                          const SkComposePlan *plan)
{
  guint n_themes = task->n_themes > 0 ? count_named (plan) : count_families (plan);
  g_autofree char *themes = NULL;
  g_autofree char *what = NULL;
  guint screen = 0;
  guint play = 0;
  gboolean unknown = FALSE;

  for (guint i = 0; i < plan->n_tools; i++)
    {
      unknown = unknown || (plan->tools[i]->unknown & SK_UNKNOWN_NEEDS) != 0;
      screen += plan->tools[i]->screen ? plan->timing.tools[i] : 0;
      play += plan->tools[i]->activity == SK_ACTIVITY_PLAY ? plan->timing.tools[i] : 0;
    }

  themes = g_strdup_printf (ngettext ("%u theme", "%u themes", n_themes), n_themes);
  if (purpose == SK_PURPOSE_PLAY)
    what = g_strdup_printf (ngettext ("%u minute of play", "%u minutes of play", play), play);
  else if (screen == 0)
    what = g_strdup (unknown ? _("no screen, as far as known") : _("no screen"));
  else
    what = g_strdup_printf (ngettext ("%u minute on a screen", "%u minutes on a screen", screen),
                            screen);

  /* Translators: "3 themes, 10 minutes on a screen". */
  return g_strdup_printf (_("%s, %s"), themes, what);
}

/**
 * sk_compose_words_left_out:
 * @tool: a tool that fails one constraint, or none
 * @resource: its record
 *
 * Returns: (transfer full): why it was not taken: "needs sound"
 */
char *
sk_compose_words_left_out (const SkComposeTask *task,
                           const SkComposeTool *tool,
                           SkResource          *resource)
{
  g_autofree char *words = NULL;
  SkAgeRange ages;

  if ((tool->failed >> SK_RELAX_AVOID & 1) != 0)
    return g_strdup (_("not once more"));

  if ((tool->failed >> SK_RELAX_NEEDS & 1) != 0)
    {
      words = sk_compose_words_needs (tool->needs & task->missing);
      return g_strdup_printf (_("needs %s"), words);
    }

  if ((tool->failed >> SK_RELAX_MINUTES & 1) != 0)
    return g_strdup_printf (ngettext ("takes %u minute", "takes %u minutes", tool->shortest),
                            tool->shortest);

  if ((tool->failed >> SK_RELAX_AGE & 1) != 0 && sk_resource_get_ages (resource, &ages))
    {
      words = sk_compose_words_ages (ages);
      return g_strdup_printf (_("for ages %s"), words);
    }

  if ((tool->failed >> SK_RELAX_SIZE & 1) != 0)
    return g_strdup (_("for groups of another size"));

  return g_strdup (_("others suit better"));
}
