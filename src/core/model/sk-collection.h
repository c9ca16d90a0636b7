/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "sk-lang-string.h"

G_BEGIN_DECLS

#define SK_TYPE_COLLECTION (sk_collection_get_type ())
G_DECLARE_FINAL_TYPE (SkCollection, sk_collection, SK, COLLECTION, GObject)

SkCollection       *sk_collection_new              (const char         *id,
                                                    SkLangString       *name,
                                                    SkLangString       *description,
                                                    const char * const *members);
const char         *sk_collection_get_id           (SkCollection       *self);
SkLangString       *sk_collection_get_name         (SkCollection       *self);
SkLangString       *sk_collection_get_description  (SkCollection       *self);
const char * const *sk_collection_get_members      (SkCollection       *self);
const char         *sk_collection_pick_name        (SkCollection       *self,
                                                    const char * const *preferred,
                                                    const char        **language);
const char         *sk_collection_pick_description (SkCollection       *self,
                                                    const char * const *preferred,
                                                    const char        **language);

G_END_DECLS
