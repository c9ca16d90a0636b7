/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-record-mapper.h"

G_BEGIN_DECLS

/* One record on its way to be a resource; a file each for the fields that belong together. */
typedef struct
{
  const SkRecordMapper *mapper;
  JsonObject *record;
  JsonObject *wrapper;        /* the DataFeedItem or ListItem around it; NULL without one */
  const char *language;       /* of its texts; NULL where that is not said */
  SkResourceFields *fields;
} SkRecordMapping;

typedef enum
{
  SK_TEXT_LINE,
  SK_TEXT_PROSE,
} SkTextKind;

SkLangString *sk_mapping_read_text    (SkRecordMapping *self,
                                       JsonNode        *node,
                                       const char      *language,
                                       SkTextKind       kind);
char         *sk_mapping_read_line    (SkRecordMapping *self,
                                       JsonNode        *node);
char         *sk_mapping_read_link    (SkRecordMapping *self,
                                       JsonNode        *node);
void          sk_mapping_map_keywords   (SkRecordMapping *self);
void          sk_mapping_map_languages  (SkRecordMapping *self);
void          sk_mapping_map_ages       (SkRecordMapping *self);
void          sk_mapping_map_concepts   (SkRecordMapping *self);
void          sk_mapping_map_properties (SkRecordMapping *self);
void          sk_mapping_map_publishers (SkRecordMapping *self);
void          sk_mapping_map_licence    (SkRecordMapping *self);
void          sk_mapping_map_links      (SkRecordMapping *self);
void          sk_mapping_map_dates      (SkRecordMapping *self);

G_END_DECLS
