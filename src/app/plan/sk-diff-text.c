/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-diff-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "session/sk-word-diff.h"

/* 16 bits a channel, as Pango has them; the ground is that of a banner, 14 % of the colour. */
#define CHANNEL(byte) ((guint16) ((byte) * 0x101))
#define GROUND_ALPHA CHANNEL (0x24)
/* In characters: a value that is longer is broken into lines, where there is no more room. */
#define VALUE_WIDTH 16
#define ROOMY_VALUE_WIDTH 28

typedef struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
} Colour;

struct _SkDiffText
{
  AdwBin parent_instance;

  GPtrArray *spans;           /* SkWordSpan */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SkDiffText, sk_diff_text, ADW_TYPE_BIN)

/* Read on the ground that each has: 5.5:1 and more. */
static Colour
get_colour (SkWordChange change,
            gboolean     dark)
{
  if (change == SK_WORDS_REMOVED)
    return dark ? (Colour) {0xff, 0x93, 0x8c} : (Colour) {0xb0, 0x12, 0x1f};

  return dark ? (Colour) {0x78, 0xe9, 0xab} : (Colour) {0x00, 0x6b, 0x34};
}

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
add_span (PangoAttrList *list,
          SkWordChange   change,
          gboolean       dark,
          guint          start,
          guint          end)
{
  const Colour colour = get_colour (change, dark);
  const guint16 red = CHANNEL (colour.red);
  const guint16 green = CHANNEL (colour.green);
  const guint16 blue = CHANNEL (colour.blue);

  add_attribute (list, pango_attr_foreground_new (red, green, blue), start, end);
  add_attribute (list, pango_attr_background_new (red, green, blue), start, end);
  add_attribute (list, pango_attr_background_alpha_new (GROUND_ALPHA), start, end);
  if (change == SK_WORDS_REMOVED)
    {
      add_attribute (list, pango_attr_strikethrough_new (TRUE), start, end);
    }
  else
    {
      add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
    }
}

/* What went and what came stand beside each other: a space keeps them apart. */
static gboolean
needs_space (const GString *text,
             SkWordChange   before,
             SkWordChange   now)
{
  return before == SK_WORDS_REMOVED && now == SK_WORDS_ADDED && text->len > 0 &&
         !g_ascii_isspace (text->str[text->len - 1]);
}

/* What stands between two parts: nothing before a full stop. */
static const char *
get_separator (SkWordChange  before,
               SkWordChange  now,
               const char   *part)
{
  if (now == SK_WORDS_KEPT && g_unichar_ispunct (g_utf8_get_char (part)))
    return "";

  return before == SK_WORDS_KEPT ? " " : ", ";
}

/* As it is read out: "with worksheet and removed: PowerPoint, new: whiteboard." */
static char *
put_in_words (SkDiffText *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) words = g_string_new (NULL);
  SkWordChange before = SK_WORDS_KEPT;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SkWordSpan *span = g_ptr_array_index (self->spans, i);
      g_autofree char *text = g_strstrip (g_strdup (span->text));
      g_autofree char *part = NULL;

      if (*text == '\0')
        continue;
      if (span->change == SK_WORDS_REMOVED)
        part = g_strdup_printf (_("removed: %s"), text);
      else if (span->change == SK_WORDS_ADDED)
        part = g_strdup_printf (_("new: %s"), text);
      else
        part = g_steal_pointer (&text);

      if (words->len > 0)
        g_string_append (words, get_separator (before, span->change, part));
      g_string_append (words, part);
      before = span->change;
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
draw (SkDiffText *self)
{
  AdwStyleManager *style =
    adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  const gboolean dark = adw_style_manager_get_dark (style);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  g_autofree char *words = NULL;
  SkWordChange before = SK_WORDS_KEPT;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SkWordSpan *span = g_ptr_array_index (self->spans, i);
      guint start;

      if (needs_space (text, before, span->change))
        g_string_append_c (text, ' ');
      start = (guint) text->len;
      g_string_append (text, span->text);
      if (span->change != SK_WORDS_KEPT)
        add_span (list, span->change, dark, start, (guint) text->len);
      before = span->change;
    }

  /* With its text a label says the same again: what is read out comes after it. */
  words = put_in_words (self);
  gtk_label_set_text (self->label, text->str);
  gtk_label_set_attributes (self->label, list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
sk_diff_text_root (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  GTK_WIDGET_CLASS (sk_diff_text_parent_class)->root (widget);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (draw), widget, G_CONNECT_SWAPPED);
  draw (SK_DIFF_TEXT (widget));
}

static void
sk_diff_text_unroot (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  g_signal_handlers_disconnect_by_func (style, draw, widget);

  GTK_WIDGET_CLASS (sk_diff_text_parent_class)->unroot (widget);
}

static void
sk_diff_text_finalize (GObject *object)
{
  g_clear_pointer (&SK_DIFF_TEXT (object)->spans, g_ptr_array_unref);

  G_OBJECT_CLASS (sk_diff_text_parent_class)->finalize (object);
}

static void
sk_diff_text_class_init (SkDiffTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sk_diff_text_finalize;
  widget_class->root = sk_diff_text_root;
  widget_class->unroot = sk_diff_text_unroot;
}

static void
sk_diff_text_init (SkDiffText *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}

static SkDiffText *
make (GPtrArray *spans)
{
  SkDiffText *self = g_object_new (SK_TYPE_DIFF_TEXT, NULL);

  self->spans = spans;
  return self;
}

/**
 * sk_diff_text_new:
 * @before: (nullable): a text
 * @after: (nullable): what it has become
 *
 * Returns: (transfer floating): both as one flowing text, compared by their words
 */
GtkWidget *
sk_diff_text_new (const char *before,
                  const char *after)
{
  SkDiffText *self = make (sk_word_diff (before, after));

  gtk_label_set_xalign (self->label, 0);
  return GTK_WIDGET (self);
}

static void
add_value (GPtrArray    *spans,
           SkWordChange  change,
           const char   *text)
{
  SkWordSpan *span;

  if (text == NULL)
    return;

  span = g_new0 (SkWordSpan, 1);
  span->change = change;
  span->text = g_strdup (text);
  g_ptr_array_add (spans, span);
}

static int
measure (GPtrArray *spans)
{
  glong length = 0;

  for (guint i = 0; i < spans->len; i++)
    length += g_utf8_strlen (((SkWordSpan *) g_ptr_array_index (spans, i))->text, -1);

  return (int) MIN (length, G_MAXINT);
}

/**
 * sk_diff_text_new_value:
 * @before: (nullable): a value, "20 min"
 * @after: (nullable): what it has become, "25 min"
 *
 * Returns: (transfer floating): one after the other, at the end of a row
 */
GtkWidget *
sk_diff_text_new_value (const char *before,
                        const char *after)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_word_span_free);
  SkDiffText *self;

  add_value (spans, SK_WORDS_REMOVED, before);
  add_value (spans, SK_WORDS_ADDED, after);
  self = make (spans);
  gtk_label_set_xalign (self->label, 1);
  gtk_label_set_justify (self->label, GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (self->label, measure (spans) > VALUE_WIDTH);
  gtk_label_set_width_chars (self->label, MIN (measure (spans), VALUE_WIDTH));
  gtk_label_set_max_width_chars (self->label, ROOMY_VALUE_WIDTH);
  return GTK_WIDGET (self);
}
