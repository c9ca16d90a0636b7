/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-stretch.h"

/**
 * sk_stretches_new:
 * @timetable: the times of a session
 *
 * Returns: (transfer full) (element-type SkStretch): its stretches, in order; of a session that
 *   begins with a locked block the first one is empty
 */
GArray *
sk_stretches_new (SkTimetable *timetable)
{
  GArray *stretches = NULL;
  SkStretch stretch = {0};

  g_return_val_if_fail (timetable != NULL, NULL);

  stretches = g_array_new (FALSE, TRUE, sizeof (SkStretch));
  for (guint i = 0; i < sk_timetable_get_size (timetable); i++)
    {
      const SkSlot *slot = sk_timetable_get_slot (timetable, i);

      if (slot->locked)
        {
          stretch.bounded = TRUE;
          stretch.free = slot->gap;
          g_array_append_val (stretches, stretch);
          stretch = (SkStretch) {.first = i};
        }
      stretch.n_blocks++;
      stretch.excess = slot->overrun;
    }

  stretch.bounded = sk_timetable_has_bell (timetable);
  stretch.free = sk_timetable_get_free (timetable);
  g_array_append_val (stretches, stretch);

  return stretches;
}

/**
 * sk_stretch_is_closing:
 * @block: a block
 *
 * Returns: whether it belongs at the end, and stays as it is however late one is: nobody goes home
 *   without the debriefing, or without knowing where to find help
 */
gboolean
sk_stretch_is_closing (SkBlock *block)
{
  SkBlockKind kind;

  g_return_val_if_fail (SK_IS_BLOCK (block), FALSE);

  kind = sk_block_get_kind (block);
  return kind == SK_BLOCK_DEBRIEF || kind == SK_BLOCK_HELP;
}

/**
 * sk_stretch_find_place:
 * @session: the session that it is a part of
 *
 * Finds where a block that comes into the stretch goes: last, but before the debriefing.
 *
 * Returns: the position that it gets; -1 where the debriefing itself has a fixed time, so that
 *   nothing comes before it in this stretch
 */
int
sk_stretch_find_place (const SkStretch *self,
                       SkSession       *session)
{
  guint place;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (SK_IS_SESSION (session), -1);

  for (place = self->first + self->n_blocks; place > self->first; place--)
    {
      SkBlock *block = sk_session_get_block (session, place - 1);

      if (!sk_stretch_is_closing (block))
        break;
      if (sk_block_get_lock (block) != SK_BLOCK_UNLOCKED)
        return -1;
    }

  return (int) place;
}
