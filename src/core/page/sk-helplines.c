/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-helplines.h"

#include <json-glib/json-glib.h>
#include <unicode/ucal.h>

#include "sidekick-config.h"
#include "sk-core-resources.h"
#include "session/sk-session-error.h"

#define HELPLINES_PATH SK_RESOURCE_BASE "/helplines.json"

/* Where a session is that says nothing of it. */
#define HOME_COUNTRY "BE"

/* Of each language as many as are remembered. */
#define MAX_LINES_A_LANGUAGE 2

static void
sk_helpline_free (SkHelpline *self)
{
  g_free (self->id);
  g_free (self->country);
  g_free (self->name);
  g_free (self->phone);
  g_free (self->url);
  g_strfreev (self->languages);
  g_free (self->source);
  g_free (self->seen);
  g_free (self->until);
  g_free (self);
}

static char *
dup_member (JsonObject *object,
            const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

static GStrv
dup_strings (JsonObject *object,
             const char *name)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  JsonArray *array = json_object_has_member (object, name)
                       ? json_object_get_array_member (object, name)
                       : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (strings, json_array_get_string_element (array, i));

  return g_strv_builder_end (strings);
}

static SkHelpAudience
read_audience (JsonObject *object)
{
  g_auto (GStrv) names = dup_strings (object, "for");
  const char *const *list = (const char *const *) names;
  SkHelpAudience audience = 0;

  if (g_strv_contains (list, "children"))
    audience |= SK_HELP_FOR_CHILDREN;
  if (g_strv_contains (list, "parents"))
    audience |= SK_HELP_FOR_PARENTS;
  if (g_strv_contains (list, "educators"))
    audience |= SK_HELP_FOR_EDUCATORS;

  return audience;
}

static SkHelpline *
read_line (JsonObject *object)
{
  SkHelpline *self = g_new0 (SkHelpline, 1);

  self->id = dup_member (object, "id");
  self->country = dup_member (object, "country");
  self->name = dup_member (object, "name");
  self->phone = dup_member (object, "phone");
  self->url = dup_member (object, "url");
  self->languages = dup_strings (object, "inLanguage");
  self->audience = read_audience (object);
  self->free = json_object_get_boolean_member_with_default (object, "free", FALSE);
  self->always = json_object_get_boolean_member_with_default (object, "always", FALSE);
  self->source = dup_member (object, "source");
  self->seen = dup_member (object, "seen");
  self->until = dup_member (object, "until");

  return self;
}

static gboolean
is_whole (const SkHelpline *line)
{
  return line->name != NULL && line->phone != NULL && line->country != NULL && line->url != NULL
         && line->source != NULL && line->seen != NULL;
}

/**
 * sk_helplines_read:
 * @json: a list of help lines, as data/helplines.json is one
 *
 * Returns: (transfer full) (nullable) (element-type SkHelpline): the lines, in their order
 */
GPtrArray *
sk_helplines_read (GBytes  *json,
                   GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_helpline_free);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *array;
  const char *text;
  gsize length;

  g_return_val_if_fail (json != NULL, NULL);

  text = g_bytes_get_data (json, &length);
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;

  array = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      SkHelpline *line = read_line (json_array_get_object_element (array, i));

      g_ptr_array_add (lines, line);
      if (!is_whole (line))
        {
          g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_FORMAT,
                       "Help line %u does not say its name, its number, where it is, and where "
                       "and when it was seen",
                       i + 1);
          return NULL;
        }
    }

  return g_steal_pointer (&lines);
}

static gboolean
country_has_zone (const char *country,
                  const char *zone)
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *zones = ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_ANY, country, NULL, &status);
  gboolean found = FALSE;
  const char *name;

  while (!found && U_SUCCESS (status) && (name = uenum_next (zones, NULL, &status)) != NULL)
    found = g_str_equal (name, zone);
  uenum_close (zones);

  return found;
}

/* The country whose clock the session goes by, where we know help there. */
static const char *
find_country (GPtrArray *lines,
              SkSession *session)
{
  const char *zone = g_time_zone_get_identifier (
    g_date_time_get_timezone (sk_session_get_start (session)));

  for (guint i = 0; i < lines->len; i++)
    {
      const SkHelpline *line = g_ptr_array_index (lines, i);

      if (country_has_zone (line->country, zone))
        return line->country;
    }

  return HOME_COUNTRY;
}

static gboolean
holds_on (const SkHelpline *line,
          GDateTime        *day)
{
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  return line->until == NULL || g_strcmp0 (date, line->until) <= 0;
}

/**
 * sk_helpline_answers_in:
 * @language: one of the languages of paper
 *
 * Returns: whether somebody is understood there in that language
 */
gboolean
sk_helpline_answers_in (const SkHelpline *self,
                        const char       *language)
{
  return g_strv_contains ((const char * const *) self->languages, language);
}

/* Adds the first lines of a country that hold, those that answer in the language, or the others. */
static void
add_lines (GPtrArray  *lines,
           const char *country,
           GDateTime  *day,
           const char *language,
           gboolean    answering,
           guint      *room,
           GPtrArray  *chosen)
{
  for (guint i = 0; i < lines->len && *room > 0; i++)
    {
      SkHelpline *line = g_ptr_array_index (lines, i);

      if (!g_str_equal (line->country, country) || !holds_on (line, day) ||
          sk_helpline_answers_in (line, language) != answering)
        continue;

      (*room)--;
      if (!g_ptr_array_find (chosen, line, NULL))
        g_ptr_array_add (chosen, line);
    }
}

/**
 * sk_helplines_choose:
 * @lines: (element-type SkHelpline): all that are known
 * @session: a session, whose zone says where it is and whose day which of them hold
 * @languages: of the paper
 *
 * Chooses what stands on paper: the first lines of the country that answer in its languages,
 * or the first one that there is.
 *
 * Returns: (transfer container) (element-type SkHelpline): the lines, the foremost first;
 *   they live as long as @lines
 */
GPtrArray *
sk_helplines_choose (GPtrArray         *lines,
                     SkSession         *session,
                     const char *const *languages)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GDateTime *day = sk_session_get_start (session);
  const char *country = find_country (lines, session);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      guint room = MAX_LINES_A_LANGUAGE;

      add_lines (lines, country, day, languages[i], TRUE, &room, chosen);
      if (room > 0)
        {
          guint one = 1;

          add_lines (lines, country, day, languages[i], FALSE, &one, chosen);
        }
    }

  return g_steal_pointer (&chosen);
}

static GPtrArray *
get_known (void)
{
  static GPtrArray *known;

  if (g_once_init_enter_pointer (&known))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      GPtrArray *lines = NULL;

      bytes = g_resource_lookup_data (sk_core_get_resource (), HELPLINES_PATH,
                                      G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      if (bytes != NULL)
        lines = sk_helplines_read (bytes, &error);
      if (lines == NULL)
        g_error ("The help lines cannot be read: %s", error->message);

      g_once_init_leave_pointer (&known, lines);
    }

  return known;
}

/**
 * sk_helplines_for:
 * @session: a session
 * @languages: of the paper
 *
 * Chooses among the lines that are compiled into the program, as [func@helplines_choose] does.
 *
 * Returns: (transfer container) (element-type SkHelpline): the lines, which live as long as
 *   the program
 */
GPtrArray *
sk_helplines_for (SkSession         *session,
                  const char *const *languages)
{
  return sk_helplines_choose (get_known (), session, languages);
}
