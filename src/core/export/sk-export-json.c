/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-export-json.h"

#include "page/sk-paper-words.h"
#include "session/sk-timetable.h"

#define LOCAL_TIME "%Y-%m-%dT%H:%M"

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  json_builder_set_member_name (builder, member);
  if (value != NULL && *value != '\0')
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_strings (JsonBuilder        *builder,
             const char         *member,
             const char * const *values)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
add_int (JsonBuilder *builder,
         const char  *member,
         gint64       value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

/* A number that 0 stands for not saying. */
static void
add_count (JsonBuilder *builder,
           const char  *member,
           guint        count)
{
  if (count > 0)
    add_int (builder, member, count);
  else
    add_string (builder, member, NULL);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *member,
             gboolean     value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

static void
add_time (JsonBuilder *builder,
          const char  *member,
          SkSession   *session,
          int          minutes)
{
  g_autoptr (GDateTime) time = sk_session_dup_time (session, minutes);
  g_autofree char *text = g_date_time_format (time, LOCAL_TIME);

  add_string (builder, member, text);
}

static void
build_what (JsonBuilder *builder,
            SkBlock     *block,
            gboolean     with_notes)
{
  SkActivity activity = sk_block_get_activity (block);
  SkResource *resource = sk_block_get_resource (block);

  add_string (builder, "activity",
              activity != SK_ACTIVITY_NONE ? sk_activity_to_string (activity) : NULL);
  add_string (builder, "goal", sk_block_get_goal (block));
  if (with_notes)
    add_string (builder, "note", sk_block_get_note (block));
  add_strings (builder, "materials", sk_block_get_materials (block));
  add_count (builder, "size", sk_block_get_size (block));
  add_string (builder, "resource", sk_block_get_resource_id (block));
  add_string (builder, "url", resource != NULL ? sk_resource_get_url (resource) : NULL);
  add_strings (builder, "publishers",
               resource != NULL ? sk_resource_get_publishers (resource) : NULL);
  add_boolean (builder, "withdrawn", sk_block_get_withdrawn (block));
  add_strings (builder, "reasons", sk_block_get_reasons (block));
}

static const char *
find_title (SkBlock      *block,
            SkPaperWords *words)
{
  const char *title = sk_block_get_title (block);

  return *title != '\0' ? title : sk_paper_words_kind (words, sk_block_get_kind (block));
}

static void
build_block (JsonBuilder  *builder,
             SkSession    *session,
             SkBlock      *block,
             const SkSlot *slot,
             SkPaperWords *words,
             gboolean      with_notes)
{
  GPtrArray *lanes = sk_block_get_lanes (block);

  json_builder_begin_object (builder);
  add_string (builder, "id", sk_block_get_id (block));
  add_string (builder, "kind", sk_block_kind_to_string (sk_block_get_kind (block)));
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, find_title (block, words));
  add_time (builder, "start", session, slot->start);
  add_time (builder, "end", session, slot->start + (int) slot->minutes);
  add_int (builder, "minutes", slot->minutes);
  add_boolean (builder, "minutesGuessed", sk_block_get_minutes_guessed (block));
  add_count (builder, "minutesMin", sk_block_get_minutes_min (block));
  add_boolean (builder, "skippable", sk_block_get_skippable (block));
  add_boolean (builder, "locked", slot->locked);
  add_int (builder, "gap", slot->gap);
  add_int (builder, "overrun", slot->overrun);
  build_what (builder, block, with_notes);

  json_builder_set_member_name (builder, "lanes");
  json_builder_begin_array (builder);
  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    build_block (builder, session, g_ptr_array_index (lanes, i), slot, words, with_notes);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
build_facts (JsonBuilder *builder,
             SkSession   *session)
{
  GTimeZone *zone = g_date_time_get_timezone (sk_session_get_start (session));
  g_autofree char *years = NULL;
  SkAgeRange ages;

  if (sk_session_get_ages (session, &ages))
    years = g_strdup_printf ("%u-%u", ages.min, ages.max);

  add_string (builder, "timezone", g_time_zone_get_identifier (zone));
  add_string (builder, "place", sk_session_get_place (session));
  add_strings (builder, "languages", sk_session_get_languages (session));
  add_string (builder, "group", sk_session_get_group (session));
  add_string (builder, "ages", years);
  add_count (builder, "size", sk_session_get_size (session));
  add_string (builder, "setting", sk_session_get_setting (session));
  if (sk_session_get_room (session) != NULL)
    add_strings (builder, "room", sk_session_get_room (session));
  else
    add_string (builder, "room", NULL);
  add_string (builder, "aims", sk_session_get_aims (session));
  add_boolean (builder, "archived", sk_session_get_archived (session));
}

/**
 * sk_export_build_json:
 * @language: (nullable): in which a block without a title is called by what it is; %NULL is the
 *   session's first
 * @with_notes: whether the leader's private notes are to be in it
 *
 * Adds an object with the session and its computed times. Its shape is in `sidekickctl help json`.
 */
void
sk_export_build_json (JsonBuilder *builder,
                      SkSession   *session,
                      const char  *language,
                      gboolean     with_notes)
{
  g_autoptr (SkPaperWords) words =
    sk_paper_words_new (language != NULL ? language : sk_session_get_languages (session)[0]);
  g_autoptr (SkTimetable) times = sk_timetable_new (session);
  const gboolean bell = sk_timetable_has_bell (times);

  json_builder_begin_object (builder);
  add_string (builder, "id", sk_session_get_id (session));
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, sk_session_get_title (session));
  add_time (builder, "start", session, 0);
  add_time (builder, "end", session,
            bell ? sk_timetable_get_bell (times) : sk_timetable_get_end (times));
  add_boolean (builder, "bell", bell);
  add_int (builder, "minutes", sk_timetable_get_minutes (times));
  add_int (builder, "free", sk_timetable_get_free (times));
  add_int (builder, "overrun", sk_timetable_get_overrun (times));
  build_facts (builder, session);

  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    build_block (builder, session, sk_session_get_block (session, i),
                 sk_timetable_get_slot (times, i), words, with_notes);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
