/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-preferences-dialog.h"

#include "sidekick-config.h"
#include "sk-data-group.h"
#include "sk-dead-links-group.h"
#include "sk-pictures-group.h"
#include "sk-setting-row.h"
#include "sk-sources-group.h"

struct _SkPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  SkSourcesGroup *sources;
  AdwActionRow *automatic;
  AdwActionRow *metered;
  SkDataGroup *data;
  SkDeadLinksGroup *dead_links;
  SkPicturesGroup *pictures;
};

G_DEFINE_FINAL_TYPE (SkPreferencesDialog, sk_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
sk_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (sk_preferences_dialog_parent_class)->dispose (object);
}

static void
sk_preferences_dialog_class_init (SkPreferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_preferences_dialog_dispose;

  g_type_ensure (SK_TYPE_DATA_GROUP);
  g_type_ensure (SK_TYPE_DEAD_LINKS_GROUP);
  g_type_ensure (SK_TYPE_PICTURES_GROUP);
  g_type_ensure (SK_TYPE_SOURCES_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkPreferencesDialog, sources);
  gtk_widget_class_bind_template_child (widget_class, SkPreferencesDialog, automatic);
  gtk_widget_class_bind_template_child (widget_class, SkPreferencesDialog, metered);
  gtk_widget_class_bind_template_child (widget_class, SkPreferencesDialog, data);
  gtk_widget_class_bind_template_child (widget_class, SkPreferencesDialog, dead_links);
  gtk_widget_class_bind_template_child (widget_class, SkPreferencesDialog, pictures);
}

static void
sk_preferences_dialog_init (SkPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_preferences_dialog_new:
 * @catalogue: whose sources are shown
 * @updater: what fetches them
 * @pictures: the pictures of tools
 * @settings: what is set here
 * @data_dir: where all of a person's own is
 * @folder: their sessions
 * @user: what else they keep
 *
 * Returns: (transfer floating): a new dialog
 */
SkPreferencesDialog *
sk_preferences_dialog_new (SkCatalogue     *catalogue,
                           SkUpdater       *updater,
                           SkPictures      *pictures,
                           GSettings       *settings,
                           const char      *data_dir,
                           SkSessionFolder *folder,
                           SkUserData      *user)
{
  SkPreferencesDialog *self = g_object_new (SK_TYPE_PREFERENCES_DIALOG, NULL);

  sk_sources_group_show (self->sources, catalogue, updater);
  sk_pictures_group_show (self->pictures, pictures, settings);
  sk_setting_row_bind (self->automatic, settings, "auto-sync");
  sk_setting_row_bind (self->metered, settings, "auto-sync-metered");
  sk_data_group_show (self->data, data_dir, catalogue, folder, user);
  sk_dead_links_group_show (self->dead_links, catalogue, user);
  return self;
}
