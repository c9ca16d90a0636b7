/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-fact-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-words.h"

/* Of "2019-05": what is longer names a day. */
#define MONTH_LENGTH 7

static char *
join (GStrvBuilder *builder)
{
  g_auto (GStrv) words = g_strv_builder_end (builder);

  return words[0] != NULL ? g_strjoinv (", ", words) : NULL;
}

static char *
join_words (const char * const *values,
            char             *(*put) (const char *value))
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    g_strv_builder_take (builder, put (values[i]));

  return join (builder);
}

/**
 * sk_fact_words_ages:
 *
 * Returns: (transfer full) (nullable): "8–12 years", and whether that is an estimate
 */
char *
sk_fact_words_ages (SkResource *resource)
{
  g_autofree char *words = NULL;
  SkAgeRange ages;

  if (!sk_resource_get_ages (resource, &ages))
    return NULL;

  words = sk_words_ages (ages);
  return sk_resource_get_ages_estimated (resource) ? g_strdup_printf (_("%s (estimated)"), words)
                                                   : g_steal_pointer (&words);
}

/**
 * sk_fact_words_length:
 *
 * Returns: (transfer full) (nullable): "45 min", and how short it can be
 */
char *
sk_fact_words_length (SkResource *resource)
{
  const guint minutes = sk_resource_get_minutes (resource);
  const guint least = sk_resource_get_minutes_min (resource);
  g_autofree char *words = NULL;

  if (minutes == 0)
    return NULL;

  words = sk_words_minutes (minutes);
  return least > 0 && least < minutes
             ? g_strdup_printf (ngettext ("%s, %u at least", "%s, %u at least", least), words,
                                least)
             : g_steal_pointer (&words);
}

/**
 * sk_fact_words_languages:
 *
 * Returns: (transfer full) (nullable): "Dutch, French"
 */
char *
sk_fact_words_languages (SkResource *resource)
{
  return join_words (sk_resource_get_languages (resource), sk_words_language);
}

/**
 * sk_fact_words_concepts:
 *
 * Returns: (transfer full) (nullable): the labels of the tool's concepts of a facet
 */
char *
sk_fact_words_concepts (SkResource *resource,
                        SkFacet     facet)
{
  GPtrArray *concepts = sk_resource_get_concepts (resource, facet);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; concepts != NULL && i < concepts->len; i++)
    g_strv_builder_add (builder, sk_concept_pick_label (g_ptr_array_index (concepts, i),
                                                        g_get_language_names ()));

  return join (builder);
}

/**
 * sk_fact_words_needs:
 *
 * Returns: (transfer full) (nullable): what the room must have
 */
char *
sk_fact_words_needs (SkResource *resource)
{
  return join_words (sk_resource_get_needs (resource), sk_words_need);
}

/**
 * sk_fact_words_cost:
 *
 * Returns: (transfer full) (nullable): "Free" or "Not free"
 */
char *
sk_fact_words_cost (SkResource *resource)
{
  const SkStated free = sk_resource_get_free (resource);

  if (free == SK_STATED_NOT)
    return NULL;

  return sk_words_value (SK_FACET_FREE, free == SK_STATED_YES ? SK_FREE_YES : SK_FREE_NO, NULL);
}

/**
 * sk_fact_words_seen:
 *
 * Returns: (transfer full) (nullable): "Seen in 2019": when the facts were read
 */
char *
sk_fact_words_seen (SkResource *resource)
{
  const char *seen = sk_resource_get_seen (resource);
  g_autofree char *date = seen != NULL ? sk_words_date (seen) : NULL;

  if (date == NULL)
    return NULL;

  return g_strdup_printf (strlen (seen) > MONTH_LENGTH ? _("Seen on %s") : _("Seen in %s"), date);
}
