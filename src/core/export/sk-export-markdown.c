/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sk-export-private.h"

/* "2. ", which Markdown would number. */
static gboolean
begins_list (const char *text)
{
  const gsize n_digits = strspn (text, "0123456789");

  return n_digits > 0 && text[n_digits] == '.' &&
         (text[n_digits + 1] == ' ' || text[n_digits + 1] == '\0');
}

/* Text that stays itself: what Markdown or HTML would take for their own is escaped, and a line
 * break is @line_break. */
static void
append_text (GString    *out,
             const char *text,
             const char *line_break)
{
  gboolean line_start = TRUE;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (strchr ("\\`*_[]<>|#~&!", *at) != NULL || (line_start && strchr ("-+=", *at) != NULL))
        g_string_append_printf (out, "\\%c", *at);
      else if (line_start && begins_list (at))
        {
          const gsize n_digits = strspn (at, "0123456789");

          g_string_append_len (out, at, (gssize) n_digits);
          g_string_append (out, "\\.");
          at += n_digits;
        }
      else if (*at == '\n')
        g_string_append (out, line_break);
      else if (*at != '\r')
        g_string_append_c (out, *at);

      line_start = *at == '\n';
    }
}

static void
append_heading (GString    *out,
                const char *marks,
                const char *text)
{
  g_string_append_printf (out, "%s ", marks);
  append_text (out, text, " ");
  g_string_append (out, "\n\n");
}

static void
append_facts (GString   *out,
              GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const SkOutlineFact *fact = g_ptr_array_index (facts, i);

      g_string_append (out, "- **");
      append_text (out, fact->label, " ");
      g_string_append (out, "**: ");
      append_text (out, fact->value, "\n  ");
      g_string_append_c (out, '\n');
    }

  g_string_append_c (out, '\n');
}

static void
append_cell (GString            *out,
             const SkOutlineRow *row,
             guint               language)
{
  g_string_append (out, " | ");
  if (row->lane >= 0)
    g_string_append (out, "↳ ");
  append_text (out, row->titles[language], " ");
  if (*row->remarks[language] != '\0')
    {
      g_string_append (out, " (");
      append_text (out, row->remarks[language], " ");
      g_string_append_c (out, ')');
    }
}

static void
append_table (GString   *out,
              SkOutline *outline)
{
  g_autofree char *time = sk_outline_dup_label (outline, "column-time");
  g_autofree char *minutes = sk_outline_dup_label (outline, "column-minutes");

  g_string_append_printf (out, "| %s | %s", time, minutes);
  for (guint i = 0; i < outline->words->len; i++)
    g_string_append_printf (out, " | %s",
                            sk_paper_words_get (sk_outline_get_words (outline, i), "column-what"));
  g_string_append (out, " |\n|:--|--:");
  for (guint i = 0; i < outline->words->len; i++)
    g_string_append (out, "|:--");
  g_string_append (out, "|\n");

  for (guint i = 0; i < outline->rows->len; i++)
    {
      const SkOutlineRow *row = g_ptr_array_index (outline->rows, i);

      g_string_append_printf (out, "| %s | ", row->clock);
      if (row->minutes > 0 && row->lane < 0)
        g_string_append_printf (out, "%u", row->minutes);
      for (guint language = 0; language < outline->words->len; language++)
        append_cell (out, row, language);
      g_string_append (out, " |\n");
    }

  g_string_append_c (out, '\n');
}

static gboolean
has_details (const SkOutlineRow *row)
{
  return *row->goal != '\0' || *row->note != '\0' || row->materials[0] != NULL || row->url != NULL;
}

static void
append_details (GString            *out,
                SkOutline          *outline,
                const SkOutlineRow *row)
{
  g_autofree char *title = sk_outline_join ((const char * const *) row->titles);
  g_autofree char *note = sk_outline_dup_label (outline, "note");
  g_autofree char *materials = sk_outline_dup_label (outline, "column-materials");
  g_autofree char *heading = NULL;

  heading = *row->clock != '\0' ? g_strconcat (row->clock, " · ", title, NULL) : g_strdup (title);
  append_heading (out, row->lane < 0 ? "###" : "####", heading);

  if (*row->goal != '\0')
    {
      append_text (out, row->goal, "  \n");
      g_string_append (out, "\n\n");
    }

  if (row->url != NULL)
    {
      append_text (out, row->source, " ");
      g_string_append_printf (out, "%s<%s>\n\n", *row->source != '\0' ? ", " : "", row->url);
    }

  if (row->materials[0] != NULL)
    {
      g_string_append_printf (out, "**%s**\n\n", materials);
      for (guint i = 0; row->materials[i] != NULL; i++)
        {
          g_string_append (out, "- [ ] ");
          append_text (out, row->materials[i], " ");
          g_string_append_c (out, '\n');
        }
      g_string_append_c (out, '\n');
    }

  if (*row->note != '\0')
    {
      g_string_append_printf (out, "> **%s**: ", note);
      append_text (out, row->note, "\n> ");
      g_string_append (out, "\n\n");
    }
}

/**
 * sk_export_to_markdown:
 *
 * Writes the outline as Markdown, with the tables and boxes to tick of GitHub's.
 *
 * Returns: (transfer full): UTF-8
 */
GBytes *
sk_export_to_markdown (SkOutline *outline)
{
  GString *out = g_string_new (NULL);
  g_autofree char *programme = sk_outline_dup_label (outline, "programme");
  g_autofree char *help = sk_outline_dup_label (outline, "kind-help");
  g_autofree char *caption = sk_outline_dup_label (outline, "code-caption");

  append_heading (out, "#", outline->title);
  g_string_append_printf (out, "*%s*\n\n", outline->audience);
  append_facts (out, outline->facts);
  append_heading (out, "##", programme);
  append_table (out, outline);

  for (guint i = 0; i < outline->rows->len; i++)
    if (outline->leader && has_details (g_ptr_array_index (outline->rows, i)))
      append_details (out, outline, g_ptr_array_index (outline->rows, i));

  if (outline->helplines->len > 0)
    {
      append_heading (out, "##", help);
      append_facts (out, outline->helplines);
    }

  if (outline->link != NULL)
    g_string_append_printf (out, "[%s](%s)\n", caption, outline->link);

  return g_string_free_to_bytes (out);
}
