/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-gap.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "session/sk-block-words.h"

#define LABEL_MARGIN 7

struct _SkTimelineGap
{
  GtkBox parent_instance;

  char *markup;

  GtkLabel *label;
  GtkMenuButton *add;
};

G_DEFINE_FINAL_TYPE (SkTimelineGap, sk_timeline_gap, GTK_TYPE_BOX)

static void
sk_timeline_gap_finalize (GObject *object)
{
  g_free (SK_TIMELINE_GAP (object)->markup);

  G_OBJECT_CLASS (sk_timeline_gap_parent_class)->finalize (object);
}

static void
sk_timeline_gap_class_init (SkTimelineGapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_timeline_gap_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timelinegap");
}

static void
sk_timeline_gap_init (SkTimelineGap *self)
{
  AdwButtonContent *content = ADW_BUTTON_CONTENT (adw_button_content_new ());

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->label), LABEL_MARGIN);

  adw_button_content_set_icon_name (content, "list-add-symbolic");
  adw_button_content_set_label (content, _("_Block"));
  adw_button_content_set_use_underline (content, TRUE);
  self->add = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->add, GTK_WIDGET (content));
  gtk_widget_set_valign (GTK_WIDGET (self->add), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->add), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), _("Add a block here"));

  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->add));
}

/**
 * sk_timeline_gap_new:
 *
 * Returns: (transfer floating): free time
 */
GtkWidget *
sk_timeline_gap_new (void)
{
  return g_object_new (SK_TYPE_TIMELINE_GAP, NULL);
}

static GMenuModel *
make_menu (guint position)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (SkBlockKind kind = SK_BLOCK_WELCOME; kind < SK_N_BLOCK_KINDS; kind++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (sk_block_words_kind (kind), NULL);

      g_menu_item_set_action_and_target (item, "timeline.add", "(us)", position,
                                         sk_block_kind_to_string (kind));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * sk_timeline_gap_set_free:
 * @markup: how much is free, until when
 * @position: where a block is added
 *
 * Says what is free.
 */
void
sk_timeline_gap_set_free (SkTimelineGap *self,
                          const char    *markup,
                          guint          position)
{
  g_autoptr (GMenuModel) menu = make_menu (position);

  g_return_if_fail (SK_IS_TIMELINE_GAP (self));

  g_set_str (&self->markup, markup);
  gtk_label_set_markup (self->label, markup);
  gtk_menu_button_set_menu_model (self->add, menu);
}

/**
 * sk_timeline_gap_set_next:
 * @words: (nullable): what is free after a drop, or %NULL where nothing is being dragged
 *
 * Says what a drop would leave of it.
 */
void
sk_timeline_gap_set_next (SkTimelineGap *self,
                          const char    *words)
{
  g_return_if_fail (SK_IS_TIMELINE_GAP (self));

  if (words != NULL)
    gtk_label_set_text (self->label, words);
  else
    gtk_label_set_markup (self->label, self->markup);
  gtk_widget_set_opacity (GTK_WIDGET (self->add), words != NULL ? 0 : 1);
}

/**
 * sk_timeline_gap_set_editable:
 * @editable: whether a block can be added
 *
 * Shows the button, or not.
 */
void
sk_timeline_gap_set_editable (SkTimelineGap *self,
                              gboolean       editable)
{
  g_return_if_fail (SK_IS_TIMELINE_GAP (self));

  gtk_widget_set_visible (GTK_WIDGET (self->add), editable);
}
