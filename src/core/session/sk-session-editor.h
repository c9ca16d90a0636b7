/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session.h"

G_BEGIN_DECLS

/* A session that is being worked on: the state of now, and the way back and forth.
 *
 * Every change goes through sk_session_editor_apply(), which the commands below call; each is one
 * step with a name ("Move of Cyberquiz"), already translated, that a button shows after "Undo".
 *
 * Properties, which notify:
 *   session    SkSession, the state of now
 *   can-undo, can-redo   gboolean
 *   undo-name, redo-name char *, nullable: what the next step back or forth would take back
 *   read-only  gboolean: changes are refused
 */
#define SK_TYPE_SESSION_EDITOR (sk_session_editor_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionEditor, sk_session_editor, SK, SESSION_EDITOR, GObject)

SkSessionEditor *sk_session_editor_new           (SkSession       *session);
SkSession       *sk_session_editor_get_session   (SkSessionEditor *self);
gboolean         sk_session_editor_get_read_only (SkSessionEditor *self);
void             sk_session_editor_set_read_only (SkSessionEditor *self,
                                                  gboolean         read_only);
void             sk_session_editor_set_sitting   (SkSessionEditor *self,
                                                  const char      *sitting);
gboolean         sk_session_editor_apply         (SkSessionEditor *self,
                                                  SkSession       *session,
                                                  const char      *name,
                                                  const char      *merge);
void             sk_session_editor_move_forward  (SkSessionEditor *self,
                                                  SkSession       *session);
void             sk_session_editor_seal          (SkSessionEditor *self);
gboolean         sk_session_editor_undo          (SkSessionEditor *self);
gboolean         sk_session_editor_redo          (SkSessionEditor *self);
gboolean         sk_session_editor_get_can_undo  (SkSessionEditor *self);
gboolean         sk_session_editor_get_can_redo  (SkSessionEditor *self);
const char      *sk_session_editor_get_undo_name (SkSessionEditor *self);
const char      *sk_session_editor_get_redo_name (SkSessionEditor *self);

G_END_DECLS
