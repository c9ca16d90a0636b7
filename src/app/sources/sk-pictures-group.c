/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-pictures-group.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-setting-row.h"

struct _SkPicturesGroup
{
  AdwPreferencesGroup parent_instance;

  SkPictures *pictures;

  AdwActionRow *wanted;
  AdwActionRow *metered;
  AdwActionRow *kept;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (SkPicturesGroup, sk_pictures_group, ADW_TYPE_PREFERENCES_GROUP)

static DexFuture *
on_measured (DexFuture *future,
             gpointer   data)
{
  SkPicturesGroup *self = data;
  const guint64 size = g_value_get_uint64 (dex_future_get_value (future, NULL));
  g_autofree char *words = size > 0 ? g_format_size (size) : g_strdup (_("None"));

  if (self->pictures == NULL)
    return NULL;

  adw_action_row_set_subtitle (self->kept, words);
  gtk_widget_set_sensitive (self->clear_button, size > 0);
  return NULL;
}

static void
show_size (SkPicturesGroup *self,
           DexFuture       *size)
{
  dex_future_disown (dex_future_finally (size, on_measured, g_object_ref (self), g_object_unref));
}

static void
on_clear (SkPicturesGroup *self)
{
  show_size (self, sk_pictures_clear (self->pictures));
}

static void
sk_pictures_group_dispose (GObject *object)
{
  SkPicturesGroup *self = SK_PICTURES_GROUP (object);

  g_clear_object (&self->pictures);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_PICTURES_GROUP);

  G_OBJECT_CLASS (sk_pictures_group_parent_class)->dispose (object);
}

static void
sk_pictures_group_class_init (SkPicturesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_pictures_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-pictures-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SkPicturesGroup, wanted);
  gtk_widget_class_bind_template_child (widget_class, SkPicturesGroup, metered);
  gtk_widget_class_bind_template_child (widget_class, SkPicturesGroup, kept);
  gtk_widget_class_bind_template_child (widget_class, SkPicturesGroup, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
}

static void
sk_pictures_group_init (SkPicturesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_pictures_group_show:
 * @pictures: the pictures of tools
 * @settings: what is set here
 *
 * Shows what is set, and how much is kept on disk. To be called once.
 */
void
sk_pictures_group_show (SkPicturesGroup *self,
                        SkPictures      *pictures,
                        GSettings       *settings)
{
  g_return_if_fail (SK_IS_PICTURES_GROUP (self));
  g_return_if_fail (SK_IS_PICTURES (pictures));

  self->pictures = g_object_ref (pictures);
  sk_setting_row_bind (self->wanted, settings, "pictures");
  sk_setting_row_bind (self->metered, settings, "pictures-metered");
  show_size (self, sk_pictures_measure (pictures));
}
