/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/sk-vocabularies.h"
#include "sk-feed-problem.h"

G_BEGIN_DECLS

/* Holding what was read against the native dialect (data/schemas/feed.schema.json). */
typedef struct
{
  SkVocabularies *vocabularies;
  GPtrArray *problems;        /* SkFeedProblem */
  gboolean has_web_base;      /* whether a path can be made absolute */
} SkRecordCheck;

typedef struct _SkCheckRule SkCheckRule;

typedef void SkCheckFunc (SkRecordCheck     *self,
                          const SkCheckRule *rule,
                          JsonNode          *node,
                          const char        *path);

typedef enum
{
  SK_CHECK_LIST = 1 << 0,     /* a list is asked */
  SK_CHECK_NEEDED = 1 << 1,   /* without it something is lost */
  SK_CHECK_WANTED = 1 << 2,   /* AMB asks for it, we do not */
  SK_CHECK_LABELLED = 1 << 3, /* needed, unless a label or name stands beside it */
} SkCheckFlags;

struct _SkCheckRule
{
  const char *name;
  SkCheckFlags flags;
  SkCheckFunc *check;
  const SkCheckRule *members; /* of an object */
  const char * const *values; /* those there are */
};

void sk_record_check_add        (SkRecordCheck     *self,
                                 SkFeedSeverity     severity,
                                 const char        *code,
                                 const char        *path,
                                 char              *message /* (transfer full) */);
void sk_record_check_record     (SkRecordCheck     *self,
                                 JsonObject        *record);
void sk_record_check_properties (SkRecordCheck     *self,
                                 JsonObject        *record);
void sk_record_check_curated    (SkRecordCheck     *self,
                                 JsonObject        *record);
void sk_record_check_wrapper    (SkRecordCheck     *self,
                                 JsonObject        *wrapper);
void sk_record_check_document   (SkRecordCheck     *self,
                                 JsonObject        *document);

/* Checks of single values. */
SkCheckFunc sk_check_string;
SkCheckFunc sk_check_name;
SkCheckFunc sk_check_text;
SkCheckFunc sk_check_labels;
SkCheckFunc sk_check_language;
SkCheckFunc sk_check_date;
SkCheckFunc sk_check_duration;
SkCheckFunc sk_check_ages;
SkCheckFunc sk_check_web_link;
SkCheckFunc sk_check_file_link;
SkCheckFunc sk_check_uri;
SkCheckFunc sk_check_boolean;
SkCheckFunc sk_check_size;
SkCheckFunc sk_check_sha256;
SkCheckFunc sk_check_version;
SkCheckFunc sk_check_constant;
SkCheckFunc sk_check_foreign;
SkCheckFunc sk_check_licence;
SkCheckFunc sk_check_object;
SkCheckFunc sk_check_media;
SkCheckFunc sk_check_media_type;

extern const SkCheckRule sk_check_rules_record[];
extern const SkCheckRule sk_check_rules_collection[];
extern const SkCheckRule sk_check_rules_event[];
extern const SkCheckRule sk_check_rules_wrapper[];
extern const SkCheckRule sk_check_rules_feed[];
extern const SkCheckRule sk_check_rules_index[];
extern const char * const sk_check_record_types[];

G_END_DECLS
