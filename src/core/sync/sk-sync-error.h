/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SK_SYNC_ERROR (sk_sync_error_quark ())

typedef enum
{
  SK_SYNC_ERROR_BUSY,         /* another process syncs */
  SK_SYNC_ERROR_CLOSED,       /* the catalogue is not open */
  SK_SYNC_ERROR_ADDRESS,      /* not an address of a feed */
  SK_SYNC_ERROR_UNKNOWN,      /* no such source */
  SK_SYNC_ERROR_SOURCES,      /* sources.json cannot be written */
  SK_SYNC_ERROR_FILE,         /* a file: source cannot be read */
  SK_SYNC_ERROR_DISK,         /* what comes cannot be kept on disk */
  SK_SYNC_ERROR_OFFLINE,      /* no network, or no such host */
  SK_SYNC_ERROR_REFUSED,      /* nobody answers there */
  SK_SYNC_ERROR_TLS,
  SK_SYNC_ERROR_STALLED,      /* nothing came for too long */
  SK_SYNC_ERROR_SLOW,         /* it took too long altogether */
  SK_SYNC_ERROR_BROKEN_OFF,   /* the connection ended before the content did */
  SK_SYNC_ERROR_NOT_FOUND,
  SK_SYNC_ERROR_DENIED,
  SK_SYNC_ERROR_SERVER,       /* it answers with an error */
  SK_SYNC_ERROR_REDIRECT,     /* in a circle, too many, or to where none may lead */
  SK_SYNC_ERROR_TOO_LARGE,
  SK_SYNC_ERROR_ENCODING,     /* cannot be decompressed, or grows beyond measure */
  SK_SYNC_ERROR_PAGE,         /* not the size or the hash that the index states */
  SK_SYNC_ERROR_OLDER,        /* an older version than the one held */
  SK_SYNC_ERROR_PAGING,       /* "next" leads where it may not */
  SK_SYNC_ERROR_UNUSABLE,     /* not one record of it can be used */
} SkSyncError;

GQuark sk_sync_error_quark (void);

G_END_DECLS
