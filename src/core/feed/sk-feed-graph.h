/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void       sk_graph_collect (GPtrArray *nodes,
                             JsonNode  *node);
GPtrArray *sk_graph_resolve (GPtrArray *nodes);

G_END_DECLS
