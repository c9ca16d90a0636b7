/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-context-menu.h"

/* Only when its action has been done, which closes it first. */
static gboolean
remove_menu (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

static void
on_closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_menu, g_object_ref (popover), g_object_unref);
}

/* What lays out by itself, as a list does, leaves a menu at the first size that it had. */
static GtkWidget *
find_keeper (GtkWidget *around)
{
  GtkWidget *keeper = around;

  while (gtk_widget_get_layout_manager (keeper) == NULL && gtk_widget_get_parent (keeper) != NULL)
    keeper = gtk_widget_get_parent (keeper);
  return keeper;
}

/**
 * sk_context_menu_pop_up:
 * @around: what @thing is in, and which stays when that scrolls away or goes
 * @menu: what can be done with it
 * @thing: what the menu is for
 * @at: (nullable): where in it; %NULL for its middle
 *
 * Shows a menu, for as long as it is open.
 */
void
sk_context_menu_pop_up (GtkWidget              *around,
                        GMenuModel             *menu,
                        GtkWidget              *thing,
                        const graphene_point_t *at)
{
  GtkWidget *keeper;
  GtkWidget *popover;
  graphene_point_t middle = GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (thing) / 2,
                                                 (float) gtk_widget_get_height (thing) / 2);
  graphene_point_t point;

  g_return_if_fail (GTK_IS_WIDGET (around));
  g_return_if_fail (G_IS_MENU_MODEL (menu));
  g_return_if_fail (GTK_IS_WIDGET (thing));

  keeper = find_keeper (around);
  if (!gtk_widget_compute_point (thing, keeper, at != NULL ? at : &middle, &point))
    return;

  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, keeper);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle) {(int) point.x, (int) point.y, 1, 1});
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
