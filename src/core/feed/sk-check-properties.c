/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "sk-feed-value.h"
#include "sk-json.h"
#include "sk-record-check.h"

typedef void (*CheckValue) (SkRecordCheck *self,
                            JsonNode      *value,
                            const char    *path);

static void
add_error (SkRecordCheck *self,
           const char    *code,
           const char    *path,
           const char    *message)
{
  sk_record_check_add (self, SK_FEED_SEVERITY_ERROR, code, path, g_strdup (message));
}

static void
check_setting (SkRecordCheck *self,
               JsonNode      *value,
               const char    *path)
{
  const char *uri = sk_json_string (value);

  if (uri == NULL)
    add_error (self, "bad-type", path, _("This is not text. Write it in quotes."));
  else if (!sk_value_is_uri (uri))
    add_error (self, "bad-value", path,
               _("Write a setting’s whole address, such as “https://w3id.org/sidekick/setting/school”."));
  else if (g_str_has_prefix (uri, SK_W3ID_ROOT "setting/") &&
           sk_vocabulary_find (sk_vocabularies_get (self->vocabularies, SK_FACET_SETTING), uri) == NULL)
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "unknown-concept", path,
                         g_strdup_printf (_("The vocabulary has no “%.200s”. Check its spelling."),
                                          uri));
}

static void
check_number (SkRecordCheck *self,
              JsonNode      *value,
              const char    *path,
              double         least)
{
  double number;

  if (!sk_json_number (value, &number))
    add_error (self, "bad-type", path, _("Write a number, without quotes."));
  else if (number < least)
    add_error (self, "bad-value", path, _("The number is too small."));
}

static void
check_minutes (SkRecordCheck *self,
               JsonNode      *value,
               const char    *path)
{
  check_number (self, value, path, 0);
}

static void
check_persons (SkRecordCheck *self,
               JsonNode      *value,
               const char    *path)
{
  check_number (self, value, path, 1);
}

static void
check_flag (SkRecordCheck *self,
            JsonNode      *value,
            const char    *path)
{
  if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_BOOLEAN)
    add_error (self, "bad-type", path, _("Write true or false, without quotes."));
}

static void
check_need (SkRecordCheck *self,
            JsonNode      *value,
            const char    *path)
{
  const char *need = sk_json_string (value);

  if (need == NULL)
    add_error (self, "bad-type", path, _("This is not text. Write it in quotes."));
  else if (!sk_value_is_need (need))
    add_error (self, "bad-value", path,
               _("A need is one of internet, screen, sound, printer, devices, tables."));
}

static void
check_question (SkRecordCheck *self,
                JsonNode      *value,
                const char    *path)
{
  sk_check_text (self, NULL, value, path);
}

static void
check_seen (SkRecordCheck *self,
            JsonNode      *value,
            const char    *path)
{
  const char *seen = sk_json_string (value);

  if (seen == NULL)
    add_error (self, "bad-type", path, _("This is not text. Write it in quotes."));
  else if (!sk_value_is_seen (seen))
    add_error (self, "bad-date", path, _("Write a year, a month or a day, such as “2024-11”."));
}

static const struct
{
  const char *name;
  CheckValue check;
} properties[] = {
  {"setting", check_setting},     {"minutes-min", check_minutes},
  {"skippable", check_flag},      {"needs", check_need},
  {"group-min", check_persons},   {"group-max", check_persons},
  {"sensitive", check_flag},      {"talk-question", check_question},
  {"age-estimated", check_flag},  {"seen", check_seen},
};

/* The name of one of ours, NULL for those of others. */
static const char *
find_name (JsonObject *property)
{
  const char *id = property != NULL ? sk_json_get_string (property, "propertyID") : NULL;

  return id != NULL && g_str_has_prefix (id, SK_PROPERTY_ROOT) ? id + strlen (SK_PROPERTY_ROOT)
                                                               : NULL;
}

static void
check_property (SkRecordCheck *self,
                JsonObject    *property,
                const char    *path)
{
  const char *name = find_name (property);
  JsonNode *value = sk_json_get (property, "value");
  JsonNode *language = sk_json_get (property, "inLanguage");
  g_autofree char *value_path = g_strconcat (path, ".value", NULL);
  g_autofree char *language_path = g_strconcat (path, ".inLanguage", NULL);

  if (value == NULL)
    {
      if (name != NULL)
        add_error (self, "missing-field", value_path, _("The property has no value. Add it."));
      return;
    }

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (properties); i++)
    if (g_str_equal (name, properties[i].name))
      properties[i].check (self, value, value_path);

  if (language != NULL && g_strcmp0 (name, "talk-question") == 0)
    sk_check_language (self, NULL, language, language_path);
}

static double
find_number (JsonNode   *list,
             const char *wanted,
             guint      *nth)
{
  double number = 0;

  for (guint i = 0; i < sk_json_count (list); i++)
    {
      JsonObject *property = sk_json_object (sk_json_nth (list, i));

      if (g_strcmp0 (find_name (property), wanted) == 0 &&
          sk_json_number (sk_json_get (property, "value"), &number))
        *nth = i;
    }

  return number;
}

static void
check_group (SkRecordCheck *self,
             JsonNode      *list)
{
  guint nth = 0;
  double least = find_number (list, "group-min", &nth);
  double most = find_number (list, "group-max", &nth);
  g_autofree char *path = g_strdup_printf ("additionalProperty[%u].value", nth);

  if (most > 0 && least > most)
    add_error (self, "bad-value", path, _("The smallest group is above the largest."));
}

/**
 * sk_record_check_properties:
 * @record: a normalised record
 *
 * Checks Sidekick's own fields, which stand in `additionalProperty`.
 */
void
sk_record_check_properties (SkRecordCheck *self,
                            JsonObject    *record)
{
  JsonNode *list = sk_json_get (record, "additionalProperty");

  if (list != NULL && !JSON_NODE_HOLDS_ARRAY (list))
    sk_record_check_add (self, SK_FEED_SEVERITY_WARNING, "bad-shape", "additionalProperty",
                         g_strdup (_("A list is expected here: put it in brackets.")));

  for (guint i = 0; i < sk_json_count (list); i++)
    {
      JsonObject *property = sk_json_object (sk_json_nth (list, i));
      g_autofree char *path = g_strdup_printf ("additionalProperty[%u]", i);

      if (property != NULL)
        check_property (self, property, path);
      else
        add_error (self, "bad-type", path, _("An object is expected here."));
    }

  check_group (self, list);
}
