/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-block.h"

G_BEGIN_DECLS

typedef enum
{
  SK_FACE_BLOCK,
  SK_FACE_LANE,               /* beside others: the words below each other */
  SK_FACE_GROUPS,             /* the line above lanes */
} SkFaceStyle;

typedef enum
{
  SK_FACE_NOTHING,
  SK_FACE_TILE,
  SK_FACE_TITLE,
  SK_FACE_MINUTES,
} SkFacePart;

/* What a block looks like: its picture, title, minutes, and as much of the rest as its height has
 * room for. The title and the minutes can be edited in their place.
 *
 * Signals:
 *   menu             its menu is asked for
 *   title-edited     char *: another title was typed
 *   minutes-edited   guint: other minutes were typed
 *   edited           the editing has ended, however it did
 */
#define SK_TYPE_BLOCK_FACE (sk_block_face_get_type ())
G_DECLARE_FINAL_TYPE (SkBlockFace, sk_block_face, SK, BLOCK_FACE, GtkWidget)

SkBlockFace *sk_block_face_new          (SkFaceStyle  style);
void         sk_block_face_set_block    (SkBlockFace *self,
                                         SkBlock     *block,
                                         guint        lane);
void         sk_block_face_edit         (SkBlockFace *self,
                                         SkFacePart   part);
SkFacePart   sk_block_face_pick         (SkBlockFace *self,
                                         double       x,
                                         double       y);
GtkWidget   *sk_block_face_get_menu     (SkBlockFace *self);

G_END_DECLS
