/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-address.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sk-sync-error.h"

#define FLAGS (G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE)

static gboolean
has_scheme (GUri       *uri,
            const char *scheme)
{
  return g_str_equal (g_uri_get_scheme (uri), scheme);
}

static gboolean
has_host (GUri *uri)
{
  return g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

static gboolean
is_web (GUri *uri)
{
  return (has_scheme (uri, "https") || has_scheme (uri, "http")) && has_host (uri);
}

/**
 * sk_address_is_file:
 * @url: an address
 *
 * Returns: whether it names a file on this machine
 */
gboolean
sk_address_is_file (const char *url)
{
  return g_str_has_prefix (url, "file:");
}

static char *
without_fragment (GUri *uri)
{
  return g_uri_to_string_partial (uri, G_URI_HIDE_FRAGMENT);
}

/**
 * sk_address_normalise:
 * @address: what a person gave: an https, http or file URI, or a path
 *
 * Makes the URI by which a source is known: a path becomes absolute, and what is after
 * "#" goes.
 *
 * Returns: (transfer full) (nullable): the URI, or %NULL with %SK_SYNC_ERROR_ADDRESS
 */
char *
sk_address_normalise (const char  *address,
                      GError     **error)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *scheme = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  scheme = g_uri_parse_scheme (address);
  if (scheme == NULL || sk_address_is_file (address))
    {
      g_autoptr (GFile) file
          = scheme == NULL ? g_file_new_for_path (address) : g_file_new_for_uri (address);

      if (*address != '\0' && g_file_peek_path (file) != NULL)
        return g_file_get_uri (file);
    }

  uri = g_uri_parse (address, FLAGS, NULL);
  if (uri != NULL && is_web (uri))
    return without_fragment (uri);

  g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_ADDRESS,
               _("“%s” is not the address of a catalogue: give one that begins with https://, "
                 "http:// or file://, or the path of a file."),
               address);
  return NULL;
}

/**
 * sk_address_resolve:
 * @base: where the reference stands
 * @reference: absolute, or relative to it
 *
 * Returns: (transfer full) (nullable): the absolute address, %NULL where it is none
 */
char *
sk_address_resolve (const char *base,
                    const char *reference)
{
  g_autoptr (GUri) from = g_uri_parse (base, FLAGS, NULL);
  g_autoptr (GUri) to = NULL;

  if (from != NULL)
    to = g_uri_parse_relative (from, reference, FLAGS, NULL);

  return to != NULL && (is_web (to) || has_scheme (to, "file")) ? without_fragment (to) : NULL;
}

/**
 * sk_address_may_lead:
 * @from: an address
 * @to: where it leads, by a redirect or a reference
 *
 * Returns: whether that is allowed: to https, or to the same scheme
 */
gboolean
sk_address_may_lead (const char *from,
                     const char *to)
{
  g_autofree char *scheme = g_uri_parse_scheme (to);
  g_autofree char *own = g_uri_parse_scheme (from);

  if (scheme == NULL || own == NULL)
    return FALSE;

  return g_str_equal (scheme, own) ||
         (g_str_equal (scheme, "https") && g_str_equal (own, "http"));
}

static int
get_port (GUri *uri)
{
  if (g_uri_get_port (uri) != -1)
    return g_uri_get_port (uri);

  return has_scheme (uri, "https") ? 443 : 80;
}

/**
 * sk_address_is_same_origin:
 *
 * Returns: whether both are of one host and port, or both files; https stands for http
 */
gboolean
sk_address_is_same_origin (const char *a,
                           const char *b)
{
  g_autoptr (GUri) left = g_uri_parse (a, FLAGS, NULL);
  g_autoptr (GUri) right = g_uri_parse (b, FLAGS, NULL);

  if (left == NULL || right == NULL)
    return FALSE;
  if (has_scheme (left, "file") || has_scheme (right, "file"))
    return has_scheme (left, "file") && has_scheme (right, "file");
  if (g_ascii_strcasecmp (g_uri_get_host (left), g_uri_get_host (right)) != 0)
    return FALSE;

  return get_port (left) == get_port (right) ||
         (get_port (left) == 80 && get_port (right) == 443);
}

/**
 * sk_address_dup_host:
 * @url: an address
 *
 * Returns: (transfer full): what to call the server in a message, or the file's path
 */
char *
sk_address_dup_host (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, FLAGS, NULL);

  if (uri != NULL && has_host (uri))
    return g_strdup (g_uri_get_host (uri));

  return sk_address_is_file (url) ? g_filename_from_uri (url, NULL, NULL) : g_strdup (url);
}
