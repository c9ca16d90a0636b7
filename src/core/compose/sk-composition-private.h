/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-composer.h"

G_BEGIN_DECLS

struct _SkComposition
{
  GObject parent_instance;

  GPtrArray *proposals;       /* SkProposal */
  GPtrArray *left_out;        /* SkLeftOut */
  SkRelax relax;
  guint relaxed_minutes;
  char *advice;
};

SkComposition *sk_composition_new (void);

G_END_DECLS
