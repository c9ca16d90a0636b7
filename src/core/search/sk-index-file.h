/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/sk-facet.h"
#include "sk-index-key.h"

G_BEGIN_DECLS

/* An index on disk: a header, then sections of numbers or bytes, each aligned. It is written
 * once, then mapped and shared unchanged. What it says is never trusted: the sections have the
 * sizes that the header's counts ask for, and whoever reads a number of it checks it. */
typedef struct _SkIndexFile SkIndexFile;

#define SK_INDEX_N_FIELDS 3

typedef enum
{
  SK_SECTION_DIGEST_STARTS,   /* guint64: where each record's digest begins, and the end */
  SK_SECTION_DIGESTS,         /* sk-digest.h */
  SK_SECTION_BY_ID,           /* guint32: all records, by their ids */
  SK_SECTION_BY_MINUTES,      /* guint32: the shortest first, the unstated last */
  SK_SECTION_BY_TITLE,        /* guint32 */
  SK_SECTION_BY_ROW,          /* guint32 */
  SK_SECTION_NEEDS,           /* guint64: sk-index-narrow.c */
  SK_SECTION_VALUES,          /* GVariant: the values of facets that no vocabulary has */
  SK_SECTION_VALUE_PLACES,    /* guint32: of each value as digests number it, its place */
  SK_SECTION_VALUE_TOTALS,    /* guint32: how many records have the value at each place */
  SK_SECTION_VALUE_STARTS,    /* guint64: where its set or list begins */
  SK_SECTION_VALUE_SETS,      /* guint64: sk-bits.h */
  SK_SECTION_VALUE_LISTS,     /* guint32: records, the lowest first */
  SK_SECTION_SPAN_PLANES,     /* guint64: sk-planes.h; of each facet that measures low and high */
  SK_SECTION_LISTED_STARTS,   /* guint32: where the places of each record's values begin */
  SK_SECTION_LISTED,          /* guint32: places */
  SK_SECTION_WORD_STARTS,     /* guint32: where each word begins, in their order */
  SK_SECTION_WORDS,           /* bytes: each word with its end */
  SK_SECTION_WORD_PLACES,     /* guint32: of each word as digests number it, its place */
  SK_SECTION_POSTING_STARTS,  /* guint64: where each word's postings begin, and the end */
  SK_SECTION_POSTINGS,        /* bytes: sk-postings.h */
  SK_SECTION_FREQUENCIES,     /* guint32: how many records have each word */
  SK_SECTION_PREFIXES,        /* guint32 pairs: sk-ranges.h */
  SK_SECTION_PREFIX_PLANES,   /* guint64 */
  SK_SECTION_TAIL_WORDS,      /* guint32: sk-tails.h */
  SK_SECTION_TAIL_OFFSETS,    /* guint8 */
  SK_SECTION_TAILS,           /* guint32 pairs: sk-ranges.h */
  SK_SECTION_TAIL_SETS,       /* guint64 */
} SkSection;

#define SK_N_SECTIONS (SK_SECTION_TAIL_SETS + 1)

/* How many there are of what the sections list. */
typedef struct
{
  guint32 n_records;
  guint32 n_words;
  guint32 n_places;           /* of values, all facets together */
  guint32 n_values[SK_N_FACETS];
  guint32 n_tails;
  guint32 n_prefixes;
  guint32 n_tail_sets;
  guint64 totals[SK_INDEX_N_FIELDS]; /* how many words each field has in all records */
} SkIndexCounts;

SkIndexFile         *sk_index_file_open       (const char    *path,
                                               const guint8  *key,
                                               GError       **error);
SkIndexFile         *sk_index_file_open_fd    (int            fd,
                                               const guint8  *key,
                                               GError       **error);
void                 sk_index_file_free       (SkIndexFile   *self);
gboolean             sk_index_file_check      (SkIndexFile   *self,
                                               GCancellable  *cancellable,
                                               GError       **error);
gsize                sk_index_file_get_size   (SkIndexFile   *self);
const SkIndexCounts *sk_index_file_get_counts (SkIndexFile   *self);
const guint8        *sk_index_file_get_key    (SkIndexFile   *self);
gconstpointer        sk_index_file_get        (SkIndexFile   *self,
                                               SkSection      section,
                                               gsize         *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkIndexFile, sk_index_file_free)

G_END_DECLS
