/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-block.h"

G_BEGIN_DECLS

/* A tool that is proposed, as a card in a list, with its reasons. Activated it is taken; it can be
 * dragged too, as a SkBlock. */
#define SK_TYPE_SUGGESTION_ROW (sk_suggestion_row_get_type ())
G_DECLARE_FINAL_TYPE (SkSuggestionRow, sk_suggestion_row, SK, SUGGESTION_ROW, GtkListBoxRow)

GtkWidget *sk_suggestion_row_new       (SkBlock         *block,
                                        const char      *icon_name,
                                        const char      *verb);
SkBlock   *sk_suggestion_row_get_block (SkSuggestionRow *self);

G_END_DECLS
