/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sheet.h"

#include "sk-page-pdf.h"
#include "sk-sheet-plan.h"

struct _SkSheet
{
  GObject parent_instance;

  GPtrArray *pages;     /* SkPageDrawing */
  gboolean landscape;
  char *title;
  char *subject;
  char *language;
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
  g_clear_pointer (&self->language, g_free);

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
  self->language = g_strdup (plan->languages[0]);
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

  sk_page_drawing_draw (g_ptr_array_index (self->pages, page), cr, FALSE);
}

/**
 * sk_sheet_to_pdf:
 *
 * Writes the pages as a PDF: tagged, in the language of the paper, with its fonts in it. The
 * same sheet always gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the PDF; %NULL with %SK_SESSION_ERROR_EXPORT
 */
GBytes *
sk_sheet_to_pdf (SkSheet  *self,
                 GError  **error)
{
  SkPageDocument document = {
    .pages = self->pages,
    .title = self->title,
    .subject = self->subject,
    .language = self->language,
    .modified = self->modified,
  };

  g_return_val_if_fail (SK_IS_SHEET (self), NULL);

  sk_sheet_get_size (self, &document.width, &document.height);
  return sk_page_pdf_write (&document, error);
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
