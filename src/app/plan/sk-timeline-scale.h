/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double sk_timeline_scale_get_text    (GtkWidget *widget);
double sk_timeline_scale_fit         (int        height,
                                      guint      minutes,
                                      double     text,
                                      double     zoom);
guint  sk_timeline_scale_snap        (double     minutes,
                                      guint      step);

G_END_DECLS
