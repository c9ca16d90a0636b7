/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/sk-resource.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* A tool among others: its cover, and the facts by which one chooses. What its publisher does
 * not state is left out.
 *
 * Properties:
 *   sideways    gboolean: the cover is beside the words rather than above them
 *   compact     gboolean: the card is one of a list's rows; its facts are in columns, unless it
 *               is sideways too
 *   user        SkUserData, nullable: what a person keeps about tools
 *   words       char *, nullable: what was searched for, marked in the title
 *   description char *, nullable: all that it shows, for somebody who hears it; read-only
 */
#define SK_TYPE_CARD (sk_card_get_type ())
G_DECLARE_FINAL_TYPE (SkCard, sk_card, SK, CARD, GtkBox)

SkCard     *sk_card_new          (void);
SkResource *sk_card_get_resource (SkCard     *self);
SkUserData *sk_card_get_user     (SkCard     *self);
void        sk_card_set_resource (SkCard     *self,
                                  SkResource *resource);
void        sk_card_refresh      (SkCard     *self);

G_END_DECLS
