/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Something wrong with a record or a document, in words for its publisher. Immutable. */
typedef struct _SkFeedProblem SkFeedProblem;

typedef enum
{
  SK_FEED_SEVERITY_WARNING,   /* read all the same */
  SK_FEED_SEVERITY_ERROR,     /* the record is refused, or a field of it ignored */
} SkFeedSeverity;

#define SK_TYPE_FEED_PROBLEM (sk_feed_problem_get_type ())
#define SK_FEED_PROBLEM_NO_INDEX G_MAXUINT64

GType          sk_feed_problem_get_type     (void);
SkFeedProblem *sk_feed_problem_new          (SkFeedSeverity severity,
                                             const char    *code,
                                             const char    *path,
                                             char          *message /* (transfer full) */);
SkFeedProblem *sk_feed_problem_ref          (SkFeedProblem *self);
void           sk_feed_problem_unref        (SkFeedProblem *self);
void           sk_feed_problem_locate       (SkFeedProblem *self,
                                             guint64        index,
                                             const char    *id,
                                             guint64        line,
                                             guint64        column);
SkFeedSeverity sk_feed_problem_get_severity (const SkFeedProblem *self);
const char    *sk_feed_problem_get_code     (const SkFeedProblem *self);
const char    *sk_feed_problem_get_path     (const SkFeedProblem *self);
const char    *sk_feed_problem_get_message  (const SkFeedProblem *self);
guint64        sk_feed_problem_get_index    (const SkFeedProblem *self);
const char    *sk_feed_problem_get_id       (const SkFeedProblem *self);
guint64        sk_feed_problem_get_line     (const SkFeedProblem *self);
guint64        sk_feed_problem_get_column   (const SkFeedProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkFeedProblem, sk_feed_problem_unref)

G_END_DECLS
