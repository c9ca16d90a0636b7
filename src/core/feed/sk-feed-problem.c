/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-feed-problem.h"

struct _SkFeedProblem
{
  gatomicrefcount ref_count;
  SkFeedSeverity severity;
  const char *code;
  char *path;
  char *message;
  guint64 index;
  char *id;
  guint64 line;
  guint64 column;
};

G_DEFINE_BOXED_TYPE (SkFeedProblem, sk_feed_problem, sk_feed_problem_ref, sk_feed_problem_unref)

/**
 * sk_feed_problem_new:
 * @severity: whether it costs something
 * @code: a stable word for machines, "missing-name"
 * @path: (nullable): the field in its record or document, "encoding[0].contentUrl"
 * @message: (transfer full): what is wrong and what to do, for its publisher
 *
 * Returns: (transfer full): a problem of no place yet
 */
SkFeedProblem *
sk_feed_problem_new (SkFeedSeverity  severity,
                     const char     *code,
                     const char     *path,
                     char           *message)
{
  SkFeedProblem *self;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_new0 (SkFeedProblem, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->severity = severity;
  self->code = g_intern_string (code);
  self->path = g_strdup (path);
  self->message = message;
  self->index = SK_FEED_PROBLEM_NO_INDEX;

  return self;
}

/**
 * sk_feed_problem_ref:
 *
 * Returns: (transfer full): the same problem, held once more
 */
SkFeedProblem *
sk_feed_problem_ref (SkFeedProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sk_feed_problem_unref:
 * @self: (transfer full): a problem
 *
 * Lets go of the problem; the last holder frees it.
 */
void
sk_feed_problem_unref (SkFeedProblem *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->path);
  g_free (self->message);
  g_free (self->id);
  g_free (self);
}

/**
 * sk_feed_problem_locate:
 * @index: the record's number from 0, or %SK_FEED_PROBLEM_NO_INDEX for the document itself
 * @id: (nullable): the record's id, where it has one
 * @line: the line its record starts in, from 1; 0 where that is not known
 * @column: the column there, in characters from 1; 0 where that is not known
 *
 * Says where the problem is. For its maker, before it is shared.
 */
void
sk_feed_problem_locate (SkFeedProblem *self,
                        guint64        index,
                        const char    *id,
                        guint64        line,
                        guint64        column)
{
  g_return_if_fail (self != NULL);

  self->index = index;
  g_set_str (&self->id, id);
  self->line = line;
  self->column = column;
}

/**
 * sk_feed_problem_get_severity:
 *
 * Returns: whether it costs something
 */
SkFeedSeverity
sk_feed_problem_get_severity (const SkFeedProblem *self)
{
  g_return_val_if_fail (self != NULL, SK_FEED_SEVERITY_ERROR);

  return self->severity;
}

/**
 * sk_feed_problem_get_code:
 *
 * Returns: a stable word for machines
 */
const char *
sk_feed_problem_get_code (const SkFeedProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code;
}

/**
 * sk_feed_problem_get_path:
 *
 * Returns: (nullable): the field in its record or document
 */
const char *
sk_feed_problem_get_path (const SkFeedProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/**
 * sk_feed_problem_get_message:
 *
 * Returns: what is wrong and what to do
 */
const char *
sk_feed_problem_get_message (const SkFeedProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->message;
}

/**
 * sk_feed_problem_get_index:
 *
 * Returns: the record's number from 0, or %SK_FEED_PROBLEM_NO_INDEX
 */
guint64
sk_feed_problem_get_index (const SkFeedProblem *self)
{
  g_return_val_if_fail (self != NULL, SK_FEED_PROBLEM_NO_INDEX);

  return self->index;
}

/**
 * sk_feed_problem_get_id:
 *
 * Returns: (nullable): the record's id
 */
const char *
sk_feed_problem_get_id (const SkFeedProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * sk_feed_problem_get_line:
 *
 * Returns: the line its record starts in, from 1, or 0
 */
guint64
sk_feed_problem_get_line (const SkFeedProblem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

/**
 * sk_feed_problem_get_column:
 *
 * Returns: the column there, in characters from 1, or 0
 */
guint64
sk_feed_problem_get_column (const SkFeedProblem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->column;
}
