/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-span.h"

#include <string.h>

static const SkSpan NOT_STATED = {0, 0};
static const SkSpan NOTHING = {1, 0};

/**
 * sk_facet_measures:
 *
 * Returns: whether the facet's values are spans, as ages and lengths are, or names
 */
gboolean
sk_facet_measures (SkFacet facet)
{
  return facet == SK_FACET_AGE || facet == SK_FACET_LENGTH;
}

/**
 * sk_span_overlaps:
 *
 * Returns: whether there is something that lies in both
 */
gboolean
sk_span_overlaps (SkSpan a,
                  SkSpan b)
{
  return a.low <= b.high && b.low <= a.high;
}

static SkSpan
span_of_ages (SkAgeRange ages)
{
  return (SkSpan){ages.min + 1u, ages.max + 1u};
}

static SkSpan
span_of_age_value (const char *value)
{
  SkAgeRange ages;

  return sk_age_range_parse (value, &ages) ? span_of_ages (ages) : NOTHING;
}

static SkSpan
span_of_length_value (const char *value)
{
  guint64 minutes;

  if (strcmp (value, SK_LENGTH_LONGER) == 0)
    return (SkSpan){sk_length_limits[SK_N_LENGTH_LIMITS - 1] + 1, G_MAXUINT32};
  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXUINT32, &minutes, NULL))
    return NOTHING;

  return (SkSpan){1, (guint32) minutes};
}

/**
 * sk_span_of_value:
 * @facet: a facet that measures
 * @value: one of its values: "8-10" years, "30" minutes at most, "longer", "none"
 *
 * Returns: what records with that value overlap; for a text that is no such value, a span
 *   that nothing overlaps
 */
SkSpan
sk_span_of_value (SkFacet     facet,
                  const char *value)
{
  if (strcmp (value, SK_FACET_NONE) == 0)
    return NOT_STATED;

  return facet == SK_FACET_AGE ? span_of_age_value (value) : span_of_length_value (value);
}

/**
 * sk_span_of_resource:
 * @facet: a facet that measures
 *
 * Returns: what the record states
 */
SkSpan
sk_span_of_resource (SkFacet     facet,
                     SkResource *resource)
{
  guint32 minutes;
  SkAgeRange ages;

  if (facet == SK_FACET_AGE)
    return sk_resource_get_ages (resource, &ages) ? span_of_ages (ages) : NOT_STATED;

  minutes = sk_resource_get_minutes (resource);
  return (SkSpan){minutes, minutes};
}
