/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-session-folder.h"
#include "session/sk-session-template.h"

G_BEGIN_DECLS

/* What is done to a session as a whole. What came of it is said in the window that @widget is in, and
 * can be taken back there. */

SkSessionDocument *sk_session_tasks_begin     (SkSessionFolder   *folder);
SkSessionDocument *sk_session_tasks_begin_from (SkSessionFolder  *folder,
                                               SkSessionTemplate *session_template);
SkSessionDocument *sk_session_tasks_duplicate (SkSessionFolder   *folder,
                                               SkSessionDocument *document);
void               sk_session_tasks_archive   (GtkWidget         *widget,
                                               SkSessionDocument *document);
void               sk_session_tasks_delete    (GtkWidget         *widget,
                                               SkSessionFolder   *folder,
                                               SkSessionDocument *document);

G_END_DECLS
