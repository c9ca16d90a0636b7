/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SK_STORE_ERROR (sk_store_error_quark ())

typedef enum
{
  SK_STORE_ERROR_FAILED,
  SK_STORE_ERROR_FOLDER,      /* the data folder cannot be made or written */
  SK_STORE_ERROR_NEWER,       /* written by a newer version: opened read-only */
  SK_STORE_ERROR_READ_ONLY,   /* a change was asked of a catalogue opened read-only */
  SK_STORE_ERROR_DAMAGED,     /* the file is not what was written to it */
  SK_STORE_ERROR_FULL,        /* no room on the disk */
  SK_STORE_ERROR_BUSY,        /* another process holds it too long */
  SK_STORE_ERROR_CLOSED,
} SkStoreError;

GQuark sk_store_error_quark (void);

G_END_DECLS
