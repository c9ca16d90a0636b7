/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl-concept.h"

#include <glib/gi18n.h>
#include <string.h>

/* Slips of the finger that are taken for a near name. */
#define MAX_SLIPS 2

/* Levenshtein's distance, in bytes: our short names are ASCII. */
static guint
count_slips (const char *a,
             const char *b)
{
  gsize length = strlen (b);
  g_autofree guint *row = g_new (guint, length + 1);

  for (guint i = 0; i <= length; i++)
    row[i] = i;

  for (guint i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (guint j = 0; j < length; j++)
        {
          guint above = row[j + 1];
          guint changed = diagonal + (g_ascii_tolower (a[i]) != g_ascii_tolower (b[j]));

          row[j + 1] = MIN (changed, MIN (above, row[j]) + 1);
          diagonal = above;
        }
    }

  return row[length];
}

static gboolean
is_near (const char *notation,
         const char *name)
{
  return count_slips (notation, name) <= MAX_SLIPS || strstr (notation, name) != NULL
         || strstr (name, notation) != NULL;
}

/* The short names that are near, or all of them where none is. */
static char *
list_notations (SkVocabulary *vocabulary,
                const char   *name,
                gboolean      near_only)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < sk_vocabulary_get_size (vocabulary); i++)
    {
      const char *notation = sk_concept_get_notation (sk_vocabulary_get_nth (vocabulary, i));

      if (notation == NULL || (near_only && !is_near (notation, name)))
        continue;

      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", notation);
    }

  return g_string_free_and_steal (g_steal_pointer (&list));
}

static void
set_unknown (SkVocabulary  *vocabulary,
             SkFacet        facet,
             const char    *name,
             GError       **error)
{
  g_autofree char *near = list_notations (vocabulary, name, TRUE);
  g_autofree char *all = list_notations (vocabulary, name, FALSE);
  const char *option = sk_facet_get_name (facet);

  if (*name != '\0' && *near != '\0')
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("--%s does not know “%s”; did you mean: %s?"), option, name, near);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("--%s does not know “%s”; it takes: %s, none"), option, name, all);
}

/* Concepts that are in no vocabulary of ours, by their key or their label. */
static const char *
find_listed (SkResults  *all,
             SkFacet     facet,
             const char *name)
{
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (all, facet, &n_values);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < n_values; i++)
    {
      g_autofree char *label = NULL;

      if (strcmp (counts[i].value, name) == 0)
        return counts[i].value;
      if (counts[i].concept == NULL)
        continue;

      label = g_utf8_casefold (sk_concept_pick_label (counts[i].concept, NULL), -1);
      if (strcmp (label, folded) == 0)
        return counts[i].value;
    }

  return NULL;
}

/**
 * sk_ctl_concept_resolve:
 * @vocabulary: the facet's concepts
 * @all: the answer to the query that asks for everything
 * @facet: a facet whose values are concepts
 * @name: what was typed: a short name, a URI, a label, or "none"
 *
 * Returns: (transfer full) (nullable): the value that a query takes; %NULL with an error
 *   that names what is near, where the name is a concept's nowhere
 */
char *
sk_ctl_concept_resolve (SkVocabulary  *vocabulary,
                        SkResults     *all,
                        SkFacet        facet,
                        const char    *name,
                        GError       **error)
{
  SkConcept *concept;
  const char *listed;

  if (strcmp (name, SK_FACET_NONE) == 0)
    return g_strdup (name);

  concept = sk_vocabulary_find (vocabulary, name);
  if (concept == NULL)
    concept = sk_vocabulary_find_label (vocabulary, name);
  if (concept != NULL)
    return g_strdup (sk_concept_get_key (concept));

  listed = find_listed (all, facet, name);
  if (listed != NULL)
    return g_strdup (listed);

  if (g_uri_peek_scheme (name) != NULL)
    return g_strdup (name);

  set_unknown (vocabulary, facet, name, error);
  return NULL;
}
