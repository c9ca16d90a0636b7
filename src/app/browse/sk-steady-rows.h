/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A row, and what is in it now.
 *
 * Properties:
 *   item GObject: read-only
 */
#define SK_TYPE_STEADY_ROW (sk_steady_row_get_type ())
G_DECLARE_FINAL_TYPE (SkSteadyRow, sk_steady_row, SK, STEADY_ROW, GObject)

gpointer sk_steady_row_get_item (SkSteadyRow *self);

/* The items of another list, each in an SkSteadyRow. Where one comes in the place of another, the
 * row stays: a view keeps what it made for it. */
#define SK_TYPE_STEADY_ROWS (sk_steady_rows_get_type ())
G_DECLARE_FINAL_TYPE (SkSteadyRows, sk_steady_rows, SK, STEADY_ROWS, GObject)

SkSteadyRows *sk_steady_rows_new (GListModel *model);

G_END_DECLS
