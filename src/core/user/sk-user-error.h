/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SK_USER_ERROR_FORMAT,       /* damaged, or something else */
  SK_USER_ERROR_NEWER,        /* made by a newer version: may be read, not written */
  SK_USER_ERROR_READ,
  SK_USER_ERROR_NO_SPACE,
  SK_USER_ERROR_WRITE,
} SkUserError;

#define SK_USER_ERROR (sk_user_error_quark ())
GQuark sk_user_error_quark (void);

G_END_DECLS
