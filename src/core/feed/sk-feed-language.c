/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-value.h"

#include <string.h>
#include <unicode/uloc.h>

/* ISO 639-2's bibliographic codes, where they differ from those that ICU knows. */
static const struct
{
  char bibliographic[4];
  char code[3];
} bibliographic_codes[] = {
  {"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"},
  {"cze", "cs"}, {"dut", "nl"}, {"fre", "fr"}, {"geo", "ka"}, {"ger", "de"},
  {"gre", "el"}, {"ice", "is"}, {"mac", "mk"}, {"mao", "mi"}, {"may", "ms"},
  {"per", "fa"}, {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"}, {"wel", "cy"},
};

static gboolean
consists_of (const char *text,
             gboolean    letters,
             gboolean    digits)
{
  for (; *text != '\0'; text++)
    if (!(letters && g_ascii_isalpha (*text)) && !(digits && g_ascii_isdigit (*text)))
      return FALSE;

  return TRUE;
}

static gboolean
is_region (const char *subtag)
{
  gsize length = strlen (subtag);

  return (length == 2 && consists_of (subtag, TRUE, FALSE)) ||
         (length == 3 && consists_of (subtag, FALSE, TRUE));
}

static gboolean
is_variant (const char *subtag)
{
  gsize length = strlen (subtag);

  return consists_of (subtag, TRUE, TRUE) &&
         ((length >= 5 && length <= 8) || (length == 4 && g_ascii_isdigit (*subtag)));
}

static void
append_language (GString    *tag,
                 const char *subtag)
{
  g_autofree char *lower = g_ascii_strdown (subtag, -1);
  char code[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  for (guint i = 0; i < G_N_ELEMENTS (bibliographic_codes); i++)
    if (g_str_equal (bibliographic_codes[i].bibliographic, lower))
      {
        g_string_append (tag, bibliographic_codes[i].code);
        return;
      }

  if (strlen (lower) == 3 && uloc_getLanguage (lower, code, sizeof code, &status) > 0 &&
      U_SUCCESS (status))
    g_string_append (tag, code);
  else
    g_string_append (tag, lower);
}

static gboolean
append_rest (GString      *tag,
             char * const *subtags)
{
  if (*subtags != NULL && strlen (*subtags) == 4 && consists_of (*subtags, TRUE, FALSE))
    {
      g_autofree char *script = g_ascii_strdown (*subtags++, -1);

      *script = g_ascii_toupper (*script);
      g_string_append_printf (tag, "-%s", script);
    }

  if (*subtags != NULL && is_region (*subtags))
    {
      g_autofree char *region = g_ascii_strup (*subtags++, -1);

      g_string_append_printf (tag, "-%s", region);
    }

  for (; *subtags != NULL; subtags++)
    {
      g_autofree char *variant = g_ascii_strdown (*subtags, -1);

      if (!is_variant (variant))
        return FALSE;
      g_string_append_printf (tag, "-%s", variant);
    }

  return TRUE;
}

/**
 * sk_value_parse_language:
 * @text: a language tag, "nl", "fr-BE", "nld", "en_US"
 *
 * Reads a tag of BCP 47 (language, script, region, variants) into its usual spelling, with
 * the two-letter code of ISO 639-1 for a three-letter one of ISO 639-2 or 639-3.
 *
 * Returns: (transfer full) (nullable): the tag, or %NULL where it is none
 */
char *
sk_value_parse_language (const char *text)
{
  g_autofree char *dashed = g_strdelimit (g_strdup (text), "_", '-');
  g_auto (GStrv) subtags = g_strsplit (g_strstrip (dashed), "-", -1);
  g_autoptr (GString) tag = g_string_new (NULL);
  gsize length = subtags[0] != NULL ? strlen (subtags[0]) : 0;

  if (length < 2 || length > 3 || !consists_of (subtags[0], TRUE, FALSE))
    return NULL;

  append_language (tag, subtags[0]);
  if (!append_rest (tag, (char * const *) subtags + 1))
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&tag));
}
