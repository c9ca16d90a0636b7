/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-row.h"

#include "sidekick-config.h"
#include "sk-session-sketch.h"
#include "sk-session-words.h"

struct _SkSessionRow
{
  AdwBin parent_instance;

  SkSessionDocument *document;
  char *words;

  GtkLabel *title;
  GtkLabel *start;
  GtkLabel *minutes;
  SkSessionSketch *sketch;
};

enum
{
  PROP_WORDS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkSessionRow, sk_session_row, ADW_TYPE_BIN)

static void
show_session (SkSessionRow *self)
{
  SkSession *session = sk_session_document_get_session (self->document);
  g_autofree char *title = sk_session_words_title (session);
  g_autofree char *start = sk_session_words_start (session);
  g_autofree char *minutes = sk_session_words_minutes (session);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->start, start);
  gtk_label_set_text (self->minutes, minutes);
  sk_session_sketch_set_session (self->sketch, session);

  g_free (self->words);
  self->words = sk_session_words_row (session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

static void
sk_session_row_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WORDS:
      g_value_set_string (value, SK_SESSION_ROW (object)->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_session_row_dispose (GObject *object)
{
  SkSessionRow *self = SK_SESSION_ROW (object);

  sk_session_row_set_document (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_SESSION_ROW);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (sk_session_row_parent_class)->dispose (object);
}

static void
sk_session_row_class_init (SkSessionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_session_row_get_property;
  object_class->dispose = sk_session_row_dispose;

  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SK_TYPE_SESSION_SKETCH);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-session-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SkSessionRow, title);
  gtk_widget_class_bind_template_child (widget_class, SkSessionRow, start);
  gtk_widget_class_bind_template_child (widget_class, SkSessionRow, minutes);
  gtk_widget_class_bind_template_child (widget_class, SkSessionRow, sketch);
}

static void
sk_session_row_init (SkSessionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_session_row_get_document:
 *
 * Returns: (transfer none) (nullable): the session that it shows
 */
SkSessionDocument *
sk_session_row_get_document (SkSessionRow *self)
{
  g_return_val_if_fail (SK_IS_SESSION_ROW (self), NULL);

  return self->document;
}

/**
 * sk_session_row_set_document:
 * @document: (nullable): a session
 *
 * Shows a session, and what changes in it.
 */
void
sk_session_row_set_document (SkSessionRow      *self,
                             SkSessionDocument *document)
{
  g_return_if_fail (SK_IS_SESSION_ROW (self));

  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, show_session, self);

  g_set_object (&self->document, document);
  if (document == NULL)
    return;

  g_signal_connect_object (document, "notify::session", G_CALLBACK (show_session), self,
                           G_CONNECT_SWAPPED);
  show_session (self);
}
