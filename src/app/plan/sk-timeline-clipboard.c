/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-private.h"

static GdkClipboard *
get_clipboard (SkTimeline *self)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (self));
}

/* Puts what is chosen on the clipboard. */
void
sk_timeline_copy (SkTimeline *self)
{
  g_auto (GStrv) ids = sk_timeline_dup_targets (self);
  g_autoptr (SkBlockClip) clip = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  if (g_strv_length (ids) == 0)
    return;
  clip = sk_block_clip_new (sk_timeline_get_session (self), (const char * const *) ids);
  content = sk_block_clip_provide (clip);
  gdk_clipboard_set_content (get_clipboard (self), content);
}

/* After the last of what is chosen, else at the end. */
static guint
find_place (SkTimeline *self)
{
  SkSession *session = sk_timeline_get_session (self);
  g_auto (GStrv) ids = sk_timeline_dup_targets (self);
  const guint n_ids = g_strv_length (ids);
  SkBlockPlace place;

  if (n_ids == 0 || sk_session_find_block (session, ids[n_ids - 1], &place) == NULL)
    return sk_session_get_n_blocks (session);
  return place.position + 1;
}

static void
paste (SkTimeline *self,
       GPtrArray  *blocks)
{
  if (blocks == NULL || !sk_session_insert_blocks (self->editor, find_place (self), blocks))
    return;
  sk_timeline_go_to (self, sk_block_get_id (g_ptr_array_index (blocks, 0)));
}

/* The tool of the catalogue that an address is of, or else a block for each line. */
GPtrArray *
sk_timeline_read_text (SkTimeline *self,
                       const char *text)
{
  SkIndex *index = self->catalogue != NULL ? sk_catalogue_get_index (self->catalogue) : NULL;
  g_autofree char *address = g_strstrip (g_strdup (text));
  g_autoptr (SkBlockClip) clip = NULL;
  guint32 record;

  if (index != NULL && sk_index_find (index, address, &record))
    {
      g_autoptr (SkResource) resource = sk_index_dup_resource (index, record);
      GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (blocks, sk_block_new_tool (resource, sk_session_get_languages (
                                                              sk_timeline_get_session (self))));
      return blocks;
    }

  clip = sk_block_clip_new_from_text (text);
  return clip != NULL ? sk_block_clip_make_copies (clip) : NULL;
}

static void
on_text (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (SkTimeline) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (GPtrArray) blocks = NULL;

  if (text == NULL || !sk_timeline_can_edit (self))
    return;
  blocks = sk_timeline_read_text (self, text);
  paste (self, blocks);
}

static void
on_clip (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (SkTimeline) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (GPtrArray) blocks = NULL;

  if (value == NULL || !sk_timeline_can_edit (self))
    return;
  blocks = sk_block_clip_make_copies (g_value_get_boxed (value));
  paste (self, blocks);
}

/* Puts what is on the clipboard after what is chosen: blocks, of another program too, or text. */
void
sk_timeline_paste (SkTimeline *self)
{
  GdkClipboard *clipboard = get_clipboard (self);
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (
    gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  if (gdk_content_formats_contain_gtype (formats, SK_TYPE_BLOCK_CLIP))
    gdk_clipboard_read_value_async (clipboard, SK_TYPE_BLOCK_CLIP, G_PRIORITY_DEFAULT, NULL,
                                    on_clip, g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    gdk_clipboard_read_text_async (clipboard, NULL, on_text, g_object_ref (self));
}
