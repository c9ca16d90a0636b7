/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-export.h"

#include <string.h>

#include "sk-export-json.h"
#include "sk-export-private.h"

static const struct
{
  const char *name;
  const char *suffix;
  const char *media_type;
} formats[SK_N_EXPORT_FORMATS] = {
  [SK_EXPORT_PDF] = {"pdf", ".pdf", "application/pdf"},
  [SK_EXPORT_ICALENDAR] = {"ics", ".ics", "text/calendar"},
  [SK_EXPORT_ODT] = {"odt", ".odt", "application/vnd.oasis.opendocument.text"},
  [SK_EXPORT_MARKDOWN] = {"md", ".md", "text/markdown"},
  [SK_EXPORT_HTML] = {"html", ".html", "text/html"},
  [SK_EXPORT_CSV] = {"csv", ".csv", "text/csv"},
  [SK_EXPORT_JSON] = {"json", ".json", "application/json"},
};

static GBytes *
export_json (SkSession          *session,
             const char * const *languages)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;
  char *text;

  sk_export_build_json (builder, session, languages != NULL ? languages[0] : NULL, FALSE);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);
  text = g_strconcat (json, "\n", NULL);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
export_outline (SkOutline      *outline,
                SkExportFormat  format,
                gboolean        event_a_block)
{
  switch (format)
    {
    case SK_EXPORT_ICALENDAR:
      return sk_export_to_icalendar (outline, event_a_block);
    case SK_EXPORT_ODT:
      return sk_export_to_odt (outline);
    case SK_EXPORT_MARKDOWN:
      return sk_export_to_markdown (outline);
    case SK_EXPORT_HTML:
      return sk_export_to_html (outline);
    case SK_EXPORT_CSV:
      return sk_export_to_csv (outline);
    case SK_EXPORT_PDF:
    case SK_EXPORT_JSON:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * sk_export:
 * @format: what to write
 * @options: (nullable): how; %NULL is the leader's, in the session's first language
 *
 * Writes the session as a file of another program. The same session gives the same file.
 *
 * Returns: (transfer full) (nullable): the file; %NULL where the PDF cannot be made
 */
GBytes *
sk_export (SkSession              *session,
           SkExportFormat          format,
           const SkExportOptions  *options,
           GError                **error)
{
  const SkExportOptions usual = {{SK_SHEET_LEADER, NULL, FALSE}, FALSE};
  g_autoptr (SkOutline) outline = NULL;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);
  g_return_val_if_fail (format < SK_N_EXPORT_FORMATS, NULL);

  if (options == NULL)
    options = &usual;

  if (format == SK_EXPORT_PDF)
    {
      g_autoptr (SkSheet) sheet = sk_sheet_new (session, &options->sheet);

      return sk_sheet_to_pdf (sheet, error);
    }

  if (format == SK_EXPORT_JSON)
    return export_json (session, options->sheet.languages);

  outline =
    sk_outline_new (session, options->sheet.languages, options->sheet.kind == SK_SHEET_LEADER);
  return export_outline (outline, format, options->event_a_block);
}

/**
 * sk_export_format_parse:
 * @text: any text
 * @format: (out): the format that it names
 *
 * Returns: whether it names one
 */
gboolean
sk_export_format_parse (const char     *text,
                        SkExportFormat *format)
{
  for (guint i = 0; i < SK_N_EXPORT_FORMATS; i++)
    if (g_ascii_strcasecmp (text, formats[i].name) == 0)
      {
        *format = (SkExportFormat) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sk_export_format_to_string:
 *
 * Returns: (transfer none): the name of the format: "ics"
 */
const char *
sk_export_format_to_string (SkExportFormat format)
{
  g_return_val_if_fail (format < SK_N_EXPORT_FORMATS, NULL);

  return formats[format].name;
}

/**
 * sk_export_format_get_suffix:
 *
 * Returns: (transfer none): what the names of its files end with: ".ics"
 */
const char *
sk_export_format_get_suffix (SkExportFormat format)
{
  g_return_val_if_fail (format < SK_N_EXPORT_FORMATS, NULL);

  return formats[format].suffix;
}

/**
 * sk_export_format_get_media_type:
 *
 * Returns: (transfer none): its media type: "text/calendar"
 */
const char *
sk_export_format_get_media_type (SkExportFormat format)
{
  g_return_val_if_fail (format < SK_N_EXPORT_FORMATS, NULL);

  return formats[format].media_type;
}
