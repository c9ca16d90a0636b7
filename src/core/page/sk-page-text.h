/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "sk-page-drawing.h"

G_BEGIN_DECLS

/* A text in several weights and sizes, until it is laid out. */
typedef struct _SkPageText SkPageText;

PangoContext *sk_page_context_new   (const char    *language);

SkPageText   *sk_page_text_new      (void);
void          sk_page_text_free     (SkPageText    *self);
void          sk_page_text_add      (SkPageText    *self,
                                     const char    *text,
                                     double         size,
                                     PangoWeight    weight,
                                     double         grey);
PangoLayout  *sk_page_text_lay_out  (SkPageText    *self,
                                     PangoContext  *context,
                                     double         width);
PangoLayout  *sk_page_lay_out       (PangoContext  *context,
                                     const char    *text,
                                     double         size,
                                     PangoWeight    weight,
                                     double         width);
PangoLayout  *sk_page_lay_out_figures (PangoContext *context,
                                     const char    *text,
                                     double         size,
                                     PangoWeight    weight);
double        sk_page_layout_width  (PangoLayout   *layout);
double        sk_page_layout_height (PangoLayout   *layout);
double        sk_page_layout_baseline (PangoLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkPageText, sk_page_text_free)

/* The width of a text that is never broken. */
#define SK_PAGE_UNBROKEN (-1.0)

G_END_DECLS
