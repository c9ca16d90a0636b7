/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-record-mapping.h"

#include <math.h>
#include <string.h>

#include "sk-json.h"

#define KIM_LEVELS "w3id.org/kim/educationalLevel/level_"
#define FLEMISH_LEVELS "w3id.org/onderwijs-vlaanderen/id/structuur/"

/* ISCED 2011 from 0, as KIM's levels count, in years at a Belgian school. */
static const SkAgeRange level_ages[] = {
  {3, 5}, {6, 11}, {12, 14}, {15, 18}, {18, SK_AGE_MAX},
};

static const struct
{
  const char *name;
  SkAgeRange ages;
} flemish_levels[] = {
  {"kleuteronderwijs", {3, 5}},
  {"lager-onderwijs", {6, 11}},
  {"secundair-onderwijs", {12, 18}},
};

static void
add_range (SkRecordMapping *self,
           SkAgeRange       range)
{
  SkResourceFields *fields = self->fields;

  fields->ages = fields->has_ages ? sk_age_range_union (fields->ages, range) : range;
  fields->has_ages = TRUE;
}

static void
map_typical_range (SkRecordMapping *self,
                   JsonNode        *node)
{
  for (guint i = 0; i < sk_json_count (node); i++)
    {
      const char *text = sk_json_string (sk_json_nth (node, i));
      SkAgeRange range;

      if (text != NULL && sk_age_range_parse (text, &range))
        add_range (self, range);
    }
}

static gboolean
read_years (JsonObject *object,
            const char *name,
            guint8     *years)
{
  JsonNode *node = sk_json_get (object, name);
  const char *text = sk_json_string (node);
  double number;
  guint64 digits;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, SK_AGE_MAX, &digits, NULL))
    number = (double) digits;
  else if (!sk_json_number (node, &number) || !(number >= SK_AGE_MIN && number <= SK_AGE_MAX))
    return FALSE;

  *years = (guint8) floor (number);
  return TRUE;
}

static void
map_suggested (SkRecordMapping *self,
               JsonObject      *object,
               const char      *min_name,
               const char      *max_name)
{
  SkAgeRange range = {SK_AGE_MIN, SK_AGE_MAX};
  gboolean has_min = read_years (object, min_name, &range.min);
  gboolean has_max = read_years (object, max_name, &range.max);

  if ((has_min || has_max) && range.min <= range.max)
    add_range (self, range);
}

static void
map_audience (SkRecordMapping *self)
{
  JsonNode *node = sk_json_get (self->record, "audience");

  for (guint i = 0; i < sk_json_count (node); i++)
    {
      JsonObject *audience = sk_json_object (sk_json_nth (node, i));
      JsonObject *suggested;

      if (audience == NULL)
        continue;

      map_suggested (self, audience, "suggestedMinAge", "suggestedMaxAge");
      suggested = sk_json_object (sk_json_get (audience, "suggestedAge"));
      if (suggested != NULL)
        map_suggested (self, suggested, "minValue", "maxValue");
    }
}

static gboolean
find_level (const char *uri,
            SkAgeRange *range)
{
  const char *name = strstr (uri, KIM_LEVELS);

  if (name != NULL)
    {
      name += strlen (KIM_LEVELS);
      /* "level_06" is what some write for level_6; the letters are higher education. */
      if (!g_ascii_isdigit (*name) && (*name < 'A' || *name > 'C'))
        return FALSE;
      *range = level_ages[g_ascii_isdigit (*name) ? MIN (g_ascii_strtoull (name, NULL, 10), 4) : 4];
      return TRUE;
    }

  name = strstr (uri, FLEMISH_LEVELS);
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (flemish_levels); i++)
    if (g_str_equal (name + strlen (FLEMISH_LEVELS), flemish_levels[i].name))
      {
        *range = flemish_levels[i].ages;
        return TRUE;
      }

  return FALSE;
}

static void
map_levels (SkRecordMapping *self)
{
  JsonNode *node = sk_json_get (self->record, "educationalLevel");

  for (guint i = 0; i < sk_json_count (node); i++)
    {
      const char *uri = sk_json_reference (sk_json_nth (node, i));
      SkAgeRange range;

      if (uri != NULL && find_level (uri, &range))
        add_range (self, range);
    }

  self->fields->ages_estimated = self->fields->has_ages;
}

/**
 * sk_mapping_map_ages:
 *
 * `typicalAgeRange`, else what the audience suggests, else years estimated from
 * `educationalLevel`. Without any of them no age is stated.
 */
void
sk_mapping_map_ages (SkRecordMapping *self)
{
  map_typical_range (self, sk_json_get (self->record, "typicalAgeRange"));
  if (!self->fields->has_ages)
    map_audience (self);
  if (!self->fields->has_ages)
    map_levels (self);
}
