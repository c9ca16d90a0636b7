/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"
#include "sk-shelves.h"

G_BEGIN_DECLS

/* The first tools that a question finds, as many as there are columns, and the way to the others.
 * It is there once the question finds more than one.
 *
 * Properties:
 *   narrow gboolean: whether there is room for one column
 *
 * Signals:
 *   activated (SkResource *): a tool is to be opened
 *   chosen (SkQuery *): all that the question finds is to be shown
 */
#define SK_TYPE_SHELF (sk_shelf_get_type ())
G_DECLARE_FINAL_TYPE (SkShelf, sk_shelf, SK, SHELF, GtkBox)

SkShelf  *sk_shelf_new   (SkCatalogue       *catalogue,
                          SkUserData        *user,
                          const SkShelfPlan *plan);
gboolean  sk_shelf_holds (SkShelf           *self,
                          const SkShelfPlan *plan);

G_END_DECLS
