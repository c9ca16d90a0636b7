/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/sk-file-replace.h"
#include "sk-session-error.h"
#include "sk-session-versions.h"

struct _SkSessionFile
{
  GObject parent_instance;

  char *path;
  SkVocabularies *vocabularies;
  char *versions;             /* nullable: the folder where states of before are kept */
  char *hash;                 /* nullable: SHA-256 of what was last read or written */
  gboolean newer;
  gboolean written;           /* whether a state of before was kept in this sitting */
};

G_DEFINE_FINAL_TYPE (SkSessionFile, sk_session_file, G_TYPE_OBJECT)

static void
sk_session_file_finalize (GObject *object)
{
  SkSessionFile *self = SK_SESSION_FILE (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->versions, g_free);
  g_clear_pointer (&self->hash, g_free);
  g_clear_object (&self->vocabularies);

  G_OBJECT_CLASS (sk_session_file_parent_class)->finalize (object);
}

static void
sk_session_file_class_init (SkSessionFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_session_file_finalize;
}

static void
sk_session_file_init (SkSessionFile *self)
{
}

/**
 * sk_session_file_new:
 * @path: of a file, there or not
 * @vocabularies: what the concepts of pinned records are looked up in
 *
 * Returns: (transfer full): a file that was neither read nor written yet
 */
SkSessionFile *
sk_session_file_new (const char     *path,
                     SkVocabularies *vocabularies)
{
  SkSessionFile *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  self = g_object_new (SK_TYPE_SESSION_FILE, NULL);
  self->path = g_strdup (path);
  self->vocabularies = g_object_ref (vocabularies);
  return self;
}

/**
 * sk_session_file_get_path:
 *
 * Returns: where it is
 */
const char *
sk_session_file_get_path (SkSessionFile *self)
{
  g_return_val_if_fail (SK_IS_SESSION_FILE (self), NULL);

  return self->path;
}

/**
 * sk_session_file_set_versions:
 * @folder: (nullable): where to keep what the file held before it is written
 */
void
sk_session_file_set_versions (SkSessionFile *self,
                              const char    *folder)
{
  g_return_if_fail (SK_IS_SESSION_FILE (self));

  g_set_str (&self->versions, folder);
}

/**
 * sk_session_file_explain:
 * @name: of a file, for people
 * @why: what went wrong when it was read: of the G_IO_ERROR or SK_SESSION_ERROR domain
 *
 * Says it as a person can use it, in the SK_SESSION_ERROR domain.
 */
void
sk_session_file_explain (const char    *name,
                         const GError  *why,
                         GError       **error)
{
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_NOT_FOUND,
                 _("There is no session “%s”. Look for it where it was saved last."), name);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_TOO_LARGE,
                 _("“%s” has more than %d MiB, and no session has: it must be another file."), name,
                 SK_SESSION_MAX_BYTES / 1024 / 1024);
  else if (why->domain == SK_SESSION_ERROR)
    g_set_error (error, SK_SESSION_ERROR, why->code,
                 _("“%s” cannot be opened. %s Go back to an earlier version of it, or ask for it "
                   "again."),
                 name, why->message);
  else
    g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_READ,
                 _("“%s” cannot be opened: %s. Check who may read it."), name, why->message);
}

/* NULL without an error where the content is the one that is known already. */
static SkSession *
read_content (SkSessionFile  *self,
              GBytes         *content,
              gboolean        anyway,
              GError        **error)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  SkSession *session;

  if (!anyway && g_strcmp0 (hash, self->hash) == 0)
    return NULL;

  session = sk_session_format_read (content, self->vocabularies, &self->newer, error);
  /* What cannot be read is not known either, and must not be overwritten. */
  g_set_str (&self->hash, session != NULL ? hash : NULL);
  return session;
}

static SkSession *
read_file (SkSessionFile  *self,
           gboolean        anyway,
           gboolean       *newer,
           GError        **error)
{
  g_autoptr (GError) why = NULL;
  g_autoptr (GBytes) content = sk_file_load (self->path, SK_SESSION_MAX_BYTES, &why);
  SkSession *session = NULL;

  if (content != NULL)
    session = read_content (self, content, anyway, &why);
  if (why != NULL)
    {
      g_autofree char *name = g_filename_display_basename (self->path);

      sk_session_file_explain (name, why, error);
    }
  if (newer != NULL)
    *newer = self->newer;

  return session;
}

/**
 * sk_session_file_read:
 * @newer: (out) (optional): whether it is of a newer version, and can only be read
 *
 * Reads the session as it is in the file now.
 *
 * Returns: (transfer full) (nullable): the session; where %NULL, @error is of the SK_SESSION_ERROR
 *   domain: %SK_SESSION_ERROR_NOT_FOUND, %SK_SESSION_ERROR_READ, %SK_SESSION_ERROR_TOO_LARGE or
 *   %SK_SESSION_ERROR_FORMAT
 */
SkSession *
sk_session_file_read (SkSessionFile  *self,
                      gboolean       *newer,
                      GError        **error)
{
  g_return_val_if_fail (SK_IS_SESSION_FILE (self), NULL);

  return read_file (self, TRUE, newer, error);
}

/**
 * sk_session_file_read_changed:
 * @session: (out) (nullable): what is in the file now; %NULL where that is what was last read or
 *   written
 * @newer: (out) (optional): whether it is of a newer version, and can only be read
 *
 * Looks whether another program changed the file.
 *
 * Returns: whether it could be looked at; where not, @error is as of [method@SessionFile.read]
 */
gboolean
sk_session_file_read_changed (SkSessionFile  *self,
                              SkSession     **session,
                              gboolean       *newer,
                              GError        **error)
{
  g_autoptr (GError) why = NULL;

  g_return_val_if_fail (SK_IS_SESSION_FILE (self), FALSE);
  g_return_val_if_fail (session != NULL, FALSE);

  *session = read_file (self, FALSE, newer, &why);
  if (why == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

static void
keep_version (SkSessionFile *self,
              GBytes        *old)
{
  g_autoptr (GError) error = NULL;

  if (self->versions == NULL)
    return;

  /* What is lost if this goes wrong is less than what would be if the change were not written. */
  if (!sk_session_versions_keep (self->versions, old, !self->written, &error))
    g_info ("No version of %s could be kept: %s", self->path, error->message);
  else
    self->written = TRUE;
}

/* Of the files in the folder of sessions only the title tells people something. */
static char *
dup_name (SkSessionFile *self,
          SkSession     *session)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *stem = g_strndup (name, strcspn (name, "."));

  return g_uuid_string_is_valid (stem) && *sk_session_get_title (session) != '\0'
           ? g_strdup (sk_session_get_title (session))
           : g_steal_pointer (&name);
}

static gboolean
check_old (GBytes    *old,
           gpointer   data,
           GError   **error)
{
  SkSessionFile *self = data;
  g_autofree char *hash = NULL;
  g_autofree char *name = NULL;

  if (old == NULL)
    return TRUE;

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, old);
  if (g_strcmp0 (hash, self->hash) == 0)
    {
      keep_version (self, old);
      return TRUE;
    }

  name = g_filename_display_basename (self->path);
  g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_CHANGED,
               self->hash != NULL
                   ? _("“%s” was changed by another program meanwhile. It is left as that program "
                       "wrote it: open it again, and repeat the change.")
                   : _("There is a file “%s” already. Choose another name, or move that one away."),
               name);
  return FALSE;
}

static void
fail_to_write (const char  *name,
               GError      *why,
               GError     **error)
{
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_NO_SPACE,
                 _("“%s” cannot be saved: there is no room left on the disk. Delete something else, "
                   "or empty the bin."),
                 name);
  else
    g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_WRITE,
                 _("“%s” cannot be saved: %s. Check the disk, and who may write in its folder."),
                 name, why->message);
}

/* Nothing is written that would be refused when it is read. */
static gboolean
check_writable (SkSessionFile  *self,
                const char     *name,
                SkSession      *session,
                GBytes         *content,
                GError        **error)
{
  if (self->newer)
    {
      g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_NEWER,
                   _("“%s” was made by a newer version of Sidekick, so it can be read but not "
                     "changed. Update Sidekick to change it."),
                   name);
      return FALSE;
    }

  if (g_bytes_get_size (content) <= SK_SESSION_MAX_BYTES &&
      sk_session_get_n_blocks (session) <= SK_SESSION_MAX_BLOCKS)
    return TRUE;

  g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_TOO_LARGE,
               _("“%s” cannot be saved: there is too much in it. Remove some of its blocks."), name);
  return FALSE;
}

/**
 * sk_session_file_write:
 * @session: what is to be in the file
 *
 * Replaces the whole file, and returns when it is on the disk. A file that is not as this object
 * last read or wrote it is left as it is; one that is gone is made again.
 *
 * Returns: whether it is written; where not, @error is of the SK_SESSION_ERROR domain:
 *   %SK_SESSION_ERROR_CHANGED, %SK_SESSION_ERROR_NEWER, %SK_SESSION_ERROR_NO_SPACE,
 *   %SK_SESSION_ERROR_TOO_LARGE or %SK_SESSION_ERROR_WRITE
 */
gboolean
sk_session_file_write (SkSessionFile  *self,
                       SkSession      *session,
                       GError        **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) why = NULL;

  g_return_val_if_fail (SK_IS_SESSION_FILE (self), FALSE);
  g_return_val_if_fail (SK_IS_SESSION (session), FALSE);

  name = dup_name (self, session);
  content = sk_session_format_write (session);
  if (!check_writable (self, name, session, content, error))
    return FALSE;

  if (sk_file_replace (self->path, content, SK_SESSION_MAX_BYTES, check_old, self, &why))
    {
      g_free (self->hash);
      self->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
      return TRUE;
    }

  if (why->domain == SK_SESSION_ERROR)
    g_propagate_error (error, g_steal_pointer (&why));
  else
    fail_to_write (name, why, error);
  return FALSE;
}

/**
 * sk_session_file_move:
 * @path: where it is to be; nothing may be there
 *
 * Returns: whether it is there now; where not, @error is of the G_IO_ERROR domain
 */
gboolean
sk_session_file_move (SkSessionFile  *self,
                      const char     *path,
                      GError        **error)
{
  g_return_val_if_fail (SK_IS_SESSION_FILE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!sk_file_move (self->path, path, error))
    return FALSE;

  g_set_str (&self->path, path);
  return TRUE;
}
