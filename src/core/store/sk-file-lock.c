/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-file-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define POLL_MS 20

struct _SkFileLock
{
  int fd;
};

/**
 * sk_file_lock_change:
 * @mode: shared or exclusive
 *
 * Asks for the other kind of hold on the same file, without letting go of it.
 *
 * Returns: whether it was had; where not, the lock stays as it was
 */
gboolean
sk_file_lock_change (SkFileLock     *self,
                     SkFileLockMode  mode)
{
  struct flock range = {
    .l_type = mode == SK_FILE_LOCK_SHARED ? F_RDLCK : F_WRLCK,
    .l_whence = SEEK_SET,
  };

  g_return_val_if_fail (self != NULL, FALSE);

  return fcntl (self->fd, F_OFD_SETLK, &range) == 0;
}

/**
 * sk_file_lock_new_for_fd:
 * @fd: (transfer full): a file that is open for reading and writing; closed with the lock
 * @name: what to call it where it is in use
 * @wait_ms: how long to wait for others to let go
 *
 * Locks a file by an open file description lock (Linux fcntl), which also keeps two users
 * within one process apart. Errors are of the G_IO_ERROR domain, %G_IO_ERROR_WOULD_BLOCK
 * where another still holds it.
 *
 * Returns: (transfer full) (nullable): the lock
 */
SkFileLock *
sk_file_lock_new_for_fd (int              fd,
                         const char      *name,
                         SkFileLockMode   mode,
                         guint            wait_ms,
                         GCancellable    *cancellable,
                         GError         **error)
{
  g_autoptr (SkFileLock) self = g_new0 (SkFileLock, 1);
  gint64 deadline = g_get_monotonic_time () + (gint64) wait_ms * 1000;

  self->fd = fd;
  while (!sk_file_lock_change (self, mode))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      if (g_get_monotonic_time () >= deadline)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK, _("“%s” is in use"), name);
          return NULL;
        }

      g_usleep (POLL_MS * 1000);
    }

  return g_steal_pointer (&self);
}

/**
 * sk_file_lock_new:
 * @path: the lock file, made where it is not there
 * @wait_ms: how long to wait for others to let go
 *
 * Locks a file that is there for that alone; see [func@file_lock_new_for_fd].
 *
 * Returns: (transfer full) (nullable): the lock
 */
SkFileLock *
sk_file_lock_new (const char      *path,
                  SkFileLockMode   mode,
                  guint            wait_ms,
                  GCancellable    *cancellable,
                  GError         **error)
{
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("Cannot open “%s”: %s"), path,
                   g_strerror (code));
      return NULL;
    }

  return sk_file_lock_new_for_fd (fd, path, mode, wait_ms, cancellable, error);
}

/**
 * sk_file_lock_free:
 * @self: (transfer full): a lock
 *
 * Lets go of the lock.
 */
void
sk_file_lock_free (SkFileLock *self)
{
  g_clear_fd (&self->fd, NULL);
  g_free (self);
}
