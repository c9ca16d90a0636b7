/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-pool.h"

G_BEGIN_DECLS

struct _SkComposer
{
  GObject parent_instance;

  SkIndex *index;
  SkVocabularies *vocabularies;
  GCancellable *cancellable;
  GMutex lock;
  SkComposeWorks *works;      /* NULL until they are needed */
};

SkComposePool *sk_composer_make_pool (SkComposer          *self,
                                      const SkComposeTask *task);

G_END_DECLS
