/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource.h"

#include <string.h>

#include "sk-date.h"

const char * const sk_needs[SK_N_NEEDS + 1]
    = {"internet", "screen", "sound", "printer", "devices", "tables", NULL};

/* A tool that educators may use (LRMI `LearningResource`). Immutable, safe to share between
 * threads. */
struct _SkResource
{
  GObject parent_instance;

  SkResourceFields fields;
  gint64 newness;
};

G_DEFINE_FINAL_TYPE (SkResource, sk_resource, G_TYPE_OBJECT)

static void
sk_resource_finalize (GObject *object)
{
  sk_resource_fields_clear (&SK_RESOURCE (object)->fields);

  G_OBJECT_CLASS (sk_resource_parent_class)->finalize (object);
}

static void
sk_resource_class_init (SkResourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_resource_finalize;
}

static void
sk_resource_init (SkResource *self)
{
}

/**
 * sk_resource_fields_clear:
 * @fields: what a resource would have been made from
 *
 * Lets go of all that the fields hold, and leaves them empty.
 */
void
sk_resource_fields_clear (SkResourceFields *fields)
{
  GPtrArray **arrays[] = {&fields->themes,   &fields->formats,        &fields->audiences,
                          &fields->settings, &fields->talk_questions, &fields->attachments};
  GStrv *lists[] = {&fields->languages, &fields->keywords, &fields->needs, &fields->publishers,
                    &fields->translations};
  char **texts[] = {&fields->id,        &fields->publisher_url, &fields->license,
                    &fields->url,       &fields->image,         &fields->modified,
                    &fields->published, &fields->seen,          &fields->source_page,
                    &fields->source,    &fields->translation_of};

  g_clear_pointer (&fields->name, sk_lang_string_unref);
  g_clear_pointer (&fields->description, sk_lang_string_unref);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_strfreev);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);

  *fields = (SkResourceFields){0};
}

/* A page may be known to have been seen in a year or a month: their first day. */
static gboolean
parse_seen (const char *seen,
            gint64     *seconds)
{
  const gsize length = strlen (seen);
  const gboolean is_year = length == strlen ("0000");
  const gboolean is_month = length == strlen ("0000-00");
  g_autofree char *day = g_strconcat (seen, is_year ? "-01-01" : is_month ? "-01" : "", NULL);

  return sk_date_parse (day, seconds);
}

static gint64
find_newness (const SkResourceFields *fields)
{
  gint64 seconds;

  if (fields->modified != NULL && sk_date_parse (fields->modified, &seconds))
    return seconds;
  if (fields->published != NULL && sk_date_parse (fields->published, &seconds))
    return seconds;
  if (fields->seen != NULL && parse_seen (fields->seen, &seconds))
    return seconds;

  return G_MININT64;
}

/**
 * sk_resource_new:
 * @fields: what is known of it, an id and a name at least; emptied
 *
 * Returns: (transfer full): a new resource
 */
SkResource *
sk_resource_new (SkResourceFields *fields)
{
  SkResource *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL, NULL);
  g_return_val_if_fail (sk_lang_string_get_size (fields->name) > 0, NULL);

  self = g_object_new (SK_TYPE_RESOURCE, NULL);
  self->fields = *fields;
  *fields = (SkResourceFields){0};
  self->newness = find_newness (&self->fields);
  return self;
}

#define DEFINE_GETTER(type, member, otherwise)                                                     \
  type sk_resource_get_##member (SkResource *self)                                                 \
  {                                                                                                \
    g_return_val_if_fail (SK_IS_RESOURCE (self), otherwise);                                       \
                                                                                                   \
    return self->fields.member;                                                                    \
  }

/* Where nothing is stated, an empty list. */
#define DEFINE_LIST_GETTER(member)                                                                 \
  const char *const *sk_resource_get_##member (SkResource *self)                                   \
  {                                                                                                \
    static const char *const nothing[] = {NULL};                                                   \
                                                                                                   \
    g_return_val_if_fail (SK_IS_RESOURCE (self), nothing);                                         \
                                                                                                   \
    return self->fields.member != NULL ? (const char *const *)self->fields.member : nothing;       \
  }

/**
 * sk_resource_get_id:
 *
 * Returns: the absolute URI that names it, in every sync and source
 */
DEFINE_GETTER (const char *, id, NULL)

/**
 * sk_resource_get_name:
 *
 * Returns: (transfer none): its name, in one language or several
 */
DEFINE_GETTER (SkLangString *, name, NULL)

/**
 * sk_resource_get_description:
 *
 * Returns: (transfer none) (nullable): what it is, as plain text
 */
DEFINE_GETTER (SkLangString *, description, NULL)

/**
 * sk_resource_get_languages:
 *
 * Returns: (transfer none): the BCP 47 tags of the languages it is in
 */
DEFINE_LIST_GETTER (languages)

/**
 * sk_resource_get_keywords:
 *
 * Returns: (transfer none): words to find it by
 */
DEFINE_LIST_GETTER (keywords)

/**
 * sk_resource_get_ages:
 * @ages: (out) (optional): for whom it is, in years
 *
 * Returns: whether ages are stated; where they are not, that is not "all ages"
 */
gboolean
sk_resource_get_ages (SkResource *self,
                      SkAgeRange *ages)
{
  g_return_val_if_fail (SK_IS_RESOURCE (self), FALSE);

  if (self->fields.has_ages && ages != NULL)
    *ages = self->fields.ages;

  return self->fields.has_ages;
}

/**
 * sk_resource_get_ages_estimated:
 *
 * Returns: whether its ages were worked out from a school level
 */
DEFINE_GETTER (gboolean, ages_estimated, FALSE)

/**
 * sk_resource_get_concepts:
 * @facet: %SK_FACET_THEME, %SK_FACET_FORMAT, %SK_FACET_AUDIENCE or %SK_FACET_SETTING
 *
 * Returns: (transfer none) (nullable) (element-type SkConcept): what it has of the facet; %NULL
 *   where nothing is stated
 */
GPtrArray *
sk_resource_get_concepts (SkResource *self,
                          SkFacet     facet)
{
  g_return_val_if_fail (SK_IS_RESOURCE (self), NULL);

  switch (facet)
    {
    case SK_FACET_THEME:
      return self->fields.themes;
    case SK_FACET_FORMAT:
      return self->fields.formats;
    case SK_FACET_AUDIENCE:
      return self->fields.audiences;
    case SK_FACET_SETTING:
      return self->fields.settings;
    case SK_FACET_AGE:
    case SK_FACET_LANGUAGE:
    case SK_FACET_LENGTH:
    case SK_FACET_PUBLISHER:
    case SK_FACET_LICENCE:
    case SK_FACET_FREE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * sk_resource_get_minutes:
 *
 * Returns: how long one session with it lasts, in minutes; 0 where not stated
 */
DEFINE_GETTER (guint, minutes, 0)

/**
 * sk_resource_get_minutes_min:
 *
 * Returns: how far it can be shortened, in minutes; 0 where not stated
 */
DEFINE_GETTER (guint, minutes_min, 0)

/**
 * sk_resource_get_skippable:
 *
 * Returns: whether a session that is late may leave it out
 */
DEFINE_GETTER (gboolean, skippable, FALSE)

/**
 * sk_resource_get_needs:
 *
 * Returns: (transfer none): what the room must have: of internet, screen, sound, printer,
 *   devices, tables
 */
DEFINE_LIST_GETTER (needs)

/**
 * sk_resource_get_group_min:
 *
 * Returns: the fewest people it works with; 0 where not stated
 */
DEFINE_GETTER (guint, group_min, 0)

/**
 * sk_resource_get_group_max:
 *
 * Returns: the most people it works with; 0 where not stated
 */
DEFINE_GETTER (guint, group_max, 0)

/**
 * sk_resource_get_sensitive:
 *
 * Returns: whether it touches on what may hurt someone in the group
 */
DEFINE_GETTER (gboolean, sensitive, FALSE)

/**
 * sk_resource_get_talk_questions:
 *
 * Returns: (transfer none) (nullable) (element-type SkLangString): questions to go on talking
 *   with
 */
DEFINE_GETTER (GPtrArray *, talk_questions, NULL)

/**
 * sk_resource_get_publishers:
 *
 * Returns: (transfer none): the names of who publishes it
 */
DEFINE_LIST_GETTER (publishers)

/**
 * sk_resource_get_publisher_url:
 *
 * Returns: (nullable): the first publisher's site
 */
DEFINE_GETTER (const char *, publisher_url, NULL)

/**
 * sk_resource_get_license:
 *
 * Returns: (nullable): the URI of its licence
 */
DEFINE_GETTER (const char *, license, NULL)

/**
 * sk_resource_get_free:
 *
 * Returns: whether it costs nothing
 */
DEFINE_GETTER (SkStated, free, SK_STATED_NOT)

/**
 * sk_resource_get_url:
 *
 * Returns: (nullable): its page, http or https
 */
DEFINE_GETTER (const char *, url, NULL)

/**
 * sk_resource_get_image:
 *
 * Returns: (nullable): a picture of it
 */
DEFINE_GETTER (const char *, image, NULL)

/**
 * sk_resource_get_attachments:
 *
 * Returns: (transfer none) (nullable) (element-type SkAttachment): its files
 */
DEFINE_GETTER (GPtrArray *, attachments, NULL)

/**
 * sk_resource_get_modified:
 *
 * Returns: (nullable): when it was last changed, as ISO 8601
 */
DEFINE_GETTER (const char *, modified, NULL)

/**
 * sk_resource_get_published:
 *
 * Returns: (nullable): when it came out, as ISO 8601
 */
DEFINE_GETTER (const char *, published, NULL)

/**
 * sk_resource_get_seen:
 *
 * Returns: (nullable): the year, month or day when its facts were read on its page
 */
DEFINE_GETTER (const char *, seen, NULL)

/**
 * sk_resource_get_source_page:
 *
 * Returns: (nullable): the page its facts come from (schema.org `mainEntityOfPage`)
 */
DEFINE_GETTER (const char *, source_page, NULL)

/**
 * sk_resource_get_translation_of:
 *
 * Returns: (nullable): the id of the work that it is a translation of
 */
DEFINE_GETTER (const char *, translation_of, NULL)

/**
 * sk_resource_get_translations:
 *
 * Returns: (transfer none): the ids of its translations
 */
DEFINE_LIST_GETTER (translations)

/**
 * sk_resource_get_source:
 *
 * Returns: (nullable): the address of the feed that it stands in
 */
DEFINE_GETTER (const char *, source, NULL)

/**
 * sk_resource_get_newness:
 *
 * Returns: seconds since the epoch of when it was modified, else published, else seen;
 *   %G_MININT64 where none of these is stated
 */
gint64
sk_resource_get_newness (SkResource *self)
{
  g_return_val_if_fail (SK_IS_RESOURCE (self), G_MININT64);

  return self->newness;
}

/**
 * sk_resource_pick_name:
 * @preferred: (nullable): the reader's languages, best first
 * @language: (out) (optional): the tag of the name's language, "" where not stated
 *
 * Returns: the name to show
 */
const char *
sk_resource_pick_name (SkResource        *self,
                       const char *const *preferred,
                       const char       **language)
{
  g_return_val_if_fail (SK_IS_RESOURCE (self), NULL);

  return sk_lang_string_pick (self->fields.name, preferred, sk_resource_get_languages (self),
                              language);
}

/**
 * sk_resource_pick_description:
 * @preferred: (nullable): the reader's languages, best first
 * @language: (out) (optional): the tag of the text's language, "" where not stated
 *
 * Returns: (nullable): the description to show
 */
const char *
sk_resource_pick_description (SkResource        *self,
                              const char *const *preferred,
                              const char       **language)
{
  g_return_val_if_fail (SK_IS_RESOURCE (self), NULL);

  return sk_lang_string_pick (self->fields.description, preferred, sk_resource_get_languages (self),
                              language);
}
