/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-read-at.h"

#include <errno.h>
#include <unistd.h>

/**
 * sk_fail_errno:
 * @code: an errno
 *
 * Says what the system said, in the G_IO_ERROR domain.
 *
 * Returns: %FALSE
 */
gboolean
sk_fail_errno (int      code,
               GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

/**
 * sk_read_at:
 * @fd: a file
 * @offset: where to begin
 * @bytes: (out caller-allocates) (array length=length): where to put what is read
 * @length: how many bytes to read, all of which must be there
 *
 * Returns: whether all could be read
 */
gboolean
sk_read_at (int       fd,
            guint64   offset,
            guint8   *bytes,
            gsize     length,
            GError  **error)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n_read = pread (fd, bytes + done, length - done, (off_t) (offset + done));

      if (n_read <= 0)
        return sk_fail_errno (n_read < 0 ? errno : EIO, error);

      done += (gsize) n_read;
    }

  return TRUE;
}
