/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sk-session.h"

G_BEGIN_DECLS

/* A session to begin with, in every language of the program: from data/templates. Immutable. */
#define SK_TYPE_SESSION_TEMPLATE (sk_session_template_get_type ())
G_DECLARE_FINAL_TYPE (SkSessionTemplate, sk_session_template, SK, SESSION_TEMPLATE, GObject)

/* The ids of the templates, in the order in which they are offered; NULL ends them. */
extern const char * const sk_session_template_ids[];

GListModel        *sk_session_template_list            (void);
SkSessionTemplate *sk_session_template_find            (const char         *id);
const char        *sk_session_template_get_id          (SkSessionTemplate  *self);
SkLangString      *sk_session_template_get_name        (SkSessionTemplate  *self);
SkLangString      *sk_session_template_get_description (SkSessionTemplate  *self);
guint              sk_session_template_get_minutes     (SkSessionTemplate  *self);
gboolean           sk_session_template_get_ages        (SkSessionTemplate  *self,
                                                        SkAgeRange         *ages);
SkSession         *sk_session_template_make            (SkSessionTemplate  *self,
                                                        const char         *language,
                                                        GDateTime          *start);

G_END_DECLS
