/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sheet-page.h"

#include <glib/gi18n.h>
#include <math.h>

/* Narrower than this a page is only a picture of one. */
#define MIN_WIDTH 200
#define NATURAL_WIDTH 520

struct _SkSheetPage
{
  GtkWidget parent_instance;

  SkSheet *sheet;
  guint page;                 /* from 0 */
};

G_DEFINE_FINAL_TYPE (SkSheetPage, sk_sheet_page, GTK_TYPE_WIDGET)

static void
sk_sheet_page_finalize (GObject *object)
{
  SkSheetPage *self = SK_SHEET_PAGE (object);

  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (sk_sheet_page_parent_class)->finalize (object);
}

static GtkSizeRequestMode
sk_sheet_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sk_sheet_page_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  SkSheetPage *self = SK_SHEET_PAGE (widget);
  double width;
  double height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  sk_sheet_get_size (self->sheet, &width, &height);
  *minimum = (int) ceil (MIN_WIDTH * height / width);
  *natural = (int) ceil ((for_size < 0 ? NATURAL_WIDTH : for_size) * height / width);
  *minimum = for_size < 0 ? *minimum : *natural;
}

static void
sk_sheet_page_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  static const GdkRGBA white = {1.0f, 1.0f, 1.0f, 1.0f};
  SkSheetPage *self = SK_SHEET_PAGE (widget);
  graphene_rect_t paper = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) gtk_widget_get_width (widget),
                                              (float) gtk_widget_get_height (widget));
  double width;
  double height;
  double scale;
  cairo_t *cr;

  sk_sheet_get_size (self->sheet, &width, &height);
  scale = gtk_widget_get_width (widget) / width;

  gtk_snapshot_append_color (snapshot, &white, &paper);
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_scale (cr, scale, scale);
  sk_sheet_draw (self->sheet, self->page, cr);
  cairo_destroy (cr);
}

static void
sk_sheet_page_class_init (SkSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sk_sheet_page_finalize;
  widget_class->get_request_mode = sk_sheet_page_get_request_mode;
  widget_class->measure = sk_sheet_page_measure;
  widget_class->snapshot = sk_sheet_page_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "sheetpage");
}

static void
sk_sheet_page_init (SkSheetPage *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "paper");
}

/**
 * sk_sheet_page_new:
 * @page: from 0
 *
 * Returns: (transfer floating): a page of the sheet, as wide as there is room
 */
GtkWidget *
sk_sheet_page_new (SkSheet *sheet,
                   guint    page)
{
  SkSheetPage *self = g_object_new (SK_TYPE_SHEET_PAGE, NULL);
  g_autofree char *label = NULL;

  self->sheet = g_object_ref (sheet);
  self->page = page;
  label = g_strdup_printf (_("Page %u of %u"), page + 1, sk_sheet_get_n_pages (sheet));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}
