/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* sources.json: the sources that a person chose, in their order. Never lost: each change is
 * written durably, what others wrote in it is kept, and a damaged one is set aside. Safe to
 * use from several threads and processes. */
typedef struct _SkSourceList SkSourceList;

SkSourceList *sk_source_list_new      (const char          *folder);
void          sk_source_list_free     (SkSourceList        *self);
gboolean      sk_source_list_load     (SkSourceList        *self,
                                       const char * const  *fallback,
                                       char               **notice,
                                       GError             **error);
void          sk_source_list_refresh  (SkSourceList        *self);
GStrv         sk_source_list_dup_urls (SkSourceList        *self);
GStrv         sk_source_list_parse    (GBytes              *content,
                                       GError             **error);
gboolean      sk_source_list_add      (SkSourceList        *self,
                                       const char * const  *urls,
                                       GError             **error);
gboolean      sk_source_list_remove   (SkSourceList        *self,
                                       const char          *url,
                                       GError             **error);
gboolean      sk_source_list_move     (SkSourceList        *self,
                                       const char          *url,
                                       guint                position,
                                       GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkSourceList, sk_source_list_free)

G_END_DECLS
