/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

GPtrArray *sk_default_order_new (GPtrArray *resources);

G_END_DECLS
