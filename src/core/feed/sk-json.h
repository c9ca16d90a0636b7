/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Looking into JSON in which one value may stand for a list of one, and null for nothing. */

JsonNode   *sk_json_get          (JsonObject *object,
                                  const char *name);
guint       sk_json_count        (JsonNode   *node);
JsonNode   *sk_json_nth          (JsonNode   *node,
                                  guint       nth);
JsonObject *sk_json_object       (JsonNode   *node);
const char *sk_json_string       (JsonNode   *node);
gboolean    sk_json_number       (JsonNode   *node,
                                  double     *number);
gboolean    sk_json_count_of     (JsonNode   *node,
                                  gint64     *count);
gboolean    sk_json_boolean      (JsonNode   *node,
                                  gboolean   *value);
const char *sk_json_reference    (JsonNode   *node);
const char *sk_json_get_string   (JsonObject *object,
                                  const char *name);
gboolean    sk_json_check_depth  (const char *json,
                                  gsize       length,
                                  guint       max_depth);
gboolean    sk_json_has_type     (JsonObject *object,
                                  const char *type);

G_END_DECLS
