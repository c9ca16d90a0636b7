/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SK_FEED_ERROR (sk_feed_error_quark ())

typedef enum
{
  SK_FEED_ERROR_EMPTY,        /* no content at all */
  SK_FEED_ERROR_SYNTAX,       /* not JSON, or JSON cut off */
  SK_FEED_ERROR_NOT_A_FEED,   /* a web page, a picture, JSON of another kind */
  SK_FEED_ERROR_DIALECT,      /* a catalogue in a dialect that is not read */
  SK_FEED_ERROR_TOO_LARGE,    /* a limit of SkFeedLimits was passed */
  SK_FEED_ERROR_TOO_DEEP,     /* nested deeper than SkFeedLimits allows */
  SK_FEED_ERROR_RECORD,       /* one record cannot be used */
} SkFeedError;

GQuark sk_feed_error_quark (void);

G_END_DECLS
