/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "page/sk-sheet.h"

G_BEGIN_DECLS

/* A page of a sheet as it comes out of the printer: black on white paper, whatever the colours of the
 * program are. */
#define SK_TYPE_SHEET_PAGE (sk_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (SkSheetPage, sk_sheet_page, SK, SHEET_PAGE, GtkWidget)

GtkWidget *sk_sheet_page_new (SkSheet *sheet,
                              guint    page);

G_END_DECLS
