/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session-format.h"

G_BEGIN_DECLS

/* One session on disk. Blocking: for workers and the command line. A write replaces the whole file
 * at once and returns when it is durable; a file that is not as it was read is never overwritten. */
#define SK_TYPE_SESSION_FILE (sk_session_file_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionFile, sk_session_file, SK, SESSION_FILE, GObject)

SkSessionFile *sk_session_file_new           (const char      *path,
                                              SkVocabularies  *vocabularies);
const char    *sk_session_file_get_path      (SkSessionFile   *self);
void           sk_session_file_set_versions  (SkSessionFile   *self,
                                              const char      *folder);
SkSession     *sk_session_file_read          (SkSessionFile   *self,
                                              gboolean        *newer,
                                              GError         **error);
gboolean       sk_session_file_read_changed  (SkSessionFile   *self,
                                              SkSession      **session,
                                              gboolean        *newer,
                                              GError         **error);
gboolean       sk_session_file_move          (SkSessionFile   *self,
                                              const char      *path,
                                              GError         **error);
gboolean       sk_session_file_write         (SkSessionFile   *self,
                                              SkSession       *session,
                                              GError         **error);
void           sk_session_file_explain       (const char      *name,
                                              const GError    *why,
                                              GError         **error);

G_END_DECLS
