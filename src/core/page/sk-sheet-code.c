/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sheet-code.h"

#include "session/sk-handoff.h"
#include "sk-sheet-plan.h"

/* A code is as wide as this, or wider where its modules would be too small for a camera; but not
 * wider than that. */
#define USUAL_SIZE (27.0 * SK_POINTS_A_MM)
#define LARGEST_SIZE (38.0 * SK_POINTS_A_MM)
#define LEAST_MODULE (0.335 * SK_POINTS_A_MM)

static double
get_size (const SkQr *code)
{
  return MAX (USUAL_SIZE, sk_qr_get_size (code) * LEAST_MODULE);
}

/* The code of a session as a link; NULL where it is too large for paper. */
static SkQr *
encode (SkSession *session)
{
  g_autofree char *link = sk_handoff_write (session);
  g_autoptr (SkQr) code = sk_qr_new (link, NULL);

  return code != NULL && get_size (code) <= LARGEST_SIZE ? g_steal_pointer (&code) : NULL;
}

static SkBlock *
strip_block (SkBlock *block)
{
  g_auto (SkBlockFields) fields = {0};

  sk_block_copy_fields (block, &fields);
  g_clear_pointer (&fields.goal, g_free);
  g_clear_pointer (&fields.materials, g_strfreev);
  for (guint i = 0; fields.lanes != NULL && i < fields.lanes->len; i++)
    {
      SkBlock *lane = g_ptr_array_index (fields.lanes, i);

      fields.lanes->pdata[i] = strip_block (lane);
      g_object_unref (lane);
    }

  return sk_block_new (&fields);
}

/* A session without what is written out beside the code: its aims, and what and why of each block.
 * It counts as older than the session itself, so that it never takes the place of that. */
static SkSession *
strip (SkSession *session)
{
  g_auto (SkSessionFields) fields = {0};

  sk_session_copy_fields (session, &fields);
  g_clear_pointer (&fields.aims, g_free);
  g_clear_pointer (&fields.edits, g_hash_table_unref);
  for (guint i = 0; i < fields.blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (fields.blocks, i);

      fields.blocks->pdata[i] = strip_block (block);
      g_object_unref (block);
    }

  return sk_session_new (&fields);
}

/**
 * sk_sheet_code_new:
 * @size: (out): how wide it is printed, in points; the usual width where there is none
 *
 * Makes the code that stands on the leader's sheet and holds the session: all of it, or where
 * that has too many modules for a camera, what is not written out on the sheet.
 *
 * Returns: (transfer full) (nullable): the code; %NULL where the session is too large for one
 */
SkQr *
sk_sheet_code_new (SkSession *session,
                   double    *size)
{
  g_autoptr (SkQr) code = encode (session);

  if (code == NULL)
    {
      g_autoptr (SkSession) stripped = strip (session);

      code = encode (stripped);
    }

  *size = code != NULL ? get_size (code) : USUAL_SIZE;
  return g_steal_pointer (&code);
}
