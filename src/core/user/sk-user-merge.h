/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "sk-user-data.h"

G_BEGIN_DECLS

GBytes *sk_user_data_dup_content (SkUserData *self);
guint   sk_user_data_merge       (SkUserData *self,
                                  JsonNode   *other);

G_END_DECLS
