/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet.h"

#include <string.h>

/* In minutes; what lasts longer than the last is SK_LENGTH_LONGER. */
const guint sk_length_limits[SK_N_LENGTH_LIMITS] = {15, 30, 50, 100};

static const char * const facet_names[SK_N_FACETS] = {
  "age",     "theme",  "format",    "language", "audience",
  "setting", "length", "publisher", "licence",  "free",
};

/**
 * sk_facet_get_name:
 *
 * Returns: the facet's name on the command line and in JSON
 */
const char *
sk_facet_get_name (SkFacet facet)
{
  g_return_val_if_fail (facet < SK_N_FACETS, NULL);

  return facet_names[facet];
}

/**
 * sk_facet_from_name:
 * @facet: (out): the facet of that name
 *
 * Returns: whether there is such a facet
 */
gboolean
sk_facet_from_name (const char *name,
                    SkFacet    *facet)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (facet != NULL, FALSE);

  for (guint i = 0; i < SK_N_FACETS; i++)
    if (strcmp (name, facet_names[i]) == 0)
      {
        *facet = (SkFacet) i;
        return TRUE;
      }

  return FALSE;
}
