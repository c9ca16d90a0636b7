/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-undo-toast.h"

#include <glib/gi18n.h>

/* Long enough to be read, understood and reached without a mouse. */
#define UNDO_SECONDS 10

/* The filters come back; what was typed since stays. */
static void
undo_clear (AdwToast *toast,
            SkQuery  *before)
{
  SkSearch *search = g_object_get_data (G_OBJECT (toast), "search");
  g_autoptr (SkQuery) query =
    sk_query_with_text (before, sk_query_get_text (sk_search_get_query (search)));

  sk_search_set_query (search, query);
}

/**
 * sk_undo_toast_new:
 * @search: a search whose filters were cleared
 * @before: what it asked before
 *
 * Returns: (transfer full): a toast that offers to bring the filters back
 */
AdwToast *
sk_undo_toast_new (SkSearch *search,
                   SkQuery  *before)
{
  const guint n_filters = sk_query_count_values (before);
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u filter cleared", "%u filters cleared", n_filters), n_filters);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "search", g_object_ref (search), g_object_unref);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clear), g_object_ref (before),
                         (GClosureNotify) (void *) g_object_unref, 0);
  return toast;
}
