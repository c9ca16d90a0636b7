/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-clip.h"

#include "session/sk-block-words.h"
#include "session/sk-session-format.h"

struct _SkBlockClip
{
  SkSession *session;         /* of these blocks alone */
  char *origin;               /* the session that they are in; NULL when of another program */
};

static void register_formats (GType type);

GType
sk_block_clip_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      GType registered = g_boxed_type_register_static (g_intern_static_string ("SkBlockClip"),
                                                       (GBoxedCopyFunc) sk_block_clip_ref,
                                                       (GBoxedFreeFunc) sk_block_clip_unref);

      register_formats (registered);
      g_once_init_leave (&type, registered);
    }
  return type;
}

static SkBlockClip *
make (SkSession  *session,
      const char *origin)
{
  SkBlockClip *self = g_atomic_rc_box_new0 (SkBlockClip);

  self->session = g_object_ref (session);
  self->origin = g_strdup (origin);
  return self;
}

static gboolean
is_named (SkBlock            *block,
          const char * const *ids)
{
  return g_strv_contains (ids, sk_block_get_id (block));
}

/**
 * sk_block_clip_new:
 * @session: a session
 * @ids: (array zero-terminated=1): blocks and lanes of it
 *
 * Returns: (transfer full): those blocks, in the order of @session
 */
SkBlockClip *
sk_block_clip_new (SkSession          *session,
                   const char * const *ids)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkSession) clipped = NULL;
  GPtrArray *all = sk_session_get_blocks (session);

  for (guint i = 0; i < all->len; i++)
    {
      SkBlock *block = g_ptr_array_index (all, i);
      GPtrArray *lanes = sk_block_get_lanes (block);

      if (is_named (block, ids))
        {
          g_ptr_array_add (blocks, g_object_ref (block));
          continue;
        }
      for (guint lane = 0; lanes != NULL && lane < lanes->len; lane++)
        if (is_named (g_ptr_array_index (lanes, lane), ids))
          g_ptr_array_add (blocks, g_object_ref (g_ptr_array_index (lanes, lane)));
    }

  clipped = sk_session_with_blocks (session, blocks);
  return make (clipped, sk_session_get_id (session));
}

/**
 * sk_block_clip_new_from_text:
 * @text: what somebody wrote
 *
 * Returns: (transfer full) (nullable): a block for each line of it, up to twenty; %NULL where
 *   there is nothing in it
 */
SkBlockClip *
sk_block_clip_new_from_text (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 20);
  g_auto (SkSessionFields) fields;
  g_autoptr (SkSession) session = NULL;

  sk_session_fields_init (&fields);
  fields.blocks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (fields.blocks, sk_block_new_own (SK_BLOCK_DO, lines[i], 10));
  if (fields.blocks->len == 0)
    return NULL;

  session = sk_session_new (&fields);
  return make (session, NULL);
}

/**
 * sk_block_clip_ref:
 *
 * Returns: (transfer full): @self
 */
SkBlockClip *
sk_block_clip_ref (SkBlockClip *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SkBlockClip *self = data;

  g_object_unref (self->session);
  g_free (self->origin);
}

/**
 * sk_block_clip_unref:
 * @self: (transfer full): some blocks
 *
 * Lets go of a reference.
 */
void
sk_block_clip_unref (SkBlockClip *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * sk_block_clip_get_blocks:
 *
 * Returns: (transfer none) (element-type SkBlock): the blocks, with the ids that they have where
 *   they come from
 */
GPtrArray *
sk_block_clip_get_blocks (SkBlockClip *self)
{
  return sk_session_get_blocks (self->session);
}

/**
 * sk_block_clip_is_of:
 * @session: a session
 *
 * Returns: whether the blocks are in @session, so that they can be moved in it
 */
gboolean
sk_block_clip_is_of (SkBlockClip *self,
                     SkSession   *session)
{
  return g_strcmp0 (self->origin, sk_session_get_id (session)) == 0;
}

/**
 * sk_block_clip_dup_ids:
 *
 * Returns: (transfer full): the ids of the blocks
 */
GStrv
sk_block_clip_dup_ids (SkBlockClip *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *blocks = sk_block_clip_get_blocks (self);

  for (guint i = 0; i < blocks->len; i++)
    g_strv_builder_add (ids, sk_block_get_id (g_ptr_array_index (blocks, i)));
  return g_strv_builder_end (ids);
}

/**
 * sk_block_clip_make_copies:
 *
 * Returns: (transfer full) (element-type SkBlock): other blocks like these, which begin when the
 *   one before them ends: two cannot begin at the same time
 */
GPtrArray *
sk_block_clip_make_copies (SkBlockClip *self)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *blocks = sk_block_clip_get_blocks (self);

  for (guint i = 0; i < blocks->len; i++)
    {
      g_autoptr (SkBlock) copy = sk_block_dup_as_new (g_ptr_array_index (blocks, i));
      g_auto (SkBlockFields) fields;

      sk_block_copy_fields (copy, &fields);
      fields.lock = SK_BLOCK_UNLOCKED;
      g_ptr_array_add (copies, sk_block_new (&fields));
    }
  return copies;
}

static char *
write_text (SkBlockClip *self)
{
  GString *text = g_string_new (NULL);
  GPtrArray *blocks = sk_block_clip_get_blocks (self);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            sk_block_words_title (g_ptr_array_index (blocks, i)));
  return g_string_free_and_steal (text);
}

/**
 * sk_block_clip_provide:
 *
 * Returns: (transfer full): the blocks in every way in which they can be taken: by this program,
 *   by another one as a session file, by any as text
 */
GdkContentProvider *
sk_block_clip_provide (SkBlockClip *self)
{
  g_autoptr (GBytes) bytes = sk_session_format_write (self->session);
  g_autofree char *text = write_text (self);
  GdkContentProvider *ways[] = {
    gdk_content_provider_new_typed (SK_TYPE_BLOCK_CLIP, self),
    gdk_content_provider_new_for_bytes (SK_SESSION_MEDIA_TYPE, bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };

  return gdk_content_provider_new_union (ways, G_N_ELEMENTS (ways));
}

static void
on_read (GObject      *stream,
         GAsyncResult *result,
         gpointer      data)
{
  GdkContentDeserializer *reading = data;
  g_autoptr (SkVocabularies) vocabularies = NULL;
  g_autoptr (SkSession) session = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  gboolean newer;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, &error) >= 0)
    {
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      vocabularies = sk_vocabularies_new (&error);
    }
  if (vocabularies != NULL)
    session = sk_session_format_read (bytes, vocabularies, &newer, &error);
  if (session == NULL)
    {
      gdk_content_deserializer_return_error (reading, error);
      return;
    }

  g_value_take_boxed (gdk_content_deserializer_get_value (reading), make (session, NULL));
  gdk_content_deserializer_return_success (reading);
}

static void
read_clip (GdkContentDeserializer *reading)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_output_stream_splice_async (stream, gdk_content_deserializer_get_input_stream (reading),
                                G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                gdk_content_deserializer_get_priority (reading),
                                gdk_content_deserializer_get_cancellable (reading), on_read,
                                reading);
}

static void
register_formats (GType type)
{
  gdk_content_register_deserializer (SK_SESSION_MEDIA_TYPE, type, read_clip, NULL, NULL);
}
