/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session.h"

G_BEGIN_DECLS

/* The words of sheets and exported files, in the language of the paper, which need not be that of
 * the program: from data/words/paper.json. Immutable. */
#define SK_TYPE_PAPER_WORDS (sk_paper_words_get_type ())
G_DECLARE_FINAL_TYPE (SkPaperWords, sk_paper_words, SK, PAPER_WORDS, GObject)

/* The languages of paper; another one is written in English. */
extern const char * const sk_paper_languages[];

SkPaperWords *sk_paper_words_new         (const char   *language);
const char   *sk_paper_words_get_language(SkPaperWords *self);
gboolean      sk_paper_words_has         (SkPaperWords *self,
                                          const char   *key);
gboolean      sk_paper_words_is          (SkPaperWords *self,
                                          const char   *key,
                                          const char   *text);
const char   *sk_paper_words_get         (SkPaperWords *self,
                                          const char   *key);
char         *sk_paper_words_format      (SkPaperWords *self,
                                          const char   *key,
                                          ...) G_GNUC_NULL_TERMINATED;
char         *sk_paper_words_count       (SkPaperWords *self,
                                          const char   *key,
                                          guint         count);
const char   *sk_paper_words_kind        (SkPaperWords *self,
                                          SkBlockKind   kind);
const char   *sk_paper_words_activity    (SkPaperWords *self,
                                          SkActivity    activity);
char         *sk_paper_words_title       (SkPaperWords *self,
                                          SkBlock      *block);
char         *sk_paper_words_public_title (SkPaperWords *self,
                                          SkBlock      *block);
char         *sk_paper_words_date        (SkPaperWords *self,
                                          GDateTime    *time);
char         *sk_paper_words_day         (SkPaperWords *self,
                                          GDateTime    *time);
char         *sk_paper_words_month       (SkPaperWords *self,
                                          GDateTime    *time);
char         *sk_paper_words_clock       (SkPaperWords *self,
                                          GDateTime    *time);
char         *sk_paper_words_minutes     (SkPaperWords *self,
                                          guint         minutes);
char         *sk_paper_words_people      (SkPaperWords *self,
                                          SkSession    *session,
                                          guint         size);
char         *sk_paper_words_group       (SkPaperWords *self,
                                          SkSession    *session);
char         *sk_paper_words_language    (SkPaperWords *self,
                                          const char   *language);

G_END_DECLS
