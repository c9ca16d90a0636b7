/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-private.h"

#include "sk-tidy.h"

/* The first language of the person at this machine: "nl" of "nl_BE.UTF-8". */
static char *
dup_own_language (void)
{
  const char * const *names = g_get_language_names ();
  g_autofree char *language = g_strndup (names[0], strcspn (names[0], ".@_"));

  return g_str_equal (language, "C") || g_str_equal (language, "POSIX") || *language == '\0'
           ? g_strdup ("en")
           : g_steal_pointer (&language);
}

static void
normalise_languages (SkSessionFields *fields)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (guint i = 0; fields->languages != NULL && fields->languages[i] != NULL; i++)
    if (*fields->languages[i] != '\0' && g_utf8_validate (fields->languages[i], -1, NULL) &&
        !g_ptr_array_find_with_equal_func (languages, fields->languages[i], g_str_equal, NULL))
      g_ptr_array_add (languages, g_strdup (fields->languages[i]));
  if (languages->len == 0)
    g_ptr_array_add (languages, dup_own_language ());

  g_strfreev (fields->languages);
  fields->languages = (GStrv) g_ptr_array_steal (languages, NULL);
}

/* The needs we know in their order, then those that a later version may know. */
static void
normalise_room (SkSessionFields *fields)
{
  g_autoptr (GPtrArray) room = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  GStrv given = fields->room;

  for (guint i = 0; given != NULL && i < SK_N_NEEDS; i++)
    if (g_strv_contains ((const char * const *) given, sk_needs[i]))
      g_ptr_array_add (room, g_strdup (sk_needs[i]));
  for (guint i = 0; given != NULL && given[i] != NULL; i++)
    if (g_utf8_validate (given[i], -1, NULL) && *given[i] != '\0' &&
        !g_ptr_array_find_with_equal_func (room, given[i], g_str_equal, NULL))
      g_ptr_array_add (room, g_strdup (given[i]));

  fields->room_stated = fields->room_stated || room->len > 0;
  g_strfreev (fields->room);
  fields->room = (GStrv) g_ptr_array_steal (room, NULL);
  if (fields->room == NULL)
    fields->room = g_new0 (char *, 1);
}

static GDateTime *
cut_to_minute (GDateTime *time)
{
  return g_date_time_add (time, -(GTimeSpan) (g_date_time_get_second (time) * G_TIME_SPAN_SECOND +
                                              g_date_time_get_microsecond (time)));
}

/* Clocks have minutes, and one zone; a bell that does not come after the start is none. */
static void
normalise_times (SkSessionFields *fields)
{
  g_autoptr (GDateTime) start = g_steal_pointer (&fields->start);
  g_autoptr (GDateTime) end = g_steal_pointer (&fields->end);

  if (start == NULL)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      start = sk_safer_internet_day_next (now);
    }
  fields->start = cut_to_minute (start);

  if (end != NULL)
    {
      g_autoptr (GDateTime) here =
        g_date_time_to_timezone (end, g_date_time_get_timezone (fields->start));
      g_autoptr (GDateTime) bell = cut_to_minute (here);

      if (g_date_time_compare (bell, fields->start) > 0)
        fields->end = g_steal_pointer (&bell);
    }
}

static void
claim_id (SkBlock    *block,
          GHashTable *ids)
{
  GPtrArray *lanes = sk_block_get_lanes (block);

  g_hash_table_add (ids, (gpointer) sk_block_get_id (block));
  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    g_hash_table_add (ids, (gpointer) sk_block_get_id (g_ptr_array_index (lanes, i)));
}

static gboolean
has_free_ids (SkBlock    *block,
              GHashTable *ids)
{
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *lanes = sk_block_get_lanes (block);
  guint n_ids = lanes != NULL ? lanes->len + 1 : 1;
  GHashTableIter iter;
  gpointer id;

  claim_id (block, own);
  if (g_hash_table_size (own) != n_ids)
    return FALSE;

  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (ids, id))
      return FALSE;

  return TRUE;
}

/* No two blocks have the same id; a later one that has is given another. */
static void
normalise_blocks (SkSessionFields *fields)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; fields->blocks != NULL && i < fields->blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (fields->blocks, i);

      block = has_free_ids (block, ids) ? g_object_ref (block) : sk_block_dup_as_new (block);
      claim_id (block, ids);
      g_ptr_array_add (blocks, block);
    }

  g_clear_pointer (&fields->blocks, g_ptr_array_unref);
  fields->blocks = blocks;
}

/* Whatever was given, makes of it what a session may be. */
void
sk_session_fields_normalise (SkSessionFields *fields)
{
  if (fields->id == NULL || !g_uuid_string_is_valid (fields->id))
    {
      g_free (fields->id);
      fields->id = g_uuid_string_random ();
    }
  sk_tidy_line (&fields->title);
  sk_tidy_line (&fields->place);
  sk_tidy_line (&fields->group);
  sk_tidy_text (&fields->aims);
  if (fields->setting != NULL && *fields->setting == '\0')
    g_clear_pointer (&fields->setting, g_free);

  fields->ages.max = MIN (fields->ages.max, SK_AGE_MAX);
  fields->ages.min = MIN (fields->ages.min, fields->ages.max);
  normalise_times (fields);
  normalise_languages (fields);
  normalise_room (fields);
  normalise_blocks (fields);
  if (fields->edits == NULL)
    fields->edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}
