/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-vocabularies.h"

G_BEGIN_DECLS

/* Bytes in the place of an index: whatever they are, they are refused, or they answer. */
typedef struct
{
  SkVocabularies *vocabularies;
  guint n_opened;             /* how many were not refused */
} FuzzIndex;

void fuzz_index_init   (FuzzIndex    *self);
void fuzz_index_clear  (FuzzIndex    *self);
void fuzz_index_feed   (FuzzIndex    *self,
                        const guint8 *bytes,
                        gsize         size);

/* Damages the bytes of an index in some places: a header that it has already is needed. */
void fuzz_index_mutate (GByteArray   *bytes,
                        GRand        *rand);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FuzzIndex, fuzz_index_clear)

G_END_DECLS
