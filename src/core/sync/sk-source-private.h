/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-source.h"
#include "sidekick-config.h"
#include "store/sk-store.h"

G_BEGIN_DECLS

SkSource *sk_source_new          (const char           *url);
void      sk_source_show         (SkSource             *self,
                                  const SkStoreSource  *known);
void      sk_source_begin        (SkSource             *self);
void      sk_source_set_progress (SkSource             *self,
                                  guint64               done,
                                  guint64               total);
char     *sk_source_pick_name    (const char           *names);

/* The feed that is compiled in. */
#define SK_STARTER_PATH SK_RESOURCE_BASE "/catalogue/starter.json"
#define SK_STARTER_URL SK_W3ID_ROOT "starter"

G_END_DECLS
