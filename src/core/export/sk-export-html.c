/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

#include "sidekick-config.h"
#include "sk-core-resources.h"
#include "sk-export-private.h"
#include "sk-qr-image.h"
#include "sk-xml-text.h"

#define STYLE_PATH SK_RESOURCE_BASE "/export/page.css"

/* `<ELEMENT>text</CLOSE>`, or nothing where there is no text. */
static void
append_element (GString    *out,
                const char *open,
                const char *text,
                const char *close)
{
  g_autofree char *xml = sk_xml_text_lines (text, "<br>");

  if (*text != '\0')
    g_string_append_printf (out, "<%s>%s</%s>\n", open, xml, close);
}

/* The language of what is not in the first one, which is the page's. */
static char *
make_open_tag (SkOutline  *outline,
               const char *open,
               guint       language)
{
  g_autofree char *tag = NULL;

  if (language == 0)
    return g_strdup (open);

  tag = sk_xml_text (outline->languages[language]);
  return g_strdup_printf ("%s lang=\"%s\"", open, tag);
}

static void
append_head (GString   *out,
             SkOutline *outline)
{
  g_autofree char *language = sk_xml_text (outline->languages[0]);
  g_autofree char *title = sk_xml_text (outline->title);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) style = NULL;

  style = g_resource_lookup_data (sk_core_get_resource (), STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &error);
  if (style == NULL)
    g_error ("The style of exported pages is missing: %s", error->message);

  g_string_append_printf (out,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width\">\n"
                          "<title>%s</title>\n<style>\n%s</style>\n</head>\n",
                          language, title, (const char *) g_bytes_get_data (style, NULL));
}

static void
append_facts (GString   *out,
              GPtrArray *facts)
{
  g_string_append (out, "<dl>\n");
  for (guint i = 0; i < facts->len; i++)
    {
      const SkOutlineFact *fact = g_ptr_array_index (facts, i);

      append_element (out, "dt", fact->label, "dt");
      append_element (out, "dd", fact->value, "dd");
    }
  g_string_append (out, "</dl>\n");
}

static void
append_source (GString            *out,
               const SkOutlineRow *row)
{
  g_autofree char *source = sk_xml_text (*row->source != '\0' || row->url == NULL ? row->source
                                                                                   : row->url);
  g_autofree char *url = row->url != NULL ? sk_xml_text (row->url) : NULL;

  if (url != NULL)
    g_string_append_printf (out, "<p class=\"remark\"><a href=\"%s\">%s</a></p>\n", url, source);
  else if (*source != '\0')
    g_string_append_printf (out, "<p class=\"remark\">%s</p>\n", source);
}

static void
append_preparation (GString            *out,
                    SkOutline          *outline,
                    const SkOutlineRow *row)
{
  append_element (out, "p", row->goal, "p");
  append_source (out, row);

  if (row->materials[0] != NULL)
    {
      g_autofree char *label = sk_outline_dup_label (outline, "column-materials");
      g_autofree char *escaped = sk_xml_text (label);

      g_string_append_printf (out, "<ul class=\"materials\" aria-label=\"%s\">\n", escaped);
      for (guint i = 0; row->materials[i] != NULL; i++)
        append_element (out, "li", row->materials[i], "li");
      g_string_append (out, "</ul>\n");
    }

  if (*row->note != '\0')
    {
      g_autofree char *label = sk_outline_dup_label (outline, "note");
      g_autofree char *note = g_strdup_printf ("%s: %s", label, row->note);

      append_element (out, "p class=\"note\"", note, "p");
    }
}

static void
append_row (GString            *out,
            SkOutline          *outline,
            const SkOutlineRow *row)
{
  g_autofree char *clock = sk_xml_text (row->clock);

  g_string_append_printf (out, "<tr%s>\n<td class=\"clock\">%s</td>\n<td class=\"minutes\">",
                          row->lane >= 0 ? " class=\"lane\"" : "", clock);
  if (row->minutes > 0 && row->lane < 0)
    g_string_append_printf (out, "%u", row->minutes);
  g_string_append (out, "</td>\n");

  for (guint i = 0; i < outline->words->len; i++)
    {
      g_autofree char *open = make_open_tag (outline, "td class=\"what\"", i);

      g_string_append_printf (out, "<%s>\n", open);
      append_element (out, "p class=\"title\"", row->titles[i], "p");
      append_element (out, "p class=\"remark\"", row->remarks[i], "p");
      if (i == 0)
        append_preparation (out, outline, row);
      g_string_append (out, "</td>\n");
    }

  g_string_append (out, "</tr>\n");
}

static void
append_table (GString   *out,
              SkOutline *outline)
{
  g_autofree char *programme = sk_outline_dup_label (outline, "programme");
  g_autofree char *time = sk_outline_dup_label (outline, "column-time");
  g_autofree char *minutes = sk_outline_dup_label (outline, "column-minutes");

  append_element (out, "h2", programme, "h2");
  g_string_append (out, "<table>\n<thead>\n<tr>\n");
  append_element (out, "th scope=\"col\"", time, "th");
  append_element (out, "th scope=\"col\" class=\"minutes\"", minutes, "th");
  for (guint i = 0; i < outline->words->len; i++)
    {
      g_autofree char *open = make_open_tag (outline, "th scope=\"col\"", i);

      append_element (out, open,
                      sk_paper_words_get (sk_outline_get_words (outline, i), "column-what"), "th");
    }

  g_string_append (out, "</tr>\n</thead>\n<tbody>\n");
  for (guint i = 0; i < outline->rows->len; i++)
    append_row (out, outline, g_ptr_array_index (outline->rows, i));
  g_string_append (out, "</tbody>\n</table>\n");
}

static void
append_helplines (GString   *out,
                  SkOutline *outline)
{
  g_autofree char *help = sk_outline_dup_label (outline, "kind-help");

  if (outline->helplines->len == 0)
    return;

  append_element (out, "h2", help, "h2");
  append_facts (out, outline->helplines);
}

static void
append_code (GString   *out,
             SkOutline *outline)
{
  g_autoptr (SkQr) code = NULL;
  g_autofree char *label = sk_outline_dup_label (outline, "code-caption");
  g_autofree char *caption = sk_xml_text (label);
  g_autofree char *svg = NULL;

  if (outline->link == NULL)
    return;

  code = sk_qr_new (outline->link, NULL);
  svg = sk_qr_image_to_svg (code, caption);
  g_string_append_printf (out,
                          "<figure>%s<figcaption><a href=\"%s\">%s</a></figcaption></figure>\n",
                          svg, outline->link, caption);
}

/**
 * sk_export_to_html:
 *
 * Writes the outline as a page that needs nothing else, on the web or on disk.
 *
 * Returns: (transfer full): UTF-8
 */
GBytes *
sk_export_to_html (SkOutline *outline)
{
  GString *out = g_string_new (NULL);

  append_head (out, outline);
  g_string_append (out, "<body>\n<main>\n");
  append_element (out, "h1", outline->title, "h1");
  append_element (out, "p class=\"audience\"", outline->audience, "p");
  append_facts (out, outline->facts);
  append_table (out, outline);
  append_helplines (out, outline);
  append_code (out, outline);
  g_string_append (out, "</main>\n</body>\n</html>\n");

  return g_string_free_to_bytes (out);
}
