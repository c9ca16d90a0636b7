/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/sk-sessions-model.h"
#include "sk-session-hand.h"

G_BEGIN_DECLS

struct _SkSessionHand
{
  GObject parent_instance;

  SkSessionFolder *folder;
  SkSessionsModel *sessions;  /* in the order in which one looks for them */
  GSettings *settings;
};

G_END_DECLS
