/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-data-group.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-saving.h"
#include "sk-saying.h"
#include "takeout/sk-takeout.h"
#include "user/sk-user-merge.h"

struct _SkDataGroup
{
  AdwPreferencesGroup parent_instance;

  char *data_dir;
  SkCatalogue *catalogue;
  SkSessionFolder *folder;
  SkUserData *user;
};

/* An archive that is made or read on a worker. */
typedef struct
{
  char *data_dir;
  GBytes *user;
  GFile *file;
} Job;

/* An archive that was read, and what takes it. */
typedef struct
{
  SkDataGroup *group;
  SkTakeout *takeout;
} Import;

G_DEFINE_FINAL_TYPE (SkDataGroup, sk_data_group, ADW_TYPE_PREFERENCES_GROUP)

static void
job_free (Job *job)
{
  g_clear_pointer (&job->data_dir, g_free);
  g_clear_pointer (&job->user, g_bytes_unref);
  g_clear_object (&job->file);
  g_free (job);
}

static void
import_free (Import *import)
{
  g_clear_object (&import->group);
  g_clear_pointer (&import->takeout, sk_takeout_free);
  g_free (import);
}

static void
make_archive (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  GBytes *archive = sk_takeout_make (job->data_dir, job->user, &error);

  if (archive != NULL)
    g_task_return_pointer (task, archive, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GtkWidget *self = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) archive = g_task_propagate_pointer (G_TASK (result), &error);

  if (archive == NULL)
    sk_saying_in_preferences (self, error->message);
  else if (gtk_widget_get_root (self) != NULL)
    sk_saving_ask (self, _("Export Your Data"), _("Sidekick.zip"), archive);
}

static void
start_making (SkDataGroup *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_made, NULL);
  Job *job = g_new0 (Job, 1);

  job->data_dir = g_strdup (self->data_dir);
  job->user = sk_user_data_dup_content (self->user);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, make_archive);
}

static DexFuture *
on_saved (DexFuture *future,
          gpointer   data)
{
  SkDataGroup *self = data;
  g_autoptr (GError) error = NULL;

  if (dex_future_get_value (future, &error) != NULL)
    start_making (self);
  else
    sk_saying_in_preferences (GTK_WIDGET (self), error->message);

  return NULL;
}

/* What is not on the disk yet, is to be in the archive too. */
static void
on_export (SkDataGroup *self)
{
  GListModel *sessions = G_LIST_MODEL (self->folder);
  g_autoptr (GPtrArray) futures = g_ptr_array_new_with_free_func (dex_unref);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr (SkSessionDocument) document = g_list_model_get_item (sessions, i);

      g_ptr_array_add (futures, sk_session_document_save (document));
    }

  g_ptr_array_add (futures, dex_future_new_true ());
  dex_future_disown (
    dex_future_finally (dex_future_all_racev ((DexFuture **) futures->pdata, futures->len),
                        on_saved, g_object_ref (self), g_object_unref));
}

static char *
describe (const SkTakeoutReport *report)
{
  g_autofree char *tools = NULL;
  g_autofree char *sessions = NULL;
  g_autofree char *sources = NULL;

  if (report->problem != NULL)
    return g_strdup (report->problem);
  if (report->n_tools == 0 && report->n_sessions == 0 && report->n_sources == 0)
    return g_strdup (_("All of it was here already"));

  tools = g_strdup_printf (ngettext ("%u tool", "%u tools", report->n_tools), report->n_tools);
  sessions = g_strdup_printf (ngettext ("%u session", "%u sessions", report->n_sessions),
                              report->n_sessions);
  sources =
    g_strdup_printf (ngettext ("%u source", "%u sources", report->n_sources), report->n_sources);
  /* TRANSLATORS: what was imported: “3 tools, 1 session, 2 sources”. */
  return g_strdup_printf (_("New here: %s, %s, %s"), tools, sessions, sources);
}

static DexFuture *
on_imported (DexFuture *future,
             gpointer   data)
{
  const SkTakeoutReport *report = g_value_get_boxed (dex_future_get_value (future, NULL));
  g_autofree char *words = describe (report);

  sk_saying_in_preferences (data, words);
  return NULL;
}

static DexFuture *
on_opened (DexFuture *future,
           gpointer   data)
{
  const Import *import = data;
  SkDataGroup *self = import->group;

  return self->user != NULL
           ? sk_takeout_import (import->takeout, self->user, self->folder, self->catalogue)
           : dex_future_new_reject (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The window was closed");
}

/* The sessions may not have been looked at yet. */
static void
start_importing (SkDataGroup *self,
                 SkTakeout   *takeout)
{
  Import *import = g_new0 (Import, 1);
  DexFuture *imported;

  import->group = g_object_ref (self);
  import->takeout = takeout;
  imported = dex_future_then (sk_session_folder_open (self->folder), on_opened, import,
                              (GDestroyNotify) import_free);
  dex_future_disown (dex_future_then (imported, on_imported, g_object_ref (self), g_object_unref));
}

static void
read_archive (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  SkTakeout *takeout = sk_takeout_read (job->file, &error);

  if (takeout != NULL)
    g_task_return_pointer (task, takeout, (GDestroyNotify) sk_takeout_free);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  SkDataGroup *self = SK_DATA_GROUP (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkTakeout) takeout = g_task_propagate_pointer (G_TASK (result), &error);

  if (takeout == NULL)
    sk_saying_in_preferences (GTK_WIDGET (self), error->message);
  else if (self->user != NULL)
    start_importing (self, g_steal_pointer (&takeout));
}

static void
on_chosen (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (SkDataGroup) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (file == NULL)
    return;

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  task = g_task_new (self, NULL, on_read, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_archive);
}

static void
on_import (SkDataGroup *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) archives = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (archives, _("Data of Sidekick"));
  gtk_file_filter_add_suffix (archives, "zip");
  g_list_store_append (filters, archives);
  gtk_file_dialog_set_title (dialog, _("Import Your Data"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_chosen, g_object_ref (self));
}

static void
sk_data_group_dispose (GObject *object)
{
  SkDataGroup *self = SK_DATA_GROUP (object);

  g_clear_pointer (&self->data_dir, g_free);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->folder);
  g_clear_object (&self->user);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_DATA_GROUP);

  G_OBJECT_CLASS (sk_data_group_parent_class)->dispose (object);
}

static void
sk_data_group_class_init (SkDataGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_data_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-data-group.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
}

static void
sk_data_group_init (SkDataGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_data_group_show:
 * @data_dir: where all of it is
 * @catalogue: whose sources are a person's own
 * @folder: their sessions
 * @user: what else they keep
 *
 * To be called once.
 */
void
sk_data_group_show (SkDataGroup     *self,
                    const char      *data_dir,
                    SkCatalogue     *catalogue,
                    SkSessionFolder *folder,
                    SkUserData      *user)
{
  g_return_if_fail (SK_IS_DATA_GROUP (self));
  g_return_if_fail (self->data_dir == NULL);

  self->data_dir = g_strdup (data_dir);
  self->catalogue = g_object_ref (catalogue);
  self->folder = g_object_ref (folder);
  self->user = g_object_ref (user);
}
