/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-page-pdf.h"

#include <cairo-pdf.h>
#include <string.h>

#include "session/sk-session-error.h"

#define CREATOR "Sidekick"
#define CATALOG "<< /Type /Catalog"
#define START_OF_TABLE "startxref"

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
describe (const SkPageDocument *document,
          cairo_surface_t      *surface)
{
  g_autoptr (GDateTime) modified = g_date_time_new_from_unix_utc (document->modified);
  g_autofree char *date = g_date_time_format (modified, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, document->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, CREATOR);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static cairo_status_t
draw (const SkPageDocument *document,
      cairo_surface_t      *surface)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < document->pages->len; i++)
    {
      sk_page_drawing_draw (g_ptr_array_index (document->pages, i), cr, TRUE);
      if (i + 1 < document->pages->len)
        cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/* Where in a PDF, from its end, a word begins; NULL if nowhere. */
static const char *
find_last (const GByteArray *pdf,
           const char       *word)
{
  gsize length = strlen (word);

  for (gsize at = pdf->len >= length ? pdf->len - length + 1 : 0; at > 0; at--)
    {
      if (memcmp (pdf->data + at - 1, word, length) == 0)
        return (const char *) pdf->data + at - 1;
    }

  return NULL;
}

/* What stands between two words of a PDF, of which the first comes last in it. */
static char *
dup_between (const GByteArray *pdf,
             const char       *word,
             const char       *end)
{
  const char *from = find_last (pdf, word);
  gsize left = from != NULL ? (gsize) ((const char *) pdf->data + pdf->len - from) : 0;
  const char *to = from != NULL ? g_strstr_len (from, (gssize) left, end) : NULL;

  return to != NULL ? g_strndup (from + strlen (word), (gsize) (to - from) - strlen (word)) : NULL;
}

/* Cairo does not say in which language a document is, without which it is read aloud wrongly: says
 * so, and that its title is to be shown, in a newer version of the catalog at the end of the PDF.
 */
static void
add_language (GByteArray *pdf,
              const char *language)
{
  g_autofree char *catalog = dup_between (pdf, CATALOG, "endobj");
  g_autofree char *trailer = dup_between (pdf, "trailer\n<<", ">>");
  g_autofree char *table = dup_between (pdf, START_OF_TABLE, "%%EOF");
  const char *root = trailer != NULL ? strstr (trailer, "/Root ") : NULL;
  g_autoptr (GString) update = g_string_new (NULL);
  guint64 number;
  gsize table_at;

  if (catalog == NULL || root == NULL || table == NULL)
    return;

  number = g_ascii_strtoull (root + strlen ("/Root "), NULL, 10);
  g_string_append_printf (update,
                          "%" G_GUINT64_FORMAT " 0 obj\n" CATALOG " /Lang (%s)"
                          " /ViewerPreferences << /DisplayDocTitle true >>%sendobj\n",
                          number, language, catalog);
  table_at = pdf->len + update->len;
  g_string_append_printf (update,
                          "xref\n%" G_GUINT64_FORMAT " 1\n%010u 00000 n \n"
                          "trailer\n<<%s /Prev %s>>\n" START_OF_TABLE "\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          number, pdf->len, trailer, g_strstrip (table), table_at);
  g_byte_array_append (pdf, (const guint8 *) update->str, (guint) update->len);
}

/**
 * sk_page_pdf_write:
 * @document: pages
 *
 * Writes pages as a PDF with their structure, their language and their fonts.
 *
 * Returns: (transfer full) (nullable): the PDF; %NULL with %SK_SESSION_ERROR_EXPORT
 */
GBytes *
sk_page_pdf_write (const SkPageDocument  *document,
                   GError               **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (write_bytes, pdf, document->width, document->height);
  cairo_status_t status;

  /* The version whose catalog is no part of a compressed stream. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  describe (document, surface);
  status = draw (document, surface);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SK_SESSION_ERROR, SK_SESSION_ERROR_EXPORT, "The PDF cannot be made: %s",
                   cairo_status_to_string (status));
      return NULL;
    }

  add_language (pdf, document->language);
  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
}
