/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-licence.h"

#include <string.h>

#include "sk-feed-value.h"

/* SPDX keys of the licences that are not Creative Commons' own, and where each is read. */
static const struct
{
  const char *key;
  const char *uri;
} licences[] = {
  {"AGPL-3.0-only", "https://www.gnu.org/licenses/agpl-3.0.html"},
  {"AGPL-3.0-or-later", "https://www.gnu.org/licenses/agpl-3.0.html"},
  {"Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0"},
  {"BSD-2-Clause", "https://opensource.org/licenses/BSD-2-Clause"},
  {"BSD-3-Clause", "https://opensource.org/licenses/BSD-3-Clause"},
  {"GFDL-1.3-or-later", "https://www.gnu.org/licenses/fdl-1.3.html"},
  {"GPL-2.0-only", "https://www.gnu.org/licenses/old-licenses/gpl-2.0.html"},
  {"GPL-2.0-or-later", "https://www.gnu.org/licenses/old-licenses/gpl-2.0.html"},
  {"GPL-3.0-only", "https://www.gnu.org/licenses/gpl-3.0.html"},
  {"GPL-3.0-or-later", "https://www.gnu.org/licenses/gpl-3.0.html"},
  {"LGPL-3.0-only", "https://www.gnu.org/licenses/lgpl-3.0.html"},
  {"LGPL-3.0-or-later", "https://www.gnu.org/licenses/lgpl-3.0.html"},
  {"MIT", "https://opensource.org/licenses/MIT"},
  {"MPL-2.0", "https://www.mozilla.org/MPL/2.0/"},
};

static const char * const cc_kinds[] = {"by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"};

static char *
from_cc_key (const char *key)
{
  g_autofree char *lower = g_ascii_strdown (key, -1);
  const char *kind = lower + strlen ("cc-");

  if (g_str_equal (lower, "cc0-1.0") || g_str_equal (lower, "cc0") || g_str_equal (lower, "cc-0"))
    return g_strdup ("https://creativecommons.org/publicdomain/zero/1.0/");
  if (g_str_equal (lower, "cc-pdm-1.0"))
    return g_strdup ("https://creativecommons.org/publicdomain/mark/1.0/");
  if (!g_str_has_prefix (lower, "cc-"))
    return NULL;

  for (guint i = G_N_ELEMENTS (cc_kinds); i > 0; i--)
    {
      gsize length = strlen (cc_kinds[i - 1]);
      const char *rest = kind + length;
      g_auto (GStrv) parts = NULL;

      if (!g_str_has_prefix (kind, cc_kinds[i - 1]) || *rest != '-')
        continue;

      /* A version, and for the older ones a country: "cc-by-3.0-at". */
      parts = g_strsplit (rest + 1, "-", 2);
      if (strlen (parts[0]) != 3 || !g_ascii_isdigit (parts[0][0]) || parts[0][1] != '.' ||
          !g_ascii_isdigit (parts[0][2]))
        return NULL;

      return g_strdup_printf ("https://creativecommons.org/licenses/%s/%s/%s%s", cc_kinds[i - 1],
                              parts[0], parts[1] != NULL ? parts[1] : "",
                              parts[1] != NULL ? "/" : "");
    }

  return NULL;
}

static char *
from_key (const char *text)
{
  g_autofree char *key = g_strdelimit (g_strdup (text), " _", '-');
  char *uri = from_cc_key (key);

  for (guint i = 0; uri == NULL && i < G_N_ELEMENTS (licences); i++)
    if (g_ascii_strcasecmp (key, licences[i].key) == 0)
      uri = g_strdup (licences[i].uri);

  return uri;
}

static char *
from_spdx_address (const char *uri)
{
  const char *name = strstr (uri, "spdx.org/licenses/");
  g_autofree char *key = NULL;

  if (name == NULL)
    return NULL;

  key = g_strdup (name + strlen ("spdx.org/licenses/"));
  if (g_str_has_suffix (key, ".html") || g_str_has_suffix (key, ".json"))
    *strrchr (key, '.') = '\0';

  return from_key (key);
}

/* "http://www.creativecommons.org/licences/by/4.0/deed.nl" and its like have one address. */
static char *
from_cc_address (const char *uri)
{
  const char *path = strstr (uri, "creativecommons.org/");
  g_autoptr (GString) tidy = NULL;
  char *last;

  if (path == NULL)
    return NULL;

  tidy = g_string_new ("https://");
  g_string_append_len (tidy, path, (gssize) strcspn (path, "?#"));
  g_string_replace (tidy, "/licences/", "/licenses/", 1);

  last = strrchr (tidy->str, '/');
  if (g_str_has_prefix (last, "/deed") || g_str_has_prefix (last, "/legalcode"))
    g_string_truncate (tidy, (gsize) (last - tidy->str) + 1);
  if (tidy->str[tidy->len - 1] != '/')
    g_string_append_c (tidy, '/');

  return g_string_free_and_steal (g_steal_pointer (&tidy));
}

/**
 * sk_licence_to_uri:
 * @text: a licence's address, its SPDX key or SPDX address
 *
 * Gives the many spellings of one licence one address, so that they count as one.
 *
 * Returns: (transfer full) (nullable): the address, %NULL where the text names no licence
 */
char *
sk_licence_to_uri (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char *uri;

  if (!sk_value_is_uri (stripped))
    return from_key (stripped);

  uri = from_spdx_address (stripped);
  if (uri == NULL)
    uri = from_cc_address (stripped);

  return uri != NULL ? uri : g_steal_pointer (&stripped);
}

/* "https://creativecommons.org/licenses/by-sa/4.0/at/" → "CC BY-SA 4.0 AT" */
static char *
name_cc (const char *path)
{
  g_autofree char *spaced = g_strdelimit (g_ascii_strup (path, -1), "/", ' ');

  return g_strdup_printf ("CC %s", g_strchomp (spaced));
}

/**
 * sk_licence_to_name:
 * @uri: a licence's address, as [func@licence_to_uri] spells it
 *
 * Returns: (transfer full) (nullable): the short name by which people know it, "CC BY-SA 4.0";
 *   %NULL for a licence that has none
 */
char *
sk_licence_to_name (const char *uri)
{
  const char cc_licences[] = "https://creativecommons.org/licenses/";

  g_return_val_if_fail (uri != NULL, NULL);

  if (g_str_equal (uri, "https://creativecommons.org/publicdomain/zero/1.0/"))
    return g_strdup ("CC0 1.0");
  if (g_str_equal (uri, "https://creativecommons.org/publicdomain/mark/1.0/"))
    return g_strdup ("Public Domain Mark 1.0");
  if (g_str_has_prefix (uri, cc_licences))
    return name_cc (uri + strlen (cc_licences));

  for (guint i = 0; i < G_N_ELEMENTS (licences); i++)
    if (g_str_equal (uri, licences[i].uri))
      return g_strndup (licences[i].key,
                        strlen (licences[i].key) -
                            (g_str_has_suffix (licences[i].key, "-only") ? strlen ("-only") : 0));

  return NULL;
}
