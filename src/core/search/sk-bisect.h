/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef const char *(*SkBisectFunc) (gconstpointer list,
                                     guint32       nth);

guint32 sk_bisect (SkBisectFunc   get_nth,
                   gconstpointer  list,
                   const char    *prefix,
                   gsize          length,
                   gboolean       past,
                   guint32        low,
                   guint32        high);

G_END_DECLS
