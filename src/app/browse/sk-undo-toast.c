/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-undo-toast.h"

#include <glib/gi18n.h>

#include "sk-toasts.h"

/* The filters come back; what was typed since stays. */
static void
undo_clear (SkQuery  *before,
            AdwToast *toast)
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
  AdwToast *toast =
    sk_toasts_make_undo (title, G_CALLBACK (undo_clear), g_object_ref (before),
                         (GClosureNotify) (void *) g_object_unref);

  g_object_set_data_full (G_OBJECT (toast), "search", g_object_ref (search), g_object_unref);
  return toast;
}
