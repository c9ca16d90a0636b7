/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What one sync of one source did. Immutable. */
typedef struct _SkSyncReport SkSyncReport;

struct _SkSyncReport
{
  gatomicrefcount ref_count;
  char *url;
  char *name;
  GError *error;              /* NULL when it succeeded; else the old records stand */
  gboolean not_modified;      /* the server said 304, or the same bytes came */
  guint64 added;
  guint64 changed;
  guint64 withdrawn;
  guint64 unchanged;
  guint64 refused;
  guint64 requests;
  guint64 bytes;              /* received from the network or read from the file */
  GPtrArray *problems;        /* SkFeedProblem; the first 100 */
};

#define SK_TYPE_SYNC_REPORT (sk_sync_report_get_type ())

GType         sk_sync_report_get_type (void);
SkSyncReport *sk_sync_report_new      (const char *url);
SkSyncReport *sk_sync_report_ref      (SkSyncReport *self);
void          sk_sync_report_unref    (SkSyncReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkSyncReport, sk_sync_report_unref)

G_END_DECLS
