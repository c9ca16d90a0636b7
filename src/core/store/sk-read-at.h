/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean sk_fail_errno (int       code,
                        GError  **error);
gboolean sk_read_at    (int       fd,
                        guint64   offset,
                        guint8   *bytes,
                        gsize     length,
                        GError  **error);

G_END_DECLS
