/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What one download may take. */
typedef struct
{
  guint max_attempts;         /* of one URL, the first one among them */
  guint max_redirects;
  guint stall_ms;             /* with nothing coming */
  guint total_ms;             /* of all attempts together */
  guint backoff_ms;           /* before the second attempt; doubled before each further one */
  guint max_backoff_ms;
  guint max_retry_after_ms;   /* a server that asks for more is taken at its word, and left */
  guint64 max_bytes;          /* of the content, once decompressed */
  guint64 max_wire_bytes;     /* of the content as it comes */
  guint max_growth;           /* how many times larger decompressing may make it ... */
  guint64 growth_from;        /* ... once it is so many bytes */
} SkFetchLimits;

extern const SkFetchLimits sk_fetch_limits_default;

/* What is wanted. The validators may be NULL. */
typedef struct
{
  const char *url;
  const char *validated_url;  /* the one that the validators are for, after redirects */
  const char *etag;
  const char *last_modified;
  guint64 max_bytes;          /* 0 for as much as the limits allow */
} SkFetchRequest;

/* What came. */
typedef struct
{
  gboolean not_modified;      /* then there is no file */
  GFile *file;
  gboolean temporary;         /* the file goes when this is freed */
  guint64 size;
  char *sha256;
  char *url;                  /* after redirects */
  char *etag;
  char *last_modified;
  char *media_type;           /* as the server states it; NULL where it does not */
} SkFetched;

void sk_fetched_free (SkFetched *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkFetched, sk_fetched_free)

/* @total is 0 while not known. Called on the thread that fetches. */
typedef void (*SkFetchProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/* Downloads into files, one at a time, on the thread that made it. */
typedef struct _SkFetcher SkFetcher;

SkFetcher *sk_fetcher_new          (const char            *folder,
                                    const SkFetchLimits   *limits);
void       sk_fetcher_free         (SkFetcher             *self);
void       sk_fetcher_set_progress (SkFetcher             *self,
                                    SkFetchProgressFunc    func,
                                    gpointer               user_data);
SkFetched *sk_fetcher_fetch        (SkFetcher             *self,
                                    const SkFetchRequest  *request,
                                    GCancellable          *cancellable,
                                    GError               **error);
guint64    sk_fetcher_get_requests (SkFetcher             *self);
guint64    sk_fetcher_get_bytes    (SkFetcher             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkFetcher, sk_fetcher_free)

G_END_DECLS
