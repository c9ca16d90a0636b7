/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/sk-vocabularies.h"
#include "session/sk-session-editor.h"

G_BEGIN_DECLS

/* What is said of a session as a whole: when, where, for whom, with what. Each change is a step that
 * can be undone, made when one goes on to the next thing, or pauses. */
#define SK_TYPE_DETAILS_DIALOG (sk_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SkDetailsDialog, sk_details_dialog, SK, DETAILS_DIALOG, AdwDialog)

AdwDialog *sk_details_dialog_new (SkSessionEditor *editor,
                                  SkVocabularies  *vocabularies,
                                  const char      *fact);

G_END_DECLS
