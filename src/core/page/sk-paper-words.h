/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session.h"

G_BEGIN_DECLS

/* The words of sheets and exported files, in the language of the paper, which need not be that of
 * the program: from data/words/paper.json. Immutable. */
#define SK_TYPE_PAPER_WORDS (sk_paper_words_get_type ())
G_DECLARE_FINAL_TYPE (SkPaperWords, sk_paper_words, SK, PAPER_WORDS, GObject)

SkPaperWords *sk_paper_words_new         (const char   *language);
const char   *sk_paper_words_get_language(SkPaperWords *self);
const char   *sk_paper_words_get         (SkPaperWords *self,
                                          const char   *key);
const char   *sk_paper_words_kind        (SkPaperWords *self,
                                          SkBlockKind   kind);
const char   *sk_paper_words_activity    (SkPaperWords *self,
                                          SkActivity    activity);
char         *sk_paper_words_date        (SkPaperWords *self,
                                          GDateTime    *time);
char         *sk_paper_words_clock       (SkPaperWords *self,
                                          GDateTime    *time);
char         *sk_paper_words_minutes     (SkPaperWords *self,
                                          guint         minutes);
char         *sk_paper_words_group       (SkPaperWords *self,
                                          SkSession    *session);

G_END_DECLS
