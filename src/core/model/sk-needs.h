/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-resource.h"

G_BEGIN_DECLS

guint sk_needs_to_bits (const char * const *needs);

G_END_DECLS
