/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-session-editor.h"

G_BEGIN_DECLS

/* What can be done about minutes too many. */
typedef enum
{
  SK_REMEDY_MOVE,             /* the block to where there is time */
  SK_REMEDY_SHORTEN,
  SK_REMEDY_LEAVE_OUT,
  SK_REMEDY_SHORTEN_SEVERAL,
  SK_REMEDY_UNLOCK,           /* the next block begins when there is time for it */
  SK_REMEDY_MOVE_BELL,
  SK_REMEDY_KEEP,             /* never shorter; of sk_remedy_list_for_late() alone */
} SkRemedyKind;

/* One way out of an overrun, and what comes of it. Made for one state of a session. Immutable. */
#define SK_TYPE_REMEDY (sk_remedy_get_type ())
G_DECLARE_FINAL_TYPE (SkRemedy, sk_remedy, SK, REMEDY, GObject)

GPtrArray    *sk_remedy_list            (SkSession       *session,
                                         const char      *block_id);
GPtrArray    *sk_remedy_list_for_late   (SkSession       *session);

SkRemedyKind  sk_remedy_get_kind        (SkRemedy        *self);
SkBlock      *sk_remedy_get_block       (SkRemedy        *self);
guint         sk_remedy_get_minutes     (SkRemedy        *self);
guint         sk_remedy_get_won         (SkRemedy        *self);
gboolean      sk_remedy_get_solves      (SkRemedy        *self);
const char   *sk_remedy_get_title       (SkRemedy        *self);
const char   *sk_remedy_get_verb        (SkRemedy        *self);
const char   *sk_remedy_get_consequence (SkRemedy        *self);
SkSession    *sk_remedy_get_session     (SkRemedy        *self);
gboolean      sk_remedy_apply           (SkRemedy        *self,
                                         SkSessionEditor *editor);

G_END_DECLS
