/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-day-cover.h"

#include <adwaita.h>

#include "sk-cover-paint.h"

#define MIN_WIDTH 96
#define WIDTH 380
#define MIN_HEIGHT 84

/* What a plate has around it. */
#define PLATE_ROOM 92

#define GROUND_FAMILY "information"

typedef struct
{
  const char *family;
  const char *icon_name;
  float down;                 /* the middle of the plate, as a share of the height */
  float size;                 /* its diameter, likewise */
} Plate;

static const Plate plates[] = {
  {"relations", "sk-theme-bullying-symbolic", 0.38f, 0.37f},
  {"protect", "sk-theme-privacy-symbolic", 0.68f, 0.42f},
  {"play", "sk-theme-gaming-symbolic", 0.34f, 0.35f},
  {"self", "sk-theme-wellbeing-symbolic", 0.69f, 0.33f},
};

struct _SkDayCover
{
  GtkWidget parent_instance;

  char *seed;
  SkCoverPattern *pattern;
  int pattern_width;
  int pattern_height;
};

enum
{
  PROP_SEED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkDayCover, sk_day_cover, GTK_TYPE_WIDGET)

static void
ensure_pattern (SkDayCover *self,
                int         width,
                int         height)
{
  if (self->pattern != NULL && self->pattern_width == width && self->pattern_height == height)
    return;

  g_clear_pointer (&self->pattern, sk_cover_pattern_free);
  self->pattern =
    sk_cover_pattern_new (sk_cover_pattern_hash (self->seed), (float) width, (float) height);
  self->pattern_width = width;
  self->pattern_height = height;
}

static void
snapshot_plates (SkDayCover  *self,
                 GtkSnapshot *snapshot,
                 gboolean     dark)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  const int n_plates = CLAMP ((int) width / PLATE_ROOM, 1, (int) G_N_ELEMENTS (plates));

  for (int i = 0; i < n_plates; i++)
    {
      const float diameter = plates[i].size * height;
      const float across = width * ((float) i + 0.5f) / (float) n_plates;
      g_autoptr (GtkIconPaintable) symbol =
        sk_cover_paint_look_up (GTK_WIDGET (self), plates[i].icon_name,
                                (int) (diameter / SK_COVER_PLATE_TO_SYMBOL));
      SkCoverPalette palette;

      sk_cover_palette_init (&palette, plates[i].family, dark);
      sk_cover_paint_plate (snapshot, symbol, &palette, across, plates[i].down * height, diameter);
    }
}

static void
sk_day_cover_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  SkDayCover *self = SK_DAY_COVER (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const gboolean dark = adw_style_manager_get_dark (style);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  SkCoverPalette palette;

  if (width <= 0 || height <= 0)
    return;

  sk_cover_palette_init (&palette, GROUND_FAMILY, dark);
  gtk_snapshot_push_clip (snapshot, &bounds);
  gtk_snapshot_append_color (snapshot, &palette.ground, &bounds);
  if (!adw_style_manager_get_high_contrast (style))
    {
      ensure_pattern (self, width, height);
      sk_cover_paint_pattern (snapshot, self->pattern, &palette, width, height);
    }
  snapshot_plates (self, snapshot, dark);
  gtk_snapshot_pop (snapshot);
}

static void
sk_day_cover_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  const gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_width ? MIN_WIDTH : MIN_HEIGHT;
  *natural = is_width ? WIDTH : MIN_HEIGHT;
}

static void
sk_day_cover_root (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  GTK_WIDGET_CLASS (sk_day_cover_parent_class)->root (widget);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
}

static void
sk_day_cover_unroot (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  g_signal_handlers_disconnect_by_func (style, gtk_widget_queue_draw, widget);

  GTK_WIDGET_CLASS (sk_day_cover_parent_class)->unroot (widget);
}

static void
sk_day_cover_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEED:
      g_value_set_string (value, SK_DAY_COVER (object)->seed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_day_cover_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SkDayCover *self = SK_DAY_COVER (object);

  switch (id)
    {
    case PROP_SEED:
      if (g_set_str (&self->seed, g_value_get_string (value)))
        {
          g_clear_pointer (&self->pattern, sk_cover_pattern_free);
          gtk_widget_queue_draw (GTK_WIDGET (self));
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_day_cover_finalize (GObject *object)
{
  SkDayCover *self = SK_DAY_COVER (object);

  g_clear_pointer (&self->pattern, sk_cover_pattern_free);
  g_clear_pointer (&self->seed, g_free);

  G_OBJECT_CLASS (sk_day_cover_parent_class)->finalize (object);
}

static void
sk_day_cover_class_init (SkDayCoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_day_cover_get_property;
  object_class->set_property = sk_day_cover_set_property;
  object_class->finalize = sk_day_cover_finalize;

  widget_class->snapshot = sk_day_cover_snapshot;
  widget_class->measure = sk_day_cover_measure;
  widget_class->root = sk_day_cover_root;
  widget_class->unroot = sk_day_cover_unroot;

  properties[PROP_SEED] =
    g_param_spec_string ("seed", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "cover");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sk_day_cover_init (SkDayCover *self)
{
  self->seed = g_strdup ("");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
