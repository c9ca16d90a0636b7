/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-csv.h"
#include "sk-export-private.h"

static void
append_number (GString *out,
               guint    number)
{
  g_string_append_printf (out, ",%u", number);
}

static void
append_label (GString    *out,
              SkOutline  *outline,
              const char *key)
{
  g_autofree char *label = sk_outline_dup_label (outline, key);

  sk_csv_append (out, label);
}

/* A column a language where there are two, which then says which. */
static void
append_title_labels (GString   *out,
                     SkOutline *outline)
{
  for (guint i = 0; i < outline->words->len; i++)
    {
      SkPaperWords *words = sk_outline_get_words (outline, i);
      g_autofree char *label = NULL;

      label = outline->words->len > 1 ? g_strdup_printf ("%s (%s)",
                                                         sk_paper_words_get (words, "title"),
                                                         outline->languages[i])
                                      : g_strdup (sk_paper_words_get (words, "title"));
      sk_csv_append (out, label);
    }
}

static void
append_header (GString   *out,
               SkOutline *outline)
{
  sk_csv_append (out, "#");
  append_label (out, outline, "date");
  append_label (out, outline, "start");
  append_label (out, outline, "end");
  append_label (out, outline, "column-minutes");
  append_label (out, outline, "kind");
  append_title_labels (out, outline);
  append_label (out, outline, "locked");
  append_label (out, outline, "goal");
  append_label (out, outline, "column-materials");
  append_label (out, outline, "publisher");
  append_label (out, outline, "link");
  sk_csv_end (out);
}

static void
append_time (GString    *out,
             SkOutline  *outline,
             int         minutes,
             const char *format)
{
  g_autoptr (GDateTime) time = sk_session_dup_time (outline->session, minutes);
  g_autofree char *text = g_date_time_format (time, format);

  sk_csv_append (out, text);
}

static char *
dup_kind (SkOutline *outline,
          SkBlock   *block)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kinds = NULL;

  for (guint i = 0; i < outline->words->len; i++)
    g_strv_builder_add (builder, sk_paper_words_kind (sk_outline_get_words (outline, i),
                                                      sk_block_get_kind (block)));

  kinds = g_strv_builder_end (builder);
  return sk_outline_join ((const char * const *) kinds);
}

static void
append_row (GString            *out,
            SkOutline          *outline,
            const SkOutlineRow *row)
{
  g_autofree char *number = NULL;
  g_autofree char *kind = dup_kind (outline, row->block);
  g_autofree char *materials = g_strjoinv ("; ", row->materials);
  const gboolean locked = sk_block_get_lock (row->block) != SK_BLOCK_UNLOCKED;

  number = row->lane < 0 ? g_strdup_printf ("%u", row->position + 1)
                         : g_strdup_printf ("%u.%d", row->position + 1, row->lane + 1);
  sk_csv_append (out, number);
  append_time (out, outline, row->start, "%Y-%m-%d");
  append_time (out, outline, row->start, "%H:%M");
  append_time (out, outline, row->start + (int) row->minutes, "%H:%M");
  append_number (out, row->minutes);
  sk_csv_append (out, kind);
  for (guint i = 0; i < outline->words->len; i++)
    sk_csv_append (out, row->titles[i]);
  append_label (out, outline, locked ? "yes" : "no");
  sk_csv_append (out, row->goal);
  sk_csv_append (out, materials);
  sk_csv_append (out, row->source);
  sk_csv_append (out, row->url != NULL ? row->url : "");
  sk_csv_end (out);
}

/**
 * sk_export_to_csv:
 *
 * Writes the blocks of the outline, a line each, for a spreadsheet. Private notes are not in it.
 *
 * Returns: (transfer full): UTF-8, as of RFC 4180
 */
GBytes *
sk_export_to_csv (SkOutline *outline)
{
  GString *out = g_string_new (NULL);

  append_header (out, outline);
  for (guint i = 0; i < outline->rows->len; i++)
    {
      const SkOutlineRow *row = g_ptr_array_index (outline->rows, i);

      if (row->block != NULL)
        append_row (out, outline, row);
    }

  return g_string_free_to_bytes (out);
}
