/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-remedy-private.h"

static void
add_left_out (GPtrArray *remedies,
              SkSession *session,
              guint      position)
{
  const SkRemedyChange change
      = { .kind = SK_REMEDY_LEAVE_OUT, .block = sk_session_get_block (session, position) };
  g_autoptr (GPtrArray) others = sk_remedy_dup_others (session, position);
  g_autoptr (SkSession) after = sk_session_with_blocks (session, others);

  g_ptr_array_add (remedies, sk_remedy_new (session, after, &change));
}

static void
add_shorter (GPtrArray *remedies,
             SkSession *session,
             SkBlock   *block)
{
  const guint minutes = sk_block_get_minutes_min (block);
  const SkRemedyChange change = { .kind = SK_REMEDY_SHORTEN, .block = block, .minutes = minutes };
  g_autoptr (SkBlock) shorter = sk_remedy_with_minutes (block, minutes);
  g_autoptr (SkSession) after = sk_session_with_block (session, shorter);

  g_ptr_array_add (remedies, sk_remedy_new (session, after, &change));
}

static void
add_kept (GPtrArray *remedies,
          SkSession *session,
          SkBlock   *block)
{
  const SkRemedyChange change
      = { .kind = SK_REMEDY_KEEP, .block = block, .minutes = sk_block_get_minutes (block) };

  g_ptr_array_add (remedies, sk_remedy_new (session, session, &change));
}

/* What is known to bear no cut: the debriefing and the help, what is as short as it may be, and
 * what begins at a fixed time with nobody saying that it may be shorter. */
static gboolean
is_kept (SkBlock *block)
{
  const guint shortest = sk_block_get_minutes_min (block);

  if (sk_stretch_is_closing (block))
    return TRUE;

  return shortest > 0 ? shortest >= sk_block_get_minutes (block)
                      : sk_block_get_lock (block) != SK_BLOCK_UNLOCKED;
}

/* By kind, and the one that wins most first; what is kept stays in the order of the session. */
static int
compare_remedies (gconstpointer a,
                  gconstpointer b)
{
  SkRemedy *one = *(SkRemedy **) a;
  SkRemedy *other = *(SkRemedy **) b;
  const gboolean one_leaves_out = sk_remedy_get_kind (one) == SK_REMEDY_LEAVE_OUT;
  const gboolean other_leaves_out = sk_remedy_get_kind (other) == SK_REMEDY_LEAVE_OUT;

  if (one_leaves_out != other_leaves_out)
    return one_leaves_out ? -1 : 1;

  return (int) sk_remedy_get_won (other) - (int) sk_remedy_get_won (one);
}

/**
 * sk_remedy_list_for_late:
 * @session: a session
 *
 * Says beforehand what to do if one is late: what may be left out, then what may be shorter and how
 * short, then what is never cut. Only what somebody stated is in the list, and never the debriefing
 * or the help but as what is kept.
 *
 * Returns: (transfer full) (element-type SkRemedy): of the kinds %SK_REMEDY_LEAVE_OUT,
 *   %SK_REMEDY_SHORTEN and %SK_REMEDY_KEEP, in that order
 */
GPtrArray *
sk_remedy_list_for_late (SkSession *session)
{
  GPtrArray *remedies = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *blocks = NULL;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  blocks = sk_session_get_blocks (session);
  for (guint i = 0; i < blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (blocks, i);

      if (sk_stretch_is_closing (block))
        continue;
      if (sk_block_get_skippable (block))
        add_left_out (remedies, session, i);
      else if (!is_kept (block) && sk_block_get_minutes_min (block) > 0)
        add_shorter (remedies, session, block);
    }
  g_ptr_array_sort (remedies, compare_remedies);

  for (guint i = 0; i < blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (blocks, i);

      if (is_kept (block) && (sk_stretch_is_closing (block) || !sk_block_get_skippable (block)))
        add_kept (remedies, session, block);
    }

  return remedies;
}
