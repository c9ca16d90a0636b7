/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/sk-resource.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* The mark of a tool whose link leads nowhere, as a person found: since when, and the way back.
 *
 * Properties:
 *   dead   gboolean, read-only: whether there is a mark
 */
#define SK_TYPE_DEAD_LINK (sk_dead_link_get_type ())
G_DECLARE_FINAL_TYPE (SkDeadLink, sk_dead_link, SK, DEAD_LINK, GtkBox)

void     sk_dead_link_set_resource (SkDeadLink *self,
                                    SkUserData *user,
                                    SkResource *resource);
gboolean sk_dead_link_get_dead     (SkDeadLink *self);
void     sk_dead_link_report       (SkDeadLink *self);
void     sk_dead_link_withdraw     (SkDeadLink *self);

G_END_DECLS
