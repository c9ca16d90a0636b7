/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session-editor.h"

G_BEGIN_DECLS

/* What a person can do to a session, each one named step that can be undone. Blocks are named by
 * their ids, those of lanes too; ids is a list ended by NULL. All return whether something changed. */

gboolean sk_session_insert_blocks   (SkSessionEditor    *editor,
                                     guint               position,
                                     GPtrArray          *blocks);
gboolean sk_session_remove_blocks   (SkSessionEditor    *editor,
                                     const char * const *ids);
gboolean sk_session_move_blocks     (SkSessionEditor    *editor,
                                     const char * const *ids,
                                     guint               position);
gboolean sk_session_duplicate_blocks(SkSessionEditor    *editor,
                                     const char * const *ids);
gboolean sk_session_replace_block   (SkSessionEditor    *editor,
                                     const char         *id,
                                     SkBlock            *block);
gboolean sk_session_group_block     (SkSessionEditor    *editor,
                                     const char         *id,
                                     SkBlock            *beside);
gboolean sk_session_ungroup_block   (SkSessionEditor    *editor,
                                     const char         *id);
gboolean sk_session_set_block_title (SkSessionEditor    *editor,
                                     const char         *id,
                                     const char         *title);
gboolean sk_session_set_minutes     (SkSessionEditor    *editor,
                                     const char         *id,
                                     guint               minutes);
gboolean sk_session_set_minutes_min (SkSessionEditor    *editor,
                                     const char         *id,
                                     guint               minutes);
gboolean sk_session_add_minutes     (SkSessionEditor    *editor,
                                     const char * const *ids,
                                     int                 minutes);
gboolean sk_session_set_lock        (SkSessionEditor    *editor,
                                     const char         *id,
                                     int                 lock);
gboolean sk_session_set_skippable   (SkSessionEditor    *editor,
                                     const char         *id,
                                     gboolean            skippable);
gboolean sk_session_set_activity    (SkSessionEditor    *editor,
                                     const char         *id,
                                     SkActivity          activity);
gboolean sk_session_set_goal        (SkSessionEditor    *editor,
                                     const char         *id,
                                     const char         *goal);
gboolean sk_session_set_note        (SkSessionEditor    *editor,
                                     const char         *id,
                                     const char         *note);
gboolean sk_session_set_materials   (SkSessionEditor    *editor,
                                     const char         *id,
                                     const char * const *materials);
gboolean sk_session_set_details     (SkSessionEditor    *editor,
                                     SkSessionFields    *details);
gboolean sk_session_set_title       (SkSessionEditor    *editor,
                                     const char         *title);
gboolean sk_session_set_archived    (SkSessionEditor    *editor,
                                     gboolean            archived);

G_END_DECLS
