/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-index.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "model/sk-date.h"
#include "sk-feed-value.h"
#include "sk-json-normalizer.h"
#include "sk-json.h"
#include "sk-record-mapper.h"

#define MAX_DEPTH 64

struct _SkFeedIndex
{
  GObject parent_instance;

  SkLangString *name;
  gint64 version;
  gint64 expires;
  GArray *pages;
};

G_DEFINE_FINAL_TYPE (SkFeedIndex, sk_feed_index, G_TYPE_OBJECT)

static void
page_clear (SkFeedPage *page)
{
  g_clear_pointer (&page->url, g_free);
  g_clear_pointer (&page->sha256, g_free);
  g_clear_pointer (&page->media_type, g_free);
}

static void
sk_feed_index_finalize (GObject *object)
{
  SkFeedIndex *self = SK_FEED_INDEX (object);

  g_clear_pointer (&self->name, sk_lang_string_unref);
  g_clear_pointer (&self->pages, g_array_unref);

  G_OBJECT_CLASS (sk_feed_index_parent_class)->finalize (object);
}

static void
sk_feed_index_class_init (SkFeedIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_feed_index_finalize;
}

static void
sk_feed_index_init (SkFeedIndex *self)
{
  self->pages = g_array_new (FALSE, TRUE, sizeof (SkFeedPage));
  g_array_set_clear_func (self->pages, (GDestroyNotify) page_clear);
}

static gboolean
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, SK_FEED_ERROR, SK_FEED_ERROR_NOT_A_FEED, message);
  return FALSE;
}

/* A page lies where the index says, on the web or, for an index in a file, beside it. */
static char *
resolve_page (const char *text,
              const char *base_uri)
{
  SkLink link = text != NULL ? sk_value_classify_link (text) : SK_LINK_BAD;

  if (link == SK_LINK_WEB)
    return g_strdup (text);
  if (link != SK_LINK_RELATIVE || base_uri == NULL)
    return NULL;

  return g_uri_resolve_relative (base_uri, text, G_URI_FLAGS_PARSE_RELAXED, NULL);
}

static gboolean
read_page (JsonNode    *node,
           const char  *base_uri,
           SkFeedPage  *page,
           GError     **error)
{
  JsonObject *object = sk_json_object (node);
  const char *sha256 = object != NULL ? sk_json_get_string (object, "sha256") : NULL;
  const char *url = object != NULL ? sk_json_get_string (object, "contentUrl") : NULL;
  gint64 bytes;

  page->url = resolve_page (url, base_uri);
  page->sha256 = sha256 != NULL ? sk_value_parse_sha256 (sha256) : NULL;
  if (page->url == NULL)
    return fail (error, _("The index of the catalogue lists a page without a usable address "
                          "(contentUrl). Tell its publisher."));
  if (page->sha256 == NULL)
    return fail (error, _("The index of the catalogue lists a page without its hash (sha256). Tell "
                          "its publisher."));
  if (!sk_json_count_of (sk_json_get (object, "contentSize"), &bytes))
    return fail (error, _("The index of the catalogue lists a page without its size (contentSize). "
                          "Tell its publisher."));

  page->size = (guint64) bytes;
  page->media_type = g_strdup (sk_json_get_string (object, "encodingFormat"));
  return TRUE;
}

static gboolean
read_pages (SkFeedIndex  *self,
            JsonNode     *list,
            const char   *base_uri,
            GError      **error)
{
  for (guint i = 0; i < sk_json_count (list); i++)
    {
      SkFeedPage page = {NULL};

      if (!read_page (sk_json_nth (list, i), base_uri, &page, error))
        {
          page_clear (&page);
          return FALSE;
        }

      g_array_append_val (self->pages, page);
    }

  return TRUE;
}

static gboolean
read_version (SkFeedIndex  *self,
              JsonNode     *node,
              GError      **error)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 0)
    return fail (error, _("The index of the catalogue has no version number. Tell its publisher."));

  self->version = json_node_get_int (node);
  return TRUE;
}

static gboolean
read_index (SkFeedIndex  *self,
            JsonObject   *object,
            const char   *base_uri,
            GError      **error)
{
  const SkRecordMapper mapper = {.base_uri = base_uri};
  const char *expires = sk_json_get_string (object, "expires");

  if (!sk_json_has_type (object, "DataFeed") || !json_object_has_member (object, "distribution"))
    return fail (error, _("This is not the index of a catalogue. Check the address."));
  if (!read_version (self, sk_json_get (object, "version"), error) ||
      !read_pages (self, sk_json_get (object, "distribution"), base_uri, error))
    return FALSE;

  self->name = sk_record_mapper_read_name (&mapper, object);
  if (expires != NULL && !sk_date_parse (expires, &self->expires))
    self->expires = 0;

  return TRUE;
}

/**
 * sk_feed_index_new_from_bytes:
 * @bytes: the index, JSON in UTF-8
 * @base_uri: (nullable): its own address, against which those of its pages are read
 * @error: a SkFeedError
 *
 * Reads the index of a published feed, a schema.org DataFeed with a `distribution`.
 *
 * Returns: (transfer full) (nullable): the index; %NULL where it is none, or where a page
 *   of it could not be fetched and checked
 */
SkFeedIndex *
sk_feed_index_new_from_bytes (GBytes      *bytes,
                              const char  *base_uri,
                              GError     **error)
{
  g_autoptr (SkFeedIndex) self = g_object_new (SK_TYPE_FEED_INDEX, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *json = g_bytes_get_data (bytes, &length);
  JsonNode *root;

  if (length >= 3 && memcmp (json, "\xef\xbb\xbf", 3) == 0)
    {
      json += 3;
      length -= 3;
    }

  json_parser_set_strict (parser, TRUE);
  if (length == 0 || !g_utf8_validate_len (json, length, NULL) ||
      !sk_json_check_depth (json, length, MAX_DEPTH) ||
      !json_parser_load_from_data (parser, json, (gssize) length, NULL))
    {
      g_set_error_literal (error, SK_FEED_ERROR, SK_FEED_ERROR_SYNTAX,
                           _("The index of the catalogue is damaged: it is not correct JSON. Fetch it "
                             "again, or tell its publisher."));
      return NULL;
    }

  root = json_parser_get_root (parser);
  sk_json_normalize (root);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (error, _("This is not the index of a catalogue. Check the address."));
      return NULL;
    }

  return read_index (self, json_node_get_object (root), base_uri, error) ? g_steal_pointer (&self)
                                                                         : NULL;
}

/**
 * sk_feed_index_get_name:
 *
 * Returns: (nullable): what the catalogue is called
 */
SkLangString *
sk_feed_index_get_name (SkFeedIndex *self)
{
  g_return_val_if_fail (SK_IS_FEED_INDEX (self), NULL);

  return self->name;
}

/**
 * sk_feed_index_get_version:
 *
 * Returns: the number of this publication; it only grows
 */
gint64
sk_feed_index_get_version (SkFeedIndex *self)
{
  g_return_val_if_fail (SK_IS_FEED_INDEX (self), 0);

  return self->version;
}

/**
 * sk_feed_index_get_expires:
 *
 * Returns: until when it is fresh, in seconds since 1970 (UTC); 0 where it does not say
 */
gint64
sk_feed_index_get_expires (SkFeedIndex *self)
{
  g_return_val_if_fail (SK_IS_FEED_INDEX (self), 0);

  return self->expires;
}

/**
 * sk_feed_index_get_n_pages:
 *
 * Returns: how many pages it lists
 */
guint
sk_feed_index_get_n_pages (SkFeedIndex *self)
{
  g_return_val_if_fail (SK_IS_FEED_INDEX (self), 0);

  return self->pages->len;
}

/**
 * sk_feed_index_get_page:
 * @nth: less than [method@FeedIndex.get_n_pages]
 *
 * Returns: one of its pages
 */
const SkFeedPage *
sk_feed_index_get_page (SkFeedIndex *self,
                        guint        nth)
{
  g_return_val_if_fail (SK_IS_FEED_INDEX (self), NULL);
  g_return_val_if_fail (nth < self->pages->len, NULL);

  return &g_array_index (self->pages, SkFeedPage, nth);
}
