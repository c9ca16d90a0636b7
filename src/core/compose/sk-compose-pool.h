/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-score.h"
#include "sk-compose-works.h"

G_BEGIN_DECLS

/* The tools of an index, held against a task. */
typedef struct
{
  const SkComposeTask *task;
  SkComposeTool *tools;       /* by their records' numbers */
  guint n_tools;
  GPtrArray *ranked;          /* all of them, the known and suitable first */
} SkComposePool;

/* Which of them a search may use. */
typedef struct
{
  guint relaxed;              /* constraints that do not count, a bit for each SkRelax */
  guint tier;                 /* how much may be unknown of a tool */
  SkPurpose purpose;
  GHashTable *excluded;       /* SkComposeTool; NULL: none */
} SkComposeChoice;

SkComposePool *sk_compose_pool_new    (SkIndex               *index,
                                       const SkComposeTask   *task,
                                       const SkComposeWorks  *works,
                                       GCancellable          *cancellable);
void           sk_compose_pool_free   (SkComposePool         *self);
GPtrArray     *sk_compose_pool_choose (const SkComposePool   *self,
                                       const SkComposeChoice *choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkComposePool, sk_compose_pool_free)

G_END_DECLS
