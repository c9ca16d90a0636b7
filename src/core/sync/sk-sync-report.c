/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sync-report.h"

#include "feed/sk-feed-problem.h"

G_DEFINE_BOXED_TYPE (SkSyncReport, sk_sync_report, sk_sync_report_ref, sk_sync_report_unref)

/**
 * sk_sync_report_new:
 * @url: the source
 *
 * Makes an empty report, to be filled by its maker before another holds it.
 *
 * Returns: (transfer full): a new report
 */
SkSyncReport *
sk_sync_report_new (const char *url)
{
  SkSyncReport *self = g_new0 (SkSyncReport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->url = g_strdup (url);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_feed_problem_unref);
  return self;
}

/**
 * sk_sync_report_ref:
 *
 * Returns: (transfer full): the same report, held once more
 */
SkSyncReport *
sk_sync_report_ref (SkSyncReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sk_sync_report_unref:
 * @self: (transfer full): a report
 *
 * Lets go of the report; the last holder frees it.
 */
void
sk_sync_report_unref (SkSyncReport *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}
