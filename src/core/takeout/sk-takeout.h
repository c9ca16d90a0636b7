/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libdex.h>

#include "session/sk-session-folder.h"
#include "sync/sk-catalogue.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* What was taken over. */
typedef struct
{
  guint n_tools;              /* of which something was not known here */
  guint n_sessions;           /* that are new here, or went on elsewhere */
  guint n_sources;
  char *problem;              /* why something was not, translated; NULL where all was */
} SkTakeoutReport;

#define SK_TYPE_TAKEOUT_REPORT (sk_takeout_report_get_type ())

GType            sk_takeout_report_get_type (void);
SkTakeoutReport *sk_takeout_report_copy     (const SkTakeoutReport *self);
void             sk_takeout_report_free     (SkTakeoutReport       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkTakeoutReport, sk_takeout_report_free)

/* All that is a person's own, in one zip archive: user.json, sources.json and the sessions, each as
 * it is in the data folder. */
typedef struct _SkTakeout SkTakeout;

GBytes    *sk_takeout_make   (const char       *data_dir,
                              GBytes           *user,
                              GError          **error);
SkTakeout *sk_takeout_read   (GFile            *file,
                              GError          **error);
void       sk_takeout_free   (SkTakeout        *self);
DexFuture *sk_takeout_import (SkTakeout        *self,
                              SkUserData       *user,
                              SkSessionFolder  *folder,
                              SkCatalogue      *catalogue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkTakeout, sk_takeout_free)

G_END_DECLS
