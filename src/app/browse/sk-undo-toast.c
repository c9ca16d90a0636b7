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

static AdwToast *
make_toast (SkSearch *search,
            SkQuery  *before)
{
  AdwToast *toast =
    sk_toasts_make_undo (_("Filters cleared"), G_CALLBACK (undo_clear), g_object_ref (before),
                         (GClosureNotify) (void *) g_object_unref);

  g_object_set_data_full (G_OBJECT (toast), "search", g_object_ref (search), g_object_unref);
  return toast;
}

/**
 * sk_undo_toast_offer:
 * @widget: where the filters were cleared
 * @search: what they were of
 * @before: what it asked before
 *
 * Offers to bring filters back, where there is an overlay for toasts.
 */
void
sk_undo_toast_offer (GtkWidget *widget,
                     SkSearch  *search,
                     SkQuery   *before)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), make_toast (search, before));
}
