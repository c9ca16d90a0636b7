/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-dead-link.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-toasts.h"
#include "sk-words.h"

struct _SkDeadLink
{
  GtkBox parent_instance;

  SkUserData *user;
  SkResource *resource;

  AdwBanner *banner;
};

enum
{
  PROP_DEAD = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkDeadLink, sk_dead_link, GTK_TYPE_BOX)

/* A banner that is not revealed is not to be read either. */
static void
show_mark (SkDeadLink *self)
{
  const char *since = sk_user_data_get_dead_link (self->user, sk_resource_get_id (self->resource));

  if (since != NULL)
    {
      g_autofree char *date = sk_words_date (since);
      g_autofree char *words = g_strdup_printf (_("You marked this link as dead on %s"), date);

      adw_banner_set_title (self->banner, words);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->banner), since != NULL);
  adw_banner_set_revealed (self->banner, since != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEAD]);
}

static void
on_user (SkDeadLink *self,
         const char *id)
{
  if (id == NULL || g_str_equal (id, sk_resource_get_id (self->resource)))
    show_mark (self);
}

static void
mark (SkDeadLink *self,
      gboolean    dead)
{
  sk_user_data_set_dead_link (self->user, sk_resource_get_id (self->resource),
                              sk_resource_get_url (self->resource), dead);
}

static void
sk_dead_link_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DEAD:
      g_value_set_boolean (value, sk_dead_link_get_dead (SK_DEAD_LINK (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_dead_link_dispose (GObject *object)
{
  SkDeadLink *self = SK_DEAD_LINK (object);

  g_clear_object (&self->user);
  g_clear_object (&self->resource);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_DEAD_LINK);

  G_OBJECT_CLASS (sk_dead_link_parent_class)->dispose (object);
}

static void
sk_dead_link_class_init (SkDeadLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_dead_link_get_property;
  object_class->dispose = sk_dead_link_dispose;

  properties[PROP_DEAD] =
    g_param_spec_boolean ("dead", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-dead-link.ui");
  gtk_widget_class_bind_template_child (widget_class, SkDeadLink, banner);
  gtk_widget_class_bind_template_callback (widget_class, sk_dead_link_withdraw);
}

static void
sk_dead_link_init (SkDeadLink *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_dead_link_set_resource:
 * @user: where the mark is kept
 * @resource: the tool
 *
 * Shows the mark of a tool, if it has one. It is set once.
 */
void
sk_dead_link_set_resource (SkDeadLink *self,
                           SkUserData *user,
                           SkResource *resource)
{
  g_return_if_fail (SK_IS_DEAD_LINK (self));
  g_return_if_fail (SK_IS_USER_DATA (user));
  g_return_if_fail (SK_IS_RESOURCE (resource));
  g_return_if_fail (self->resource == NULL);

  self->user = g_object_ref (user);
  self->resource = g_object_ref (resource);
  g_signal_connect_object (user, "changed", G_CALLBACK (on_user), self, G_CONNECT_SWAPPED);
  show_mark (self);
}

/**
 * sk_dead_link_get_dead:
 *
 * Returns: whether the tool is marked
 */
gboolean
sk_dead_link_get_dead (SkDeadLink *self)
{
  g_return_val_if_fail (SK_IS_DEAD_LINK (self), FALSE);

  return self->resource != NULL &&
         sk_user_data_get_dead_link (self->user, sk_resource_get_id (self->resource)) != NULL;
}

/**
 * sk_dead_link_report:
 *
 * Marks the tool, and offers to take that back. Its link has to be that of a web page.
 */
void
sk_dead_link_report (SkDeadLink *self)
{
  g_return_if_fail (SK_IS_DEAD_LINK (self));
  g_return_if_fail (self->resource != NULL);

  mark (self, TRUE);
  sk_toasts_show (GTK_WIDGET (self),
                  sk_toasts_make_undo (_("Link marked as dead"),
                                       G_CALLBACK (sk_dead_link_withdraw), g_object_ref (self),
                                       (GClosureNotify) (void *) g_object_unref));
}

/**
 * sk_dead_link_withdraw:
 *
 * Takes the mark away.
 */
void
sk_dead_link_withdraw (SkDeadLink *self)
{
  g_return_if_fail (SK_IS_DEAD_LINK (self));
  g_return_if_fail (self->resource != NULL);

  mark (self, FALSE);
}
