/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-landing-page.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-day-card.h"
#include "sk-shelf.h"

struct _SkLandingPage
{
  AdwBin parent_instance;

  SkCatalogue *catalogue;
  SkUserData *user;
  gboolean narrow;
  guint plan_id;

  GtkBox *shelves;
  GtkButton *all;
};

enum
{
  PROP_CATALOGUE = 1,
  PROP_USER,
  PROP_NARROW,
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

G_DEFINE_FINAL_TYPE (SkLandingPage, sk_landing_page, ADW_TYPE_BIN)

static void
on_activated (SkLandingPage *self,
              SkResource    *resource)
{
  g_signal_emit (self, signals[ACTIVATED], 0, resource);
}

static void
on_chosen (SkLandingPage *self,
           SkQuery       *query)
{
  g_signal_emit (self, signals[CHOSEN], 0, query);
}

static void
on_all (SkLandingPage *self)
{
  g_autoptr (SkQuery) everything = sk_query_new ();

  on_chosen (self, everything);
}

static SkShelf *
make_shelf (SkLandingPage     *self,
            const SkShelfPlan *plan)
{
  SkShelf *shelf = sk_shelf_new (self->catalogue, self->user, plan);

  g_object_bind_property (self, "narrow", shelf, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (shelf, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shelf, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  return shelf;
}

/* Shelves that stay what they are keep their tools, and the focus in them. */
static void
show_shelves (SkLandingPage *self)
{
  g_autoptr (GPtrArray) plans = sk_shelves_plan (self->catalogue, self->user);
  GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (self->shelves));
  GtkWidget *last = NULL;

  for (guint i = 0; i < plans->len; i++)
    {
      const SkShelfPlan *plan = g_ptr_array_index (plans, i);

      if (next != NULL && sk_shelf_holds (SK_SHELF (next), plan))
        {
          last = next;
          next = gtk_widget_get_next_sibling (next);
          continue;
        }

      GtkWidget *shelf = GTK_WIDGET (make_shelf (self, plan));

      gtk_box_insert_child_after (self->shelves, shelf, last);
      last = shelf;
    }

  while (next != NULL)
    {
      GtkWidget *gone = next;

      next = gtk_widget_get_next_sibling (gone);
      gtk_box_remove (self->shelves, gone);
    }
}

static gboolean
show_shelves_now (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       data)
{
  SkLandingPage *self = SK_LANDING_PAGE (widget);

  self->plan_id = 0;
  show_shelves (self);
  return G_SOURCE_REMOVE;
}

/* The first frame does not wait for the shelves. */
static void
show_shelves_soon (SkLandingPage *self)
{
  if (self->plan_id == 0 && self->catalogue != NULL)
    self->plan_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_shelves_now, NULL, NULL);
}

static void
on_index (SkLandingPage *self)
{
  const guint size = sk_catalogue_get_n_resources (self->catalogue);
  g_autofree char *words =
    g_strdup_printf (ngettext ("See %u Tool", "See All %u Tools", size), size);

  gtk_button_set_label (self->all, words);
  show_shelves_soon (self);
}

static void
set_catalogue (SkLandingPage *self,
               SkCatalogue   *catalogue)
{
  if (!g_set_object (&self->catalogue, catalogue) || catalogue == NULL)
    return;

  g_signal_connect_object (catalogue, "notify::index", G_CALLBACK (on_index), self,
                           G_CONNECT_SWAPPED);
  on_index (self);
}

static void
set_user (SkLandingPage *self,
          SkUserData    *user)
{
  if (!g_set_object (&self->user, user) || user == NULL)
    return;

  g_signal_connect_object (user, "changed", G_CALLBACK (show_shelves_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (user, "notify::loaded", G_CALLBACK (show_shelves_soon), self,
                           G_CONNECT_SWAPPED);
  show_shelves_soon (self);
}

static void
sk_landing_page_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SkLandingPage *self = SK_LANDING_PAGE (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    case PROP_USER:
      g_value_set_object (value, self->user);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_landing_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SkLandingPage *self = SK_LANDING_PAGE (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      set_catalogue (self, g_value_get_object (value));
      break;
    case PROP_USER:
      set_user (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_landing_page_dispose (GObject *object)
{
  SkLandingPage *self = SK_LANDING_PAGE (object);

  g_clear_object (&self->user);
  g_clear_object (&self->catalogue);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_LANDING_PAGE);

  G_OBJECT_CLASS (sk_landing_page_parent_class)->dispose (object);
}

static void
sk_landing_page_class_init (SkLandingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_landing_page_get_property;
  object_class->set_property = sk_landing_page_set_property;
  object_class->dispose = sk_landing_page_dispose;

  properties[PROP_CATALOGUE] = g_param_spec_object ("catalogue", NULL, NULL, SK_TYPE_CATALOGUE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_USER] = g_param_spec_object ("user", NULL, NULL, SK_TYPE_USER_DATA,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", SK_TYPE_LANDING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, SK_TYPE_RESOURCE);
  signals[CHOSEN] = g_signal_new ("chosen", SK_TYPE_LANDING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, SK_TYPE_QUERY);

  g_type_ensure (SK_TYPE_DAY_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-landing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkLandingPage, shelves);
  gtk_widget_class_bind_template_child (widget_class, SkLandingPage, all);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
sk_landing_page_init (SkLandingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
