/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-reasons.h"

#include "compose/sk-composer.h"

#define SPACING 2

struct _SkReasons
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (SkReasons, sk_reasons, GTK_TYPE_BOX)

static void
sk_reasons_class_init (SkReasonsClass *klass)
{
}

static void
sk_reasons_init (SkReasons *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
}

static void
add_reason (SkReasons  *self,
            const char *words,
            gboolean    unknown)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon =
    gtk_image_new_from_icon_name (unknown ? "dialog-warning-symbolic" : "object-select-symbolic");
  GtkWidget *label = gtk_label_new (words);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);

  gtk_widget_add_css_class (row, "reason");
  gtk_widget_add_css_class (row, unknown ? "warning" : "success");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self), row);
}

/**
 * sk_reasons_set_reasons:
 * @reasons: (nullable): those of a block
 * @max_known: how many at most of those that speak for it; what is unknown is always said
 *
 * Shows them; where there are none it takes no room.
 */
void
sk_reasons_set_reasons (SkReasons          *self,
                        const char * const *reasons,
                        guint               max_known)
{
  guint n_known = 0;
  GtkWidget *row;

  g_return_if_fail (SK_IS_REASONS (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), row);

  for (guint i = 0; reasons != NULL && reasons[i] != NULL; i++)
    {
      gboolean unknown;
      g_autofree char *words = sk_compose_reason_words (reasons[i], &unknown);

      if (unknown || n_known++ < max_known)
        add_reason (self, words, unknown);
    }

  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

/**
 * sk_reasons_describe:
 * @reasons: (nullable): those of a block
 *
 * Returns: (transfer full): all of them in words, with commas between; "" where there are none
 */
char *
sk_reasons_describe (const char * const *reasons)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; reasons != NULL && reasons[i] != NULL; i++)
    g_strv_builder_take (builder, sk_compose_reason_words (reasons[i], NULL));
  all = g_strv_builder_end (builder);

  return g_strjoinv (", ", all);
}
