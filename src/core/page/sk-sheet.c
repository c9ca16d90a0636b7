/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sheet.h"

#include <cairo-pdf.h>

#include "session/sk-session-error.h"
#include "sk-sheet-plan.h"

#define CREATOR "Sidekick"

struct _SkSheet
{
  GObject parent_instance;

  GPtrArray *pages;     /* SkPageDrawing */
  gboolean landscape;
  char *title;
  char *subject;
  gint64 modified;
};

G_DEFINE_FINAL_TYPE (SkSheet, sk_sheet, G_TYPE_OBJECT)

static const char * const kind_names[] = {
  [SK_SHEET_LEADER] = "leader",
  [SK_SHEET_WALL] = "wall",
  [SK_SHEET_FAMILY] = "family",
};

static const char * const kind_keys[] = {
  [SK_SHEET_LEADER] = "sheet-leader",
  [SK_SHEET_WALL] = "sheet-wall",
  [SK_SHEET_FAMILY] = "sheet-family",
};

static void
sk_sheet_finalize (GObject *object)
{
  SkSheet *self = SK_SHEET (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subject, g_free);

  G_OBJECT_CLASS (sk_sheet_parent_class)->finalize (object);
}

static void
sk_sheet_class_init (SkSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sk_sheet_finalize;
}

static void
sk_sheet_init (SkSheet *self)
{
}

/**
 * sk_sheet_new:
 * @session: a session
 * @options: what is wanted on paper
 *
 * Lays a session out on pages, which takes some milliseconds; may be called in any thread.
 *
 * Returns: (transfer full): the sheet
 */
SkSheet *
sk_sheet_new (SkSession            *session,
              const SkSheetOptions *options)
{
  g_autoptr (SkSheet) self = g_object_new (SK_TYPE_SHEET, NULL);
  g_autoptr (SkSheetPlan) plan = NULL;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  plan = sk_sheet_plan_new (session, options);
  self->title = g_strdup (sk_session_get_title (session));
  self->subject = sk_sheet_plan_join (plan, kind_keys[options->kind], " / ");
  self->modified = sk_session_get_modified (session);
  switch (options->kind)
    {
    case SK_SHEET_LEADER:
      self->pages = sk_sheet_lay_out_leader (plan);
      break;
    case SK_SHEET_WALL:
      self->pages = sk_sheet_lay_out_wall (plan);
      break;
    case SK_SHEET_FAMILY:
      self->pages = sk_sheet_lay_out_family (plan);
      self->landscape = options->large_print;
      break;
    }

  return g_steal_pointer (&self);
}

/**
 * sk_sheet_get_n_pages:
 *
 * Returns: how many pages there are, each on a sheet of paper of its own unless it is printed
 *   on both sides
 */
guint
sk_sheet_get_n_pages (SkSheet *self)
{
  g_return_val_if_fail (SK_IS_SHEET (self), 0);

  return self->pages->len;
}

/**
 * sk_sheet_get_size:
 * @width: (out): how wide a page is, in points
 * @height: (out): how high a page is, in points
 *
 * Tells how large the pages are: A4, upright or on its side.
 */
void
sk_sheet_get_size (SkSheet *self,
                   double  *width,
                   double  *height)
{
  g_return_if_fail (SK_IS_SHEET (self));

  *width = self->landscape ? SK_PAPER_HEIGHT : SK_PAPER_WIDTH;
  *height = self->landscape ? SK_PAPER_WIDTH : SK_PAPER_HEIGHT;
}

static void
draw_page (SkSheet  *self,
           guint     page,
           cairo_t  *cr,
           gboolean  tagged)
{
  cairo_save (cr);
  sk_page_drawing_draw (g_ptr_array_index (self->pages, page), cr, tagged);
  cairo_restore (cr);
}

/**
 * sk_sheet_draw:
 * @page: from 0
 * @cr: where its upper left corner is the origin
 *
 * Draws a page, black on whatever there is.
 */
void
sk_sheet_draw (SkSheet *self,
               guint    page,
               cairo_t *cr)
{
  g_return_if_fail (SK_IS_SHEET (self));
  g_return_if_fail (page < self->pages->len);

  draw_page (self, page, cr, FALSE);
}

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
describe_document (SkSheet         *self,
                   cairo_surface_t *surface)
{
  g_autoptr (GDateTime) modified = g_date_time_new_from_unix_utc (self->modified);
  g_autofree char *date = g_date_time_format (modified, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, CREATOR);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static cairo_status_t
draw_document (SkSheet         *self,
               cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < self->pages->len; i++)
    {
      draw_page (self, i, cr, TRUE);
      if (i + 1 < self->pages->len)
        cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/**
 * sk_sheet_to_pdf:
 *
 * Writes the pages as a PDF: tagged, with its fonts in it. The same sheet always gives the
 * same bytes.
 *
 * Returns: (transfer full) (nullable): the PDF; %NULL with %SK_SESSION_ERROR_EXPORT
 */
GBytes *
sk_sheet_to_pdf (SkSheet  *self,
                 GError  **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width;
  double height;

  g_return_val_if_fail (SK_IS_SHEET (self), NULL);

  sk_sheet_get_size (self, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, width, height);
  describe_document (self, surface);
  status = draw_document (self, surface);
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

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * sk_sheet_kind_to_string:
 *
 * Returns: (transfer none): "leader", "wall" or "family"
 */
const char *
sk_sheet_kind_to_string (SkSheetKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * sk_sheet_kind_parse:
 * @kind: (out): the sheet that the text names
 *
 * Returns: whether @text names one
 */
gboolean
sk_sheet_kind_parse (const char  *text,
                     SkSheetKind *kind)
{
  g_return_val_if_fail (text != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    {
      if (g_str_equal (kind_names[i], text))
        {
          *kind = (SkSheetKind) i;
          return TRUE;
        }
    }

  return FALSE;
}
