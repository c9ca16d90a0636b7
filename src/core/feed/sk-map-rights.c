/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-mapping.h"

#include "sk-feed-licence.h"
#include "sk-feed-value.h"
#include "sk-json.h"

static void
take_publisher (SkRecordMapping *self,
                JsonNode        *node,
                GPtrArray       *names)
{
  JsonObject *object = sk_json_object (node);
  const char *text = sk_json_string (node);
  g_autofree char *name = NULL;
  g_autofree char *url = NULL;

  if (object != NULL)
    {
      name = sk_mapping_read_line (self, sk_json_get (object, "name"));
      url = sk_mapping_read_link (self, sk_json_get (object, "id"));
      if (url == NULL)
        url = sk_mapping_read_link (self, sk_json_get (object, "url"));
    }
  else if (text != NULL && sk_value_classify_link (text) == SK_LINK_WEB)
    url = g_strdup (text);
  else
    name = sk_mapping_read_line (self, node);

  if (self->fields->publisher_url == NULL)
    self->fields->publisher_url = g_steal_pointer (&url);
  if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_steal_pointer (&name));
}

/**
 * sk_mapping_map_publishers:
 *
 * `publisher`, else `provider`, else whoever made it: names, or organisations and persons
 * with a name.
 */
void
sk_mapping_map_publishers (SkRecordMapping *self)
{
  static const char * const members[] = {"publisher", "provider", "author", "creator"};
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names->len == 0 && i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *node = sk_json_get (self->record, members[i]);

      for (guint j = 0; j < sk_json_count (node); j++)
        take_publisher (self, sk_json_nth (node, j), names);
    }

  if (names->len == 0)
    return;

  g_ptr_array_add (names, NULL);
  self->fields->publishers = (GStrv) g_ptr_array_steal (names, NULL);
}

static char *
read_licence (JsonNode *node)
{
  static const char * const members[] = {"id", "url", "identifier", "name"};
  JsonObject *object = sk_json_object (node);
  const char *text = sk_json_string (node);

  if (text != NULL)
    return sk_licence_to_uri (text);

  for (guint i = 0; object != NULL && i < G_N_ELEMENTS (members); i++)
    {
      const char *member = sk_json_get_string (object, members[i]);
      char *uri = member != NULL ? sk_licence_to_uri (member) : NULL;

      if (uri != NULL)
        return uri;
    }

  return NULL;
}

static SkStated
read_free (JsonNode *node)
{
  gboolean free;

  if (sk_json_count (node) == 0 || !sk_json_boolean (sk_json_nth (node, 0), &free))
    return SK_STATED_NOT;

  return free ? SK_STATED_YES : SK_STATED_NO;
}

/**
 * sk_mapping_map_licence:
 *
 * `license`, the first of them that names one, and `isAccessibleForFree`.
 */
void
sk_mapping_map_licence (SkRecordMapping *self)
{
  JsonNode *node = sk_json_get (self->record, "license");

  for (guint i = 0; self->fields->license == NULL && i < sk_json_count (node); i++)
    self->fields->license = read_licence (sk_json_nth (node, i));

  self->fields->free = read_free (sk_json_get (self->record, "isAccessibleForFree"));
}
