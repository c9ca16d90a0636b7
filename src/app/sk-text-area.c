/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-text-area.h"

#define PAUSE_SECONDS 1

struct _SkTextArea
{
  GtkTextView parent_instance;

  char *placeholder;
  gboolean one_line;
  gboolean showing;           /* the text is set, not typed */
  guint pause;
};

enum
{
  PROP_TEXT = 1,
  PROP_PLACEHOLDER,
  PROP_ONE_LINE,
  N_PROPS
};

enum
{
  EDITED,
  PAUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkTextArea, sk_text_area, GTK_TYPE_TEXT_VIEW)

static void
end_pause (SkTextArea *self)
{
  if (self->pause == 0)
    return;

  g_clear_handle_id (&self->pause, g_source_remove);
  g_signal_emit (self, signals[PAUSED], 0);
}

static gboolean
on_pause_over (gpointer data)
{
  SkTextArea *self = data;

  self->pause = 0;
  g_signal_emit (self, signals[PAUSED], 0);
  return G_SOURCE_REMOVE;
}

static void
on_changed (SkTextArea *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->showing)
    return;

  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_seconds (PAUSE_SECONDS, on_pause_over, self);
  g_signal_emit (self, signals[EDITED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/* What is pasted may have line breaks too. */
static void
on_insert_text (SkTextArea    *self,
                GtkTextIter   *where,
                char          *text,
                int            length,
                GtkTextBuffer *buffer)
{
  g_autofree char *line = NULL;

  if (!self->one_line || memchr (text, '\n', (gsize) length) == NULL)
    return;

  line = g_strndup (text, (gsize) length);
  g_strdelimit (line, "\n\r", ' ');
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, where, line, -1);
}

static gboolean
on_key_pressed (SkTextArea      *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if (!self->one_line || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE;

  end_pause (self);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static GtkSizeRequestMode
sk_text_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* How tall text is at a width. The view itself knows only once it has been shown for a while. */
static int
measure_height (SkTextArea *self,
                int         width)
{
  g_autofree char *held = sk_text_area_dup_text (self);
  const char *text = *held == '\0' && self->placeholder != NULL ? self->placeholder : held;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int height;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
sk_text_area_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  GTK_WIDGET_CLASS (sk_text_area_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_height (SK_TEXT_AREA (widget), for_size);
}

static void
sk_text_area_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  SkTextArea *self = SK_TEXT_AREA (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA colour;
  int top;

  GTK_WIDGET_CLASS (sk_text_area_parent_class)->snapshot (widget, snapshot);
  if (self->placeholder == NULL || gtk_text_buffer_get_char_count (buffer) > 0)
    return;

  layout = gtk_widget_create_pango_layout (widget, self->placeholder);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  gtk_widget_get_color (widget, &colour);
  colour.alpha *= 0.74f;
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, 0, 0, NULL,
                                         &top);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) top));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
sk_text_area_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SkTextArea *self = SK_TEXT_AREA (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_take_string (value, sk_text_area_dup_text (self));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_ONE_LINE:
      g_value_set_boolean (value, self->one_line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_placeholder (SkTextArea *self,
                 const char *placeholder)
{
  if (g_set_str (&self->placeholder, placeholder))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder != NULL ? placeholder : "", -1);
}

static void
sk_text_area_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SkTextArea *self = SK_TEXT_AREA (object);

  switch (id)
    {
    case PROP_TEXT:
      sk_text_area_set_text (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      set_placeholder (self, g_value_get_string (value));
      break;
    case PROP_ONE_LINE:
      self->one_line = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_text_area_dispose (GObject *object)
{
  g_clear_handle_id (&SK_TEXT_AREA (object)->pause, g_source_remove);

  G_OBJECT_CLASS (sk_text_area_parent_class)->dispose (object);
}

static void
sk_text_area_finalize (GObject *object)
{
  g_free (SK_TEXT_AREA (object)->placeholder);

  G_OBJECT_CLASS (sk_text_area_parent_class)->finalize (object);
}

static void
sk_text_area_class_init (SkTextAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sk_text_area_get_property;
  object_class->set_property = sk_text_area_set_property;
  object_class->dispose = sk_text_area_dispose;
  object_class->finalize = sk_text_area_finalize;
  widget_class->get_request_mode = sk_text_area_get_request_mode;
  widget_class->measure = sk_text_area_measure;
  widget_class->snapshot = sk_text_area_snapshot;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_ONE_LINE] = g_param_spec_boolean ("one-line", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[PAUSED] = g_signal_new ("paused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
sk_text_area_init (SkTextArea *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (buffer, "insert-text", G_CALLBACK (on_insert_text), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (end_pause), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_css_class (GTK_WIDGET (self), "text-area");
}

/**
 * sk_text_area_dup_text:
 *
 * Returns: (transfer full): what it holds
 */
char *
sk_text_area_dup_text (SkTextArea *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (SK_IS_TEXT_AREA (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * sk_text_area_set_text:
 * @text: (nullable): what it holds from now on
 *
 * Shows a text, which is no edit. The cursor stays where it is when that is what is shown already.
 */
void
sk_text_area_set_text (SkTextArea *self,
                       const char *text)
{
  g_autofree char *held = NULL;

  g_return_if_fail (SK_IS_TEXT_AREA (self));

  held = sk_text_area_dup_text (self);
  if (g_str_equal (held, text != NULL ? text : ""))
    return;

  self->showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                            text != NULL ? text : "", -1);
  self->showing = FALSE;
}
