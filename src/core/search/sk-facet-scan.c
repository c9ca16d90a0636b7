/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-scan.h"

#include <string.h>

struct _SkFacetScan
{
  const SkFacetColumn *column;
  GArray *counts;             /* SkFacetCount */
  GArray *spans;              /* SkSpan of each value, where the facet measures */
  gboolean *chosen;           /* of each value; NULL where none is */
};

static guint
find_value (GArray     *counts,
            const char *value)
{
  guint i;

  for (i = 0; i < counts->len; i++)
    if (strcmp (g_array_index (counts, SkFacetCount, i).value, value) == 0)
      break;

  return i;
}

/* A value that was chosen but that is not listed, such as the ages 8-10 or a theme that
 * the last sync took away, stays in sight: before "none". */
static void
list_chosen (SkFacetScan *self,
             const char  *value)
{
  SkFacetCount count = {value, NULL, 0};
  guint last = self->counts->len;

  if (find_value (self->counts, value) < last)
    return;

  g_array_append_val (self->counts, count);

  if (sk_facet_measures (self->column->facet))
    {
      SkSpan span = sk_span_of_value (self->column->facet, value);

      g_array_append_val (self->spans, span);
    }
}

/**
 * sk_facet_scan_new:
 * @column: what every record has of the facet; must outlive the scan
 * @chosen: (nullable): the values that the query wants, any of them; none: all records do.
 *   They must outlive what [method@FacetScan.finish] returns
 *
 * Returns: (transfer full): a count at its start
 */
SkFacetScan *
sk_facet_scan_new (const SkFacetColumn         *column,
                   const char          * const *chosen)
{
  SkFacetScan *self = g_new0 (SkFacetScan, 1);
  guint n_chosen = chosen != NULL ? g_strv_length ((GStrv) chosen) : 0;

  self->column = column;
  self->counts = g_array_copy (column->values);
  self->spans = g_array_copy (column->value_spans);

  for (guint i = 0; i < n_chosen; i++)
    list_chosen (self, chosen[i]);

  if (n_chosen > 0)
    self->chosen = g_new0 (gboolean, self->counts->len);

  for (guint i = 0; i < n_chosen; i++)
    self->chosen[find_value (self->counts, chosen[i])] = TRUE;

  return self;
}

/**
 * sk_facet_scan_free:
 * @self: (transfer full): a count
 */
void
sk_facet_scan_free (SkFacetScan *self)
{
  g_clear_pointer (&self->counts, g_array_unref);
  g_array_unref (self->spans);
  g_free (self->chosen);
  g_free (self);
}

static const guint32 *
get_listed (const SkFacetColumn *column,
            guint32              record,
            guint               *n_listed)
{
  guint32 start = g_array_index (column->starts, guint32, record);

  *n_listed = g_array_index (column->starts, guint32, record + 1) - start;
  return &g_array_index (column->listed, guint32, start);
}

static gboolean
span_passes (SkFacetScan *self,
             guint32      record)
{
  SkSpan span = g_array_index (self->column->record_spans, SkSpan, record);

  for (guint i = 0; i < self->counts->len; i++)
    if (self->chosen[i] && sk_span_overlaps (span, g_array_index (self->spans, SkSpan, i)))
      return TRUE;

  return FALSE;
}

static gboolean
listed_passes (SkFacetScan *self,
               guint32      record)
{
  guint n_listed;
  const guint32 *listed = get_listed (self->column, record, &n_listed);

  for (guint i = 0; i < n_listed; i++)
    if (self->chosen[listed[i]])
      return TRUE;

  return FALSE;
}

/**
 * sk_facet_scan_passes:
 * @record: a record's number
 *
 * Returns: whether the record has one of the chosen values, or nothing was chosen
 */
gboolean
sk_facet_scan_passes (SkFacetScan *self,
                      guint32      record)
{
  if (self->chosen == NULL)
    return TRUE;

  return sk_facet_measures (self->column->facet) ? span_passes (self, record)
                                              : listed_passes (self, record);
}

static void
count_span (SkFacetScan *self,
            guint32      record)
{
  SkSpan span = g_array_index (self->column->record_spans, SkSpan, record);

  for (guint i = 0; i < self->counts->len; i++)
    if (sk_span_overlaps (span, g_array_index (self->spans, SkSpan, i)))
      g_array_index (self->counts, SkFacetCount, i).count++;
}

/**
 * sk_facet_scan_count:
 * @record: a record's number
 *
 * Counts the record for each value that it has.
 */
void
sk_facet_scan_count (SkFacetScan *self,
                     guint32      record)
{
  guint n_listed;
  const guint32 *listed;

  if (sk_facet_measures (self->column->facet))
    {
      count_span (self, record);
      return;
    }

  listed = get_listed (self->column, record, &n_listed);
  for (guint i = 0; i < n_listed; i++)
    g_array_index (self->counts, SkFacetCount, listed[i]).count++;
}

/**
 * sk_facet_scan_finish:
 *
 * Ends the count; [const@FACET_NONE] is moved to the end.
 *
 * Returns: (transfer full) (element-type SkFacetCount): the values in display order
 */
GArray *
sk_facet_scan_finish (SkFacetScan *self)
{
  guint place = find_value (self->counts, SK_FACET_NONE);
  SkFacetCount none = g_array_index (self->counts, SkFacetCount, place);

  g_array_remove_index (self->counts, place);
  g_array_append_val (self->counts, none);

  return g_steal_pointer (&self->counts);
}
