/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-pin.h"

#include <string.h>

typedef SkBlock *(*MendFunc) (SkBlock *block, gpointer data);

static GPtrArray *
mend_blocks (GPtrArray *blocks,
             MendFunc   mend,
             gpointer   data)
{
  GPtrArray *mended = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (blocks, i);
      g_auto (SkBlockFields) fields;
      g_autoptr (SkBlock) whole = NULL;

      sk_block_copy_fields (block, &fields);
      if (fields.lanes != NULL)
        {
          GPtrArray *lanes = mend_blocks (fields.lanes, mend, data);

          g_ptr_array_unref (fields.lanes);
          fields.lanes = lanes;
        }

      whole = sk_block_new (&fields);
      g_ptr_array_add (mended, mend (whole, data));
    }

  return mended;
}

static void
take_tool (SkBlockFields *fields,
           SkBlock       *ours)
{
  if (fields->kind != SK_BLOCK_TOOL || fields->resource != NULL ||
      g_strcmp0 (fields->resource_id, sk_block_get_resource_id (ours)) != 0)
    return;

  if (sk_block_get_resource (ours) != NULL)
    fields->resource = g_object_ref (sk_block_get_resource (ours));
  fields->snapshot = g_strdup (sk_block_get_snapshot (ours));
  fields->withdrawn = sk_block_get_withdrawn (ours);
  fields->kept = g_strdup (sk_block_get_kept (ours));
  if (fields->materials == NULL)
    fields->materials = g_strdupv ((GStrv) sk_block_get_materials (ours));
}

static SkBlock *
complete_block (SkBlock  *block,
                gpointer  data)
{
  SkBlock *ours = sk_session_find_block (data, sk_block_get_id (block), NULL);
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  if (ours == NULL)
    return g_object_ref (block);

  sk_block_copy_fields (block, &fields);
  take_tool (&fields, ours);
  if (fields.note == NULL || *fields.note == '\0')
    g_set_str (&fields.note, sk_block_get_note (ours));
  if (fields.reasons == NULL)
    fields.reasons = g_strdupv ((GStrv) sk_block_get_reasons (ours));
  if (fields.more == NULL && sk_block_get_more (ours) != NULL)
    fields.more = json_object_ref (sk_block_get_more (ours));

  return sk_block_new (&fields);
}

/**
 * sk_session_complete:
 * @self: a session from a link
 * @ours: the copy of it that is here, older or newer
 *
 * Puts back what a link leaves out and the copy has, block by block: private notes, the records of
 * tools, and what a newer Sidekick wrote. So a session that comes back as a link loses nothing.
 *
 * Returns: (transfer full): @self with all of that
 */
SkSession *
sk_session_complete (SkSession *self,
                     SkSession *ours)
{
  g_auto (SkSessionFields) fields;
  GPtrArray *blocks;

  sk_session_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION (self), NULL);
  g_return_val_if_fail (SK_IS_SESSION (ours), NULL);

  if (strcmp (sk_session_get_id (self), sk_session_get_id (ours)) != 0)
    return g_object_ref (self);

  sk_session_copy_fields (self, &fields);
  blocks = mend_blocks (fields.blocks, complete_block, ours);
  g_ptr_array_unref (fields.blocks);
  fields.blocks = blocks;
  fields.archived = sk_session_get_archived (ours);
  if (fields.more == NULL && sk_session_get_more (ours) != NULL)
    fields.more = json_object_ref (sk_session_get_more (ours));

  return sk_session_new (&fields);
}

static SkBlock *
pin_block (SkBlock  *block,
           gpointer  data)
{
  const char *id = sk_block_get_resource_id (block);
  g_auto (SkBlockFields) fields;
  g_autoptr (SkResource) resource = NULL;
  g_autoptr (SkBlock) fresh = NULL;
  guint32 record;

  sk_block_fields_init (&fields);
  if (sk_block_get_kind (block) != SK_BLOCK_TOOL || sk_block_get_resource (block) != NULL ||
      id == NULL || !sk_index_find (data, id, &record))
    return g_object_ref (block);

  resource = sk_index_dup_resource (data, record);
  fresh = sk_block_new_tool (resource, NULL);

  sk_block_copy_fields (block, &fields);
  fields.resource = g_steal_pointer (&resource);
  fields.snapshot = g_strdup (sk_block_get_snapshot (fresh));
  if (fields.materials == NULL)
    fields.materials = g_strdupv ((GStrv) sk_block_get_materials (fresh));

  return sk_block_new (&fields);
}

/**
 * sk_session_pin:
 * @self: a session, of whose tools some are known by their ids alone
 * @index: the catalogue
 *
 * Pins the records of those tools that the catalogue has. Titles and minutes stay as planned.
 *
 * Returns: (transfer full): @self with those records
 */
SkSession *
sk_session_pin (SkSession *self,
                SkIndex   *index)
{
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_val_if_fail (SK_IS_SESSION (self), NULL);
  g_return_val_if_fail (SK_IS_INDEX (index), NULL);

  blocks = mend_blocks (sk_session_get_blocks (self), pin_block, index);
  return sk_session_with_blocks (self, blocks);
}
