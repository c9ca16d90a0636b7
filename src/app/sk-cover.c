/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-cover.h"

#include <adwaita.h>

#include "sk-cover-paint.h"
#include "sk-cover-picture.h"
#include "sk-picture-scout.h"

#define DEFAULT_SYMBOL_SIZE 36

struct _SkCover
{
  GtkWidget parent_instance;

  guint64 seed;
  char *family;
  char *icon_name;
  int symbol_size;

  SkCoverPattern *pattern;
  int pattern_width;
  int pattern_height;
  GtkIconPaintable *symbol;
  SkCoverPicture *picture;    /* NULL where none is wanted */
};

enum
{
  PROP_PICTURED = 1,
  PROP_SYMBOL_SIZE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkCover, sk_cover, GTK_TYPE_WIDGET)

static int
get_plate_size (SkCover *self)
{
  return (int) (SK_COVER_PLATE_TO_SYMBOL * (float) self->symbol_size + 0.5f);
}

static void
ensure_pattern (SkCover *self,
                int      width,
                int      height)
{
  if (self->pattern != NULL && self->pattern_width == width && self->pattern_height == height)
    return;

  g_clear_pointer (&self->pattern, sk_cover_pattern_free);
  self->pattern = sk_cover_pattern_new (self->seed, (float) width, (float) height);
  self->pattern_width = width;
  self->pattern_height = height;
}

static void
ensure_symbol (SkCover *self)
{
  if (self->symbol == NULL)
    self->symbol =
      sk_cover_paint_look_up (GTK_WIDGET (self), self->icon_name, self->symbol_size);
}

static void
forget_symbol (SkCover *self)
{
  g_clear_object (&self->symbol);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
snapshot_drawing (SkCover              *self,
                  GtkSnapshot          *snapshot,
                  const SkCoverPalette *palette,
                  int                   width,
                  int                   height)
{
  AdwStyleManager *style =
    adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  ensure_symbol (self);
  if (!adw_style_manager_get_high_contrast (style))
    {
      ensure_pattern (self, width, height);
      sk_cover_paint_pattern (snapshot, self->pattern, palette, width, height);
    }
  sk_cover_paint_plate (snapshot, self->symbol, palette, (float) width / 2, (float) height / 2,
                        (float) MIN (get_plate_size (self), MIN (width, height)));
}

/* Below a picture that is not opaque there is the ground alone. */
static void
sk_cover_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  SkCover *self = SK_COVER (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  SkCoverPalette palette;

  if (width <= 0 || height <= 0)
    return;

  sk_cover_palette_init (&palette, self->family, adw_style_manager_get_dark (style));

  gtk_snapshot_push_clip (snapshot, &bounds);
  gtk_snapshot_append_color (snapshot, &palette.ground, &bounds);
  if (self->picture == NULL || !sk_cover_picture_is_whole (self->picture))
    snapshot_drawing (self, snapshot, &palette, width, height);
  if (self->picture != NULL)
    sk_cover_picture_snapshot (self->picture, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
sk_cover_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  /* Where there is less room than a plate wants, it shrinks, and the symbol with it. */
  *minimum = SK_COVER (widget)->symbol_size / 2;
  *natural = get_plate_size (SK_COVER (widget));
}

static void
sk_cover_direction_changed (GtkWidget        *widget,
                            GtkTextDirection  previous)
{
  forget_symbol (SK_COVER (widget));
  GTK_WIDGET_CLASS (sk_cover_parent_class)->direction_changed (widget, previous);
}

static void
sk_cover_root (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  GTK_WIDGET_CLASS (sk_cover_parent_class)->root (widget);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
}

static void
sk_cover_unroot (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  g_signal_handlers_disconnect_by_func (style, gtk_widget_queue_draw, widget);

  GTK_WIDGET_CLASS (sk_cover_parent_class)->unroot (widget);
}

static void
load_picture (GtkWidget  *widget,
              SkPictures *pictures)
{
  sk_cover_picture_load (SK_COVER (widget)->picture, pictures);
}

static void
sk_cover_map (GtkWidget *widget)
{
  SkPictureScout *scout = sk_picture_scout_find (widget);

  GTK_WIDGET_CLASS (sk_cover_parent_class)->map (widget);

  if (SK_COVER (widget)->picture != NULL && scout != NULL)
    sk_picture_scout_watch (scout, widget, load_picture);
}

static void
sk_cover_unmap (GtkWidget *widget)
{
  SkPictureScout *scout = sk_picture_scout_find (widget);

  if (SK_COVER (widget)->picture != NULL && scout != NULL)
    {
      sk_picture_scout_leave (scout, widget);
      sk_cover_picture_leave (SK_COVER (widget)->picture);
    }

  GTK_WIDGET_CLASS (sk_cover_parent_class)->unmap (widget);
}

static void
sk_cover_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PICTURED:
      g_value_set_boolean (value, SK_COVER (object)->picture != NULL);
      break;
    case PROP_SYMBOL_SIZE:
      g_value_set_int (value, SK_COVER (object)->symbol_size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_cover_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_PICTURED:
      if (g_value_get_boolean (value))
        SK_COVER (object)->picture = sk_cover_picture_new (GTK_WIDGET (object));
      break;
    case PROP_SYMBOL_SIZE:
      sk_cover_set_symbol_size (SK_COVER (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_cover_dispose (GObject *object)
{
  SkCover *self = SK_COVER (object);

  if (self->picture != NULL)
    sk_cover_picture_set_resource (self->picture, NULL);
  g_clear_object (&self->picture);

  G_OBJECT_CLASS (sk_cover_parent_class)->dispose (object);
}

static void
sk_cover_finalize (GObject *object)
{
  SkCover *self = SK_COVER (object);

  g_clear_object (&self->symbol);
  g_clear_pointer (&self->pattern, sk_cover_pattern_free);
  g_clear_pointer (&self->family, g_free);
  g_clear_pointer (&self->icon_name, g_free);

  G_OBJECT_CLASS (sk_cover_parent_class)->finalize (object);
}

static void
sk_cover_class_init (SkCoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_cover_get_property;
  object_class->set_property = sk_cover_set_property;
  object_class->dispose = sk_cover_dispose;
  object_class->finalize = sk_cover_finalize;

  widget_class->snapshot = sk_cover_snapshot;
  widget_class->measure = sk_cover_measure;
  widget_class->direction_changed = sk_cover_direction_changed;
  widget_class->map = sk_cover_map;
  widget_class->unmap = sk_cover_unmap;
  widget_class->root = sk_cover_root;
  widget_class->unroot = sk_cover_unroot;

  properties[PROP_PICTURED]
      = g_param_spec_boolean ("pictured", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SYMBOL_SIZE]
      = g_param_spec_int ("symbol-size", NULL, NULL, 8, 512, DEFAULT_SYMBOL_SIZE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "cover");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sk_cover_init (SkCover *self)
{
  self->symbol_size = DEFAULT_SYMBOL_SIZE;
  self->icon_name = g_strdup (SK_COVER_ICON_WITHOUT_THEME);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_symbol), NULL);
}

/* The first theme that has a colour; a theme of somebody else's vocabulary has none. */
static SkConcept *
find_theme (SkResource *resource)
{
  GPtrArray *themes = sk_resource_get_concepts (resource, SK_FACET_THEME);

  for (guint i = 0; themes != NULL && i < themes->len; i++)
    if (sk_concept_get_family (g_ptr_array_index (themes, i)) != NULL)
      return g_ptr_array_index (themes, i);

  return NULL;
}

static void
set_seed (SkCover    *self,
          const char *seed,
          const char *family,
          const char *icon_name)
{
  self->seed = sk_cover_pattern_hash (seed);
  g_clear_pointer (&self->pattern, sk_cover_pattern_free);

  g_set_str (&self->family, family);
  if (g_set_str (&self->icon_name, icon_name != NULL ? icon_name : SK_COVER_ICON_WITHOUT_THEME))
    g_clear_object (&self->symbol);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sk_cover_set_resource:
 * @self: a cover
 * @resource: (nullable): the tool to show, or %NULL for none
 *
 * Draws the cover of @resource: its pattern comes from its id, its colour and symbol from the
 * first of its themes that has them. Its picture, if that is shown, comes once it is in sight.
 */
void
sk_cover_set_resource (SkCover    *self,
                       SkResource *resource)
{
  g_autofree char *icon_name = NULL;
  SkConcept *theme;

  g_return_if_fail (SK_IS_COVER (self));
  g_return_if_fail (resource == NULL || SK_IS_RESOURCE (resource));

  theme = resource != NULL ? find_theme (resource) : NULL;
  if (theme != NULL)
    icon_name = g_strdup_printf ("sk-theme-%s-symbolic", sk_concept_get_notation (theme));

  set_seed (self, resource != NULL ? sk_resource_get_id (resource) : "",
            theme != NULL ? sk_concept_get_family (theme) : NULL, icon_name);
  if (self->picture != NULL)
    sk_cover_picture_set_resource (self->picture, resource);
}

/**
 * sk_cover_set_symbol_size:
 * @self: a cover
 * @size: pixels, from 8 to 512
 *
 * Sets the size of the symbol; the plate under it is 1.75 times as wide.
 */
void
sk_cover_set_symbol_size (SkCover *self,
                          int      size)
{
  g_return_if_fail (SK_IS_COVER (self));

  if (self->symbol_size == size)
    return;

  self->symbol_size = size;
  g_clear_object (&self->symbol);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYMBOL_SIZE]);
}
