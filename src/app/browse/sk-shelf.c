/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-shelf.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-results-grid.h"

#define MIN_TOOLS 2

/* Until the grid says how many it has room for. */
#define N_AHEAD 6

struct _SkShelf
{
  GtkBox parent_instance;

  SkSearch *search;
  gboolean narrow;
  gboolean dated;

  GtkOrientable *head;
  GtkLabel *heading;
  GtkLabel *meaning;
  GtkWidget *all;
  GtkLabel *count;
  SkResultsGrid *grid;
};

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

enum
{
  ACTIVATED,
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkShelf, sk_shelf, GTK_TYPE_BOX)

/* As many tools were read for the shelf already. */
static gboolean
is_dated (SkShelf   *self,
          SkResults *results)
{
  g_autoptr (SkResource) last =
    sk_index_dup_resource (sk_search_get_index (self->search),
                           sk_results_get_record (results, MIN_TOOLS - 1));

  return sk_resource_get_newness (last) > 0;
}

static void
on_results (SkShelf *self)
{
  SkResults *results = sk_search_get_results (self->search);
  const guint count = sk_results_get_count (results);
  g_autofree char *words = g_strdup_printf (ngettext ("%u Tool", "All %u Tools", count), count);
  /* TRANSLATORS: "All 174 Tools: For Your Group" */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), words, gtk_label_get_text (self->heading));

  gtk_label_set_text (self->count, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->all), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          count >= MIN_TOOLS && (!self->dated || is_dated (self, results)));
}

static void
on_all (SkShelf *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, sk_search_get_query (self->search));
}

static void
on_activated (SkShelf    *self,
              SkResource *resource)
{
  g_signal_emit (self, signals[ACTIVATED], 0, resource);
}

static void
sk_shelf_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, SK_SHELF (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Beside each other, the words of both would have half the width. */
static void
set_narrow (SkShelf  *self,
            gboolean  narrow)
{
  self->narrow = narrow;
  gtk_orientable_set_orientation (self->head,
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->head), narrow ? 3 : 12);
  gtk_widget_set_halign (self->all, narrow ? GTK_ALIGN_END : GTK_ALIGN_FILL);
}

static void
sk_shelf_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (SK_SHELF (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_shelf_dispose (GObject *object)
{
  SkShelf *self = SK_SHELF (object);

  g_clear_object (&self->search);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_SHELF);

  G_OBJECT_CLASS (sk_shelf_parent_class)->dispose (object);
}

static void
sk_shelf_class_init (SkShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_shelf_get_property;
  object_class->set_property = sk_shelf_set_property;
  object_class->dispose = sk_shelf_dispose;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", SK_TYPE_SHELF, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, SK_TYPE_RESOURCE);
  signals[CHOSEN] = g_signal_new ("chosen", SK_TYPE_SHELF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, SK_TYPE_QUERY);

  g_type_ensure (SK_TYPE_RESULTS_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-shelf.ui");
  gtk_widget_class_bind_template_child (widget_class, SkShelf, head);
  gtk_widget_class_bind_template_child (widget_class, SkShelf, heading);
  gtk_widget_class_bind_template_child (widget_class, SkShelf, meaning);
  gtk_widget_class_bind_template_child (widget_class, SkShelf, all);
  gtk_widget_class_bind_template_child (widget_class, SkShelf, count);
  gtk_widget_class_bind_template_child (widget_class, SkShelf, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
}

static void
sk_shelf_init (SkShelf *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_shelf_new:
 * @catalogue: what is asked
 * @user: (nullable): what a person keeps about tools
 * @plan: what is to be on the shelf
 *
 * Returns: (transfer floating): a shelf, which asks at once
 */
SkShelf *
sk_shelf_new (SkCatalogue       *catalogue,
              SkUserData        *user,
              const SkShelfPlan *plan)
{
  SkShelf *self;

  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  self = g_object_new (SK_TYPE_SHELF, NULL);
  self->dated = plan->dated;
  gtk_label_set_text (self->heading, plan->heading);
  gtk_label_set_text (self->meaning, plan->meaning != NULL ? plan->meaning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), plan->meaning != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plan->heading, -1);

  self->search = sk_search_new (catalogue);
  sk_search_set_n_ahead (self->search, N_AHEAD);
  sk_search_set_query (self->search, plan->query);
  g_signal_connect_object (self->search, "notify::results", G_CALLBACK (on_results), self,
                           G_CONNECT_SWAPPED);
  g_object_set (self->grid, "search", self->search, "user", user, NULL);
  return self;
}

/**
 * sk_shelf_holds:
 * @plan: what is to be on a shelf
 *
 * Returns: whether it is the shelf that [ctor@Shelf.new] makes of this
 */
gboolean
sk_shelf_holds (SkShelf           *self,
                const SkShelfPlan *plan)
{
  g_return_val_if_fail (SK_IS_SHELF (self), FALSE);
  g_return_val_if_fail (plan != NULL, FALSE);

  return self->dated == plan->dated &&
         g_str_equal (gtk_label_get_text (self->heading), plan->heading) &&
         g_str_equal (gtk_label_get_text (self->meaning),
                      plan->meaning != NULL ? plan->meaning : "") &&
         sk_query_equal (sk_search_get_query (self->search), plan->query);
}
