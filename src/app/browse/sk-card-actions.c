/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-card-actions.h"

#include <glib/gi18n.h>

#include "sk-context-menu.h"
#include "sk-link.h"

/* The window does all of it: it is told which tool it is for. */
#define OPEN_IN_WINDOW "win.open-in-window"
#define ADD_TO_SESSION "win.add-to-session"
#define TOGGLE_FAVOURITE "win.toggle-favourite"
#define COPY_LINK "win.copy-link"
#define TOGGLE_DEAD_LINK "win.toggle-dead-link"

/**
 * sk_card_actions_find:
 * @around: what has cards in it
 * @x: from its left
 * @y: from its top
 *
 * Returns: (transfer none) (nullable): the card at that point
 */
SkCard *
sk_card_actions_find (GtkWidget *around,
                      double     x,
                      double     y)
{
  GtkWidget *there = gtk_widget_pick (around, x, y, GTK_PICK_DEFAULT);

  return there != NULL ? (SkCard *) gtk_widget_get_ancestor (there, SK_TYPE_CARD) : NULL;
}

/**
 * sk_card_actions_find_focused:
 * @around: what has cards in it
 *
 * Returns: (transfer none) (nullable): the card that has the focus, or which is all that there is
 *   in what has it
 */
SkCard *
sk_card_actions_find_focused (GtkWidget *around)
{
  GtkRoot *root = gtk_widget_get_root (around);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, around))
    return NULL;
  if (!SK_IS_CARD (focus))
    focus = gtk_widget_get_first_child (focus);

  return SK_IS_CARD (focus) ? SK_CARD (focus) : NULL;
}

static const char *
get_id (SkCard *card)
{
  return sk_resource_get_id (sk_card_get_resource (card));
}

static const char *
get_url (SkCard *card)
{
  return sk_resource_get_url (sk_card_get_resource (card));
}

static gboolean
act (SkCard     *card,
     const char *action)
{
  return card != NULL && gtk_widget_activate_action (GTK_WIDGET (card), action, "s", get_id (card));
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-missing");
  g_menu_append_item (menu, item);
}

static GMenu *
add_section (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return section;
}

static GMenuModel *
make_menu (SkCard *card)
{
  SkUserData *user = sk_card_get_user (card);
  const char *id = get_id (card);
  GMenu *menu = g_menu_new ();
  GMenu *section = add_section (menu);

  add_item (section, _("Add to _Session"), ADD_TO_SESSION, g_variant_new ("(ss)", "", id));
  if (user != NULL)
    add_item (section,
              sk_user_data_get_favourite (user, id) ? _("No Longer a _Favourite")
                                                    : _("_Favourite"),
              TOGGLE_FAVOURITE, g_variant_new_string (id));

  section = add_section (menu);
  add_item (section, _("Open in a New _Window"), OPEN_IN_WINDOW, g_variant_new_string (id));
  if (sk_link_is_web (get_url (card)))
    add_item (section, _("_Copy Link"), COPY_LINK, g_variant_new_string (id));
  if (user != NULL && get_url (card) != NULL)
    add_item (section,
              sk_user_data_get_dead_link (user, id) != NULL ? _("Link Works _Again")
                                                            : _("This Link Is _Dead"),
              TOGGLE_DEAD_LINK, g_variant_new_string (id));

  return G_MENU_MODEL (menu);
}

static void
pop_up (GtkWidget              *around,
        SkCard                 *card,
        const graphene_point_t *at)
{
  g_autoptr (GMenuModel) menu = make_menu (card);

  sk_context_menu_pop_up (around, menu, at != NULL ? around : GTK_WIDGET (card), at);
}

static gboolean
on_menu_key (GtkWidget *around,
             GVariant  *args,
             gpointer   data)
{
  SkCard *card = sk_card_actions_find_focused (around);

  if (card == NULL)
    return FALSE;

  pop_up (around, card, NULL);
  return TRUE;
}

static gboolean
on_window_key (GtkWidget *around,
               GVariant  *args,
               gpointer   data)
{
  return act (sk_card_actions_find_focused (around), OPEN_IN_WINDOW);
}

static gboolean
on_favourite_key (GtkWidget *around,
                  GVariant  *args,
                  gpointer   data)
{
  return act (sk_card_actions_find_focused (around), TOGGLE_FAVOURITE);
}

static gboolean
wants_window (GtkGesture *gesture)
{
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  const GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  return button == GDK_BUTTON_MIDDLE ||
         (button == GDK_BUTTON_PRIMARY && (state & GDK_CONTROL_MASK) != 0);
}

/* Before what is around a card takes it for a click that opens it. */
static void
on_pressed (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y,
            gpointer    unused)
{
  GtkWidget *around = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  SkCard *card = sk_card_actions_find (around, x, y);
  const gboolean is_menu = event != NULL && gdk_event_triggers_context_menu (event);

  if (card == NULL || (!is_menu && !wants_window (gesture)))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (is_menu)
    pop_up (around, card, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
on_released (GtkGesture *gesture,
             int         n_press,
             double      x,
             double      y,
             gpointer    unused)
{
  GtkWidget *around = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (wants_window (gesture))
    act (sk_card_actions_find (around, x, y), OPEN_IN_WINDOW);
}

static void
on_long_press (GtkGesture *gesture,
               double      x,
               double      y,
               gpointer    unused)
{
  GtkWidget *around = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  SkCard *card = sk_card_actions_find (around, x, y);

  if (card == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (around, card, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/* Here it is a tool, elsewhere the address of its page. */
static GdkContentProvider *
provide (SkCard *card)
{
  const char *url = get_url (card);
  GdkContentProvider *ways[] = {
    gdk_content_provider_new_typed (SK_TYPE_RESOURCE, sk_card_get_resource (card)),
    url != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, url) : NULL,
  };

  return gdk_content_provider_new_union (ways, url != NULL ? 2 : 1);
}

/* What is dragged looks as the card does now, whatever it shows by then. */
static GdkContentProvider *
on_drag (GtkDragSource *source,
         double         x,
         double         y,
         gpointer       unused)
{
  GtkWidget *around = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  SkCard *card = sk_card_actions_find (around, x, y);
  g_autoptr (GdkPaintable) live = NULL;
  g_autoptr (GdkPaintable) picture = NULL;
  graphene_point_t point;

  if (card == NULL ||
      !gtk_widget_compute_point (around, GTK_WIDGET (card),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return NULL;

  live = gtk_widget_paintable_new (GTK_WIDGET (card));
  picture = gdk_paintable_get_current_image (live);
  gtk_drag_source_set_icon (source, picture, (int) point.x, (int) point.y);
  return provide (card);
}

static void
add_key (GtkEventController *keys,
         const char         *trigger,
         GtkShortcutFunc     callback)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                      gtk_callback_action_new (callback, NULL, NULL)));
}

/**
 * sk_card_actions_add:
 * @around: what has cards in it, now or later
 *
 * Lets all that can be done with a card be done with those.
 */
void
sk_card_actions_add (GtkWidget *around)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  g_return_if_fail (GTK_IS_WIDGET (around));

  add_key (keys, "Menu|<Shift>F10", on_menu_key);
  add_key (keys, "<Control>Return|<Control>KP_Enter", on_window_key);
  add_key (keys, "<Control>d", on_favourite_key);
  gtk_widget_add_controller (around, keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), NULL);
  g_signal_connect (click, "released", G_CALLBACK (on_released), NULL);
  gtk_widget_add_controller (around, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_press), NULL);
  gtk_widget_add_controller (around, GTK_EVENT_CONTROLLER (press));

  g_signal_connect (drag, "prepare", G_CALLBACK (on_drag), NULL);
  gtk_widget_add_controller (around, GTK_EVENT_CONTROLLER (drag));
}
