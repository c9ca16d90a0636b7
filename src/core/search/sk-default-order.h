/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

int        sk_default_order_compare (gint64      left_newness,
                                     const char *left_id,
                                     gint64      right_newness,
                                     const char *right_id);
GPtrArray *sk_default_order_new     (GPtrArray  *resources);

G_END_DECLS
