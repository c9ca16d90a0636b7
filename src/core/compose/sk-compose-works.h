/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"

G_BEGIN_DECLS

/* Which records of an index are the same work in other languages, whichever of them says so.
 * Immutable. */
typedef struct _SkComposeWorks SkComposeWorks;

SkComposeWorks *sk_compose_works_new  (SkIndex              *index,
                                       GCancellable         *cancellable);
void            sk_compose_works_free (SkComposeWorks       *self);
guint           sk_compose_works_find (const SkComposeWorks *self,
                                       const char           *id,
                                       guint32               record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkComposeWorks, sk_compose_works_free)

G_END_DECLS
