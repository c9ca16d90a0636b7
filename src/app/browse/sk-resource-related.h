/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "search/sk-index.h"

G_BEGIN_DECLS

/* Below a tool: the same in other languages, and tools that go with it. Hidden while there is
 * neither.
 *
 * Properties:
 *   narrow gboolean, tools below each other in place of beside
 *
 * Signals:
 *   activated (SkResource *)  one of them is to be opened
 */
#define SK_TYPE_RESOURCE_RELATED (sk_resource_related_get_type ())
G_DECLARE_FINAL_TYPE (SkResourceRelated, sk_resource_related, SK, RESOURCE_RELATED, GtkBox)

void sk_resource_related_set_resource (SkResourceRelated *self,
                                       SkIndex           *index,
                                       SkResource        *resource);

G_END_DECLS
