/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-paper-words.h"

#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uldnames.h>
#include <unicode/ustring.h>

/* In UTF-16 units; the longest date or name that ICU has is a third of it. */
#define MAX_TEXT 160

#define DAY_SKELETON "EEEEdMMMMy"
#define SHORT_DAY_SKELETON "dMMMMy"
#define MONTH_SKELETON "MMMMy"

/* Where the languages of paper are spoken; of English the order of day and month in Europe. */
static const char *
get_locale (SkPaperWords *self)
{
  static const char * const locales[][2] = {{"nl", "nl_BE"}, {"fr", "fr_BE"}, {"de", "de_BE"}};

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      if (g_str_equal (locales[i][0], sk_paper_words_get_language (self)))
        return locales[i][1];
    }

  return "en_GB";
}

/* The clock and the calendar of the time's own zone, which ICU is told is that of Greenwich. */
static UDate
get_local_date (GDateTime *time)
{
  gint64 seconds =
    g_date_time_to_unix (time) + g_date_time_get_utc_offset (time) / G_TIME_SPAN_SECOND;

  return (UDate) seconds * 1000.0;
}

static char *
format_date (SkPaperWords *self,
             GDateTime    *time,
             const char   *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *patterns = udatpg_open (get_locale (self), &status);
  UDateFormat *format = NULL;
  char16_t pattern[MAX_TEXT];
  char16_t text[MAX_TEXT];
  char16_t greenwich[MAX_TEXT];
  char *date = NULL;
  int length;

  u_uastrcpy (text, skeleton);
  u_uastrcpy (greenwich, "GMT");
  length = udatpg_getBestPattern (patterns, text, -1, pattern, MAX_TEXT, &status);
  udatpg_close (patterns);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, get_locale (self), greenwich, -1, pattern, length,
                      &status);
  length = udat_format (format, get_local_date (time), text, MAX_TEXT, NULL, &status);
  udat_close (format);

  if (U_SUCCESS (status))
    date = g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);

  return date != NULL ? date : g_date_time_format (time, "%Y-%m-%d");
}

/**
 * sk_paper_words_date:
 * @time: a moment, in its own zone
 *
 * Returns: (transfer full): its day: "dinsdag 9 februari 2027"
 */
char *
sk_paper_words_date (SkPaperWords *self,
                     GDateTime    *time)
{
  g_return_val_if_fail (SK_IS_PAPER_WORDS (self), NULL);
  g_return_val_if_fail (time != NULL, NULL);

  return format_date (self, time, DAY_SKELETON);
}

/**
 * sk_paper_words_day:
 * @time: a moment, in its own zone
 *
 * Returns: (transfer full): its day without that of the week: "9 februari 2027"
 */
char *
sk_paper_words_day (SkPaperWords *self,
                    GDateTime    *time)
{
  g_return_val_if_fail (SK_IS_PAPER_WORDS (self), NULL);
  g_return_val_if_fail (time != NULL, NULL);

  return format_date (self, time, SHORT_DAY_SKELETON);
}

/**
 * sk_paper_words_month:
 * @time: a moment, in its own zone
 *
 * Returns: (transfer full): its month: "november 2026"
 */
char *
sk_paper_words_month (SkPaperWords *self,
                      GDateTime    *time)
{
  g_return_val_if_fail (SK_IS_PAPER_WORDS (self), NULL);
  g_return_val_if_fail (time != NULL, NULL);

  return format_date (self, time, MONTH_SKELETON);
}

/**
 * sk_paper_words_clock:
 * @time: a moment, in its own zone
 *
 * Returns: (transfer full): its hour and minute: "10.25" in Dutch, "10 h 25" in French,
 *   "10:25" in the others
 */
char *
sk_paper_words_clock (SkPaperWords *self,
                      GDateTime    *time)
{
  g_return_val_if_fail (SK_IS_PAPER_WORDS (self), NULL);
  g_return_val_if_fail (time != NULL, NULL);

  return g_date_time_format (time, sk_paper_words_get (self, "clock"));
}

/**
 * sk_paper_words_minutes:
 *
 * Returns: (transfer full): how long something lasts: "20 min"
 */
char *
sk_paper_words_minutes (SkPaperWords *self,
                        guint         minutes)
{
  g_autofree char *number = g_strdup_printf ("%u", minutes);

  return sk_paper_words_format (self, "minutes", "n", number, NULL);
}

/**
 * sk_paper_words_language:
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): what the language is called within a sentence: "français"; the
 *   tag itself where it has no name
 */
char *
sk_paper_words_language (SkPaperWords *self,
                         const char   *language)
{
  UDisplayContext contexts[] = {UDISPCTX_CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE};
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names;
  char16_t text[MAX_TEXT];
  char *name = NULL;
  int length;

  g_return_val_if_fail (SK_IS_PAPER_WORDS (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  names = uldn_openForContext (get_locale (self), contexts, G_N_ELEMENTS (contexts), &status);
  length = uldn_localeDisplayName (names, language, text, MAX_TEXT, &status);
  uldn_close (names);
  if (U_SUCCESS (status))
    name = g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);

  return name != NULL ? name : g_strdup (language);
}
