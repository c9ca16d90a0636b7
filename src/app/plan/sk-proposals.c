/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-proposals.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "session/sk-block-words.h"
#include "session/sk-clock.h"
#include "session/sk-session-commands.h"
#include "session/sk-timetable.h"
#include "sidekick-config.h"
#include "sk-adviser.h"
#include "sk-opening.h"
#include "sk-own-blocks.h"
#include "sk-remedy-box.h"
#include "sk-suggestion-row.h"

#define MAX_TOOLS 5

struct _SkProposals
{
  GtkWidget parent_instance;

  SkSessionEditor *editor;
  SkBlockSelection *selection;
  SkCatalogue *catalogue;
  SkAdviser *adviser;
  GCancellable *asking;
  SkOpening opening;

  GtkWidget *view;
  GtkEditable *entry;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkListBox *rows;
  GtkLabel *message;
  GtkWidget *own_blocks;
};

enum
{
  PROP_EDITOR = 1,
  PROP_SELECTION,
  PROP_CATALOGUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkProposals, sk_proposals, GTK_TYPE_WIDGET)

static void
say (SkProposals *self,
     const char  *words)
{
  gtk_label_set_text (self->message, words);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *words != '\0');
}

static void
explain_nothing (SkProposals *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *words = NULL;

  if (sk_catalogue_get_n_resources (self->catalogue) == 0)
    words = g_strdup (_("The catalogue has no tools yet. Add a source in the preferences."));
  else if (*text != '\0')
    words = g_strdup_printf (_("No tool for “%s” suits this group and the minutes left."), text);
  else
    words = g_strdup (_("No tool of the catalogue suits this group and the minutes left."));

  say (self, words);
}

static void
show_blocks (SkProposals *self,
             GPtrArray   *blocks)
{
  gtk_list_box_remove_all (self->rows);
  for (guint i = 0; i < blocks->len; i++)
    gtk_list_box_append (self->rows, sk_suggestion_row_new (g_ptr_array_index (blocks, i),
                                                            "list-add-symbolic", _("Add")));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), blocks->len > 0);

  if (blocks->len > 0)
    say (self, "");
  else
    explain_nothing (self);
}

static void
on_suggested (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (SkProposals) self = data;
  g_autoptr (GPtrArray) blocks = sk_adviser_finish (SK_ADVISER (source), result, NULL);

  if (blocks == NULL)
    return;

  g_clear_object (&self->asking);
  show_blocks (self, blocks);
}

/* Whatever was asked before is cancelled first, so its answer is never heard. */
static void
suggest (SkProposals *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->editor == NULL || self->adviser == NULL)
    return;

  if (!sk_adviser_is_open (self->adviser))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
      say (self, _("The catalogue is being opened…"));
      return;
    }

  self->asking = g_cancellable_new ();
  sk_adviser_suggest (self->adviser, sk_session_editor_get_session (self->editor),
                      self->opening.minutes, gtk_editable_get_text (self->entry), MAX_TOOLS,
                      self->asking, on_suggested, g_object_ref (self));
}

static void
show (SkProposals *self)
{
  const char *chosen = NULL;

  if (self->editor == NULL)
    return;

  if (self->selection != NULL && sk_block_selection_get_ids (self->selection)[0] != NULL)
    chosen = sk_block_selection_get_cursor (self->selection);
  sk_opening_clear (&self->opening);
  sk_opening_init (&self->opening, sk_session_editor_get_session (self->editor), chosen);

  gtk_label_set_text (self->title, self->opening.title);
  gtk_label_set_text (self->subtitle, self->opening.subtitle);
  suggest (self);
}

static void
show_read_only (SkProposals *self)
{
  gtk_widget_set_sensitive (self->view, self->editor != NULL &&
                                          !sk_session_editor_get_read_only (self->editor));
}

static void
announce (SkProposals *self,
          SkBlock     *block,
          guint        position)
{
  SkSession *session = sk_session_editor_get_session (self->editor);
  g_autoptr (SkTimetable) timetable = sk_timetable_new (session);
  g_autofree char *clock =
    sk_clock_words_session (session, sk_timetable_get_slot (timetable, position)->start);
  g_autofree char *words =
    g_strdup_printf (_("“%s” added at %s"), sk_block_words_title (block), clock);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The added block is the chosen one, so that the next one comes after it. */
static void
add (SkProposals *self,
     SkBlock     *block)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  const guint position = self->opening.position;
  SkSession *session;

  g_ptr_array_add (blocks, block);
  if (self->editor == NULL || !sk_session_insert_blocks (self->editor, position, blocks))
    return;

  session = sk_session_editor_get_session (self->editor);
  if (self->selection != NULL)
    sk_block_selection_choose (self->selection,
                               sk_block_get_id (sk_session_get_block (session, position)));
  announce (self, block, position);
}

static void
on_row_activated (SkProposals   *self,
                  GtkListBoxRow *row)
{
  g_autoptr (SkBlock) block = g_object_ref (sk_suggestion_row_get_block (SK_SUGGESTION_ROW (row)));

  add (self, block);
}

static void
on_entry_activated (SkProposals *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->rows, 0);

  if (self->asking == NULL && first != NULL && *gtk_editable_get_text (self->entry) != '\0')
    on_row_activated (self, first);
}

static void
on_search_stopped (SkProposals *self)
{
  gtk_editable_set_text (self->entry, "");
}

static void
on_own_block_chosen (SkProposals *self,
                     SkBlock     *block)
{
  add (self, block);
}

static void
set_editor (SkProposals     *self,
            SkSessionEditor *editor)
{
  if (self->editor != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->editor, show, self);
      g_signal_handlers_disconnect_by_func (self->editor, show_read_only, self);
    }
  if (!g_set_object (&self->editor, editor))
    return;

  if (editor != NULL)
    {
      g_signal_connect_object (editor, "notify::session", G_CALLBACK (show), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "notify::read-only", G_CALLBACK (show_read_only), self,
                               G_CONNECT_SWAPPED);
    }
  show_read_only (self);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITOR]);
}

static void
set_selection (SkProposals      *self,
               SkBlockSelection *selection)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, show, self);
  if (!g_set_object (&self->selection, selection))
    return;

  if (selection != NULL)
    g_signal_connect_object (selection, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

static void
set_catalogue (SkProposals *self,
               SkCatalogue *catalogue)
{
  if (self->catalogue != NULL)
    g_signal_handlers_disconnect_by_func (self->catalogue, suggest, self);
  if (!g_set_object (&self->catalogue, catalogue))
    return;

  g_clear_object (&self->adviser);
  if (catalogue != NULL)
    {
      self->adviser = sk_adviser_new (catalogue);
      g_signal_connect_object (catalogue, "notify::index", G_CALLBACK (suggest), self,
                               G_CONNECT_SWAPPED);
    }
  suggest (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOGUE]);
}

static void
sk_proposals_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SkProposals *self = SK_PROPOSALS (object);

  switch (id)
    {
    case PROP_EDITOR:
      g_value_set_object (value, self->editor);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_proposals_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SkProposals *self = SK_PROPOSALS (object);

  switch (id)
    {
    case PROP_EDITOR:
      set_editor (self, g_value_get_object (value));
      break;
    case PROP_SELECTION:
      set_selection (self, g_value_get_object (value));
      break;
    case PROP_CATALOGUE:
      set_catalogue (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_proposals_dispose (GObject *object)
{
  SkProposals *self = SK_PROPOSALS (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->adviser);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->selection);
  g_clear_object (&self->editor);
  sk_opening_clear (&self->opening);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_PROPOSALS);

  G_OBJECT_CLASS (sk_proposals_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-proposals.ui");
  gtk_widget_class_bind_template_child (widget_class, SkProposals, view);
  gtk_widget_class_bind_template_child (widget_class, SkProposals, entry);
  gtk_widget_class_bind_template_child (widget_class, SkProposals, title);
  gtk_widget_class_bind_template_child (widget_class, SkProposals, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SkProposals, rows);
  gtk_widget_class_bind_template_child (widget_class, SkProposals, message);
  gtk_widget_class_bind_template_child (widget_class, SkProposals, own_blocks);
  gtk_widget_class_bind_template_callback (widget_class, suggest);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_own_block_chosen);
}

static void
sk_proposals_class_init (SkProposalsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sk_proposals_get_property;
  object_class->set_property = sk_proposals_set_property;
  object_class->dispose = sk_proposals_dispose;

  properties[PROP_EDITOR] =
    g_param_spec_object ("editor", NULL, NULL, SK_TYPE_SESSION_EDITOR,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTION] =
    g_param_spec_object ("selection", NULL, NULL, SK_TYPE_BLOCK_SELECTION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CATALOGUE] =
    g_param_spec_object ("catalogue", NULL, NULL, SK_TYPE_CATALOGUE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SK_TYPE_OWN_BLOCKS);
  g_type_ensure (SK_TYPE_REMEDY_BOX);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sk_proposals_init (SkProposals *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));
}

/**
 * sk_proposals_start_search:
 *
 * Puts the cursor where one types what to look for.
 */
void
sk_proposals_start_search (SkProposals *self)
{
  g_return_if_fail (SK_IS_PROPOSALS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
