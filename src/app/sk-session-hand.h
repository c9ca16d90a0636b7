/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-folder.h"

G_BEGIN_DECLS

/* As the id of a session: one that is made for it. */
#define SK_SESSION_HAND_NEW "new"

/* The sessions as one meets them who looks for tools: the one in hand, which is the one that was
 * worked on last, others to choose from, and where a tool is already.
 *
 * Signals:
 *   changed  what it says may be another by now
 */
#define SK_TYPE_SESSION_HAND (sk_session_hand_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionHand, sk_session_hand, SK, SESSION_HAND, GObject)

SkSessionHand     *sk_session_hand_new          (SkSessionFolder *folder,
                                                 GSettings       *settings);
void               sk_session_hand_open         (SkSessionHand   *self);
SkSessionDocument *sk_session_hand_get_document (SkSessionHand   *self);
char              *sk_session_hand_describe     (SkSessionHand   *self);
GMenuModel        *sk_session_hand_make_menu    (SkSessionHand   *self,
                                                 const char      *resource_id);
char              *sk_session_hand_find_tool    (SkSessionHand   *self,
                                                 const char      *resource_id);
void               sk_session_hand_add          (SkSessionHand   *self,
                                                 const char      *session_id,
                                                 SkResource      *resource,
                                                 GtkWidget       *widget);

G_END_DECLS
