/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-store-change.h"

/**
 * sk_store_validator_copy:
 *
 * Returns: (transfer full): the same once more
 */
SkStoreValidator *
sk_store_validator_copy (const SkStoreValidator *self)
{
  SkStoreValidator *copy = g_new0 (SkStoreValidator, 1);

  copy->url = g_strdup (self->url);
  copy->final_url = g_strdup (self->final_url);
  copy->etag = g_strdup (self->etag);
  copy->last_modified = g_strdup (self->last_modified);
  copy->sha256 = g_strdup (self->sha256);
  copy->next = g_strdup (self->next);
  return copy;
}

/**
 * sk_store_validator_free:
 * @self: (transfer full): what to free
 */
void
sk_store_validator_free (SkStoreValidator *self)
{
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->final_url, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->next, g_free);
  g_free (self);
}

/**
 * sk_store_change_new:
 * @url: the source
 *
 * Starts an empty change: committed as it is, it withdraws all that the source had.
 *
 * Returns: (transfer full): a new change
 */
SkStoreChange *
sk_store_change_new (const char *url)
{
  SkStoreChange *self = g_new0 (SkStoreChange, 1);

  g_return_val_if_fail (url != NULL, NULL);

  self->url = g_strdup (url);
  self->synced = g_get_real_time () / G_USEC_PER_SEC;
  self->pages = g_ptr_array_new_with_free_func (g_free);
  self->validators
      = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_store_validator_free);
  return self;
}

/**
 * sk_store_change_free:
 * @self: (transfer full): a change
 *
 * Frees the change with its spool.
 */
void
sk_store_change_free (SkStoreChange *self)
{
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->document, g_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->validators, g_ptr_array_unref);
  g_clear_pointer (&self->spool, sk_spool_free);
  g_free (self);
}

/**
 * sk_store_change_add_page:
 * @sha256: the page's hash
 *
 * Says that the page is part of the source now. What is not held of it follows in the spool.
 */
void
sk_store_change_add_page (SkStoreChange *self,
                          const char    *sha256)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (sha256 != NULL);

  g_ptr_array_add (self->pages, g_strdup (sha256));
}

/**
 * sk_store_counts_clear:
 * @counts: what to empty
 */
void
sk_store_counts_clear (SkStoreCounts *counts)
{
  g_clear_pointer (&counts->twice, g_ptr_array_unref);
}
