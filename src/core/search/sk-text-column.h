/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"
#include "sk-lexicon.h"

G_BEGIN_DECLS

/* What a word of the query that begins a word of the field is worth; a word that is the
 * same to its end is worth twice as much, which still is less than the next field. */
typedef enum
{
  SK_TEXT_WEIGHT_DESCRIPTION = 1,
  SK_TEXT_WEIGHT_KEYWORDS = 4,
  SK_TEXT_WEIGHT_TITLE = 16,
} SkTextWeight;

/* A word of a record, with the field where it is worth most. */
typedef struct
{
  guint32 word;
  guint32 field;
} SkToken;

/* The words of all records, record by record. Immutable. */
typedef struct _SkTextColumn SkTextColumn;

SkTextColumn  *sk_text_column_new         (GPtrArray    *resources);
void           sk_text_column_free        (SkTextColumn *self);
SkLexicon     *sk_text_column_get_lexicon (SkTextColumn *self);
const SkToken *sk_text_column_get_tokens  (SkTextColumn *self,
                                           guint32       record,
                                           guint        *n_tokens);
guint          sk_text_column_score       (SkTextColumn *self,
                                           guint32       record,
                                           GArray       *ranges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkTextColumn, sk_text_column_free)

G_END_DECLS
