/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-outline-rows.h"

static void
free_row (gpointer data)
{
  SkOutlineRow *row = data;

  g_free (row->clock);
  g_strfreev (row->titles);
  g_strfreev (row->remarks);
  g_free (row->goal);
  g_free (row->note);
  g_strfreev (row->materials);
  g_free (row->source);
  g_free (row);
}

/* The clock of every language, which differ in how they write it. */
static char *
dup_clock (SkOutline *self,
           int        minutes)
{
  g_autoptr (GDateTime) time = sk_session_dup_time (self->session, minutes);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) clocks = NULL;

  for (guint i = 0; i < self->words->len; i++)
    g_strv_builder_take (builder, sk_paper_words_clock (sk_outline_get_words (self, i), time));

  clocks = g_strv_builder_end (builder);
  return sk_outline_join ((const char * const *) clocks);
}

static SkOutlineRow *
add_row (SkOutline *self,
         GPtrArray *rows,
         int        start,
         guint      minutes)
{
  SkOutlineRow *row = g_new0 (SkOutlineRow, 1);

  row->start = start;
  row->minutes = minutes;
  row->lane = -1;
  row->clock = dup_clock (self, start);
  row->titles = g_new0 (char *, self->words->len + 1);
  row->remarks = g_new0 (char *, self->words->len + 1);
  row->goal = g_strdup ("");
  row->note = g_strdup ("");
  row->materials = g_new0 (char *, 1);
  row->source = g_strdup ("");

  for (guint i = 0; i < self->words->len; i++)
    row->remarks[i] = g_strdup ("");

  g_ptr_array_add (rows, row);
  return row;
}

static void
add_free_time (SkOutline *self,
               GPtrArray *rows,
               int        start,
               guint      minutes)
{
  SkOutlineRow *row = add_row (self, rows, start, minutes);

  for (guint i = 0; i < self->words->len; i++)
    {
      SkPaperWords *words = sk_outline_get_words (self, i);
      g_autofree char *length = sk_paper_words_minutes (words, minutes);

      row->titles[i] = sk_paper_words_format (words, "free", "minutes", length, NULL);
    }
}

static char *
describe_overrun (SkOutline    *self,
                  SkPaperWords *words,
                  const SkSlot *slot)
{
  g_autoptr (GDateTime) limit = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *length = sk_paper_words_minutes (words, slot->overrun);

  limit = sk_session_dup_time (self->session,
                               slot->start + (int) slot->minutes - (int) slot->overrun);
  clock = sk_paper_words_clock (words, limit);
  return sk_paper_words_format (words, "past-time", "minutes", length, "clock", clock, NULL);
}

/* What stands under a title. The programme that others read says nothing of the planning. */
static char *
describe_block (SkOutline    *self,
                SkPaperWords *words,
                SkBlock      *block,
                const SkSlot *slot)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) remarks = NULL;
  SkActivity activity = sk_block_get_activity (block);

  if (activity != SK_ACTIVITY_NONE)
    g_strv_builder_add (builder, sk_paper_words_activity (words, activity));
  if (sk_block_get_size (block) > 0)
    g_strv_builder_take (builder, sk_paper_words_people (words, self->session,
                                                         sk_block_get_size (block)));

  if (self->leader)
    {
      if (slot != NULL && slot->locked)
        g_strv_builder_add (builder, sk_paper_words_get (words, "locked"));
      if (sk_block_get_minutes_guessed (block))
        g_strv_builder_add (builder, sk_paper_words_get (words, "guessed"));
      if (sk_block_get_skippable (block))
        g_strv_builder_add (builder, sk_paper_words_get (words, "skippable"));
      if (sk_block_get_withdrawn (block))
        g_strv_builder_add (builder, sk_paper_words_get (words, "withdrawn"));
      if (slot != NULL && slot->overrun > 0)
        g_strv_builder_take (builder, describe_overrun (self, words, slot));
    }

  remarks = g_strv_builder_end (builder);
  return g_strjoinv (" · ", remarks);
}

static void
fill_row (SkOutline    *self,
          SkOutlineRow *row,
          SkBlock      *block,
          const SkSlot *slot)
{
  SkResource *resource = sk_block_get_resource (block);

  row->block = block;
  for (guint i = 0; i < self->words->len; i++)
    {
      SkPaperWords *words = sk_outline_get_words (self, i);

      row->titles[i] = self->leader ? sk_paper_words_title (words, block)
                                    : sk_paper_words_public_title (words, block);
      g_free (row->remarks[i]);
      row->remarks[i] = describe_block (self, words, block, slot);
    }

  if (resource != NULL && sk_resource_get_publishers (resource) != NULL)
    {
      g_free (row->source);
      row->source = g_strjoinv (", ", (GStrv) sk_resource_get_publishers (resource));
    }
  if (resource != NULL)
    row->url = sk_resource_get_url (resource);

  if (!self->leader)
    return;

  g_set_str (&row->goal, sk_block_get_goal (block));
  g_set_str (&row->note, sk_block_get_note (block));
  if (sk_block_get_materials (block) != NULL)
    {
      g_strfreev (row->materials);
      row->materials = g_strdupv ((GStrv) sk_block_get_materials (block));
    }
}

static void
add_block (SkOutline *self,
           GPtrArray *rows,
           guint      position)
{
  SkBlock *block = sk_session_get_block (self->session, position);
  const SkSlot *slot = sk_timetable_get_slot (self->times, position);
  GPtrArray *lanes = sk_block_get_lanes (block);
  SkOutlineRow *row;

  if (slot->gap > 0)
    add_free_time (self, rows, slot->start - (int) slot->gap, slot->gap);

  row = add_row (self, rows, slot->start, slot->minutes);
  row->position = position;
  fill_row (self, row, block, slot);

  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    {
      row = add_row (self, rows, slot->start, slot->minutes);
      g_set_str (&row->clock, "");
      row->position = position;
      row->lane = (int) i;
      fill_row (self, row, g_ptr_array_index (lanes, i), NULL);
    }
}

static void
add_end (SkOutline *self,
         GPtrArray *rows)
{
  const gboolean bell = sk_timetable_has_bell (self->times);
  const int end = bell ? sk_timetable_get_bell (self->times) : sk_timetable_get_end (self->times);
  SkOutlineRow *row;

  if (sk_timetable_get_free (self->times) > 0)
    add_free_time (self, rows, sk_timetable_get_end (self->times),
                   sk_timetable_get_free (self->times));
  if (end == 0)
    return;

  row = add_row (self, rows, end, 0);
  for (guint i = 0; i < self->words->len; i++)
    row->titles[i] =
      g_strdup (sk_paper_words_get (sk_outline_get_words (self, i), bell ? "bell" : "finish"));
}

/**
 * sk_outline_list_rows:
 * @self: with its words and times
 *
 * Returns: (transfer full) (element-type SkOutlineRow): the programme, with what is free in it,
 *   up to its end
 */
GPtrArray *
sk_outline_list_rows (SkOutline *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  for (guint i = 0; i < sk_session_get_n_blocks (self->session); i++)
    add_block (self, rows, i);
  add_end (self, rows);

  return rows;
}
