/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource-page.h"

#include <glib/gi18n.h>

#include "feed/sk-feed-writer.h"
#include "sidekick-config.h"
#include "sk-dead-link.h"
#include "sk-link.h"
#include "sk-qr-dialog.h"
#include "sk-record-dialog.h"
#include "sk-resource-add.h"
#include "sk-resource-facts.h"
#include "sk-resource-files.h"
#include "sk-resource-head.h"
#include "sk-resource-note.h"
#include "sk-resource-related.h"
#include "sk-resource-story.h"

struct _SkResourcePage
{
  AdwNavigationPage parent_instance;

  SkCatalogue *catalogue;
  SkSessionHand *hand;
  SkUserData *user;
  SkResource *resource;

  AdwHeaderBar *header;
  GtkWidget *star;
  SkDeadLink *dead_link;
  GtkWidget *scrolled;
  SkResourceHead *head;
  SkResourceStory *story;
  GtkWidget *no_files;
  SkResourceFiles *files;
  SkResourceNote *note;
  SkResourceFacts *facts;
  SkResourceRelated *related;
  SkResourceAdd *add;
  GtkWidget *open_button;
};

enum
{
  PROP_FAVOURITE = 1,
  N_PROPS,
};

enum
{
  ACTIVATED,
  FILTER,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkResourcePage, sk_resource_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_link (SkResourcePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean openable = sk_link_is_web (sk_resource_get_url (self->resource));
  const gboolean dead = sk_dead_link_get_dead (self->dead_link);

  gtk_widget_set_visible (self->open_button, openable);
  gtk_widget_action_set_enabled (widget, "resource.open", openable);
  gtk_widget_action_set_enabled (widget, "resource.copy-link", openable);
  gtk_widget_action_set_enabled (widget, "resource.show-code", openable);
  gtk_widget_action_set_enabled (widget, "resource.report-dead-link", openable && !dead);
  gtk_widget_action_set_enabled (widget, "resource.withdraw-dead-link", dead);
}

static gboolean
is_favourite (SkResourcePage *self)
{
  return self->resource != NULL &&
         sk_user_data_get_favourite (self->user, sk_resource_get_id (self->resource));
}

static void
show_star (SkResourcePage *self)
{
  const gboolean favourite = is_favourite (self);

  gtk_button_set_icon_name (GTK_BUTTON (self->star),
                            favourite ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (self->star, favourite ? _("Favourite: press to forget it")
                                                     : _("Keep as a Favourite"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAVOURITE]);
}

static void
on_user (SkResourcePage *self,
         const char     *id)
{
  if (id == NULL || g_str_equal (id, sk_resource_get_id (self->resource)))
    show_star (self);
}

static void
show_files (SkResourcePage *self)
{
  GPtrArray *attachments = sk_resource_get_attachments (self->resource);
  const gboolean has_files = attachments != NULL && attachments->len > 0;

  gtk_widget_set_visible (self->no_files, !has_files);
  gtk_widget_set_visible (GTK_WIDGET (self->files), has_files);
  sk_resource_files_set_resource (self->files, self->resource);
}

/* What the source is called; its address where it is there no more. */
static char *
dup_source_name (SkResourcePage *self)
{
  const char *url = sk_resource_get_source (self->resource);
  g_autoptr (SkSource) source =
      url != NULL ? sk_catalogue_find_source (self->catalogue, url, NULL) : NULL;

  return g_strdup (source != NULL ? sk_source_get_name (source) : url);
}

static void
show_resource (SkResourcePage *self)
{
  SkIndex *index = sk_catalogue_get_index (self->catalogue);
  g_autofree char *source_name = dup_source_name (self);

  adw_navigation_page_set_title (
    ADW_NAVIGATION_PAGE (self),
    sk_resource_pick_name (self->resource, g_get_language_names (), NULL));
  sk_resource_head_set_resource (self->head, self->hand, self->resource);
  sk_resource_add_set_resource (self->add, self->hand, self->resource);
  sk_resource_story_set_resource (self->story, self->resource);
  sk_resource_note_set_resource (self->note, self->user, sk_resource_get_id (self->resource));
  sk_dead_link_set_resource (self->dead_link, self->user, self->resource);
  show_star (self);
  show_link (self);
  show_files (self);
  sk_resource_facts_set_resource (self->facts, self->resource, source_name);
  if (index != NULL)
    sk_resource_related_set_resource (self->related, index, self->resource);
}

/* The header names the tool while its own title is out of sight. */
static void
on_scrolled (SkResourcePage *self,
             GtkAdjustment  *adjustment)
{
  adw_header_bar_set_show_title (self->header,
                                 gtk_adjustment_get_value (adjustment) >=
                                   sk_resource_head_get_title_end (self->head, self->scrolled));
}

static void
become_narrow (SkResourcePage *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
}

static void
become_wide (SkResourcePage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
on_filter (SkResourcePage *self,
           guint           facet,
           const char     *value)
{
  g_signal_emit (self, signals[FILTER], 0, facet, value);
}

static void
on_activated (SkResourcePage *self,
              SkResource     *resource)
{
  g_signal_emit (self, signals[ACTIVATED], 0, resource);
}

static void
open_resource (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  sk_link_open (widget, sk_resource_get_url (SK_RESOURCE_PAGE (widget)->resource));
}

static void
copy_link (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  sk_link_copy (widget, sk_resource_get_url (SK_RESOURCE_PAGE (widget)->resource));
}

static void
show_code (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SkResourcePage *self = SK_RESOURCE_PAGE (widget);

  adw_dialog_present (sk_qr_dialog_new (sk_resource_get_url (self->resource)), widget);
}

/* A record that has left the catalogue meanwhile is known by what was read of it. */
static void
show_record (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SkResourcePage *self = SK_RESOURCE_PAGE (widget);
  SkIndex *index = sk_catalogue_get_index (self->catalogue);
  g_autofree char *record = NULL;
  guint32 number;

  if (index != NULL && sk_index_find (index, sk_resource_get_id (self->resource), &number))
    record = sk_index_dup_text (index, number);
  if (record == NULL)
    record = sk_feed_writer_write_record (self->resource);

  adw_dialog_present (sk_record_dialog_new (record), widget);
}

static void
report_dead_link (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  sk_dead_link_report (SK_RESOURCE_PAGE (widget)->dead_link);
}

static void
withdraw_dead_link (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  sk_dead_link_withdraw (SK_RESOURCE_PAGE (widget)->dead_link);
}

static void
sk_resource_page_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FAVOURITE:
      g_value_set_boolean (value, is_favourite (SK_RESOURCE_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_resource_page_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SkResourcePage *self = SK_RESOURCE_PAGE (object);

  switch (id)
    {
    case PROP_FAVOURITE:
      sk_user_data_set_favourite (self->user, sk_resource_get_id (self->resource),
                                  g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_resource_page_dispose (GObject *object)
{
  SkResourcePage *self = SK_RESOURCE_PAGE (object);

  g_clear_object (&self->resource);
  g_clear_object (&self->hand);
  g_clear_object (&self->user);
  g_clear_object (&self->catalogue);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESOURCE_PAGE);

  G_OBJECT_CLASS (sk_resource_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SK_TYPE_DEAD_LINK);
  g_type_ensure (SK_TYPE_RESOURCE_ADD);
  g_type_ensure (SK_TYPE_RESOURCE_FACTS);
  g_type_ensure (SK_TYPE_RESOURCE_FILES);
  g_type_ensure (SK_TYPE_RESOURCE_HEAD);
  g_type_ensure (SK_TYPE_RESOURCE_NOTE);
  g_type_ensure (SK_TYPE_RESOURCE_RELATED);
  g_type_ensure (SK_TYPE_RESOURCE_STORY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-resource-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, header);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, star);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, dead_link);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, head);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, story);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, no_files);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, files);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, note);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, facts);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, related);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, add);
  gtk_widget_class_bind_template_child (widget_class, SkResourcePage, open_button);
  gtk_widget_class_bind_template_callback (widget_class, on_scrolled);
  gtk_widget_class_bind_template_callback (widget_class, show_link);
  gtk_widget_class_bind_template_callback (widget_class, become_narrow);
  gtk_widget_class_bind_template_callback (widget_class, become_wide);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
sk_resource_page_class_init (SkResourcePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_resource_page_get_property;
  object_class->set_property = sk_resource_page_set_property;
  object_class->dispose = sk_resource_page_dispose;

  properties[PROP_FAVOURITE] =
    g_param_spec_boolean ("favourite", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", SK_TYPE_RESOURCE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, SK_TYPE_RESOURCE);
  signals[FILTER] = g_signal_new ("filter", SK_TYPE_RESOURCE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "resource.open", NULL, open_resource);
  gtk_widget_class_install_action (widget_class, "resource.copy-link", NULL, copy_link);
  gtk_widget_class_install_action (widget_class, "resource.show-code", NULL, show_code);
  gtk_widget_class_install_action (widget_class, "resource.show-record", NULL, show_record);
  gtk_widget_class_install_action (widget_class, "resource.report-dead-link", NULL,
                                   report_dead_link);
  gtk_widget_class_install_action (widget_class, "resource.withdraw-dead-link", NULL,
                                   withdraw_dead_link);
  gtk_widget_class_install_property_action (widget_class, "resource.favourite", "favourite");
}

static void
sk_resource_page_init (SkResourcePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_resource_page_new:
 * @catalogue: where the tool comes from
 * @hand: the sessions that tools are added to; they are opened
 * @user: what a person keeps about tools
 * @resource: the tool
 *
 * Returns: (transfer floating): a page that shows the tool
 */
SkResourcePage *
sk_resource_page_new (SkCatalogue   *catalogue,
                      SkSessionHand *hand,
                      SkUserData    *user,
                      SkResource    *resource)
{
  SkResourcePage *self;

  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (SK_IS_SESSION_HAND (hand), NULL);
  g_return_val_if_fail (SK_IS_USER_DATA (user), NULL);
  g_return_val_if_fail (SK_IS_RESOURCE (resource), NULL);

  self = g_object_new (SK_TYPE_RESOURCE_PAGE, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->hand = g_object_ref (hand);
  self->user = g_object_ref (user);
  self->resource = g_object_ref (resource);
  sk_session_hand_open (hand);
  g_signal_connect_object (user, "changed", G_CALLBACK (on_user), self, G_CONNECT_SWAPPED);
  show_resource (self);

  return self;
}
