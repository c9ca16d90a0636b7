/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-share-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "export/sk-export.h"
#include "page/sk-paper-words.h"
#include "session/sk-handoff.h"
#include "session/sk-session-format.h"
#include "sidekick-config.h"
#include "sk-qr-view.h"
#include "sk-words.h"

struct _SkShareDialog
{
  AdwDialog parent_instance;

  SkSession *session;
  char *link;
  GPtrArray *languages;       /* GStrv, those of each row of the choice */
  GCancellable *saving;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  SkQrView *code;
  AdwComboRow *language;
  AdwSwitchRow *leader;
  AdwPreferencesGroup *files;
};

G_DEFINE_FINAL_TYPE (SkShareDialog, sk_share_dialog, ADW_TYPE_DIALOG)

/* The session's own file is none of the exports. */
#define OWN_FILE SK_N_EXPORT_FORMATS

static const struct
{
  guint format;
  gboolean event_a_block;
  const char *title;
  const char *subtitle;
} rows[] = {
  {OWN_FILE, FALSE, N_("Session"), N_("All of it, private notes too, for another Sidekick")},
  {SK_EXPORT_ODT, FALSE, N_("Text Document"), N_("OpenDocument, for LibreOffice and Word")},
  {SK_EXPORT_HTML, FALSE, N_("Web Page"), N_("One HTML file that needs nothing else")},
  {SK_EXPORT_MARKDOWN, FALSE, N_("Markdown"), N_("Plain text with headings and lists")},
  {SK_EXPORT_ICALENDAR, FALSE, N_("Calendar"), N_("One event, with the agenda")},
  {SK_EXPORT_ICALENDAR, TRUE, N_("Calendar, Block by Block"), N_("An event for each block")},
  {SK_EXPORT_CSV, FALSE, N_("Table"), N_("CSV, for a spreadsheet")},
  {SK_EXPORT_JSON, FALSE, N_("Data"), N_("JSON, for programs")},
};

static void
show_toast (SkShareDialog *self, char *words /* (transfer full) */)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_free (words);
}

static void
on_copy_clicked (SkShareDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->link);
  show_toast (self, g_strdup (_("Link copied")));
}

static const char *
get_suffix (guint row)
{
  return rows[row].format == OWN_FILE
           ? ".sidekick"
           : sk_export_format_get_suffix ((SkExportFormat) rows[row].format);
}

/* Of the title, without what some file systems do not take. */
static char *
make_name (SkShareDialog *self,
           guint          row)
{
  const char *title = sk_session_get_title (self->session);
  g_autofree char *name = g_strdup (*title != '\0' ? title : _("Session"));

  return g_strconcat (g_strdelimit (name, "/\\:*?\"<>|", '-'), get_suffix (row), NULL);
}

static GBytes *
write_row (SkShareDialog  *self,
           guint           row,
           GError        **error)
{
  GStrv languages =
    g_ptr_array_index (self->languages, adw_combo_row_get_selected (self->language));
  SkExportOptions options = {0};

  if (rows[row].format == OWN_FILE)
    return sk_session_format_write (self->session);

  options.sheet.kind = adw_switch_row_get_active (self->leader) ? SK_SHEET_LEADER : SK_SHEET_WALL;
  options.sheet.languages = (const char * const *) languages;
  options.event_a_block = rows[row].event_a_block;
  return sk_export (self->session, (SkExportFormat) rows[row].format, &options, error);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (SkShareDialog) self = data;
  GFile *file = G_FILE (source);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (file, result, NULL, &error))
    show_toast (self, g_strdup_printf (_("Saved “%s”"), shown));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (self, g_strdup_printf (_("“%s” cannot be saved here (%s): choose another place"),
                                       shown, error->message));
}

static void
on_chosen (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (SkShareDialog) self = data;
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (dialog, result, NULL);
  const guint row = GPOINTER_TO_UINT (g_object_get_data (source, "row"));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || g_cancellable_is_cancelled (self->saving))
    return;

  bytes = write_row (self, row, &error);
  if (bytes == NULL)
    show_toast (self, g_strdup (error->message));
  else
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, self->saving,
                                         on_written, g_object_ref (self));
}

static void
save_row (SkShareDialog *self,
          guint          row)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = make_name (self, row);

  gtk_file_dialog_set_title (dialog, _(rows[row].title));
  gtk_file_dialog_set_initial_name (dialog, name);
  g_object_set_data (G_OBJECT (dialog), "row", GUINT_TO_POINTER (row));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->saving,
                        on_chosen, g_object_ref (self));
}

static void
on_save_clicked (SkShareDialog *self)
{
  save_row (self, 0);
}

static void
on_row_activated (SkShareDialog *self,
                  GtkWidget     *row)
{
  save_row (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "row")));
}

static void
on_closed (SkShareDialog *self)
{
  g_cancellable_cancel (self->saving);
}

static void
sk_share_dialog_dispose (GObject *object)
{
  SkShareDialog *self = SK_SHARE_DIALOG (object);

  g_clear_object (&self->saving);
  g_clear_object (&self->session);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_SHARE_DIALOG);

  G_OBJECT_CLASS (sk_share_dialog_parent_class)->dispose (object);
}

static void
sk_share_dialog_class_init (SkShareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_share_dialog_dispose;

  g_type_ensure (SK_TYPE_QR_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-share-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkShareDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SkShareDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SkShareDialog, code);
  gtk_widget_class_bind_template_child (widget_class, SkShareDialog, language);
  gtk_widget_class_bind_template_child (widget_class, SkShareDialog, leader);
  gtk_widget_class_bind_template_child (widget_class, SkShareDialog, files);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

static void
add_file_row (SkShareDialog *self,
              guint          number)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(rows[number].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(rows[number].subtitle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("document-save-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "row", GUINT_TO_POINTER (number));
  g_signal_connect_swapped (row, "activated", G_CALLBACK (on_row_activated), self);
  adw_preferences_group_add (self->files, row);
}

static void
sk_share_dialog_init (SkShareDialog *self)
{
  self->saving = g_cancellable_new ();
  self->languages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_file_row (self, i);
}

static void
show_code (SkShareDialog *self)
{
  g_autoptr (SkQr) code = NULL;

  self->link = sk_handoff_write (self->session);
  code = sk_qr_new (self->link, NULL);
  gtk_stack_set_visible_child_name (self->stack, code != NULL ? "code" : "no-fit");
  if (code != NULL)
    sk_qr_view_set_code (self->code, code);
}

static void
add_languages (SkShareDialog *self, GtkStringList *names, GStrv languages /* (transfer full) */)
{
  g_autofree char *first = sk_words_language (languages[0]);
  g_autofree char *second = languages[1] != NULL ? sk_words_language (languages[1]) : NULL;
  g_autofree char *both = NULL;

  /* TRANSLATORS: two languages, side by side in a document. */
  if (second != NULL)
    both = g_strdup_printf (_("%s and %s"), first, second);
  gtk_string_list_append (names, both != NULL ? both : first);
  g_ptr_array_add (self->languages, languages);
}

/* The session's own language first, then its two side by side, then all others. */
static void
list_languages (SkShareDialog *self)
{
  const char * const *own = sk_session_get_languages (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (SkPaperWords) words = sk_paper_words_new (own[0]);
  const char *first = sk_paper_words_get_language (words);

  add_languages (self, names, g_strdupv ((GStrv) (const char * const[]) {first, NULL}));
  for (guint i = 0; sk_paper_languages[i] != NULL; i++)
    {
      const char *other = sk_paper_languages[i];

      if (strcmp (other, first) != 0 && g_strv_contains (own, other))
        add_languages (self, names,
                       g_strdupv ((GStrv) (const char * const[]) {first, other, NULL}));
    }
  for (guint i = 0; sk_paper_languages[i] != NULL; i++)
    if (strcmp (sk_paper_languages[i], first) != 0)
      add_languages (self, names,
                     g_strdupv ((GStrv) (const char * const[]) {sk_paper_languages[i], NULL}));

  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
}

/**
 * sk_share_dialog_new:
 * @session: what to pass on
 *
 * Returns: (transfer floating): a dialog with its link, its code, and the files that it can be
 */
AdwDialog *
sk_share_dialog_new (SkSession *session)
{
  SkShareDialog *self;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  self = g_object_new (SK_TYPE_SHARE_DIALOG, NULL);
  self->session = g_object_ref (session);
  show_code (self);
  list_languages (self);
  return ADW_DIALOG (self);
}
