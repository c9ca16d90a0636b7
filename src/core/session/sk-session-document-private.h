/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session-document.h"

G_BEGIN_DECLS

struct _SkSessionDocument
{
  GObject parent_instance;

  SkSessionEditor *editor;
  SkVocabularies *vocabularies;
  char *path;
  char *versions;             /* the folder where states of before are kept */
  char *error;

  SkSessionFile *file;        /* of the worker, while there is one */
  SkSession *saved;           /* nullable: what is in the file */
  gboolean failed;            /* whether the last write did */
  gboolean locked;            /* nothing is written: of a newer version, or in no folder of ours */
  gboolean damaged;           /* what is in the file cannot be read now */
  gboolean was_saved;         /* what "saved" last was */

  gboolean working;           /* whether there is a worker */
  gboolean to_check;          /* whether another program may have changed the file */
  char *to_move;              /* nullable: where the file is to be */
  guint timer;
  gint64 changed;             /* when what is not written began, monotonic; 0: nothing is */
  GPtrArray *waiting;         /* DexPromise, until all is written */
};

/* Signals:
 *   parted (SkSession *ours)   another program wrote the file meanwhile: what the editor had is no
 *                              longer there, and is to be kept elsewhere
 *   gone ()                    another program removed the file
 */

SkSessionDocument *sk_session_document_new          (SkSessionFile     *file,
                                                     SkVocabularies    *vocabularies,
                                                     SkSession         *session,
                                                     const char        *versions,
                                                     const char        *sitting);
void               sk_session_document_set_on_disk  (SkSessionDocument *self);
void               sk_session_document_lock         (SkSessionDocument *self);
void               sk_session_document_check        (SkSessionDocument *self);
DexFuture         *sk_session_document_move         (SkSessionDocument *self,
                                                     const char        *path);

/* Between its two files. */
gboolean sk_session_document_is_changed (SkSessionDocument *self);
void     sk_session_document_set_error  (SkSessionDocument *self,
                                         const char        *error);
void     sk_session_document_set_path   (SkSessionDocument *self,
                                         const char        *path);
void     sk_session_document_update     (SkSessionDocument *self);
void     sk_session_document_touch      (SkSessionDocument *self);
void     sk_session_document_work       (SkSessionDocument *self,
                                         gboolean           now);

G_END_DECLS
