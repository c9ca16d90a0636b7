/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sync/sk-source.h"

G_BEGIN_DECLS

/* How a source is, as Pango markup: its state first, then what follows from it. */
char *sk_source_words_state (SkSource *source);
char *sk_source_words_cause (SkSource *source);

G_END_DECLS
