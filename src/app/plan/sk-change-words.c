/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-change-words.h"

#include <glib/gi18n.h>

#include "sk-fact-words.h"
#include "sk-words.h"

static const char * const names[SK_N_TOOL_FACTS] = {
  [SK_TOOL_NAME] = NC_("fact", "Name"),
  [SK_TOOL_DESCRIPTION] = NC_("fact", "Description"),
  [SK_TOOL_MINUTES] = NC_("fact", "Minutes"),
  [SK_TOOL_AGES] = NC_("fact", "Ages"),
  [SK_TOOL_LANGUAGES] = NC_("fact", "Languages"),
  [SK_TOOL_NEEDS] = NC_("fact", "What it needs"),
  [SK_TOOL_GROUP] = NC_("fact", "Group size"),
  [SK_TOOL_FILES] = NC_("fact", "Files"),
  [SK_TOOL_QUESTIONS] = NC_("fact", "Questions to talk about"),
  [SK_TOOL_SENSITIVE] = NC_("fact", "Sensitive"),
  [SK_TOOL_THEMES] = NC_("fact", "Themes"),
  [SK_TOOL_FORMATS] = NC_("fact", "Formats"),
  [SK_TOOL_ADDRESS] = NC_("fact", "Address"),
  [SK_TOOL_PUBLISHERS] = NC_("fact", "Publisher"),
  [SK_TOOL_LICENCE] = NC_("fact", "Licence"),
  [SK_TOOL_COST] = NC_("fact", "Cost"),
};

/**
 * sk_change_words_fact:
 * @fact: what may be known of a tool
 *
 * Returns: what that is called
 */
const char *
sk_change_words_fact (SkToolFact fact)
{
  g_return_val_if_fail (fact < SK_N_TOOL_FACTS, NULL);

  return g_dpgettext2 (NULL, "fact", names[fact]);
}

static char *
join_questions (SkResource *resource)
{
  GPtrArray *questions = sk_resource_get_talk_questions (resource);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; questions != NULL && i < questions->len; i++)
    g_strv_builder_add (builder, sk_lang_string_pick (g_ptr_array_index (questions, i),
                                                      g_get_language_names (),
                                                      sk_resource_get_languages (resource), NULL));
  texts = g_strv_builder_end (builder);
  return g_strjoinv ("\n", texts);
}

static char *
put_in_words (SkResource *resource,
              SkToolFact  fact)
{
  switch (fact)
    {
    case SK_TOOL_NAME:
      return g_strdup (sk_resource_pick_name (resource, g_get_language_names (), NULL));
    case SK_TOOL_DESCRIPTION:
      return g_strdup (sk_resource_pick_description (resource, g_get_language_names (), NULL));
    case SK_TOOL_MINUTES:
      return sk_fact_words_length (resource);
    case SK_TOOL_AGES:
      return sk_fact_words_ages (resource);
    case SK_TOOL_LANGUAGES:
      return sk_fact_words_languages (resource);
    case SK_TOOL_NEEDS:
      return sk_fact_words_needs (resource);
    case SK_TOOL_GROUP:
      return sk_words_group (sk_resource_get_group_min (resource),
                             sk_resource_get_group_max (resource));
    case SK_TOOL_QUESTIONS:
      return join_questions (resource);
    case SK_TOOL_SENSITIVE:
      return g_strdup (_("Sensitive"));
    case SK_TOOL_THEMES:
      return sk_fact_words_concepts (resource, SK_FACET_THEME);
    case SK_TOOL_FORMATS:
      return sk_fact_words_concepts (resource, SK_FACET_FORMAT);
    case SK_TOOL_ADDRESS:
      return g_strdup (sk_resource_get_url (resource));
    case SK_TOOL_PUBLISHERS:
      return g_strjoinv (", ", (GStrv) sk_resource_get_publishers (resource));
    case SK_TOOL_LICENCE:
      return sk_words_licence (sk_resource_get_license (resource));
    case SK_TOOL_COST:
      return sk_fact_words_cost (resource);
    case SK_TOOL_FILES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * sk_change_words_value:
 * @resource: a version of a tool
 * @fact: what may be known of it; not %SK_TOOL_FILES, of which each has a row
 *
 * Returns: (transfer full): what it says of that; "Not stated" where it says nothing
 */
char *
sk_change_words_value (SkResource *resource,
                       SkToolFact  fact)
{
  char *words;

  g_return_val_if_fail (SK_IS_RESOURCE (resource), NULL);

  words = sk_tool_has_fact (resource, fact) ? put_in_words (resource, fact) : NULL;
  return words != NULL ? words : g_strdup (_("Not stated"));
}

/**
 * sk_change_words_unchanged:
 * @change: a change of a tool that is still there
 *
 * Returns: (transfer full) (nullable): the names of the facts that stay the same, "Ages, Licence";
 *   %NULL where there are none
 */
char *
sk_change_words_unchanged (SkToolChange *change)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) same = NULL;

  g_return_val_if_fail (SK_IS_TOOL_CHANGE (change), NULL);

  for (SkToolFact fact = SK_TOOL_MINUTES; fact < SK_N_TOOL_FACTS; fact++)
    if (sk_tool_has_fact (sk_tool_change_get_pinned (change), fact) &&
        sk_tool_same_fact (sk_tool_change_get_pinned (change), sk_tool_change_get_newer (change),
                           fact))
      g_strv_builder_add (builder, sk_change_words_fact (fact));

  same = g_strv_builder_end (builder);
  return same[0] != NULL ? g_strjoinv (", ", same) : NULL;
}

/**
 * sk_change_words_origin:
 * @change: a change
 *
 * Returns: (transfer full): who publishes the tool, since when there is a newer version, and in how
 *   many sessions it is
 */
char *
sk_change_words_origin (SkToolChange *change)
{
  SkResource *newer;
  const char * const *publishers;
  const char *modified;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  guint n_sessions;

  g_return_val_if_fail (SK_IS_TOOL_CHANGE (change), NULL);

  newer = sk_tool_change_get_newer (change);
  publishers = sk_resource_get_publishers (sk_tool_change_get_pinned (change));
  modified = newer != NULL ? sk_resource_get_modified (newer) : NULL;
  n_sessions = sk_tool_change_get_sessions (change)->len;

  if (publishers[0] != NULL)
    g_strv_builder_add (builder, publishers[0]);
  if (modified != NULL)
    {
      g_autofree char *date = sk_words_date (modified);

      g_strv_builder_take (builder, g_strdup_printf (_("new version of %s"), date));
    }
  g_strv_builder_take (builder, g_strdup_printf (ngettext ("in %u of your sessions",
                                                           "in %u of your sessions", n_sessions),
                                                 n_sessions));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

/**
 * sk_change_words_taken:
 * @change: a change of a tool that is still there
 * @session: a session that it concerns
 *
 * Returns: (transfer full): what becomes of the session when the newer version is taken
 */
char *
sk_change_words_taken (SkToolChange *change,
                       SkSession    *session)
{
  SkBlock *block;
  g_autoptr (SkBlock) renewed = NULL;
  guint minutes;

  g_return_val_if_fail (SK_IS_TOOL_CHANGE (change), NULL);
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  block = sk_tool_change_find_block (change, session);
  renewed = block != NULL ? sk_tool_change_renew (change, session, block) : NULL;
  if (renewed == NULL)
    return g_strdup ("");

  minutes = sk_block_get_minutes (renewed);
  if (minutes == sk_block_get_minutes (block))
    return g_strdup_printf (
      ngettext ("What the catalogue says becomes new. Your goal, notes and %u minute stay.",
                "What the catalogue says becomes new. Your goal, notes and %u minutes stay.",
                minutes),
      minutes);

  return g_strdup_printf (
    ngettext ("What the catalogue says becomes new, its length too: %u minute. Your goal and "
              "notes stay.",
              "What the catalogue says becomes new, its length too: %u minutes. Your goal and "
              "notes stay.",
              minutes),
    minutes);
}
