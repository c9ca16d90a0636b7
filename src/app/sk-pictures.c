/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-pictures.h"

#include "picture/sk-picture-fetcher.h"
#include "sk-network.h"
#include "sk-picture-cache.h"
#include "sk-picture-decode.h"

/* Of pixels, in memory; the covers that are on screen keep theirs. */
#define CACHE_BYTES (16 * 1024 * 1024)
#define MAX_DECODERS 2
/* A picture that was fetched so long ago is asked for again when it is next looked at. */
#define FRESH_SECONDS (30 * 24 * 60 * 60)

typedef enum
{
  ALLOWED_NONE,
  ALLOWED_KEPT,               /* those that were fetched before */
  ALLOWED_FETCHED,
} Allowed;

struct _SkPictures
{
  GObject parent_instance;

  GSettings *settings;
  SkPictureStore *store;
  SkPictureFetcher *fetcher;
  SkPictureCache *cache;
  GHashTable *loads;          /* of Load, by key: those under way */
  GHashTable *damaged;        /* addresses of what could not be decoded */
  GThreadPool *decoders;      /* of GTask */
  guint n_tasks;              /* under way, or waiting for their turn */
};

/* A picture on its way to a box of a size, for all who wait for it. */
typedef struct
{
  SkPictures *pictures;
  char *key;
  char *address;
  int width;
  int height;
  gboolean fetched;           /* whether it was asked of its server already */
  DexPromise *promise;
  GCancellable *cancellable;  /* once nobody waits any more */
  guint n_waiting;
} Load;

/* What a thread found on disk. */
typedef struct
{
  GdkTexture *texture;
  gboolean stale;
} Found;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkPictures, sk_pictures, G_TYPE_OBJECT)

static void
load_clear (gpointer data)
{
  Load *load = data;

  g_clear_object (&load->pictures);
  g_clear_object (&load->cancellable);
  g_clear_pointer (&load->promise, dex_unref);
  g_clear_pointer (&load->address, g_free);
  g_clear_pointer (&load->key, g_free);
}

static void
load_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, load_clear);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->texture);
  g_free (found);
}

/* The one place that decides: to ask for a picture tells its host what is looked at. */
static Allowed
find_allowed (SkPictures *self)
{
  if (!g_settings_get_boolean (self->settings, "pictures"))
    return ALLOWED_NONE;

  return sk_network_may_be_used (self->settings, "pictures-metered") ? ALLOWED_FETCHED
                                                                     : ALLOWED_KEPT;
}

static const char *
get_address (SkResource *resource)
{
  const char *image = sk_resource_get_image (resource);

  return image != NULL && g_strcmp0 (g_uri_peek_scheme (image), "https") == 0 ? image : NULL;
}

static void
emit_changed (SkPictures *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What failed may go better by another network. */
static void
on_network_changed (SkPictures *self)
{
  sk_picture_fetcher_forget (self->fetcher);
  emit_changed (self);
}

/* On a thread of its own. */
static void
read_and_decode (GTask *task,
                 Load  *load)
{
  g_auto (SkPictureEntry) entry = {0};
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GdkTexture *texture = NULL;
  GError *error = NULL;
  Found *found;

  if (g_cancellable_is_cancelled (load->cancellable) ||
      !sk_picture_store_read (load->pictures->store, load->address, &entry, NULL))
    error = g_error_new (SK_PICTURE_ERROR, SK_PICTURE_ERROR_MISSING, "“%s” is not kept",
                         load->address);
  else
    texture = sk_picture_decode (entry.bytes, load->width, load->height, &error);

  if (texture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  found = g_new0 (Found, 1);
  found->texture = texture;
  found->stale = now - entry.checked > FRESH_SECONDS || now < entry.checked;
  g_task_return_pointer (task, found, found_free);
}

static void
run_task (gpointer data,
          gpointer user_data)
{
  g_autoptr (GTask) task = data;

  read_and_decode (task, g_task_get_task_data (task));
}

static void start (Load *load);

static void
finish (Load       *load,
        GdkTexture *texture,
        GError     *error)
{
  if (g_hash_table_lookup (load->pictures->loads, load->key) == load)
    g_hash_table_remove (load->pictures->loads, load->key);

  if (texture != NULL)
    dex_promise_resolve_object (load->promise, g_object_ref (texture));
  else
    dex_promise_reject (load->promise, error);
}

static DexFuture *
on_fetched (DexFuture *future,
            gpointer   data)
{
  Load *load = data;
  g_autoptr (GError) error = NULL;

  load->pictures->n_tasks--;
  if (dex_future_get_value (future, &error) != NULL)
    start (load);
  else
    finish (load, NULL, g_steal_pointer (&error));

  return NULL;
}

static void
fetch (Load *load)
{
  load->fetched = TRUE;
  load->pictures->n_tasks++;
  dex_future_disown (dex_future_finally (
    sk_picture_fetcher_fetch (load->pictures->fetcher, load->address, load->cancellable),
    on_fetched, g_atomic_rc_box_acquire (load), load_release));
}

static gboolean
may_fetch (Load         *load,
           const GError *error)
{
  return !load->fetched && !g_cancellable_is_cancelled (load->cancellable) &&
         find_allowed (load->pictures) == ALLOWED_FETCHED &&
         g_error_matches (error, SK_PICTURE_ERROR, SK_PICTURE_ERROR_MISSING);
}

static void
on_decoded (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  SkPictures *self = SK_PICTURES (source);
  Load *load = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  Found *found = g_task_propagate_pointer (G_TASK (result), &error);

  self->n_tasks--;
  if (found != NULL)
    {
      sk_picture_cache_add (self->cache, load->address, load->width, load->height, found->texture);
      finish (load, found->texture, NULL);
      if (found->stale && !load->fetched && find_allowed (self) == ALLOWED_FETCHED)
        dex_future_disown (sk_picture_fetcher_fetch (self->fetcher, load->address, NULL));
      found_free (found);
    }
  else if (may_fetch (load, error))
    {
      g_clear_error (&error);
      fetch (load);
    }
  else
    {
      if (!g_error_matches (error, SK_PICTURE_ERROR, SK_PICTURE_ERROR_MISSING))
        g_hash_table_add (self->damaged, g_strdup (load->address));
      finish (load, NULL, error);
    }
}

static void
start (Load *load)
{
  SkPictures *self = load->pictures;
  GTask *task = g_task_new (self, NULL, on_decoded, NULL);

  g_task_set_task_data (task, g_atomic_rc_box_acquire (load), load_release);
  self->n_tasks++;
  g_thread_pool_push (self->decoders, task, NULL);
}

static void
on_cancelled (GCancellable *cancellable,
              Load         *load)
{
  if (--load->n_waiting > 0 || g_hash_table_lookup (load->pictures->loads, load->key) != load)
    return;

  /* Whoever wants it again begins anew. */
  g_hash_table_remove (load->pictures->loads, load->key);
  g_cancellable_cancel (load->cancellable);
}

static void
release_waiting (gpointer  data,
                 GClosure *closure)
{
  load_release (data);
}

static DexFuture *
wait_for (Load         *load,
          GCancellable *cancellable)
{
  load->n_waiting++;
  if (cancellable != NULL)
    g_signal_connect_data (cancellable, "cancelled", G_CALLBACK (on_cancelled),
                           g_atomic_rc_box_acquire (load), release_waiting, G_CONNECT_DEFAULT);

  return dex_ref (load->promise);
}

static Load *
load_new (SkPictures *self,
          const char *address,
          const char *key,
          int         width,
          int         height)
{
  Load *load = g_atomic_rc_box_new0 (Load);

  load->pictures = g_object_ref (self);
  load->address = g_strdup (address);
  load->key = g_strdup (key);
  load->width = width;
  load->height = height;
  load->promise = dex_promise_new ();
  load->cancellable = g_cancellable_new ();
  g_hash_table_insert (self->loads, load->key, load);
  return load;
}

static void
sk_pictures_finalize (GObject *object)
{
  SkPictures *self = SK_PICTURES (object);

  g_clear_object (&self->fetcher);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->store, sk_picture_store_unref);
  g_clear_pointer (&self->cache, sk_picture_cache_free);
  g_clear_pointer (&self->loads, g_hash_table_unref);
  g_clear_pointer (&self->damaged, g_hash_table_unref);

  G_OBJECT_CLASS (sk_pictures_parent_class)->finalize (object);
}

static void
sk_pictures_class_init (SkPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_pictures_finalize;

  signals[CHANGED] = g_signal_new ("changed", SK_TYPE_PICTURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
sk_pictures_init (SkPictures *self)
{
  self->cache = sk_picture_cache_new (CACHE_BYTES);
  self->loads = g_hash_table_new (g_str_hash, g_str_equal);
  self->damaged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->decoders = g_thread_pool_new (run_task, NULL, MAX_DECODERS, FALSE, NULL);
}

/**
 * sk_pictures_new:
 * @data_dir: (nullable): the data folder, %NULL for the usual one
 * @settings: whether pictures may be fetched
 *
 * Returns: (transfer full): the pictures of tools, of which none is loaded yet; to be closed before
 *   it is let go of
 */
SkPictures *
sk_pictures_new (const char *data_dir,
                 GSettings  *settings)
{
  SkPictures *self = g_object_new (SK_TYPE_PICTURES, NULL);
  GNetworkMonitor *monitor = g_network_monitor_get_default ();

  self->settings = g_object_ref (settings);
  self->store = sk_picture_store_new (data_dir, SK_PICTURE_STORE_BYTES);
  self->fetcher = sk_picture_fetcher_new (self->store);

  g_signal_connect_object (settings, "changed::pictures", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::pictures-metered", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (monitor, "network-changed", G_CALLBACK (on_network_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (monitor, "notify::network-metered", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * sk_pictures_may_show:
 * @resource: a tool
 *
 * Returns: whether it has a picture that may be shown, if it can be had
 */
gboolean
sk_pictures_may_show (SkPictures *self,
                      SkResource *resource)
{
  const char *address = get_address (resource);

  return address != NULL && !g_hash_table_contains (self->damaged, address) &&
         find_allowed (self) != ALLOWED_NONE;
}

/**
 * sk_pictures_find:
 * @resource: a tool
 * @width: of the box that the picture is to cover, in pixels of the screen
 * @height: of the same
 *
 * Returns: (transfer none) (nullable): its picture, where that is in memory large enough
 */
GdkTexture *
sk_pictures_find (SkPictures *self,
                  SkResource *resource,
                  int         width,
                  int         height)
{
  g_return_val_if_fail (SK_IS_PICTURES (self), NULL);

  return sk_pictures_may_show (self, resource)
           ? sk_picture_cache_find (self->cache, get_address (resource), width, height)
           : NULL;
}

/**
 * sk_pictures_load:
 * @resource: a tool
 * @width: of the box that the picture is to cover, in pixels of the screen
 * @height: of the same
 * @cancellable: (nullable): once all who wait for the picture have cancelled, it is left; to be
 *   cancelled on the main thread
 *
 * Loads the picture of a tool, from the web where it is not kept and that is allowed. It is decoded
 * on another thread.
 *
 * Returns: (transfer full): a future that resolves to a [class@Gdk.Texture], or rejects where there
 *   is none
 */
DexFuture *
sk_pictures_load (SkPictures   *self,
                  SkResource   *resource,
                  int           width,
                  int           height,
                  GCancellable *cancellable)
{
  GdkTexture *texture;
  g_autofree char *key = NULL;
  DexFuture *future;
  Load *load;

  g_return_val_if_fail (SK_IS_PICTURES (self), NULL);
  g_return_val_if_fail (SK_IS_RESOURCE (resource), NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  if (self->decoders == NULL || !sk_pictures_may_show (self, resource))
    return dex_future_new_reject (SK_PICTURE_ERROR, SK_PICTURE_ERROR_OFF, "No picture is shown");

  texture = sk_pictures_find (self, resource, width, height);
  if (texture != NULL)
    return dex_future_new_for_object (texture);

  key = g_strdup_printf ("%dx%d %s", width, height, get_address (resource));
  load = g_hash_table_lookup (self->loads, key);
  if (load != NULL)
    return wait_for (load, cancellable);

  load = load_new (self, get_address (resource), key, width, height);
  future = wait_for (load, cancellable);
  start (load);
  load_release (load);
  return future;
}

static void
measure (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  g_task_return_int (task, (gssize) sk_picture_store_measure (SK_PICTURES (source)->store));
}

static void
clear (GTask        *task,
       gpointer      source,
       gpointer      data,
       GCancellable *cancellable)
{
  sk_picture_store_clear (SK_PICTURES (source)->store);
  measure (task, source, data, cancellable);
}

static void
on_measured (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DexPromise) promise = data;

  SK_PICTURES (source)->n_tasks--;
  dex_promise_resolve_uint64 (promise, (guint64) g_task_propagate_int (G_TASK (result), NULL));
}

static DexFuture *
run (SkPictures      *self,
     GTaskThreadFunc  func)
{
  DexPromise *promise = dex_promise_new ();
  g_autoptr (GTask) task = g_task_new (self, NULL, on_measured, dex_ref (promise));

  self->n_tasks++;
  g_task_run_in_thread (task, func);
  return DEX_FUTURE (promise);
}

/**
 * sk_pictures_measure:
 *
 * Returns: (transfer full): a future that resolves to the bytes that pictures take on disk, a
 *   #guint64
 */
DexFuture *
sk_pictures_measure (SkPictures *self)
{
  g_return_val_if_fail (SK_IS_PICTURES (self), NULL);

  return run (self, measure);
}

/**
 * sk_pictures_clear:
 *
 * Throws away the pictures that are kept; those on screen stay until they are looked at again.
 *
 * Returns: (transfer full): a future that resolves to the bytes that are left, a #guint64
 */
DexFuture *
sk_pictures_clear (SkPictures *self)
{
  g_return_val_if_fail (SK_IS_PICTURES (self), NULL);

  sk_picture_cache_clear (self->cache);
  g_hash_table_remove_all (self->damaged);
  sk_picture_fetcher_forget (self->fetcher);
  return run (self, clear);
}

/**
 * sk_pictures_close:
 *
 * Ends what is under way, and waits for it: no thread outlives this.
 */
void
sk_pictures_close (SkPictures *self)
{
  g_autoptr (GPtrArray) loads = NULL;

  g_return_if_fail (SK_IS_PICTURES (self));

  loads = g_hash_table_get_values_as_ptr_array (self->loads);
  for (guint i = 0; i < loads->len; i++)
    g_cancellable_cancel (((Load *) loads->pdata[i])->cancellable);

  sk_picture_fetcher_stop (self->fetcher);
  while (self->n_tasks > 0 || g_hash_table_size (self->loads) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_thread_pool_free (g_steal_pointer (&self->decoders), FALSE, TRUE);
}
