/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/sk-record-mapper.h"
#include "sk-block.h"
#include "sk-field-reader.h"

G_BEGIN_DECLS

/* What the blocks of one file are read with. */
typedef struct
{
  SkRecordMapper mapper;
  GHashTable *ids;            /* of all blocks, lanes too, whether read yet or not */
  GHashTable *used;           /* of those that were read */
  guint n_renewed;
  gboolean newer;             /* whether the file is of a newer version */
  GError **error;             /* never NULL; set where the file is refused */
} SkBlockReading;

void       sk_block_reading_init  (SkBlockReading  *self,
                                   SkVocabularies  *vocabularies,
                                   gboolean         newer,
                                   GError         **error);
void       sk_block_reading_clear (SkBlockReading  *self);
GPtrArray *sk_block_format_read   (SkBlockReading  *reading,
                                   JsonArray       *blocks);
JsonArray *sk_block_format_write  (GPtrArray       *blocks);

/* What stands in an object of a file, where there is something to say. */
void       sk_format_add_text     (JsonObject         *object,
                                   const char         *name,
                                   const char         *text);
void       sk_format_add_number   (JsonObject         *object,
                                   const char         *name,
                                   guint               number);
void       sk_format_add_true     (JsonObject         *object,
                                   const char         *name,
                                   gboolean            value);
void       sk_format_add_strings  (JsonObject         *object,
                                   const char         *name,
                                   const char * const *values);
void       sk_format_add_more     (JsonObject         *object,
                                   JsonObject         *more);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkBlockReading, sk_block_reading_clear)

G_END_DECLS
