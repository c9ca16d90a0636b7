/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-outline.h"

G_BEGIN_DECLS

GPtrArray *sk_outline_list_rows (SkOutline *self);

G_END_DECLS
