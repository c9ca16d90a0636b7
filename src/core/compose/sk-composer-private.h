/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-compose-task.h"

G_BEGIN_DECLS

struct _SkComposer
{
  GObject parent_instance;

  SkIndex *index;
  SkVocabularies *vocabularies;
  GCancellable *cancellable;
};

void sk_composer_init_task (SkComposer             *self,
                            const SkComposeRequest *request,
                            SkComposeTask          *task);

G_END_DECLS
