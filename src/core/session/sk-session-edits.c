/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-private.h"

/* So many sittings are remembered: years of work. */
#define MAX_SITTINGS 512

/* Forgets another sitting than @kept. What is forgotten can only make two states count as apart,
 * never as one after the other, since the last change of each is always known. */
static void
forget_one (GHashTable *edits,
            const char *kept)
{
  GHashTableIter iter;
  const char *least = NULL;
  gpointer sitting;

  g_hash_table_iter_init (&iter, edits);
  while (g_hash_table_iter_next (&iter, &sitting, NULL))
    if (!g_str_equal (sitting, kept) && (least == NULL || strcmp (sitting, least) < 0))
      least = sitting;

  g_hash_table_remove (edits, least);
}

/**
 * sk_session_with_edit:
 * @self: a session
 * @sitting: the run of a program that changed it
 * @modified: when, in seconds since the epoch
 *
 * Returns: (transfer full): the same session, with one change more by @sitting
 */
SkSession *
sk_session_with_edit (SkSession  *self,
                      const char *sitting,
                      gint64      modified)
{
  g_auto (SkSessionFields) fields;
  guint count;

  sk_session_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION (self), NULL);
  g_return_val_if_fail (sitting != NULL, NULL);

  sk_session_copy_fields (self, &fields);
  count = GPOINTER_TO_UINT (g_hash_table_lookup (fields.edits, sitting));
  g_hash_table_insert (fields.edits, g_strdup (sitting), GUINT_TO_POINTER (count + 1));
  while (g_hash_table_size (fields.edits) > MAX_SITTINGS)
    forget_one (fields.edits, sitting);
  fields.modified = modified;
  return sk_session_new (&fields);
}

/* Whether @b counts every change that @a does. */
static gboolean
is_covered (GHashTable *a,
            GHashTable *b)
{
  GHashTableIter iter;
  gpointer sitting;
  gpointer count;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &sitting, &count))
    if (GPOINTER_TO_UINT (g_hash_table_lookup (b, sitting)) < GPOINTER_TO_UINT (count))
      return FALSE;

  return TRUE;
}

/**
 * sk_session_with_edits_of:
 * @self: a session
 * @other: another state of it
 *
 * Takes over what is known of its past: a state that was undone to comes after the one that it is
 * undone from, though what is in it is older.
 *
 * Returns: (transfer full): @self, with every change that @other counts counted too
 */
SkSession *
sk_session_with_edits_of (SkSession *self,
                          SkSession *other)
{
  g_auto (SkSessionFields) fields;
  GHashTableIter iter;
  gpointer sitting;
  gpointer count;

  sk_session_fields_init (&fields);
  g_return_val_if_fail (SK_IS_SESSION (self), NULL);
  g_return_val_if_fail (SK_IS_SESSION (other), NULL);

  if (is_covered (sk_session_get_edits (other), sk_session_get_edits (self)))
    return g_object_ref (self);

  sk_session_copy_fields (self, &fields);
  fields.modified = MAX (fields.modified, sk_session_get_modified (other));
  g_hash_table_iter_init (&iter, sk_session_get_edits (other));
  while (g_hash_table_iter_next (&iter, &sitting, &count))
    if (GPOINTER_TO_UINT (g_hash_table_lookup (fields.edits, sitting)) < GPOINTER_TO_UINT (count))
      g_hash_table_insert (fields.edits, g_strdup (sitting), count);
  return sk_session_new (&fields);
}

/**
 * sk_session_compare:
 * @a: a state of a session
 * @b: a state of a session
 *
 * Compares two states by the changes that led to them, so no clock has to be right. Two that went
 * apart and came to the same, as when two machines mark the same tool, have nothing to lose.
 *
 * Returns: how @a stands to @b; %SK_SESSION_APART for two different sessions
 */
SkSessionOrder
sk_session_compare (SkSession *a,
                    SkSession *b)
{
  gboolean is_older;
  gboolean is_newer;

  g_return_val_if_fail (SK_IS_SESSION (a), SK_SESSION_APART);
  g_return_val_if_fail (SK_IS_SESSION (b), SK_SESSION_APART);

  if (!g_str_equal (sk_session_get_id (a), sk_session_get_id (b)))
    return SK_SESSION_APART;

  is_older = is_covered (sk_session_get_edits (a), sk_session_get_edits (b));
  is_newer = is_covered (sk_session_get_edits (b), sk_session_get_edits (a));
  if (is_older != is_newer)
    return is_older ? SK_SESSION_OLDER : SK_SESSION_NEWER;

  return sk_session_equal (a, b) ? SK_SESSION_SAME : SK_SESSION_APART;
}
