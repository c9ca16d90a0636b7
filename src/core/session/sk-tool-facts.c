/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-tool-facts.h"

#include <stdlib.h>

/* Stand between the parts of what is compared; no text has them. */
#define FIELD '\x1e'
#define PART '\x1f'

static void
add_part (GString    *text,
          const char *part)
{
  if (part != NULL)
    g_string_append (text, part);
  g_string_append_c (text, PART);
}

static void
add_number (GString *text,
            gint64   number)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT "%c", number, PART);
}

static void
add_text (GString      *text,
          SkLangString *string)
{
  for (guint i = 0; string != NULL && i < sk_lang_string_get_size (string); i++)
    {
      const char *language;
      const char *value = sk_lang_string_get_nth (string, i, &language);

      add_part (text, language);
      add_part (text, value);
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/* Of a list the order is the publisher's, and no fact. */
static void
add_list (GString            *text,
          const char * const *list)
{
  g_autofree const char **sorted =
    g_memdup2 (list, (g_strv_length ((GStrv) list) + 1) * sizeof *list);

  qsort (sorted, g_strv_length ((GStrv) list), sizeof *sorted, compare_texts);
  for (guint i = 0; sorted[i] != NULL; i++)
    add_part (text, sorted[i]);
}

static void
add_concepts (GString    *text,
              SkResource *resource,
              SkFacet     facet)
{
  GPtrArray *concepts = sk_resource_get_concepts (resource, facet);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; concepts != NULL && i < concepts->len; i++)
    g_ptr_array_add (keys, (gpointer) sk_concept_get_key (g_ptr_array_index (concepts, i)));
  g_ptr_array_add (keys, NULL);
  add_list (text, (const char * const *) keys->pdata);
}

static void
add_ages (GString    *text,
          SkResource *resource)
{
  SkAgeRange ages;

  if (!sk_resource_get_ages (resource, &ages))
    return;

  add_number (text, ages.min);
  add_number (text, ages.max);
}

static void
add_files (GString    *text,
           SkResource *resource)
{
  GPtrArray *files = sk_resource_get_attachments (resource);

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const SkAttachment *file = g_ptr_array_index (files, i);

      add_part (text, sk_attachment_get_url (file));
      add_part (text, sk_attachment_get_name (file));
      add_part (text, sk_attachment_get_sha256 (file));
      add_number (text, sk_attachment_get_size (file));
    }
}

static void
add_questions (GString    *text,
               SkResource *resource)
{
  GPtrArray *questions = sk_resource_get_talk_questions (resource);

  for (guint i = 0; questions != NULL && i < questions->len; i++)
    add_text (text, g_ptr_array_index (questions, i));
}

static void
add_numbers (GString *text,
             guint    least,
             guint    most)
{
  if (least == 0 && most == 0)
    return;

  add_number (text, least);
  add_number (text, most);
}

static void
add_part_if_any (GString    *text,
                 const char *part)
{
  if (part != NULL)
    add_part (text, part);
}

/* A fact as a text that is equal for equal facts, and empty where nothing is stated. */
static void
add_fact (GString    *text,
          SkResource *resource,
          SkToolFact  fact)
{
  switch (fact)
    {
    case SK_TOOL_NAME:
      return add_text (text, sk_resource_get_name (resource));
    case SK_TOOL_DESCRIPTION:
      return add_text (text, sk_resource_get_description (resource));
    case SK_TOOL_MINUTES:
      return add_numbers (text, sk_resource_get_minutes_min (resource),
                          sk_resource_get_minutes (resource));
    case SK_TOOL_AGES:
      return add_ages (text, resource);
    case SK_TOOL_LANGUAGES:
      return add_list (text, sk_resource_get_languages (resource));
    case SK_TOOL_NEEDS:
      return add_list (text, sk_resource_get_needs (resource));
    case SK_TOOL_GROUP:
      return add_numbers (text, sk_resource_get_group_min (resource),
                          sk_resource_get_group_max (resource));
    case SK_TOOL_FILES:
      return add_files (text, resource);
    case SK_TOOL_QUESTIONS:
      return add_questions (text, resource);
    case SK_TOOL_SENSITIVE:
      return add_numbers (text, 0, (guint) sk_resource_get_sensitive (resource));
    case SK_TOOL_THEMES:
      return add_concepts (text, resource, SK_FACET_THEME);
    case SK_TOOL_FORMATS:
      return add_concepts (text, resource, SK_FACET_FORMAT);
    case SK_TOOL_ADDRESS:
      return add_part_if_any (text, sk_resource_get_url (resource));
    case SK_TOOL_PUBLISHERS:
      return add_list (text, sk_resource_get_publishers (resource));
    case SK_TOOL_LICENCE:
      return add_part_if_any (text, sk_resource_get_license (resource));
    case SK_TOOL_COST:
      if (sk_resource_get_free (resource) != SK_STATED_NOT)
        add_number (text, sk_resource_get_free (resource));
      return;
    default:
      g_return_if_reached ();
    }
}

/**
 * sk_tool_has_fact:
 * @resource: a tool
 * @fact: what may be known of it
 *
 * Returns: whether its publisher states it
 */
gboolean
sk_tool_has_fact (SkResource *resource,
                  SkToolFact  fact)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (SK_IS_RESOURCE (resource), FALSE);

  add_fact (text, resource, fact);
  return text->len > 0;
}

/**
 * sk_tool_same_fact:
 * @a: a version of a tool
 * @b: a version of a tool
 * @fact: what may be known of it
 *
 * Returns: whether both say the same; in lists the order does not count, but for files
 */
gboolean
sk_tool_same_fact (SkResource *a,
                   SkResource *b,
                   SkToolFact  fact)
{
  g_autoptr (GString) text_a = g_string_new (NULL);
  g_autoptr (GString) text_b = g_string_new (NULL);

  g_return_val_if_fail (SK_IS_RESOURCE (a), FALSE);
  g_return_val_if_fail (SK_IS_RESOURCE (b), FALSE);

  add_fact (text_a, a, fact);
  add_fact (text_b, b, fact);
  return g_string_equal (text_a, text_b);
}

/**
 * sk_tool_hash_facts:
 * @resource: a tool
 *
 * Returns: (transfer full): the SHA-256 of all its facts: versions of a tool that a person cannot
 *   tell apart have the same
 */
char *
sk_tool_hash_facts (SkResource *resource)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (SK_IS_RESOURCE (resource), NULL);

  for (guint i = 0; i < SK_N_TOOL_FACTS; i++)
    {
      add_fact (text, resource, i);
      g_string_append_c (text, FIELD);
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}
