/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-format.h"

#define MINUTES_AN_HOUR 60

/**
 * sk_format_add_text:
 * @text: (nullable): a text; where there is none, nothing is added
 */
void
sk_format_add_text (JsonObject *object,
                    const char *name,
                    const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
}

/**
 * sk_format_add_number:
 * @number: a number; nothing is added for 0
 */
void
sk_format_add_number (JsonObject *object,
                      const char *name,
                      guint       number)
{
  if (number > 0)
    json_object_set_int_member (object, name, number);
}

/**
 * sk_format_add_true:
 * @value: whether to add it
 */
void
sk_format_add_true (JsonObject *object,
                    const char *name,
                    gboolean    value)
{
  if (value)
    json_object_set_boolean_member (object, name, TRUE);
}

/**
 * sk_format_add_strings:
 * @values: texts
 *
 * Adds a list, also an empty one.
 */
void
sk_format_add_strings (JsonObject         *object,
                       const char         *name,
                       const char * const *values)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; values[i] != NULL; i++)
    json_array_add_string_element (array, values[i]);

  json_object_set_array_member (object, name, array);
}

/**
 * sk_format_add_more:
 * @more: (nullable): what was not understood when the object was read
 *
 * Adds that again, in its order, but for what was set since.
 */
void
sk_format_add_more (JsonObject *object,
                    JsonObject *more)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (more == NULL)
    return;

  json_object_iter_init_ordered (&iter, more);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!json_object_has_member (object, name))
      json_object_set_member (object, name, json_node_ref (value));
}

static void
add_lock (JsonObject *object,
          int         lock)
{
  g_autofree char *text = NULL;

  if (lock == SK_BLOCK_UNLOCKED)
    return;

  text = g_strdup_printf ("%02d:%02d", lock / MINUTES_AN_HOUR, lock % MINUTES_AN_HOUR);
  json_object_set_string_member (object, "lock", text);
}

/* What is usual for its kind goes without saying, unless there is something to say. */
static void
add_activity (JsonObject *object,
              SkBlock    *block)
{
  SkActivity activity = sk_block_get_activity (block);

  if (activity != SK_ACTIVITY_NONE ||
      sk_block_kind_get_activity (sk_block_get_kind (block)) != SK_ACTIVITY_NONE)
    json_object_set_string_member (object, "activity", sk_activity_to_string (activity));
}

static void
add_record (JsonObject *object,
            const char *snapshot)
{
  JsonNode *record = snapshot != NULL ? json_from_string (snapshot, NULL) : NULL;

  if (record != NULL)
    json_object_set_member (object, "record", record);
}

static void
add_list (JsonObject         *object,
          const char         *name,
          const char * const *values)
{
  if (values[0] != NULL)
    sk_format_add_strings (object, name, values);
}

static JsonArray *
write_blocks (GPtrArray *blocks,
              gboolean   are_lanes);

static JsonNode *
write_block (SkBlock  *block,
             gboolean  is_lane)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  GPtrArray *lanes = sk_block_get_lanes (block);

  json_node_take_object (node, object);
  json_object_set_string_member (object, "id", sk_block_get_id (block));
  json_object_set_string_member (object, "kind", sk_block_kind_to_string (sk_block_get_kind (block)));
  sk_format_add_text (object, "title", sk_block_get_title (block));
  if (!is_lane)
    json_object_set_int_member (object, "minutes", sk_block_get_minutes (block));
  sk_format_add_true (object, "minutesGuessed", sk_block_get_minutes_guessed (block));
  sk_format_add_number (object, "minutesMin", sk_block_get_minutes_min (block));
  sk_format_add_true (object, "skippable", sk_block_get_skippable (block));
  add_lock (object, sk_block_get_lock (block));
  add_activity (object, block);
  sk_format_add_text (object, "goal", sk_block_get_goal (block));
  sk_format_add_text (object, "note", sk_block_get_note (block));
  add_list (object, "materials", sk_block_get_materials (block));
  sk_format_add_number (object, "size", sk_block_get_size (block));
  sk_format_add_text (object, "resource", sk_block_get_resource_id (block));
  add_record (object, sk_block_get_snapshot (block));
  sk_format_add_true (object, "withdrawn", sk_block_get_withdrawn (block));
  sk_format_add_text (object, "kept", sk_block_get_kept (block));
  add_list (object, "reasons", sk_block_get_reasons (block));
  if (lanes != NULL && lanes->len > 0)
    json_object_set_array_member (object, "lanes", write_blocks (lanes, TRUE));

  sk_format_add_more (object, sk_block_get_more (block));
  return node;
}

static JsonArray *
write_blocks (GPtrArray *blocks,
              gboolean   are_lanes)
{
  JsonArray *array = json_array_sized_new (blocks->len);

  for (guint i = 0; i < blocks->len; i++)
    json_array_add_element (array, write_block (g_ptr_array_index (blocks, i), are_lanes));

  return array;
}

/**
 * sk_block_format_write:
 * @blocks: (element-type SkBlock): the blocks of a session
 *
 * Returns: (transfer full): them as they are in a file
 */
JsonArray *
sk_block_format_write (GPtrArray *blocks)
{
  return write_blocks (blocks, FALSE);
}
