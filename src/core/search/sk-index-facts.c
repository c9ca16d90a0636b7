/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-index-facts.h"

#include "sk-index-private.h"

/**
 * sk_index_get_n_values:
 *
 * Returns: how many values the records have, all facets together
 */
guint
sk_index_get_n_values (SkIndex *self)
{
  g_return_val_if_fail (SK_IS_INDEX (self), 0);

  return self->n_value_numbers;
}

/**
 * sk_index_read_value:
 * @number: as [func@digest_next_value] gives it
 * @facet: (out): the facet that it is of
 *
 * Returns: (transfer none) (nullable): the value, with a count of 0; %NULL where the file is
 *   damaged
 */
const SkFacetCount *
sk_index_read_value (SkIndex *self,
                     guint    number,
                     SkFacet *facet)
{
  guint32 place;

  g_return_val_if_fail (SK_IS_INDEX (self), NULL);

  return sk_index_get_value (self, number, facet, &place);
}

/**
 * sk_index_read_facts:
 * @record: a record's number, less than the size
 * @facts: (out caller-allocates): what is known of it; of each facet its values are in the
 *   record's own order
 *
 * Returns: whether there is a record, which only in a damaged file there is not
 */
gboolean
sk_index_read_facts (SkIndex  *self,
                     guint32   record,
                     SkDigest *facts)
{
  g_return_val_if_fail (SK_IS_INDEX (self), FALSE);
  g_return_val_if_fail (record < self->sets.n_records, FALSE);

  return sk_text_index_read_digest (&self->text, record, facts);
}
