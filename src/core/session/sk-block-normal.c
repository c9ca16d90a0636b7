/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-private.h"

#include "feed/sk-feed-writer.h"
#include "sk-tidy.h"

#define MINUTES_OF_A_DAY (24 * 60)

/* Short, since it stands in files and hand-offs; 48 bits are enough within a session. */
static char *
make_id (void)
{
  return g_strdup_printf ("b%08x%04x", g_random_int (), g_random_int () & 0xffff);
}

/* A list without what is empty, or no list. */
static void
normalise_list (GStrv *list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean is_empty = TRUE;

  for (guint i = 0; *list != NULL && (*list)[i] != NULL; i++)
    {
      char *text = g_strdup ((*list)[i]);

      sk_tidy_line (&text);
      is_empty = is_empty && *text == '\0';
      if (*text != '\0')
        g_strv_builder_take (builder, text);
      else
        g_free (text);
    }

  g_clear_pointer (list, g_strfreev);
  if (!is_empty)
    *list = g_strv_builder_end (builder);
}

/* A tool is known by its id at least; without one there is only what it says. */
static void
normalise_tool (SkBlockFields *fields)
{
  if (fields->kind == SK_BLOCK_TOOL && fields->resource_id == NULL && fields->resource == NULL)
    fields->kind = SK_BLOCK_DO;

  if (fields->kind != SK_BLOCK_TOOL)
    {
      g_clear_pointer (&fields->resource_id, g_free);
      g_clear_object (&fields->resource);
      g_clear_pointer (&fields->snapshot, g_free);
      g_clear_pointer (&fields->kept, g_free);
      fields->withdrawn = FALSE;
      return;
    }

  if (fields->resource != NULL)
    g_set_str (&fields->resource_id, sk_resource_get_id (fields->resource));
  if (fields->resource != NULL && fields->snapshot == NULL)
    fields->snapshot = sk_feed_writer_write_record (fields->resource);
}

/* What a lane is in its block: as long as it, and never locked by itself. */
static SkBlock *
make_lane (SkBlock *block,
           guint    minutes)
{
  g_auto (SkBlockFields) fields;

  sk_block_copy_fields (block, &fields);
  fields.minutes_guessed = fields.minutes_guessed && fields.minutes == minutes;
  fields.minutes = minutes;
  fields.lock = SK_BLOCK_UNLOCKED;
  return sk_block_new (&fields);
}

static gboolean
is_lane (SkBlock *block,
         guint    minutes)
{
  return sk_block_get_minutes (block) == minutes && sk_block_get_lock (block) == SK_BLOCK_UNLOCKED;
}

static void
add_lanes (GPtrArray *lanes,
           GPtrArray *blocks,
           guint      minutes)
{
  for (guint i = 0; blocks != NULL && i < blocks->len && lanes->len < SK_BLOCK_MAX_LANES; i++)
    {
      SkBlock *block = g_ptr_array_index (blocks, i);

      if (sk_block_get_kind (block) == SK_BLOCK_GROUPS)
        add_lanes (lanes, sk_block_get_lanes (block), minutes);
      else
        g_ptr_array_add (lanes, is_lane (block, minutes) ? g_object_ref (block)
                                                         : make_lane (block, minutes));
    }
}

static void
normalise_lanes (SkBlockFields *fields)
{
  g_autoptr (GPtrArray) lanes = NULL;

  if (fields->kind != SK_BLOCK_GROUPS)
    {
      g_clear_pointer (&fields->lanes, g_ptr_array_unref);
      return;
    }

  lanes = g_ptr_array_new_with_free_func (g_object_unref);
  add_lanes (lanes, fields->lanes, fields->minutes);
  while (lanes->len < SK_BLOCK_MIN_LANES)
    g_ptr_array_add (lanes, sk_block_new_own (SK_BLOCK_DO, NULL, fields->minutes));

  g_clear_pointer (&fields->lanes, g_ptr_array_unref);
  fields->lanes = g_steal_pointer (&lanes);
}

/* Whatever was given, makes of it what a block may be. */
void
sk_block_fields_normalise (SkBlockFields *fields)
{
  if (fields->id == NULL || *fields->id == '\0' || !g_utf8_validate (fields->id, -1, NULL))
    {
      g_free (fields->id);
      fields->id = make_id ();
    }
  if (fields->kind >= SK_N_BLOCK_KINDS)
    fields->kind = SK_BLOCK_DO;
  if (fields->activity > SK_ACTIVITY_PLAY)
    fields->activity = SK_ACTIVITY_NONE;
  fields->minutes = CLAMP (fields->minutes, 1, SK_BLOCK_MAX_MINUTES);
  fields->minutes_min = MIN (fields->minutes_min, SK_BLOCK_MAX_MINUTES);
  if (fields->lock < 0 || fields->lock >= MINUTES_OF_A_DAY)
    fields->lock = SK_BLOCK_UNLOCKED;

  sk_tidy_line (&fields->title);
  sk_tidy_text (&fields->goal);
  sk_tidy_text (&fields->note);
  normalise_list (&fields->materials);
  normalise_list (&fields->reasons);
  normalise_tool (fields);
  normalise_lanes (fields);
}
