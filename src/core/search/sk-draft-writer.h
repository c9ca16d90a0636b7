/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-digest-reader.h"
#include "sk-index-draft-private.h"
#include "sk-index-writer.h"

G_BEGIN_DECLS

/* A draft on its way into a file. Each part goes through the digests once or more often, and
 * keeps no more in memory than what it writes. */
typedef struct
{
  SkIndexDraft *draft;
  int fd;
  SkIndexWriter *writer;
  SkDigestReader *reader;     /* of what the file has of them; NULL before they are written */
  SkIndexCounts counts;
  GCancellable *cancellable;
} SkDraftWriter;

gboolean sk_draft_writer_next     (SkDraftWriter  *self,
                                   SkDigest       *digest,
                                   guint32         record,
                                   GError        **error);
gboolean sk_draft_writer_orders   (SkDraftWriter  *self,
                                   GError        **error);
gboolean sk_draft_writer_facets   (SkDraftWriter  *self,
                                   GError        **error);
gboolean sk_draft_writer_needs    (SkDraftWriter  *self,
                                   GError        **error);
gboolean sk_draft_writer_words    (SkDraftWriter  *self,
                                   GError        **error);
gboolean sk_draft_writer_postings (SkDraftWriter  *self,
                                   guint64       **starts,
                                   GError        **error);
gboolean sk_draft_writer_ranges   (SkDraftWriter  *self,
                                   const guint64  *starts,
                                   GError        **error);

G_END_DECLS
