/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/sk-resource.h"
#include "sk-session-hand.h"

G_BEGIN_DECLS

/* What a tool's page begins with: its cover and name, for whom it is, and what can be done with it.
 *
 * Properties:
 *   narrow   gboolean: the cover is above the name; the facts and buttons are elsewhere on the page
 */
#define SK_TYPE_RESOURCE_HEAD (sk_resource_head_get_type ())
G_DECLARE_FINAL_TYPE (SkResourceHead, sk_resource_head, SK, RESOURCE_HEAD, GtkBox)

void   sk_resource_head_set_resource  (SkResourceHead *self,
                                       SkSessionHand  *hand,
                                       SkResource     *resource);
double sk_resource_head_get_title_end (SkResourceHead *self,
                                       GtkWidget      *page);

G_END_DECLS
