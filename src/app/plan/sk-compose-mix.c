/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-mix.h"

#include <glib/gi18n.h>

#include "session/sk-balance.h"

#define MOST 4
#define USUAL 2

struct _SkComposeMix
{
  GtkWidget parent_instance;

  SkVocabulary *themes;
  GtkWidget *grid;
  GtkRange *ranges[SK_N_FAMILIES];
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkComposeMix, sk_compose_mix, GTK_TYPE_WIDGET)

static const struct
{
  const char *family;
  const char *name;
  const char *icon;
} families[SK_N_FAMILIES] = {
  {"information", NC_ ("theme family", "Information"), "sk-theme-disinformation-symbolic"},
  {"relations", NC_ ("theme family", "Relations"), "sk-theme-relationships-symbolic"},
  {"self", NC_ ("theme family", "Self"), "sk-theme-identity-symbolic"},
  {"protect", NC_ ("theme family", "Protect"), "sk-theme-security-symbolic"},
  {"make", NC_ ("theme family", "Make"), "sk-theme-copyright-symbolic"},
  {"play", NC_ ("theme family", "Play"), "sk-theme-gaming-symbolic"},
};

static const char *
get_amount (guint value)
{
  static const char * const amounts[MOST + 1] = {
    NC_ ("amount", "not at all"), NC_ ("amount", "little"), NC_ ("amount", "some"),
    NC_ ("amount", "much"),       NC_ ("amount", "most"),
  };

  return g_dpgettext2 (NULL, "amount", amounts[MIN (value, MOST)]);
}

static guint
get_value (SkComposeMix *self,
           guint         family)
{
  return (guint) (gtk_range_get_value (self->ranges[family]) + 0.5);
}

static void
say_amount (SkComposeMix *self,
            guint         family)
{
  const char *amount = get_amount (get_value (self, family));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ranges[family]),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, amount, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->ranges[family]), amount);
}

static void
on_value_changed (SkComposeMix *self)
{
  for (guint i = 0; i < SK_N_FAMILIES; i++)
    say_amount (self, i);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_family (SkComposeMix *self,
            guint         family)
{
  const char *name = g_dpgettext2 (NULL, "theme family", families[family].name);
  GtkWidget *icon = gtk_image_new_from_icon_name (families[family].icon);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, MOST, 1);
  g_autofree char *css_class = g_strconcat ("family-", families[family].family, NULL);

  gtk_widget_add_css_class (icon, css_class);
  gtk_widget_add_css_class (icon, "theme-icon");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (scale, TRUE);
  gtk_widget_set_size_request (scale, 120, -1);
  gtk_range_set_value (GTK_RANGE (scale), USUAL);
  gtk_range_set_round_digits (GTK_RANGE (scale), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  self->ranges[family] = GTK_RANGE (scale);
  gtk_grid_attach (GTK_GRID (self->grid), icon, 0, (int) family, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), label, 1, (int) family, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), scale, 2, (int) family, 1, 1);
  say_amount (self, family);
  g_signal_connect_swapped (scale, "value-changed", G_CALLBACK (on_value_changed), self);
}

static void
sk_compose_mix_dispose (GObject *object)
{
  SkComposeMix *self = SK_COMPOSE_MIX (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->themes);

  G_OBJECT_CLASS (sk_compose_mix_parent_class)->dispose (object);
}

static void
sk_compose_mix_class_init (SkComposeMixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sk_compose_mix_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sk_compose_mix_init (SkComposeMix *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));

  for (guint i = 0; i < SK_N_FAMILIES; i++)
    add_family (self, i);
}

/**
 * sk_compose_mix_set_vocabulary:
 * @themes: the themes, with their families
 *
 * Tells which themes there are to name.
 */
void
sk_compose_mix_set_vocabulary (SkComposeMix *self,
                               SkVocabulary *themes)
{
  g_return_if_fail (SK_IS_COMPOSE_MIX (self));

  g_set_object (&self->themes, themes);
}

static gboolean
is_even (SkComposeMix *self)
{
  for (guint i = 1; i < SK_N_FAMILIES; i++)
    if (get_value (self, i) != get_value (self, 0))
      return FALSE;

  return TRUE;
}

static gboolean
is_of_family (const SkConcept *theme,
              guint            family)
{
  return g_strcmp0 (sk_concept_get_family (theme), families[family].family) == 0;
}

/* A family's weight is shared by its themes. */
static void
add_weights (SkComposeMix     *self,
             guint             family,
             SkComposeRequest *request)
{
  guint n_themes = 0;

  for (guint i = 0; i < sk_vocabulary_get_size (self->themes); i++)
    n_themes += is_of_family (sk_vocabulary_get_nth (self->themes, i), family);

  for (guint i = 0; i < sk_vocabulary_get_size (self->themes); i++)
    {
      const SkConcept *theme = sk_vocabulary_get_nth (self->themes, i);

      if (is_of_family (theme, family))
        sk_compose_request_set_theme (request, sk_concept_get_id (theme),
                                      get_value (self, family) / (double) n_themes);
    }
}

/**
 * sk_compose_mix_fill_request:
 * @request: told the themes and their weights, where not all are the same
 */
void
sk_compose_mix_fill_request (SkComposeMix     *self,
                             SkComposeRequest *request)
{
  g_return_if_fail (SK_IS_COMPOSE_MIX (self));
  g_return_if_fail (request != NULL);

  for (guint i = 0; self->themes != NULL && !is_even (self) && i < SK_N_FAMILIES; i++)
    add_weights (self, i, request);
}

/**
 * sk_compose_mix_reset:
 *
 * Lets any theme be welcome.
 */
void
sk_compose_mix_reset (SkComposeMix *self)
{
  g_return_if_fail (SK_IS_COMPOSE_MIX (self));

  for (guint i = 0; i < SK_N_FAMILIES; i++)
    gtk_range_set_value (self->ranges[i], USUAL);
}
