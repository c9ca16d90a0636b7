/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-picture-fetcher.h"

#include "sync/sk-address.h"
#include "sync/sk-fetcher.h"
#include "sync/sk-sync-error.h"

#define MAX_THREADS 4
/* A thread keeps its connections for so long in case there is more. */
#define IDLE_USEC (10 * G_TIME_SPAN_SECOND)

/* How long is left what may go better; where there is no picture, that is a day. */
#define SHORTLY (5 * G_TIME_SPAN_MINUTE)

static const SkFetchLimits limits = {
  .max_attempts = 1,
  .max_redirects = 5,
  .stall_ms = 10 * 1000,
  .total_ms = 30 * 1000,
  .backoff_ms = 1000,
  .max_backoff_ms = 1000,
  .max_retry_after_ms = 0,
  .max_bytes = SK_PICTURE_MAX_BYTES,
  .max_wire_bytes = SK_PICTURE_MAX_BYTES,
  .max_growth = 200,
  .growth_from = SK_PICTURE_MAX_BYTES,
};

/* Somebody who waits for a picture. */
typedef struct
{
  DexPromise *promise;
  GCancellable *cancellable;  /* NULL for one who waits whatever comes */
} Waiting;

/* A picture that is waited for. */
typedef struct
{
  char *address;
  char *host;
  GPtrArray *waiting;         /* of Waiting */
} Errand;

struct _SkPictureFetcher
{
  GObject parent_instance;

  SkPictureStore *store;
  GCancellable *stopped;
  GPtrArray *threads;         /* of GThread, main thread only */

  GMutex mutex;
  GCond news;                 /* there is an errand, or all is over */
  GQueue queue;               /* under the mutex, of Errand: those that no thread has taken */
  GHashTable *errands;        /* under the mutex, by address: those, and those under way */
  GHashTable *left; /* under the mutex: hosts and addresses, and until when they are left */
  guint n_threads; /* under the mutex: how many there are */
  guint n_idle; /* under the mutex: how many have nothing to do */
};

G_DEFINE_FINAL_TYPE (SkPictureFetcher, sk_picture_fetcher, G_TYPE_OBJECT)

static void
waiting_free (Waiting *self)
{
  g_clear_pointer (&self->promise, dex_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static void
errand_free (Errand *self)
{
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_free (self);
}

/* Nobody waits for what has been scrolled out of sight meanwhile. */
static gboolean
is_wanted (const Errand *errand)
{
  for (guint i = 0; i < errand->waiting->len; i++)
    {
      const Waiting *waiting = g_ptr_array_index (errand->waiting, i);

      if (!g_cancellable_is_cancelled (waiting->cancellable))
        return TRUE;
    }

  return FALSE;
}

/* Whether it failed so shortly ago that it is not tried again; under the mutex. */
static gboolean
is_left (SkPictureFetcher *self,
         const char       *what)
{
  const gint64 *until = g_hash_table_lookup (self->left, what);

  if (until == NULL)
    return FALSE;
  if (*until > g_get_monotonic_time ())
    return TRUE;

  g_hash_table_remove (self->left, what);
  return FALSE;
}

static void
leave (SkPictureFetcher *self,
       const char       *what,
       gint64            how_long)
{
  gint64 *until = g_new (gint64, 1);

  *until = g_get_monotonic_time () + how_long;
  g_hash_table_replace (self->left, g_strdup (what), until);
}

/* Whether the server would fail for its other pictures too. */
static gboolean
is_of_host (const GError *error)
{
  static const SkSyncError codes[] = {
    SK_SYNC_ERROR_OFFLINE, SK_SYNC_ERROR_REFUSED, SK_SYNC_ERROR_TLS,
    SK_SYNC_ERROR_STALLED, SK_SYNC_ERROR_SLOW,    SK_SYNC_ERROR_SERVER,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, SK_SYNC_ERROR, (int) codes[i]))
      return TRUE;

  return FALSE;
}

/* Whether it may go better in a moment, which what there is does not. */
static gboolean
is_passing (const GError *error)
{
  return g_error_matches (error, SK_SYNC_ERROR, SK_SYNC_ERROR_BROKEN_OFF) ||
         g_error_matches (error, SK_SYNC_ERROR, SK_SYNC_ERROR_DISK) ||
         error->domain == G_FILE_ERROR;
}

/* Under the mutex. What was not tried at all is not left. */
static void
note_failure (SkPictureFetcher *self,
              const Errand     *errand,
              const GError     *error)
{
  if (error->domain == G_IO_ERROR ||
      g_error_matches (error, SK_PICTURE_ERROR, SK_PICTURE_ERROR_LEFT))
    return;

  if (is_of_host (error))
    leave (self, errand->host, SHORTLY);
  else
    leave (self, errand->address, is_passing (error) ? SHORTLY : G_TIME_SPAN_DAY);
}

static GError *
refuse_left (const Errand *errand)
{
  return g_error_new (SK_PICTURE_ERROR, SK_PICTURE_ERROR_LEFT,
                      "“%s” failed a while ago, and is left for now", errand->address);
}

/* Servers are known to name nothing better than bytes; a page instead of a picture says so. */
static gboolean
check_media_type (const SkFetched *fetched,
                  GError         **error)
{
  const char *type = fetched->media_type;

  if (type == NULL || g_ascii_strncasecmp (type, "image/", strlen ("image/")) == 0 ||
      g_ascii_strcasecmp (type, "application/octet-stream") == 0)
    return TRUE;

  g_set_error (error, SK_PICTURE_ERROR, SK_PICTURE_ERROR_FORMAT, "What came is of type %s", type);
  return FALSE;
}

static GBytes *
load (const SkFetched *fetched,
      GError         **error)
{
  char *data;
  gsize length;

  if (!g_file_load_contents (fetched->file, NULL, &data, &length, NULL, error))
    return NULL;

  return g_bytes_new_take (data, length);
}

/* Puts what came into the store; of what is as it was, when that was found. */
static gboolean
keep (SkPictureFetcher *self,
      const Errand     *errand,
      const SkFetched  *fetched,
      SkPictureEntry   *kept,
      GError          **error)
{
  SkPictureHeader header;

  if (!fetched->not_modified)
    {
      sk_picture_entry_clear (kept);
      kept->bytes = load (fetched, error);
      kept->url = g_strdup (fetched->url);
      kept->etag = g_strdup (fetched->etag);
      kept->last_modified = g_strdup (fetched->last_modified);
      if (kept->bytes == NULL || !check_media_type (fetched, error) ||
          !sk_picture_header_read (kept->bytes, &header, error))
        return FALSE;
    }

  kept->checked = g_get_real_time () / G_USEC_PER_SEC;
  return sk_picture_store_write (self->store, errand->address, kept, error);
}

static gboolean
run (SkPictureFetcher *self,
     SkFetcher        *fetcher,
     const Errand     *errand,
     GError          **error)
{
  g_auto (SkPictureEntry) kept = {0};
  g_autoptr (SkFetched) fetched = NULL;
  SkFetchRequest request = {.url = errand->address};

  if (sk_picture_store_read (self->store, errand->address, &kept, NULL))
    {
      request.validated_url = kept.url;
      request.etag = kept.etag;
      request.last_modified = kept.last_modified;
    }

  fetched = sk_fetcher_fetch (fetcher, &request, self->stopped, error);
  return fetched != NULL && keep (self, errand, fetched, &kept, error);
}

static void
settle (const Errand *errand,
        const GError *error)
{
  for (guint i = 0; i < errand->waiting->len; i++)
    {
      Waiting *waiting = g_ptr_array_index (errand->waiting, i);

      if (error != NULL)
        dex_promise_reject (waiting->promise, g_error_copy (error));
      else
        dex_promise_resolve_boolean (waiting->promise, TRUE);
    }
}

/* Under the mutex: whoever comes after this starts anew. */
static void
finish (SkPictureFetcher *self,
        Errand           *errand,
        const GError     *error)
{
  g_hash_table_remove (self->errands, errand->address);

  if (error != NULL)
    note_failure (self, errand, error);
  settle (errand, error);
  errand_free (errand);
}

/* The next errand that is worth it; NULL once there was none for a while, or all is over. Under the
 * mutex. */
static Errand *
take_errand (SkPictureFetcher *self)
{
  const gint64 end = g_get_monotonic_time () + IDLE_USEC;

  while (!g_cancellable_is_cancelled (self->stopped))
    {
      Errand *errand = g_queue_pop_head (&self->queue);

      if (errand != NULL && is_wanted (errand) && !is_left (self, errand->host))
        return errand;

      if (errand != NULL)
        {
          g_autoptr (GError) error = refuse_left (errand);

          finish (self, errand, error);
          continue;
        }

      self->n_idle++;
      if (!g_cond_wait_until (&self->news, &self->mutex, end))
        {
          self->n_idle--;
          return NULL;
        }
      self->n_idle--;
    }

  return NULL;
}

static gpointer
work (gpointer data)
{
  SkPictureFetcher *self = data;
  const char *folder = sk_picture_store_get_folder (self->store);
  g_autoptr (SkFetcher) fetcher = NULL;
  Errand *errand;

  g_mkdir_with_parents (folder, 0700);
  fetcher = sk_fetcher_new (folder, &limits);

  g_mutex_lock (&self->mutex);
  while ((errand = take_errand (self)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      g_mutex_unlock (&self->mutex);
      run (self, fetcher, errand, &error);
      g_mutex_lock (&self->mutex);
      finish (self, errand, error);
    }
  self->n_threads--;
  g_mutex_unlock (&self->mutex);

  return NULL;
}

static void
sk_picture_fetcher_dispose (GObject *object)
{
  sk_picture_fetcher_stop (SK_PICTURE_FETCHER (object));

  G_OBJECT_CLASS (sk_picture_fetcher_parent_class)->dispose (object);
}

static void
sk_picture_fetcher_finalize (GObject *object)
{
  SkPictureFetcher *self = SK_PICTURE_FETCHER (object);

  g_clear_pointer (&self->threads, g_ptr_array_unref);
  g_clear_pointer (&self->errands, g_hash_table_unref);
  g_clear_pointer (&self->left, g_hash_table_unref);
  g_clear_pointer (&self->store, sk_picture_store_unref);
  g_clear_object (&self->stopped);
  g_cond_clear (&self->news);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (sk_picture_fetcher_parent_class)->finalize (object);
}

static void
sk_picture_fetcher_class_init (SkPictureFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sk_picture_fetcher_dispose;
  object_class->finalize = sk_picture_fetcher_finalize;
}

static void
join (gpointer thread)
{
  g_thread_join (thread);
}

static void
sk_picture_fetcher_init (SkPictureFetcher *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->news);
  g_queue_init (&self->queue);
  self->stopped = g_cancellable_new ();
  self->threads = g_ptr_array_new_with_free_func (join);
  self->errands = g_hash_table_new (g_str_hash, g_str_equal);
  self->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * sk_picture_fetcher_new:
 * @store: where the pictures go
 *
 * Returns: (transfer full): a new fetcher, which has asked for nothing yet
 */
SkPictureFetcher *
sk_picture_fetcher_new (SkPictureStore *store)
{
  SkPictureFetcher *self = g_object_new (SK_TYPE_PICTURE_FETCHER, NULL);

  self->store = sk_picture_store_ref (store);
  return self;
}

/* Under the mutex. */
static void
start_thread (SkPictureFetcher *self)
{
  if (self->n_idle > 0 || self->n_threads == MAX_THREADS)
    return;

  self->n_threads++;
  g_ptr_array_add (self->threads, g_thread_new ("pictures", work, self));
}

/* Under the mutex. */
static Errand *
queue_errand (SkPictureFetcher *self,
              const char       *address)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->address = g_strdup (address);
  errand->host = sk_address_dup_host (address);
  errand->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) waiting_free);
  g_hash_table_insert (self->errands, errand->address, errand);
  g_queue_push_tail (&self->queue, errand);

  start_thread (self);
  g_cond_signal (&self->news);
  return errand;
}

static void
wait_for (Errand       *errand,
          DexPromise   *promise,
          GCancellable *cancellable)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->promise = dex_ref (promise);
  g_set_object (&waiting->cancellable, cancellable);
  g_ptr_array_add (errand->waiting, waiting);
}

/**
 * sk_picture_fetcher_fetch:
 * @address: a picture's, of https
 * @cancellable: (nullable): once all who wait for a picture have cancelled, it is not begun
 *
 * Fetches a picture into the store, or finds out that the one there is as it was. Only over https,
 * also where it is redirected to, at most SK_PICTURE_MAX_BYTES, and only if it can be decoded then.
 * What failed is not asked for again for a while.
 *
 * Returns: (transfer full): a future that resolves to %TRUE once it is in the store; or rejects
 *   with an error of the domains SK_PICTURE_ERROR or SK_SYNC_ERROR, or of a file
 */
DexFuture *
sk_picture_fetcher_fetch (SkPictureFetcher *self,
                          const char       *address,
                          GCancellable     *cancellable)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (DexPromise) promise = NULL;
  g_autofree char *host = NULL;
  Errand *errand;

  g_return_val_if_fail (SK_IS_PICTURE_FETCHER (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  if (g_strcmp0 (g_uri_peek_scheme (address), "https") != 0)
    return dex_future_new_reject (SK_PICTURE_ERROR, SK_PICTURE_ERROR_ADDRESS,
                                  "“%s” is not of https", address);

  host = sk_address_dup_host (address);
  locker = g_mutex_locker_new (&self->mutex);
  if (is_left (self, host) || is_left (self, address) || g_cancellable_is_cancelled (self->stopped))
    return dex_future_new_reject (SK_PICTURE_ERROR, SK_PICTURE_ERROR_LEFT, "“%s” is left for now",
                                  address);

  errand = g_hash_table_lookup (self->errands, address);
  if (errand == NULL)
    errand = queue_errand (self, address);

  promise = dex_promise_new ();
  wait_for (errand, promise, cancellable);
  return DEX_FUTURE (g_steal_pointer (&promise));
}

/**
 * sk_picture_fetcher_forget:
 *
 * Forgets what failed, for it may go better now.
 */
void
sk_picture_fetcher_forget (SkPictureFetcher *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (SK_IS_PICTURE_FETCHER (self));

  locker = g_mutex_locker_new (&self->mutex);
  g_hash_table_remove_all (self->left);
}

/**
 * sk_picture_fetcher_stop:
 *
 * Ends what is under way, and waits for its threads; nothing is fetched after it.
 */
void
sk_picture_fetcher_stop (SkPictureFetcher *self)
{
  Errand *errand;

  g_return_if_fail (SK_IS_PICTURE_FETCHER (self));

  g_cancellable_cancel (self->stopped);
  g_mutex_lock (&self->mutex);
  g_cond_broadcast (&self->news);
  g_mutex_unlock (&self->mutex);
  g_ptr_array_set_size (self->threads, 0);

  while ((errand = g_queue_pop_head (&self->queue)) != NULL)
    {
      g_autoptr (GError) error = refuse_left (errand);

      finish (self, errand, error);
    }
}
