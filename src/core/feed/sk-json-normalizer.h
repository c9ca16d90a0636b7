/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

const char *sk_json_strip_prefix  (const char *name);
void        sk_json_normalize     (JsonNode   *node);

G_END_DECLS
