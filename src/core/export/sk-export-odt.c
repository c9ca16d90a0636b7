/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "sidekick-config.h"
#include "sk-core-resources.h"
#include "sk-export-private.h"
#include "sk-qr-image.h"
#include "sk-xml-text.h"
#include "sk-zip.h"

#define LINE_BREAK "<text:line-break/>"
#define PICTURE "Pictures/code.png"

static const char mimetype[] = "application/vnd.oasis.opendocument.text";

static const char manifest[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
  "manifest:version=\"1.2\">\n"
  " <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
  "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\n"
  " <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
  " <manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
  " <manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\n"
  "%s</manifest:manifest>\n";

static const char manifest_picture[] =
  " <manifest:file-entry manifest:full-path=\"" PICTURE "\" manifest:media-type=\"image/png\"/>\n";

static const char meta[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
  "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\">\n"
  " <office:meta>\n"
  "  <meta:generator>Sidekick/" PACKAGE_VERSION "</meta:generator>\n"
  "  <dc:title>%s</dc:title>\n"
  "  <dc:language>%s</dc:language>\n"
  "  <dc:date>%s</dc:date>\n"
  " </office:meta>\n"
  "</office:document-meta>\n";

static void
append_paragraph (GString    *out,
                  const char *style,
                  const char *text)
{
  g_autofree char *xml = sk_xml_text_lines (text, LINE_BREAK);

  if (*text != '\0')
    g_string_append_printf (out, "<text:p text:style-name=\"%s\">%s</text:p>\n", style, xml);
}

/* In the second language, which the document is not in. */
static void
append_paragraph_in (GString    *out,
                     const char *style,
                     const char *text,
                     guint       language)
{
  g_autofree char *xml = sk_xml_text_lines (text, LINE_BREAK);

  if (language == 0)
    append_paragraph (out, style, text);
  else if (*text != '\0')
    g_string_append_printf (out,
                            "<text:p text:style-name=\"%s\"><text:span text:style-name=\"Second\">"
                            "%s</text:span></text:p>\n",
                            style, xml);
}

static void
append_labelled (GString    *out,
                 const char *style,
                 const char *label,
                 const char *text)
{
  g_autofree char *label_xml = sk_xml_text (label);
  g_autofree char *xml = sk_xml_text_lines (text, LINE_BREAK);

  g_string_append_printf (out,
                          "<text:p text:style-name=\"%s\"><text:span text:style-name=\"Label\">"
                          "%s:</text:span> %s</text:p>\n",
                          style, label_xml, xml);
}

static void
append_heading (GString    *out,
                guint       level,
                const char *text)
{
  g_autofree char *xml = sk_xml_text (text);

  g_string_append_printf (out,
                          "<text:h text:style-name=\"Heading_20_%u\" text:outline-level=\"%u\">"
                          "%s</text:h>\n",
                          level, level, xml);
}

static void
append_link (GString    *out,
             const char *style,
             const char *url,
             const char *text)
{
  g_autofree char *address = sk_xml_text (url);
  g_autofree char *xml = sk_xml_text (text);

  g_string_append_printf (out,
                          "<text:p text:style-name=\"%s\"><text:a xlink:type=\"simple\" "
                          "xlink:href=\"%s\" text:style-name=\"Internet_20_link\">%s</text:a>"
                          "</text:p>\n",
                          style, address, xml);
}

static void
append_preparation (GString            *out,
                    SkOutline          *outline,
                    const SkOutlineRow *row)
{
  append_paragraph (out, "Table_20_Contents", row->goal);
  if (row->url != NULL)
    append_link (out, "Remark", row->url, *row->source != '\0' ? row->source : row->url);
  else
    append_paragraph (out, "Remark", row->source);

  if (row->materials[0] != NULL)
    {
      g_string_append (out, "<text:list text:style-name=\"To_20_tick\">\n");
      for (guint i = 0; row->materials[i] != NULL; i++)
        {
          g_string_append (out, "<text:list-item>");
          append_paragraph (out, "Table_20_Contents", row->materials[i]);
          g_string_append (out, "</text:list-item>\n");
        }
      g_string_append (out, "</text:list>\n");
    }

  if (*row->note != '\0')
    {
      g_autofree char *label = sk_outline_dup_label (outline, "note");

      append_labelled (out, "Private_20_note", label, row->note);
    }
}

static void
begin_cell (GString    *out,
            const char *style)
{
  g_string_append_printf (out,
                          "<table:table-cell table:style-name=\"%s\" "
                          "office:value-type=\"string\">\n",
                          style);
}

static void
end_cell (GString *out)
{
  /* A cell has a paragraph at least. */
  if (g_str_has_suffix (out->str, "\"string\">\n"))
    g_string_append (out, "<text:p text:style-name=\"Table_20_Contents\"/>\n");
  g_string_append (out, "</table:table-cell>\n");
}

static void
append_cell (GString    *out,
             const char *cell_style,
             const char *style,
             const char *text)
{
  begin_cell (out, cell_style);
  append_paragraph (out, style, text);
  end_cell (out);
}

static void
append_row (GString            *out,
            SkOutline          *outline,
            const SkOutlineRow *row)
{
  g_autofree char *minutes = NULL;

  minutes = row->minutes > 0 && row->lane < 0 ? g_strdup_printf ("%u", row->minutes)
                                              : g_strdup ("");
  g_string_append (out, "<table:table-row table:style-name=\"Programme.Row\">\n");
  append_cell (out, "Programme.Cell", "Block_20_title", row->clock);
  append_cell (out, "Programme.Cell", "Table_20_Contents", minutes);

  for (guint i = 0; i < outline->words->len; i++)
    {
      g_autofree char *title = g_strconcat (row->lane >= 0 ? "↳ " : "", row->titles[i], NULL);

      begin_cell (out, "Programme.Cell");
      append_paragraph_in (out, "Block_20_title", title, i);
      append_paragraph_in (out, "Remark", row->remarks[i], i);
      if (i == 0)
        append_preparation (out, outline, row);
      end_cell (out);
    }

  g_string_append (out, "</table:table-row>\n");
}

static void
append_table (GString   *out,
              SkOutline *outline)
{
  g_autofree char *name = sk_outline_dup_label (outline, "programme");
  g_autofree char *name_xml = sk_xml_text (name);
  g_autofree char *time = sk_outline_dup_label (outline, "column-time");
  g_autofree char *minutes = sk_outline_dup_label (outline, "column-minutes");

  g_string_append_printf (out,
                          "<table:table table:name=\"%s\" table:style-name=\"Programme\">\n"
                          "<table:table-column table:style-name=\"Programme.Time\"/>\n"
                          "<table:table-column table:style-name=\"Programme.Minutes\"/>\n"
                          "<table:table-column table:style-name=\"Programme.What\" "
                          "table:number-columns-repeated=\"%u\"/>\n"
                          "<table:table-header-rows>\n<table:table-row>\n",
                          name_xml, outline->words->len);
  append_cell (out, "Programme.Head", "Table_20_Heading", time);
  append_cell (out, "Programme.Head", "Table_20_Heading", minutes);
  for (guint i = 0; i < outline->words->len; i++)
    append_cell (out, "Programme.Head", "Table_20_Heading",
                 sk_paper_words_get (sk_outline_get_words (outline, i), "column-what"));
  g_string_append (out, "</table:table-row>\n</table:table-header-rows>\n");

  for (guint i = 0; i < outline->rows->len; i++)
    append_row (out, outline, g_ptr_array_index (outline->rows, i));
  g_string_append (out, "</table:table>\n");
}

static void
append_code (GString   *out,
             SkOutline *outline)
{
  g_autofree char *caption = sk_outline_dup_label (outline, "code-caption");
  g_autofree char *alternative = sk_xml_text (caption);

  if (outline->link == NULL)
    return;

  g_string_append_printf (out,
                          "<text:p text:style-name=\"Text_20_body\"><draw:frame "
                          "draw:style-name=\"Code\" draw:name=\"QR\" text:anchor-type=\"as-char\" "
                          "svg:width=\"3.6cm\" svg:height=\"3.6cm\"><draw:image xlink:href=\""
                          PICTURE "\" xlink:type=\"simple\" xlink:show=\"embed\" "
                          "xlink:actuate=\"onLoad\"/><svg:title>QR: %s</svg:title>"
                          "<svg:desc>%s</svg:desc></draw:frame></text:p>\n",
                          alternative, alternative);
  append_link (out, "Remark", outline->link, caption);
}

static void
append_facts (GString   *out,
              GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const SkOutlineFact *fact = g_ptr_array_index (facts, i);

      append_labelled (out, "Text_20_body", fact->label, fact->value);
    }
}

static void
append_helplines (GString   *out,
                  SkOutline *outline)
{
  g_autofree char *help = sk_outline_dup_label (outline, "kind-help");

  if (outline->helplines->len == 0)
    return;

  append_heading (out, 2, help);
  append_facts (out, outline->helplines);
}

static char *
make_body (SkOutline *outline)
{
  GString *out = g_string_new (NULL);
  g_autofree char *programme = sk_outline_dup_label (outline, "programme");

  append_heading (out, 1, outline->title);
  append_paragraph (out, "Subtitle", outline->audience);
  append_facts (out, outline->facts);
  append_heading (out, 2, programme);
  append_table (out, outline);
  append_helplines (out, outline);
  append_code (out, outline);

  return g_string_free_and_steal (out);
}

/* A file of data/export/odt, with what goes in its places. */
static GString *
load_part (const char *name)
{
  g_autofree char *path = g_strconcat (SK_RESOURCE_BASE "/export/odt/", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (sk_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &error);
  if (bytes == NULL)
    g_error ("A part of exported documents is missing: %s", error->message);

  return g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

static GBytes *
make_content (SkOutline *outline)
{
  GString *content = load_part ("content.xml");
  g_autofree char *body = make_body (outline);
  const gboolean both = outline->words->len > 1;
  g_autofree char *second = sk_xml_text (outline->languages[both ? 1 : 0]);

  g_string_replace (content, "@WIDTH@", both ? "6.7cm" : "13.4cm", 1);
  g_string_replace (content, "@SECOND@", second, 1);
  g_string_replace (content, "@BODY@", body, 1);
  return g_string_free_to_bytes (content);
}

static GBytes *
make_styles (SkOutline *outline)
{
  GString *styles = load_part ("styles.xml");
  g_autofree char *language = sk_xml_text (outline->languages[0]);

  g_string_replace (styles, "@LANGUAGE@", language, 1);
  return g_string_free_to_bytes (styles);
}

/* When it was changed last: the same session is the same file. */
static GBytes *
make_meta (SkOutline *outline)
{
  g_autoptr (GDateTime) modified = NULL;
  g_autofree char *date = NULL;
  g_autofree char *title = sk_xml_text (outline->title);
  g_autofree char *language = sk_xml_text (outline->languages[0]);
  char *text;

  modified = g_date_time_new_from_unix_utc (sk_session_get_modified (outline->session));
  if (modified == NULL)
    modified = g_date_time_new_from_unix_utc (0);
  date = g_date_time_format (modified, "%Y-%m-%dT%H:%M:%SZ");
  text = g_strdup_printf (meta, title, language, date);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make_manifest (SkOutline *outline)
{
  char *text = g_strdup_printf (manifest, outline->link != NULL ? manifest_picture : "");

  return g_bytes_new_take (text, strlen (text));
}

static void
add_picture (SkZip     *zip,
             SkOutline *outline)
{
  g_autoptr (SkQr) code = sk_qr_new (outline->link, NULL);
  g_autoptr (GBytes) png = sk_qr_image_to_png (code);

  sk_zip_store (zip, PICTURE, png);
}

/**
 * sk_export_to_odt:
 *
 * Writes the outline as a text that LibreOffice, Word and others open and people go on with.
 *
 * Returns: (transfer full): OpenDocument text (ISO/IEC 26300)
 */
GBytes *
sk_export_to_odt (SkOutline *outline)
{
  SkZip *zip = sk_zip_new ();
  g_autoptr (GBytes) type = g_bytes_new_static (mimetype, strlen (mimetype));
  g_autoptr (GBytes) content = make_content (outline);
  g_autoptr (GBytes) styles = make_styles (outline);
  g_autoptr (GBytes) facts = make_meta (outline);
  g_autoptr (GBytes) list = make_manifest (outline);

  sk_zip_store (zip, "mimetype", type);
  sk_zip_deflate (zip, "content.xml", content);
  sk_zip_deflate (zip, "styles.xml", styles);
  sk_zip_deflate (zip, "meta.xml", facts);
  if (outline->link != NULL)
    add_picture (zip, outline);
  sk_zip_deflate (zip, "META-INF/manifest.xml", list);

  return sk_zip_end (zip);
}
