/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-chips.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-filter-words.h"
#include "sk-words.h"

struct _SkChips
{
  GtkBox parent_instance;

  SkSearch *search;
  gboolean one_line;
  GtkWidget *more;            /* what stands after them */
  GPtrArray *buttons;         /* GtkButton, in the order of the filters */

  GtkScrolledWindow *scroller;
  GtkViewport *viewport;
  AdwWrapBox *chips;
};

enum
{
  PROP_SEARCH = 1,
  PROP_ONE_LINE,
  PROP_MORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkChips, sk_chips, GTK_TYPE_BOX)

static void
on_clicked (GtkButton *button,
            SkFilter  *filter)
{
  SkChips *self = SK_CHIPS (gtk_widget_get_ancestor (GTK_WIDGET (button), SK_TYPE_CHIPS));
  g_autoptr (SkQuery) query = sk_filter_leave (filter, sk_search_get_query (self->search));

  sk_search_set_query (self->search, query);
}

static char *
find_icon (SkChips        *self,
           const SkFilter *filter)
{
  SkConcept *concept;

  if (filter->kind != SK_FILTER_VALUE)
    return NULL;

  concept = sk_search_find_concept (self->search, filter->facet, filter->value);
  return sk_words_icon (filter->facet, concept);
}

static GtkWidget *
make_content (const char *icon,
              const char *label)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (label);
  GtkWidget *remove = gtk_image_new_from_icon_name ("window-close-symbolic");

  if (icon != NULL)
    gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon));

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 40);
  gtk_box_append (GTK_BOX (content), words);

  gtk_widget_add_css_class (remove, "remove");
  gtk_box_append (GTK_BOX (content), remove);
  return content;
}

static GtkWidget *
make_chip (SkChips        *self,
           const SkFilter *filter)
{
  g_autofree char *label = sk_filter_words (self->search, filter);
  g_autofree char *icon = find_icon (self, filter);
  /* TRANSLATORS: a button that takes a filter away, such as “Cyberbullying” */
  g_autofree char *name = g_strdup_printf (_("Remove the filter “%s”"), label);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_content (icon, label));
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked), sk_filter_copy (filter),
                         (GClosureNotify) (void *) sk_filter_free, 0);
  return button;
}

/* The place of the chip that has the focus; the number of chips where none has. */
static guint
find_focus (SkChips *self)
{
  guint i = 0;

  while (i < self->buttons->len && !gtk_widget_has_focus (g_ptr_array_index (self->buttons, i)))
    i++;

  return i;
}

static void
remove_chips (SkChips *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    adw_wrap_box_remove (self->chips, g_ptr_array_index (self->buttons, i));

  g_ptr_array_set_size (self->buttons, 0);
}

static void
add_chips (SkChips *self)
{
  g_autoptr (GPtrArray) filters = sk_filter_list (sk_search_get_query (self->search));
  GtkWidget *before = NULL;

  for (guint i = 0; i < filters->len; i++)
    {
      GtkWidget *chip = make_chip (self, g_ptr_array_index (filters, i));

      adw_wrap_box_insert_child_after (self->chips, chip, before);
      g_ptr_array_add (self->buttons, chip);
      before = chip;
    }
}

/* Somebody who takes filters away with the keyboard stays among those that are left. */
static void
show_filters (SkChips *self)
{
  const guint n_before = self->buttons->len;
  const guint focus = find_focus (self);

  remove_chips (self);
  add_chips (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->buttons->len > 0);

  if (focus < n_before && self->buttons->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, MIN (focus, self->buttons->len - 1)));
}

static void
set_search (SkChips  *self,
            SkSearch *search)
{
  if (!g_set_object (&self->search, search) || search == NULL)
    return;

  g_signal_connect_object (search, "notify::query", G_CALLBACK (show_filters), self,
                           G_CONNECT_SWAPPED);
  show_filters (self);
}

static void
set_one_line (SkChips  *self,
              gboolean  one_line)
{
  self->one_line = one_line;
  gtk_scrolled_window_set_policy (self->scroller, one_line ? GTK_POLICY_EXTERNAL : GTK_POLICY_NEVER,
                                  GTK_POLICY_NEVER);
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (self->viewport),
                                     one_line ? GTK_SCROLL_NATURAL : GTK_SCROLL_MINIMUM);
}

static void
set_more (SkChips   *self,
          GtkWidget *more)
{
  if (self->more == more)
    return;

  if (self->more != NULL)
    adw_wrap_box_remove (self->chips, self->more);
  self->more = more;
  if (more != NULL)
    adw_wrap_box_append (self->chips, more);
}

static void
sk_chips_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  SkChips *self = SK_CHIPS (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, self->search);
      break;
    case PROP_ONE_LINE:
      g_value_set_boolean (value, self->one_line);
      break;
    case PROP_MORE:
      g_value_set_object (value, self->more);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_chips_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  SkChips *self = SK_CHIPS (object);

  switch (id)
    {
    case PROP_SEARCH:
      set_search (self, g_value_get_object (value));
      break;
    case PROP_ONE_LINE:
      set_one_line (self, g_value_get_boolean (value));
      break;
    case PROP_MORE:
      set_more (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_chips_dispose (GObject *object)
{
  SkChips *self = SK_CHIPS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_CHIPS);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (sk_chips_parent_class)->dispose (object);
}

static void
sk_chips_class_init (SkChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_chips_get_property;
  object_class->set_property = sk_chips_set_property;
  object_class->dispose = sk_chips_dispose;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ONE_LINE] = g_param_spec_boolean ("one-line", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MORE] = g_param_spec_object ("more", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, SkChips, scroller);
  gtk_widget_class_bind_template_child (widget_class, SkChips, viewport);
  gtk_widget_class_bind_template_child (widget_class, SkChips, chips);
}

static void
sk_chips_init (SkChips *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
