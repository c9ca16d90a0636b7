/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-attachment.h"

struct _SkAttachment
{
  gatomicrefcount ref_count;
  char *url;
  char *name;
  char *media_type;
  char *sha256;
  gint64 size;
};

G_DEFINE_BOXED_TYPE (SkAttachment, sk_attachment, sk_attachment_ref, sk_attachment_unref)

/**
 * sk_attachment_new:
 * @url: where the file is (`contentUrl`): https, http, or relative to its bundle
 * @name: (nullable): what the publisher calls it
 * @media_type: (nullable): its media type (`encodingFormat`), "application/pdf"
 * @size: its size in bytes (`contentSize`), or %SK_ATTACHMENT_SIZE_UNKNOWN
 * @sha256: (nullable): the SHA-256 of its content, 64 lower-case hexadecimal digits
 *
 * Returns: (transfer full): a new attachment
 */
SkAttachment *
sk_attachment_new (const char *url,
                   const char *name,
                   const char *media_type,
                   gint64      size,
                   const char *sha256)
{
  SkAttachment *self;

  g_return_val_if_fail (url != NULL, NULL);
  g_return_val_if_fail (size >= SK_ATTACHMENT_SIZE_UNKNOWN, NULL);

  self = g_new0 (SkAttachment, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->url = g_strdup (url);
  self->name = g_strdup (name);
  self->media_type = g_strdup (media_type);
  self->size = size;
  self->sha256 = g_strdup (sha256);

  return self;
}

/**
 * sk_attachment_ref:
 *
 * Returns: (transfer full): the same attachment, held once more
 */
SkAttachment *
sk_attachment_ref (SkAttachment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sk_attachment_unref:
 * @self: (transfer full): an attachment
 *
 * Lets go of the attachment; the last holder frees it.
 */
void
sk_attachment_unref (SkAttachment *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->url);
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->sha256);
  g_free (self);
}

/**
 * sk_attachment_get_url:
 *
 * Returns: where the file is
 */
const char *
sk_attachment_get_url (const SkAttachment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->url;
}

/**
 * sk_attachment_get_name:
 *
 * Returns: (nullable): what the publisher calls the file
 */
const char *
sk_attachment_get_name (const SkAttachment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * sk_attachment_get_media_type:
 *
 * Returns: (nullable): the file's media type
 */
const char *
sk_attachment_get_media_type (const SkAttachment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->media_type;
}

/**
 * sk_attachment_get_size:
 *
 * Returns: the file's size in bytes, or %SK_ATTACHMENT_SIZE_UNKNOWN
 */
gint64
sk_attachment_get_size (const SkAttachment *self)
{
  g_return_val_if_fail (self != NULL, SK_ATTACHMENT_SIZE_UNKNOWN);

  return self->size;
}

/**
 * sk_attachment_get_sha256:
 *
 * Returns: (nullable): the SHA-256 of the file's content in hexadecimal
 */
const char *
sk_attachment_get_sha256 (const SkAttachment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sha256;
}
