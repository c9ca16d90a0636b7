/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-page-row.h"

G_BEGIN_DECLS

/* Pages that fill up from above: rows of a table, with its header again on each page, and drawings that
 * are never broken. */
typedef struct _SkPageFlow SkPageFlow;

SkPageFlow *sk_page_flow_new          (SkPageBox            content);
void        sk_page_flow_free         (SkPageFlow          *self);
void        sk_page_flow_set_running  (SkPageFlow          *self,
                                       const SkPageDrawing *running,
                                       double               height);
void        sk_page_flow_begin_table  (SkPageFlow          *self,
                                       SkPageRow           *header);
void        sk_page_flow_add_row      (SkPageFlow          *self,
                                       SkPageRow           *row);
void        sk_page_flow_end_table    (SkPageFlow          *self);
void        sk_page_flow_add          (SkPageFlow          *self,
                                       const SkPageDrawing *drawing,
                                       double               height);
void        sk_page_flow_add_space    (SkPageFlow          *self,
                                       double               height);
double      sk_page_flow_get_room     (const SkPageFlow    *self);
guint       sk_page_flow_get_n_pages  (const SkPageFlow    *self);
GPtrArray  *sk_page_flow_finish       (SkPageFlow          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkPageFlow, sk_page_flow_free)

G_END_DECLS
