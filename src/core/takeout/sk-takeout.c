/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-takeout.h"

#include <glib/gi18n.h>

#include "export/sk-zip.h"
#include "session/sk-session-format.h"
#include "sk-unzip.h"
#include "store/sk-file-replace.h"
#include "sync/sk-source-list.h"
#include "user/sk-user-merge.h"
#include "user/sk-user-tree.h"

#define USER "user.json"
#define SOURCES "sources.json"
#define SESSIONS "sessions/"
#define SESSION_SUFFIX ".sidekick"

/* What a person has in years is a hundredth of it. */
#define MAX_BYTES (512 * 1024 * 1024)

struct _SkTakeout
{
  JsonNode *user;             /* NULL where there is none */
  GStrv urls;                 /* of the sources; NULL where there are none */
  GPtrArray *sessions;        /* GBytes */
};

static gboolean
fail_to_make (const char    *path,
              const GError  *why,
              GError       **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("“%s” cannot be read (%s), so nothing was written. Check the disk, and who "
                 "may read the file."),
               path, why->message);
  return FALSE;
}

/* One that is not there is not missed. */
static gboolean
add_file (SkZip       *zip,
          const char  *data_dir,
          const char  *name,
          gsize        most,
          GError     **error)
{
  g_autofree char *path = g_build_filename (data_dir, name, NULL);
  g_autoptr (GError) why = NULL;
  g_autoptr (GBytes) content = sk_file_load (path, most, &why);

  if (content != NULL)
    sk_zip_deflate (zip, name, content);

  return content != NULL || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
         fail_to_make (path, why, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/* The same folder makes the same archive. */
static GPtrArray *
list_sessions (const char *data_dir)
{
  g_autofree char *path = g_build_filename (data_dir, SESSIONS, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (*name != '.' && g_str_has_suffix (name, SESSION_SUFFIX))
      g_ptr_array_add (names, g_strconcat (SESSIONS, name, NULL));

  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
add_files (SkZip       *zip,
           const char  *data_dir,
           GBytes      *user,
           GError     **error)
{
  g_autoptr (GPtrArray) sessions = list_sessions (data_dir);

  if (user != NULL)
    sk_zip_deflate (zip, USER, user);
  else if (!add_file (zip, data_dir, USER, SK_USER_MAX_BYTES, error))
    return FALSE;

  if (!add_file (zip, data_dir, SOURCES, SK_USER_MAX_BYTES, error))
    return FALSE;

  for (guint i = 0; i < sessions->len; i++)
    if (!add_file (zip, data_dir, sessions->pdata[i], SK_SESSION_MAX_BYTES, error))
      return FALSE;

  return TRUE;
}

/**
 * sk_takeout_make:
 * @data_dir: the data folder
 * @user: (nullable): what a person keeps, of [method@UserData.dup_content]; %NULL for what is on
 * the disk
 *
 * Blocking.
 *
 * Returns: (transfer full) (nullable): the archive; %NULL with an error for a person where
 *   something of it cannot be read
 */
GBytes *
sk_takeout_make (const char  *data_dir,
                 GBytes      *user,
                 GError     **error)
{
  SkZip *zip = sk_zip_new ();
  gboolean all = add_files (zip, data_dir, user, error);
  g_autoptr (GBytes) archive = sk_zip_end (zip);

  return all ? g_steal_pointer (&archive) : NULL;
}

/**
 * sk_takeout_free:
 * @self: (transfer full): an archive
 */
void
sk_takeout_free (SkTakeout *self)
{
  g_clear_pointer (&self->user, json_node_unref);
  g_clear_pointer (&self->urls, g_strfreev);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_free (self);
}

static gboolean
check_version (JsonNode  *user,
               GError   **error)
{
  if (!sk_user_tree_newer (user))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("a newer version of Sidekick made it"));
  return FALSE;
}

static gboolean
take_file (SkTakeout         *self,
           const SkUnzipped  *file,
           GError           **error)
{
  if (g_str_equal (file->name, USER))
    {
      g_clear_pointer (&self->user, json_node_unref);
      self->user = sk_user_tree_read (file->content, error);
      return self->user != NULL && check_version (self->user, error);
    }

  if (g_str_equal (file->name, SOURCES))
    {
      g_clear_pointer (&self->urls, g_strfreev);
      self->urls = sk_source_list_parse (file->content, error);
      return self->urls != NULL;
    }

  if (g_str_has_prefix (file->name, SESSIONS) && g_str_has_suffix (file->name, SESSION_SUFFIX))
    g_ptr_array_add (self->sessions, g_bytes_ref (file->content));
  return TRUE;
}

static gboolean
take_files (SkTakeout  *self,
            GFile      *file,
            GError    **error)
{
  g_autoptr (GBytes) archive = g_file_load_bytes (file, NULL, NULL, error);
  g_autoptr (GPtrArray) files = NULL;

  if (archive != NULL)
    files = sk_unzip (archive, MAX_BYTES, error);
  if (files == NULL)
    return FALSE;

  for (guint i = 0; i < files->len; i++)
    if (!take_file (self, files->pdata[i], error))
      return FALSE;

  if (self->user != NULL || self->urls != NULL || self->sessions->len > 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("there is nothing of Sidekick’s in it"));
  return FALSE;
}

/**
 * sk_takeout_read:
 * @file: what may be an archive of [func@takeout_make]
 *
 * Blocking.
 *
 * Returns: (transfer full) (nullable): what is in it; %NULL with an error for a person where it is
 *   something else, or damaged
 */
SkTakeout *
sk_takeout_read (GFile   *file,
                 GError **error)
{
  g_autoptr (SkTakeout) self = g_new0 (SkTakeout, 1);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autoptr (GError) why = NULL;

  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  if (take_files (self, file, &why))
    return g_steal_pointer (&self);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("“%s” cannot be imported: %s. Choose a file that was exported from Sidekick."),
               name, why->message);
  return NULL;
}

/* What is under way, and what came of it so far. */
typedef struct
{
  SkTakeoutReport report;
  guint n_sessions;           /* of the futures, the first so many are of sessions */
} Import;

static void
import_free (Import *self)
{
  g_clear_pointer (&self->report.problem, g_free);
  g_free (self);
}

static void
note_result (Import       *self,
             const GValue *value,
             gboolean      is_session,
             const char   *problem)
{
  if (value == NULL)
    {
      if (self->report.problem == NULL)
        self->report.problem = g_strdup (problem);
    }
  else if (!is_session)
    {
      self->report.n_sources++;
    }
  else if (((SkSessionImport *) g_value_get_boxed (value))->outcome != SK_IMPORT_KNOWN)
    {
      self->report.n_sessions++;
    }
}

static DexFuture *
report (const Import *self)
{
  return dex_future_new_take_boxed (SK_TYPE_TAKEOUT_REPORT, sk_takeout_report_copy (&self->report));
}

static DexFuture *
on_imported (DexFuture *future,
             gpointer   data)
{
  Import *self = data;
  DexFutureSet *all = DEX_FUTURE_SET (future);

  for (guint i = 0; i < dex_future_set_get_size (all); i++)
    {
      g_autoptr (GError) error = NULL;
      const GValue *value = dex_future_set_get_value_at (all, i, &error);

      note_result (self, value, i < self->n_sessions, error != NULL ? error->message : NULL);
    }

  return report (self);
}

/**
 * sk_takeout_import:
 * @user: what a person keeps, loaded
 * @folder: the sessions, opened
 * @catalogue: whose sources it has, opened
 *
 * Adds all that is not there yet; what is there stays, and of two that differ both are kept.
 *
 * Returns: (transfer full): resolves to a SkTakeoutReport
 */
DexFuture *
sk_takeout_import (SkTakeout       *self,
                   SkUserData      *user,
                   SkSessionFolder *folder,
                   SkCatalogue     *catalogue)
{
  g_autoptr (GPtrArray) futures = g_ptr_array_new_with_free_func (dex_unref);
  Import *import = g_new0 (Import, 1);

  if (self->user != NULL)
    import->report.n_tools = sk_user_data_merge (user, self->user);

  import->n_sessions = self->sessions->len;
  for (guint i = 0; i < self->sessions->len; i++)
    g_ptr_array_add (futures, sk_session_folder_import_content (folder, self->sessions->pdata[i]));

  for (guint i = 0; self->urls != NULL && self->urls[i] != NULL; i++)
    {
      g_autoptr (SkSource) ours = sk_catalogue_find_source (catalogue, self->urls[i], NULL);

      if (ours == NULL)
        g_ptr_array_add (futures, sk_catalogue_add_source (catalogue, self->urls[i]));
    }

  if (futures->len == 0)
    {
      DexFuture *done = report (import);

      import_free (import);
      return done;
    }

  return dex_future_finally (dex_future_allv ((DexFuture **) futures->pdata, futures->len),
                             on_imported, import, (GDestroyNotify) import_free);
}
