/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session-document.h"

G_BEGIN_DECLS

/* What became of a session that was opened, dropped or scanned. */
typedef enum
{
  SK_IMPORT_NEW,              /* it was not here */
  SK_IMPORT_FORWARD,          /* ours moved forward to it */
  SK_IMPORT_KNOWN,            /* ours has all of it already */
  SK_IMPORT_APART,            /* both went on: it is kept beside ours, as a copy */
  SK_IMPORT_READ_ONLY,        /* of a newer version: it is here to be read */
} SkImportOutcome;

/* What an import resolves to. */
typedef struct
{
  SkSessionDocument *document;
  SkImportOutcome outcome;
} SkSessionImport;

#define SK_TYPE_SESSION_IMPORT (sk_session_import_get_type ())

GType            sk_session_import_get_type (void);
SkSessionImport *sk_session_import_copy     (const SkSessionImport *self);
void             sk_session_import_free     (SkSessionImport       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkSessionImport, sk_session_import_free)

/* The sessions of the data folder, a GListModel of SkSessionDocument in no order of note; those of
 * other programs that come, go or change on disk are followed.
 *
 * Properties:
 *   notice   char *, nullable: what a person must know (a damaged file set aside, say), translated
 */
#define SK_TYPE_SESSION_FOLDER (sk_session_folder_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionFolder, sk_session_folder, SK, SESSION_FOLDER, GObject)

SkSessionFolder   *sk_session_folder_new        (const char         *data_dir,
                                                 SkVocabularies     *vocabularies);
DexFuture         *sk_session_folder_open       (SkSessionFolder    *self);
SkSessionDocument *sk_session_folder_add        (SkSessionFolder    *self,
                                                 SkSession          *session);
SkSessionDocument *sk_session_folder_find       (SkSessionFolder    *self,
                                                 const char         *id);
DexFuture         *sk_session_folder_import     (SkSessionFolder    *self,
                                                 GFile              *file);
DexFuture         *sk_session_folder_import_content (SkSessionFolder *self,
                                                 GBytes             *content);
SkSessionDocument *sk_session_folder_import_session (SkSessionFolder *self,
                                                 SkSession          *session,
                                                 SkImportOutcome    *outcome);
void               sk_session_folder_remove     (SkSessionFolder    *self,
                                                 SkSessionDocument  *document);
void               sk_session_folder_take_back  (SkSessionFolder    *self,
                                                 SkSessionDocument  *document);
const char        *sk_session_folder_get_notice (SkSessionFolder    *self);
DexFuture         *sk_session_folder_close      (SkSessionFolder    *self);

G_END_DECLS
