/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-feed-reader.h"

G_BEGIN_DECLS

/* What a validation found beside its problems. */
typedef struct
{
  SkFeedInfo info;
  guint64 n_resources;
  guint64 n_withdrawn;
  guint64 n_refused;
  guint64 n_collections;
  guint64 n_events;
  guint64 n_errors;
  guint64 n_warnings;
} SkFeedReport;

void sk_feed_report_clear (SkFeedReport *report);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SkFeedReport, sk_feed_report_clear)

typedef void (*SkFeedProblemFunc) (SkFeedProblem *problem, gpointer user_data);

gboolean sk_feed_checker_check (SkVocabularies    *vocabularies,
                                GInputStream      *stream,
                                const char        *base_uri,
                                SkFeedProblemFunc  func,
                                gpointer           user_data,
                                SkFeedReport      *report,
                                GCancellable      *cancellable,
                                GError           **error);

G_END_DECLS
