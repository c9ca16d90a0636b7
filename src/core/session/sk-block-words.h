/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-block.h"

G_BEGIN_DECLS

/* What blocks are called where the program speaks; on paper SkPaperWords has the words. */

const char *sk_block_words_kind     (SkBlockKind  kind);
const char *sk_block_words_activity (SkActivity   activity);
const char *sk_block_words_title    (SkBlock     *block);

G_END_DECLS
