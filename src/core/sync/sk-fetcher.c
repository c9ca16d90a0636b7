/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-fetcher-private.h"

#include <glib/gi18n.h>

#include "sk-address.h"
#include "sidekick-config.h"

#define USER_AGENT "Sidekick/" PACKAGE_VERSION

#define MIB (G_GUINT64_CONSTANT (1024) * 1024)

const SkFetchLimits sk_fetch_limits_default = {
  .max_attempts = 4,
  .max_redirects = 10,
  .stall_ms = 30 * 1000,
  .total_ms = 60 * 60 * 1000,
  .backoff_ms = 1000,
  .max_backoff_ms = 30 * 1000,
  .max_retry_after_ms = 60 * 1000,
  .max_bytes = 4096 * MIB,
  .max_wire_bytes = 4096 * MIB,
  .max_growth = 200,
  .growth_from = 16 * MIB,
};

/**
 * sk_fetched_free:
 * @self: (transfer full): what came; a file that was made for it goes with it
 */
void
sk_fetched_free (SkFetched *self)
{
  if (self->temporary)
    g_file_delete (self->file, NULL, NULL);

  g_clear_object (&self->file);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);
  g_clear_pointer (&self->media_type, g_free);
  g_free (self);
}

/**
 * sk_fetcher_new:
 * @folder: where the files go
 *
 * Makes a fetcher for the thread that calls this, which has no main loop running: it waits
 * within each download. It is freed on the same thread.
 *
 * Returns: (transfer full): a new fetcher
 */
SkFetcher *
sk_fetcher_new (const char          *folder,
                const SkFetchLimits *limits)
{
  SkFetcher *self = g_new0 (SkFetcher, 1);

  self->folder = g_strdup (folder);
  self->limits = *limits;
  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->session = soup_session_new_with_options ("user-agent", USER_AGENT, "timeout", 0, NULL);
  return self;
}

/**
 * sk_fetcher_free:
 * @self: (transfer full): a fetcher
 */
void
sk_fetcher_free (SkFetcher *self)
{
  soup_session_abort (self->session);
  g_clear_object (&self->session);

  /* What was put off until later lets go of its objects only then. */
  while (g_main_context_iteration (self->context, FALSE))
    ;

  g_main_context_pop_thread_default (self->context);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->folder, g_free);
  g_free (self);
}

/**
 * sk_fetcher_set_progress:
 * @func: (nullable): called now and then with the bytes of the download under way
 */
void
sk_fetcher_set_progress (SkFetcher           *self,
                         SkFetchProgressFunc  func,
                         gpointer             user_data)
{
  self->progress = func;
  self->progress_data = user_data;
}

/**
 * sk_fetcher_get_requests:
 *
 * Returns: how many requests went out, redirects and further attempts among them
 */
guint64
sk_fetcher_get_requests (SkFetcher *self)
{
  return self->requests;
}

/**
 * sk_fetcher_get_bytes:
 *
 * Returns: how many bytes of content came, as they came, or were read from files
 */
guint64
sk_fetcher_get_bytes (SkFetcher *self)
{
  return self->bytes;
}

/**
 * sk_fetcher_max_size:
 *
 * Returns: how many bytes of content the request may bring
 */
guint64
sk_fetcher_max_size (SkFetcher            *self,
                     const SkFetchRequest *request)
{
  return request->max_bytes > 0 ? MIN (request->max_bytes, self->limits.max_bytes)
                                : self->limits.max_bytes;
}

static char *
follow (const char  *url,
        const char  *location,
        GHashTable  *visited,
        guint        limit,
        GError     **error)
{
  g_autofree char *target = sk_address_resolve (url, location);

  if (target == NULL || !sk_address_may_lead (url, target))
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_REDIRECT,
                   _("“%s” redirects to “%s”, which is not safe, so Sidekick does not follow it. "
                     "On a network with a login page, log in first."),
                   url, location);
      return NULL;
    }

  if (g_hash_table_contains (visited, target))
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_REDIRECT,
                   _("“%s” redirects in a circle. Check the address, or tell its publisher."), target);
      return NULL;
    }

  if (g_hash_table_size (visited) > limit)
    {
      g_set_error (error, SK_SYNC_ERROR, SK_SYNC_ERROR_REDIRECT,
                   _("“%s” redirects more than %u times. Check the address, or tell its publisher."),
                   url, limit);
      return NULL;
    }

  return g_steal_pointer (&target);
}

/* One attempt: a request, and those that it is redirected to. */
static gboolean
attempt (SkFetcher             *self,
         const SkFetchRequest  *request,
         gint64                 deadline,
         SkExchange            *exchange,
         GCancellable          *cancellable,
         GError               **error)
{
  g_autoptr (GHashTable) visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *url = g_strdup (request->url);

  while (sk_exchange_run (self, request, url, deadline, exchange, cancellable, error))
    {
      char *target;

      if (exchange->location == NULL)
        return TRUE;

      g_hash_table_add (visited, g_strdup (url));
      target = follow (url, exchange->location, visited, self->limits.max_redirects, error);
      if (target == NULL)
        return FALSE;

      g_free (url);
      url = target;
      sk_exchange_clear (exchange);
    }

  return FALSE;
}

static gint64
choose_pause (SkFetcher        *self,
              const SkExchange *exchange,
              guint             n_attempts)
{
  guint64 pause = self->limits.backoff_ms;

  if (exchange->retry_after_ms >= 0)
    return exchange->retry_after_ms;

  for (guint i = 1; i < n_attempts && pause < self->limits.max_backoff_ms; i++)
    pause *= 2;
  pause = MIN (pause, self->limits.max_backoff_ms);

  /* So that those who failed together do not come back together. */
  return (gint64) (pause / 2) + g_random_int_range (0, (gint32) pause / 2 + 1);
}

static gboolean
pause_for (gint64         milliseconds,
           GCancellable  *cancellable,
           GError       **error)
{
  GPollFD fd = {.fd = -1};
  gboolean pollable = g_cancellable_make_pollfd (cancellable, &fd);

  g_poll (&fd, pollable ? 1 : 0, (int) milliseconds);
  if (pollable)
    g_cancellable_release_fd (cancellable);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
refuse_wait (gint64   milliseconds,
             GError  *why,
             GError **error)
{
  g_autoptr (GError) owned = why;
  guint minutes = (guint) MIN ((milliseconds - 1) / (60 * 1000) + 1, G_MAXUINT);

  g_set_error (error, why->domain, why->code,
               ngettext ("%s It asks to come back in %u minute.",
                         "%s It asks to come back in %u minutes.", minutes),
               why->message, minutes);
  return FALSE;
}

/* Whether to try once more, after the pause. */
static gboolean
prepare_retry (SkFetcher         *self,
               const SkExchange  *exchange,
               guint              n_attempts,
               gint64             deadline,
               GCancellable      *cancellable,
               GError            *why,
               GError           **error)
{
  gint64 pause = choose_pause (self, exchange, n_attempts);

  if (exchange->transient && exchange->retry_after_ms > self->limits.max_retry_after_ms)
    return refuse_wait (exchange->retry_after_ms, why, error);

  if (!exchange->transient || n_attempts >= self->limits.max_attempts ||
      g_get_monotonic_time () + pause * 1000 >= deadline)
    {
      g_propagate_error (error, why);
      return FALSE;
    }

  g_error_free (why);
  return pause_for (pause, cancellable, error);
}

static SkFetched *
fetch_web (SkFetcher             *self,
           const SkFetchRequest  *request,
           GCancellable          *cancellable,
           GError               **error)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) self->limits.total_ms * 1000;
  GError *why = NULL;

  for (guint n = 1;; n++)
    {
      g_auto (SkExchange) exchange = {0};

      if (attempt (self, request, deadline, &exchange, cancellable, &why))
        return g_steal_pointer (&exchange.fetched);

      if (!prepare_retry (self, &exchange, n, deadline, cancellable, g_steal_pointer (&why), error))
        return NULL;
    }
}

/**
 * sk_fetcher_fetch:
 * @request: what is wanted
 *
 * Fetches one document into a file, once more where the failure may pass (RFC 9110: 408,
 * 429, 5xx and broken connections, at the time that Retry-After names), following redirects
 * to https or within a scheme. Errors are of the SK_SYNC_ERROR domain, or
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): what came
 */
SkFetched *
sk_fetcher_fetch (SkFetcher             *self,
                  const SkFetchRequest  *request,
                  GCancellable          *cancellable,
                  GError               **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_str_has_prefix (request->url, "http") ? fetch_web (self, request, cancellable, error)
                                                 : sk_fetch_file (self, request, cancellable, error);
}
