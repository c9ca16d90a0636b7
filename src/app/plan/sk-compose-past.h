/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/sk-session-folder.h"

G_BEGIN_DECLS

/* A tool that a group has had already. */
typedef struct
{
  char *id;
  char *title;
  GDateTime *time;            /* of the session that it was in last */
} SkComposePast;

GPtrArray *sk_compose_past_list (SkSessionFolder *folder,
                                 const char      *group,
                                 SkSession       *session);

G_END_DECLS
