/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* Filters by age: one band, or any closed range of years.
 *
 * Properties:
 *   search SkSearch, set once
 *   wrap   gboolean, large enough for a finger
 */
#define SK_TYPE_AGE_GROUP (sk_age_group_get_type ())
G_DECLARE_FINAL_TYPE (SkAgeGroup, sk_age_group, SK, AGE_GROUP, GtkBox)

G_END_DECLS
