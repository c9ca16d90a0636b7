/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-versions.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "store/sk-read-at.h"
#include "store/sk-file-replace.h"
#include "sk-session-format.h"
#include "sk-timetable.h"

#define MAX_VERSIONS 20
#define SUFFIX ".sidekick"

/* A session is written at every pause, so not each state can be worth a version. One is kept as a
 * sitting begins, and then every ten minutes: twenty reach back over an afternoon of steady work, or
 * over twenty evenings of which each changed a little. */
#define APART_SECONDS (10 * 60)

/* Sorts as time does. */
#define NAME_FORMAT "%Y%m%dT%H%M%S"

/**
 * sk_session_version_free:
 * @self: (transfer full): a version
 */
void
sk_session_version_free (SkSessionVersion *self)
{
  g_free (self->path);
  g_free (self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The oldest first. */
static GPtrArray *
list_paths (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name != '.' && g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (paths, compare_names);
  return paths;
}

static gboolean
is_recent (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_seconds (now, -APART_SECONDS);
  g_autofree char *least = g_date_time_format (then, NAME_FORMAT);
  g_autofree char *most = g_date_time_format (now, NAME_FORMAT "~");

  /* A clock that was set back would else keep none for as long. */
  return strcmp (name, least) > 0 && strcmp (name, most) < 0;
}

static gboolean
holds (const char *path,
       GBytes     *content)
{
  g_autoptr (GBytes) held = sk_file_load (path, SK_SESSION_MAX_BYTES, NULL);

  return held != NULL && g_bytes_equal (held, content);
}

static char *
make_path (const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, NAME_FORMAT);
  g_autofree char *name
      = g_strdup_printf ("%s-%06d" SUFFIX, time, g_date_time_get_microsecond (now));

  return g_build_filename (folder, name, NULL);
}

/**
 * sk_session_versions_keep:
 * @folder: where the versions of one session are, made where it is not there
 * @content: of its file, which is about to be replaced
 * @first: whether it is replaced for the first time in this sitting
 *
 * Keeps a version where one is due, and lets go of the oldest of more than twenty.
 *
 * Returns: whether all went well; where not, @error is of the G_IO_ERROR or G_FILE_ERROR domain
 */
gboolean
sk_session_versions_keep (const char *folder,
                          GBytes     *content,
                          gboolean    first,
                          GError    **error)
{
  g_autoptr (GPtrArray) paths = list_paths (folder);
  const char *newest = paths->len > 0 ? g_ptr_array_index (paths, paths->len - 1) : NULL;
  g_autofree char *path = NULL;
  gsize length;
  const char *text = g_bytes_get_data (content, &length);

  if (newest != NULL && ((!first && is_recent (newest)) || holds (newest, content)))
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return sk_fail_errno (errno, error);

  path = make_path (folder);
  if (!g_file_set_contents_full (path, text, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 error))
    return FALSE;

  for (guint i = 0; i + MAX_VERSIONS < paths->len + 1; i++)
    g_unlink (g_ptr_array_index (paths, i));
  return TRUE;
}

static SkSessionVersion *
read_version (const char     *path,
              SkVocabularies *vocabularies)
{
  g_autoptr (GBytes) content = sk_file_load (path, SK_SESSION_MAX_BYTES, NULL);
  g_autoptr (SkSession) session = NULL;
  g_autoptr (SkTimetable) timetable = NULL;
  SkSessionVersion *version;

  if (content != NULL)
    session = sk_session_format_read (content, vocabularies, NULL, NULL);
  if (session == NULL)
    return NULL;

  timetable = sk_timetable_new (session);
  version = g_new0 (SkSessionVersion, 1);
  version->path = g_strdup (path);
  version->modified = sk_session_get_modified (session);
  version->minutes = sk_timetable_get_minutes (timetable);
  version->n_blocks = sk_session_get_n_blocks (session);
  return version;
}

/**
 * sk_session_versions_list:
 * @folder: where the versions of one session are
 *
 * Returns: (transfer full) (element-type SkSessionVersion): those that can be read, the newest first
 */
GPtrArray *
sk_session_versions_list (const char     *folder,
                          SkVocabularies *vocabularies)
{
  g_autoptr (GPtrArray) paths = list_paths (folder);
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_session_version_free);

  for (guint i = paths->len; i > 0; i--)
    {
      SkSessionVersion *version = read_version (g_ptr_array_index (paths, i - 1), vocabularies);

      if (version != NULL)
        g_ptr_array_add (versions, version);
    }

  return versions;
}
