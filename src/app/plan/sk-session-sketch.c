/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-sketch.h"

#include <adwaita.h>

#include "sk-cover-palette.h"

#define GAP 2.0f
#define MIN_LENGTH 3.0f
#define RADIUS 3.0f
#define OWN_ALPHA 0.22f
#define RAIL_SPACE 20.0f
#define RAIL_WIDTH 2.0f
#define DOT 11.0f
/* Of the height: where the clock has got to. */
#define DOT_AT 0.35f

struct _SkSessionSketch
{
  GtkWidget parent_instance;

  SkSession *session;
  gboolean upright;
  gboolean rail;
  gboolean by_kind;
};

enum
{
  PROP_SESSION = 1,
  PROP_UPRIGHT,
  PROP_RAIL,
  PROP_BY_KIND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkSessionSketch, sk_session_sketch, GTK_TYPE_WIDGET)

/* Whose colours a block has: its family's, or those of a family that suits what one does. */
static const char *
find_family (SkSessionSketch *self,
             SkBlock         *block)
{
  static const char * const by_kind[SK_N_BLOCK_KINDS] = {
    [SK_BLOCK_TALK] = "self", [SK_BLOCK_DO] = "protect", [SK_BLOCK_PLAY] = "play"};
  const char *family = sk_block_get_family (block);

  return family == NULL && self->by_kind ? by_kind[sk_block_get_kind (block)] : family;
}

static GdkRGBA
find_colour (SkSessionSketch *self,
             SkBlock         *block)
{
  AdwStyleManager *style =
    adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  const gboolean dark = adw_style_manager_get_dark (style);
  const char *family = find_family (self, block);
  SkCoverPalette palette;
  GdkRGBA own;

  sk_cover_palette_init (&palette, family, dark);
  if (family != NULL)
    return dark ? palette.ground : palette.shade;

  gtk_widget_get_color (GTK_WIDGET (self), &own);
  own.alpha *= OWN_ALPHA;
  return own;
}

static void
fill (GtkSnapshot           *snapshot,
      const graphene_rect_t *bounds,
      const GdkRGBA         *colour)
{
  const float radius = MIN (RADIUS, MIN (bounds->size.width, bounds->size.height) / 2);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, colour, bounds);
  gtk_snapshot_pop (snapshot);
}

/* Divides a stretch among some blocks, by their minutes or equally; each is drawn in what is its.
 */
static void
snapshot_blocks (SkSessionSketch *self,
                 GtkSnapshot     *snapshot,
                 GPtrArray       *blocks,
                 graphene_rect_t  bounds,
                 gboolean         downwards,
                 gboolean         equally)
{
  const float whole = downwards ? bounds.size.height : bounds.size.width;
  const float room = MAX (0, whole - GAP * (float) (blocks->len - 1));
  const gboolean mirrored =
    !downwards && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float total = 0;
  float at = 0;

  for (guint i = 0; i < blocks->len; i++)
    total += equally ? 1 : (float) sk_block_get_minutes (blocks->pdata[i]);

  for (guint i = 0; i < blocks->len; i++)
    {
      SkBlock *block = blocks->pdata[i];
      const float share = equally ? 1 : (float) sk_block_get_minutes (block);
      const float length = MAX (MIN_LENGTH, room * share / total);
      const float start = mirrored ? whole - at - length : at;
      GPtrArray *lanes = sk_block_get_lanes (block);
      graphene_rect_t part = bounds;

      if (downwards)
        graphene_rect_init (&part, bounds.origin.x, bounds.origin.y + start, bounds.size.width,
                            length);
      else
        graphene_rect_init (&part, bounds.origin.x + start, bounds.origin.y, length,
                            bounds.size.height);

      if (lanes != NULL && lanes->len > 0)
        snapshot_blocks (self, snapshot, lanes, part, FALSE, TRUE);
      else
        {
          const GdkRGBA colour = find_colour (self, block);

          fill (snapshot, &part, &colour);
        }
      at += length + GAP;
    }
}

static void
snapshot_rail (SkSessionSketch *self,
               GtkSnapshot     *snapshot,
               float            x,
               float            height)
{
  AdwStyleManager *style =
    adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  graphene_rect_t line = GRAPHENE_RECT_INIT (x - RAIL_WIDTH / 2, 0, RAIL_WIDTH, height);
  graphene_rect_t dot = GRAPHENE_RECT_INIT (x - DOT / 2, height * DOT_AT - DOT / 2, DOT, DOT);
  GskRoundedRect shape;
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= OWN_ALPHA;
  gtk_snapshot_append_color (snapshot, &colour, &line);

  gsk_rounded_rect_init_from_rect (&shape, &dot, DOT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, accent, &dot);
  gtk_snapshot_pop (snapshot);
}

static void
sk_session_sketch_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  SkSessionSketch *self = SK_SESSION_SKETCH (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const float space = self->rail ? RAIL_SPACE : 0;

  if (self->rail)
    snapshot_rail (self, snapshot, mirrored ? width - DOT / 2 : DOT / 2, height);
  if (self->session != NULL && sk_session_get_n_blocks (self->session) > 0)
    snapshot_blocks (self, snapshot, sk_session_get_blocks (self->session),
                     GRAPHENE_RECT_INIT (mirrored ? 0 : space, 0, MAX (0, width - space), height),
                     self->upright, FALSE);
}

static void
sk_session_sketch_root (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  GTK_WIDGET_CLASS (sk_session_sketch_parent_class)->root (widget);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}

static void
sk_session_sketch_unroot (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  g_signal_handlers_disconnect_by_func (style, gtk_widget_queue_draw, widget);

  GTK_WIDGET_CLASS (sk_session_sketch_parent_class)->unroot (widget);
}

static void
sk_session_sketch_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SkSessionSketch *self = SK_SESSION_SKETCH (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_UPRIGHT:
      g_value_set_boolean (value, self->upright);
      break;
    case PROP_RAIL:
      g_value_set_boolean (value, self->rail);
      break;
    case PROP_BY_KIND:
      g_value_set_boolean (value, self->by_kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_session_sketch_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SkSessionSketch *self = SK_SESSION_SKETCH (object);

  switch (id)
    {
    case PROP_SESSION:
      sk_session_sketch_set_session (self, g_value_get_object (value));
      break;
    case PROP_UPRIGHT:
      self->upright = g_value_get_boolean (value);
      break;
    case PROP_RAIL:
      self->rail = g_value_get_boolean (value);
      break;
    case PROP_BY_KIND:
      self->by_kind = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_session_sketch_dispose (GObject *object)
{
  g_clear_object (&SK_SESSION_SKETCH (object)->session);

  G_OBJECT_CLASS (sk_session_sketch_parent_class)->dispose (object);
}

static void
sk_session_sketch_class_init (SkSessionSketchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sk_session_sketch_get_property;
  object_class->set_property = sk_session_sketch_set_property;
  object_class->dispose = sk_session_sketch_dispose;
  widget_class->snapshot = sk_session_sketch_snapshot;
  widget_class->root = sk_session_sketch_root;
  widget_class->unroot = sk_session_sketch_unroot;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SK_TYPE_SESSION, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_UPRIGHT] =
    g_param_spec_boolean ("upright", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_RAIL] =
    g_param_spec_boolean ("rail", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_BY_KIND] =
    g_param_spec_boolean ("by-kind", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "sketch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sk_session_sketch_init (SkSessionSketch *self)
{
}

/**
 * sk_session_sketch_set_session:
 * @session: (nullable): the session to draw
 *
 * Draws another session.
 */
void
sk_session_sketch_set_session (SkSessionSketch *self,
                               SkSession       *session)
{
  g_return_if_fail (SK_IS_SESSION_SKETCH (self));

  if (!g_set_object (&self->session, session))
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
