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

/**
 * sk_record_source_knew:
 * @self: a source of records
 * @id: the id of a resource that is not among the records
 *
 * Says whether there once was a record of it, on any thread.
 *
 * Returns: whether its publisher withdrew it; %FALSE too where the past is not known
 */
gboolean
sk_record_source_knew (SkRecordSource *self,
                       const char     *id)
{
  g_return_val_if_fail (SK_IS_RECORD_SOURCE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return SK_RECORD_SOURCE_GET_IFACE (self)->knew != NULL &&
         SK_RECORD_SOURCE_GET_IFACE (self)->knew (self, id);
}

/**
 * sk_record_source_read:
 * @row: the number that the record was put into the index with
 *
 * Reads the text of one record, on any thread.
 *
 * Returns: (transfer full) (nullable): the JSON that its source gave; %NULL too where that is not
 *   kept, without an error
 */
char *
sk_record_source_read (SkRecordSource  *self,
                       guint64          row,
                       GError         **error)
{
  g_return_val_if_fail (SK_IS_RECORD_SOURCE (self), NULL);

  return SK_RECORD_SOURCE_GET_IFACE (self)->read != NULL
           ? SK_RECORD_SOURCE_GET_IFACE (self)->read (self, row, error)
           : NULL;
}
