/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean sk_network_may_be_used (GSettings  *settings,
                                 const char *metered_key);

G_END_DECLS
