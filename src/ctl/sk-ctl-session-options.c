/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl-session-options.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-ctl-print.h"

#define NONE "none"
#define MAX_PEOPLE 10000

static const struct
{
  const char *name;
  SkCtlOptionScope scope;
  const char *description;
  const char *argument;
} options[SK_CTL_N_OPTIONS] = {
  [SK_CTL_OPTION_TITLE] = {"title", SK_CTL_OF_SESSION | SK_CTL_OF_BLOCK, N_("What it is called"),
                           N_("TEXT")},
  [SK_CTL_OPTION_SIZE] = {"size", SK_CTL_OF_SESSION | SK_CTL_OF_BLOCK,
                          N_("How many people, or none for not said"), N_("N")},
  [SK_CTL_OPTION_START] = {"start", SK_CTL_OF_SESSION,
                           N_("When it begins: 2027-02-09T10:25, or 10:25 on its day"),
                           N_("TIME")},
  [SK_CTL_OPTION_END] = {"end", SK_CTL_OF_SESSION, N_("When the bell rings: as --start, or none"),
                         N_("TIME")},
  [SK_CTL_OPTION_ZONE] = {"zone", SK_CTL_OF_SESSION,
                          N_("The time zone of the times, such as Europe/Brussels"), N_("ZONE")},
  [SK_CTL_OPTION_PLACE] = {"place", SK_CTL_OF_SESSION, N_("Where it is"), N_("TEXT")},
  [SK_CTL_OPTION_GROUP] = {"group", SK_CTL_OF_SESSION, N_("What the group is called"),
                           N_("TEXT")},
  [SK_CTL_OPTION_AGE] = {"age", SK_CTL_OF_SESSION, N_("How old they are: 10-11, or none"),
                         N_("YEARS")},
  [SK_CTL_OPTION_LANGUAGE] = {"language", SK_CTL_OF_SESSION,
                              N_("Its languages, the first one leading: nl,fr"), N_("LIST")},
  [SK_CTL_OPTION_SETTING] = {"setting", SK_CTL_OF_SESSION,
                             N_("Where the group is from: school, library…, or none"), N_("ID")},
  [SK_CTL_OPTION_ROOM] = {"room", SK_CTL_OF_SESSION,
                          N_("What the room has: internet,screen…, none, or unknown"),
                          N_("LIST")},
  [SK_CTL_OPTION_AIMS] = {"aims", SK_CTL_OF_SESSION, N_("What it is for"), N_("TEXT")},
  [SK_CTL_OPTION_MINUTES] = {"minutes", SK_CTL_OF_BLOCK, N_("How long it lasts"), N_("N")},
  [SK_CTL_OPTION_MIN] = {"min", SK_CTL_OF_BLOCK, N_("The shortest sensible length, or none"),
                         N_("N")},
  [SK_CTL_OPTION_SKIPPABLE] = {"skippable", SK_CTL_OF_BLOCK,
                               N_("Whether it may be left out: true or false"), N_("TRUTH")},
  [SK_CTL_OPTION_LOCK] = {"lock", SK_CTL_OF_BLOCK, N_("The clock time that it begins at, or none"),
                          N_("HH:MM")},
  [SK_CTL_OPTION_ACTIVITY] = {"activity", SK_CTL_OF_BLOCK, N_("talk, do, play, or none"),
                              N_("KIND")},
  [SK_CTL_OPTION_GOAL] = {"goal", SK_CTL_OF_BLOCK, N_("What and why"), N_("TEXT")},
  [SK_CTL_OPTION_NOTE] = {"note", SK_CTL_OF_BLOCK, N_("A private note for the leader"),
                          N_("TEXT")},
};

/**
 * sk_ctl_session_options_clear:
 *
 * Frees what the options left.
 */
void
sk_ctl_session_options_clear (SkCtlSessionOptions *self)
{
  for (guint i = 0; i < SK_CTL_N_OPTIONS; i++)
    g_clear_pointer (&self->values[i], g_free);
  g_clear_pointer (&self->materials, g_strfreev);
}

/**
 * sk_ctl_session_options_add_entries:
 * @scope: whose options
 * @entries: (element-type GOptionEntry): what to add them to
 *
 * Adds the options that a command of that scope has.
 */
void
sk_ctl_session_options_add_entries (SkCtlSessionOptions *self,
                                    SkCtlOptionScope     scope,
                                    GArray              *entries)
{
  for (guint i = 0; i < SK_CTL_N_OPTIONS; i++)
    {
      const GOptionEntry entry = {
        options[i].name,    0, 0, G_OPTION_ARG_FILENAME, &self->values[i], options[i].description,
        options[i].argument};

      if ((options[i].scope & scope) != 0)
        g_array_append_val (entries, entry);
    }

  if ((scope & SK_CTL_OF_BLOCK) != 0)
    {
      const GOptionEntry entry = {"material",
                                  0,
                                  0,
                                  G_OPTION_ARG_FILENAME_ARRAY,
                                  &self->materials,
                                  N_("Something to put ready; may be repeated; none for nothing"),
                                  N_("TEXT")};

      g_array_append_val (entries, entry);
    }
}

/**
 * sk_ctl_session_options_has:
 * @scope: those that this scope alone has
 * @name: (out) (optional): the first of them that was typed
 *
 * Returns: whether any was typed
 */
gboolean
sk_ctl_session_options_has (const SkCtlSessionOptions  *self,
                            SkCtlOptionScope            scope,
                            const char                **name)
{
  for (guint i = 0; i < SK_CTL_N_OPTIONS; i++)
    if (self->values[i] != NULL && options[i].scope == scope)
      {
        *name = options[i].name;
        return TRUE;
      }

  *name = "material";
  return scope == SK_CTL_OF_BLOCK && self->materials != NULL;
}

/**
 * sk_ctl_session_refuse_value:
 * @value: what was typed
 * @message: what the option takes
 *
 * Returns: %FALSE, with the error set
 */
gboolean
sk_ctl_session_refuse_value (GError     **error,
                             const char  *value,
                             const char  *message)
{
  g_autofree char *shown = sk_ctl_to_utf8 (value);

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "“%s”: %s", shown, message);
  return FALSE;
}

/**
 * sk_ctl_session_read_number:
 * @number: (out): from 1 to @max
 *
 * Returns: whether it is such a number
 */
gboolean
sk_ctl_session_read_number (const char *text,
                            guint       max,
                            guint      *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, max, &value, NULL))
    return FALSE;

  *number = (guint) value;
  return TRUE;
}

/**
 * sk_ctl_session_read_clock:
 * @minute: (out): of the day
 *
 * Returns: whether it is a clock time, such as "10:25"
 */
gboolean
sk_ctl_session_read_clock (const char *text,
                           int        *minute)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  guint64 hours;
  guint64 minutes;

  if (g_strv_length (parts) != 2 || strlen (parts[1]) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, 0, 23, &hours, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &minutes, NULL))
    return FALSE;

  *minute = (int) (hours * 60 + minutes);
  return TRUE;
}

static void
set_text (const SkCtlSessionOptions  *self,
          SkCtlOption                 option,
          char                      **text)
{
  if (self->values[option] == NULL)
    return;

  g_free (*text);
  *text = sk_ctl_to_utf8 (self->values[option]);
}

static gboolean
set_count (const SkCtlSessionOptions  *self,
           SkCtlOption                 option,
           guint                       max,
           guint                      *count,
           const char                 *message,
           GError                    **error)
{
  const char *value = self->values[option];

  if (value == NULL)
    return TRUE;

  if (strcmp (value, NONE) == 0)
    *count = 0;
  else if (!sk_ctl_session_read_number (value, max, count))
    return sk_ctl_session_refuse_value (error, value, message);

  return TRUE;
}

static gboolean
set_ages (const char       *value,
          SkSessionFields  *fields,
          GError          **error)
{
  if (value == NULL)
    return TRUE;

  fields->has_ages = strcmp (value, NONE) != 0;
  if (fields->has_ages && !sk_age_range_parse (value, &fields->ages))
    return sk_ctl_session_refuse_value (error, value,
                                        _("--age takes years: 10-11, 9-, -6, 12, or none"));

  return TRUE;
}

static gboolean
set_languages (const char       *value,
               SkSessionFields  *fields,
               GError          **error)
{
  g_auto (GStrv) tags = value != NULL ? g_strsplit (value, ",", -1) : NULL;

  if (value == NULL)
    return TRUE;

  for (guint i = 0; tags[i] != NULL; i++)
    {
      const gsize primary = strcspn (tags[i], "-");

      if (primary < 2 || primary > 3 ||
          strspn (tags[i], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") !=
            strlen (tags[i]))
        return sk_ctl_session_refuse_value (error, value,
                                            _("--language takes languages such as nl,fr"));
    }

  g_strfreev (fields->languages);
  fields->languages = g_steal_pointer (&tags);
  return TRUE;
}

static gboolean
set_setting (const char       *value,
             SkSessionFields  *fields,
             SkVocabularies   *vocabularies,
             GError          **error)
{
  SkVocabulary *settings = sk_vocabularies_get (vocabularies, SK_FACET_SETTING);
  SkConcept *concept;

  if (value == NULL)
    return TRUE;

  if (strcmp (value, NONE) == 0)
    {
      g_clear_pointer (&fields->setting, g_free);
      return TRUE;
    }

  concept = sk_vocabulary_find (settings, value);
  if (concept == NULL)
    return sk_ctl_session_refuse_value (error, value,
                                        _("--setting takes school, library, youth-work, "
                                           "after-school, youth-institution, home, or none"));

  g_set_str (&fields->setting, sk_concept_get_id (concept));
  return TRUE;
}

static gboolean
set_room (const char       *value,
          SkSessionFields  *fields,
          GError          **error)
{
  g_auto (GStrv) room = value != NULL ? g_strsplit (value, ",", -1) : NULL;

  if (value == NULL)
    return TRUE;

  if (strcmp (value, NONE) == 0 || strcmp (value, "unknown") == 0)
    g_clear_pointer (&room[0], g_free);

  for (guint i = 0; room[i] != NULL; i++)
    if (!g_strv_contains (sk_needs, room[i]))
      return sk_ctl_session_refuse_value (error, value,
                                          _("--room takes some of internet,screen,sound,printer,"
                                             "devices,tables, or none, or unknown"));

  fields->room_stated = strcmp (value, "unknown") != 0;
  g_strfreev (fields->room);
  fields->room = g_steal_pointer (&room);
  return TRUE;
}

/**
 * sk_ctl_session_options_apply:
 * @fields: what is changed
 *
 * Makes of a session what the options say.
 *
 * Returns: whether all of them could be read; where not, @error says what one takes
 */
gboolean
sk_ctl_session_options_apply (const SkCtlSessionOptions  *self,
                              SkSessionFields            *fields,
                              SkVocabularies             *vocabularies,
                              GError                    **error)
{
  set_text (self, SK_CTL_OPTION_TITLE, &fields->title);
  set_text (self, SK_CTL_OPTION_PLACE, &fields->place);
  set_text (self, SK_CTL_OPTION_GROUP, &fields->group);
  set_text (self, SK_CTL_OPTION_AIMS, &fields->aims);

  return set_count (self, SK_CTL_OPTION_SIZE, MAX_PEOPLE, &fields->size,
                    _("--size takes a number of people, or none"), error) &&
         set_ages (self->values[SK_CTL_OPTION_AGE], fields, error) &&
         set_languages (self->values[SK_CTL_OPTION_LANGUAGE], fields, error) &&
         set_setting (self->values[SK_CTL_OPTION_SETTING], fields, vocabularies, error) &&
         set_room (self->values[SK_CTL_OPTION_ROOM], fields, error) &&
         sk_ctl_session_times_apply (self, fields, error);
}

static gboolean
set_minutes (const char     *value,
             SkBlockFields  *fields,
             GError        **error)
{
  if (value == NULL)
    return TRUE;

  fields->minutes_guessed = FALSE;
  return sk_ctl_session_read_number (value, SK_BLOCK_MAX_MINUTES, &fields->minutes) ||
         sk_ctl_session_refuse_value (error, value, _("--minutes takes a number from 1 to 1440"));
}

static gboolean
set_lock (const char     *value,
          SkBlockFields  *fields,
          GError        **error)
{
  if (value == NULL)
    return TRUE;

  if (strcmp (value, NONE) == 0)
    {
      fields->lock = SK_BLOCK_UNLOCKED;
      return TRUE;
    }

  return sk_ctl_session_read_clock (value, &fields->lock) ||
         sk_ctl_session_refuse_value (error, value,
                                      _("--lock takes a clock time such as 10:50, or none"));
}

static gboolean
set_skippable (const char     *value,
               SkBlockFields  *fields,
               GError        **error)
{
  if (value == NULL)
    return TRUE;

  fields->skippable = strcmp (value, "true") == 0;
  return fields->skippable || strcmp (value, "false") == 0 ||
         sk_ctl_session_refuse_value (error, value, _("--skippable takes true or false"));
}

static void
set_materials (GStrv          materials,
               SkBlockFields *fields)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (materials == NULL)
    return;

  for (guint i = 0; materials[i] != NULL; i++)
    if (strcmp (materials[i], NONE) != 0)
      g_strv_builder_take (builder, sk_ctl_to_utf8 (materials[i]));

  g_strfreev (fields->materials);
  fields->materials = g_strv_builder_end (builder);
}

/**
 * sk_ctl_block_options_apply:
 * @fields: what is changed
 *
 * Makes of a block what the options say.
 *
 * Returns: whether all of them could be read; where not, @error says what one takes
 */
gboolean
sk_ctl_block_options_apply (const SkCtlSessionOptions  *self,
                            SkBlockFields              *fields,
                            GError                    **error)
{
  const char *activity = self->values[SK_CTL_OPTION_ACTIVITY];

  set_text (self, SK_CTL_OPTION_TITLE, &fields->title);
  set_text (self, SK_CTL_OPTION_GOAL, &fields->goal);
  set_text (self, SK_CTL_OPTION_NOTE, &fields->note);
  set_materials (self->materials, fields);
  if (activity != NULL && !sk_activity_parse (activity, &fields->activity))
    return sk_ctl_session_refuse_value (error, activity,
                                        _("--activity takes talk, do, play, or none"));

  return set_count (self, SK_CTL_OPTION_SIZE, MAX_PEOPLE, &fields->size,
                    _("--size takes a number of people, or none"), error) &&
         set_count (self, SK_CTL_OPTION_MIN, SK_BLOCK_MAX_MINUTES, &fields->minutes_min,
                    _("--min takes a number of minutes, or none"), error) &&
         set_minutes (self->values[SK_CTL_OPTION_MINUTES], fields, error) &&
         set_skippable (self->values[SK_CTL_OPTION_SKIPPABLE], fields, error) &&
         set_lock (self->values[SK_CTL_OPTION_LOCK], fields, error);
}
