/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl-request.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "sk-ctl-concept.h"
#include "sk-ctl-print.h"

#define MAX_SIZE 10000

/* Options that take one value after the other. */
static const char * const repeated[] = {"--theme", "--language", "--without", "--avoid", NULL};

/**
 * sk_ctl_wishes_clear:
 *
 * Frees what the options left.
 */
void
sk_ctl_wishes_clear (SkCtlWishes *wishes)
{
  g_clear_pointer (&wishes->minutes, g_free);
  g_clear_pointer (&wishes->age, g_free);
  g_clear_pointer (&wishes->themes, g_strfreev);
  g_clear_pointer (&wishes->languages, g_strfreev);
  g_clear_pointer (&wishes->size, g_free);
  g_clear_pointer (&wishes->without, g_strfreev);
  g_clear_pointer (&wishes->avoid, g_strfreev);
  g_clear_pointer (&wishes->output, g_free);
}

/**
 * sk_ctl_wishes_repeat_options:
 * @arguments: as typed: `--without sound printer`
 *
 * Repeats an option that takes several values before each of them, as GOption wants it.
 *
 * Returns: (transfer full): `--without sound --without printer`
 */
GStrv
sk_ctl_wishes_repeat_options (GStrv arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *option = NULL;
  gboolean has_value = FALSE;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      gboolean is_value = *arguments[i] != '-' || (option != NULL && !has_value);

      if (is_value && option != NULL && has_value)
        g_strv_builder_add (builder, option);
      g_strv_builder_add (builder, arguments[i]);

      has_value = is_value;
      if (!is_value)
        option = g_strv_contains (repeated, arguments[i]) ? arguments[i] : NULL;
    }

  return g_strv_builder_end (builder);
}

/**
 * sk_ctl_wishes_parse:
 * @status: (out): where this returns %FALSE, what to exit with
 *
 * Reads the options.
 *
 * Returns: whether the command is to go on
 */
gboolean
sk_ctl_wishes_parse (SkCtlWishes        *wishes,
                     SkCtl              *ctl,
                     const SkCtlCommand *command,
                     GStrv               arguments,
                     SkCtlStatus        *status)
{
  const GOptionEntry entries[] = {
    {"minutes", 0, 0, G_OPTION_ARG_FILENAME, &wishes->minutes,
     N_("Fill so many minutes, opening and closing included"), N_("N")},
    {"age", 0, 0, G_OPTION_ARG_FILENAME, &wishes->age, N_("For these ages: 9-11, 12-, 8"),
     N_("YEARS")},
    {"theme", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &wishes->themes,
     N_("About this theme, with its share beside others’: bullying=2, privacy"),
     N_("ID[=WEIGHT]")},
    {"language", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &wishes->languages,
     N_("In this language; the first one leads"), N_("LANGUAGE")},
    {"size", 0, 0, G_OPTION_ARG_FILENAME, &wishes->size, N_("For so many people"), N_("N")},
    {"without", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &wishes->without,
     N_("The room lacks this: internet, screen, sound, printer, devices, tables"), N_("NEED")},
    {"avoid", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &wishes->avoid, N_("Without this tool"),
     N_("ID")},
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes->output,
     N_("Write the first one to this file, for the next Safer Internet Day"),
     N_("FILE.sidekick")},
    {NULL},
  };

  if (!sk_ctl_parse (ctl, command, arguments, entries, status))
    return FALSE;

  if (wishes->minutes == NULL)
    {
      *status = sk_ctl_misuse (command, _("say how long the session is: --minutes 50"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
fail (GError     **error,
      const char  *message,
      const char  *value)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "“%s”: %s", value, message);
  return FALSE;
}

static gboolean
read_number (const char  *value,
             guint        max,
             const char  *message,
             guint       *number,
             GError     **error)
{
  g_autofree char *typed = sk_ctl_to_utf8 (value);
  guint64 read;

  if (!g_ascii_string_to_unsigned (typed, 10, 1, max, &read, NULL))
    return fail (error, message, typed);

  *number = (guint) read;
  return TRUE;
}

/* Splits what is typed with commas; nothing is empty. */
static GStrv
split (GStrv values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *typed = sk_ctl_to_utf8 (values[i]);
      g_auto (GStrv) parts = g_strsplit (typed, ",", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        if (*g_strstrip (parts[j]) != '\0')
          g_strv_builder_add (builder, parts[j]);
    }

  return g_strv_builder_end (builder);
}

static gboolean
read_ages (const char        *value,
           SkComposeRequest  *request,
           GError           **error)
{
  g_autofree char *typed = value != NULL ? sk_ctl_to_utf8 (value) : NULL;

  request->has_ages = typed != NULL;
  if (typed == NULL || sk_age_range_parse (typed, &request->ages))
    return TRUE;

  return fail (error, _("--age takes years: 8-10, 9-, -6, 12"), typed);
}

static gboolean
is_letters (const char *text)
{
  gsize length = strcspn (text, "-_");

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalpha (text[i]))
      return FALSE;

  return length >= 2 && length <= 8;
}

static gboolean
read_languages (GStrv              values,
                SkComposeRequest  *request,
                GError           **error)
{
  request->languages = split (values);

  for (guint i = 0; request->languages[i] != NULL; i++)
    if (!is_letters (request->languages[i]))
      return fail (error, _("--language takes a language such as nl"), request->languages[i]);

  return TRUE;
}

static gboolean
read_without (GStrv              values,
              SkComposeRequest  *request,
              GError           **error)
{
  request->without = split (values);

  for (guint i = 0; request->without[i] != NULL; i++)
    if (!g_strv_contains (sk_needs, request->without[i]))
      return fail (error,
                   _("--without takes internet, screen, sound, printer, devices, or tables"),
                   request->without[i]);

  return TRUE;
}

/* A tool's id may have a comma in it. */
static void
read_avoid (GStrv             values,
            SkIndex          *index,
            SkComposeRequest *request)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      char *one[] = {values[i], NULL};
      g_autofree char *typed = sk_ctl_to_utf8 (values[i]);
      g_auto (GStrv) parts = split (one);

      if (sk_index_find (index, typed, NULL))
        g_strv_builder_add (builder, typed);
      else
        g_strv_builder_addv (builder, (const char **) parts);
    }

  request->avoid = g_strv_builder_end (builder);
}

/* Takes the weight off, if there is one; a URI may have that character too. */
static gboolean
read_weight (char    *typed,
             double  *weight,
             GError **error)
{
  char *equals = strrchr (typed, '=');
  char *end = NULL;

  *weight = 1;
  if (equals == NULL)
    return TRUE;

  *weight = g_ascii_strtod (equals + 1, &end);
  if (equals[1] != '\0' && *end == '\0' && isfinite (*weight) && *weight >= 0)
    {
      *equals = '\0';
      return TRUE;
    }

  if (g_uri_peek_scheme (typed) == NULL)
    return fail (error, _("--theme takes a theme and its share: bullying=2"), typed);

  *weight = 1;
  return TRUE;
}

static gboolean
read_themes (GStrv              values,
             SkCtl             *ctl,
             SkComposeRequest  *request,
             GError           **error)
{
  SkVocabularies *vocabularies = sk_catalogue_get_vocabularies (ctl->catalogue);
  g_auto (GStrv) themes = split (values);
  g_autoptr (SkQuery) query = sk_query_new ();
  g_autoptr (SkResults) all = NULL;

  if (themes[0] == NULL)
    return TRUE;

  all = sk_index_search (sk_catalogue_get_index (ctl->catalogue), query, NULL);

  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_autofree char *value = NULL;
      double weight;

      if (!read_weight (themes[i], &weight, error))
        return FALSE;

      value = sk_ctl_concept_resolve (sk_vocabularies_get (vocabularies, SK_FACET_THEME), all,
                                      SK_FACET_THEME, themes[i], error);
      if (value == NULL)
        return FALSE;
      if (strcmp (value, SK_FACET_NONE) == 0)
        return fail (error, _("--theme takes a theme and its share: bullying=2"), themes[i]);

      sk_compose_request_set_theme (request, value, weight);
    }

  return g_hash_table_size (request->themes) > 0 ||
         fail (error, _("one --theme at least has a share above 0"), themes[0]);
}

/**
 * sk_ctl_wishes_make_request:
 * @ctl: with its catalogue open
 * @request: (out caller-allocates): what was wished
 *
 * Turns what was typed into a request.
 *
 * Returns: whether it can be asked; else the error says what an option takes
 */
gboolean
sk_ctl_wishes_make_request (const SkCtlWishes  *wishes,
                            SkCtl              *ctl,
                            SkComposeRequest   *request,
                            GError            **error)
{
  sk_compose_request_init (request);

  if (!read_number (wishes->minutes, SK_BLOCK_MAX_MINUTES,
                    _("--minutes takes a number of minutes, a day at most"), &request->minutes,
                    error) ||
      !read_ages (wishes->age, request, error) ||
      !read_themes (wishes->themes, ctl, request, error) ||
      !read_languages (wishes->languages, request, error) ||
      (wishes->size != NULL &&
       !read_number (wishes->size, MAX_SIZE, _("--size takes a number of people"), &request->size,
                     error)) ||
      !read_without (wishes->without, request, error))
    return FALSE;

  read_avoid (wishes->avoid, sk_catalogue_get_index (ctl->catalogue), request);
  return TRUE;
}
