/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-graph.h"

#include "sk-feed-dialect.h"
#include "sk-json.h"

/* Members whose values are nodes of their own. */
static const char * const lists[] = {"@graph", "dataFeedElement", "itemListElement", "mainEntity"};

static gboolean
collect_list (GPtrArray  *nodes,
              JsonObject *object)
{
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonNode *list = sk_json_get (object, lists[i]);

      if (list == NULL || (i > 0 && sk_json_has_type (object, "BreadcrumbList")))
        continue;

      sk_graph_collect (nodes, list);
      found = TRUE;
    }

  return found;
}

/**
 * sk_graph_collect:
 * @nodes: (element-type JsonObject): where they are added
 * @node: a normalised document of JSON-LD
 *
 * Gathers the things that a document describes side by side.
 */
void
sk_graph_collect (GPtrArray *nodes,
                  JsonNode  *node)
{
  for (guint i = 0; i < sk_json_count (node); i++)
    {
      JsonObject *object = sk_json_object (sk_json_nth (node, i));
      JsonObject *item;

      if (object == NULL)
        continue;

      item = sk_json_object (sk_json_get (object, "item"));
      if (item != NULL && !sk_dialect_is_resource (object))
        object = item;

      if (!collect_list (nodes, object) || sk_dialect_is_resource (object))
        g_ptr_array_add (nodes, json_object_ref (object));
    }
}

static gboolean
is_bare_reference (JsonNode *node)
{
  JsonObject *object = sk_json_object (node);

  return object != NULL && json_object_get_size (object) == 1 &&
         sk_json_get_string (object, "id") != NULL;
}

static JsonNode *
follow (JsonNode   *node,
        GHashTable *by_id)
{
  JsonObject *target = NULL;

  if (is_bare_reference (node))
    target = g_hash_table_lookup (by_id, sk_json_get_string (json_node_get_object (node), "id"));

  if (target == NULL)
    return json_node_ref (node);

  return json_node_init_object (json_node_alloc (), target);
}

static JsonNode *
follow_all (JsonNode   *node,
            GHashTable *by_id)
{
  g_autoptr (JsonArray) followed = NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return follow (node, by_id);

  followed = json_array_new ();
  for (guint i = 0; i < sk_json_count (node); i++)
    json_array_add_element (followed, follow (sk_json_nth (node, i), by_id));

  return json_node_init_array (json_node_alloc (), followed);
}

/* A copy that points to the others as they were: references are followed one level, and
 * no circle comes about. */
static JsonObject *
resolve (JsonObject *object,
         GHashTable *by_id)
{
  JsonObject *resolved = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (resolved, name, follow_all (node, by_id));

  return resolved;
}

/**
 * sk_graph_resolve:
 * @nodes: (element-type JsonObject): things described side by side
 *
 * Picks the resources among them, with the things that they refer to in their place.
 *
 * Returns: (transfer full) (element-type JsonObject): the resources
 */
GPtrArray *
sk_graph_resolve (GPtrArray *nodes)
{
  GPtrArray *resources = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < nodes->len; i++)
    {
      JsonObject *object = g_ptr_array_index (nodes, i);
      const char *id = sk_json_get_string (object, "id");

      if (id != NULL && json_object_get_size (object) > 1)
        g_hash_table_insert (by_id, (gpointer) id, object);
    }

  for (guint i = 0; i < nodes->len; i++)
    if (sk_dialect_is_resource (g_ptr_array_index (nodes, i)))
      g_ptr_array_add (resources, resolve (g_ptr_array_index (nodes, i), by_id));

  return resources;
}
