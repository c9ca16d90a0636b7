/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How minutes are shared: a line of words above a bar of parts. The name of each part and its
 * minutes are in the tooltip and in the description; and, where there is room, below the bar.
 *
 * Properties:
 *   legend  gboolean: whether the parts are named below the bar
 */
#define SK_TYPE_METER (sk_meter_get_type ())
G_DECLARE_FINAL_TYPE (SkMeter, sk_meter, SK, METER, GtkWidget)

void sk_meter_begin      (SkMeter    *self,
                          double      total);
void sk_meter_add        (SkMeter    *self,
                          const char *style_class,
                          const char *name,
                          double      minutes);
void sk_meter_end        (SkMeter    *self,
                          const char *title);
void sk_meter_set_legend (SkMeter    *self,
                          gboolean    legend);

G_END_DECLS
