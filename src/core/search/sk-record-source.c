/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-source.h"

G_DEFINE_INTERFACE (SkRecordSource, sk_record_source, G_TYPE_OBJECT)

static void
sk_record_source_default_init (SkRecordSourceInterface *iface)
{
}

/**
 * sk_record_source_load:
 * @row: the number that the record was put into the index with
 *
 * Reads one record, on any thread.
 *
 * Returns: (transfer full) (nullable): the record
 */
SkResource *
sk_record_source_load (SkRecordSource  *self,
                       guint64          row,
                       GError         **error)
{
  g_return_val_if_fail (SK_IS_RECORD_SOURCE (self), NULL);

  return SK_RECORD_SOURCE_GET_IFACE (self)->load (self, row, error);
}
