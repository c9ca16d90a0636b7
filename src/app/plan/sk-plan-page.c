/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-plan-page.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-session-page.h"

struct _SkPlanPage
{
  AdwBin parent_instance;

  SkCatalogue *catalogue;
  SkSessionFolder *folder;
  gboolean narrow;
  gboolean compact;

  AdwNavigationSplitView *split_view;
  AdwBin *switcher_bin;
  AdwBin *list_bin;
  AdwBin *foot_bin;
  AdwNavigationPage *nothing;
};

enum
{
  PROP_CATALOGUE = 1,
  PROP_FOLDER,
  PROP_SWITCHER,
  PROP_FOOT,
  PROP_NARROW,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkPlanPage, sk_plan_page, ADW_TYPE_BIN)

static void
show_session (SkPlanPage        *self,
              SkSessionDocument *document)
{
  SkSessionPage *page = sk_session_page_new (self->catalogue, self->folder, document);

  g_object_bind_property (self, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "compact", page, "compact", G_BINDING_SYNC_CREATE);
  adw_navigation_split_view_set_content (self->split_view, ADW_NAVIGATION_PAGE (page));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
open_session (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SkPlanPage *self = SK_PLAN_PAGE (widget);
  SkSessionDocument *document =
    sk_session_folder_find (self->folder, g_variant_get_string (parameter, NULL));

  if (document != NULL)
    show_session (self, document);
}

static void
set_state (SkPlanPage *self,
           gboolean   *state,
           gboolean    value,
           GParamSpec *pspec)
{
  if (*state == value)
    return;

  *state = value;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
sk_plan_page_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SkPlanPage *self = SK_PLAN_PAGE (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_SWITCHER:
      g_value_set_object (value, adw_bin_get_child (self->switcher_bin));
      break;
    case PROP_FOOT:
      g_value_set_object (value, adw_bin_get_child (self->foot_bin));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_plan_page_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SkPlanPage *self = SK_PLAN_PAGE (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      self->catalogue = g_value_dup_object (value);
      break;
    case PROP_FOLDER:
      self->folder = g_value_dup_object (value);
      break;
    case PROP_SWITCHER:
      adw_bin_set_child (self->switcher_bin, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FOOT:
      adw_bin_set_child (self->foot_bin, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_NARROW:
      set_state (self, &self->narrow, g_value_get_boolean (value), pspec);
      break;
    case PROP_COMPACT:
      set_state (self, &self->compact, g_value_get_boolean (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_plan_page_dispose (GObject *object)
{
  SkPlanPage *self = SK_PLAN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_PLAN_PAGE);
  g_clear_object (&self->folder);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sk_plan_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | flags;

  properties[PROP_CATALOGUE] =
    g_param_spec_object ("catalogue", NULL, NULL, SK_TYPE_CATALOGUE, once);
  properties[PROP_FOLDER] =
    g_param_spec_object ("folder", NULL, NULL, SK_TYPE_SESSION_FOLDER, once);
  properties[PROP_SWITCHER] =
    g_param_spec_object ("switcher", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  properties[PROP_FOOT] =
    g_param_spec_object ("foot", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sk_plan_page_class_init (SkPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_plan_page_get_property;
  object_class->set_property = sk_plan_page_set_property;
  object_class->dispose = sk_plan_page_dispose;

  install_properties (object_class);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, switcher_bin);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, list_bin);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, foot_bin);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, nothing);

  gtk_widget_class_install_action (widget_class, "plan.open", "s", open_session);
}

static void
sk_plan_page_init (SkPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_plan_page_new:
 * @catalogue: where the tools are; it may be opened later
 * @folder: the sessions; it may be opened later
 *
 * Returns: (transfer floating): a page that shows the sessions
 */
SkPlanPage *
sk_plan_page_new (SkCatalogue     *catalogue,
                  SkSessionFolder *folder)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (SK_IS_SESSION_FOLDER (folder), NULL);

  return g_object_new (SK_TYPE_PLAN_PAGE, "catalogue", catalogue, "folder", folder, NULL);
}
