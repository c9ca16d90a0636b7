/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-paper-words.h"

#include <string.h>

/* From how old a group is addressed as young people, and as none of ours to name. */
#define YOUNG_PEOPLE_AGE 12
#define ADULT_AGE 18

static const char * const sensitive_themes[] = {"sexting-grooming", "hate-radicalisation", NULL};

static const char * const kind_keys[SK_N_BLOCK_KINDS] = {
  [SK_BLOCK_TOOL] = "kind-tool",       [SK_BLOCK_GROUPS] = "kind-groups",
  [SK_BLOCK_WELCOME] = "kind-welcome", [SK_BLOCK_TALK] = "kind-talk",
  [SK_BLOCK_DO] = "kind-do",           [SK_BLOCK_PLAY] = "kind-play",
  [SK_BLOCK_BREAK] = "kind-break",     [SK_BLOCK_DEBRIEF] = "kind-debrief",
  [SK_BLOCK_HELP] = "kind-help",
};

static const char * const activity_keys[] = {
  [SK_ACTIVITY_NONE] = "activity-none",
  [SK_ACTIVITY_TALK] = "activity-talk",
  [SK_ACTIVITY_DO] = "activity-do",
  [SK_ACTIVITY_PLAY] = "activity-play",
};

/**
 * sk_paper_words_kind:
 *
 * Returns: (transfer none): what a kind of block is called: "Break"
 */
const char *
sk_paper_words_kind (SkPaperWords *self,
                     SkBlockKind   kind)
{
  g_return_val_if_fail (kind < SK_N_BLOCK_KINDS, NULL);

  return sk_paper_words_get (self, kind_keys[kind]);
}

/**
 * sk_paper_words_activity:
 *
 * Returns: (transfer none): what a group does: "talk"; "" where that is not said
 */
const char *
sk_paper_words_activity (SkPaperWords *self,
                         SkActivity    activity)
{
  g_return_val_if_fail (activity < G_N_ELEMENTS (activity_keys), NULL);

  return sk_paper_words_get (self, activity_keys[activity]);
}

/* Whether a person left the block the name that its record has, in any language. */
static gboolean
has_name_of_record (SkBlock *block)
{
  SkResource *resource = sk_block_get_resource (block);
  SkLangString *name;

  if (resource == NULL)
    return FALSE;

  name = sk_resource_get_name (resource);
  for (guint i = 0; i < sk_lang_string_get_size (name); i++)
    {
      if (g_str_equal (sk_lang_string_get_nth (name, i, NULL), sk_block_get_title (block)))
        return TRUE;
    }

  return FALSE;
}

/**
 * sk_paper_words_title:
 * @block: a block, or a lane
 *
 * Returns: (transfer full): what to call it on paper: the title that a person gave it, else
 *   the name of its record, or of its kind, in the language of the paper where there is one;
 *   never ""
 */
char *
sk_paper_words_title (SkPaperWords *self,
                      SkBlock      *block)
{
  const char *title = sk_block_get_title (block);
  const char *name = NULL;

  g_return_val_if_fail (SK_IS_PAPER_WORDS (self), NULL);

  if (has_name_of_record (block))
    name = sk_lang_string_find (sk_resource_get_name (sk_block_get_resource (block)),
                                sk_paper_words_get_language (self));
  else if (*title == '\0' || sk_paper_words_is (self, kind_keys[sk_block_get_kind (block)], title))
    name = sk_paper_words_kind (self, sk_block_get_kind (block));

  return g_strdup (name != NULL ? name : title);
}

/* Whether a tool is about what is not to be read on a wall: it says so itself, or by its first
 * theme. */
static gboolean
is_sensitive (SkResource *resource)
{
  GPtrArray *themes = sk_resource_get_concepts (resource, SK_FACET_THEME);
  const char *first = themes != NULL && themes->len > 0
                        ? sk_concept_get_notation (g_ptr_array_index (themes, 0))
                        : NULL;

  return sk_resource_get_sensitive (resource) ||
         (first != NULL && g_strv_contains (sensitive_themes, first));
}

/**
 * sk_paper_words_public_title:
 * @block: a block, or a lane
 *
 * Returns: (transfer full): what to call it where the whole group reads it: as
 *   [method@PaperWords.title], but a tool on a sensitive subject by something neutral, unless
 *   a person chose its title
 */
char *
sk_paper_words_public_title (SkPaperWords *self,
                             SkBlock      *block)
{
  SkResource *resource = sk_block_get_resource (block);
  const char *family = sk_block_get_family (block);
  g_autofree char *key = family != NULL ? g_strconcat ("neutral-", family, NULL) : NULL;

  if (resource == NULL || !is_sensitive (resource) || !has_name_of_record (block))
    return sk_paper_words_title (self, block);

  return g_strdup (
    sk_paper_words_get (self, key != NULL && sk_paper_words_has (self, key) ? key : "neutral"));
}

/**
 * sk_paper_words_people:
 * @session: a session, whose ages say what to call them
 * @size: how many
 *
 * Returns: (transfer full): "22 children", "1 young person"
 */
char *
sk_paper_words_people (SkPaperWords *self,
                       SkSession    *session,
                       guint         size)
{
  const char *key = "people";
  SkAgeRange ages;

  if (sk_session_get_ages (session, &ages))
    {
      if (ages.max <= YOUNG_PEOPLE_AGE)
        key = "children";
      else if (ages.min >= YOUNG_PEOPLE_AGE && ages.max <= ADULT_AGE)
        key = "young-people";
    }

  return sk_paper_words_count (self, key, size);
}

static char *
describe_ages (SkPaperWords *self,
               SkAgeRange    ages)
{
  g_autofree char *min = g_strdup_printf ("%u", ages.min);
  g_autofree char *max = g_strdup_printf ("%u", ages.max);

  if (ages.min == ages.max)
    return sk_paper_words_count (self, "age", ages.min);
  if (ages.max == SK_AGE_MAX)
    return sk_paper_words_format (self, "age-from", "n", min, NULL);
  if (ages.min == SK_AGE_MIN)
    return sk_paper_words_format (self, "age-to", "n", max, NULL);

  return sk_paper_words_format (self, "ages", "min", min, "max", max, NULL);
}

/**
 * sk_paper_words_group:
 * @session: a session
 *
 * Returns: (transfer full): who it is for, as far as that is said: "5B, 22 children, 10–11
 *   years"; "" where nothing is
 */
char *
sk_paper_words_group (SkPaperWords *self,
                      SkSession    *session)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  const char *group = sk_session_get_group (session);
  SkAgeRange ages;

  g_return_val_if_fail (SK_IS_PAPER_WORDS (self), NULL);

  if (group != NULL && *group != '\0')
    g_strv_builder_add (parts, group);
  if (sk_session_get_size (session) > 0)
    g_strv_builder_take (parts,
                         sk_paper_words_people (self, session, sk_session_get_size (session)));
  if (sk_session_get_ages (session, &ages) && (ages.min > SK_AGE_MIN || ages.max < SK_AGE_MAX))
    g_strv_builder_take (parts, describe_ages (self, ages));

  strings = g_strv_builder_end (parts);
  return g_strjoinv (", ", strings);
}
