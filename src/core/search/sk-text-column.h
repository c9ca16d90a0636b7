/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* What a word of the query that begins a word of the field is worth; a word that is the
 * same to its end is worth twice as much, which still is less than the next field. */
typedef enum
{
  SK_TEXT_FIELD_DESCRIPTION = 1,
  SK_TEXT_FIELD_KEYWORDS = 4,
  SK_TEXT_FIELD_TITLE = 16,
} SkTextField;

/* The words of a query, looked up: each a range of the catalogue's sorted words. */
typedef struct
{
  guint32 first;
  guint32 end;
  gboolean first_is_exact;
} SkWordRange;

/* The words of all records. Immutable. */
typedef struct _SkTextColumn SkTextColumn;

SkTextColumn *sk_text_column_new     (GPtrArray    *resources);
void          sk_text_column_free    (SkTextColumn *self);
GArray       *sk_text_column_look_up (SkTextColumn *self,
                                      const char   *text);
guint         sk_text_column_score   (SkTextColumn *self,
                                      guint32       record,
                                      GArray       *ranges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkTextColumn, sk_text_column_free)

G_END_DECLS
