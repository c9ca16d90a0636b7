/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-card-words.h"

#include <glib/gi18n.h>

#include "sk-languages.h"
#include "sk-words.h"

/**
 * sk_card_words_publisher:
 * @resource: a tool
 *
 * Returns: (transfer full) (nullable): who publishes it
 */
char *
sk_card_words_publisher (SkResource *resource)
{
  const char * const *publishers = sk_resource_get_publishers (resource);

  return publishers != NULL ? g_strjoinv (", ", (GStrv) publishers) : NULL;
}

/**
 * sk_card_words_ages:
 * @resource: a tool
 *
 * Returns: (transfer full) (nullable): for whom it is, "8–12 years"
 */
char *
sk_card_words_ages (SkResource *resource)
{
  SkAgeRange ages;

  return sk_resource_get_ages (resource, &ages) ? sk_words_ages (ages) : NULL;
}

/**
 * sk_card_words_minutes:
 * @resource: a tool
 *
 * Returns: (transfer full) (nullable): how long it takes, "45 min"
 */
char *
sk_card_words_minutes (SkResource *resource)
{
  const guint minutes = sk_resource_get_minutes (resource);

  return minutes > 0 ? sk_words_minutes (minutes) : NULL;
}

/**
 * sk_card_words_format:
 * @resource: a tool
 *
 * Returns: (transfer none) (nullable): what it is in the first place
 */
SkConcept *
sk_card_words_format (SkResource *resource)
{
  GPtrArray *formats = sk_resource_get_concepts (resource, SK_FACET_FORMAT);

  return formats != NULL && formats->len > 0 ? g_ptr_array_index (formats, 0) : NULL;
}

static void
add_words (GStrvBuilder *builder,
           char         *words)
{
  if (words != NULL && *words != '\0')
    g_strv_builder_take (builder, words);
  else
    g_free (words);
}

static char *
describe_languages (SkResource *resource)
{
  g_auto (GStrv) languages = sk_languages_sort (sk_resource_get_languages (resource));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; languages[i] != NULL; i++)
    add_words (builder, sk_words_language (languages[i]));

  names = g_strv_builder_end (builder);
  return sk_words_join ((const char * const *) names);
}

/**
 * sk_card_words_describe:
 * @resource: a tool
 * @favourite: whether it is one
 * @dead_link: whether its link was marked as dead
 *
 * Says all that a card shows, in words for somebody who hears it.
 *
 * Returns: (transfer full): the name, then the facts that are stated, with commas between
 */
char *
sk_card_words_describe (SkResource *resource,
                        gboolean    favourite,
                        gboolean    dead_link)
{
  const char * const *readers = g_get_language_names ();
  const guint minutes = sk_resource_get_minutes (resource);
  SkConcept *format = sk_card_words_format (resource);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  SkAgeRange ages;

  g_strv_builder_add (builder, sk_resource_pick_name (resource, readers, NULL));
  add_words (builder, sk_card_words_publisher (resource));
  if (sk_resource_get_ages (resource, &ages))
    add_words (builder, sk_words_ages_aloud (ages));
  if (minutes > 0)
    add_words (builder, sk_words_minutes_aloud (minutes));
  if (format != NULL)
    g_strv_builder_add (builder, sk_concept_pick_label (format, readers));
  add_words (builder, describe_languages (resource));
  if (favourite)
    g_strv_builder_add (builder, C_("mark", "favourite"));
  if (dead_link)
    g_strv_builder_add (builder, C_("mark", "its link marked as dead"));

  all = g_strv_builder_end (builder);
  return g_strjoinv (", ", all);
}
