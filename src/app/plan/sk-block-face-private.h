/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-block-face.h"
#include "sk-cover.h"

G_BEGIN_DECLS

#define SK_FACE_MIN_WIDTH 60
#define SK_FACE_WIDTH 294

struct _SkBlockFace
{
  GtkWidget parent_instance;

  SkBlock *block;
  SkFaceStyle style;
  SkFacePart editing;

  SkCover *cover;
  GtkWidget *icon;
  GtkLabel *lane_words;
  GtkLabel *brief_lane_words; /* where a lane is narrow */
  GtkLabel *title;            /* on one line */
  GtkLabel *long_title;       /* where there is room for more */
  GtkLabel *caption;          /* whose it is, and what is done in it */
  GtkLabel *facts;            /* the same without the goal, which then stands by itself */
  GtkLabel *goal;
  GtkLabel *minutes;
  GtkWidget *chips;
  GtkWidget *menu;
  GtkWidget *entry;           /* while something is edited */
  GPtrArray *placed;          /* those of the above that there is room for */
};

int  sk_block_face_measure_height (SkBlockFace *self,
                                   int          width);
void sk_block_face_lay_out        (SkBlockFace *self,
                                   int          width,
                                   int          height);

G_END_DECLS
