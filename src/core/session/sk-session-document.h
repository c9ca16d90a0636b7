/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "sk-session-editor.h"
#include "sk-session-file.h"
#include "sk-session-versions.h"

G_BEGIN_DECLS

/* A session of the folder: what is worked on, and its file, which follows within a second without
 * being asked. Used from the main thread; the writing is done on a worker.
 *
 * Properties, which notify:
 *   session  SkSession, the editor's
 *   error    char *, nullable: why what was changed is not on disk yet, and what to do, translated;
 *            it is tried again until it is
 *   saved    gboolean: whether all is on disk
 */
#define SK_TYPE_SESSION_DOCUMENT (sk_session_document_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionDocument, sk_session_document, SK, SESSION_DOCUMENT, GObject)

SkSessionEditor *sk_session_document_get_editor    (SkSessionDocument *self);
SkSession       *sk_session_document_get_session   (SkSessionDocument *self);
const char      *sk_session_document_get_error     (SkSessionDocument *self);
gboolean         sk_session_document_get_saved     (SkSessionDocument *self);
const char      *sk_session_document_get_path      (SkSessionDocument *self);
DexFuture       *sk_session_document_save          (SkSessionDocument *self);
DexFuture       *sk_session_document_list_versions (SkSessionDocument *self);
DexFuture       *sk_session_document_restore       (SkSessionDocument *self,
                                                    const char        *path);

G_END_DECLS
