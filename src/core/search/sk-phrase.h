/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sk-text-index.h"

G_BEGIN_DECLS

void sk_phrase_find (const SkTextIndex *index,
                     const SkWordRange *ranges,
                     guint              n_ranges,
                     const guint64     *bits,
                     guint8            *codes,
                     GCancellable      *cancellable);

G_END_DECLS
