/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-steady-rows.h"

struct _SkSteadyRow
{
  GObject parent_instance;

  GObject *item;
};

enum
{
  PROP_ITEM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkSteadyRow, sk_steady_row, G_TYPE_OBJECT)

struct _SkSteadyRows
{
  GObject parent_instance;

  GListModel *model;
  GHashTable *rows;           /* those that somebody looks at, by position; they are not held */
  guint n_rows;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SkSteadyRows,
                               sk_steady_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
sk_steady_row_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ITEM:
      g_value_set_object (value, SK_STEADY_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_steady_row_finalize (GObject *object)
{
  g_clear_object (&SK_STEADY_ROW (object)->item);

  G_OBJECT_CLASS (sk_steady_row_parent_class)->finalize (object);
}

static void
sk_steady_row_class_init (SkSteadyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sk_steady_row_get_property;
  object_class->finalize = sk_steady_row_finalize;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_steady_row_init (SkSteadyRow *self)
{
}

/**
 * sk_steady_row_get_item:
 *
 * Returns: (transfer none) (type GObject): what is in the row now
 */
gpointer
sk_steady_row_get_item (SkSteadyRow *self)
{
  g_return_val_if_fail (SK_IS_STEADY_ROW (self), NULL);

  return self->item;
}

static gboolean
is_row (gpointer position,
        gpointer row,
        gpointer wanted)
{
  return row == wanted;
}

static void
on_row_gone (gpointer  data,
             GObject  *row)
{
  g_hash_table_foreach_remove (SK_STEADY_ROWS (data)->rows, is_row, row);
}

static void
forget_rows_from (SkSteadyRows *self,
                  guint         start)
{
  GHashTableIter iter;
  gpointer position;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &position, &row))
    {
      if (GPOINTER_TO_UINT (position) < start)
        continue;

      g_object_weak_unref (row, on_row_gone, self);
      g_hash_table_iter_remove (&iter);
    }
}

static void
change_items (SkSteadyRows *self,
              guint         start,
              guint         end)
{
  for (guint i = start; i < end; i++)
    {
      SkSteadyRow *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (i));
      g_autoptr (GObject) item = NULL;

      if (row == NULL)
        continue;

      item = g_list_model_get_item (self->model, i);
      if (g_set_object (&row->item, item))
        g_object_notify_by_pspec (G_OBJECT (row), properties[PROP_ITEM]);
    }
}

static void
on_items_changed (SkSteadyRows *self,
                  guint         position,
                  guint         n_removed,
                  guint         n_added)
{
  const guint end = position + MIN (n_removed, n_added);
  const guint n_before = self->n_rows;

  self->n_rows = g_list_model_get_n_items (self->model);
  if (n_removed != n_added)
    forget_rows_from (self, end);
  change_items (self, position, end);

  /* Rows behind the change have another position, so that they are told as others. */
  if (n_removed != n_added)
    g_list_model_items_changed (G_LIST_MODEL (self), end, n_before - end, self->n_rows - end);
}

static GType
sk_steady_rows_get_item_type (GListModel *model)
{
  return SK_TYPE_STEADY_ROW;
}

static guint
sk_steady_rows_get_n_items (GListModel *model)
{
  return SK_STEADY_ROWS (model)->n_rows;
}

static gpointer
sk_steady_rows_get_item (GListModel *model,
                         guint       position)
{
  SkSteadyRows *self = SK_STEADY_ROWS (model);
  SkSteadyRow *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));

  if (position >= self->n_rows)
    return NULL;
  if (row != NULL)
    return g_object_ref (row);

  row = g_object_new (SK_TYPE_STEADY_ROW, NULL);
  row->item = g_list_model_get_item (self->model, position);
  g_object_weak_ref (G_OBJECT (row), on_row_gone, self);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
  return row;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = sk_steady_rows_get_item_type;
  iface->get_n_items = sk_steady_rows_get_n_items;
  iface->get_item = sk_steady_rows_get_item;
}

static void
sk_steady_rows_finalize (GObject *object)
{
  SkSteadyRows *self = SK_STEADY_ROWS (object);

  forget_rows_from (self, 0);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (sk_steady_rows_parent_class)->finalize (object);
}

static void
sk_steady_rows_class_init (SkSteadyRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_steady_rows_finalize;
}

static void
sk_steady_rows_init (SkSteadyRows *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
}

/**
 * sk_steady_rows_new:
 * @model: a list of objects
 *
 * Returns: (transfer full): its items in rows that stay
 */
SkSteadyRows *
sk_steady_rows_new (GListModel *model)
{
  SkSteadyRows *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  self = g_object_new (SK_TYPE_STEADY_ROWS, NULL);
  self->model = g_object_ref (model);
  self->n_rows = g_list_model_get_n_items (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
