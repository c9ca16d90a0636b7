/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

char *sk_text_spelling_restore (const char *text,
                                SkResource *resource);

G_END_DECLS
