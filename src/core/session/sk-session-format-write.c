/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-format.h"

#include "feed/sk-json-output.h"
#include "sk-block-format.h"
#include "sk-format-time.h"

static void
add_time (JsonObject *object,
          const char *name,
          GDateTime  *time)
{
  g_autofree char *text = time != NULL ? sk_format_dup_time (time) : NULL;

  sk_format_add_text (object, name, text);
}

static void
add_times (JsonObject *object,
           SkSession  *session)
{
  JsonObject *more = sk_session_get_more (session);
  g_autofree char *zone = sk_format_dup_zone (sk_session_get_start (session));

  add_time (object, "start", sk_session_get_start (session));
  add_time (object, "end", sk_session_get_end (session));
  /* Where one is kept that is not known here, the times are still those of its clocks. */
  if (more == NULL || !json_object_has_member (more, "timezone"))
    json_object_set_string_member (object, "timezone", zone);
}

static void
add_group (JsonObject *object,
           SkSession  *session)
{
  g_autoptr (JsonObject) group = json_object_new ();
  JsonObject *more = sk_session_get_more (session);
  JsonNode *kept = more != NULL ? json_object_get_member (more, "group") : NULL;
  SkAgeRange ages;

  sk_format_add_text (group, "name", sk_session_get_group (session));
  if (sk_session_get_ages (session, &ages))
    {
      g_autofree char *text = sk_age_range_to_string (ages);

      json_object_set_string_member (group, "typicalAgeRange", text);
    }
  sk_format_add_number (group, "size", sk_session_get_size (session));
  sk_format_add_text (group, "setting", sk_session_get_setting (session));
  if (kept != NULL && JSON_NODE_HOLDS_OBJECT (kept))
    sk_format_add_more (group, json_node_get_object (kept));

  if (json_object_get_size (group) > 0)
    json_object_set_object_member (object, "group", g_steal_pointer (&group));
}

static void
add_modified (JsonObject *object,
              gint64      modified)
{
  g_autoptr (GDateTime) time = modified != 0 ? g_date_time_new_from_unix_utc (modified) : NULL;
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  sk_format_add_text (object, "modified", text);
}

static void
add_edits (JsonObject *object,
           GHashTable *edits)
{
  g_autoptr (JsonObject) counts = json_object_new ();
  g_autoptr (GPtrArray) sittings = g_hash_table_get_keys_as_ptr_array (edits);

  g_ptr_array_sort_values (sittings, (GCompareFunc) strcmp);
  for (guint i = 0; i < sittings->len; i++)
    {
      const char *sitting = g_ptr_array_index (sittings, i);

      json_object_set_int_member (counts, sitting,
                                  GPOINTER_TO_UINT (g_hash_table_lookup (edits, sitting)));
    }

  if (sittings->len > 0)
    json_object_set_object_member (object, "edits", g_steal_pointer (&counts));
}

static JsonNode *
make_tree (SkSession *session)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  const char * const *room = sk_session_get_room (session);

  json_node_take_object (node, object);
  json_object_set_string_member (object, "format", "sidekick-session");
  json_object_set_int_member (object, "version", SK_SESSION_FORMAT_VERSION);
  json_object_set_string_member (object, "id", sk_session_get_id (session));
  sk_format_add_text (object, "title", sk_session_get_title (session));
  add_times (object, session);
  sk_format_add_text (object, "place", sk_session_get_place (session));
  sk_format_add_strings (object, "inLanguage", sk_session_get_languages (session));
  add_group (object, session);
  if (room != NULL)
    sk_format_add_strings (object, "room", room);
  sk_format_add_text (object, "aims", sk_session_get_aims (session));
  sk_format_add_true (object, "archived", sk_session_get_archived (session));
  add_modified (object, sk_session_get_modified (session));
  add_edits (object, sk_session_get_edits (session));
  json_object_set_array_member (object, "blocks",
                                sk_block_format_write (sk_session_get_blocks (session)));

  sk_format_add_more (object, sk_session_get_more (session));
  return node;
}

/**
 * sk_session_format_write:
 * @session: a session
 *
 * Writes a session as JSON for people to read and compare: one thing a line, always in the same
 * order, ended by a newline. [func@session_format_read] makes an equal session of it.
 *
 * Returns: (transfer full): the bytes of its file
 */
GBytes *
sk_session_format_write (SkSession *session)
{
  SkJsonOutput output = {.text = NULL, .blanks = TRUE};
  g_autoptr (JsonNode) tree = NULL;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  tree = make_tree (session);
  output.text = g_string_new (NULL);
  sk_json_output_node (&output, tree);
  g_string_append_c (output.text, '\n');
  return g_string_free_to_bytes (output.text);
}
