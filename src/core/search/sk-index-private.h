/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-facet-sets.h"
#include "sk-index.h"
#include "sk-record-cache.h"
#include "sk-text-index.h"

G_BEGIN_DECLS

struct _SkIndex
{
  GObject parent_instance;

  SkIndexFile *file;
  SkRecordCache *records;
  SkFacetDomain *values[SK_N_FACETS];
  SkFacetSets sets;
  SkTextIndex text;

  /* All records, in other orders than that of their numbers. */
  const guint32 *by_id;
  const guint32 *by_minutes;
  const guint32 *by_title;
  const guint32 *by_row;

  const guint64 *needs;       /* of each need a set, then one of all that state any */
  const guint32 *value_places; /* of each value as digests number it */
  guint32 n_value_numbers;
};

SkIndex            *sk_index_new_from_file (SkIndexFile     *file,
                                            SkVocabularies  *vocabularies,
                                            SkRecordSource  *records,
                                            GError         **error);
gboolean            sk_index_find_row      (SkIndex         *self,
                                            guint64          row,
                                            SkDigest        *digest);
const char         *sk_index_get_word      (SkIndex         *self,
                                            guint32          number);
const SkFacetCount *sk_index_get_value     (SkIndex         *self,
                                            guint32          number,
                                            SkFacet         *facet,
                                            guint32         *place);
void                sk_index_narrow        (SkIndex         *self,
                                            SkQuery         *query,
                                            guint64         *bits);

G_END_DECLS
