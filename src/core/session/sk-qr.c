/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-qr.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <qrencode.h>

#include "sk-session-error.h"

struct _SkQr
{
  QRcode *code;
};

/**
 * sk_qr_new:
 * @text: what the code holds, up to 2,331 bytes of UTF-8
 *
 * Makes the smallest code that holds the text, with the error correction of level M, which mends
 * 15 in a hundred: a sheet of paper is folded and coffee is spilt on it.
 *
 * Returns: (transfer full) (nullable): the code; %NULL with %SK_SESSION_ERROR_NO_FIT where the
 *   text is longer than the largest code
 */
SkQr *
sk_qr_new (const char  *text,
           GError     **error)
{
  QRcode *code;
  SkQr *self;

  g_return_val_if_fail (text != NULL && *text != '\0', NULL);

  code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  if (code == NULL && errno == ENOMEM)
    g_error ("Out of memory for a QR code");
  if (code == NULL)
    {
      g_set_error_literal (error, SK_SESSION_ERROR, SK_SESSION_ERROR_NO_FIT,
                           _("This session is too long for a QR code: pass on its file instead"));
      return NULL;
    }

  self = g_new0 (SkQr, 1);
  self->code = code;
  return self;
}

/**
 * sk_qr_free:
 *
 * Frees the code.
 */
void
sk_qr_free (SkQr *self)
{
  QRcode_free (self->code);
  g_free (self);
}

/**
 * sk_qr_get_size:
 *
 * Returns: how many modules the code is wide, and high; the four around it that must stay white
 *   do not count
 */
guint
sk_qr_get_size (const SkQr *self)
{
  return (guint) self->code->width;
}

/**
 * sk_qr_is_dark:
 * @x: column, from 0 at the left
 * @y: row, from 0 at the top
 *
 * Returns: whether the module is dark
 */
gboolean
sk_qr_is_dark (const SkQr *self,
               guint       x,
               guint       y)
{
  guint size = sk_qr_get_size (self);

  g_return_val_if_fail (x < size && y < size, FALSE);

  return (self->code->data[y * size + x] & 1) != 0;
}
