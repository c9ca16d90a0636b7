/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-feed-reading.h"
#include "sk-json-normalizer.h"
#include "sk-json.h"
#include "sk-map-curated.h"

#define MIB (G_GUINT64_CONSTANT (1024) * 1024)

const SkFeedLimits sk_feed_limits_default = {
  .max_bytes = 4096 * MIB,
  .max_record_bytes = 8 * MIB,
  .max_whole_bytes = 64 * MIB,
  .max_records = 5000000,
  .max_curated = 200,
  .max_depth = 64,
};

struct _SkFeedReader
{
  GObject parent_instance;

  SkVocabularies *vocabularies;
  SkFeedLimits limits;
  JsonParser *parser;         /* of single records */
};

G_DEFINE_FINAL_TYPE (SkFeedReader, sk_feed_reader, G_TYPE_OBJECT)

/**
 * sk_feed_info_clear:
 * @info: what a document says of itself
 *
 * Frees what it holds, and leaves it empty.
 */
void
sk_feed_info_clear (SkFeedInfo *info)
{
  g_clear_pointer (&info->name, sk_lang_string_unref);
  g_clear_pointer (&info->id, g_free);
  g_clear_pointer (&info->next, g_free);
  *info = (SkFeedInfo){SK_FEED_KIND_RECORDS};
}

static void
sk_feed_reader_finalize (GObject *object)
{
  SkFeedReader *self = SK_FEED_READER (object);

  g_clear_object (&self->vocabularies);
  g_clear_object (&self->parser);

  G_OBJECT_CLASS (sk_feed_reader_parent_class)->finalize (object);
}

static void
sk_feed_reader_class_init (SkFeedReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_feed_reader_finalize;
}

static JsonParser *
new_parser (void)
{
  JsonParser *parser = json_parser_new ();

  json_parser_set_strict (parser, TRUE);
  return parser;
}

static void
sk_feed_reader_init (SkFeedReader *self)
{
  self->limits = sk_feed_limits_default;
  self->parser = new_parser ();
}

/**
 * sk_feed_reader_new:
 * @vocabularies: where concepts are looked up
 *
 * Makes a reader of feeds: AMB, plain schema.org in JSON-LD, and the DataFeed, ItemList,
 * array, JSON Lines, `@graph` or HTML page they come in.
 *
 * Returns: (transfer full): a reader with the limits of %sk_feed_limits_default
 */
SkFeedReader *
sk_feed_reader_new (SkVocabularies *vocabularies)
{
  SkFeedReader *self;

  g_return_val_if_fail (SK_IS_VOCABULARIES (vocabularies), NULL);

  self = g_object_new (SK_TYPE_FEED_READER, NULL);
  self->vocabularies = g_object_ref (vocabularies);

  return self;
}

/**
 * sk_feed_reader_set_limits:
 * @limits: how much is read
 *
 * Sets how much is read before a document is given up.
 */
void
sk_feed_reader_set_limits (SkFeedReader       *self,
                           const SkFeedLimits *limits)
{
  g_return_if_fail (SK_IS_FEED_READER (self));
  g_return_if_fail (limits != NULL);

  self->limits = *limits;
}

/**
 * sk_feed_reader_inspect:
 * @inspector: (nullable): looks at what is read
 *
 * As [method@FeedReader.read], with an inspector whose findings go to the handler's
 * `problem` too. With one, a list without any usable record is read to its end.
 *
 * Returns: whether the document was read to its end
 */
gboolean
sk_feed_reader_inspect (SkFeedReader           *self,
                        GInputStream           *stream,
                        const char             *base_uri,
                        const SkFeedHandler    *handler,
                        gpointer                user_data,
                        const SkFeedInspector  *inspector,
                        SkFeedInfo             *info,
                        GCancellable           *cancellable,
                        GError                **error)
{
  g_auto (SkFeedReading) reading = {
    .mapper = {.vocabularies = self->vocabularies, .base_uri = base_uri},
    .limits = &self->limits,
    .handler = handler,
    .user_data = user_data,
    .inspector = inspector,
    .info = info,
  };

  sk_feed_info_clear (info);
  reading.input = sk_feed_input_new (stream, self->limits.max_bytes, cancellable);
  reading.parser = new_parser ();
  reading.ids = g_hash_table_new (NULL, NULL);

  return sk_feed_reading_read (&reading, error);
}

/**
 * sk_feed_reader_read:
 * @stream: the document; it is not closed
 * @base_uri: (nullable): its own address, against which relative ones are read where it is
 *   http or https
 * @handler: what to do with its records
 * @user_data: for @handler
 * @info: (out caller-allocates): what it says of itself
 * @cancellable: (nullable): stops the read
 * @error: a SkFeedError, or what the stream or the handler says
 *
 * Reads a document as a stream: the memory it takes is that of the largest record, and a
 * few bytes a record for its id. A `@graph` or an HTML page is read whole. A record that
 * cannot be used is named to the handler and skipped; so is a second one with an id that
 * was there. What of a usable record has to be passed over is not named here: see
 * [func@feed_checker_check].
 *
 * The records are handed over before the document's end is seen: where %FALSE is returned,
 * undo what was done with them.
 *
 * Returns: whether the document was read to its end
 */
gboolean
sk_feed_reader_read (SkFeedReader         *self,
                     GInputStream         *stream,
                     const char           *base_uri,
                     const SkFeedHandler  *handler,
                     gpointer              user_data,
                     SkFeedInfo           *info,
                     GCancellable         *cancellable,
                     GError              **error)
{
  g_return_val_if_fail (SK_IS_FEED_READER (self), FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (handler != NULL, FALSE);
  g_return_val_if_fail (info != NULL, FALSE);

  return sk_feed_reader_inspect (self, stream, base_uri, handler, user_data, NULL, info, cancellable,
                                 error);
}

static gboolean
load_record (SkFeedReader  *self,
             const char    *json,
             gsize          length,
             GError       **error)
{
  if (sk_json_check_depth (json, length, self->limits.max_depth) &&
      g_utf8_validate_len (json, length, NULL) &&
      json_parser_load_from_data (self->parser, json, (gssize) length, NULL) &&
      JSON_NODE_HOLDS_OBJECT (json_parser_get_root (self->parser)))
    return TRUE;

  g_set_error_literal (error, SK_FEED_ERROR, SK_FEED_ERROR_SYNTAX, _("The record is not correct JSON."));
  return FALSE;
}

/**
 * sk_feed_reader_read_record:
 * @json: one record as [func@feed_writer_write_record] writes it
 * @length: its length in bytes, or -1 where it ends with NUL
 * @source: (nullable): the feed that the record came from
 *
 * Reads one record of ours back. Its texts are taken as they are: "&amp;" stays what it is.
 *
 * Returns: (transfer full) (nullable): the resource
 */
SkResource *
sk_feed_reader_read_record (SkFeedReader  *self,
                            const char    *json,
                            gssize         length,
                            const char    *source,
                            GError       **error)
{
  const SkRecordMapper mapper
      = {.vocabularies = self->vocabularies, .source = source, .literal = TRUE};
  g_autoptr (SkFeedProblem) refusal = NULL;
  SkResource *resource;
  JsonNode *root;

  g_return_val_if_fail (SK_IS_FEED_READER (self), NULL);
  g_return_val_if_fail (json != NULL, NULL);

  if (!load_record (self, json, length < 0 ? strlen (json) : (gsize) length, error))
    return NULL;

  root = json_parser_get_root (self->parser);
  sk_json_normalize (root);
  resource = sk_record_mapper_map (&mapper, json_node_get_object (root), NULL, &refusal);
  if (resource == NULL)
    g_set_error_literal (error, SK_FEED_ERROR, SK_FEED_ERROR_RECORD,
                         sk_feed_problem_get_message (refusal));

  return resource;
}

/**
 * sk_feed_reader_read_curated:
 * @json: what [func@feed_writer_write_curated] wrote
 * @length: its length in bytes, or -1 where it ends with NUL
 *
 * Reads a list of tools or an event of ours back.
 *
 * Returns: (transfer full) (nullable): a #SkCollection or a #SkEvent
 */
GObject *
sk_feed_reader_read_curated (SkFeedReader  *self,
                             const char    *json,
                             gssize         length,
                             GError       **error)
{
  const SkRecordMapper mapper = {.vocabularies = self->vocabularies, .literal = TRUE};
  g_autoptr (SkFeedProblem) refusal = NULL;
  GObject *thing;
  JsonNode *root;

  g_return_val_if_fail (SK_IS_FEED_READER (self), NULL);
  g_return_val_if_fail (json != NULL, NULL);

  if (!load_record (self, json, length < 0 ? strlen (json) : (gsize) length, error))
    return NULL;

  root = json_parser_get_root (self->parser);
  sk_json_normalize (root);
  thing = sk_curated_map (&mapper, json_node_get_object (root), &refusal);
  if (thing == NULL)
    g_set_error_literal (error, SK_FEED_ERROR, SK_FEED_ERROR_RECORD,
                         sk_feed_problem_get_message (refusal));

  return thing;
}
