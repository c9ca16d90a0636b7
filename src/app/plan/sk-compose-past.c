/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-past.h"

#include <string.h>

static void
past_free (gpointer data)
{
  SkComposePast *past = data;

  g_free (past->id);
  g_free (past->title);
  g_clear_pointer (&past->time, g_date_time_unref);
  g_free (past);
}

static SkComposePast *
find (GPtrArray  *list,
      const char *id)
{
  for (guint i = 0; i < list->len; i++)
    {
      SkComposePast *past = g_ptr_array_index (list, i);

      if (g_str_equal (past->id, id))
        return past;
    }

  return NULL;
}

static void
add_block (GPtrArray *list,
           SkBlock   *block,
           GDateTime *time)
{
  const char *id = sk_block_get_resource_id (block);
  GPtrArray *lanes = sk_block_get_lanes (block);
  SkComposePast *past = id != NULL ? find (list, id) : NULL;

  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    add_block (list, g_ptr_array_index (lanes, i), time);

  if (id == NULL || (past != NULL && g_date_time_compare (past->time, time) >= 0))
    return;

  if (past == NULL)
    {
      past = g_new0 (SkComposePast, 1);
      past->id = g_strdup (id);
      g_ptr_array_add (list, past);
    }

  g_set_str (&past->title, sk_block_get_title (block));
  g_clear_pointer (&past->time, g_date_time_unref);
  past->time = g_date_time_ref (time);
}

static gboolean
is_same_group (const char *a,
               const char *b)
{
  g_autofree char *left = g_utf8_casefold (a != NULL ? a : "", -1);
  g_autofree char *right = g_utf8_casefold (b != NULL ? b : "", -1);

  return strcmp (g_strstrip (left), g_strstrip (right)) == 0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const SkComposePast *left = *(const SkComposePast * const *) a;
  const SkComposePast *right = *(const SkComposePast * const *) b;
  int order = g_date_time_compare (right->time, left->time);

  return order != 0 ? order : strcmp (left->id, right->id);
}

/**
 * sk_compose_past_list:
 * @folder: where sessions are
 * @group: (nullable): what the group is called; %NULL or "": nothing is known of it
 * @session: the session that is planned; only earlier ones count
 *
 * Lists the tools of earlier sessions with a group.
 *
 * Returns: (transfer full) (element-type SkComposePast): the tools, the latest first
 */
GPtrArray *
sk_compose_past_list (SkSessionFolder *folder,
                      const char      *group,
                      SkSession       *session)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (past_free);
  guint n_sessions = g_list_model_get_n_items (G_LIST_MODEL (folder));

  for (guint i = 0; !is_same_group (group, NULL) && i < n_sessions; i++)
    {
      g_autoptr (SkSessionDocument) document = g_list_model_get_item (G_LIST_MODEL (folder), i);
      SkSession *other = sk_session_document_get_session (document);
      GDateTime *time = sk_session_get_start (other);

      if (!is_same_group (group, sk_session_get_group (other)) ||
          g_date_time_compare (time, sk_session_get_start (session)) >= 0 ||
          g_str_equal (sk_session_get_id (other), sk_session_get_id (session)))
        continue;

      for (guint j = 0; j < sk_session_get_n_blocks (other); j++)
        add_block (list, sk_session_get_block (other, j), time);
    }

  g_ptr_array_sort (list, compare);
  return list;
}
