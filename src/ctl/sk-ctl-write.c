/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "sk-ctl-print.h"
#include "sk-ctl.h"

/**
 * sk_ctl_write:
 * @path: a file to write; "-" is standard output
 * @mode: who may read it, where it is new
 * @bytes: what is to be in it
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_write (SkCtl      *ctl,
              const char *path,
              int         mode,
              GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = sk_ctl_to_utf8 (path);
  g_autofree char *message = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (strcmp (path, "-") == 0)
    {
      fwrite (data, 1, size, stdout);
      return SK_CTL_DONE;
    }

  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, mode,
                                 &error))
    {
      message = g_strdup_printf (_("“%s” cannot be written (%s): choose another place"), shown,
                                 error->message);
      return sk_ctl_fail (message);
    }

  if (!ctl->quiet && !ctl->json)
    sk_ctl_print_field (_("Written:"), shown);

  return SK_CTL_DONE;
}
