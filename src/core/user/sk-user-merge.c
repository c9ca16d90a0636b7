/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-user-merge.h"

#include <string.h>

#include "sk-user-data-private.h"
#include "sk-user-tree.h"

/**
 * sk_user_data_dup_content:
 *
 * Returns: (transfer full): a user.json of all that is kept, on the disk or not yet
 */
GBytes *
sk_user_data_dup_content (SkUserData *self)
{
  g_return_val_if_fail (SK_IS_USER_DATA (self), NULL);

  return sk_user_tree_write (self->root);
}

static JsonObject *
get_object (JsonNode   *root,
            const char *name)
{
  JsonNode *node = json_object_get_member (json_node_get_object (root), name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_text (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* Of two notes both are kept, one below the other, and what is in both once. NULL where ours says
 * it all. */
static JsonNode *
join_notes (JsonNode *ours,
            JsonNode *theirs)
{
  const char *our_text = get_text (ours);
  const char *their_text = get_text (theirs);
  g_autofree char *both = NULL;

  if (our_text == NULL || their_text == NULL || strstr (our_text, their_text) != NULL)
    return NULL;
  if (strstr (their_text, our_text) != NULL)
    return json_node_copy (theirs);

  both = g_strconcat (our_text, "\n\n", their_text, NULL);
  return json_node_init_string (json_node_alloc (), both);
}

/* NULL for what is as it is to be. */
static JsonNode *
choose (SkUserData *self,
        const char *id,
        const char *field,
        JsonNode   *theirs)
{
  JsonNode *ours = sk_user_tree_get (self->root, id, field);

  if (ours == NULL)
    return json_node_copy (theirs);

  return g_strcmp0 (field, "note") == 0 ? join_notes (ours, theirs) : NULL;
}

static gboolean
merge_object (SkUserData *self,
              const char *id,
              JsonObject *object)
{
  JsonObjectIter iter;
  const char *field;
  JsonNode *theirs;
  gboolean any = FALSE;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &field, &theirs))
    {
      JsonNode *value = choose (self, id, field, theirs);

      if (value != NULL)
        {
          sk_user_data_take_change (self, id, field, value);
          any = TRUE;
        }
    }

  return any;
}

/**
 * sk_user_data_merge:
 * @self: what is kept here, loaded
 * @other: a user.json of elsewhere
 *
 * Adds what is kept elsewhere and not here. What is here stays: of two notes about a tool both are
 * kept, and who said for whom they look for tools is not asked again.
 *
 * Returns: of how many tools something was added
 */
guint
sk_user_data_merge (SkUserData *self,
                    JsonNode   *other)
{
  JsonObject *tools;
  JsonObject *profile;
  g_autoptr (SkProfile) ours = NULL;
  JsonObjectIter iter;
  const char *id;
  JsonNode *tool;
  guint n_tools = 0;

  g_return_val_if_fail (SK_IS_USER_DATA (self), 0);
  g_return_val_if_fail (other != NULL && JSON_NODE_HOLDS_OBJECT (other), 0);

  ours = sk_user_data_dup_profile (self);
  profile = get_object (other, "profile");
  if (ours == NULL && profile != NULL)
    merge_object (self, NULL, profile);

  tools = get_object (other, "tools");
  if (tools != NULL)
    {
      json_object_iter_init_ordered (&iter, tools);
      while (json_object_iter_next_ordered (&iter, &id, &tool))
        if (JSON_NODE_HOLDS_OBJECT (tool))
          n_tools += merge_object (self, id, json_node_get_object (tool)) ? 1 : 0;
    }

  sk_user_data_emit_changed (self, NULL);
  return n_tools;
}
