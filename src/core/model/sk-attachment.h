/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A file that belongs to a resource (schema.org MediaObject). Immutable. */
typedef struct _SkAttachment SkAttachment;

#define SK_TYPE_ATTACHMENT (sk_attachment_get_type ())
#define SK_ATTACHMENT_SIZE_UNKNOWN (-1)

GType         sk_attachment_get_type       (void);
SkAttachment *sk_attachment_new            (const char *url,
                                            const char *name,
                                            const char *media_type,
                                            gint64      size,
                                            const char *sha256);
SkAttachment *sk_attachment_ref            (SkAttachment *self);
void          sk_attachment_unref          (SkAttachment *self);
const char   *sk_attachment_get_url        (const SkAttachment *self);
const char   *sk_attachment_get_name       (const SkAttachment *self);
const char   *sk_attachment_get_media_type (const SkAttachment *self);
gint64        sk_attachment_get_size       (const SkAttachment *self);
const char   *sk_attachment_get_sha256     (const SkAttachment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkAttachment, sk_attachment_unref)

G_END_DECLS
