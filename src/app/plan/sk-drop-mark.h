/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *sk_drop_mark_new      (void);
void       sk_drop_mark_set_time (GtkWidget  *self,
                                  const char *words,
                                  int         gutter);

G_END_DECLS
