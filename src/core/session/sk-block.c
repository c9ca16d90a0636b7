/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-private.h"

struct _SkBlock
{
  GObject parent_instance;

  SkBlockFields fields;
};

G_DEFINE_FINAL_TYPE (SkBlock, sk_block, G_TYPE_OBJECT)

static void
sk_block_finalize (GObject *object)
{
  sk_block_fields_clear (&SK_BLOCK (object)->fields);

  G_OBJECT_CLASS (sk_block_parent_class)->finalize (object);
}

static void
sk_block_class_init (SkBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_block_finalize;
}

static void
sk_block_init (SkBlock *self)
{
  sk_block_fields_init (&self->fields);
}

/**
 * sk_block_new:
 * @fields: what the block is; emptied
 *
 * Makes a block of what is given, mending what no block can be: minutes are clamped, a lock that
 * is no time of the day is none, a tool without an id is an activity, groups have two to four
 * lanes that last as long as they do and are no groups themselves, and a title is one line.
 *
 * Returns: (transfer full): a new block
 */
SkBlock *
sk_block_new (SkBlockFields *fields)
{
  SkBlock *self;

  g_return_val_if_fail (fields != NULL, NULL);

  sk_block_fields_normalise (fields);
  self = g_object_new (SK_TYPE_BLOCK, NULL);
  self->fields = *fields;
  sk_block_fields_init (fields);
  return self;
}

/**
 * sk_block_new_own:
 * @kind: neither %SK_BLOCK_TOOL nor %SK_BLOCK_GROUPS
 * @title: (nullable): its title; without one people read what its kind is called
 * @minutes: how long it lasts
 *
 * Returns: (transfer full): a block of one's own, with the activity that is usual for its kind
 */
SkBlock *
sk_block_new_own (SkBlockKind  kind,
                  const char  *title,
                  guint        minutes)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (kind < SK_N_BLOCK_KINDS, NULL);
  g_return_val_if_fail (kind != SK_BLOCK_TOOL && kind != SK_BLOCK_GROUPS, NULL);

  fields.kind = kind;
  fields.title = g_strdup (title);
  fields.minutes = minutes;
  fields.activity = sk_block_kind_get_activity (kind);
  return sk_block_new (&fields);
}

/**
 * sk_block_copy_fields:
 * @self: a block
 * @fields: (out caller-allocates): what it is made from; clear them, or make a block of them
 *
 * Copies what a block is, its id too, to make a changed one of.
 */
void
sk_block_copy_fields (SkBlock       *self,
                      SkBlockFields *fields)
{
  g_return_if_fail (fields != NULL);
  sk_block_fields_init (fields);
  g_return_if_fail (SK_IS_BLOCK (self));

  sk_block_fields_copy (&self->fields, fields);
}

/**
 * sk_block_dup_as_new:
 * @self: a block
 *
 * Returns: (transfer full): another block of the same content: it and its lanes have new ids
 */
SkBlock *
sk_block_dup_as_new (SkBlock *self)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_BLOCK (self), NULL);

  sk_block_copy_fields (self, &fields);
  g_clear_pointer (&fields.id, g_free);
  for (guint i = 0; fields.lanes != NULL && i < fields.lanes->len; i++)
    {
      SkBlock *lane = g_ptr_array_index (fields.lanes, i);

      g_ptr_array_index (fields.lanes, i) = sk_block_dup_as_new (lane);
      g_object_unref (lane);
    }

  return sk_block_new (&fields);
}

#define DEFINE_GETTER(type, member, otherwise)                                                     \
  type sk_block_get_##member (SkBlock *self)                                                       \
  {                                                                                                \
    g_return_val_if_fail (SK_IS_BLOCK (self), otherwise);                                          \
                                                                                                   \
    return self->fields.member;                                                                    \
  }

/* Where there is nothing, an empty list. */
#define DEFINE_LIST_GETTER(member)                                                                 \
  const char * const *sk_block_get_##member (SkBlock *self)                                        \
  {                                                                                                \
    static const char * const nothing[] = {NULL};                                                  \
                                                                                                   \
    g_return_val_if_fail (SK_IS_BLOCK (self), nothing);                                            \
                                                                                                   \
    return self->fields.member != NULL ? (const char * const *) self->fields.member : nothing;     \
  }

/**
 * sk_block_get_id:
 *
 * Returns: what names it in its session, for as long as it lives
 */
DEFINE_GETTER (const char *, id, NULL)

/**
 * sk_block_get_kind:
 *
 * Returns: what fills its minutes
 */
DEFINE_GETTER (SkBlockKind, kind, SK_BLOCK_DO)

/**
 * sk_block_get_title:
 *
 * Returns: its title, maybe ""; see [func@block_words_title]
 */
DEFINE_GETTER (const char *, title, NULL)

/**
 * sk_block_get_minutes:
 *
 * Returns: how long it lasts, from 1 to %SK_BLOCK_MAX_MINUTES
 */
DEFINE_GETTER (guint, minutes, 0)

/**
 * sk_block_get_minutes_guessed:
 *
 * Returns: whether its length is our guess by the tool's format
 */
DEFINE_GETTER (gboolean, minutes_guessed, FALSE)

/**
 * sk_block_get_minutes_min:
 *
 * Returns: the shortest sensible length in minutes; 0 where not stated
 */
DEFINE_GETTER (guint, minutes_min, 0)

/**
 * sk_block_get_skippable:
 *
 * Returns: whether a session that is late may leave it out
 */
DEFINE_GETTER (gboolean, skippable, FALSE)

/**
 * sk_block_get_lock:
 *
 * Returns: the minute of the day at which it begins whatever comes before, or %SK_BLOCK_UNLOCKED
 */
DEFINE_GETTER (int, lock, SK_BLOCK_UNLOCKED)

/**
 * sk_block_get_activity:
 *
 * Returns: what the group does in it
 */
DEFINE_GETTER (SkActivity, activity, SK_ACTIVITY_NONE)

/**
 * sk_block_get_goal:
 *
 * Returns: what it is for, as sheets say it; "" for nothing
 */
DEFINE_GETTER (const char *, goal, NULL)

/**
 * sk_block_get_note:
 *
 * Returns: what the leader alone reads; "" for nothing
 */
DEFINE_GETTER (const char *, note, NULL)

/**
 * sk_block_get_materials:
 *
 * Returns: (transfer none): what to put ready, a line each
 */
DEFINE_LIST_GETTER (materials)

/**
 * sk_block_get_size:
 *
 * Returns: how many people are in this lane; 0 where not said
 */
DEFINE_GETTER (guint, size, 0)

/**
 * sk_block_get_resource_id:
 *
 * Returns: (nullable): the id of its tool; %NULL where it is none
 */
DEFINE_GETTER (const char *, resource_id, NULL)

/**
 * sk_block_get_resource:
 *
 * Returns: (transfer none) (nullable): its tool as pinned; %NULL where it is none, or where only
 *   the tool's id is known
 */
DEFINE_GETTER (SkResource *, resource, NULL)

/**
 * sk_block_get_snapshot:
 *
 * Returns: (nullable): the JSON of the pinned record; %NULL where there is no record
 */
DEFINE_GETTER (const char *, snapshot, NULL)

/**
 * sk_block_get_withdrawn:
 *
 * Returns: whether the tool was no longer in the catalogue when that was last looked at
 */
DEFINE_GETTER (gboolean, withdrawn, FALSE)

/**
 * sk_block_get_kept:
 *
 * Returns: (nullable): the sha256 of the catalogue's newer record that was refused
 */
DEFINE_GETTER (const char *, kept, NULL)

/**
 * sk_block_get_reasons:
 *
 * Returns: (transfer none): why the composer chose it; empty where a person did
 */
DEFINE_LIST_GETTER (reasons)

/**
 * sk_block_get_lanes:
 *
 * Returns: (transfer none) (nullable) (element-type SkBlock): of groups, the two to four blocks
 *   side by side; %NULL in any other block. Not to be changed
 */
DEFINE_GETTER (GPtrArray *, lanes, NULL)

/**
 * sk_block_get_more:
 *
 * Returns: (transfer none) (nullable): fields of its file that this version does not know
 */
DEFINE_GETTER (JsonObject *, more, NULL)

/**
 * sk_block_get_family:
 * @self: a block
 *
 * Returns: (nullable): the family whose colour it wears: that of the first of its tool's themes
 *   that has one; %NULL for own blocks and groups
 */
const char *
sk_block_get_family (SkBlock *self)
{
  GPtrArray *themes;

  g_return_val_if_fail (SK_IS_BLOCK (self), NULL);

  if (self->fields.resource == NULL)
    return NULL;

  themes = sk_resource_get_concepts (self->fields.resource, SK_FACET_THEME);
  for (guint i = 0; themes != NULL && i < themes->len; i++)
    if (sk_concept_get_family (g_ptr_array_index (themes, i)) != NULL)
      return sk_concept_get_family (g_ptr_array_index (themes, i));

  return NULL;
}

/**
 * sk_block_needs:
 * @self: a block
 * @need: one of the six needs of [method@Resource.get_needs]
 *
 * Returns: whether its tool, or that of one of its lanes, states that the room must have it; a
 *   tool that states nothing may need it none the less
 */
gboolean
sk_block_needs (SkBlock    *self,
                const char *need)
{
  g_return_val_if_fail (SK_IS_BLOCK (self), FALSE);
  g_return_val_if_fail (need != NULL, FALSE);

  for (guint i = 0; self->fields.lanes != NULL && i < self->fields.lanes->len; i++)
    if (sk_block_needs (g_ptr_array_index (self->fields.lanes, i), need))
      return TRUE;

  return self->fields.resource != NULL &&
         g_strv_contains (sk_resource_get_needs (self->fields.resource), need);
}

/**
 * sk_block_equal:
 * @a: a block
 * @b: a block
 *
 * Returns: whether both are the same block in the same state
 */
gboolean
sk_block_equal (SkBlock *a,
                SkBlock *b)
{
  g_return_val_if_fail (SK_IS_BLOCK (a), FALSE);
  g_return_val_if_fail (SK_IS_BLOCK (b), FALSE);

  return a == b || sk_block_fields_equal (&a->fields, &b->fields);
}
