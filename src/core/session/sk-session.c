/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-private.h"

struct _SkSession
{
  GObject parent_instance;

  SkSessionFields fields;
};

G_DEFINE_FINAL_TYPE (SkSession, sk_session, G_TYPE_OBJECT)

static void
sk_session_finalize (GObject *object)
{
  sk_session_fields_clear (&SK_SESSION (object)->fields);

  G_OBJECT_CLASS (sk_session_parent_class)->finalize (object);
}

static void
sk_session_class_init (SkSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_session_finalize;
}

static void
sk_session_init (SkSession *self)
{
}

/**
 * sk_session_new:
 * @fields: what the session is; emptied
 *
 * Makes a session of what is given, mending what no session can be: an id that is no UUID and
 * block ids that are there twice are made anew, times are cut to the minute, the bell is told in
 * the start's zone and dropped where it does not come after the start, languages that are missing
 * are that of the person at this machine.
 *
 * Returns: (transfer full): a new session
 */
SkSession *
sk_session_new (SkSessionFields *fields)
{
  SkSession *self;

  g_return_val_if_fail (fields != NULL, NULL);

  sk_session_fields_normalise (fields);
  self = g_object_new (SK_TYPE_SESSION, NULL);
  self->fields = *fields;
  *fields = (SkSessionFields) {0};
  return self;
}

/**
 * sk_session_copy_fields:
 * @self: a session
 * @fields: (out caller-allocates): what it is made from; clear them, or make a session of them
 *
 * Copies what a session is, its id too, to make a changed one of.
 */
void
sk_session_copy_fields (SkSession       *self,
                        SkSessionFields *fields)
{
  g_return_if_fail (fields != NULL);
  sk_session_fields_init (fields);
  g_return_if_fail (SK_IS_SESSION (self));

  sk_session_fields_copy (&self->fields, fields);
}

/**
 * sk_session_dup_as_new:
 * @self: a session
 * @title: (nullable): the other's title; %NULL for the same
 *
 * Returns: (transfer full): another session of the same content, with a new id and no past; its
 *   blocks keep their ids, which are their session's own
 */
SkSession *
sk_session_dup_as_new (SkSession  *self,
                       const char *title)
{
  g_auto (SkSessionFields) fields;

  sk_session_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION (self), NULL);

  sk_session_copy_fields (self, &fields);
  g_clear_pointer (&fields.id, g_free);
  g_clear_pointer (&fields.edits, g_hash_table_unref);
  fields.archived = FALSE;
  fields.modified = 0;
  if (title != NULL)
    g_set_str (&fields.title, title);

  return sk_session_new (&fields);
}

#define DEFINE_GETTER(type, member, otherwise)                                                     \
  type sk_session_get_##member (SkSession *self)                                                   \
  {                                                                                                \
    g_return_val_if_fail (SK_IS_SESSION (self), otherwise);                                        \
                                                                                                   \
    return self->fields.member;                                                                    \
  }

/**
 * sk_session_get_id:
 *
 * Returns: the UUID that names it, here and wherever it is sent to
 */
DEFINE_GETTER (const char *, id, NULL)

/**
 * sk_session_get_title:
 *
 * Returns: its title, maybe ""
 */
DEFINE_GETTER (const char *, title, NULL)

/**
 * sk_session_get_start:
 *
 * Returns: (transfer none): when it begins, in its zone
 */
DEFINE_GETTER (GDateTime *, start, NULL)

/**
 * sk_session_get_end:
 *
 * Returns: (transfer none) (nullable): the bell, after the start and in the same zone; %NULL
 *   where there is none
 */
DEFINE_GETTER (GDateTime *, end, NULL)

/**
 * sk_session_get_place:
 *
 * Returns: where it is; "" where not said
 */
DEFINE_GETTER (const char *, place, NULL)

/**
 * sk_session_get_languages:
 * @self: a session
 *
 * Returns: (transfer none): the BCP 47 tags of the group's languages, one at least; the first
 *   one leads
 */
const char * const *
sk_session_get_languages (SkSession *self)
{
  g_return_val_if_fail (SK_IS_SESSION (self), NULL);

  return (const char * const *) self->fields.languages;
}

/**
 * sk_session_get_group:
 *
 * Returns: what the group is called; "" where not said
 */
DEFINE_GETTER (const char *, group, NULL)

/**
 * sk_session_get_ages:
 * @self: a session
 * @ages: (out) (optional): how old the group is, in years
 *
 * Returns: whether that is said
 */
gboolean
sk_session_get_ages (SkSession  *self,
                     SkAgeRange *ages)
{
  g_return_val_if_fail (SK_IS_SESSION (self), FALSE);

  if (self->fields.has_ages && ages != NULL)
    *ages = self->fields.ages;

  return self->fields.has_ages;
}

/**
 * sk_session_get_size:
 *
 * Returns: how many people the group has; 0 where not said
 */
DEFINE_GETTER (guint, size, 0)

/**
 * sk_session_get_setting:
 *
 * Returns: (nullable): the URI of the setting it is in
 */
DEFINE_GETTER (const char *, setting, NULL)

/**
 * sk_session_get_room:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what the room has, of the six needs; %NULL where nothing
 *   is said of the room, which is not a room that has nothing
 */
const char * const *
sk_session_get_room (SkSession *self)
{
  g_return_val_if_fail (SK_IS_SESSION (self), NULL);

  return self->fields.room_stated ? (const char * const *) self->fields.room : NULL;
}

/**
 * sk_session_has_need:
 * @self: a session
 * @need: one of the six needs
 *
 * Returns: whether the room is said to have it
 */
gboolean
sk_session_has_need (SkSession  *self,
                     const char *need)
{
  g_return_val_if_fail (SK_IS_SESSION (self), FALSE);
  g_return_val_if_fail (need != NULL, FALSE);

  return g_strv_contains ((const char * const *) self->fields.room, need);
}

/**
 * sk_session_get_aims:
 *
 * Returns: what it is for; "" where not said
 */
DEFINE_GETTER (const char *, aims, NULL)

/**
 * sk_session_get_archived:
 *
 * Returns: whether it was put away
 */
DEFINE_GETTER (gboolean, archived, FALSE)

/**
 * sk_session_get_blocks:
 *
 * Returns: (transfer none) (element-type SkBlock): its blocks in their order. Not to be changed
 */
DEFINE_GETTER (GPtrArray *, blocks, NULL)

/**
 * sk_session_get_n_blocks:
 * @self: a session
 *
 * Returns: how many blocks it has, groups as one
 */
guint
sk_session_get_n_blocks (SkSession *self)
{
  g_return_val_if_fail (SK_IS_SESSION (self), 0);

  return self->fields.blocks->len;
}

/**
 * sk_session_get_block:
 * @self: a session
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the block there; %NULL past the last one
 */
SkBlock *
sk_session_get_block (SkSession *self,
                      guint      position)
{
  g_return_val_if_fail (SK_IS_SESSION (self), NULL);

  return position < self->fields.blocks->len ? g_ptr_array_index (self->fields.blocks, position)
                                             : NULL;
}

/**
 * sk_session_find_block:
 * @self: a session
 * @id: (nullable): the id of a block or of a lane
 * @place: (out) (optional): where it is
 *
 * Returns: (transfer none) (nullable): the block of that id
 */
SkBlock *
sk_session_find_block (SkSession    *self,
                       const char   *id,
                       SkBlockPlace *place)
{
  g_return_val_if_fail (SK_IS_SESSION (self), NULL);

  for (guint i = 0; i < self->fields.blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (self->fields.blocks, i);
      GPtrArray *lanes = sk_block_get_lanes (block);

      for (int j = -1; j < (lanes != NULL ? (int) lanes->len : 0); j++)
        {
          SkBlock *candidate = j < 0 ? block : g_ptr_array_index (lanes, j);

          if (g_strcmp0 (sk_block_get_id (candidate), id) != 0)
            continue;
          if (place != NULL)
            *place = (SkBlockPlace) {i, j};
          return candidate;
        }
    }

  return NULL;
}

static void
add_tools (GPtrArray *tools,
           GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (blocks, i);

      if (sk_block_get_kind (block) == SK_BLOCK_TOOL)
        g_ptr_array_add (tools, g_object_ref (block));
      add_tools (tools, sk_block_get_lanes (block));
    }
}

/**
 * sk_session_list_tools:
 * @self: a session
 *
 * Returns: (transfer full) (element-type SkBlock): its blocks and lanes that are tools
 */
GPtrArray *
sk_session_list_tools (SkSession *self)
{
  GPtrArray *tools;

  g_return_val_if_fail (SK_IS_SESSION (self), NULL);

  tools = g_ptr_array_new_with_free_func (g_object_unref);
  add_tools (tools, self->fields.blocks);
  return tools;
}

/**
 * sk_session_get_edits:
 *
 * Returns: (transfer none) (element-type utf8 guint): how many changes each sitting made, as
 *   GUINT_TO_POINTER(). Not to be changed
 */
DEFINE_GETTER (GHashTable *, edits, NULL)

/**
 * sk_session_get_modified:
 *
 * Returns: when it was last changed, in seconds since the epoch; 0 where not known
 */
DEFINE_GETTER (gint64, modified, 0)

/**
 * sk_session_get_more:
 *
 * Returns: (transfer none) (nullable): fields of its file that this version does not know
 */
DEFINE_GETTER (JsonObject *, more, NULL)

/**
 * sk_session_with_blocks:
 * @self: a session
 * @blocks: (element-type SkBlock): other blocks
 *
 * Returns: (transfer full): the same session with those blocks
 */
SkSession *
sk_session_with_blocks (SkSession *self,
                        GPtrArray *blocks)
{
  g_auto (SkSessionFields) fields;

  sk_session_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION (self), NULL);
  g_return_val_if_fail (blocks != NULL, NULL);

  sk_session_copy_fields (self, &fields);
  g_ptr_array_unref (fields.blocks);
  fields.blocks = sk_blocks_copy (blocks);
  return sk_session_new (&fields);
}

static SkBlock *
with_lane (SkBlock *groups,
           guint    lane,
           SkBlock *block)
{
  g_auto (SkBlockFields) fields;

  sk_block_copy_fields (groups, &fields);
  g_object_unref (g_ptr_array_index (fields.lanes, lane));
  g_ptr_array_index (fields.lanes, lane) = g_object_ref (block);
  return sk_block_new (&fields);
}

/**
 * sk_session_with_block:
 * @self: a session
 * @block: a state of one of its blocks or lanes
 *
 * Returns: (transfer full): the same session, where the block of that id is @block; @self where
 *   there is none
 */
SkSession *
sk_session_with_block (SkSession *self,
                       SkBlock   *block)
{
  g_autoptr (GPtrArray) blocks = NULL;
  SkBlockPlace place;
  SkBlock *old;

  g_return_val_if_fail (SK_IS_SESSION (self), NULL);
  g_return_val_if_fail (SK_IS_BLOCK (block), NULL);

  if (sk_session_find_block (self, sk_block_get_id (block), &place) == NULL)
    return g_object_ref (self);

  blocks = sk_blocks_copy (self->fields.blocks);
  old = g_ptr_array_index (blocks, place.position);
  g_ptr_array_index (blocks, place.position) =
    place.lane < 0 ? g_object_ref (block) : with_lane (old, (guint) place.lane, block);
  g_object_unref (old);
  return sk_session_with_blocks (self, blocks);
}

/**
 * sk_session_equal:
 * @a: a session
 * @b: a session
 *
 * Returns: whether both are the same session in the same state, however they came to it: who made
 *   how many changes, and when, is not compared
 */
gboolean
sk_session_equal (SkSession *a,
                  SkSession *b)
{
  g_return_val_if_fail (SK_IS_SESSION (a), FALSE);
  g_return_val_if_fail (SK_IS_SESSION (b), FALSE);

  return a == b || sk_session_fields_equal (&a->fields, &b->fields);
}

/**
 * sk_session_dup_time:
 * @self: a session
 * @minutes: minutes that have passed since its start
 *
 * Returns: (transfer full): the local time then, in the session's zone
 */
GDateTime *
sk_session_dup_time (SkSession *self,
                     int        minutes)
{
  g_return_val_if_fail (SK_IS_SESSION (self), NULL);

  return g_date_time_add_minutes (self->fields.start, minutes);
}
