/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-format.h"

#include <glib/gi18n.h>
#include <string.h>

#include "feed/sk-json.h"
#include "sk-block-format.h"
#include "sk-format-time.h"

/* A pinned record is the deepest there is, and feeds allow no more. */
#define MAX_DEPTH 64
#define MAX_PEOPLE 1000000
#define FORMAT "sidekick-session"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

static void
refuse (GError     **error,
        const char  *why)
{
  g_set_error_literal (error, SK_SESSION_ERROR, SK_SESSION_ERROR_FORMAT, why);
}

/* Some editors begin a text with a mark that is none of its letters. */
static const char *
get_text (GBytes *bytes,
          gsize  *length)
{
  const char *text = g_bytes_get_data (bytes, length);

  if (*length >= strlen (byte_order_mark) &&
      memcmp (text, byte_order_mark, strlen (byte_order_mark)) == 0)
    {
      text += strlen (byte_order_mark);
      *length -= strlen (byte_order_mark);
    }

  /* Of no bytes there is no place either. */
  return text != NULL ? text : "";
}

static void
on_error (JsonParser *parser,
          GError     *error,
          gpointer    data)
{
  *(guint *) data = MAX (1, json_parser_get_current_line (parser));
}

static JsonObject *
parse (GBytes  *bytes,
       GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = get_text (bytes, &length);
  guint line = 1;

  g_signal_connect (parser, "error", G_CALLBACK (on_error), &line);
  json_parser_set_strict (parser, TRUE);
  if (length > SK_SESSION_MAX_BYTES)
    {
      g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_TOO_LARGE,
                   _("It has more than %d MiB, and no session has."),
                   SK_SESSION_MAX_BYTES / 1024 / 1024);
      return NULL;
    }

  if (!g_utf8_validate_len (text, length, NULL))
    refuse (error, _("It is not text in UTF-8."));
  else if (!sk_json_check_depth (text, length, MAX_DEPTH))
    refuse (error, _("It is nested too deeply."));
  else if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_FORMAT,
                 _("It is damaged or cut off: from line %u on it is not JSON."), line);
  else
    {
      JsonObject *object = sk_json_object (json_parser_get_root (parser));

      if (object != NULL && g_strcmp0 (sk_json_get_string (object, "format"), FORMAT) == 0)
        return json_object_ref (object);

      refuse (error, _("It is something other than a session."));
    }

  return NULL;
}

/* The same bytes always make the same session, also where they do not say which. */
static char *
make_id (GBytes *bytes)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  /* A UUID of version 8: made as its maker likes. */
  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", hash, hash + 8, hash + 12, hash + 15,
                          hash + 18);
}

static char *
take_id (SkFieldReader *reader,
         GBytes        *bytes)
{
  g_autofree char *id = sk_field_reader_take_string (reader, "id");

  return id != NULL && g_uuid_string_is_valid (id) ? g_ascii_strdown (id, -1) : make_id (bytes);
}

static GDateTime *
take_time (SkFieldReader *reader,
           const char    *name,
           GTimeZone     *zone)
{
  g_autofree char *text = sk_field_reader_take_string (reader, name);
  GDateTime *time = text != NULL ? sk_format_parse_time (text, zone) : NULL;

  if (time == NULL && (text != NULL || sk_field_reader_has (reader, name)))
    sk_field_reader_refuse (reader, _("Its “%s” is not a time, such as “2027-02-09T10:25”."),
                            name);

  return time;
}

/* A zone that this machine does not know is kept, and its own taken for it. */
static void
take_times (SkFieldReader   *reader,
            SkSessionFields *fields)
{
  g_autoptr (GTimeZone) zone
      = sk_format_parse_zone (sk_json_get_string (reader->object, "timezone"));

  if (zone != NULL)
    json_object_remove_member (reader->object, "timezone");
  else
    zone = g_time_zone_new_local ();

  fields->start = take_time (reader, "start", zone);
  fields->end = take_time (reader, "end", zone);
  if (fields->start != NULL && fields->end != NULL &&
      g_date_time_compare (fields->end, fields->start) <= 0)
    sk_field_reader_refuse (reader, _("Its “end” does not come after its “start”."));
}

static void
take_group (SkFieldReader   *reader,
            SkSessionFields *fields)
{
  g_autoptr (JsonNode) node = sk_field_reader_take_node (reader, "group", JSON_NODE_OBJECT);
  SkFieldReader group = *reader;
  g_autoptr (JsonObject) more = NULL;
  const char *ages;

  if (node == NULL)
    return;

  group.object = json_node_get_object (node);
  ages = sk_json_get_string (group.object, "typicalAgeRange");
  fields->has_ages = ages != NULL && sk_age_range_parse (ages, &fields->ages);
  if (fields->has_ages)
    json_object_remove_member (group.object, "typicalAgeRange");
  fields->group = sk_field_reader_take_string (&group, "name");
  sk_field_reader_take_number (&group, "size", 0, MAX_PEOPLE, &fields->size);
  fields->setting = sk_field_reader_take_string (&group, "setting");

  more = sk_field_reader_end (&group);
  if (more != NULL)
    json_object_set_object_member (reader->object, "group", g_steal_pointer (&more));
}

static void
take_modified (SkFieldReader   *reader,
               SkSessionFields *fields)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const char *text = sk_json_get_string (reader->object, "modified");
  g_autoptr (GDateTime) time = text != NULL ? sk_format_parse_time (text, utc) : NULL;

  if (time == NULL)
    return;

  fields->modified = g_date_time_to_unix (time);
  json_object_remove_member (reader->object, "modified");
}

static void
take_edits (SkFieldReader   *reader,
            SkSessionFields *fields)
{
  g_autoptr (JsonNode) node = sk_field_reader_take_node (reader, "edits", JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *sitting;
  JsonNode *value;

  fields->edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (node == NULL)
    return;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &sitting, &value))
    {
      gint64 count;

      if (sk_json_count_of (value, &count) && count > 0 && count <= G_MAXINT32)
        g_hash_table_insert (fields->edits, g_strdup (sitting), GUINT_TO_POINTER ((guint) count));
    }
}

static void
take_blocks (SkFieldReader   *reader,
             SkVocabularies  *vocabularies,
             SkSessionFields *fields)
{
  g_autoptr (JsonNode) node = sk_field_reader_take_node (reader, "blocks", JSON_NODE_ARRAY);
  g_auto (SkBlockReading) reading;

  sk_block_reading_init (&reading, vocabularies, reader->newer, reader->error);
  if (node != NULL)
    fields->blocks = sk_block_format_read (&reading, json_node_get_array (node));
  else if (sk_field_reader_has (reader, "blocks"))
    sk_field_reader_refuse (reader, _("Its “blocks” are not a list."));
}

static void
take_details (SkFieldReader   *reader,
              SkSessionFields *fields)
{
  fields->title = sk_field_reader_take_string (reader, "title");
  fields->place = sk_field_reader_take_string (reader, "place");
  fields->aims = sk_field_reader_take_string (reader, "aims");
  fields->languages = sk_field_reader_take_strings (reader, "inLanguage");
  fields->room = sk_field_reader_take_strings (reader, "room");
  fields->room_stated = fields->room != NULL;
  fields->archived = sk_field_reader_take_boolean (reader, "archived");
}

static void
take_version (SkFieldReader *reader)
{
  guint version = SK_SESSION_FORMAT_VERSION;

  json_object_remove_member (reader->object, "format");
  if (!sk_field_reader_take_number (reader, "version", 1, G_MAXINT32, &version) &&
      sk_field_reader_has (reader, "version"))
    sk_field_reader_refuse (reader, _("Its “version” is not a whole number from 1 on."));

  reader->newer = version > SK_SESSION_FORMAT_VERSION;
}

/**
 * sk_session_format_read:
 * @bytes: of a file, trusted in nothing
 * @vocabularies: what the concepts of pinned records are looked up in
 * @newer: (out) (optional): whether it is of a newer version than is understood in full, which must
 *   not be written
 *
 * Reads a session from its JSON, as data/schemas/session.schema.json describes it. What would
 * change its meaning if it were passed over (a time, a kind, a length that cannot be read) is
 * refused; whatever else is not understood stays with the session, and is written again.
 *
 * The same bytes always make an equal session, also where the ids of it or of its blocks are
 * missing or there twice.
 *
 * Returns: (transfer full) (nullable): the session; where %NULL, @error is of the SK_SESSION_ERROR
 *   domain, and says what is wrong as the end of a sentence about the file
 */
SkSession *
sk_session_format_read (GBytes          *bytes,
                        SkVocabularies  *vocabularies,
                        gboolean        *newer,
                        GError         **error)
{
  g_auto (SkSessionFields) fields;
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (GError) why = NULL;
  SkFieldReader reader = {.error = &why};

  sk_session_fields_init (&fields);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  object = parse (bytes, error);
  if (object == NULL)
    return NULL;

  reader.object = object;
  take_version (&reader);
  fields.id = take_id (&reader, bytes);
  take_details (&reader, &fields);
  take_times (&reader, &fields);
  take_group (&reader, &fields);
  take_modified (&reader, &fields);
  take_edits (&reader, &fields);
  take_blocks (&reader, vocabularies, &fields);
  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }

  if (newer != NULL)
    *newer = reader.newer;
  fields.more = sk_field_reader_end (&reader);
  return sk_session_new (&fields);
}
