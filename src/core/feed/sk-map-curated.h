/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sk-collection.h"
#include "model/sk-event.h"
#include "sk-record-mapper.h"

G_BEGIN_DECLS

/* What stands in a feed beside its tools: lists of them, and the day that they are for. */

/* More of a list is not read. */
#define SK_CURATED_MAX_MEMBERS 1000

typedef enum
{
  SK_CURATED_NOT,
  SK_CURATED_COLLECTION,
  SK_CURATED_EVENT,
} SkCuratedKind;

SkCuratedKind sk_curated_classify    (JsonObject            *record);
JsonNode     *sk_curated_get_members (JsonObject            *record);
GObject      *sk_curated_map         (const SkRecordMapper  *mapper,
                                      JsonObject            *record,
                                      SkFeedProblem        **refusal);

G_END_DECLS
