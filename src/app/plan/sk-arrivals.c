/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-arrivals.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "session/sk-handoff.h"
#include "session/sk-session-pin.h"
#include "sk-session-tasks.h"
#include "sk-session-words.h"
#include "sk-toasts.h"

/* One that is under way. */
typedef struct
{
  GtkWidget *widget;          /* a weak pointer, for the window may be closed meanwhile */
  SkSessionFolder *folder;
} Arrival;

static void
arrival_free (Arrival *arrival)
{
  g_clear_weak_pointer (&arrival->widget);
  g_clear_object (&arrival->folder);
  g_free (arrival);
}

static Arrival *
arrival_new (GtkWidget       *widget,
             SkSessionFolder *folder)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  g_set_weak_pointer (&arrival->widget, widget);
  g_set_object (&arrival->folder, folder);
  return arrival;
}

/* What went wrong is to be read at leisure, and names the way out. */
static void
show_failure (GtkWidget  *widget,
              const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The Session Cannot Be Opened"), message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, widget);
}

static char *
describe_outcome (SkSession       *session,
                  SkImportOutcome  outcome)
{
  g_autofree char *title = sk_session_words_title (session);

  switch (outcome)
    {
    case SK_IMPORT_FORWARD:
      return g_strdup_printf (_("“%s” was here, and is now as far as what you opened"), title);
    case SK_IMPORT_KNOWN:
      return g_strdup_printf (_("“%s” was here already, with all that is in what you opened"),
                              title);
    case SK_IMPORT_APART:
      return g_strdup_printf (
        _("“%s” was changed here and elsewhere: both are kept, and this is the other one"), title);
    case SK_IMPORT_READ_ONLY:
      return g_strdup_printf (_("“%s” was made by a newer Sidekick: it can be read, not changed"),
                              title);
    case SK_IMPORT_NEW:
    default:
      return g_strdup_printf (_("“%s” is now one of your sessions"), title);
    }
}

static guint
count_unknown (GPtrArray *blocks)
{
  guint n_unknown = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      SkBlock *block = blocks->pdata[i];
      GPtrArray *lanes = sk_block_get_lanes (block);

      if (sk_block_get_kind (block) == SK_BLOCK_TOOL && sk_block_get_resource (block) == NULL)
        n_unknown++;
      else if (lanes != NULL)
        n_unknown += count_unknown (lanes);
    }

  return n_unknown;
}

/* A plan may name tools that this catalogue has not: they stay, by their titles alone. */
static char *
describe_unknown (SkSession *session)
{
  const guint n_unknown = count_unknown (sk_session_get_blocks (session));

  if (n_unknown == 0)
    return NULL;

  return g_strdup_printf (
    ngettext ("%u of its tools is not in your catalogue: only its title is known",
              "%u of its tools are not in your catalogue: only their titles are known", n_unknown),
    n_unknown);
}

static void
show_arrived (Arrival           *arrival,
              SkSessionDocument *document,
              SkImportOutcome    outcome)
{
  SkSession *session = sk_session_document_get_session (document);
  g_autofree char *words = describe_outcome (session, outcome);
  g_autofree char *unknown = describe_unknown (session);

  if (arrival->widget == NULL)
    return;

  gtk_widget_activate_action (arrival->widget, "plan.open", "s", sk_session_get_id (session));
  sk_toasts_say (arrival->widget, words);
  if (unknown != NULL)
    sk_toasts_say (arrival->widget, unknown);
}

static void
pin (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  g_task_return_pointer (task, sk_session_pin (data, source), g_object_unref);
}

static void
take_session (Arrival   *arrival,
              SkSession *session)
{
  SkImportOutcome outcome;
  SkSessionDocument *document =
    sk_session_folder_import_session (arrival->folder, session, &outcome);

  show_arrived (arrival, document, outcome);
}

static void
on_pinned (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Arrival *arrival = data;
  g_autoptr (SkSession) session = g_task_propagate_pointer (G_TASK (result), NULL);

  take_session (arrival, session);
  arrival_free (arrival);
}

/**
 * sk_arrivals_take_link:
 * @widget: below what has plan.open
 * @folder: the sessions, opened
 * @index: (nullable): the catalogue; %NULL where it cannot be opened
 * @link: what may be the link of a session
 *
 * Takes over the session of a link, and what the catalogue knows of its tools.
 */
void
sk_arrivals_take_link (GtkWidget       *widget,
                       SkSessionFolder *folder,
                       SkIndex         *index,
                       const char      *link)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkSession) session = NULL;
  SkSessionDocument *ours;
  Arrival *arrival;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SK_IS_SESSION_FOLDER (folder));

  session = sk_handoff_read (link, &error);
  if (session == NULL)
    {
      show_failure (widget, error->message);
      return;
    }

  ours = sk_session_folder_find (folder, sk_session_get_id (session));
  if (ours != NULL)
    {
      SkSession *whole = sk_session_complete (session, sk_session_document_get_session (ours));

      g_set_object (&session, whole);
      g_object_unref (whole);
    }

  arrival = arrival_new (widget, folder);
  if (index != NULL)
    {
      g_autoptr (GTask) task = g_task_new (index, NULL, on_pinned, arrival);

      g_task_set_source_tag (task, sk_arrivals_take_link);
      g_task_set_task_data (task, g_object_ref (session), g_object_unref);
      g_task_run_in_thread (task, pin);
    }
  else
    {
      take_session (arrival, session);
      arrival_free (arrival);
    }
}

static DexFuture *
on_imported (DexFuture *future,
             gpointer   data)
{
  Arrival *arrival = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = dex_future_get_value (future, &error);

  if (value != NULL)
    {
      const SkSessionImport *import = g_value_get_boxed (value);

      show_arrived (arrival, import->document, import->outcome);
    }
  else if (arrival->widget != NULL)
    {
      show_failure (arrival->widget, error->message);
    }

  return NULL;
}

/**
 * sk_arrivals_take_file:
 * @widget: below what has plan.open
 * @folder: the sessions, opened
 * @file: what may be the file of a session
 *
 * Takes over the session of a file, which is left alone.
 */
void
sk_arrivals_take_file (GtkWidget       *widget,
                       SkSessionFolder *folder,
                       GFile           *file)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SK_IS_SESSION_FOLDER (folder));
  g_return_if_fail (G_IS_FILE (file));

  dex_future_disown (dex_future_finally (sk_session_folder_import (folder, file), on_imported,
                                         arrival_new (widget, folder),
                                         (GDestroyNotify) arrival_free));
}

static void
on_files_chosen (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Arrival *arrival = data;
  g_autoptr (GListModel) files =
    gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (arrival->widget != NULL)
        sk_arrivals_take_file (arrival->widget, arrival->folder, file);
    }

  arrival_free (arrival);
}

/**
 * sk_arrivals_ask_for_file:
 * @widget: below what has plan.open
 * @folder: the sessions, opened
 *
 * Asks which files of sessions are to be opened.
 */
void
sk_arrivals_ask_for_file (GtkWidget       *widget,
                          SkSessionFolder *folder)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) sessions = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SK_IS_SESSION_FOLDER (folder));

  gtk_file_filter_set_name (sessions, _("Sidekick sessions"));
  gtk_file_filter_add_suffix (sessions, "sidekick");
  g_list_store_append (filters, sessions);
  gtk_file_dialog_set_title (dialog, _("Open a Session File"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                                 on_files_chosen, arrival_new (widget, folder));
}
