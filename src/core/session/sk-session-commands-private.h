/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session-commands.h"

G_BEGIN_DECLS

/* What the commands that move, group and remove blocks are made of. */
SkBlock   *sk_block_with_lanes       (SkBlock            *groups,
                                      GPtrArray          *lanes);
SkBlock   *sk_block_with_lock        (SkBlock            *block,
                                      int                 lock);
GPtrArray *sk_session_take_blocks    (SkSession          *session,
                                      const char * const *ids,
                                      GPtrArray         **taken);
gboolean   sk_session_has_ids_of     (SkSession          *session,
                                      SkBlock            *block);
char      *sk_session_name_step      (GPtrArray          *blocks,
                                      char               *name_of_one,
                                      char               *name_of_many);
gboolean   sk_session_apply_blocks   (SkSessionEditor    *editor,
                                      GPtrArray          *blocks,
                                      const char         *name);

G_END_DECLS
