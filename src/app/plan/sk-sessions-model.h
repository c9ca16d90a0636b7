/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-session-folder.h"

G_BEGIN_DECLS

/* Where in the list a session is. */
typedef enum
{
  SK_SESSIONS_COMING_UP,
  SK_SESSIONS_PAST,
  SK_SESSIONS_ARCHIVED,
} SkSessionsSection;

/* The sessions of a folder as one looks for them: what comes up, the soonest first; what has been, the
 * latest first; what is archived.
 *
 * Properties, which notify:
 *   folder        SkSessionFolder, set once
 *   list          GListModel of SkSessionDocument, with sections; read-only
 *   text          char *: what they must have in them
 *   show-archived gboolean: whether archived ones are listed even where no text is looked for
 *   n-archived    guint: how many there are; read-only
 */
#define SK_TYPE_SESSIONS_MODEL (sk_sessions_model_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionsModel, sk_sessions_model, SK, SESSIONS_MODEL, GObject)

SkSessionsModel  *sk_sessions_model_new            (SkSessionFolder   *folder);
GListModel       *sk_sessions_model_get_list       (SkSessionsModel   *self);
SkSessionsSection sk_sessions_model_get_section    (SkSessionsModel   *self,
                                                    SkSessionDocument *document);
guint             sk_sessions_model_get_n_archived (SkSessionsModel   *self);

G_END_DECLS
