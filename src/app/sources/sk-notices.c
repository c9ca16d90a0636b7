/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-notices.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"

struct _SkNotices
{
  AdwBin parent_instance;

  SkCatalogue *catalogue;

  AdwBanner *notice;
  AdwBanner *offline;
};

G_DEFINE_FINAL_TYPE (SkNotices, sk_notices, ADW_TYPE_BIN)

/* A banner that is not revealed is not to be read either. */
static void
reveal (AdwBanner *banner,
        gboolean   revealed)
{
  gtk_widget_set_visible (GTK_WIDGET (banner), revealed);
  adw_banner_set_revealed (banner, revealed);
}

/* A catalogue that cannot be changed stays so, and the banner with it. */
static void
show_notice (SkNotices *self)
{
  const char *words = sk_catalogue_get_notice (self->catalogue);
  gboolean lasting = sk_catalogue_get_read_only (self->catalogue);

  if (words != NULL)
    adw_banner_set_title (self->notice, words);
  adw_banner_set_button_label (self->notice, lasting ? NULL : _("_OK"));
  reveal (self->notice, words != NULL);
}

static char *
describe_offline (SkNotices *self)
{
  SkIndex *index = sk_catalogue_get_index (self->catalogue);
  guint n_tools = index != NULL ? sk_index_get_size (index) : 0;

  if (n_tools == 0)
    return g_strdup (_("No internet. The catalogue can be fetched once there is."));

  return g_strdup_printf (
    ngettext ("You can still search and read all of it: %u tool. There is no internet now.",
              "You can still search and read all %u tools. There is no internet now.", n_tools),
    n_tools);
}

static void
show_offline (SkNotices *self)
{
  g_autofree char *words = describe_offline (self);

  adw_banner_set_title (self->offline, words);
  reveal (self->offline, sk_catalogue_get_offline (self->catalogue));
}

static void
on_notice_read (SkNotices *self)
{
  reveal (self->notice, FALSE);
}

static void
sk_notices_dispose (GObject *object)
{
  SkNotices *self = SK_NOTICES (object);

  g_clear_object (&self->catalogue);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_NOTICES);

  G_OBJECT_CLASS (sk_notices_parent_class)->dispose (object);
}

static void
sk_notices_class_init (SkNoticesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_notices_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-notices.ui");
  gtk_widget_class_bind_template_child (widget_class, SkNotices, notice);
  gtk_widget_class_bind_template_child (widget_class, SkNotices, offline);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_read);
}

static void
sk_notices_init (SkNotices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_notices_new:
 * @catalogue: what they are of
 *
 * Its buttons activate win.sync.
 *
 * Returns: (transfer floating): new notices
 */
SkNotices *
sk_notices_new (SkCatalogue *catalogue)
{
  SkNotices *self = g_object_new (SK_TYPE_NOTICES, NULL);

  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (catalogue, "notify::notice", G_CALLBACK (show_notice), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "notify::read-only", G_CALLBACK (show_notice), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "notify::offline", G_CALLBACK (show_offline), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "notify::index", G_CALLBACK (show_offline), self,
                           G_CONNECT_SWAPPED);
  show_notice (self);
  show_offline (self);
  return self;
}
