/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words that a draft has met, numbered in the order in which it met them, so that common
 * words have low numbers. */
typedef struct _SkWordList SkWordList;

SkWordList    *sk_word_list_new             (void);
void           sk_word_list_free            (SkWordList *self);
guint32        sk_word_list_number          (SkWordList *self,
                                             const char *word);
void           sk_word_list_count           (SkWordList *self,
                                             guint32     word,
                                             guint32     record);
void           sk_word_list_sort            (SkWordList *self);
guint32        sk_word_list_get_size        (SkWordList *self);
const char    *sk_word_list_get_sorted      (SkWordList *self,
                                             guint32     place);
const guint32 *sk_word_list_get_places      (SkWordList *self);
const guint32 *sk_word_list_get_frequencies (SkWordList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkWordList, sk_word_list_free)

G_END_DECLS
