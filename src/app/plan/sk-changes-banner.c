/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-changes-banner.h"

#include <glib/gi18n.h>

#include "sk-changes-dialog.h"

struct _SkChangesBanner
{
  AdwBin parent_instance;

  SkChanges *changes;
  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (SkChangesBanner, sk_changes_banner, ADW_TYPE_BIN)

static char *
describe (SkToolChanges *found)
{
  const guint n_sessions = sk_tool_changes_get_n_sessions (found);
  const guint n_withdrawn = sk_tool_changes_get_n_withdrawn (found);
  g_autofree char *changed =
    g_strdup_printf (ngettext ("%u of your sessions uses tools that changed",
                               "%u of your sessions use tools that changed", n_sessions),
                     n_sessions);
  g_autofree char *withdrawn = NULL;

  if (n_withdrawn == 0)
    return g_steal_pointer (&changed);
  if (n_sessions == 0)
    return g_strdup_printf (ngettext ("%u tool in your sessions was withdrawn",
                                      "%u tools in your sessions were withdrawn", n_withdrawn),
                            n_withdrawn);

  withdrawn =
    g_strdup_printf (ngettext ("%u was withdrawn", "%u were withdrawn", n_withdrawn), n_withdrawn);
  /* TRANSLATORS: "2 of your sessions use tools that changed", "1 was withdrawn". */
  return g_strdup_printf (_("%s, %s"), changed, withdrawn);
}

/* A banner that is not revealed is not to be read either. */
static void
show_found (SkChangesBanner *self)
{
  SkToolChanges *found = sk_changes_get_found (self->changes);
  const gboolean is_asked = found != NULL && sk_tool_changes_get_size (found) > 0;

  if (is_asked)
    {
      g_autofree char *words = describe (found);

      adw_banner_set_title (self->banner, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->banner), is_asked);
  adw_banner_set_revealed (self->banner, is_asked);
}

static void
on_clicked (SkChangesBanner *self)
{
  adw_dialog_present (sk_changes_dialog_new (self->changes), GTK_WIDGET (self));
}

static void
sk_changes_banner_dispose (GObject *object)
{
  g_clear_object (&SK_CHANGES_BANNER (object)->changes);

  G_OBJECT_CLASS (sk_changes_banner_parent_class)->dispose (object);
}

static void
sk_changes_banner_class_init (SkChangesBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sk_changes_banner_dispose;
}

static void
sk_changes_banner_init (SkChangesBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_button_label (self->banner, _("_Show"));
  adw_banner_set_use_markup (self->banner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
  g_signal_connect_swapped (self->banner, "button-clicked", G_CALLBACK (on_clicked), self);
}

/**
 * sk_changes_banner_watch:
 * @self: a banner that watches nothing yet
 * @catalogue: a catalogue; it may be opened later
 * @folder: sessions; they may come later
 *
 * Shows itself from now on whenever there is something to ask.
 */
void
sk_changes_banner_watch (SkChangesBanner *self,
                         SkCatalogue     *catalogue,
                         SkSessionFolder *folder)
{
  g_return_if_fail (SK_IS_CHANGES_BANNER (self));
  g_return_if_fail (self->changes == NULL);

  self->changes = sk_changes_new (catalogue, folder);
  g_signal_connect_object (self->changes, "notify::found", G_CALLBACK (show_found), self,
                           G_CONNECT_SWAPPED);
}
