/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "question.h"

G_BEGIN_DECLS

char *fts5_write_match (const Question *question);
void  fts5_attach      (sqlite3        *database,
                        const char     *folder);

/* What a record with a word there is worth, beside one that has it in its description. */
#define FTS5_RANK "bm25 (text, 4, 2, 1)"

/* Words are folded before, and have nothing but spaces between. */
#define FTS5_COLUMNS "title, keywords, description, content = '', tokenize = 'ascii', " \
                     "prefix = '1 2 3'"

G_END_DECLS
