/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-card.h"

#include <glib/gi18n.h>

#include "session/sk-block-words.h"
#include "sk-compose-part.h"
#include "sk-words.h"

/* What is long is drawn smaller, until its shortest parts are too small to read. */
#define LEAST_PER_MINUTE 3.0
#define MOST_PER_MINUTE 8.0

struct _SkComposeCard
{
  GtkBox parent_instance;

  GtkWidget *radio;
};

G_DEFINE_FINAL_TYPE (SkComposeCard, sk_compose_card, GTK_TYPE_BOX)

static void
sk_compose_card_class_init (SkComposeCardClass *klass)
{
}

static void
on_pressed (SkComposeCard *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->radio), TRUE);
}

static void
on_toggled (SkComposeCard *self)
{
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->radio)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

static void
sk_compose_card_init (SkComposeCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "compose-card");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_FILL);

  self->radio = gtk_check_button_new ();
  g_signal_connect_swapped (self->radio, "toggled", G_CALLBACK (on_toggled), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static guint
count_minutes (const SkProposal *proposal)
{
  guint minutes = 0;

  for (guint i = 0; i < proposal->blocks->len; i++)
    minutes += sk_block_get_minutes (g_ptr_array_index (proposal->blocks, i));

  return minutes;
}

/* What a block takes of the internet: nothing, something, or nobody knows. */
static SkStated
needs_internet (SkBlock *block)
{
  SkResource *resource = sk_block_get_resource (block);

  if (resource == NULL)
    return SK_STATED_NO;
  if (sk_resource_get_needs (resource)[0] == NULL)
    return SK_STATED_NOT;

  return sk_block_needs (block, "internet") ? SK_STATED_YES : SK_STATED_NO;
}

static char *
describe_internet (const SkProposal *proposal)
{
  guint n_without = 0;
  guint n_unknown = 0;
  g_autofree char *without = NULL;

  for (guint i = 0; i < proposal->blocks->len; i++)
    {
      SkStated needs = needs_internet (g_ptr_array_index (proposal->blocks, i));

      n_without += needs == SK_STATED_NO;
      n_unknown += needs == SK_STATED_NOT;
    }

  without = g_strdup_printf (_("%u of %u without internet"), n_without, proposal->blocks->len);
  if (n_unknown == 0)
    return g_steal_pointer (&without);

  /* Translators: "3 of 5 without internet, 2 not stated". */
  return g_strdup_printf (_("%s, %u not stated"), without, n_unknown);
}

static char *
describe_screen (const SkProposal *proposal)
{
  return g_strdup_printf (ngettext ("%u minute on a screen", "%u minutes on a screen",
                                    proposal->screen_minutes),
                          proposal->screen_minutes);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_fact (SkComposeCard *self,
          const char    *icon_name,
          const char    *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), make_label (text, "caption"));
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_heading (SkComposeCard    *self,
             const SkProposal *proposal)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (self->radio, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), make_label (proposal->title, "heading"));
  gtk_box_append (GTK_BOX (words), make_label (proposal->summary, "caption"));
  gtk_box_append (GTK_BOX (row), self->radio);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_blocks (SkComposeCard    *self,
            const SkProposal *proposal,
            double            height)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, NULL);
  double per_minute = CLAMP (height / count_minutes (proposal), LEAST_PER_MINUTE, MOST_PER_MINUTE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  proposal->title, -1);
  gtk_widget_set_vexpand (list, TRUE);
  for (guint i = 0; i < proposal->blocks->len; i++)
    gtk_box_append (GTK_BOX (list),
                    sk_compose_part_new (g_ptr_array_index (proposal->blocks, i), per_minute));

  gtk_box_append (GTK_BOX (self), list);
}

/**
 * sk_compose_card_new:
 * @proposal: what is proposed
 * @nth: its number, from 0
 * @n_proposals: of how many
 * @height: that of a class hour's blocks, in pixels
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
sk_compose_card_new (const SkProposal *proposal,
                     guint             nth,
                     guint             n_proposals,
                     double            height)
{
  SkComposeCard *self = g_object_new (SK_TYPE_COMPOSE_CARD, NULL);
  g_autofree char *screen = describe_screen (proposal);
  g_autofree char *internet = describe_internet (proposal);
  /* Translators: "Balanced, 1 of 3, three themes, 10 minutes on a screen, 3 of 5 without internet".
   */
  g_autofree char *name = g_strdup_printf (_("%s, %u of %u, %s, %s, %s"), proposal->title, nth + 1,
                                           n_proposals, proposal->summary, screen, internet);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->radio), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  add_heading (self, proposal);
  add_blocks (self, proposal, height);
  add_fact (self, "video-display-symbolic", screen);
  add_fact (self, "sk-offline-symbolic", internet);
  return GTK_WIDGET (self);
}

/**
 * sk_compose_card_get_radio:
 *
 * Returns: (transfer none): the button that chooses the card
 */
GtkCheckButton *
sk_compose_card_get_radio (SkComposeCard *self)
{
  g_return_val_if_fail (SK_IS_COMPOSE_CARD (self), NULL);

  return GTK_CHECK_BUTTON (self->radio);
}
