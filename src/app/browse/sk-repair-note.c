/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-repair-note.h"

#include <glib/gi18n.h>

#include "search/sk-text-spelling.h"
#include "sidekick-config.h"

struct _SkRepairNote
{
  AdwBin parent_instance;

  SkSearch *search;
  char *text;
};

enum
{
  PROP_SEARCH = 1,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkRepairNote, sk_repair_note, ADW_TYPE_BIN)

/* As the first tool writes it: that one is on screen anyway. */
static char *
write_repaired (SkSearch *search)
{
  SkResults *results = sk_search_get_results (search);
  g_autoptr (SkResource) first =
    sk_index_dup_resource (sk_search_get_index (search), sk_results_get_record (results, 0));

  return sk_text_spelling_restore (sk_results_get_repaired (results), first);
}

static void
set_text (SkRepairNote *self,
          const char   *text)
{
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (g_set_str (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
on_results (SkRepairNote *self)
{
  SkResults *results = sk_search_get_results (self->search);
  g_autofree char *typed = NULL;
  g_autofree char *repaired = NULL;
  g_autofree char *text = NULL;

  if (results != NULL && sk_results_get_repaired (results) != NULL &&
      sk_results_get_count (results) > 0)
    {
      typed = g_strdup (sk_query_get_text (sk_search_get_answered (self->search)));
      repaired = write_repaired (self->search);
      /* Translators: the words that were typed, then those that were searched for instead. */
      text = g_strdup_printf (_("Nothing for “%s”, showing “%s”"), g_strstrip (typed), repaired);
    }

  set_text (self, text);
}

static void
set_search (SkRepairNote *self,
            SkSearch     *search)
{
  if (!g_set_object (&self->search, search) || search == NULL)
    return;

  g_signal_connect_object (search, "notify::results", G_CALLBACK (on_results), self,
                           G_CONNECT_SWAPPED);
  on_results (self);
}

static void
sk_repair_note_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SkRepairNote *self = SK_REPAIR_NOTE (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, self->search);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_repair_note_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SEARCH:
      set_search (SK_REPAIR_NOTE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_repair_note_dispose (GObject *object)
{
  SkRepairNote *self = SK_REPAIR_NOTE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_REPAIR_NOTE);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (sk_repair_note_parent_class)->dispose (object);
}

static void
sk_repair_note_class_init (SkRepairNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_repair_note_get_property;
  object_class->set_property = sk_repair_note_set_property;
  object_class->dispose = sk_repair_note_dispose;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-repair-note.ui");
}

static void
sk_repair_note_init (SkRepairNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
