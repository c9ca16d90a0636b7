/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-facet-values.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "search/sk-text-fold.h"
#include "sidekick-config.h"
#include "sk-band-toggles.h"
#include "sk-facet-row.h"
#include "sk-words.h"

/* A longer facet, as publishers are, shows all its values in a list that makes rows only for
 * what is looked at. */
#define MAX_ROWS 40

/* Asking for one or two more is not worth a click. */
#define N_SPARED 2

#define PILL_SPACING 6

struct _SkFacetValues
{
  GtkBox parent_instance;

  SkFacetModel *model;
  guint n_first;
  gboolean wrap;
  gboolean all;
  char *words;               /* what is looked for among all, NULL for nothing */
  GPtrArray *made;           /* the row of each value, NULL where there is none yet */
  GtkFilterListModel *found; /* NULL until a long facet has shown all */

  GtkEditable *find;
  SkBandToggles *bands;
  GtkWidget *rows;
  GtkScrolledWindow *list_place;
  GtkWidget *nothing;
  GtkWidget *more;
  GtkLabel *more_label;
};

G_DEFINE_FINAL_TYPE (SkFacetValues, sk_facet_values, GTK_TYPE_BOX)

/* Ages are bands everywhere, lengths where there is a finger to choose one. */
static gboolean
has_bands (SkFacetValues *self)
{
  const SkFacet facet = sk_facet_model_get_facet (self->model);

  if (sk_facet_model_get_size (self->model) == 0)
    return FALSE;

  return facet == SK_FACET_AGE || (self->wrap && facet == SK_FACET_LENGTH);
}

static gboolean
is_long (SkFacetValues *self)
{
  return sk_facet_model_get_size (self->model) > MAX_ROWS;
}

/* Whether the first few are all there are. */
static gboolean
is_short (SkFacetValues *self)
{
  return has_bands (self) || sk_facet_model_get_size (self->model) <= self->n_first + N_SPARED;
}

static gboolean
is_found (gpointer item,
          gpointer data)
{
  SkFacetValues *self = data;

  return self->words == NULL || sk_facet_item_matches (item, self->words);
}

static gboolean
is_shown (SkFacetValues *self,
          guint          nth,
          SkFacetItem   *item)
{
  if (has_bands (self) && !sk_facet_item_is_none (item))
    return FALSE;
  if (is_short (self))
    return TRUE;
  if (self->all)
    return !is_long (self) && is_found (item, self);

  return sk_facet_item_get_chosen (item) || (nth < self->n_first && !sk_facet_item_is_none (item));
}

static void
on_row (SkFacetRow    *row,
        SkFacetValues *self)
{
  sk_facet_model_toggle (self->model, sk_facet_row_get_item (row));
}

static GtkWidget *
make_row (SkFacetValues *self)
{
  GtkWidget *row = sk_facet_row_new ();

  /* A pill is as wide as what it says. */
  gtk_widget_set_hexpand (row, FALSE);
  g_signal_connect_object (row, "clicked", G_CALLBACK (on_row), self, G_CONNECT_DEFAULT);
  return row;
}

static guint
show_rows (SkFacetValues *self)
{
  GtkWidget *previous = NULL;
  guint n_shown = 0;

  for (guint i = 0; i < self->made->len; i++)
    {
      SkFacetItem *item = sk_facet_model_get_nth (self->model, i);
      GtkWidget *row = g_ptr_array_index (self->made, i);
      const gboolean shown = is_shown (self, i, item);

      if (row == NULL && shown)
        {
          row = make_row (self);
          sk_facet_row_set_item (SK_FACET_ROW (row), item);
          gtk_box_insert_child_after (GTK_BOX (self->rows), row, previous);
          g_ptr_array_index (self->made, i) = row;
        }

      if (row != NULL)
        {
          gtk_widget_set_visible (row, shown);
          previous = row;
        }
      n_shown += shown;
    }

  return n_shown;
}

static void
on_setup (SkFacetValues *self,
          GtkListItem   *list_item)
{
  gtk_list_item_set_child (list_item, make_row (self));
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_focusable (list_item, FALSE);
}

static void
on_bind (SkFacetValues *self,
         GtkListItem   *list_item)
{
  sk_facet_row_set_item (SK_FACET_ROW (gtk_list_item_get_child (list_item)),
                         gtk_list_item_get_item (list_item));
}

static void
on_unbind (SkFacetValues *self,
           GtkListItem   *list_item)
{
  sk_facet_row_set_item (SK_FACET_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
make_list (SkFacetValues *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkCustomFilter *filter = gtk_custom_filter_new (is_found, self, NULL);
  GtkWidget *list;

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);

  self->found =
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->model)), GTK_FILTER (filter));
  list = gtk_list_view_new (GTK_SELECTION_MODEL (
                                gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found)))),
                            factory);
  gtk_widget_add_css_class (list, "facet-list");
  gtk_scrolled_window_set_child (self->list_place, list);
}

static guint
show_list (SkFacetValues *self)
{
  const gboolean shown = self->all && is_long (self);

  if (shown && self->found == NULL)
    make_list (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list_place), shown);

  return shown ? g_list_model_get_n_items (G_LIST_MODEL (self->found)) : 0;
}

static void
show_more (SkFacetValues *self)
{
  const guint size = sk_facet_model_get_size (self->model);
  const guint n = size > 0 ? size - 1 : 0;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->more, !is_short (self));
  gtk_widget_set_visible (GTK_WIDGET (self->find), self->all && !is_short (self));
  if (size == 0)
    return;

  if (self->all)
    label = g_strdup (_("Show Fewer"));
  else if (sk_facet_model_get_facet (self->model) == SK_FACET_THEME)
    label = g_strdup_printf (ngettext ("All %u theme", "All %u themes", n), n);
  else if (sk_facet_model_get_facet (self->model) == SK_FACET_FORMAT)
    label = g_strdup_printf (ngettext ("All %u format", "All %u formats", n), n);
  else if (sk_facet_model_get_facet (self->model) == SK_FACET_PUBLISHER)
    label = g_strdup_printf (ngettext ("All %u publisher", "All %u publishers", n), n);
  else
    label = g_strdup_printf (ngettext ("Show %u", "Show all %u", n), n);

  gtk_label_set_label (self->more_label, label);
}

static void
show_values (SkFacetValues *self)
{
  guint n_shown = show_rows (self);

  n_shown += show_list (self);
  gtk_widget_set_visible (self->nothing, n_shown == 0 && self->words != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bands), has_bands (self));
  show_more (self);
}

static void
list_anew (SkFacetValues *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);

  g_ptr_array_set_size (self->made, 0);
  g_ptr_array_set_size (self->made, (int) sk_facet_model_get_size (self->model));
  show_values (self);
}

static void
set_all (SkFacetValues *self,
         gboolean       all)
{
  self->all = all;
  gtk_editable_set_text (self->find, "");
  show_values (self);
  gtk_widget_grab_focus (all ? GTK_WIDGET (self->find) : self->more);
}

static void
on_more (SkFacetValues *self)
{
  set_all (self, !self->all);
}

static void
on_find (SkFacetValues *self)
{
  g_autofree char *words = sk_text_fold_words (gtk_editable_get_text (self->find));

  if (!g_set_str (&self->words, *words != '\0' ? words : NULL))
    return;

  if (self->found != NULL)
    gtk_filter_changed (gtk_filter_list_model_get_filter (self->found),
                        GTK_FILTER_CHANGE_DIFFERENT);
  show_values (self);
}

static void
on_stop (SkFacetValues *self)
{
  if (*gtk_editable_get_text (self->find) != '\0')
    gtk_editable_set_text (self->find, "");
  else
    set_all (self, FALSE);
}

static void
sk_facet_values_dispose (GObject *object)
{
  SkFacetValues *self = SK_FACET_VALUES (object);

  g_clear_object (&self->found);
  g_clear_object (&self->model);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_FACET_VALUES);

  G_OBJECT_CLASS (sk_facet_values_parent_class)->dispose (object);
}

static void
sk_facet_values_class_init (SkFacetValuesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_facet_values_dispose;

  g_type_ensure (SK_TYPE_BAND_TOGGLES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-facet-values.ui");
  gtk_widget_class_bind_template_child (widget_class, SkFacetValues, find);
  gtk_widget_class_bind_template_child (widget_class, SkFacetValues, bands);
  gtk_widget_class_bind_template_child (widget_class, SkFacetValues, rows);
  gtk_widget_class_bind_template_child (widget_class, SkFacetValues, list_place);
  gtk_widget_class_bind_template_child (widget_class, SkFacetValues, nothing);
  gtk_widget_class_bind_template_child (widget_class, SkFacetValues, more);
  gtk_widget_class_bind_template_child (widget_class, SkFacetValues, more_label);
  gtk_widget_class_bind_template_callback (widget_class, on_find);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
}

static void
sk_facet_values_init (SkFacetValues *self)
{
  self->made = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_facet_values_new:
 * @model: the values
 * @n_first: how many of them are there before one asks for all
 *
 * Returns: (transfer floating): a widget that shows the values
 */
GtkWidget *
sk_facet_values_new (SkFacetModel *model,
                     guint         n_first)
{
  SkFacetValues *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (SK_IS_FACET_MODEL (model), NULL);

  self = g_object_new (SK_TYPE_FACET_VALUES, NULL);
  self->model = g_object_ref (model);
  self->n_first = n_first;

  name = sk_words_facet (sk_facet_model_get_facet (model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  sk_band_toggles_set_model (self->bands, model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (list_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "updated", G_CALLBACK (show_values), self, G_CONNECT_SWAPPED);
  list_anew (self);

  return GTK_WIDGET (self);
}

static GtkLayoutManager *
make_layout (gboolean wrap)
{
  GtkLayoutManager *layout;

  if (!wrap)
    return gtk_box_layout_new (GTK_ORIENTATION_VERTICAL);

  layout = adw_wrap_layout_new ();
  adw_wrap_layout_set_child_spacing (ADW_WRAP_LAYOUT (layout), PILL_SPACING);
  adw_wrap_layout_set_line_spacing (ADW_WRAP_LAYOUT (layout), PILL_SPACING);
  return layout;
}

/**
 * sk_facet_values_set_wrap:
 * @wrap: whether to show pills beside each other in place of rows
 *
 * Lays the values out for a finger or for a pointer.
 */
void
sk_facet_values_set_wrap (SkFacetValues *self,
                          gboolean       wrap)
{
  g_return_if_fail (SK_IS_FACET_VALUES (self));

  if (self->wrap == wrap)
    return;

  self->wrap = wrap;
  gtk_widget_set_layout_manager (self->rows, make_layout (wrap));
  show_values (self);
}
