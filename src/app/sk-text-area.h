/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text that is written in place, and grows with it. Undoing is the session's.
 *
 * Properties:
 *   text         char *, what it holds
 *   placeholder  char *, nullable: shown where it holds nothing
 *   one-line     gboolean: it wraps, but has no line breaks; Enter ends it
 *
 * Signals:
 *   edited  a person changed the text
 *   paused  nothing was typed for a while, or the cursor left
 */
#define SK_TYPE_TEXT_AREA (sk_text_area_get_type ())
G_DECLARE_FINAL_TYPE (SkTextArea, sk_text_area, SK, TEXT_AREA, GtkTextView)

char *sk_text_area_dup_text (SkTextArea *self);
void  sk_text_area_set_text (SkTextArea *self,
                             const char *text);

G_END_DECLS
