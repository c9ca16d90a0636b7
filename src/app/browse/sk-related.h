/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"

G_BEGIN_DECLS

/* What goes with a tool. */
typedef struct
{
  GPtrArray *versions;        /* SkResource: the same work in other languages */
  GPtrArray *tools;           /* SkResource: others like it, the nearest first */
} SkRelated;

void       sk_related_free   (SkRelated            *self);
void       sk_related_find   (SkIndex              *index,
                              SkResource           *resource,
                              guint                 n_tools,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
SkRelated *sk_related_finish (GAsyncResult         *result,
                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkRelated, sk_related_free)

G_END_DECLS
