/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "session/sk-session.h"

G_BEGIN_DECLS

typedef enum
{
  SK_SHEET_LEADER,
  SK_SHEET_WALL,
  SK_SHEET_FAMILY,
} SkSheetKind;

/* What is wanted on paper. */
typedef struct
{
  SkSheetKind kind;
  const char * const *languages;  /* one, or two side by side; NULL: the session's first */
  gboolean large_print;
} SkSheetOptions;

/* A session laid out on pages, each a sheet of A4: what preview, printer and PDF all draw. Immutable
 * once made; sizes are in points (1/72 inch). */
#define SK_TYPE_SHEET (sk_sheet_get_type ())
G_DECLARE_FINAL_TYPE (SkSheet, sk_sheet, SK, SHEET, GObject)

SkSheet     *sk_sheet_new         (SkSession             *session,
                                   const SkSheetOptions  *options);
guint        sk_sheet_get_n_pages (SkSheet               *self);
void         sk_sheet_get_size    (SkSheet               *self,
                                   double                *width,
                                   double                *height);
void         sk_sheet_draw        (SkSheet               *self,
                                   guint                  page,
                                   cairo_t               *cr);
GBytes      *sk_sheet_to_pdf      (SkSheet               *self,
                                   GError               **error);
const char * sk_sheet_kind_to_string (SkSheetKind         kind);
gboolean     sk_sheet_kind_parse  (const char            *text,
                                   SkSheetKind           *kind);

G_END_DECLS
