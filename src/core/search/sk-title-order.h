/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

guint32 *sk_title_order_new (GPtrArray *resources);

G_END_DECLS
