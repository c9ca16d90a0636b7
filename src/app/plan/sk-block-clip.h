/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-session.h"

G_BEGIN_DECLS

/* Blocks on their way from one place to another: dragged, or on the clipboard. Other programs
 * get them as a session file, or as text. Immutable. */
typedef struct _SkBlockClip SkBlockClip;

#define SK_TYPE_BLOCK_CLIP (sk_block_clip_get_type ())

GType               sk_block_clip_get_type       (void);
SkBlockClip        *sk_block_clip_new            (SkSession          *session,
                                                  const char * const *ids);
SkBlockClip        *sk_block_clip_new_from_text  (const char         *text);
SkBlockClip        *sk_block_clip_ref            (SkBlockClip        *self);
void                sk_block_clip_unref          (SkBlockClip        *self);
GPtrArray          *sk_block_clip_get_blocks     (SkBlockClip        *self);
gboolean            sk_block_clip_is_of          (SkBlockClip        *self,
                                                  SkSession          *session);
GStrv               sk_block_clip_dup_ids        (SkBlockClip        *self);
GPtrArray          *sk_block_clip_make_copies    (SkBlockClip        *self);
GdkContentProvider *sk_block_clip_provide        (SkBlockClip        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkBlockClip, sk_block_clip_unref)

G_END_DECLS
