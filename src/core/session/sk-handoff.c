/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-handoff.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "sk-handoff-plan.h"
#include "sk-session-error.h"

/* What stands before the number of the link's version. */
#define LINK_START "sidekick:session#"

/* Far more than any session needs, and little enough that a hostile link does no harm. */
#define MAX_LINK_BYTES (1024 * 1024)
#define MAX_PLAN_BYTES (4 * 1024 * 1024)

static void
set_no_link (GError **error)
{
  g_set_error_literal (error, SK_SESSION_ERROR, SK_SESSION_ERROR_FORMAT,
                       _("This is not the link of a session: such a link begins with "
                          "“sidekick:session#”"));
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, SK_SESSION_ERROR, SK_SESSION_ERROR_FORMAT,
                       _("The link of this session is damaged or cut off: copy or scan all of it "
                          "once more, or ask for the session’s file"));
}

static void
set_too_large (GError **error)
{
  g_set_error_literal (error, SK_SESSION_ERROR, SK_SESSION_ERROR_TOO_LARGE,
                       _("The link of this session is too long to be one that Sidekick made: ask "
                          "for the session’s file"));
}

static char *
to_base64url (GBytes *bytes)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  char *text = g_base64_encode (data, length);

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';
  return text;
}

static gboolean
is_base64url (const char *text,
              gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '-' && text[i] != '_')
      return FALSE;

  return length > 0 && length % 4 != 1;
}

static GBytes *
from_base64url (const char *text,
                gsize       length)
{
  GString *standard;
  g_autofree char *padded = NULL;
  guchar *data;
  gsize size = 0;

  if (!is_base64url (text, length))
    return NULL;

  standard = g_string_new_len (text, (gssize) length);
  while (standard->len % 4 != 0)
    g_string_append_c (standard, '=');
  padded = g_string_free_and_steal (standard);
  g_strdelimit (padded, "-", '+');
  g_strdelimit (padded, "_", '/');

  data = g_base64_decode (padded, &size);
  return g_bytes_new_take (data, size);
}

static GBytes *
deflate_plan (const char *plan)
{
  g_autoptr (GZlibCompressor) compressor = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (plan, strlen (plan));
  g_autoptr (GError) error = NULL;
  GBytes *deflated;

  compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  deflated = g_converter_convert_bytes (G_CONVERTER (compressor), bytes, &error);
  g_assert_no_error (error);
  return deflated;
}

/* Never makes more than one byte too many, however much the bytes claim to hold. */
static char *
inflate_plan (GBytes  *deflated,
              gsize   *length,
              GError **error)
{
  g_autoptr (GZlibDecompressor) inflater = NULL;
  g_autofree char *plan = g_malloc (MAX_PLAN_BYTES + 1);
  gsize size = 0;
  const char *data = g_bytes_get_data (deflated, &size);
  GConverterResult result = G_CONVERTER_CONVERTED;

  inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  *length = 0;

  while (result == G_CONVERTER_CONVERTED && *length <= MAX_PLAN_BYTES)
    {
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (G_CONVERTER (inflater), data, size, plan + *length,
                                    MAX_PLAN_BYTES + 1 - *length, G_CONVERTER_INPUT_AT_END, &n_read,
                                    &n_written, NULL);
      data += n_read;
      size -= n_read;
      *length += n_written;
    }

  if (*length > MAX_PLAN_BYTES)
    set_too_large (error);
  else if (result != G_CONVERTER_FINISHED || size > 0)
    set_damaged (error);
  else
    return g_steal_pointer (&plan);

  return NULL;
}

/**
 * sk_handoff_write:
 *
 * Writes the plan of a session as a link that needs no server: its facts, blocks, minutes and the
 * ids of its tools. The private notes of the leader, the records of the tools and whatever the
 * session has from a newer Sidekick stay out. The same session always gives the same link.
 *
 * Returns: (transfer full): the link
 */
char *
sk_handoff_write (SkSession *session)
{
  g_autofree char *plan = NULL;
  g_autoptr (GBytes) deflated = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  plan = sk_handoff_plan_write (session);
  deflated = deflate_plan (plan);
  text = to_base64url (deflated);
  return g_strconcat (SK_HANDOFF_PREFIX, text, NULL);
}

/* What follows the version, once that is known to be ours. */
static const char *
skip_version (const char  *link,
              GError     **error)
{
  gsize n_digits;

  if (g_ascii_strncasecmp (link, LINK_START, strlen (LINK_START)) != 0)
    {
      set_no_link (error);
      return NULL;
    }

  link += strlen (LINK_START);
  n_digits = strspn (link, "0123456789");
  if (n_digits == 0 || link[0] == '0' || link[n_digits] != '.')
    {
      set_damaged (error);
      return NULL;
    }

  if (n_digits > 1 || link[0] != '1')
    {
      g_set_error_literal (error, SK_SESSION_ERROR, SK_SESSION_ERROR_NEWER,
                           _("The link of this session was made by a newer Sidekick: update "
                              "Sidekick, or ask for the session’s file"));
      return NULL;
    }

  return link + n_digits + 1;
}

/**
 * sk_handoff_read:
 * @link: any text, as it was copied or scanned
 *
 * Reads the session in a link. Its tools are known by their ids alone: see
 * [method@Session.pin], and [method@Session.complete] where there is a copy of it here.
 *
 * Returns: (transfer full) (nullable): the session; %NULL with an error of %SK_SESSION_ERROR, in
 *   words for a person
 */
SkSession *
sk_handoff_read (const char  *link,
                 GError     **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *plan = NULL;
  g_autoptr (GBytes) deflated = NULL;
  g_autoptr (SkSession) session = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (link != NULL, NULL);

  if (strlen (link) > MAX_LINK_BYTES)
    {
      set_too_large (error);
      return NULL;
    }

  clean = g_strstrip (g_strdup (link));
  text = skip_version (clean, error);
  if (text == NULL)
    return NULL;

  deflated = from_base64url (text, strlen (text));
  if (deflated == NULL)
    {
      set_damaged (error);
      return NULL;
    }

  plan = inflate_plan (deflated, &length, error);
  if (plan == NULL)
    return NULL;

  session = sk_handoff_plan_read (plan, length);
  if (session == NULL)
    set_damaged (error);

  return g_steal_pointer (&session);
}
