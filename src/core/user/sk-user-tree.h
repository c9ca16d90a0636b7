/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SK_USER_VERSION 1
#define SK_USER_MAX_BYTES (16 * 1024 * 1024)

/* user.json, taken apart: an object with what is kept of each tool, by its id, and the profile.
 * What is not understood stays where it is. In the place of an id, NULL is the profile. */
JsonNode *sk_user_tree_new     (void);
JsonNode *sk_user_tree_read    (GBytes      *content,
                                GError     **error);
GBytes   *sk_user_tree_write   (JsonNode    *root);
gboolean  sk_user_tree_newer   (JsonNode    *root);
JsonNode *sk_user_tree_get     (JsonNode    *root,
                                const char  *id,
                                const char  *field);
void      sk_user_tree_set     (JsonNode    *root,
                                const char  *id,
                                const char  *field,
                                JsonNode    *value);
GStrv     sk_user_tree_dup_ids (JsonNode    *root,
                                const char  *field);

G_END_DECLS
