/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-mapping.h"

#include "sk-feed-value.h"
#include "sk-json.h"

/**
 * sk_mapping_read_link:
 * @node: (nullable): an address, an object with one, or a list of either
 *
 * Returns: (transfer full) (nullable): the first that is http or https, absolute
 */
char *
sk_mapping_read_link (SkRecordMapping *self,
                      JsonNode        *node)
{
  static const char * const members[] = {"contentUrl", "url", "id"};

  for (guint i = 0; i < sk_json_count (node); i++)
    {
      JsonObject *object = sk_json_object (sk_json_nth (node, i));
      const char *text = sk_json_string (sk_json_nth (node, i));
      char *link = NULL;

      for (guint j = 0; object != NULL && text == NULL && j < G_N_ELEMENTS (members); j++)
        text = sk_json_get_string (object, members[j]);
      if (text != NULL)
        link = sk_value_resolve_link (text, self->mapper->base_uri);
      if (link != NULL)
        return link;
    }

  return NULL;
}

/* The first that is absolute, of a URI, an object with one as its id, or a list of either. */
static char *
read_uri (JsonNode *node)
{
  for (guint i = 0; i < sk_json_count (node); i++)
    {
      const char *text = sk_json_reference (sk_json_nth (node, i));

      if (text != NULL && sk_value_is_uri (text))
        return g_strdup (text);
    }

  return NULL;
}

static gint64
read_size (JsonObject *media)
{
  JsonNode *node = sk_json_get (media, "contentSize");
  const char *text = sk_json_string (node);
  gint64 size;
  double number;

  if (text != NULL)
    return sk_value_parse_size (text, &size) ? size : SK_ATTACHMENT_SIZE_UNKNOWN;
  if (sk_json_number (node, &number) && number >= 0 && number < (double) G_MAXINT64)
    return (gint64) number;

  return SK_ATTACHMENT_SIZE_UNKNOWN;
}

static void
take_media (SkRecordMapping *self,
            JsonNode        *node)
{
  JsonObject *media = sk_json_object (node);
  g_autofree char *url = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sha256 = NULL;
  const char *digits;

  if (media == NULL || sk_json_get (media, "contentUrl") == NULL)
    return;

  url = sk_mapping_read_link (self, sk_json_get (media, "contentUrl"));
  if (url == NULL)
    return;

  if (self->fields->attachments == NULL)
    self->fields->attachments =
        g_ptr_array_new_with_free_func ((GDestroyNotify) sk_attachment_unref);
  for (guint i = 0; i < self->fields->attachments->len; i++)
    if (g_str_equal (sk_attachment_get_url (g_ptr_array_index (self->fields->attachments, i)), url))
      return;

  name = sk_mapping_read_line (self, sk_json_get (media, "name"));
  digits = sk_json_get_string (media, "sha256");
  sha256 = digits != NULL ? sk_value_parse_sha256 (digits) : NULL;
  g_ptr_array_add (self->fields->attachments,
                   sk_attachment_new (url, name, sk_json_get_string (media, "encodingFormat"),
                                      read_size (media), sha256));
}

static void
map_attachments (SkRecordMapping *self)
{
  static const char * const members[] = {"encoding", "associatedMedia", "video", "audio", "hasPart"};

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *node = sk_json_get (self->record, members[i]);

      for (guint j = 0; j < sk_json_count (node); j++)
        take_media (self, sk_json_nth (node, j));
    }
}

static GStrv
read_uris (JsonNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; i < sk_json_count (node); i++)
    {
      char *uri = read_uri (sk_json_nth (node, i));

      if (uri == NULL)
        continue;

      g_strv_builder_take (builder, uri);
      any = TRUE;
    }

  return any ? g_strv_builder_end (builder) : NULL;
}

/**
 * sk_mapping_map_links:
 *
 * Where it is opened, its picture, its files, and the same work in other languages. What
 * is not http or https is left out.
 */
void
sk_mapping_map_links (SkRecordMapping *self)
{
  static const char * const images[] = {"image", "thumbnailUrl", "thumbnail"};
  SkResourceFields *fields = self->fields;

  fields->url = sk_mapping_read_link (self, sk_json_get (self->record, "url"));
  if (fields->url == NULL && sk_value_classify_link (fields->id) == SK_LINK_WEB)
    fields->url = g_strdup (fields->id);

  for (guint i = 0; fields->image == NULL && i < G_N_ELEMENTS (images); i++)
    fields->image = sk_mapping_read_link (self, sk_json_get (self->record, images[i]));

  map_attachments (self);

  fields->translation_of = read_uri (sk_json_get (self->record, "translationOfWork"));
  fields->translations = read_uris (sk_json_get (self->record, "workTranslation"));
}
