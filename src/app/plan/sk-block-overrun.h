/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-session-editor.h"

G_BEGIN_DECLS

/* The foot of a block that lasts too long: hatched, with what it goes past in words, and the ways
 * out of it in a menu. */
#define SK_TYPE_BLOCK_OVERRUN (sk_block_overrun_get_type ())
G_DECLARE_FINAL_TYPE (SkBlockOverrun, sk_block_overrun, SK, BLOCK_OVERRUN, GtkBox)

SkBlockOverrun *sk_block_overrun_new        (SkSessionEditor *editor);
void            sk_block_overrun_set_words  (SkBlockOverrun  *self,
                                             const char      *block_id,
                                             const char      *words);
void            sk_block_overrun_set_solved (SkBlockOverrun  *self,
                                             const char      *words);

G_END_DECLS
