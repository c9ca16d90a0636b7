/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-handoff-plan.h"

#include <stdio.h>
#include <string.h>

#include "feed/sk-json.h"
#include "sidekick-config.h"

/* Deeper than lanes with their lists; and far more blocks than a day has use for. */
#define MAX_DEPTH 8
#define MAX_BLOCKS 1000

static char *
read_uri (JsonObject *object,
          const char *name)
{
  const char *uri = sk_json_get_string (object, name);

  return uri != NULL && *uri == ':' ? g_strconcat (SK_W3ID_ROOT, uri + 1, NULL) : g_strdup (uri);
}

static guint
read_number (JsonObject *object,
             const char *name)
{
  gint64 number;

  return sk_json_count_of (sk_json_get (object, name), &number) ? (guint) MIN (number, G_MAXINT)
                                                                : 0;
}

static GStrv
read_list (JsonObject *object,
           const char *name)
{
  JsonNode *node = sk_json_get (object, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < sk_json_count (node); i++)
    {
      const char *text = sk_json_string (sk_json_nth (node, i));

      if (text != NULL)
        g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

/* A zone that this machine does not know keeps the clock times, which is what a plan is about. */
static GTimeZone *
read_zone (JsonObject *plan)
{
  const char *name = sk_json_get_string (plan, "z");
  GTimeZone *zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL ? zone : g_time_zone_new_local ();
}

static GDateTime *
read_time (JsonObject *plan,
           const char *name,
           GTimeZone  *zone)
{
  const char *text = sk_json_get_string (plan, name);
  g_autofree char *full = NULL;

  if (text == NULL || strlen (text) != strlen ("2027-02-09T10:25"))
    return NULL;

  full = g_strconcat (text, ":00", NULL);
  return g_date_time_new_from_iso8601 (full, zone);
}

static GHashTable *
read_edits (JsonObject *plan)
{
  GHashTable *edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonObject *counts = sk_json_object (sk_json_get (plan, "v"));
  JsonObjectIter iter;
  const char *sitting;
  JsonNode *node;

  if (counts == NULL)
    return edits;

  json_object_iter_init (&iter, counts);
  while (json_object_iter_next (&iter, &sitting, &node))
    {
      guint count = read_number (counts, sitting);

      if (count > 0)
        g_hash_table_insert (edits, g_strdup (sitting), GUINT_TO_POINTER (count));
    }

  return edits;
}

static int
read_lock (JsonObject *object)
{
  const char *clock = sk_json_get_string (object, "c");
  guint hour;
  guint minute;

  if (clock == NULL || strlen (clock) != strlen ("10:25") ||
      sscanf (clock, "%2u:%2u", &hour, &minute) != 2 || hour > 23 || minute > 59)
    return SK_BLOCK_UNLOCKED;

  return (int) (hour * 60 + minute);
}

static SkBlock *read_block (JsonObject *object, guint lane_minutes, guint *n_blocks);

/* Sets *n_blocks beyond the limit where there are too many of them. */
static GPtrArray *
read_blocks (JsonObject *object,
             const char *name,
             guint       lane_minutes,
             guint      *n_blocks)
{
  JsonNode *node = sk_json_get (object, name);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sk_json_count (node) && *n_blocks <= MAX_BLOCKS; i++)
    {
      JsonObject *block = sk_json_object (sk_json_nth (node, i));

      *n_blocks += 1;
      if (block != NULL)
        g_ptr_array_add (blocks, read_block (block, lane_minutes, n_blocks));
    }

  return g_steal_pointer (&blocks);
}

static void
read_kind (JsonObject    *object,
           SkBlockFields *fields)
{
  const char *kind = sk_json_get_string (object, "k");
  const char *activity = sk_json_get_string (object, "d");

  if (kind == NULL)
    fields->kind = SK_BLOCK_TOOL;
  else if (!sk_block_kind_parse (kind, &fields->kind))
    fields->kind = SK_BLOCK_DO;

  if (activity == NULL || !sk_activity_parse (activity, &fields->activity))
    fields->activity = SK_ACTIVITY_NONE;
}

static SkBlock *
read_block (JsonObject *object,
            guint       lane_minutes,
            guint      *n_blocks)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  read_kind (object, &fields);
  fields.id = g_strdup (sk_json_get_string (object, "i"));
  fields.title = g_strdup (sk_json_get_string (object, "t"));
  fields.minutes = lane_minutes > 0 ? lane_minutes : read_number (object, "m");
  fields.minutes_guessed = read_number (object, "q") > 0;
  fields.minutes_min = read_number (object, "f");
  fields.skippable = read_number (object, "x") > 0;
  fields.lock = read_lock (object);
  fields.goal = g_strdup (sk_json_get_string (object, "g"));
  fields.materials = read_list (object, "h");
  fields.size = read_number (object, "n");
  fields.resource_id = read_uri (object, "r");
  if (fields.kind == SK_BLOCK_GROUPS)
    fields.lanes = read_blocks (object, "l", MAX (fields.minutes, 1), n_blocks);

  return sk_block_new (&fields);
}

static void
read_facts (JsonObject      *plan,
            SkSessionFields *fields)
{
  const char *ages = sk_json_get_string (plan, "a");
  gint64 modified;

  fields->id = g_strdup (sk_json_get_string (plan, "i"));
  fields->edits = read_edits (plan);
  if (sk_json_count_of (sk_json_get (plan, "u"), &modified))
    fields->modified = modified;
  fields->title = g_strdup (sk_json_get_string (plan, "t"));
  fields->place = g_strdup (sk_json_get_string (plan, "p"));
  fields->languages = read_list (plan, "l");
  fields->group = g_strdup (sk_json_get_string (plan, "g"));
  fields->has_ages = ages != NULL && sk_age_range_parse (ages, &fields->ages);
  fields->size = read_number (plan, "n");
  fields->setting = read_uri (plan, "w");
  fields->room_stated = sk_json_get (plan, "r") != NULL;
  fields->room = read_list (plan, "r");
  fields->aims = g_strdup (sk_json_get_string (plan, "o"));
}

static SkSession *
read_session (JsonObject *plan)
{
  g_autoptr (GTimeZone) zone = read_zone (plan);
  g_auto (SkSessionFields) fields;
  guint n_blocks = 0;

  sk_session_fields_init (&fields);
  fields.start = read_time (plan, "s", zone);
  if (fields.start == NULL)
    return NULL;

  fields.end = read_time (plan, "e", zone);
  read_facts (plan, &fields);
  fields.blocks = read_blocks (plan, "b", 0, &n_blocks);
  return n_blocks <= MAX_BLOCKS ? sk_session_new (&fields) : NULL;
}

/**
 * sk_handoff_plan_read:
 * @json: any bytes
 * @length: their number
 *
 * Reads what a link holds. Names that are not known are passed over, so that a later version can
 * say more in the same link.
 *
 * Returns: (transfer full) (nullable): the session; %NULL where it is none
 */
SkSession *
sk_handoff_plan_read (const char *json,
                      gsize       length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *plan;

  if (!sk_json_check_depth (json, length, MAX_DEPTH) ||
      !json_parser_load_from_data (parser, json, (gssize) length, NULL))
    return NULL;

  plan = sk_json_object (json_parser_get_root (parser));
  return plan != NULL ? read_session (plan) : NULL;
}
