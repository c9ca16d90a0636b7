/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-private.h"

#include "sk-tidy.h"

/**
 * sk_session_fields_init:
 * @fields: what a session is to be made from
 *
 * Sets the fields to those of an untitled, empty session.
 */
void
sk_session_fields_init (SkSessionFields *fields)
{
  g_return_if_fail (fields != NULL);

  *fields = (SkSessionFields) {0};
}

/**
 * sk_session_fields_clear:
 * @fields: what a session would have been made from
 *
 * Lets go of all that the fields hold, and leaves them empty.
 */
void
sk_session_fields_clear (SkSessionFields *fields)
{
  char **texts[] = {&fields->id,    &fields->title,   &fields->place,
                    &fields->group, &fields->setting, &fields->aims};

  g_return_if_fail (fields != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&fields->start, g_date_time_unref);
  g_clear_pointer (&fields->end, g_date_time_unref);
  g_clear_pointer (&fields->languages, g_strfreev);
  g_clear_pointer (&fields->room, g_strfreev);
  g_clear_pointer (&fields->blocks, g_ptr_array_unref);
  g_clear_pointer (&fields->edits, g_hash_table_unref);
  g_clear_pointer (&fields->more, json_object_unref);

  *fields = (SkSessionFields) {0};
}

static GHashTable *
copy_edits (GHashTable *edits)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer sitting;
  gpointer count;

  g_hash_table_iter_init (&iter, edits);
  while (g_hash_table_iter_next (&iter, &sitting, &count))
    g_hash_table_insert (copy, g_strdup (sitting), count);

  return copy;
}

void
sk_session_fields_copy (const SkSessionFields *from,
                        SkSessionFields       *to)
{
  *to = *from;
  to->id = g_strdup (from->id);
  to->title = g_strdup (from->title);
  to->start = from->start != NULL ? g_date_time_ref (from->start) : NULL;
  to->end = from->end != NULL ? g_date_time_ref (from->end) : NULL;
  to->place = g_strdup (from->place);
  to->languages = g_strdupv (from->languages);
  to->group = g_strdup (from->group);
  to->setting = g_strdup (from->setting);
  to->room = g_strdupv (from->room);
  to->aims = g_strdup (from->aims);
  to->blocks = from->blocks != NULL ? sk_blocks_copy (from->blocks) : NULL;
  to->edits = from->edits != NULL ? copy_edits (from->edits) : NULL;
  to->more = from->more != NULL ? json_object_ref (from->more) : NULL;
}

/**
 * sk_session_fields_set_start:
 * @fields: fields of a session that have a start
 * @start: when the session begins from now on
 *
 * Moves a session to another time. Its bell moves with it: as long after the start as before.
 */
void
sk_session_fields_set_start (SkSessionFields *fields,
                             GDateTime       *start)
{
  g_autoptr (GDateTime) before = NULL;
  g_autoptr (GDateTime) bell = NULL;

  g_return_if_fail (fields != NULL);
  g_return_if_fail (start != NULL);

  before = g_steal_pointer (&fields->start);
  bell = g_steal_pointer (&fields->end);
  fields->start = g_date_time_ref (start);
  if (before != NULL && bell != NULL)
    fields->end = g_date_time_add (start, g_date_time_difference (bell, before));
}

static gboolean
times_equal (GDateTime *a,
             GDateTime *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_date_time_equal (a, b) &&
         g_str_equal (g_time_zone_get_identifier (g_date_time_get_timezone (a)),
                      g_time_zone_get_identifier (g_date_time_get_timezone (b)));
}

static gboolean
ages_equal (const SkSessionFields *a,
            const SkSessionFields *b)
{
  if (!a->has_ages || !b->has_ages)
    return a->has_ages == b->has_ages;

  return a->ages.min == b->ages.min && a->ages.max == b->ages.max;
}

/* What was done when, and in how many changes, is not what the session is. */
gboolean
sk_session_fields_equal (const SkSessionFields *a,
                         const SkSessionFields *b)
{
  return a->size == b->size && a->room_stated == b->room_stated && a->archived == b->archived &&
         ages_equal (a, b) && times_equal (a->start, b->start) && times_equal (a->end, b->end) &&
         g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->place, b->place) == 0 && g_strcmp0 (a->group, b->group) == 0 &&
         g_strcmp0 (a->setting, b->setting) == 0 && g_strcmp0 (a->aims, b->aims) == 0 &&
         g_strv_equal ((const char * const *) a->languages, (const char * const *) b->languages) &&
         g_strv_equal ((const char * const *) a->room, (const char * const *) b->room) &&
         sk_blocks_equal (a->blocks, b->blocks) && sk_same_json (a->more, b->more);
}
