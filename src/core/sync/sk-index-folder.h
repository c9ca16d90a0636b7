/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index-key.h"
#include "search/sk-index.h"
#include "sk-records.h"

G_BEGIN_DECLS

/* The folder index/ in the data folder: in it the index of the catalogue, index-GENERATION, for
 * every process to map. All of it may be lost at any time. */
typedef struct _SkIndexFolder SkIndexFolder;

/* An index that is in use, and what it is of. */
typedef struct
{
  SkIndex *index;
  SkRecords *records;
  guint8 key[SK_INDEX_KEY_BYTES];
  gboolean unchecked;         /* mapped as another run left it */
  char *notice;               /* why it is not kept in the folder, NULL where it is */
} SkIndexInUse;

SkIndexFolder *sk_index_folder_new      (const char          *data_folder,
                                         SkVocabularies      *vocabularies);
void           sk_index_folder_free     (SkIndexFolder       *self);
const char    *sk_index_folder_get_path (SkIndexFolder       *self);
void           sk_index_folder_watch    (SkIndexFolder       *self,
                                         GObject             *watcher,
                                         SkRecordsDamaged     damaged);
gboolean       sk_index_folder_obtain   (SkIndexFolder       *self,
                                         SkStore             *store,
                                         const char * const  *urls,
                                         gboolean             check,
                                         SkIndexInUse        *in_use,
                                         GCancellable        *cancellable,
                                         GError             **error);
void           sk_index_folder_discard  (SkIndexFolder       *self,
                                         SkIndexInUse        *in_use);

void sk_index_in_use_clear (SkIndexInUse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkIndexFolder, sk_index_folder_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkIndexInUse, sk_index_in_use_clear)

G_END_DECLS
