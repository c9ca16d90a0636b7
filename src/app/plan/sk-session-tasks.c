/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-tasks.h"

#include <glib/gi18n.h>

#include "session/sk-session-commands.h"
#include "sk-session-words.h"
#include "sk-toasts.h"

/* A lesson, where nothing else is said. */
#define USUAL_MINUTES 50

/* What a toast takes back. */
typedef struct
{
  GtkWidget *widget;          /* a weak pointer, for the window may be gone */
  SkSessionFolder *folder;
  SkSessionDocument *document;
} Undoing;

static void
undoing_free (Undoing  *undoing,
              GClosure *closure)
{
  g_clear_weak_pointer (&undoing->widget);
  g_clear_object (&undoing->folder);
  g_clear_object (&undoing->document);
  g_free (undoing);
}

static Undoing *
undoing_new (GtkWidget         *widget,
             SkSessionFolder   *folder,
             SkSessionDocument *document)
{
  Undoing *undoing = g_new0 (Undoing, 1);

  g_set_weak_pointer (&undoing->widget, widget);
  g_set_object (&undoing->folder, folder);
  g_set_object (&undoing->document, document);
  return undoing;
}

static void
offer_undo (GtkWidget  *widget,
            const char *words,
            GCallback   undo,
            Undoing    *undoing)
{
  sk_toasts_show (widget,
                  sk_toasts_make_undo (words, undo, undoing, (GClosureNotify) undoing_free));
}

/**
 * sk_session_tasks_begin:
 * @folder: the sessions
 *
 * Begins a session on the next Safer Internet Day, without blocks.
 *
 * Returns: (transfer none): it
 */
SkSessionDocument *
sk_session_tasks_begin (SkSessionFolder *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_auto (SkSessionFields) fields;
  g_autoptr (SkSession) session = NULL;

  sk_session_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION_FOLDER (folder), NULL);

  fields.title = g_strdup (_("New session"));
  fields.start = sk_safer_internet_day_next (now);
  fields.end = g_date_time_add_minutes (fields.start, USUAL_MINUTES);
  session = sk_session_new (&fields);
  return sk_session_folder_add (folder, session);
}

/**
 * sk_session_tasks_begin_from:
 * @folder: the sessions
 * @session_template: what to begin with
 *
 * Begins a session on the next Safer Internet Day, in the reader's language.
 *
 * Returns: (transfer none): it
 */
SkSessionDocument *
sk_session_tasks_begin_from (SkSessionFolder   *folder,
                             SkSessionTemplate *session_template)
{
  g_autoptr (SkSession) session = NULL;
  const char *language = NULL;

  g_return_val_if_fail (SK_IS_SESSION_FOLDER (folder), NULL);
  g_return_val_if_fail (SK_IS_SESSION_TEMPLATE (session_template), NULL);

  sk_lang_string_pick (sk_session_template_get_name (session_template), g_get_language_names (),
                       NULL, &language);
  session = sk_session_template_make (session_template, language, NULL);
  return sk_session_folder_add (folder, session);
}

/**
 * sk_session_tasks_duplicate:
 * @folder: the sessions
 * @document: one of them
 *
 * Returns: (transfer none): another session with the same blocks
 */
SkSessionDocument *
sk_session_tasks_duplicate (SkSessionFolder   *folder,
                            SkSessionDocument *document)
{
  g_autofree char *title = NULL;
  g_autofree char *copy_title = NULL;
  g_autoptr (SkSession) copy = NULL;
  SkSession *session;

  g_return_val_if_fail (SK_IS_SESSION_FOLDER (folder), NULL);
  g_return_val_if_fail (SK_IS_SESSION_DOCUMENT (document), NULL);

  session = sk_session_document_get_session (document);
  title = sk_session_words_title (session);
  copy_title = g_strdup_printf (_("%s (copy)"), title);
  copy = sk_session_dup_as_new (session, copy_title);
  return sk_session_folder_add (folder, copy);
}

static void
undo_archive (Undoing *undoing)
{
  SkSessionEditor *editor = sk_session_document_get_editor (undoing->document);
  SkSession *session = sk_session_editor_get_session (editor);

  sk_session_set_archived (editor, !sk_session_get_archived (session));
}

/**
 * sk_session_tasks_archive:
 * @widget: where it is said
 * @document: a session
 *
 * Puts a session into the archive, or takes it out.
 */
void
sk_session_tasks_archive (GtkWidget         *widget,
                          SkSessionDocument *document)
{
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  SkSession *session;
  gboolean archived;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SK_IS_SESSION_DOCUMENT (document));

  session = sk_session_document_get_session (document);
  title = sk_session_words_title (session);
  archived = !sk_session_get_archived (session);
  if (!sk_session_set_archived (sk_session_document_get_editor (document), archived))
    return;

  words =
    g_strdup_printf (archived ? _("“%s” archived") : _("“%s” returned from the archive"), title);
  offer_undo (widget, words, G_CALLBACK (undo_archive), undoing_new (widget, NULL, document));
}

static void
undo_delete (Undoing *undoing)
{
  SkSession *session = sk_session_document_get_session (undoing->document);

  sk_session_folder_take_back (undoing->folder, undoing->document);
  if (undoing->widget != NULL)
    gtk_widget_activate_action (undoing->widget, "plan.open", "s", sk_session_get_id (session));
}

/**
 * sk_session_tasks_delete:
 * @widget: where it is said, below what has plan.open
 * @folder: the sessions
 * @document: one of them
 *
 * Deletes a session, and offers to bring it back.
 */
void
sk_session_tasks_delete (GtkWidget         *widget,
                         SkSessionFolder   *folder,
                         SkSessionDocument *document)
{
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SK_IS_SESSION_FOLDER (folder));
  g_return_if_fail (SK_IS_SESSION_DOCUMENT (document));

  title = sk_session_words_title (sk_session_document_get_session (document));
  words = g_strdup_printf (_("“%s” deleted"), title);
  offer_undo (widget, words, G_CALLBACK (undo_delete), undoing_new (widget, folder, document));
  sk_session_folder_remove (folder, document);
}
