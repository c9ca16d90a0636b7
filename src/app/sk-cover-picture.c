/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-cover-picture.h"

#include <adwaita.h>
#include <math.h>

#include "sk-picture-scout.h"

#define FADE_MS 200

struct _SkCoverPicture
{
  GObject parent_instance;

  GtkWidget *cover;           /* not owned: it owns this */
  SkResource *resource;
  GCancellable *cancellable;  /* of the picture that is waited for */
  GdkTexture *texture;
  int width;                  /* of the box that it was loaded for, in pixels of the screen */
  int height;
  AdwAnimation *fade;
};

G_DEFINE_FINAL_TYPE (SkCoverPicture, sk_cover_picture, G_TYPE_OBJECT)

/* An answer, and what asked for it. */
typedef struct
{
  SkCoverPicture *picture;
  GCancellable *cancellable;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_clear_object (&asked->picture);
  g_clear_object (&asked->cancellable);
  g_free (asked);
}

static void
cancel (SkCoverPicture *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
forget (SkCoverPicture *self)
{
  cancel (self);
  if (self->fade != NULL)
    adw_animation_reset (self->fade);
  g_clear_object (&self->fade);
  if (self->texture != NULL)
    gtk_widget_queue_draw (self->cover);
  g_clear_object (&self->texture);
}

static void
sk_cover_picture_dispose (GObject *object)
{
  SkCoverPicture *self = SK_COVER_PICTURE (object);

  forget (self);
  g_clear_object (&self->resource);

  G_OBJECT_CLASS (sk_cover_picture_parent_class)->dispose (object);
}

static void
sk_cover_picture_class_init (SkCoverPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sk_cover_picture_dispose;
}

static void
sk_cover_picture_init (SkCoverPicture *self)
{
}

/**
 * sk_cover_picture_new:
 * @cover: (transfer none): what the picture is drawn on, which keeps it as long as it is there
 *
 * Returns: (transfer full): a picture that shows nothing
 */
SkCoverPicture *
sk_cover_picture_new (GtkWidget *cover)
{
  SkCoverPicture *self = g_object_new (SK_TYPE_COVER_PICTURE, NULL);

  self->cover = cover;
  return self;
}

/* The box that it is to cover, in pixels of the screen; not for what has no size yet. */
static gboolean
get_box (SkCoverPicture *self,
         int            *width,
         int            *height)
{
  GtkNative *native = gtk_widget_get_native (self->cover);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  if (surface == NULL)
    return FALSE;

  *width = (int) ceil (gtk_widget_get_width (self->cover) * gdk_surface_get_scale (surface));
  *height = (int) ceil (gtk_widget_get_height (self->cover) * gdk_surface_get_scale (surface));
  return *width > 0 && *height > 0;
}

static void
on_faded (double          value,
          SkCoverPicture *self)
{
  gtk_widget_queue_draw (self->cover);
}

static void
fade_in (SkCoverPicture *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (
    (AdwAnimationTargetFunc) on_faded, self, NULL);

  g_clear_object (&self->fade);
  self->fade = adw_timed_animation_new (self->cover, 0, 1, FADE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->fade), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->fade);
}

static void
show (SkCoverPicture *self,
      GdkTexture     *texture,
      int             width,
      int             height)
{
  self->width = width;
  self->height = height;
  g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (self->cover);
}

static DexFuture *
on_loaded (DexFuture *future,
           gpointer   data)
{
  Asked *asked = data;
  SkCoverPicture *self = asked->picture;
  const GValue *value = dex_future_get_value (future, NULL);
  const gboolean had_one = self->texture != NULL;

  if (g_cancellable_is_cancelled (asked->cancellable))
    return NULL;

  g_clear_object (&self->cancellable);
  if (value != NULL)
    {
      show (self, g_value_get_object (value), self->width, self->height);
      if (!had_one)
        fade_in (self);
    }

  return NULL;
}

/**
 * sk_cover_picture_set_resource:
 * @resource: (nullable): the tool whose picture it is
 *
 * Shows the picture of that tool if it is in memory, and nothing of the one before.
 */
void
sk_cover_picture_set_resource (SkCoverPicture *self,
                               SkResource     *resource)
{
  SkPictureScout *scout = sk_picture_scout_find (self->cover);
  GdkTexture *texture = NULL;
  int width;
  int height;

  forget (self);
  g_set_object (&self->resource, resource);
  if (resource == NULL || scout == NULL)
    return;

  if (get_box (self, &width, &height))
    texture =
      sk_pictures_find (sk_picture_scout_get_pictures (scout), resource, width, height);
  if (texture != NULL)
    show (self, texture, width, height);
  else
    sk_picture_scout_look (scout);
}

/**
 * sk_cover_picture_load:
 * @pictures: where it comes from
 *
 * Loads the picture, unless it is there in the size that is wanted, and shows it when it comes. One
 * that may not be shown any more goes.
 */
void
sk_cover_picture_load (SkCoverPicture *self,
                       SkPictures     *pictures)
{
  int width;
  int height;
  Asked *asked;

  if (self->resource == NULL || !sk_pictures_may_show (pictures, self->resource))
    {
      forget (self);
      return;
    }

  if (!get_box (self, &width, &height) ||
      ((self->texture != NULL || self->cancellable != NULL) && self->width >= width &&
       self->height >= height))
    return;

  cancel (self);
  self->cancellable = g_cancellable_new ();
  self->width = width;
  self->height = height;

  asked = g_new0 (Asked, 1);
  asked->picture = g_object_ref (self);
  asked->cancellable = g_object_ref (self->cancellable);
  dex_future_disown (dex_future_finally (
    sk_pictures_load (pictures, self->resource, width, height, self->cancellable), on_loaded,
    asked, asked_free));
}

/**
 * sk_cover_picture_leave:
 *
 * Waits no longer for the picture that is on its way.
 */
void
sk_cover_picture_leave (SkCoverPicture *self)
{
  cancel (self);
  if (self->texture == NULL)
    self->width = self->height = 0;
}

/**
 * sk_cover_picture_is_whole:
 *
 * Returns: whether nothing of what is drawn below can be seen
 */
gboolean
sk_cover_picture_is_whole (SkCoverPicture *self)
{
  return self->texture != NULL &&
         (self->fade == NULL || adw_animation_get_state (self->fade) == ADW_ANIMATION_FINISHED);
}

/**
 * sk_cover_picture_snapshot:
 *
 * Draws the middle of the picture over all of the cover, as far as it has come.
 */
void
sk_cover_picture_snapshot (SkCoverPicture *self,
                           GtkSnapshot    *snapshot)
{
  const float width = (float) gtk_widget_get_width (self->cover);
  const float height = (float) gtk_widget_get_height (self->cover);
  float scale;
  float picture_width;
  float picture_height;

  if (self->texture == NULL)
    return;

  picture_width = (float) gdk_texture_get_width (self->texture);
  picture_height = (float) gdk_texture_get_height (self->texture);
  scale = MAX (width / picture_width, height / picture_height);
  picture_width *= scale;
  picture_height *= scale;

  gtk_snapshot_push_opacity (snapshot, self->fade != NULL ? adw_animation_get_value (self->fade) : 1);
  gtk_snapshot_append_scaled_texture (
    snapshot, self->texture, GSK_SCALING_FILTER_LINEAR,
    &GRAPHENE_RECT_INIT ((width - picture_width) / 2, (height - picture_height) / 2, picture_width,
                         picture_height));
  gtk_snapshot_pop (snapshot);
}
