/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* Asks the catalogue of the moment which tools suit a session, away from the main thread. */
#define SK_TYPE_ADVISER (sk_adviser_get_type ())
G_DECLARE_FINAL_TYPE (SkAdviser, sk_adviser, SK, ADVISER, GObject)

SkAdviser *sk_adviser_new     (SkCatalogue          *catalogue);
gboolean   sk_adviser_is_open (SkAdviser            *self);
void       sk_adviser_suggest (SkAdviser            *self,
                               SkSession            *session,
                               guint                 minutes,
                               const char           *text,
                               guint                 max,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
void       sk_adviser_swap    (SkAdviser            *self,
                               SkSession            *session,
                               const char           *block_id,
                               guint                 max,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
GPtrArray *sk_adviser_finish  (SkAdviser            *self,
                               GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
