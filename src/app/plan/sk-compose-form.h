/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "compose/sk-composer.h"
#include "session/sk-session-folder.h"

G_BEGIN_DECLS

/* What a session is to be like: its day and minutes, the group, the room, the mix of themes, and
 * what is not to be done once more. Signal "changed". */
#define SK_TYPE_COMPOSE_FORM (sk_compose_form_get_type ())
G_DECLARE_FINAL_TYPE (SkComposeForm, sk_compose_form, SK, COMPOSE_FORM, AdwBin)

void       sk_compose_form_set_session  (SkComposeForm     *self,
                                         SkVocabularies    *vocabularies,
                                         SkSessionFolder   *folder,
                                         SkSession         *session);
void       sk_compose_form_fill_request (SkComposeForm     *self,
                                         SkComposeRequest  *request);
SkSession *sk_compose_form_make_session (SkComposeForm     *self,
                                         GPtrArray         *blocks);
void       sk_compose_form_relax        (SkComposeForm     *self,
                                         SkRelax            relax,
                                         guint              minutes);

G_END_DECLS
