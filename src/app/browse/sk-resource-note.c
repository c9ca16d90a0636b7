/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource-note.h"

#include "sidekick-config.h"
#include "sk-text-area.h"

struct _SkResourceNote
{
  AdwBin parent_instance;

  SkUserData *user;
  char *id;

  SkTextArea *text;
};

G_DEFINE_FINAL_TYPE (SkResourceNote, sk_resource_note, ADW_TYPE_BIN)

static void
show_note (SkResourceNote *self)
{
  sk_text_area_set_text (self->text, sk_user_data_get_note (self->user, self->id));
  gtk_widget_set_sensitive (GTK_WIDGET (self->text), sk_user_data_get_loaded (self->user));
}

static void
on_user (SkResourceNote *self,
         const char     *id)
{
  if (id == NULL || g_str_equal (id, self->id))
    show_note (self);
}

static void
on_edited (SkResourceNote *self)
{
  g_autofree char *note = sk_text_area_dup_text (self->text);

  sk_user_data_set_note (self->user, self->id, note);
}

static void
sk_resource_note_dispose (GObject *object)
{
  SkResourceNote *self = SK_RESOURCE_NOTE (object);

  g_clear_object (&self->user);
  g_clear_pointer (&self->id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESOURCE_NOTE);

  G_OBJECT_CLASS (sk_resource_note_parent_class)->dispose (object);
}

static void
sk_resource_note_class_init (SkResourceNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_resource_note_dispose;

  g_type_ensure (SK_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-resource-note.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResourceNote, text);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
}

static void
sk_resource_note_init (SkResourceNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), TRUE);
}

/**
 * sk_resource_note_set_resource:
 * @user: where notes are kept
 * @id: a tool
 *
 * Shows what is noted about a tool. It is set once.
 */
void
sk_resource_note_set_resource (SkResourceNote *self,
                               SkUserData     *user,
                               const char     *id)
{
  g_return_if_fail (SK_IS_RESOURCE_NOTE (self));
  g_return_if_fail (SK_IS_USER_DATA (user));
  g_return_if_fail (id != NULL);
  g_return_if_fail (self->id == NULL);

  self->user = g_object_ref (user);
  self->id = g_strdup (id);
  g_signal_connect_object (user, "changed", G_CALLBACK (on_user), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (user, "notify::loaded", G_CALLBACK (show_note), self,
                           G_CONNECT_SWAPPED);
  show_note (self);
}
