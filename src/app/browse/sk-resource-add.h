/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/sk-resource.h"
#include "sk-session-hand.h"

G_BEGIN_DECLS

/* Adds a tool to the session in hand, or to one that is chosen.
 *
 * Properties:
 *   narrow   gboolean: a pill that takes the room there is, and a round button beside it, for fingers
 */
#define SK_TYPE_RESOURCE_ADD (sk_resource_add_get_type ())
G_DECLARE_FINAL_TYPE (SkResourceAdd, sk_resource_add, SK, RESOURCE_ADD, GtkBox)

void sk_resource_add_set_resource (SkResourceAdd *self,
                                   SkSessionHand *hand,
                                   SkResource    *resource);

G_END_DECLS
