/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A fact with what it is a fact of, beside it or, where there is little room, above it. */
#define SK_TYPE_FACT_ROW (sk_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (SkFactRow, sk_fact_row, SK, FACT_ROW, GtkListBoxRow)

GtkWidget *sk_fact_row_new        (const char *icon_name,
                                   const char *title,
                                   GtkWidget  *value);
void       sk_fact_row_set_narrow (SkFactRow  *self,
                                   gboolean    narrow);

G_END_DECLS
