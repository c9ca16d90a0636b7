/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/sk-resource.h"
#include "model/sk-vocabularies.h"
#include "sk-feed-problem.h"

G_BEGIN_DECLS

/* What every record of a document is read with. */
typedef struct
{
  SkVocabularies *vocabularies;
  const char *base_uri;       /* the document's own address; NULL where it has none */
  const char *language;       /* of its texts, where it says so; else NULL */
  const char *source;         /* the feed that it came from; NULL where that is not known yet */
  gboolean literal;           /* its texts are plain already, as our writer leaves them */
} SkRecordMapper;

SkResource *sk_record_mapper_map            (const SkRecordMapper  *self,
                                             JsonObject            *record,
                                             JsonObject            *wrapper,
                                             SkFeedProblem        **refusal);
char       *sk_record_mapper_find_id        (const SkRecordMapper  *self,
                                             JsonObject            *record,
                                             SkFeedProblem        **refusal);
SkLangString *sk_record_mapper_read_name    (const SkRecordMapper  *self,
                                             JsonObject            *document);
const char *sk_record_mapper_find_language  (JsonObject            *record);
gboolean    sk_record_mapper_is_amb         (JsonObject            *record);

G_END_DECLS
