/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-part.h"

#include <glib/gi18n.h>

#include "compose/sk-composer.h"
#include "session/sk-block-words.h"
#include "sk-block-icon.h"
#include "sk-reasons.h"
#include "sk-words.h"

/* What stands around a part's words, and how tall a line of its reasons is. */
#define GAP 4
#define HEADING_HEIGHT 34
#define LINE_HEIGHT 16

/* What is longer may take a second line of those that are left, in letters. */
#define LONG_TITLE 22
#define LONG_REASON 28

static GtkWidget *
make_line (const char *text,
           guint       n_lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), n_lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), (int) n_lines);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* How many lines words may take, which is one, or two while there are some to spare. */
static guint
take_lines (const char *text,
            glong       is_long,
            guint      *n_spare)
{
  if (*n_spare == 0 || g_utf8_strlen (text, -1) <= is_long)
    return 1;

  (*n_spare)--;
  return 2;
}

static void
add_heading (GtkBox  *box,
             SkBlock *block,
             guint   *n_spare)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *words = sk_block_words_title (block);
  GtkWidget *title = make_line (words, take_lines (words, LONG_TITLE, n_spare));
  g_autofree char *minutes = g_strdup_printf ("%u", sk_block_get_minutes (block));
  GtkWidget *label = gtk_label_new (minutes);

  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");

  if (sk_block_get_resource (block) != NULL)
    {
      GPtrArray *themes = sk_resource_get_concepts (sk_block_get_resource (block), SK_FACET_THEME);
      SkConcept *theme = themes != NULL && themes->len > 0 ? g_ptr_array_index (themes, 0) : NULL;
      g_autofree char *name = theme != NULL ? sk_words_icon (SK_FACET_THEME, theme) : NULL;
      GtkWidget *icon = NULL;

      icon =
        gtk_image_new_from_icon_name (name != NULL ? name : sk_block_icon_get_name (SK_BLOCK_TOOL));
      gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_widget_add_css_class (icon, "theme-icon");
      gtk_box_append (GTK_BOX (row), icon);
    }

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (box, row);
}

static void
add_line (GtkBox     *box,
          const char *text,
          gboolean    unknown,
          guint       n_lines)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon =
    gtk_image_new_from_icon_name (unknown ? "dialog-warning-symbolic" : "object-select-symbolic");
  GtkWidget *label = make_line (text, n_lines);

  /* In the middle of the first line. */
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (row, unknown ? "warning" : "theme-icon");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (box, row);
}

static char *
join_unknown (const char * const *reasons)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; reasons[i] != NULL; i++)
    {
      gboolean unknown;
      g_autofree char *words = sk_compose_reason_words (reasons[i], &unknown);

      if (unknown)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", words);
    }

  return list->len > 0 ? g_string_free_and_steal (g_steal_pointer (&list)) : NULL;
}

static guint
count_known (const char * const *reasons)
{
  guint n_known = 0;

  for (guint i = 0; reasons[i] != NULL; i++)
    {
      gboolean unknown;
      g_autofree char *words = sk_compose_reason_words (reasons[i], &unknown);

      n_known += !unknown;
    }

  return n_known;
}

/* What a tool is chosen for, as far as it has room; what is unknown is one of the lines, and takes
 * what is left. */
static void
add_tool (GtkBox  *box,
          SkBlock *block,
          guint    n_lines)
{
  const char * const *reasons = sk_block_get_reasons (block);
  g_autofree char *unknown = join_unknown (reasons);
  const guint n_rows = n_lines - (unknown != NULL && n_lines > 0);
  const guint n_known = MIN (n_rows, count_known (reasons));
  guint n_spare = n_rows - n_known;
  guint n_shown = 0;

  add_heading (box, block, &n_spare);
  for (guint i = 0; reasons[i] != NULL && n_shown < n_known; i++)
    {
      gboolean is_unknown;
      g_autofree char *words = sk_compose_reason_words (reasons[i], &is_unknown);

      if (is_unknown)
        continue;
      add_line (box, words, FALSE, take_lines (words, LONG_REASON, &n_spare));
      n_shown++;
    }

  if (unknown != NULL && n_lines > 0)
    add_line (box, unknown, TRUE, 1 + n_spare);
}

static void
add_family (GtkWidget *part,
            SkBlock   *block)
{
  g_autofree char *css_class = NULL;

  if (sk_block_get_family (block) == NULL)
    return;

  css_class = g_strconcat ("family-", sk_block_get_family (block), NULL);
  gtk_widget_add_css_class (part, css_class);
}

/**
 * sk_compose_part_new:
 * @block: of a proposal
 * @per_minute: how tall a minute is
 *
 * Returns: (transfer floating): the block, as tall as it lasts, with as many of its reasons as have
 *   room; all of them are in its tooltip and its accessible name
 */
GtkWidget *
sk_compose_part_new (SkBlock *block,
                     double   per_minute)
{
  const char * const *reasons = sk_block_get_reasons (block);
  g_autofree char *minutes = sk_words_minutes (sk_block_get_minutes (block));
  g_autofree char *all = sk_reasons_describe (reasons);
  g_autofree char *name = NULL;
  guint n_spare = 0;
  int height = MAX ((int) (sk_block_get_minutes (block) * per_minute) - GAP, HEADING_HEIGHT);
  GtkWidget *self = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  /* Translators: a block, how long it lasts, and why it was chosen. */
  name = g_strdup_printf (_("%s, %s: %s"), sk_block_words_title (block), minutes, all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (self, name);
  gtk_widget_set_size_request (self, -1, height);
  gtk_widget_add_css_class (self, "compose-part");
  add_family (self, block);
  if (sk_block_get_kind (block) == SK_BLOCK_TOOL)
    {
      gtk_widget_add_css_class (self, "tool");
      add_tool (GTK_BOX (self), block, (guint) MAX (height - HEADING_HEIGHT, 0) / LINE_HEIGHT);
    }
  else
    {
      add_heading (GTK_BOX (self), block, &n_spare);
    }
  return self;
}
