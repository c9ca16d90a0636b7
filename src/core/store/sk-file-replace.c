/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-file-replace.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sk-read-at.h"
#include "store/sk-file-lock.h"

#define LOCK_WAIT_MS 5000

/* For those whom the person's own mask lets in. */
#define NEW_MODE 0666

typedef struct
{
  char *path;                 /* what is replaced, no symbolic link */
  char *draft;                /* what it is replaced by, beside it */
  int fd;                     /* of the draft; the lock closes it */
  SkFileLock *lock;
} Replacement;

static void
replacement_clear (Replacement *self)
{
  g_clear_pointer (&self->lock, sk_file_lock_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->draft, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replacement, replacement_clear)

/* A limit on the size of files, or on what a person may have, is a lack of room as well. */
static gboolean
fail_to_write (int      code,
               GError **error)
{
  return sk_fail_errno (code == EFBIG || code == EDQUOT ? ENOSPC : code, error);
}

static gboolean
find_size (int      fd,
           gsize    most,
           gsize   *size,
           GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return sk_fail_errno (errno, error);
  if (!S_ISREG (status.st_mode))
    return sk_fail_errno (S_ISDIR (status.st_mode) ? EISDIR : EINVAL, error);
  if ((guint64) status.st_size > most)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, g_strerror (EFBIG));
      return FALSE;
    }

  *size = (gsize) status.st_size;
  return TRUE;
}

/**
 * sk_file_load:
 * @path: a regular file, or a link to one
 * @most: how many bytes it may have
 *
 * Returns: (transfer full) (nullable): all of it; where %NULL, @error is of the G_IO_ERROR domain,
 *   %G_IO_ERROR_NOT_FOUND where there is no file, %G_IO_ERROR_MESSAGE_TOO_LARGE where it is larger
 */
GBytes *
sk_file_load (const char  *path,
              gsize        most,
              GError     **error)
{
  /* Not to wait for ever where it is a pipe. */
  g_autofd int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  g_autofree guint8 *content = NULL;
  gsize size = 0;

  if (fd < 0)
    {
      sk_fail_errno (errno, error);
      return NULL;
    }

  if (!find_size (fd, most, &size, error))
    return NULL;

  content = g_malloc (size + 1);
  if (!sk_read_at (fd, 0, content, size, error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&content), size);
}

/* What a link leads to is replaced, not the link. One that leads nowhere is in the way. */
static char *
dup_target (const char *path)
{
  char *target = realpath (path, NULL);
  char *copy = g_strdup (target != NULL ? target : path);

  free (target);
  return copy;
}

/* Whether the draft is still there by its name: whoever had the lock before may have put it in its
 * place meanwhile. */
static gboolean
is_current (Replacement *self)
{
  struct stat here;
  struct stat there;

  return fstat (self->fd, &here) == 0 && lstat (self->draft, &there) == 0 &&
         here.st_ino == there.st_ino && here.st_dev == there.st_dev;
}

/* In a folder of others, such as /tmp, a draft may lie in wait. */
static gboolean
is_ours (Replacement *self)
{
  struct stat status;

  return fstat (self->fd, &status) == 0 && S_ISREG (status.st_mode) &&
         status.st_uid == geteuid () && status.st_nlink == 1;
}

/* The draft is the lock too: it always has the same name, so two cannot write at once, and one that
 * a killed program left behind is used again. */
static gboolean
open_draft (Replacement  *self,
            GError      **error)
{
  do
    {
      g_clear_pointer (&self->lock, sk_file_lock_free);
      self->fd = g_open (self->draft, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, NEW_MODE);
      if (self->fd < 0)
        return fail_to_write (errno, error);

      self->lock = sk_file_lock_new_for_fd (self->fd, self->path, SK_FILE_LOCK_EXCLUSIVE,
                                            LOCK_WAIT_MS, NULL, error);
      if (self->lock == NULL)
        return FALSE;
    }
  while (!is_current (self));

  return is_ours (self) || sk_fail_errno (EPERM, error);
}

static gboolean
write_all (int      fd,
           GBytes  *content,
           GError **error)
{
  gsize length;
  const char *rest = g_bytes_get_data (content, &length);

  while (length > 0)
    {
      gssize n_written = write (fd, rest, length);

      if (n_written < 0 && errno != EINTR)
        return fail_to_write (errno, error);
      if (n_written > 0)
        {
          rest += n_written;
          length -= (gsize) n_written;
        }
    }

  return TRUE;
}

/* Who may read and write it stays as it was; whose group it is, where that is ours to say. */
static gboolean
keep_permissions (Replacement  *self,
                  GError      **error)
{
  struct stat status;

  if (stat (self->path, &status) != 0)
    return TRUE;

  if (fchown (self->fd, (uid_t) -1, status.st_gid) != 0 && errno != EPERM)
    return fail_to_write (errno, error);

  return fchmod (self->fd, status.st_mode & 0777) == 0 || fail_to_write (errno, error);
}

static gboolean
write_draft (Replacement  *self,
             GBytes       *content,
             GError      **error)
{
  if (ftruncate (self->fd, 0) != 0)
    return fail_to_write (errno, error);
  if (!write_all (self->fd, content, error) || !keep_permissions (self, error))
    return FALSE;

  return fsync (self->fd) == 0 || fail_to_write (errno, error);
}

/* A file system that cannot do this does it by itself, or not at all: the name is there anyway. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofd int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd >= 0)
    (void) fsync (fd);
}

/**
 * sk_file_move:
 * @from: a file
 * @to: its new place on the same file system; nothing may be there
 *
 * Returns: whether it is there now, also after a power cut; where not, @error is of the G_IO_ERROR
 *   domain
 */
gboolean
sk_file_move (const char  *from,
              const char  *to,
              GError     **error)
{
  /* Not every file system can do it in one. */
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) != 0 &&
      (errno != EINVAL || link (from, to) != 0 || unlink (from) != 0))
    return sk_fail_errno (errno, error);

  sync_folder (to);
  sync_folder (from);
  return TRUE;
}

static gboolean
check_old (Replacement         *self,
           gsize                most,
           SkFileReplaceCheck   check,
           gpointer             data,
           GError             **error)
{
  g_autoptr (GError) why = NULL;
  g_autoptr (GBytes) old = sk_file_load (self->path, most, &why);

  if (old == NULL && !g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  return check (old, data, error);
}

/**
 * sk_file_replace:
 * @path: a file, there or not
 * @content: what is to be in it
 * @most: how many bytes it may have had
 * @check: whether it may be replaced, seeing what is there; nobody else replaces it meanwhile who
 *   does it by this function
 * @data: (closure): for @check
 *
 * Puts something else into a file: all of it at once, and on the disk when this returns. Killed or
 * failing before that, the old content is there, whole. It is not written in its place, so that
 * whoever reads it at the moment has the old one whole.
 *
 * Returns: whether it is done; where not, @error is of the G_IO_ERROR domain, or what @check says
 */
gboolean
sk_file_replace (const char          *path,
                 GBytes              *content,
                 gsize                most,
                 SkFileReplaceCheck   check,
                 gpointer             data,
                 GError             **error)
{
  g_auto (Replacement) self = {.path = dup_target (path)};
  g_autofree char *folder = g_path_get_dirname (self.path);
  g_autofree char *name = g_path_get_basename (self.path);

  self.draft = g_strdup_printf ("%s/.%s.new", folder, name);
  if (!open_draft (&self, error))
    return FALSE;

  if (!check_old (&self, most, check, data, error) || !write_draft (&self, content, error))
    {
      g_unlink (self.draft);
      return FALSE;
    }

  if (g_rename (self.draft, self.path) != 0)
    {
      fail_to_write (errno, error);
      g_unlink (self.draft);
      return FALSE;
    }

  sync_folder (self.path);
  return TRUE;
}
