/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is said in passing, below the part of the window that it is about. */

AdwToast *sk_toasts_make (const char     *words);
AdwToast *sk_toasts_make_undo (const char     *words,
                               GCallback       undo,
                               gpointer        data,
                               GClosureNotify  destroy);
void      sk_toasts_show (GtkWidget      *widget,
                          AdwToast       *toast);
void      sk_toasts_say  (GtkWidget      *widget,
                          const char     *words);

G_END_DECLS
