/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-folder-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "sk-session-error.h"

#define TRASH_DAYS 30
#define SECONDS_A_DAY (24 * 60 * 60)

static void
found_session_free (SkFoundSession *self)
{
  g_object_unref (self->file);
  g_object_unref (self->session);
  g_free (self);
}

/**
 * sk_found_sessions_free:
 * @self: (transfer full): what was found
 */
void
sk_found_sessions_free (SkFoundSessions *self)
{
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static char *
get_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_strndup (name, strlen (name) - strlen (SK_SESSION_SUFFIX));
}

/* A session of ours that is damaged has versions of before, which can be opened as any file. */
static char *
describe_problem (SkSessionFolder *folder,
                  const char      *path,
                  const GError    *error)
{
  g_autofree char *stem = get_stem (path);
  g_autofree char *versions = g_build_filename (folder->versions, stem, NULL);

  if (!g_file_test (versions, G_FILE_TEST_IS_DIR))
    return g_strdup_printf (_("%s The file was left as it was."), error->message);

  return g_strdup_printf (_("%s The file was left as it was; earlier versions of it are in “%s”: "
                             "open the last of them."),
                          error->message, versions);
}

/**
 * sk_found_sessions_read:
 * @folder: of which only what never changes is looked at
 * @paths: files in it
 *
 * Reads files; for workers.
 *
 * Returns: (transfer full): the sessions, and what cannot be read
 */
SkFoundSessions *
sk_found_sessions_read (SkSessionFolder    *folder,
                        const char * const *paths)
{
  SkFoundSessions *self = g_new0 (SkFoundSessions, 1);

  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) found_session_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (SkSessionFile) file = sk_session_file_new (paths[i], folder->vocabularies);
      g_autoptr (GError) error = NULL;
      gboolean newer;
      SkSession *session = sk_session_file_read (file, &newer, &error);

      if (session != NULL)
        {
          SkFoundSession *found = g_new0 (SkFoundSession, 1);

          *found = (SkFoundSession) {g_steal_pointer (&file), session, newer};
          g_ptr_array_add (self->sessions, found);
        }
      else if (!g_error_matches (error, SK_SESSION_ERROR, SK_SESSION_ERROR_NOT_FOUND))
        g_ptr_array_add (self->problems, describe_problem (folder, paths[i], error));
    }

  return self;
}

static GStrv
list_files (const char *folder)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name != '.' && g_str_has_suffix (name, SK_SESSION_SUFFIX))
      g_strv_builder_take (builder, g_build_filename (folder, name, NULL));

  return g_strv_builder_end (builder);
}

static void
remove_versions (SkSessionFolder *folder,
                 const char      *stem)
{
  g_autofree char *versions = g_build_filename (folder->versions, stem, NULL);
  g_auto (GStrv) paths = list_files (versions);

  for (guint i = 0; paths[i] != NULL; i++)
    g_unlink (paths[i]);
  g_rmdir (versions);
}

/* What was thrown away a month ago is not missed any more. Its status changed when it was moved. */
static void
empty_trash (SkSessionFolder *folder)
{
  g_auto (GStrv) paths = list_files (folder->trash);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *stem = get_stem (paths[i]);
      g_autofree char *name = g_strconcat (stem, SK_SESSION_SUFFIX, NULL);
      g_autofree char *living = g_build_filename (folder->path, name, NULL);
      GStatBuf status;

      if (g_stat (paths[i], &status) != 0 ||
          now - status.st_ctim.tv_sec < (gint64) TRASH_DAYS * SECONDS_A_DAY)
        continue;

      g_unlink (paths[i]);
      if (!g_file_test (living, G_FILE_TEST_EXISTS))
        remove_versions (folder, stem);
    }
}

/**
 * sk_found_sessions_open:
 * @folder: of which only what never changes is looked at
 *
 * Makes the folders where they are not there yet, and reads all files; for workers.
 *
 * Returns: (transfer full): the sessions, and what cannot be read
 */
SkFoundSessions *
sk_found_sessions_open (SkSessionFolder *folder)
{
  g_auto (GStrv) paths = NULL;
  SkFoundSessions *self;
  gboolean writable = g_mkdir_with_parents (folder->versions, 0700) == 0 &&
                      g_mkdir_with_parents (folder->trash, 0700) == 0 &&
                      g_access (folder->path, W_OK) == 0;

  if (writable)
    empty_trash (folder);

  paths = list_files (folder->path);
  self = sk_found_sessions_read (folder, (const char * const *) paths);
  self->writable = writable;
  return self;
}
