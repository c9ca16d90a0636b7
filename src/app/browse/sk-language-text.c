/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-language-text.h"

/**
 * sk_language_text_set:
 * @label: a label
 * @text: what it shows
 * @language: (nullable): the language of that, BCP 47
 *
 * Shows a text, so that a machine reads it with the right voice, and its words break where they may.
 */
void
sk_language_text_set (GtkLabel   *label,
                      const char *text,
                      const char *language)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_label (label, text);

  if (language != NULL && *language != '\0')
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes,
                              pango_attr_language_new (pango_language_from_string (language)));
      gtk_label_set_attributes (label, attributes);
    }
}
