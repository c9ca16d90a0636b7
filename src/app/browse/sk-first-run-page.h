/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/sk-vocabularies.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* Asks for whom tools are looked for: in which languages, where, how old they are. Who leaves it the
 * first time prefers to say nothing, and is not asked again. */
#define SK_TYPE_FIRST_RUN_PAGE (sk_first_run_page_get_type ())
G_DECLARE_FINAL_TYPE (SkFirstRunPage, sk_first_run_page, SK, FIRST_RUN_PAGE, AdwNavigationPage)

SkFirstRunPage *sk_first_run_page_new    (SkUserData     *user,
                                          SkVocabularies *vocabularies);
gboolean        sk_first_run_page_is_due (SkUserData     *user);

G_END_DECLS
