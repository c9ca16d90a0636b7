/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource-related.h"

#include "sidekick-config.h"
#include "sk-card-actions.h"
#include "sk-fact-words.h"
#include "sk-related.h"

#define N_TOOLS 3

struct _SkResourceRelated
{
  GtkBox parent_instance;

  SkRelated *found;           /* NULL until then */
  GCancellable *finding;
  gboolean narrow;

  GtkWidget *versions_part;
  GtkListBox *versions;
  GtkWidget *tools_part;
  GtkFlowBox *tools;
};

enum
{
  PROP_NARROW = 1,
  N_PROPS,
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkResourceRelated, sk_resource_related, GTK_TYPE_BOX)

static void
on_version_activated (GtkListBox        *versions,
                      GtkListBoxRow     *row,
                      SkResourceRelated *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0,
                 g_ptr_array_index (self->found->versions,
                                    (guint) gtk_list_box_row_get_index (row)));
}

static void
on_tool_activated (GtkFlowBox        *tools,
                   GtkFlowBoxChild   *child,
                   SkResourceRelated *self)
{
  SkCard *card = SK_CARD (gtk_flow_box_child_get_child (child));

  g_signal_emit (self, signals[ACTIVATED], 0, sk_card_get_resource (card));
}

static void
add_version (gpointer item,
             gpointer data)
{
  SkResource *version = item;
  SkResourceRelated *self = data;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *languages = sk_fact_words_languages (version);
  const char *name = sk_resource_pick_name (version, g_get_language_names (), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), languages != NULL ? languages : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->versions, row);
}

static void
add_tool (gpointer item,
          gpointer data)
{
  SkResource *tool = item;
  SkResourceRelated *self = data;
  GtkWidget *child = gtk_flow_box_child_new ();
  SkCard *card = sk_card_new ();
  g_autofree char *name = NULL;

  sk_card_set_resource (card, tool);
  sk_card_refresh (card);
  g_object_get (card, "description", &name, NULL);
  g_object_bind_property (self, "narrow", card, "sideways", G_BINDING_SYNC_CREATE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), GTK_WIDGET (card));
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_flow_box_append (self->tools, child);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (SkRelated) found = sk_related_finish (result, NULL);
  SkResourceRelated *self = data;

  /* Cancelled where the page has gone. */
  if (found == NULL)
    return;

  self->found = g_steal_pointer (&found);
  g_ptr_array_foreach (self->found->versions, add_version, self);
  g_ptr_array_foreach (self->found->tools, add_tool, self);

  gtk_widget_set_visible (self->versions_part, self->found->versions->len > 0);
  gtk_widget_set_visible (self->tools_part, self->found->tools->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->found->versions->len + self->found->tools->len > 0);
}

static void
set_narrow (SkResourceRelated *self,
            gboolean           narrow)
{
  const guint n_beside = narrow ? 1 : N_TOOLS;

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_flow_box_set_min_children_per_line (self->tools, n_beside);
  gtk_flow_box_set_max_children_per_line (self->tools, n_beside);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
sk_resource_related_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, SK_RESOURCE_RELATED (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_resource_related_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (SK_RESOURCE_RELATED (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_resource_related_dispose (GObject *object)
{
  SkResourceRelated *self = SK_RESOURCE_RELATED (object);

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->found, sk_related_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESOURCE_RELATED);

  G_OBJECT_CLASS (sk_resource_related_parent_class)->dispose (object);
}

static void
sk_resource_related_class_init (SkResourceRelatedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_resource_related_get_property;
  object_class->set_property = sk_resource_related_set_property;
  object_class->dispose = sk_resource_related_dispose;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", SK_TYPE_RESOURCE_RELATED, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, SK_TYPE_RESOURCE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-resource-related.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResourceRelated, versions_part);
  gtk_widget_class_bind_template_child (widget_class, SkResourceRelated, versions);
  gtk_widget_class_bind_template_child (widget_class, SkResourceRelated, tools_part);
  gtk_widget_class_bind_template_child (widget_class, SkResourceRelated, tools);
  gtk_widget_class_bind_template_callback (widget_class, on_version_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_tool_activated);
}

static void
sk_resource_related_init (SkResourceRelated *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sk_card_actions_add (GTK_WIDGET (self->tools));
}

/**
 * sk_resource_related_set_resource:
 * @index: where to look for what goes with the tool
 * @resource: the tool
 *
 * Shows what goes with a tool, as soon as that is found. It is set once.
 */
void
sk_resource_related_set_resource (SkResourceRelated *self,
                                  SkIndex           *index,
                                  SkResource        *resource)
{
  g_return_if_fail (SK_IS_RESOURCE_RELATED (self));
  g_return_if_fail (SK_IS_INDEX (index));
  g_return_if_fail (SK_IS_RESOURCE (resource));
  g_return_if_fail (self->finding == NULL);

  self->finding = g_cancellable_new ();
  sk_related_find (index, resource, N_TOOLS, self->finding, on_found, self);
}
