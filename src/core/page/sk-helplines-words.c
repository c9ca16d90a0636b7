/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sk-helplines.h"

/* As records state a month. */
#define MONTH_LENGTH (sizeof "2026-11" - 1)

static char *
dup_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL)
    return g_strdup (url);

  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

/**
 * sk_helpline_dup_site:
 *
 * Returns: (transfer full): its site, as one types it: "childfocus.be"
 */
char *
sk_helpline_dup_site (const SkHelpline *self)
{
  return dup_host (self->url);
}

static const char *
get_audience_key (SkHelpAudience audience)
{
  switch ((guint) audience)
    {
    case SK_HELP_FOR_CHILDREN:
      return "help-for-children";
    case SK_HELP_FOR_PARENTS:
      return "help-for-parents";
    case SK_HELP_FOR_CHILDREN | SK_HELP_FOR_PARENTS:
      return "help-for-families";
    case SK_HELP_FOR_PARENTS | SK_HELP_FOR_EDUCATORS:
      return "help-for-adults";
    default:
      return "help-for-everyone";
    }
}

static char *
name_languages (const SkHelpline *self,
                SkPaperWords     *words)
{
  g_autofree char *names = NULL;

  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = sk_paper_words_language (words, self->languages[i]);
      g_autofree char *before = g_steal_pointer (&names);

      names = before == NULL
                ? g_steal_pointer (&name)
                : sk_paper_words_format (words, self->languages[i + 1] == NULL ? "and" : "comma",
                                         "a", before, "b", name, NULL);
    }

  return g_steal_pointer (&names);
}

static void
add_languages (const SkHelpline *self,
               SkPaperWords     *words,
               GStrvBuilder     *parts)
{
  g_autofree char *languages = NULL;

  if (sk_helpline_answers_in (self, sk_paper_words_get_language (words)))
    return;

  languages = name_languages (self, words);
  g_strv_builder_take (parts,
                       sk_paper_words_format (words, "help-in", "languages", languages, NULL));
}

/**
 * sk_helpline_describe:
 * @brief: whether it is enough to say what it costs and when it answers, where that is known
 *
 * Returns: (transfer full): what there is to know before one rings: "free, day and night, for
 *   children, parents and educators"; and in which languages, where that of the paper is none
 *   of them
 */
char *
sk_helpline_describe (const SkHelpline *self,
                      SkPaperWords     *words,
                      gboolean          brief)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  gboolean told = self->free && self->always;

  if (self->free && (told || !brief))
    g_strv_builder_add (parts, sk_paper_words_get (words, "help-free"));
  if (self->always)
    g_strv_builder_add (parts, sk_paper_words_get (words, "help-always"));
  if (!brief || !told)
    g_strv_builder_add (parts, sk_paper_words_get (words, get_audience_key (self->audience)));
  add_languages (self, words, parts);

  strings = g_strv_builder_end (parts);
  return g_strjoinv (", ", strings);
}

/* "november 2026" of "2026-11", or of a day. */
static char *
name_month (SkPaperWords *words,
            const char   *seen)
{
  g_autofree char *month = g_strndup (seen, MONTH_LENGTH);
  g_autofree char *first = g_strconcat (month, "-01T00:00:00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (first, NULL);

  return time != NULL ? sk_paper_words_month (words, time) : g_strdup (seen);
}

/* On which pages the numbers were seen that month; NULL where a line before had the same month. */
static char *
list_sites (GPtrArray *lines,
            guint      from)
{
  const SkHelpline *first = g_ptr_array_index (lines, from);
  GString *sites = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const SkHelpline *line = g_ptr_array_index (lines, i);
      g_autofree char *site = dup_host (line->source);

      if (g_strcmp0 (line->seen, first->seen) != 0)
        continue;
      if (i < from)
        return NULL;
      if (sites == NULL)
        sites = g_string_new (site);
      else if (strstr (sites->str, site) == NULL)
        g_string_append_printf (sites, ", %s", site);
    }

  return g_string_free_and_steal (sites);
}

/**
 * sk_helplines_tell_sources:
 * @lines: (element-type SkHelpline): help lines
 *
 * Returns: (transfer full): when and where their numbers were seen: "Numbers seen in November
 *   2026 on betterinternetforkids.eu, hln.be"
 */
char *
sk_helplines_tell_sources (GPtrArray    *lines,
                           SkPaperWords *words)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const SkHelpline *line = g_ptr_array_index (lines, i);
      g_autofree char *sites = list_sites (lines, i);
      g_autofree char *month = name_month (words, line->seen);

      if (sites != NULL)
        g_strv_builder_take (parts, sk_paper_words_format (words, "help-seen", "sites", sites,
                                                           "date", month, NULL));
    }

  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}
