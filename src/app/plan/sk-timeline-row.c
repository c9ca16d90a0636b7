/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-row.h"

#include <glib/gi18n.h>

#include "session/sk-clock.h"

/**
 * sk_timeline_row_new:
 * @kind: what the row is
 * @key: what tells it from the others
 * @position: the number of its block, or of the block that would be added in it
 *
 * Returns: (transfer full): a row without widgets
 */
SkTimelineRow *
sk_timeline_row_new (SkRowKind   kind,
                     const char *key,
                     guint       position)
{
  SkTimelineRow *self = g_new0 (SkTimelineRow, 1);

  self->kind = kind;
  self->key = g_strdup (key);
  self->position = position;
  return self;
}

/**
 * sk_timeline_row_free:
 * @self: a row
 *
 * Frees a row, and takes its widgets from their parent.
 */
void
sk_timeline_row_free (SkTimelineRow *self)
{
  g_clear_pointer (&self->widget, gtk_widget_unparent);
  g_clear_pointer (&self->clock, gtk_widget_unparent);
  g_free (self->key);
  g_free (self);
}

static SkTimelineRow *
add_row (GPtrArray  *rows,
         SkRowKind   kind,
         const char *key,
         guint       position,
         int         start,
         guint       minutes)
{
  SkTimelineRow *row = sk_timeline_row_new (kind, key, position);

  row->start = start;
  row->minutes = minutes;
  g_ptr_array_add (rows, row);
  return row;
}

static void
add_gap (GPtrArray *rows,
         SkSession *session,
         guint      position,
         int        start,
         guint      minutes)
{
  SkBlock *before = sk_session_get_block (session, position);
  g_autofree char *key =
    g_strconcat ("gap before ", before != NULL ? sk_block_get_id (before) : "the end", NULL);

  add_row (rows, SK_ROW_GAP, key, position, start, minutes);
}

/**
 * sk_timeline_row_list:
 * @session: a session
 * @times: its times
 *
 * Returns: (transfer full) (element-type SkTimelineRow): the rows that show it: its blocks, the
 *   free time, and the end
 */
GPtrArray *
sk_timeline_row_list (SkSession   *session,
                      SkTimetable *times)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_timeline_row_free);
  const guint n_blocks = sk_session_get_n_blocks (session);
  const gboolean bell = sk_timetable_has_bell (times);
  const int end = sk_timetable_get_end (times);
  const guint left = sk_timetable_get_free (times);
  SkTimelineRow *last;

  for (guint i = 0; i < n_blocks; i++)
    {
      const SkSlot *slot = sk_timetable_get_slot (times, i);
      const char *id = sk_block_get_id (sk_session_get_block (session, i));

      if (slot->gap > 0)
        add_gap (rows, session, i, slot->start - (int) slot->gap, slot->gap);
      add_row (rows, SK_ROW_BLOCK, id, i, slot->start, slot->minutes)->fixed = slot->locked;
    }

  if (left > 0 || (n_blocks == 0 && !bell))
    add_gap (rows, session, n_blocks, end, left);
  last =
    add_row (rows, SK_ROW_END, "the end", n_blocks, bell ? sk_timetable_get_bell (times) : end, 0);
  last->fixed = bell;
  return rows;
}

/**
 * sk_timeline_row_words_free:
 * @session: a session
 * @times: its times
 * @position: the block that the free time is before; past the last one: the end
 * @markup: whether the number is to be bold
 *
 * Returns: (transfer full): how much time is free, and until when
 */
char *
sk_timeline_row_words_free (SkSession   *session,
                            SkTimetable *times,
                            guint        position,
                            gboolean     markup)
{
  const SkSlot *slot = sk_timetable_get_slot (times, position);
  const guint left = slot != NULL ? slot->gap : sk_timetable_get_free (times);
  g_autofree char *clock = NULL;
  g_autofree char *words = NULL;
  char *plain = NULL;

  if (slot == NULL && !sk_timetable_has_bell (times))
    return g_strdup (_("Nothing is planned yet"));
  if (left == 0 && slot == NULL)
    {
      const guint all = (guint) sk_timetable_get_bell (times);

      return g_strdup_printf (ngettext ("Nothing left free: the %u minute is full",
                                        "Nothing left free: the %u minutes are full", all),
                              all);
    }
  if (left == 0)
    return g_strdup (_("Nothing left free"));

  if (slot == NULL)
    {
      words = g_strdup_printf (ngettext ("<b>%u min free</b> until the bell",
                                         "<b>%u min free</b> until the bell", left),
                               left);
    }
  else
    {
      clock = sk_clock_words_session (session, slot->start);
      /* TRANSLATORS: the second one is a time: "5 min free until 10:50". */
      words = g_strdup_printf (ngettext ("<b>%u min free</b> until %s",
                                         "<b>%u min free</b> until %s", left),
                               left, clock);
    }

  if (markup || !pango_parse_markup (words, -1, 0, NULL, &plain, NULL, NULL))
    return g_steal_pointer (&words);
  return plain;
}
