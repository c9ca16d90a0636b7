/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Why a tool was chosen: what speaks for it with a tick, what is unknown with a triangle. */
#define SK_TYPE_REASONS (sk_reasons_get_type ())
G_DECLARE_FINAL_TYPE (SkReasons, sk_reasons, SK, REASONS, GtkBox)

void  sk_reasons_set_reasons (SkReasons          *self,
                              const char * const *reasons,
                              guint               max_known);
char *sk_reasons_describe    (const char * const *reasons);

G_END_DECLS
