/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The picture of a day on which all themes count: a cover with as many plates as there is room for,
 * each of another family.
 *
 * Properties:
 *   seed char *: what the pattern is drawn from
 */
#define SK_TYPE_DAY_COVER (sk_day_cover_get_type ())
G_DECLARE_FINAL_TYPE (SkDayCover, sk_day_cover, SK, DAY_COVER, GtkWidget)

G_END_DECLS
