/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-cover-pattern.h"

#include <math.h>

#define FNV_OFFSET G_GUINT64_CONSTANT (14695981039346656037)
#define FNV_PRIME G_GUINT64_CONSTANT (1099511628211)

/* How much of the shade's colour covers the ground. */
#define SHADE_OPACITY 0.72f

/* Three hills over each other cover as much as one shade does. */
#define HILL_OPACITY 0.346f

/* What one pattern is drawn with: sizes in pixels, and a stream of numbers from the seed. */
typedef struct
{
  float width;
  float height;
  guint64 state;
  GskPathBuilder *shades[SK_COVER_PATTERN_MAX_SHADES];
  GskPathBuilder *lights;
} Pen;

typedef void (*DrawFunc) (Pen *pen);

/* SplitMix64 (Steele, Lea and Flood 2014): GRand may draw other numbers in another GLib. */
static guint64
mix_bits (guint64 bits)
{
  bits = (bits ^ bits >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  bits = (bits ^ bits >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return bits ^ bits >> 31;
}

static guint64
next_bits (Pen *pen)
{
  pen->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return mix_bits (pen->state);
}

static float
next_between (Pen   *pen,
              float  least,
              float  most)
{
  return least + (most - least) * (float) (next_bits (pen) >> 40) / (float) (1 << 24);
}

static void
add_circle (GskPathBuilder *builder,
            float           x,
            float           y,
            float           radius)
{
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
}

/* A quarter of a circle that fills a square cell from its corner (0 to 3, clockwise). */
static void
add_quarter (GskPathBuilder *builder,
             float           x,
             float           y,
             float           side,
             guint           corner)
{
  float left = corner == 0 || corner == 3 ? x : x + side;
  float top = corner < 2 ? y : y + side;
  float across = left > x ? -side : side;
  float down = top > y ? -side : side;

  gsk_path_builder_move_to (builder, left, top);
  gsk_path_builder_line_to (builder, left + across, top);
  gsk_path_builder_arc_to (builder, left + across, top + down, left, top + down);
  gsk_path_builder_close (builder);
}

static void
draw_tiles (Pen *pen)
{
  const float side = pen->height / 3;
  const guint columns = (guint) ceilf (pen->width / side);
  const guint64 seed = pen->state;

  for (guint cell = 0; cell < columns * 3; cell++)
    {
      float x = (float) (cell / 3) * side;
      float y = (float) (cell % 3) * side;
      guint64 bits = mix_bits (seed + cell);
      guint choice = bits % 100;
      guint corner = bits >> 32 & 3;

      if (choice < 48)
        add_quarter (pen->shades[0], x, y, side, corner);
      else if (choice < 62)
        add_circle (pen->shades[0], x + side / 2, y + side / 2, side / 4);
      else if (choice < 74)
        add_quarter (pen->lights, x, y, side, corner);
      else if (choice < 78)
        add_circle (pen->lights, x + side / 2, y + side / 2, side / 4);
    }
}

/* Half a wave after the other; a cubic with these handles has a sine's slope where it crosses. */
static void
add_hill (Pen            *pen,
          GskPathBuilder *builder,
          float           middle,
          float           rise,
          float           length)
{
  float x = next_between (pen, -length, 0);
  const float half = length / 2;
  const float handle = half * 4 / 3 / (float) G_PI;
  float lift = rise * 4 / 3;

  gsk_path_builder_move_to (builder, x, middle);
  while (x < pen->width)
    {
      gsk_path_builder_rel_cubic_to (builder, handle, -lift, half - handle, -lift, half, 0);
      lift = -lift;
      x += half;
    }
  gsk_path_builder_line_to (builder, x, pen->height);
  gsk_path_builder_line_to (builder, -length, pen->height);
  gsk_path_builder_close (builder);
}

static void
draw_hills (Pen *pen)
{
  const float length = 0.62f * MAX (pen->width, 1.5f * pen->height);

  for (guint i = 0; i < SK_COVER_PATTERN_MAX_SHADES; i++)
    add_hill (pen, pen->shades[i], pen->height * (0.46f + 0.18f * (float) i),
              pen->height * next_between (pen, 0.08f, 0.15f),
              length * next_between (pen, 0.85f, 1.3f));

  add_circle (pen->lights, pen->width * next_between (pen, 0.12f, 0.24f),
              pen->height * next_between (pen, 0.22f, 0.3f),
              pen->height * next_between (pen, 0.11f, 0.15f));
}

static void
draw_rings (Pen *pen)
{
  const float step = pen->height * next_between (pen, 0.28f, 0.36f);
  const float first = step * next_between (pen, 0.4f, 0.8f);
  const float reach = hypotf (pen->width, pen->height);
  const guint lit = 1 + next_bits (pen) % 4;
  guint ring = 0;

  for (float inner = first - step / 2; inner < reach; inner += step, ring++)
    {
      float outer = inner + step / 2;

      if (inner > 0)
        add_circle (pen->shades[0], 0, 0, inner);
      add_circle (pen->shades[0], 0, 0, outer);

      if (ring == lit)
        {
          add_circle (pen->lights, 0, 0, outer);
          add_circle (pen->lights, 0, 0, outer + step / 2);
        }
    }
}

static void
draw_dots (Pen *pen)
{
  const float step = pen->height / next_between (pen, 5.5f, 7.5f);
  const guint rows = (guint) ceilf (pen->height / step) + 1;
  const guint columns = (guint) ceilf (pen->width / step) + 1;
  const guint64 seed = pen->state;

  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < columns; column++)
      {
        float x = ((float) column + (row % 2 == 0 ? 0.0f : 0.5f)) * step;
        float along = CLAMP (x / pen->width, 0.0f, 1.0f);
        gboolean lit = mix_bits (seed + row * 1000 + column) % 20 == 0;

        add_circle (lit ? pen->lights : pen->shades[0], x, (float) row * step,
                    step * (0.09f + 0.37f * along));
      }
}

static void
add_band (GskPathBuilder *builder,
          float           left,
          float           breadth,
          float           height)
{
  gsk_path_builder_move_to (builder, left, height);
  gsk_path_builder_line_to (builder, left + height, 0);
  gsk_path_builder_line_to (builder, left + height + breadth, 0);
  gsk_path_builder_line_to (builder, left + breadth, height);
  gsk_path_builder_close (builder);
}

static void
draw_bands (Pen *pen)
{
  const float step = pen->height * next_between (pen, 0.36f, 0.56f);
  const float start = -pen->height - next_between (pen, 0, step);
  const guint bands = (guint) ceilf ((pen->width - start) / step);
  const guint lit = bands / 2 + next_bits (pen) % (bands / 2);

  for (guint i = 0; i < bands; i++)
    {
      float left = start + (float) i * step;

      add_band (pen->shades[0], left, step / 2, pen->height);
      if (i == lit)
        add_band (pen->lights, left + step / 2, step / 2, pen->height);
    }
}

static void
add_bubble (Pen            *pen,
            GskPathBuilder *builder,
            float           least,
            float           most)
{
  float x = pen->width * next_between (pen, 0.02f, 0.98f);
  float y = pen->height * next_between (pen, 0.05f, 0.95f);

  add_circle (builder, x, y, pen->height * next_between (pen, least, most));
}

static void
draw_bubbles (Pen *pen)
{
  static const float sizes[SK_COVER_PATTERN_MAX_SHADES][2]
      = { { 0.3f, 0.46f }, { 0.18f, 0.36f }, { 0.1f, 0.2f } };

  for (guint i = 0; i < SK_COVER_PATTERN_MAX_SHADES; i++)
    for (guint bubble = 0; bubble < 2; bubble++)
      add_bubble (pen, pen->shades[i], sizes[i][0], sizes[i][1]);

  for (guint bubble = 0; bubble < 3; bubble++)
    add_bubble (pen, pen->lights, 0.1f, 0.18f);
}

/**
 * sk_cover_pattern_hash:
 * @text: any text, in practice a resource's id
 *
 * Hashes @text by FNV-1a (64 bits), so that it is the same on every machine and in every release.
 *
 * Returns: the hash
 */
guint64
sk_cover_pattern_hash (const char *text)
{
  guint64 hash = FNV_OFFSET;

  for (const char *byte = text; *byte != '\0'; byte++)
    hash = (hash ^ (guint8) *byte) * FNV_PRIME;

  return hash;
}

/**
 * sk_cover_pattern_new:
 * @seed: what the pattern, its side and its sizes come from
 * @width: the cover's width in pixels, above 0
 * @height: the cover's height in pixels, above 0
 *
 * Draws the shapes of a cover. The same @seed gives the same kind of pattern at every size.
 * Shapes reach over the edges: clip them.
 *
 * Returns: (transfer full): a pattern
 */
SkCoverPattern *
sk_cover_pattern_new (guint64 seed,
                      float   width,
                      float   height)
{
  static const struct
  {
    DrawFunc draw;
    guint n_shades;
    float opacity;
    GskFillRule fill_rule;
    gboolean may_stand_on_its_head;
  } kinds[SK_N_COVER_KINDS] = {
    [SK_COVER_TILES] = { draw_tiles, 1, SHADE_OPACITY, GSK_FILL_RULE_WINDING, FALSE },
    [SK_COVER_HILLS] = { draw_hills, 3, HILL_OPACITY, GSK_FILL_RULE_WINDING, FALSE },
    [SK_COVER_RINGS] = { draw_rings, 1, SHADE_OPACITY, GSK_FILL_RULE_EVEN_ODD, TRUE },
    [SK_COVER_DOTS] = { draw_dots, 1, SHADE_OPACITY, GSK_FILL_RULE_WINDING, FALSE },
    [SK_COVER_BANDS] = { draw_bands, 1, SHADE_OPACITY, GSK_FILL_RULE_WINDING, FALSE },
    [SK_COVER_BUBBLES] = { draw_bubbles, 3, SHADE_OPACITY, GSK_FILL_RULE_WINDING, FALSE },
  };
  SkCoverPattern *self = g_new0 (SkCoverPattern, 1);
  Pen pen = { .width = width, .height = height, .state = seed };
  guint64 choice = next_bits (&pen);

  self->kind = choice % SK_N_COVER_KINDS;
  self->flip_x = choice >> 32 & 1;
  self->flip_y = kinds[self->kind].may_stand_on_its_head && (choice >> 33 & 1);
  self->fill_rule = kinds[self->kind].fill_rule;
  self->n_shades = kinds[self->kind].n_shades;
  self->opacity = kinds[self->kind].opacity;

  pen.lights = gsk_path_builder_new ();
  for (guint i = 0; i < self->n_shades; i++)
    pen.shades[i] = gsk_path_builder_new ();

  kinds[self->kind].draw (&pen);

  self->lights = gsk_path_builder_free_to_path (pen.lights);
  for (guint i = 0; i < self->n_shades; i++)
    self->shades[i] = gsk_path_builder_free_to_path (pen.shades[i]);

  return self;
}

/**
 * sk_cover_pattern_free:
 * @self: (transfer full): a pattern
 *
 * Frees @self.
 */
void
sk_cover_pattern_free (SkCoverPattern *self)
{
  for (guint i = 0; i < self->n_shades; i++)
    gsk_path_unref (self->shades[i]);
  gsk_path_unref (self->lights);
  g_free (self);
}
