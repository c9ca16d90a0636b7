/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Addresses that records give: only those of web pages are ever opened. */

gboolean sk_link_is_web   (const char *uri);
char    *sk_link_dup_host (const char *uri);
char    *sk_link_markup   (const char *uri,
                           const char *text);
void     sk_link_open     (GtkWidget  *widget,
                           const char *uri);
void     sk_link_copy     (GtkWidget  *widget,
                           const char *uri);
gboolean sk_link_follow   (GtkLabel   *label,
                           const char *uri,
                           gpointer    unused);

G_END_DECLS
