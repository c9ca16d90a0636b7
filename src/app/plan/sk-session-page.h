/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session/sk-session-folder.h"
#include "sk-block-selection.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* A session that is worked on: its timeline, what can be put into it, and how it is balanced.
 *
 * Properties:
 *   catalogue SkCatalogue, set once
 *   folder    SkSessionFolder that the document is in, set once
 *   document  SkSessionDocument, set once
 *   editor    SkSessionEditor, the document's; read-only
 *   selection SkBlockSelection, what is chosen in it; read-only
 *   narrow    gboolean: one column, with the pane in a sheet below it
 *   compact   gboolean: the pane lies over the timeline
 *   show-pane gboolean: whether the pane, or the sheet, can be seen
 *
 * Actions, of the document:
 *   session.undo, session.redo, session.print, session.share, session.details, session.versions,
 *   session.duplicate, session.archive, session.delete, session.compose
 *   session.detail (s): the details, at date, start, group or room
 *   session.find: goes to where one looks for a tool
 *   session.toggle-pane: show-pane
 */
#define SK_TYPE_SESSION_PAGE (sk_session_page_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionPage, sk_session_page, SK, SESSION_PAGE, AdwNavigationPage)

SkSessionPage     *sk_session_page_new          (SkCatalogue       *catalogue,
                                                 SkSessionFolder   *folder,
                                                 SkSessionDocument *document);
SkSessionDocument *sk_session_page_get_document (SkSessionPage     *self);

G_END_DECLS
