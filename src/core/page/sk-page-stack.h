/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-page-drawing.h"

G_BEGIN_DECLS

/* Drawings and lines of text, one below the other, between which a page may end. */
typedef struct _SkPageStack SkPageStack;

SkPageStack *sk_page_stack_new        (void);
void         sk_page_stack_free       (SkPageStack       *self);
void         sk_page_stack_add        (SkPageStack       *self,
                                       SkPageDrawing     *drawing,
                                       double             height,
                                       const char        *tag);
void         sk_page_stack_add_space  (SkPageStack       *self,
                                       double             height);
void         sk_page_stack_add_text   (SkPageStack       *self,
                                       PangoLayout       *layout,
                                       double             x,
                                       double             leading,
                                       const char        *tag);
void         sk_page_stack_add_marked (SkPageStack       *self,
                                       PangoLayout       *layout,
                                       double             x,
                                       double             leading,
                                       const char        *tag,
                                       SkPageDrawing     *mark);
void         sk_page_stack_add_note   (SkPageStack       *self,
                                       PangoLayout       *layout,
                                       SkPageBox          box,
                                       double             leading);
guint        sk_page_stack_get_size   (const SkPageStack *self);
double       sk_page_stack_get_height (const SkPageStack *self,
                                       guint              from,
                                       guint              to);
guint        sk_page_stack_fit        (const SkPageStack *self,
                                       guint              from,
                                       double             height);
void         sk_page_stack_draw       (const SkPageStack *self,
                                       guint              from,
                                       guint              to,
                                       SkPageDrawing     *page,
                                       double             x,
                                       double             y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkPageStack, sk_page_stack_free)

G_END_DECLS
