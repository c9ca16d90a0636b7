/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-digest.h"

G_BEGIN_DECLS

/* Reads the digests of a file in their order, again and again, a few at a time, so that
 * memory does not grow with them. */
typedef struct _SkDigestReader SkDigestReader;

SkDigestReader *sk_digest_reader_new    (int               fd,
                                         guint64           offset,
                                         const guint64    *starts,
                                         guint32           n_records);
void            sk_digest_reader_free   (SkDigestReader   *self);
void            sk_digest_reader_rewind (SkDigestReader   *self);
gboolean        sk_digest_reader_next   (SkDigestReader   *self,
                                         SkDigest         *digest,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkDigestReader, sk_digest_reader_free)

G_END_DECLS
