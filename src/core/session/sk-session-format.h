/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-vocabularies.h"
#include "sk-session.h"

G_BEGIN_DECLS

/* The newest version of the file format that is understood in full. */
#define SK_SESSION_FORMAT_VERSION 1
#define SK_SESSION_MEDIA_TYPE "application/vnd.betternet.sidekick-session+json"
#define SK_SESSION_MAX_BYTES (16 * 1024 * 1024)

/* As many as a week has minutes, nearly: whoever sends more does not mean well. */
#define SK_SESSION_MAX_BLOCKS 10000

SkSession *sk_session_format_read  (GBytes          *bytes,
                                    SkVocabularies  *vocabularies,
                                    gboolean        *newer,
                                    GError         **error);
GBytes    *sk_session_format_write (SkSession       *session);

G_END_DECLS
