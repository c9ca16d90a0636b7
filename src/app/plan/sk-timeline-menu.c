/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "sk-timeline-private.h"

typedef struct
{
  const char *label;
  const char *action;
} Item;

static void
add_section (GMenu      *menu,
             const Item *items,
             guint       n_items)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), items[i].action);

      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
make_menu (gboolean locked)
{
  const Item clipboard[] = {{N_("Cu_t"), "timeline.cut"},
                            {N_("_Copy"), "timeline.copy"},
                            {N_("_Paste"), "timeline.paste"},
                            {N_("_Duplicate"), "timeline.duplicate"}};
  const Item moves[] = {{N_("Move _Up"), "timeline.move-up"},
                        {N_("Move Do_wn"), "timeline.move-down"},
                        {N_("Move T_o…"), "timeline.move-to"}};
  const Item times[] = {{N_("_Edit Title"), "timeline.edit"},
                        {locked ? N_("Un_lock") : N_("_Lock at This Time"), "timeline.lock"},
                        {N_("Lock _At…"), "timeline.lock-at"}};
  const Item groups[] = {{N_("In _Groups"), "timeline.group"},
                         {N_("O_ut of Groups"), "timeline.ungroup"}};
  const Item rest[] = {{N_("_Remove"), "timeline.remove"}};
  GMenu *menu = g_menu_new ();

  add_section (menu, clipboard, G_N_ELEMENTS (clipboard));
  add_section (menu, moves, G_N_ELEMENTS (moves));
  add_section (menu, times, G_N_ELEMENTS (times));
  add_section (menu, groups, G_N_ELEMENTS (groups));
  add_section (menu, rest, G_N_ELEMENTS (rest));
  return G_MENU_MODEL (menu);
}

static gboolean
is_locked (SkTimeline *self,
           const char *id)
{
  SkSession *session = sk_timeline_get_session (self);
  SkBlockPlace place;

  sk_session_find_block (session, id, &place);
  return sk_block_get_lock (sk_session_get_block (session, place.position)) != SK_BLOCK_UNLOCKED;
}

/* Opens the menu of a block at a point of a widget. */
void
sk_timeline_open_menu (SkTimeline      *self,
                       SkTimelineBlock *block,
                       GtkWidget       *widget,
                       double           x,
                       double           y)
{
  const char *id = sk_timeline_block_get_id (block);
  g_autoptr (GMenuModel) model = make_menu (is_locked (self, id));
  graphene_point_t point;

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  if (!sk_block_selection_contains (self->selection, id))
    sk_block_selection_choose (self->selection, id);
  gtk_widget_grab_focus (GTK_WIDGET (block));
  sk_timeline_enable_actions (self);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) {(int) point.x, (int) point.y, 1, 1});
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static SkTimelineBlock *
get_block (gpointer gesture)
{
  return SK_TIMELINE_BLOCK (gtk_event_controller_get_widget (gesture));
}

static void
on_secondary (GtkGesture *gesture,
              int         n_press,
              double      x,
              double      y,
              SkTimeline *self)
{
  SkTimelineBlock *block = get_block (gesture);

  if (!sk_timeline_is_at (block, x, y))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  sk_timeline_open_menu (self, block, GTK_WIDGET (block), x, y);
}

/* A finger that rests may drag from then on; one that is lifted again wants the menu. */
static void
on_long_press (GtkGesture *gesture,
               double      x,
               double      y,
               SkTimeline *self)
{
  if (!sk_timeline_is_at (get_block (gesture), x, y))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->pressed = TRUE;
}

static void
on_lifted (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           SkTimeline       *self)
{
  SkTimelineBlock *block = get_block (gesture);
  double x;
  double y;

  if (!self->pressed)
    return;

  self->pressed = FALSE;
  if (self->drag.clip == NULL && gtk_gesture_get_point (gesture, sequence, &x, &y))
    sk_timeline_open_menu (self, block, GTK_WIDGET (block), x, y);
}

static void
on_menu_asked (SkTimeline  *self,
               SkBlockFace *face)
{
  GtkWidget *button = sk_block_face_get_menu (face);
  GtkWidget *block = gtk_widget_get_ancestor (button, SK_TYPE_TIMELINE_BLOCK);

  sk_timeline_open_menu (self, SK_TIMELINE_BLOCK (block), button,
                         gtk_widget_get_width (button) / 2.0, gtk_widget_get_height (button));
}

/* Lets a block have its menu: by the right button, a long press, and the button on it. */
void
sk_timeline_add_menu (SkTimeline      *self,
                      SkTimelineBlock *block)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_secondary), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (block), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_press), self, 0);
  g_signal_connect_object (press, "end", G_CALLBACK (on_lifted), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (block), GTK_EVENT_CONTROLLER (press));

  g_signal_connect_object (sk_timeline_block_get_face (block), "menu", G_CALLBACK (on_menu_asked),
                           self, G_CONNECT_SWAPPED);
}
