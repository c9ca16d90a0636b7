/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-menu.h"

#include <glib/gi18n.h>

#include "sk-context-menu.h"
#include "sk-sessions-list.h"

/* A menu of actions that are told which session they are for. */
static GMenuModel *
make_menu (SkSession *session)
{
  static const struct
  {
    const char *label;
    const char *action;
    gboolean begins;          /* a section */
  } items[] = {
    {N_("_Open"), "plan.open", TRUE},       {N_("Dupli_cate"), "plan.duplicate", FALSE},
    {N_("_Print…"), "plan.print", TRUE},    {N_("_Share…"), "plan.share", FALSE},
    {N_("_Archive"), "plan.archive", TRUE}, {N_("_Delete"), "plan.delete", FALSE},
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const gboolean returns =
        g_str_equal (items[i].action, "plan.archive") && sk_session_get_archived (session);
      g_autoptr (GMenuItem) item =
        g_menu_item_new (returns ? _("Return from the _Archive") : _(items[i].label), NULL);

      if (items[i].begins)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      g_menu_item_set_action_and_target (item, items[i].action, "s", sk_session_get_id (session));
      g_menu_append_item (section, item);
    }

  return G_MENU_MODEL (menu);
}

/**
 * sk_session_menu_pop_up:
 * @row: the row of a session
 * @at: (nullable): where in it; %NULL for its middle
 *
 * Shows what can be done with the session.
 */
void
sk_session_menu_pop_up (GtkWidget              *row,
                        const graphene_point_t *at)
{
  SkSessionDocument *document = sk_session_row_get_document (SK_SESSION_ROW (row));
  /* Not the list view, which would keep the menu in the first size it had. */
  GtkWidget *list = gtk_widget_get_ancestor (row, SK_TYPE_SESSIONS_LIST);
  g_autoptr (GMenuModel) menu = make_menu (sk_session_document_get_session (document));

  sk_context_menu_pop_up (list, menu, row, at);
}

static void
on_pressed (GtkGesture *gesture,
            double      x,
            double      y)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  sk_session_menu_pop_up (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)),
                          &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
on_clicked (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y)
{
  on_pressed (gesture, x, y);
}

/**
 * sk_session_menu_attach:
 * @row: a row of the list
 *
 * Shows the menu at a right click and a long press.
 */
void
sk_session_menu_attach (GtkWidget *row)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_clicked), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_pressed), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (press));
}
