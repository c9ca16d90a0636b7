/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-user-tree.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-user-error.h"

/**
 * sk_user_tree_new:
 *
 * Returns: (transfer full): what is kept by somebody who keeps nothing yet
 */
JsonNode *
sk_user_tree_new (void)
{
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (root, json_object_new ());
  json_object_set_int_member (json_node_get_object (root), "version", SK_USER_VERSION);
  return root;
}

/* NULL where there is no such object, or something else in its place. */
static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * sk_user_tree_read:
 * @content: a file
 *
 * Returns: (transfer full) (nullable): what is in it; where %NULL, @error is
 *   %SK_USER_ERROR_FORMAT
 */
JsonNode *
sk_user_tree_read (GBytes  *content,
                   GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  gsize length;
  const char *text = g_bytes_get_data (content, &length);

  /* The parser takes a text that is ended. */
  if (length > 0 && g_utf8_validate_len (text, length, NULL))
    {
      g_autofree char *ended = g_strndup (text, length);

      root = json_from_string (ended, NULL);
    }

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root) &&
      json_object_get_int_member_with_default (json_node_get_object (root), "version", 0) > 0)
    return g_steal_pointer (&root);

  g_set_error_literal (error, SK_USER_ERROR, SK_USER_ERROR_FORMAT, _("it is damaged"));
  return NULL;
}

/**
 * sk_user_tree_write:
 *
 * Returns: (transfer full): the content of a file, one thing a line
 */
GBytes *
sk_user_tree_write (JsonNode *root)
{
  g_autofree char *text = json_to_string (root, TRUE);
  char *content = g_strconcat (text, "\n", NULL);

  return g_bytes_new_take (content, strlen (content));
}

/**
 * sk_user_tree_newer:
 *
 * Returns: whether a newer version of Sidekick made it, so that it is better only read
 */
gboolean
sk_user_tree_newer (JsonNode *root)
{
  return json_object_get_int_member_with_default (json_node_get_object (root), "version", 0) >
         SK_USER_VERSION;
}

/**
 * sk_user_tree_get:
 * @id: (nullable): a tool; %NULL for the profile
 * @field: what of it
 *
 * Returns: (transfer none) (nullable): what is kept
 */
JsonNode *
sk_user_tree_get (JsonNode   *root,
                  const char *id,
                  const char *field)
{
  JsonObject *all = json_node_get_object (root);
  JsonObject *object =
    id != NULL ? get_object (get_object (all, "tools"), id) : get_object (all, "profile");

  return object != NULL ? json_object_get_member (object, field) : NULL;
}

static JsonObject *
need_object (JsonObject *object,
             const char *name)
{
  JsonObject *member = get_object (object, name);

  if (member != NULL)
    return member;

  member = json_object_new ();
  json_object_set_object_member (object, name, member);
  return member;
}

static void
set_member (JsonObject *object,
            const char *field,
            JsonNode   *value)
{
  if (value != NULL)
    json_object_set_member (object, field, json_node_copy (value));
  else if (json_object_has_member (object, field))
    json_object_remove_member (object, field);
}

/**
 * sk_user_tree_set:
 * @id: (nullable): a tool; %NULL for the profile
 * @field: what of it
 * @value: (nullable): what is to be kept; %NULL for nothing
 */
void
sk_user_tree_set (JsonNode   *root,
                  const char *id,
                  const char *field,
                  JsonNode   *value)
{
  JsonObject *all = json_node_get_object (root);
  JsonObject *tools;
  JsonObject *tool;

  if (id == NULL)
    {
      set_member (need_object (all, "profile"), field, value);
      return;
    }

  tools = need_object (all, "tools");
  tool = need_object (tools, id);
  set_member (tool, field, value);
  if (json_object_get_size (tool) == 0)
    json_object_remove_member (tools, id);
}

/**
 * sk_user_tree_dup_ids:
 * @field: something that may be kept of a tool
 *
 * Returns: (transfer full): the tools of which it is
 */
GStrv
sk_user_tree_dup_ids (JsonNode   *root,
                      const char *field)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  JsonObject *tools = get_object (json_node_get_object (root), "tools");
  JsonObjectIter iter;
  const char *id;

  if (tools == NULL)
    return g_strv_builder_end (ids);

  json_object_iter_init_ordered (&iter, tools);
  while (json_object_iter_next_ordered (&iter, &id, NULL))
    if (sk_user_tree_get (root, id, field) != NULL)
      g_strv_builder_add (ids, id);

  return g_strv_builder_end (ids);
}
