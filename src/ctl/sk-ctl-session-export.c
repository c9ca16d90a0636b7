/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "export/sk-export.h"
#include "page/sk-paper-words.h"
#include "sk-ctl-session.h"

/* What was typed. */
typedef struct
{
  char *to;
  char *sheet;
  char *language;
  char *events;
  char *out;
  gboolean large_print;
  GStrv languages;
  SkExportFormat format;
  SkExportOptions options;
} Wish;

static void
wish_clear (Wish *wish)
{
  g_free (wish->to);
  g_free (wish->sheet);
  g_free (wish->language);
  g_free (wish->events);
  g_free (wish->out);
  g_strfreev (wish->languages);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
is_sheet (SkExportFormat format)
{
  return format == SK_EXPORT_PDF || format == SK_EXPORT_ODT || format == SK_EXPORT_MARKDOWN ||
         format == SK_EXPORT_HTML;
}

static const char *
read_languages (Wish *wish)
{
  guint n_languages;

  if (wish->language == NULL)
    return NULL;

  wish->languages = g_strsplit (wish->language, ",", -1);
  n_languages = g_strv_length (wish->languages);
  for (guint i = 0; i < n_languages; i++)
    if (!g_strv_contains (sk_paper_languages, wish->languages[i]))
      return _("--language takes nl, fr, de, en, or two of them such as nl,fr");
  if (n_languages == 0 || n_languages > 2)
    return _("--language takes one language, or two side by side");
  if (n_languages == 2 && strcmp (wish->languages[0], wish->languages[1]) == 0)
    return _("--language takes two that differ");

  wish->options.sheet.languages = (const char * const *) wish->languages;
  return NULL;
}

static const char *
read_sheet (Wish *wish)
{
  if (wish->large_print && wish->format != SK_EXPORT_PDF)
    return _("--large-print is of pdf alone");
  wish->options.sheet.large_print = wish->large_print;

  if (wish->sheet == NULL)
    return NULL;
  if (!is_sheet (wish->format))
    return _("--sheet is of pdf, odt, md and html alone");

  return sk_sheet_kind_parse (wish->sheet, &wish->options.sheet.kind)
           ? NULL
           : _("--sheet takes leader, wall, or family");
}

static const char *
read_events (Wish *wish)
{
  if (wish->events == NULL)
    return NULL;
  if (wish->format != SK_EXPORT_ICALENDAR)
    return _("--events is of ics alone");

  wish->options.event_a_block = strcmp (wish->events, "blocks") == 0;
  return wish->options.event_a_block || strcmp (wish->events, "session") == 0
           ? NULL
           : _("--events takes session or blocks");
}

/* What is wrong with what was typed; NULL where nothing is. */
static const char *
read_wish (Wish *wish)
{
  const char *wrong;

  if (wish->to == NULL || !sk_export_format_parse (wish->to, &wish->format))
    return _("--to takes pdf, ics, odt, md, html, csv, or json");
  if (wish->out == NULL)
    return _("say where to with -o; - is standard output");

  wrong = read_languages (wish);
  if (wrong == NULL)
    wrong = read_sheet (wish);
  return wrong != NULL ? wrong : read_events (wish);
}

static SkCtlStatus
export_file (SkCtl      *ctl,
             const Wish *wish,
             const char *path)
{
  g_auto (SkCtlSession) session = {0};
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SkCtlStatus status;

  if (!sk_ctl_session_read (&session, path, &status))
    return status;

  bytes = sk_export (session.session, wish->format, &wish->options, &error);
  return bytes != NULL ? sk_ctl_write (ctl, wish->out, 0666, bytes) : sk_ctl_fail (error->message);
}

/**
 * sk_ctl_session_export:
 *
 * `session export FILE --to FORMAT -o OUT`: writes a session for another program.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_session_export (SkCtl              *ctl,
                       const SkCtlCommand *command,
                       GStrv               arguments)
{
  g_auto (Wish) wish = {0};
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    {"to", 0, 0, G_OPTION_ARG_FILENAME, &wish.to, N_("pdf, ics, odt, md, html, csv, or json"),
     N_("FORMAT")},
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &wish.out,
     N_("The file to write; - is standard output"), N_("OUT")},
    {"sheet", 0, 0, G_OPTION_ARG_FILENAME, &wish.sheet, N_("leader, wall, or family"),
     N_("KIND")},
    {"language", 0, 0, G_OPTION_ARG_FILENAME, &wish.language,
     N_("The language, or two side by side: nl,fr"), N_("LIST")},
    {"large-print", 0, 0, G_OPTION_ARG_NONE, &wish.large_print, N_("In larger letters (pdf)"),
     NULL},
    {"events", 0, 0, G_OPTION_ARG_FILENAME, &wish.events,
     N_("One event for the session, or one for each of its blocks (ics)"), N_("session|blocks")},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL},
    {NULL},
  };
  const char *wrong;
  SkCtlStatus status;

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  if (words == NULL || words[1] != NULL)
    return sk_ctl_misuse (command, _("say one file"));

  wrong = read_wish (&wish);
  return wrong != NULL ? sk_ctl_misuse (command, wrong) : export_file (ctl, &wish, words[0]);
}
