/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session-editor.h"

G_BEGIN_DECLS

/* Which blocks of a session are chosen, by their ids, and which one has the cursor. What the
 * editor's session no longer has is dropped. "changed" is emitted when either differs. */
#define SK_TYPE_BLOCK_SELECTION (sk_block_selection_get_type ())
G_DECLARE_FINAL_TYPE (SkBlockSelection, sk_block_selection, SK, BLOCK_SELECTION, GObject)

SkBlockSelection   *sk_block_selection_new        (SkSessionEditor  *editor);
SkSessionEditor    *sk_block_selection_get_editor (SkBlockSelection *self);
const char * const *sk_block_selection_get_ids    (SkBlockSelection *self);
const char         *sk_block_selection_get_cursor (SkBlockSelection *self);
SkBlock            *sk_block_selection_get_block  (SkBlockSelection *self);
gboolean            sk_block_selection_contains   (SkBlockSelection *self,
                                                   const char       *id);
void                sk_block_selection_choose     (SkBlockSelection *self,
                                                   const char       *id);
void                sk_block_selection_toggle     (SkBlockSelection *self,
                                                   const char       *id);
void                sk_block_selection_extend     (SkBlockSelection *self,
                                                   const char       *id);
void                sk_block_selection_choose_all (SkBlockSelection *self);
void                sk_block_selection_clear      (SkBlockSelection *self);

G_END_DECLS
