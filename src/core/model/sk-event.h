/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "sk-lang-string.h"

G_BEGIN_DECLS

#define SK_TYPE_EVENT (sk_event_get_type ())
G_DECLARE_FINAL_TYPE (SkEvent, sk_event, SK, EVENT, GObject)

SkEvent      *sk_event_new       (const char         *id,
                                  SkLangString       *name,
                                  const char         *date);
const char   *sk_event_get_id    (SkEvent            *self);
SkLangString *sk_event_get_name  (SkEvent            *self);
const char   *sk_event_get_date  (SkEvent            *self);
const char   *sk_event_pick_name (SkEvent            *self,
                                  const char * const *preferred,
                                  const char        **language);

G_END_DECLS
