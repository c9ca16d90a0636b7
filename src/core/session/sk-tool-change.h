/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session-editor.h"
#include "sk-tool-facts.h"

G_BEGIN_DECLS

/* A tool that sessions have pinned and that is not the same in the catalogue any more. Sessions
 * that pinned different versions of it see different changes. Immutable. */
#define SK_TYPE_TOOL_CHANGE (sk_tool_change_get_type ())
G_DECLARE_FINAL_TYPE (SkToolChange, sk_tool_change, SK, TOOL_CHANGE, GObject)

SkToolChange *sk_tool_change_new          (SkResource      *pinned,
                                           SkResource      *newer);
SkToolChange *sk_tool_change_without      (SkToolChange    *self,
                                           GHashTable      *session_ids);
void          sk_tool_change_add          (SkToolChange    *self,
                                           SkSession       *session);
SkResource   *sk_tool_change_get_pinned   (SkToolChange    *self);
SkResource   *sk_tool_change_get_newer    (SkToolChange    *self);
GPtrArray    *sk_tool_change_get_sessions (SkToolChange    *self);
SkBlock      *sk_tool_change_find_block   (SkToolChange    *self,
                                           SkSession       *session);
gboolean      sk_tool_change_is_answered  (SkToolChange    *self,
                                           SkBlock         *block);
SkBlock      *sk_tool_change_renew        (SkToolChange    *self,
                                           SkSession       *session,
                                           SkBlock         *block);

/* What a person answers: each a step of the session. */
gboolean      sk_tool_change_keep         (SkToolChange    *self,
                                           SkSessionEditor *editor);
gboolean      sk_tool_change_take         (SkToolChange    *self,
                                           SkSessionEditor *editor);
gboolean      sk_tool_change_remove       (SkToolChange    *self,
                                           SkSessionEditor *editor);

G_END_DECLS
