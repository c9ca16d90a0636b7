/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-array.h"

#include <gio/gio.h>

struct _SkRecordArray
{
  GObject parent_instance;

  GPtrArray *resources;
};

static SkResource *
sk_record_array_load (SkRecordSource  *source,
                      guint64          row,
                      GError         **error)
{
  SkRecordArray *self = SK_RECORD_ARRAY (source);

  if (row < self->resources->len)
    return g_object_ref (g_ptr_array_index (self->resources, row));

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               "There is no record %" G_GUINT64_FORMAT, row);
  return NULL;
}

static void
record_source_iface_init (SkRecordSourceInterface *iface)
{
  iface->load = sk_record_array_load;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SkRecordArray, sk_record_array, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SK_TYPE_RECORD_SOURCE,
                                                      record_source_iface_init))

static void
sk_record_array_finalize (GObject *object)
{
  g_clear_pointer (&SK_RECORD_ARRAY (object)->resources, g_ptr_array_unref);

  G_OBJECT_CLASS (sk_record_array_parent_class)->finalize (object);
}

static void
sk_record_array_class_init (SkRecordArrayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_record_array_finalize;
}

static void
sk_record_array_init (SkRecordArray *self)
{
}

/**
 * sk_record_array_new:
 * @resources: (element-type SkResource): the records
 *
 * Returns: (transfer full): a source of these
 */
SkRecordSource *
sk_record_array_new (GPtrArray *resources)
{
  SkRecordArray *self = g_object_new (SK_TYPE_RECORD_ARRAY, NULL);

  self->resources = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < resources->len; i++)
    g_ptr_array_add (self->resources, g_object_ref (g_ptr_array_index (resources, i)));

  return SK_RECORD_SOURCE (self);
}
