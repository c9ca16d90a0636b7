/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-scan.h"

static gboolean
span_passes (SkFacetChoice       *choice,
             const SkFacetColumn *column,
             guint32              record)
{
  SkSpan span = g_array_index (column->record_spans, SkSpan, record);

  for (guint i = 0; i < choice->counts->len; i++)
    if (choice->chosen[i] && sk_span_overlaps (span, g_array_index (choice->spans, SkSpan, i)))
      return TRUE;

  return FALSE;
}

static gboolean
listed_passes (SkFacetChoice       *choice,
               const SkFacetColumn *column,
               guint32              record)
{
  guint n_listed;
  const guint32 *listed = sk_facet_column_get_listed (column, record, &n_listed);

  for (guint i = 0; i < n_listed; i++)
    if (choice->chosen[listed[i]])
      return TRUE;

  return FALSE;
}

/**
 * sk_facet_scan_passes:
 * @column: what every record has of the facet
 * @record: a record's number
 *
 * Returns: whether the record has one of the chosen values, or nothing was chosen
 */
gboolean
sk_facet_scan_passes (SkFacetChoice       *choice,
                      const SkFacetColumn *column,
                      guint32              record)
{
  if (choice->chosen == NULL)
    return TRUE;

  return sk_facet_measures (choice->values->facet) ? span_passes (choice, column, record)
                                                   : listed_passes (choice, column, record);
}

static void
count_span (SkFacetChoice       *choice,
            const SkFacetColumn *column,
            guint32              record)
{
  SkSpan span = g_array_index (column->record_spans, SkSpan, record);

  for (guint i = 0; i < choice->counts->len; i++)
    if (sk_span_overlaps (span, g_array_index (choice->spans, SkSpan, i)))
      g_array_index (choice->counts, SkFacetCount, i).count++;
}

/**
 * sk_facet_scan_count:
 * @column: what every record has of the facet
 * @record: a record's number
 *
 * Counts the record for each value that it has.
 */
void
sk_facet_scan_count (SkFacetChoice       *choice,
                     const SkFacetColumn *column,
                     guint32              record)
{
  guint n_listed;
  const guint32 *listed;

  if (sk_facet_measures (choice->values->facet))
    {
      count_span (choice, column, record);
      return;
    }

  listed = sk_facet_column_get_listed (column, record, &n_listed);
  for (guint i = 0; i < n_listed; i++)
    g_array_index (choice->counts, SkFacetCount, listed[i]).count++;
}
