/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-qr-view.h"

#include <string.h>

/* In modules, as ISO/IEC 18004 asks. */
#define QUIET_ZONE 4

/* The largest code, 177 modules wide, has two pixels for each where there is room. */
#define NATURAL_SIZE ((177 + 2 * QUIET_ZONE) * 2)
#define MINIMUM_SIZE 240

struct _SkQrView
{
  GtkWidget parent_instance;

  GdkTexture *texture;        /* a pixel a module, with the white around it */
};

G_DEFINE_FINAL_TYPE (SkQrView, sk_qr_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
sk_qr_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sk_qr_view_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      *minimum = *natural = MIN (for_size, NATURAL_SIZE);
      return;
    }

  *minimum = MINIMUM_SIZE;
  *natural = NATURAL_SIZE;
}

/* As large as there is room for, with each module as many whole pixels as every other. */
static double
choose_side (SkQrView *self,
             double    room)
{
  const double pixels =
    gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self))));
  const int n_modules = gdk_texture_get_width (self->texture);
  const int pixels_a_module = (int) (room * pixels) / n_modules;

  return pixels_a_module > 0 ? n_modules * pixels_a_module / pixels : room;
}

static void
sk_qr_view_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  SkQrView *self = SK_QR_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  double side;

  if (self->texture == NULL)
    return;

  side = choose_side (self, MIN (width, height));
  gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_NEAREST,
                                      &GRAPHENE_RECT_INIT ((int) (width - side) / 2,
                                                           (int) (height - side) / 2, (float) side,
                                                           (float) side));
}

static void
sk_qr_view_dispose (GObject *object)
{
  g_clear_object (&SK_QR_VIEW (object)->texture);

  G_OBJECT_CLASS (sk_qr_view_parent_class)->dispose (object);
}

static void
sk_qr_view_class_init (SkQrViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_qr_view_dispose;
  widget_class->get_request_mode = sk_qr_view_get_request_mode;
  widget_class->measure = sk_qr_view_measure;
  widget_class->snapshot = sk_qr_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "qr");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sk_qr_view_init (SkQrView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static GdkTexture *
make_texture (const SkQr *code)
{
  const guint size = sk_qr_get_size (code);
  const guint side = size + 2 * QUIET_ZONE;
  g_autofree guint8 *pixels = g_malloc (side * side);
  g_autoptr (GBytes) bytes = NULL;

  memset (pixels, 0xff, side * side);
  for (guint y = 0; y < size; y++)
    for (guint x = 0; x < size; x++)
      if (sk_qr_is_dark (code, x, y))
        pixels[(y + QUIET_ZONE) * side + x + QUIET_ZONE] = 0;

  bytes = g_bytes_new_take (g_steal_pointer (&pixels), side * side);
  return gdk_memory_texture_new ((int) side, (int) side, GDK_MEMORY_G8, bytes, side);
}

/**
 * sk_qr_view_set_code:
 * @code: what to show
 *
 * Shows a code.
 */
void
sk_qr_view_set_code (SkQrView   *self,
                     const SkQr *code)
{
  g_return_if_fail (SK_IS_QR_VIEW (self));
  g_return_if_fail (code != NULL);

  g_clear_object (&self->texture);
  self->texture = make_texture (code);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
