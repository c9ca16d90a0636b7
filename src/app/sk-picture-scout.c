/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-picture-scout.h"

#define KEY "sk-picture-scout"
#define SETTLED_MS 150

struct _SkPictureScout
{
  GObject parent_instance;

  SkPictures *pictures;
  GHashTable *widgets;        /* those that are watched, and what to ask of them */
  GHashTable *scrollers;      /* those around them that are listened to */
  guint timer;
};

G_DEFINE_FINAL_TYPE (SkPictureScout, sk_picture_scout, G_TYPE_OBJECT)

static gboolean
is_within (GtkWidget *widget,
           GtkWidget *area)
{
  const graphene_rect_t seen =
    GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (area), (float) gtk_widget_get_height (area));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, area, &bounds) &&
         graphene_rect_intersection (&bounds, &seen, NULL);
}

/* Whether it is scrolled to, by whatever scrolls it. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  for (GtkWidget *area = gtk_widget_get_parent (widget); area != NULL;
       area = gtk_widget_get_parent (area))
    if ((GTK_IS_SCROLLED_WINDOW (area) || GTK_IS_ROOT (area)) && !is_within (widget, area))
      return FALSE;

  return TRUE;
}

static gboolean
on_settled (gpointer data)
{
  SkPictureScout *self = data;
  g_autoptr (GPtrArray) widgets = g_hash_table_get_keys_as_ptr_array (self->widgets);

  self->timer = 0;
  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);
      SkPictureScoutFunc func = g_hash_table_lookup (self->widgets, widget);

      if (func != NULL && is_in_sight (widget))
        func (widget, self->pictures);
    }

  return G_SOURCE_REMOVE;
}

/* What is scrolled further begins to wait anew. */
static void
on_moved (SkPictureScout *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  sk_picture_scout_look (self);
}

static void
forget_scroller (SkPictureScout *self,
                 GtkWidget      *scroller)
{
  g_hash_table_remove (self->scrollers, scroller);
}

static void
listen_to (SkPictureScout *self,
           GtkWidget      *scroller)
{
  GtkAdjustment *adjustments[] = {
    gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
  };

  if (!g_hash_table_add (self->scrollers, scroller))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    {
      g_signal_connect_object (adjustments[i], "value-changed", G_CALLBACK (on_moved), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustments[i], "changed", G_CALLBACK (on_moved), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (scroller, "destroy", G_CALLBACK (forget_scroller), self,
                           G_CONNECT_SWAPPED);
}

static void
sk_picture_scout_dispose (GObject *object)
{
  SkPictureScout *self = SK_PICTURE_SCOUT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->pictures);

  G_OBJECT_CLASS (sk_picture_scout_parent_class)->dispose (object);
}

static void
sk_picture_scout_finalize (GObject *object)
{
  SkPictureScout *self = SK_PICTURE_SCOUT (object);

  g_clear_pointer (&self->widgets, g_hash_table_unref);
  g_clear_pointer (&self->scrollers, g_hash_table_unref);

  G_OBJECT_CLASS (sk_picture_scout_parent_class)->finalize (object);
}

static void
sk_picture_scout_class_init (SkPictureScoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sk_picture_scout_dispose;
  object_class->finalize = sk_picture_scout_finalize;
}

static void
sk_picture_scout_init (SkPictureScout *self)
{
  self->widgets = g_hash_table_new (NULL, NULL);
  self->scrollers = g_hash_table_new (NULL, NULL);
}

/**
 * sk_picture_scout_send:
 * @root: a window
 * @pictures: what loads them
 *
 * Sends a scout into a window, which stays as long as that.
 */
void
sk_picture_scout_send (GtkWidget  *root,
                       SkPictures *pictures)
{
  SkPictureScout *self = g_object_new (SK_TYPE_PICTURE_SCOUT, NULL);

  self->pictures = g_object_ref (pictures);
  g_signal_connect_object (pictures, "changed", G_CALLBACK (sk_picture_scout_look), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (root), KEY, self, g_object_unref);
}

/**
 * sk_picture_scout_find:
 * @widget: something in a window
 *
 * Returns: (transfer none) (nullable): the scout of the window, if it has one
 */
SkPictureScout *
sk_picture_scout_find (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? g_object_get_data (G_OBJECT (root), KEY) : NULL;
}

/**
 * sk_picture_scout_get_pictures:
 *
 * Returns: (transfer none): what loads the pictures
 */
SkPictures *
sk_picture_scout_get_pictures (SkPictureScout *self)
{
  g_return_val_if_fail (SK_IS_PICTURE_SCOUT (self), NULL);

  return self->pictures;
}

/**
 * sk_picture_scout_watch:
 * @widget: what may be scrolled into sight; to be left before it goes
 * @func: is called each time that it may be seen anew
 */
void
sk_picture_scout_watch (SkPictureScout     *self,
                        GtkWidget          *widget,
                        SkPictureScoutFunc  func)
{
  g_return_if_fail (SK_IS_PICTURE_SCOUT (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_hash_table_insert (self->widgets, widget, func);
  for (GtkWidget *above = gtk_widget_get_parent (widget); above != NULL;
       above = gtk_widget_get_parent (above))
    if (GTK_IS_SCROLLED_WINDOW (above))
      listen_to (self, above);
  sk_picture_scout_look (self);
}

/**
 * sk_picture_scout_leave:
 * @widget: what was watched
 */
void
sk_picture_scout_leave (SkPictureScout *self,
                        GtkWidget      *widget)
{
  g_return_if_fail (SK_IS_PICTURE_SCOUT (self));

  g_hash_table_remove (self->widgets, widget);
}

/**
 * sk_picture_scout_look:
 *
 * Looks in a moment, once scrolling has settled: something may show another tool now.
 */
void
sk_picture_scout_look (SkPictureScout *self)
{
  g_return_if_fail (SK_IS_PICTURE_SCOUT (self));

  if (self->timer == 0 && g_hash_table_size (self->widgets) > 0)
    self->timer = g_timeout_add (SETTLED_MS, on_settled, self);
}
