/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"

G_BEGIN_DECLS

void       sk_question_ask    (SkIndex              *index,
                               GPtrArray            *queries,
                              guint                 n_ahead,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
GPtrArray *sk_question_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
