/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-page-drawing.h"

G_BEGIN_DECLS

/* Pages, how large they are in points, and what a PDF tells of itself. */
typedef struct
{
  GPtrArray *pages;           /* SkPageDrawing */
  double width;
  double height;
  const char *title;
  const char *subject;
  const char *language;
  gint64 modified;            /* seconds since the epoch */
} SkPageDocument;

GBytes *sk_page_pdf_write (const SkPageDocument  *document,
                           GError               **error);

G_END_DECLS
