/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-text-index.h"

G_BEGIN_DECLS

const char *sk_repair_find (const SkTextIndex *index,
                            const char        *word,
                            gboolean           goes_on);

G_END_DECLS
