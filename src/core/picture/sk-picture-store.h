/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-picture-header.h"

G_BEGIN_DECLS

/* How much is kept on disk before the least recently used goes. */
#define SK_PICTURE_STORE_BYTES (64 * 1024 * 1024)

/* What was kept of a picture, or is to be kept. Any but the bytes may be NULL. */
typedef struct
{
  GBytes *bytes;
  char *url;                  /* after redirects */
  char *etag;
  char *last_modified;
  gint64 checked;             /* when the server last had it like this, in seconds since 1970 */
} SkPictureEntry;

void sk_picture_entry_clear (SkPictureEntry *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkPictureEntry, sk_picture_entry_clear)

/* Pictures from the web, kept in the folder images of the data folder by their address, for any
 * thread. What is in there may be lost at any time. */
typedef struct _SkPictureStore SkPictureStore;

SkPictureStore *sk_picture_store_new        (const char *data_dir,
                                             guint64     max_bytes);
SkPictureStore *sk_picture_store_ref        (SkPictureStore *self);
void            sk_picture_store_unref      (SkPictureStore *self);
const char     *sk_picture_store_get_folder (SkPictureStore *self);
gboolean        sk_picture_store_read       (SkPictureStore *self,
                                             const char     *address,
                                             SkPictureEntry *entry,
                                             GError        **error);
gboolean        sk_picture_store_write      (SkPictureStore       *self,
                                             const char           *address,
                                             const SkPictureEntry *entry,
                                             GError              **error);
void            sk_picture_store_drop       (SkPictureStore *self,
                                             const char     *address);
guint64         sk_picture_store_measure    (SkPictureStore *self);
void            sk_picture_store_clear      (SkPictureStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkPictureStore, sk_picture_store_unref)

G_END_DECLS
