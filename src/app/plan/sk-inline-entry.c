/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-inline-entry.h"

struct _SkInlineEntry
{
  GtkEntry parent_instance;

  gboolean done;
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkInlineEntry, sk_inline_entry, GTK_TYPE_ENTRY)

static void
finish (SkInlineEntry *self,
        const char    *text)
{
  g_autofree char *typed = g_strdup (text);

  if (self->done)
    return;

  self->done = TRUE;
  g_signal_emit (self, signals[DONE], 0, typed);
}

static void
apply (SkInlineEntry *self)
{
  finish (self, gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
apply_later (gpointer data)
{
  g_autoptr (SkInlineEntry) self = data;

  apply (self);
}

/* Whoever goes elsewhere wants what was typed. The focus has to arrive there first: what it leaves
 * cannot disappear meanwhile. */
static void
on_leave (SkInlineEntry *self)
{
  g_idle_add_once (apply_later, g_object_ref (self));
}

static gboolean
on_key (SkInlineEntry *self,
        guint          key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  finish (self, NULL);
  return GDK_EVENT_STOP;
}

static void
sk_inline_entry_class_init (SkInlineEntryClass *klass)
{
  /**
   * SkInlineEntry::done:
   * @text: (nullable): what is to be taken over, or %NULL for nothing
   *
   * The editing has ended.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sk_inline_entry_init (SkInlineEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_signal_connect (self, "activate", G_CALLBACK (apply), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inline");
}

/**
 * sk_inline_entry_new:
 * @text: what there is to edit
 * @name: what it is, for those who hear it
 *
 * Returns: (transfer floating): an entry that holds @text
 */
SkInlineEntry *
sk_inline_entry_new (const char *text,
                     const char *name)
{
  SkInlineEntry *self = g_object_new (SK_TYPE_INLINE_ENTRY, "text", text, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}
