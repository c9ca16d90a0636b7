/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-words.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unicode/uldnames.h>

#include "feed/sk-feed-licence.h"

/* In UTF-16 units; the longest name that ICU 76 has is a third of it. */
#define MAX_NAME 160

/**
 * sk_words_ages:
 * @ages: a range of whole years
 *
 * Returns: (transfer full): "8–12 years", "18+" for adults
 */
char *
sk_words_ages (SkAgeRange ages)
{
  const SkAgeRange *adults = &sk_age_bands[SK_N_AGE_BANDS - 1];

  if (ages.max == SK_AGE_MAX && ages.min == SK_AGE_MIN)
    return g_strdup (_("All ages"));
  if (ages.max == SK_AGE_MAX && ages.min == adults->min)
    return g_strdup_printf ("%u+", ages.min - 1);
  if (ages.max == SK_AGE_MAX)
    return g_strdup_printf (ngettext ("%u year and older", "%u years and older", ages.min),
                            ages.min);
  if (ages.min == SK_AGE_MIN)
    return g_strdup_printf (ngettext ("Up to %u year", "Up to %u years", ages.max), ages.max);
  if (ages.min == ages.max)
    return g_strdup_printf (ngettext ("%u year", "%u years", ages.min), ages.min);

  return g_strdup_printf (ngettext ("%u–%u year", "%u–%u years", ages.max), ages.min, ages.max);
}

/**
 * sk_words_minutes:
 * @minutes: how long something takes
 *
 * Returns: (transfer full): "45 min"
 */
char *
sk_words_minutes (guint minutes)
{
  return g_strdup_printf (ngettext ("%u min", "%u min", minutes), minutes);
}

/**
 * sk_words_group:
 * @min: the smallest group, 0 where not stated
 * @max: the largest group, 0 where not stated
 *
 * Returns: (transfer full) (nullable): "6–24 people"; %NULL where neither end is stated
 */
char *
sk_words_group (guint min,
                guint max)
{
  if (min > 0 && max > min)
    return g_strdup_printf (ngettext ("%u–%u person", "%u–%u people", max), min, max);
  if (min > 0 && max > 0)
    return g_strdup_printf (ngettext ("%u person", "%u people", max), max);
  if (min > 0)
    return g_strdup_printf (ngettext ("%u person or more", "%u people or more", min), min);
  if (max > 0)
    return g_strdup_printf (ngettext ("Up to %u person", "Up to %u people", max), max);

  return NULL;
}

/**
 * sk_words_get_locale:
 *
 * ICU would take the locale "C" for one that it does not know, and look in the environment.
 *
 * Returns: (transfer none): the locale of the reader's language, as ICU takes it
 */
const char *
sk_words_get_locale (void)
{
  const char *name = g_get_language_names ()[0];

  return g_str_equal (name, "C") || g_str_has_prefix (name, "C.") ? "en" : name;
}

/**
 * sk_words_language:
 * @tag: a BCP 47 tag
 *
 * Names a language as a list of them does: "Dutch", in Dutch "Nederlands".
 *
 * Returns: (transfer full): the name; the tag where the language has none
 */
char *
sk_words_language (const char *tag)
{
  UDisplayContext contexts[]
      = {UDISPCTX_STANDARD_NAMES, UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU};
  UErrorCode status = U_ZERO_ERROR;
  UChar name[MAX_NAME];
  g_autofree char *text = NULL;
  ULocaleDisplayNames *names;
  int length;

  g_return_val_if_fail (tag != NULL, NULL);

  names = uldn_openForContext (sk_words_get_locale (), contexts, G_N_ELEMENTS (contexts), &status);
  length = uldn_localeDisplayName (names, tag, name, G_N_ELEMENTS (name), &status);
  uldn_close (names);

  if (U_SUCCESS (status))
    text = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : g_strdup (tag);
}

static const struct
{
  const char *need;
  const char *words;
} needs[] = {
  {"internet", N_("Internet")},
  {"screen", N_("A screen or projector")},
  {"sound", N_("Sound")},
  {"printer", N_("A printer")},
  {"devices", N_("A device for each")},
  {"tables", N_("Tables")},
};

/**
 * sk_words_need:
 * @need: what a room must have: "internet", "screen"
 *
 * Returns: (transfer full): its name; @need itself where we do not know it
 */
char *
sk_words_need (const char *need)
{
  g_return_val_if_fail (need != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    if (g_str_equal (need, needs[i].need))
      return g_strdup (_(needs[i].words));

  return g_strdup (need);
}

/**
 * sk_words_licence:
 * @uri: (nullable): a licence's address
 *
 * Returns: (transfer full): its short name, "CC BY-SA 4.0"; its address where it has none
 */
char *
sk_words_licence (const char *uri)
{
  char *name;
  const char *scheme_end;

  if (uri == NULL)
    return g_strdup (C_("fact", "Not stated"));

  name = sk_licence_to_name (uri);
  if (name != NULL)
    return name;

  scheme_end = strstr (uri, "://");
  return g_strdup (scheme_end != NULL ? scheme_end + strlen ("://") : uri);
}

static const struct
{
  const char *part;
  const char *words;
} licence_terms[] = {
  {"/licenses/by/", N_("You may share and change it; name the maker.")},
  {"/licenses/by-sa/",
   N_("You may share and change it; name the maker and keep the same licence.")},
  {"/licenses/by-nd/", N_("You may share it unchanged; name the maker.")},
  {"/licenses/by-nc/", N_("You may share and change it, not for money; name the maker.")},
  {"/licenses/by-nc-sa/",
   N_("You may share and change it, not for money; name the maker and keep the same licence.")},
  {"/licenses/by-nc-nd/", N_("You may share it unchanged, not for money; name the maker.")},
  {"/publicdomain/", N_("You may share and change it as you like.")},
};

/**
 * sk_words_licence_terms:
 * @uri: (nullable): a licence's address
 *
 * Returns: (transfer full) (nullable): what the licence lets one do, in a sentence, or what
 *   to do where none is stated; %NULL for licences that we cannot explain
 */
char *
sk_words_licence_terms (const char *uri)
{
  if (uri == NULL)
    return g_strdup (_("Ask the publisher before you copy it."));

  for (guint i = 0; i < G_N_ELEMENTS (licence_terms); i++)
    if (strstr (uri, "creativecommons.org/") != NULL && strstr (uri, licence_terms[i].part) != NULL)
      return g_strdup (_(licence_terms[i].words));

  return NULL;
}

/**
 * sk_words_media_type:
 * @media_type: (nullable): what kind of file it is: "application/pdf"
 *
 * Returns: (transfer full) (nullable): "PDF document"; %NULL where it is not known
 */
char *
sk_words_media_type (const char *media_type)
{
  g_autofree char *content_type = NULL;

  if (media_type != NULL)
    content_type = g_content_type_from_mime_type (media_type);

  return content_type != NULL ? g_content_type_get_description (content_type) : NULL;
}

static const char * const facet_words[SK_N_FACETS] = {
  [SK_FACET_AGE] = NC_("facet", "Age"),
  [SK_FACET_THEME] = NC_("facet", "Theme"),
  [SK_FACET_FORMAT] = NC_("facet", "Format"),
  [SK_FACET_LANGUAGE] = NC_("facet", "Language"),
  [SK_FACET_AUDIENCE] = NC_("facet", "Audience"),
  [SK_FACET_SETTING] = NC_("facet", "Setting"),
  [SK_FACET_LENGTH] = NC_("facet", "Length"),
  [SK_FACET_PUBLISHER] = NC_("facet", "Publisher"),
  [SK_FACET_LICENCE] = NC_("facet", "Licence"),
  [SK_FACET_FREE] = NC_("facet", "Cost"),
};

/**
 * sk_words_facet:
 * @facet: a facet
 *
 * Returns: (transfer full): its heading
 */
char *
sk_words_facet (SkFacet facet)
{
  g_return_val_if_fail (facet < SK_N_FACETS, NULL);

  return g_strdup (g_dpgettext2 (NULL, "facet", facet_words[facet]));
}

static char *
describe_length (const char *value)
{
  guint minutes = (guint) g_ascii_strtoull (value, NULL, 10);

  if (g_str_equal (value, SK_LENGTH_LONGER))
    {
      minutes = sk_length_limits[SK_N_LENGTH_LIMITS - 1];
      return g_strdup_printf (ngettext ("Over %u min", "Over %u min", minutes), minutes);
    }

  return g_strdup_printf (ngettext ("Up to %u min", "Up to %u min", minutes), minutes);
}

static char *
describe_ages (const char *value)
{
  SkAgeRange ages;

  return sk_age_range_parse (value, &ages) ? sk_words_ages (ages) : g_strdup (value);
}

/**
 * sk_words_value:
 * @facet: a facet
 * @value: one of its values, as [class@Query] takes it
 * @concept: (nullable): the concept that @value is the key of
 *
 * Returns: (transfer full): what the value is called where one chooses it
 */
char *
sk_words_value (SkFacet     facet,
                const char *value,
                SkConcept  *concept)
{
  g_return_val_if_fail (facet < SK_N_FACETS, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  if (g_str_equal (value, SK_FACET_NONE))
    return g_strdup (C_("fact", "Not stated"));
  if (concept != NULL)
    return g_strdup (sk_concept_pick_label (concept, g_get_language_names ()));

  switch (facet)
    {
    case SK_FACET_AGE:
      return describe_ages (value);
    case SK_FACET_LANGUAGE:
      return sk_words_language (value);
    case SK_FACET_LENGTH:
      return describe_length (value);
    case SK_FACET_LICENCE:
      return sk_words_licence (value);
    case SK_FACET_FREE:
      return g_strdup (g_str_equal (value, SK_FREE_YES) ? C_("cost", "Free")
                                                        : C_("cost", "Not free"));
    case SK_FACET_THEME:
    case SK_FACET_FORMAT:
    case SK_FACET_AUDIENCE:
    case SK_FACET_SETTING:
    case SK_FACET_PUBLISHER:
    default:
      return g_strdup (value);
    }
}

/**
 * sk_words_icon:
 * @facet: a facet
 * @concept: (nullable): one of its concepts
 *
 * Returns: (transfer full) (nullable): the name of its icon, a common one for concepts that
 *   are none of ours; %NULL where the facet has no icons
 */
char *
sk_words_icon (SkFacet    facet,
               SkConcept *concept)
{
  const char *notation = concept != NULL ? sk_concept_get_notation (concept) : NULL;

  if (concept == NULL || (facet != SK_FACET_THEME && facet != SK_FACET_FORMAT))
    return NULL;

  return g_strdup_printf ("sk-%s-%s-symbolic", sk_facet_get_name (facet),
                          notation != NULL ? notation : "other");
}
