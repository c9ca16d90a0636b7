/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-takeout.h"

G_DEFINE_BOXED_TYPE (SkTakeoutReport,
                     sk_takeout_report,
                     sk_takeout_report_copy,
                     sk_takeout_report_free)

/**
 * sk_takeout_report_copy:
 * @self: what was taken over
 *
 * Returns: (transfer full): the same
 */
SkTakeoutReport *
sk_takeout_report_copy (const SkTakeoutReport *self)
{
  SkTakeoutReport *copy = g_memdup2 (self, sizeof *self);

  copy->problem = g_strdup (self->problem);
  return copy;
}

/**
 * sk_takeout_report_free:
 * @self: (transfer full): what was taken over
 */
void
sk_takeout_report_free (SkTakeoutReport *self)
{
  g_free (self->problem);
  g_free (self);
}
