/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-dead-links-group.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-saving.h"
#include "sk-saying.h"
#include "takeout/sk-dead-links.h"

struct _SkDeadLinksGroup
{
  AdwPreferencesGroup parent_instance;

  SkCatalogue *catalogue;
  SkUserData *user;

  AdwPreferencesRow *row;
};

G_DEFINE_FINAL_TYPE (SkDeadLinksGroup, sk_dead_links_group, ADW_TYPE_PREFERENCES_GROUP)

static void
count_links (SkDeadLinksGroup *self)
{
  g_auto (GStrv) ids = sk_user_data_dup_dead_links (self->user);
  const guint n_links = g_strv_length (ids);
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u link reported", "%u links reported", n_links), n_links);

  adw_preferences_row_set_title (self->row, title);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          n_links > 0 && sk_catalogue_get_index (self->catalogue) != NULL);
}

static GPtrArray *
list_links (SkDeadLinksGroup *self)
{
  return sk_dead_links_list (self->user, sk_catalogue_get_index (self->catalogue),
                             g_get_language_names ());
}

static void
on_copy (SkDeadLinksGroup *self)
{
  g_autoptr (GPtrArray) links = list_links (self);
  g_autofree char *text = sk_dead_links_to_text (links);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  sk_saying_in_preferences (GTK_WIDGET (self), _("List copied"));
}

static void
on_save (SkDeadLinksGroup *self)
{
  g_autoptr (GPtrArray) links = list_links (self);
  g_autoptr (GBytes) table = sk_dead_links_to_csv (links);

  sk_saving_ask (GTK_WIDGET (self), _("Save the Reported Links"), _("Reported links.csv"), table);
}

static void
sk_dead_links_group_dispose (GObject *object)
{
  SkDeadLinksGroup *self = SK_DEAD_LINKS_GROUP (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->user);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_DEAD_LINKS_GROUP);

  G_OBJECT_CLASS (sk_dead_links_group_parent_class)->dispose (object);
}

static void
sk_dead_links_group_class_init (SkDeadLinksGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_dead_links_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-dead-links-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SkDeadLinksGroup, row);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
sk_dead_links_group_init (SkDeadLinksGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_dead_links_group_show:
 * @catalogue: where the tools are looked up
 * @user: who found the links dead
 *
 * Shows how many there are; to be called once.
 */
void
sk_dead_links_group_show (SkDeadLinksGroup *self,
                          SkCatalogue      *catalogue,
                          SkUserData       *user)
{
  g_return_if_fail (SK_IS_DEAD_LINKS_GROUP (self));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = g_object_ref (catalogue);
  self->user = g_object_ref (user);
  g_signal_connect_object (catalogue, "notify::index", G_CALLBACK (count_links), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (user, "changed", G_CALLBACK (count_links), self, G_CONNECT_SWAPPED);
  count_links (self);
}
