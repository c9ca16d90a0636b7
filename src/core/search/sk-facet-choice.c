/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-choice.h"

#include <string.h>

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
list_chosen (SkFacetChoice *self,
             const char    *value)
{
  SkFacetCount count = {value, NULL, 0};
  guint last = self->counts->len;

  if (find_value (self->counts, value) < last)
    return;

  g_array_append_val (self->counts, count);

  if (sk_facet_measures (self->values->facet))
    {
      SkSpan span = sk_span_of_value (self->values->facet, value);

      g_array_append_val (self->spans, span);
    }
}

/**
 * sk_facet_choice_init:
 * @values: the values that the facet has; must outlive the choice
 * @chosen: (nullable): the values that the query wants, any of them; none: all records do.
 *   They must outlive what [method@FacetChoice.finish] returns
 *
 * Lists the values, each with a count of 0.
 */
void
sk_facet_choice_init (SkFacetChoice       *self,
                      const SkFacetDomain *values,
                      const char * const  *chosen)
{
  guint n_chosen = chosen != NULL ? g_strv_length ((GStrv) chosen) : 0;

  self->values = values;
  self->counts = g_array_copy (values->counts);
  self->spans = g_array_copy (values->spans);
  self->chosen = NULL;

  for (guint i = 0; i < n_chosen; i++)
    list_chosen (self, chosen[i]);

  if (n_chosen > 0)
    self->chosen = g_new0 (gboolean, self->counts->len);

  for (guint i = 0; i < n_chosen; i++)
    self->chosen[find_value (self->counts, chosen[i])] = TRUE;
}

/**
 * sk_facet_choice_clear:
 * @self: a choice
 */
void
sk_facet_choice_clear (SkFacetChoice *self)
{
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->chosen, g_free);
}

/**
 * sk_facet_choice_finish:
 *
 * Takes the counts; [const@FACET_NONE] is moved to the end.
 *
 * Returns: (transfer full) (element-type SkFacetCount): the values in display order
 */
GArray *
sk_facet_choice_finish (SkFacetChoice *self)
{
  guint place = find_value (self->counts, SK_FACET_NONE);
  SkFacetCount none = g_array_index (self->counts, SkFacetCount, place);

  g_array_remove_index (self->counts, place);
  g_array_append_val (self->counts, none);

  return g_steal_pointer (&self->counts);
}
