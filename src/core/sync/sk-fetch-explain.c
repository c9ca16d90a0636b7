/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-fetcher-private.h"

#include <glib/gi18n.h>

#include "sk-address.h"

/* What libsoup has no name for: RFC 6585. */
#define STATUS_TOO_MANY_REQUESTS 429
#define STATUS_NETWORK_AUTHENTICATION_REQUIRED 511

static SkSyncError
classify_io (const GError *error)
{
  switch ((GIOErrorEnum) error->code)
    {
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_HOST_NOT_FOUND:
      return SK_SYNC_ERROR_OFFLINE;
    case G_IO_ERROR_CONNECTION_REFUSED:
      return SK_SYNC_ERROR_REFUSED;
    case G_IO_ERROR_INVALID_DATA:
      return SK_SYNC_ERROR_ENCODING;
    default:
      return SK_SYNC_ERROR_BROKEN_OFF;
    }
}

static SkSyncError
classify (const GError *error)
{
  if (error->domain == G_RESOLVER_ERROR)
    return SK_SYNC_ERROR_OFFLINE;
  if (error->domain == G_TLS_ERROR)
    return error->code == G_TLS_ERROR_EOF ? SK_SYNC_ERROR_BROKEN_OFF : SK_SYNC_ERROR_TLS;
  if (error->domain == SOUP_SESSION_ERROR)
    return error->code == SOUP_SESSION_ERROR_ENCODING ? SK_SYNC_ERROR_ENCODING
                                                      : SK_SYNC_ERROR_SERVER;

  return error->domain == G_IO_ERROR ? classify_io (error) : SK_SYNC_ERROR_BROKEN_OFF;
}

static void
describe (SkSyncError   code,
          const char   *host,
          const char   *detail,
          GError      **error)
{
  switch ((int) code)
    {
    case SK_SYNC_ERROR_OFFLINE:
      g_set_error (error, SK_SYNC_ERROR, code,
                   _("“%s” cannot be found: there is no network, or no server of that name. What "
                     "you have stays usable; sync again once you are online."),
                   host);
      break;
    case SK_SYNC_ERROR_REFUSED:
      g_set_error (error, SK_SYNC_ERROR, code,
                   _("“%s” refused the connection: nothing answers there now. Try again later, or "
                     "check the address."),
                   host);
      break;
    case SK_SYNC_ERROR_ENCODING:
      g_set_error (error, SK_SYNC_ERROR, code,
                   _("What “%s” sent cannot be decompressed (%s). Tell its publisher."), host, detail);
      break;
    case SK_SYNC_ERROR_TLS:
      g_set_error (error, SK_SYNC_ERROR, code,
                   _("The connection to “%s” is not secure (%s). Check this computer’s clock; on a "
                     "network with a login page, log in first."),
                   host, detail);
      break;
    case SK_SYNC_ERROR_SERVER:
      g_set_error (error, SK_SYNC_ERROR, code,
                   _("“%s” did not answer as a web server does (%s). Check the address."), host,
                   detail);
      break;
    default:
      g_set_error (error, SK_SYNC_ERROR, code,
                   _("The connection to “%s” broke off before all had come (%s). Try again."), host,
                   detail);
    }
}

/**
 * sk_fetch_explain:
 * @cause: (transfer full): what libsoup or GIO says
 * @transient: (inout): whether the same may go better in a moment; as it was where @cause
 *   is one of ours already
 *
 * Says in plain words why a request had no answer, or no whole one.
 */
void
sk_fetch_explain (const char  *url,
                  GError      *cause,
                  gboolean    *transient,
                  GError     **error)
{
  g_autoptr (GError) owned = cause;
  g_autofree char *host = sk_address_dup_host (url);
  SkSyncError code;

  if (g_error_matches (cause, SK_SYNC_ERROR, SK_SYNC_ERROR_STALLED))
    *transient = TRUE;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) || cause->domain == SK_SYNC_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return;
    }

  code = classify (cause);
  *transient = code == SK_SYNC_ERROR_REFUSED || code == SK_SYNC_ERROR_BROKEN_OFF;
  describe (code, host, cause->message, error);
}

/**
 * sk_fetch_explain_status:
 * @status: an HTTP status that is not a success
 * @reason: (nullable): what the server says of it
 * @transient: (out): whether the same may go better in a moment
 *
 * Says in plain words what a server's refusal means.
 */
void
sk_fetch_explain_status (const char  *url,
                         guint        status,
                         const char  *reason,
                         gboolean    *transient,
                         GError     **error)
{
  *transient = FALSE;

  switch (status)
    {
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_NOT_FOUND,
                   _("There is nothing at “%s” (%u). Check the address, or ask its publisher where "
                     "the catalogue went."),
                   url, status);
      break;
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_FORBIDDEN:
    case SOUP_STATUS_PROXY_UNAUTHORIZED:
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_DENIED,
                   _("“%s” is not open to everyone (%u). Ask its publisher for an address that is."),
                   url, status);
      break;
    case STATUS_NETWORK_AUTHENTICATION_REQUIRED:
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_DENIED,
                   _("This network asks you to log in before “%s” can be reached (%u). Open a web "
                     "browser, log in, and sync again."),
                   url, status);
      break;
    default:
      *transient = status == SOUP_STATUS_REQUEST_TIMEOUT || status == STATUS_TOO_MANY_REQUESTS ||
                   SOUP_STATUS_IS_SERVER_ERROR (status);
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_SERVER,
                   _("The server of “%s” answers with an error (%u %s). Try again later."), url,
                   status, reason != NULL ? reason : "");
    }
}
