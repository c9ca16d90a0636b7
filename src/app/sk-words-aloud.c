/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <unicode/ulistformatter.h>

#include "sk-words.h"

/* In UTF-16 units; a longer list is heard with commas alone. */
#define MAX_LIST 512

/**
 * sk_words_ages_aloud:
 * @ages: a range of whole years
 *
 * Says what [func@words_ages] writes with signs that are not read out.
 *
 * Returns: (transfer full): "8 to 12 years"
 */
char *
sk_words_ages_aloud (SkAgeRange ages)
{
  if (ages.max == SK_AGE_MAX && ages.min > SK_AGE_MIN)
    return g_strdup_printf (ngettext ("%u year and older", "%u years and older", ages.min),
                            ages.min);
  if (ages.max == SK_AGE_MAX || ages.min == SK_AGE_MIN || ages.min == ages.max)
    return sk_words_ages (ages);

  return g_strdup_printf (ngettext ("%u to %u year", "%u to %u years", ages.max), ages.min,
                          ages.max);
}

/**
 * sk_words_minutes_aloud:
 * @minutes: how long something takes
 *
 * Returns: (transfer full): "45 minutes"
 */
char *
sk_words_minutes_aloud (guint minutes)
{
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
}

static char *
format_list (UListFormatter     *formatter,
             const char * const *words,
             guint               n_words)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree int32_t *lengths = g_new (int32_t, n_words);
  UErrorCode status = U_ZERO_ERROR;
  UChar list[MAX_LIST];
  int length;

  for (guint i = 0; i < n_words; i++)
    {
      glong n_units;

      g_ptr_array_add (texts, g_utf8_to_utf16 (words[i], -1, NULL, &n_units, NULL));
      lengths[i] = (int32_t) n_units;
    }

  length = ulistfmt_format (formatter, (const UChar * const *) texts->pdata, lengths,
                            (int32_t) n_words, list, G_N_ELEMENTS (list), &status);
  return U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) list, length, NULL, NULL, NULL)
                            : NULL;
}

/**
 * sk_words_join:
 * @words: some things
 *
 * Returns: (transfer full): all of them, as a sentence has them: "Dutch, French and English"
 */
char *
sk_words_join (const char * const *words)
{
  UErrorCode status = U_ZERO_ERROR;
  UListFormatter *formatter;
  char *list = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  formatter =
    ulistfmt_openForType (sk_words_get_locale (), ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, &status);
  if (U_SUCCESS (status))
    list = format_list (formatter, words, g_strv_length ((GStrv) words));
  ulistfmt_close (formatter);

  return list != NULL ? list : g_strjoinv (", ", (GStrv) words);
}
