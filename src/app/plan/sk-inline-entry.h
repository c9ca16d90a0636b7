/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An entry in the place of a label, for as long as it is edited. "done" is emitted once, with what
 * was typed, or with NULL where it was thought better of. */
#define SK_TYPE_INLINE_ENTRY (sk_inline_entry_get_type ())
G_DECLARE_FINAL_TYPE (SkInlineEntry, sk_inline_entry, SK, INLINE_ENTRY, GtkEntry)

SkInlineEntry *sk_inline_entry_new (const char *text,
                                    const char *name);

G_END_DECLS
