/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gsk/gsk.h>

G_BEGIN_DECLS

#define SK_COVER_PATTERN_MAX_SHADES 3

typedef enum
{
  SK_COVER_TILES,
  SK_COVER_HILLS,
  SK_COVER_RINGS,
  SK_COVER_DOTS,
  SK_COVER_BANDS,
  SK_COVER_BUBBLES,
} SkCoverKind;

#define SK_N_COVER_KINDS (SK_COVER_BUBBLES + 1)

/* The shapes of a cover of one size: shades lie over each other at one opacity, lights on top. */
typedef struct
{
  SkCoverKind kind;
  GskPath *shades[SK_COVER_PATTERN_MAX_SHADES];
  guint n_shades;
  float opacity;
  GskFillRule fill_rule;
  GskPath *lights;
  gboolean flip_x;
  gboolean flip_y;
} SkCoverPattern;

guint64         sk_cover_pattern_hash (const char     *text);
SkCoverPattern *sk_cover_pattern_new  (guint64         seed,
                                       float           width,
                                       float           height);
void            sk_cover_pattern_free (SkCoverPattern *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SkCoverPattern, sk_cover_pattern_free)

G_END_DECLS
