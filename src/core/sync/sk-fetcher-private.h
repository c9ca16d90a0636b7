/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "sk-fetcher.h"
#include "sk-sync-error.h"

G_BEGIN_DECLS

struct _SkFetcher
{
  char *folder;
  SkFetchLimits limits;
  GMainContext *context;      /* the thread's own, in which libsoup works */
  SoupSession *session;
  SkFetchProgressFunc progress;
  gpointer progress_data;
  guint64 requests;
  guint64 bytes;
};

/* One request and its answer. */
typedef struct
{
  guint status;               /* 0 where there was no answer */
  char *location;
  gint64 retry_after_ms;      /* -1 where not stated */
  gboolean transient;         /* whether the same may go better in a moment */
  SkFetched *fetched;         /* of a 200 or a 304 */
} SkExchange;

void       sk_exchange_clear   (SkExchange            *self);
gboolean   sk_exchange_run     (SkFetcher             *fetcher,
                                const SkFetchRequest  *request,
                                const char            *url,
                                gint64                 deadline,
                                SkExchange            *exchange,
                                GCancellable          *cancellable,
                                GError               **error);
SkFetched *sk_fetch_file       (SkFetcher             *fetcher,
                                const SkFetchRequest  *request,
                                GCancellable          *cancellable,
                                GError               **error);
guint64    sk_fetcher_max_size (SkFetcher             *fetcher,
                                const SkFetchRequest  *request);
void       sk_fetch_explain    (const char            *url,
                                GError                *cause,
                                gboolean              *transient,
                                GError               **error);
void       sk_fetch_explain_status (const char            *url,
                                    guint                  status,
                                    const char            *reason,
                                    gboolean              *transient,
                                    GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkExchange, sk_exchange_clear)

G_END_DECLS
