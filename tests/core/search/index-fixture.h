/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/resource.h>

#include "search-fixture.h"
#include "search/sk-index-draft.h"

G_BEGIN_DECLS

/* A folder for index files, of which nothing stays. */
typedef struct
{
  char *folder;
  char *path;                 /* of the index in it, which is not there at first */
  SkVocabularies *vocabularies;
} IndexFixture;

extern const guint8 index_fixture_key[32];

void             index_fixture_init       (IndexFixture     *self);
void             index_fixture_clear      (IndexFixture     *self);
SkIndexDraft    *index_fixture_draft      (IndexFixture     *self,
                                           SkIndex          *before,
                                           GPtrArray        *resources);
void             index_fixture_write      (IndexFixture     *self,
                                           GPtrArray        *resources);
SkIndex         *index_fixture_try        (IndexFixture     *self,
                                           GError          **error);
SkIndex         *index_fixture_open       (IndexFixture     *self,
                                           GPtrArray        *resources);
GBytes          *index_fixture_read       (IndexFixture     *self);
void             index_fixture_put        (IndexFixture     *self,
                                           gconstpointer     bytes,
                                           gsize             size);
void             index_fixture_mend       (guint8           *bytes,
                                           gsize             size);
void             index_fixture_limit      (rlim_t            bytes);
guint            index_fixture_count_files (IndexFixture    *self);

/* Asks random queries, and holds the index to the answers of a scan. */
void             index_fixture_compare    (SkIndex          *index,
                                           SkScan           *scan,
                                           GRand            *rand,
                                           guint             n_queries);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IndexFixture, index_fixture_clear)

G_END_DECLS
