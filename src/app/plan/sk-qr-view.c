/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-qr-view.h"

#include <string.h>

/* In modules, as ISO/IEC 18004 asks. */
#define QUIET_ZONE 4

/* A phone reads it from an arm's length, and it still fits beside the narrowest window's edges. */
#define NATURAL_SIZE 288
#define MINIMUM_SIZE 200

struct _SkQrView
{
  GtkWidget parent_instance;

  GdkTexture *texture;        /* a pixel a module, with the white around it */
};

G_DEFINE_FINAL_TYPE (SkQrView, sk_qr_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
sk_qr_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
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
  *minimum = MINIMUM_SIZE;
  *natural = NATURAL_SIZE;
}

static void
sk_qr_view_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  SkQrView *self = SK_QR_VIEW (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const float side = MIN (width, height);

  if (self->texture == NULL)
    return;

  gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_NEAREST,
                                      &GRAPHENE_RECT_INIT ((width - side) / 2, (height - side) / 2,
                                                           side, side));
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
