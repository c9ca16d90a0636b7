/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Coloured parts beside each other, each as wide as its share of the whole. */
#define SK_TYPE_METER_BAR (sk_meter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SkMeterBar, sk_meter_bar, SK, METER_BAR, GtkWidget)

GtkWidget *sk_meter_bar_new   (void);
void       sk_meter_bar_clear (SkMeterBar *self);
void       sk_meter_bar_add   (SkMeterBar *self,
                               const char *style_class,
                               double      share);

G_END_DECLS
