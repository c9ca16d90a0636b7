/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the file may be replaced, of which old is the content, or NULL where it is not there. */
typedef gboolean (*SkFileReplaceCheck) (GBytes *old, gpointer data, GError **error);

GBytes  *sk_file_load    (const char          *path,
                          gsize                most,
                          GError             **error);
gboolean sk_file_move    (const char          *from,
                          const char          *to,
                          GError             **error);
gboolean sk_file_replace (const char          *path,
                          GBytes              *content,
                          gsize                most,
                          SkFileReplaceCheck   check,
                          gpointer             data,
                          GError             **error);

G_END_DECLS
