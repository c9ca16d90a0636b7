/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-format.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "feed/sk-json-normalizer.h"
#include "feed/sk-json-output.h"
#include "feed/sk-json.h"
#include "sk-block-guess.h"
#include "sk-session-format.h"

#define MINUTES_AN_HOUR 60
#define MAX_PEOPLE 1000000

/**
 * sk_block_reading_init:
 * @vocabularies: what the concepts of pinned records are looked up in
 * @newer: whether the file is of a newer version than is understood in full
 * @error: (not nullable): where to say why the file is refused
 */
void
sk_block_reading_init (SkBlockReading  *self,
                       SkVocabularies  *vocabularies,
                       gboolean         newer,
                       GError         **error)
{
  *self = (SkBlockReading) {
    .mapper = {.vocabularies = vocabularies, .literal = TRUE},
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .newer = newer,
    .error = error,
  };
}

/**
 * sk_block_reading_clear:
 */
void
sk_block_reading_clear (SkBlockReading *self)
{
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->used, g_hash_table_unref);
}

/* Notes the ids of all blocks, so that one that is renewed is not that of a later block. */
static void
collect_ids (SkBlockReading *reading,
             JsonArray      *blocks)
{
  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      JsonObject *object = sk_json_object (json_array_get_element (blocks, i));
      const char *id = object != NULL ? sk_json_get_string (object, "id") : NULL;
      JsonNode *lanes = object != NULL ? sk_json_get (object, "lanes") : NULL;

      if (id != NULL)
        g_hash_table_add (reading->ids, g_strdup (id));
      if (lanes != NULL && JSON_NODE_HOLDS_ARRAY (lanes))
        collect_ids (reading, json_node_get_array (lanes));
    }
}

/* The same file always gets the same ids: two readings of it have to be equal. */
static char *
take_id (SkBlockReading *reading,
         SkFieldReader  *reader)
{
  g_autofree char *id = sk_field_reader_take_string (reader, "id");

  if (id == NULL || *id == '\0' || g_hash_table_contains (reading->used, id))
    do
      {
        g_free (id);
        id = g_strdup_printf ("b%u", ++reading->n_renewed);
      }
    while (!g_hash_table_add (reading->ids, g_strdup (id)));

  g_hash_table_add (reading->used, g_strdup (id));
  return g_steal_pointer (&id);
}

/* Of a newer version, the kind that comes nearest to one that is not known here. */
static SkBlockKind
guess_kind (SkFieldReader *reader)
{
  if (sk_field_reader_has (reader, "lanes"))
    return SK_BLOCK_GROUPS;

  return sk_field_reader_has (reader, "resource") ? SK_BLOCK_TOOL : SK_BLOCK_DO;
}

static SkBlockKind
take_kind (SkFieldReader *reader)
{
  g_autofree char *text = sk_field_reader_take_string (reader, "kind");
  SkBlockKind kind;

  if (sk_block_kind_parse (text, &kind))
    return kind;

  if (text != NULL)
    sk_field_reader_refuse (reader, _("“%.100s” is not a kind of block."), text);
  else
    sk_field_reader_refuse (reader, _("Its “kind” is missing."));
  return guess_kind (reader);
}

static void
take_lock (SkFieldReader *reader,
           SkBlockFields *fields)
{
  g_autofree char *text = sk_field_reader_take_string (reader, "lock");
  guint hour;
  guint minute;
  int length = 0;

  if (text != NULL && sscanf (text, "%2u:%2u%n", &hour, &minute, &length) == 2 &&
      text[length] == '\0' && hour < 24 && minute < MINUTES_AN_HOUR)
    fields->lock = (int) (hour * MINUTES_AN_HOUR + minute);
  else if (text != NULL || sk_field_reader_has (reader, "lock"))
    sk_field_reader_refuse (reader, _("Its “lock” is not a time of day, such as “10:50”."));
}

static void
take_minutes (SkFieldReader *reader,
              SkBlockFields *fields)
{
  if (sk_field_reader_take_number (reader, "minutes", 1, SK_BLOCK_MAX_MINUTES, &fields->minutes))
    return;

  if (sk_field_reader_has (reader, "minutes"))
    sk_field_reader_refuse (reader, _("Its “minutes” are not a whole number from 1 to %d."),
                            SK_BLOCK_MAX_MINUTES);
  else if (fields->resource != NULL)
    {
      fields->minutes = sk_resource_get_minutes (fields->resource);
      fields->minutes_guessed = fields->minutes == 0;
      if (fields->minutes_guessed)
        fields->minutes = sk_block_guess_minutes (fields->resource);
    }
}

static void
take_activity (SkFieldReader *reader,
               SkBlockFields *fields)
{
  fields->activity = sk_block_kind_get_activity (fields->kind);
  if (sk_activity_parse (sk_json_get_string (reader->object, "activity"), &fields->activity))
    json_object_remove_member (reader->object, "activity");
}

static char *
write_record (JsonNode *record)
{
  SkJsonOutput output = {.text = g_string_new (NULL)};

  sk_json_output_node (&output, record);
  return g_string_free_and_steal (output.text);
}

/* A record of which no tool can be made is kept all the same. */
static void
take_record (SkBlockReading *reading,
             SkFieldReader  *reader,
             SkBlockFields  *fields)
{
  g_autoptr (JsonNode) record = sk_field_reader_take_node (reader, "record", JSON_NODE_OBJECT);

  if (record == NULL)
    return;

  fields->snapshot = write_record (record);
  sk_json_normalize (record);
  if (JSON_NODE_HOLDS_OBJECT (record))
    fields->resource = sk_record_mapper_map (&reading->mapper, json_node_get_object (record), NULL,
                                             NULL);
}

static void
take_tool (SkBlockReading *reading,
           SkFieldReader  *reader,
           SkBlockFields  *fields)
{
  fields->resource_id = sk_field_reader_take_string (reader, "resource");
  take_record (reading, reader, fields);
  if (fields->resource_id == NULL && fields->resource == NULL)
    sk_field_reader_refuse (reader, _("It is a tool, and does not say which: its “resource” is "
                                      "missing."));

  fields->withdrawn = sk_field_reader_take_boolean (reader, "withdrawn");
  fields->kept = sk_field_reader_take_string (reader, "kept");
}

static SkBlock *read_block (SkBlockReading *reading, JsonNode *node, const char *place,
                            const SkBlockFields *groups);

static void
take_lanes (SkBlockReading *reading,
            SkFieldReader  *reader,
            SkBlockFields  *fields)
{
  g_autoptr (JsonNode) node = sk_field_reader_take_node (reader, "lanes", JSON_NODE_ARRAY);
  JsonArray *lanes = node != NULL ? json_node_get_array (node) : NULL;
  guint n_lanes = lanes != NULL ? json_array_get_length (lanes) : 0;

  if (n_lanes < SK_BLOCK_MIN_LANES || n_lanes > SK_BLOCK_MAX_LANES)
    sk_field_reader_refuse (reader, _("It has %u “lanes”; groups are two to four."), n_lanes);

  fields->lanes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < MIN (n_lanes, SK_BLOCK_MAX_LANES); i++)
    {
      /* TRANSLATORS: a place in a file: “Block 3”, and the number of the group in it. */
      g_autofree char *place = g_strdup_printf (_("%s, group %u"), reader->place, i + 1);
      SkBlock *lane = read_block (reading, json_array_get_element (lanes, i), place, fields);

      if (lane != NULL)
        g_ptr_array_add (fields->lanes, lane);
    }
}

/* Of what a block is, that which depends on where it is. */
static void
take_time (SkFieldReader       *reader,
           SkBlockFields       *fields,
           const SkBlockFields *groups)
{
  if (groups == NULL)
    {
      take_minutes (reader, fields);
      take_lock (reader, fields);
      return;
    }

  if (fields->kind == SK_BLOCK_GROUPS)
    {
      sk_field_reader_refuse (reader, _("There are groups within groups."));
      fields->kind = SK_BLOCK_DO;
    }
  json_object_remove_member (reader->object, "minutes");
  json_object_remove_member (reader->object, "lock");
  fields->minutes = groups->minutes;
}

static void
take_words (SkFieldReader *reader,
            SkBlockFields *fields)
{
  fields->title = sk_field_reader_take_string (reader, "title");
  fields->goal = sk_field_reader_take_string (reader, "goal");
  fields->note = sk_field_reader_take_string (reader, "note");
  fields->materials = sk_field_reader_take_strings (reader, "materials");
  fields->reasons = sk_field_reader_take_strings (reader, "reasons");
}

/* NULL where the file is refused. */
static SkBlock *
read_block (SkBlockReading      *reading,
            JsonNode            *node,
            const char          *place,
            const SkBlockFields *groups)
{
  SkFieldReader reader = {sk_json_object (node), place, reading->newer, reading->error};
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  if (reader.object == NULL)
    {
      sk_field_reader_refuse (&reader, _("It is not an object."));
      return NULL;
    }

  fields.id = take_id (reading, &reader);
  fields.kind = take_kind (&reader);
  if (fields.kind == SK_BLOCK_TOOL)
    take_tool (reading, &reader, &fields);
  take_time (&reader, &fields, groups);
  fields.minutes_guessed |= sk_field_reader_take_boolean (&reader, "minutesGuessed");
  sk_field_reader_take_number (&reader, "minutesMin", 0, SK_BLOCK_MAX_MINUTES, &fields.minutes_min);
  fields.skippable = sk_field_reader_take_boolean (&reader, "skippable");
  sk_field_reader_take_number (&reader, "size", 0, MAX_PEOPLE, &fields.size);
  take_activity (&reader, &fields);
  take_words (&reader, &fields);
  if (fields.kind == SK_BLOCK_GROUPS)
    take_lanes (reading, &reader, &fields);

  fields.more = sk_field_reader_end (&reader);
  return *reading->error == NULL ? sk_block_new (&fields) : NULL;
}

/**
 * sk_block_format_read:
 * @reading: what to read with; its error is set where the file is refused
 * @blocks: as they are in the file; what is understood is taken out
 *
 * Returns: (transfer full) (element-type SkBlock): the blocks
 */
GPtrArray *
sk_block_format_read (SkBlockReading *reading,
                      JsonArray      *blocks)
{
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_blocks = json_array_get_length (blocks);

  if (n_blocks > SK_SESSION_MAX_BLOCKS)
    {
      g_set_error (reading->error, SK_SESSION_ERROR, SK_SESSION_ERROR_TOO_LARGE,
                   _("It has %u blocks; no session has more than %d."), n_blocks,
                   SK_SESSION_MAX_BLOCKS);
      return g_steal_pointer (&read);
    }

  collect_ids (reading, blocks);
  for (guint i = 0; i < n_blocks && *reading->error == NULL; i++)
    {
      /* TRANSLATORS: a place in a file: the number of a block of a session, from 1. */
      g_autofree char *place = g_strdup_printf (_("Block %u"), i + 1);
      SkBlock *block = read_block (reading, json_array_get_element (blocks, i), place, NULL);

      if (block != NULL)
        g_ptr_array_add (read, block);
    }

  return g_steal_pointer (&read);
}
