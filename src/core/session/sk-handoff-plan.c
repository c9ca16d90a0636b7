/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-handoff-plan.h"

#include <string.h>

#include "feed/sk-json-output.h"
#include "sidekick-config.h"

#define LOCAL_TIME "%Y-%m-%dT%H:%M"

static void
write_text (SkJsonOutput *out,
            const char   *name,
            const char   *text)
{
  if (text == NULL || *text == '\0')
    return;

  sk_json_output_name (out, name);
  sk_json_output_string (out, text);
}

static void
write_uri (SkJsonOutput *out,
           const char   *name,
           const char   *uri)
{
  g_autofree char *shortened = NULL;

  if (uri != NULL && g_str_has_prefix (uri, SK_W3ID_ROOT))
    shortened = g_strconcat (":", uri + strlen (SK_W3ID_ROOT), NULL);

  write_text (out, name, shortened != NULL ? shortened : uri);
}

static void
write_number (SkJsonOutput *out,
              const char   *name,
              gint64        number)
{
  if (number == 0)
    return;

  sk_json_output_name (out, name);
  sk_json_output_int (out, number);
}

static void
write_list (SkJsonOutput       *out,
            const char         *name,
            const char * const *texts)
{
  sk_json_output_name (out, name);
  sk_json_output_begin (out, '[');
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    sk_json_output_string (out, texts[i]);
  sk_json_output_end (out, ']');
}

static void
write_time (SkJsonOutput *out,
            const char   *name,
            GDateTime    *time)
{
  g_autofree char *text = time != NULL ? g_date_time_format (time, LOCAL_TIME) : NULL;

  write_text (out, name, text);
}

static int
compare_sittings (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* In an order of their own, so that the same session always gives the same link. */
static void
write_edits (SkJsonOutput *out,
             GHashTable   *edits)
{
  g_autoptr (GPtrArray) sittings = NULL;

  if (edits == NULL || g_hash_table_size (edits) == 0)
    return;

  sittings = g_hash_table_get_keys_as_ptr_array (edits);
  g_ptr_array_sort (sittings, compare_sittings);

  sk_json_output_name (out, "v");
  sk_json_output_begin (out, '{');
  for (guint i = 0; i < sittings->len; i++)
    {
      const char *sitting = g_ptr_array_index (sittings, i);

      sk_json_output_name (out, sitting);
      sk_json_output_int (out, GPOINTER_TO_UINT (g_hash_table_lookup (edits, sitting)));
    }
  sk_json_output_end (out, '}');
}

/* Whether who has the tool's record has the materials too. */
static gboolean
follows_from_record (SkBlock *block)
{
  const char * const *materials = sk_block_get_materials (block);
  SkResource *resource = sk_block_get_resource (block);
  g_autoptr (SkBlock) fresh = NULL;

  if (resource == NULL || materials == NULL)
    return materials == NULL;

  fresh = sk_block_new_tool (resource, NULL);
  return sk_block_get_materials (fresh) != NULL &&
         g_strv_equal (materials, sk_block_get_materials (fresh));
}

static void
write_lock (SkJsonOutput *out,
            int           lock)
{
  g_autofree char *clock = NULL;

  if (lock == SK_BLOCK_UNLOCKED)
    return;

  clock = g_strdup_printf ("%02d:%02d", lock / 60, lock % 60);
  write_text (out, "c", clock);
}

static void
write_block (SkJsonOutput *out,
             SkBlock      *block,
             gboolean      is_lane)
{
  GPtrArray *lanes = sk_block_get_lanes (block);
  SkActivity activity = sk_block_get_activity (block);

  sk_json_output_begin (out, '{');
  write_text (out, "i", sk_block_get_id (block));
  if (sk_block_get_kind (block) != SK_BLOCK_TOOL)
    write_text (out, "k", sk_block_kind_to_string (sk_block_get_kind (block)));
  write_uri (out, "r", sk_block_get_resource_id (block));
  write_text (out, "t", sk_block_get_title (block));
  if (!is_lane)
    write_number (out, "m", sk_block_get_minutes (block));
  write_number (out, "q", sk_block_get_minutes_guessed (block));
  write_number (out, "f", sk_block_get_minutes_min (block));
  write_number (out, "x", sk_block_get_skippable (block));
  write_lock (out, sk_block_get_lock (block));
  write_text (out, "d", activity != SK_ACTIVITY_NONE ? sk_activity_to_string (activity) : NULL);
  write_text (out, "g", sk_block_get_goal (block));
  if (!follows_from_record (block))
    write_list (out, "h", sk_block_get_materials (block));
  write_number (out, "n", sk_block_get_size (block));

  if (lanes != NULL)
    {
      sk_json_output_name (out, "l");
      sk_json_output_begin (out, '[');
      for (guint i = 0; i < lanes->len; i++)
        write_block (out, g_ptr_array_index (lanes, i), TRUE);
      sk_json_output_end (out, ']');
    }

  sk_json_output_end (out, '}');
}

static void
write_facts (SkJsonOutput *out,
             SkSession    *session)
{
  GTimeZone *zone = g_date_time_get_timezone (sk_session_get_start (session));
  g_autofree char *years = NULL;
  SkAgeRange ages;

  if (sk_session_get_ages (session, &ages))
    years = g_strdup_printf ("%u-%u", ages.min, ages.max);

  write_text (out, "i", sk_session_get_id (session));
  write_edits (out, sk_session_get_edits (session));
  write_number (out, "u", sk_session_get_modified (session));
  write_text (out, "t", sk_session_get_title (session));
  write_time (out, "s", sk_session_get_start (session));
  write_time (out, "e", sk_session_get_end (session));
  write_text (out, "z", g_time_zone_get_identifier (zone));
  write_text (out, "p", sk_session_get_place (session));
  write_list (out, "l", sk_session_get_languages (session));
  write_text (out, "g", sk_session_get_group (session));
  write_text (out, "a", years);
  write_number (out, "n", sk_session_get_size (session));
  write_uri (out, "w", sk_session_get_setting (session));
  if (sk_session_get_room (session) != NULL)
    write_list (out, "r", sk_session_get_room (session));
  write_text (out, "o", sk_session_get_aims (session));
}

/**
 * sk_handoff_plan_write:
 *
 * Writes what a link holds of a session.
 *
 * Returns: (transfer full): JSON without blanks
 */
char *
sk_handoff_plan_write (SkSession *session)
{
  SkJsonOutput out = {g_string_new (NULL), FALSE};

  sk_json_output_begin (&out, '{');
  write_facts (&out, session);
  sk_json_output_name (&out, "b");
  sk_json_output_begin (&out, '[');
  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    write_block (&out, sk_session_get_block (session, i), FALSE);
  sk_json_output_end (&out, ']');
  sk_json_output_end (&out, '}');

  return g_string_free_and_steal (out.text);
}
