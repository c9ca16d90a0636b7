/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Two versions of a text as one: what went is struck through, what came underlined and bold. Read
 * out, it says which is which. */
#define SK_TYPE_DIFF_TEXT (sk_diff_text_get_type ())
G_DECLARE_FINAL_TYPE (SkDiffText, sk_diff_text, SK, DIFF_TEXT, AdwBin)

GtkWidget *sk_diff_text_new       (const char *before,
                                   const char *after);
GtkWidget *sk_diff_text_new_value (const char *before,
                                   const char *after);

G_END_DECLS
