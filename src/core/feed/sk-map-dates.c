/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-mapping.h"

#include "model/sk-date.h"
#include "sk-feed-value.h"
#include "sk-json.h"

#define DAY_LENGTH 10

static char *
read_date (JsonObject *object,
           const char *name)
{
  const char *text = object != NULL ? sk_json_get_string (object, name) : NULL;
  gint64 seconds;

  return text != NULL && sk_date_parse (text, &seconds) ? g_strdup (text) : NULL;
}

static char *
read_page_date (JsonNode *pages)
{
  for (guint i = 0; i < sk_json_count (pages); i++)
    {
      char *date = read_date (sk_json_object (sk_json_nth (pages, i)), "dateModified");

      if (date != NULL)
        return date;
    }

  return NULL;
}

static void
map_duration (SkRecordMapping *self)
{
  const char *text = sk_json_get_string (self->record, "timeRequired");
  guint minutes;

  if (text != NULL && sk_value_parse_duration (text, &minutes))
    self->fields->minutes = minutes;
}

/**
 * sk_mapping_map_dates:
 *
 * How long it takes, when it was published and changed, and where and when its facts were
 * seen.
 */
void
sk_mapping_map_dates (SkRecordMapping *self)
{
  SkResourceFields *fields = self->fields;
  JsonNode *pages = sk_json_get (self->record, "mainEntityOfPage");
  g_autofree char *described = read_date (self->record, "sdDatePublished");

  map_duration (self);

  fields->modified = read_date (self->record, "dateModified");
  if (fields->modified == NULL)
    fields->modified = read_date (self->wrapper, "dateModified");
  if (fields->modified == NULL)
    fields->modified = read_page_date (pages);

  fields->published = read_date (self->record, "datePublished");
  if (fields->published == NULL)
    fields->published = read_date (self->record, "dateCreated");

  fields->source_page = sk_mapping_read_link (self, pages);
  if (described != NULL)
    fields->seen = g_strndup (described, DAY_LENGTH);
}
