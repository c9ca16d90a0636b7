/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-browse-numbers.h"

#include <glib/gi18n.h>

/**
 * sk_browse_numbers_show:
 * @search: what has an answer
 * @entry: says among how many tools one searches
 * @badge: says how many filters there are
 * @show: says how many tools it shows
 *
 * Says the numbers of an answer where they are not counted aloud.
 */
void
sk_browse_numbers_show (SkSearch       *search,
                        GtkSearchEntry *entry,
                        GtkLabel       *badge,
                        GtkLabel       *show)
{
  const guint n_filters = sk_query_count_values (sk_search_get_query (search));
  const guint count = sk_results_get_count (sk_search_get_results (search));
  const guint size = sk_index_get_size (sk_search_get_index (search));
  g_autofree char *filters = g_strdup_printf ("%u", n_filters);
  g_autofree char *tools =
    g_strdup_printf (ngettext ("Show %u Tool", "Show %u Tools", count), count);
  g_autofree char *scope =
    g_strdup_printf (ngettext ("Search %u tool", "Search all %u tools", size), size);

  gtk_label_set_text (badge, filters);
  gtk_widget_set_visible (GTK_WIDGET (badge), n_filters > 0);
  gtk_label_set_text (show, tools);
  g_object_set (entry, "placeholder-text", scope, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, scope, -1);
}
