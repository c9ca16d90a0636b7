/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SK_SESSION_ERROR_FORMAT,      /* not a session, or damaged */
  SK_SESSION_ERROR_NEWER,       /* made by a newer version: may be read, not written */
  SK_SESSION_ERROR_TOO_LARGE,
  SK_SESSION_ERROR_NO_SPACE,
  SK_SESSION_ERROR_WRITE,
  SK_SESSION_ERROR_CHANGED,     /* another program changed the file meanwhile */
  SK_SESSION_ERROR_NOT_FOUND,
  SK_SESSION_ERROR_NO_FIT,      /* does not fit in a QR code, say */
  SK_SESSION_ERROR_EXPORT,
  SK_SESSION_ERROR_READ,        /* it is there, and cannot be read */
} SkSessionError;

#define SK_SESSION_ERROR (sk_session_error_quark ())
GQuark sk_session_error_quark (void);

G_END_DECLS
