/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-print-dialog.h"

#include <glib/gi18n.h>

#include "page/sk-paper-words.h"
#include "sidekick-config.h"
#include "sk-sheet-page.h"

#define MAX_FILE_NAME 80

/* The file that is handed to the printer, and where its dialog keeps it. */
#define TEMPORARY_NAME "sidekick-XXXXXX.pdf"
#define FILE_KEY "file"

struct _SkPrintDialog
{
  AdwDialog parent_instance;

  SkSession *session;
  GSettings *settings;
  SkSheet *sheet;             /* what is shown; NULL until it is laid out */
  GCancellable *layout;       /* of what is being laid out; NULL when nothing is */
  gboolean ready;             /* whether the controls show what was chosen before */

  AdwToastOverlay *toasts;
  GtkBox *pages;
  AdwToggleGroup *sheets;
  GtkLabel *about;
  AdwComboRow *first;
  AdwComboRow *second;
  AdwSwitchRow *large;
  GtkLabel *papers;
  GtkWidget *save;
  GtkWidget *print;
};

G_DEFINE_FINAL_TYPE (SkPrintDialog, sk_print_dialog, ADW_TYPE_DIALOG)

/* What is laid out, handed to a thread. */
typedef struct
{
  SkSession *session;
  SkSheetKind kind;
  GStrv languages;
  gboolean large_print;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->session);
  g_strfreev (wish->languages);
  g_free (wish);
}

/* Each language by its own name, which whoever reads it knows. */
static const char * const language_names[] = {"Nederlands", "Français", "Deutsch", "English", NULL};

static const char * const abouts[] = {
  [SK_SHEET_LEADER] = N_("For whoever leads: times, notes and what to get ready. Not for the wall."),
  [SK_SHEET_WALL] = N_("An agenda that can be read from the back row, without private notes."),
  [SK_SHEET_FAMILY] = N_("What was done, three questions and whom to call. Two on a sheet of paper."),
};

static SkSheetKind
get_kind (SkPrintDialog *self)
{
  SkSheetKind kind = SK_SHEET_LEADER;
  const char *name = adw_toggle_group_get_active_name (self->sheets);

  if (name != NULL)
    sk_sheet_kind_parse (name, &kind);

  return kind;
}

/* The languages chosen; the second list begins with none. */
static GStrv
list_languages (SkPrintDialog *self)
{
  g_autoptr (GStrvBuilder) languages = g_strv_builder_new ();
  guint first = adw_combo_row_get_selected (self->first);
  guint second = adw_combo_row_get_selected (self->second);

  g_strv_builder_add (languages, sk_paper_languages[first]);
  if (second > 0 && second - 1 != first)
    g_strv_builder_add (languages, sk_paper_languages[second - 1]);

  return g_strv_builder_end (languages);
}

/* How much paper it takes, in words. */
static char *
count_papers (SkPrintDialog *self)
{
  guint n = sk_sheet_get_n_pages (self->sheet);
  g_autofree char *papers = NULL;

  if (n == 1 && get_kind (self) == SK_SHEET_FAMILY && !adw_switch_row_get_active (self->large))
    return g_strdup (_("1 sheet of paper for two families"));

  papers = g_strdup_printf (ngettext ("%u sheet of paper", "%u sheets of paper", n), n);
  if (n == 1)
    return g_steal_pointer (&papers);

  /* TRANSLATORS: the first is "3 sheets of paper", the number is that of sheets printed on both sides. */
  return g_strdup_printf (_("%s, or %u on both sides"), papers, (n + 1) / 2);
}

static void
show_sheet (SkPrintDialog *self)
{
  g_autofree char *papers = count_papers (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, child);
  for (guint i = 0; i < sk_sheet_get_n_pages (self->sheet); i++)
    gtk_box_append (self->pages, sk_sheet_page_new (self->sheet, i));

  gtk_label_set_label (self->papers, papers);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->papers), papers,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  gtk_widget_set_sensitive (self->save, TRUE);
  gtk_widget_set_sensitive (self->print, TRUE);
}

static void
lay_out (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Wish *wish = task_data;
  SkSheetOptions options = {wish->kind, (const char * const *) wish->languages, wish->large_print};

  g_task_return_pointer (task, sk_sheet_new (wish->session, &options), g_object_unref);
}

static void
on_laid_out (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  SkPrintDialog *self = SK_PRINT_DIALOG (source);
  g_autoptr (SkSheet) sheet = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Something else was chosen meanwhile, or the dialog closed. */
  if (sheet == NULL)
    return;

  g_clear_object (&self->layout);
  g_set_object (&self->sheet, sheet);
  show_sheet (self);
}

static void
begin_layout (SkPrintDialog *self)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish = g_new0 (Wish, 1);

  g_cancellable_cancel (self->layout);
  g_clear_object (&self->layout);
  self->layout = g_cancellable_new ();

  wish->session = g_object_ref (self->session);
  wish->kind = get_kind (self);
  wish->languages = list_languages (self);
  wish->large_print = adw_switch_row_get_active (self->large);
  task = g_task_new (self, self->layout, on_laid_out, NULL);
  g_task_set_task_data (task, wish, (GDestroyNotify) wish_free);
  g_task_run_in_thread (task, lay_out);
}

static void
remember (SkPrintDialog *self)
{
  g_auto (GStrv) languages = list_languages (self);

  g_settings_set_string (self->settings, "print-sheet", sk_sheet_kind_to_string (get_kind (self)));
  g_settings_set_string (self->settings, "print-beside", languages[1] != NULL ? languages[1] : "");
  g_settings_set_boolean (self->settings, "print-large", adw_switch_row_get_active (self->large));
}

static void
on_choice_changed (SkPrintDialog *self)
{
  if (!self->ready)
    return;

  gtk_label_set_label (self->about, _(abouts[get_kind (self)]));
  remember (self);
  begin_layout (self);
}

static void
complain (SkPrintDialog *self,
          GError        *error)
{
  g_autofree char *words = NULL;

  if (error == NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  words = g_markup_escape_text (error->message, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

static void
say (SkPrintDialog *self,
     const char    *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SkPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_autofree char *words = g_strdup_printf (_("Saved as “%s”"), name);

      say (self, words);
      return;
    }

  complain (self, error);
}

static void
on_file_chosen (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (SkPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GFile) file = NULL;

  file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (file != NULL)
    pdf = sk_sheet_to_pdf (self->sheet, &error);
  if (pdf == NULL)
    {
      complain (self, error);
      return;
    }

  g_file_replace_contents_bytes_async (file, pdf, NULL, FALSE, G_FILE_CREATE_NONE, NULL, on_written,
                                       g_object_ref (self));
}

/* What the sheet is called as a file: no name of a folder is in it. */
static char *
dup_file_name (SkPrintDialog *self)
{
  g_autofree char *title = g_utf8_substring (
    sk_session_get_title (self->session), 0,
    MIN (g_utf8_strlen (sk_session_get_title (self->session), -1), MAX_FILE_NAME));

  g_strdelimit (title, "/\\:", '-');
  return g_strdup_printf ("%s (%s).pdf", g_strstrip (title),
                          adw_toggle_get_label (adw_toggle_group_get_toggle_by_name (
                            self->sheets, sk_sheet_kind_to_string (get_kind (self)))));
}

static void
on_save (SkPrintDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = dup_file_name (self);

  gtk_file_dialog_set_title (dialog, _("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_file_chosen, g_object_ref (self));
}

static GtkPageSetup *
make_page_setup (SkPrintDialog *self)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width;
  double height;

  sk_sheet_get_size (self->sheet, &width, &height);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);

  return setup;
}

/* What was handed to the printer is nobody's any more. */
static void
on_printed (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SkPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = g_object_get_data (source, FILE_KEY);

  if (!gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (source), result, &error))
    complain (self, error);
  g_file_delete_async (file, G_PRIORITY_LOW, NULL, NULL, NULL);
}

static void
on_ready_to_print (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (SkPrintDialog) self = user_data;
  g_autoptr (GtkPrintDialog) dialog = gtk_print_dialog_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      complain (self, error);
      return;
    }
  /* Closed meanwhile. */
  if (self->sheet == NULL)
    {
      g_file_delete_async (G_FILE (source), G_PRIORITY_LOW, NULL, NULL, NULL);
      return;
    }

  setup = make_page_setup (self);
  gtk_print_dialog_set_title (dialog, sk_session_get_title (self->session));
  gtk_print_dialog_set_page_setup (dialog, setup);
  g_object_set_data_full (G_OBJECT (dialog), FILE_KEY, g_object_ref (source), g_object_unref);
  gtk_print_dialog_print_file (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                               G_FILE (source), NULL, on_printed, g_object_ref (self));
}

static void
on_print (SkPrintDialog *self)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  pdf = sk_sheet_to_pdf (self->sheet, &error);
  if (pdf != NULL)
    file = g_file_new_tmp (TEMPORARY_NAME, &stream, &error);
  if (file == NULL)
    {
      complain (self, error);
      return;
    }

  g_file_replace_contents_bytes_async (file, pdf, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       on_ready_to_print, g_object_ref (self));
}

static void
list_languages_to_choose (SkPrintDialog *self)
{
  g_autoptr (GtkStringList) first = gtk_string_list_new (language_names);
  g_autoptr (GtkStringList) second = gtk_string_list_new (NULL);

  gtk_string_list_append (second, _("No Other Language"));
  gtk_string_list_splice (second, 1, 0, language_names);
  adw_combo_row_set_model (self->first, G_LIST_MODEL (first));
  adw_combo_row_set_model (self->second, G_LIST_MODEL (second));
}

static guint
find_language (const char *language)
{
  g_autoptr (SkPaperWords) words = sk_paper_words_new (language);
  guint i = 0;

  while (!g_str_equal (sk_paper_languages[i], sk_paper_words_get_language (words)))
    i++;

  return i;
}

/* What was chosen the last time, and the language of the session. */
static void
recall (SkPrintDialog *self)
{
  g_autofree char *sheet = g_settings_get_string (self->settings, "print-sheet");
  g_autofree char *beside = g_settings_get_string (self->settings, "print-beside");

  list_languages_to_choose (self);
  adw_toggle_group_set_active_name (self->sheets, sheet);
  adw_combo_row_set_selected (self->first,
                              find_language (sk_session_get_languages (self->session)[0]));
  if (*beside != '\0')
    adw_combo_row_set_selected (self->second, find_language (beside) + 1);
  adw_switch_row_set_active (self->large, g_settings_get_boolean (self->settings, "print-large"));
  self->ready = TRUE;
  on_choice_changed (self);
}

static void
sk_print_dialog_dispose (GObject *object)
{
  SkPrintDialog *self = SK_PRINT_DIALOG (object);

  g_cancellable_cancel (self->layout);
  g_clear_object (&self->layout);
  g_clear_object (&self->sheet);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_PRINT_DIALOG);

  G_OBJECT_CLASS (sk_print_dialog_parent_class)->dispose (object);
}

static void
sk_print_dialog_class_init (SkPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_print_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkPrintDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SkPrintDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, SkPrintDialog, sheets);
  gtk_widget_class_bind_template_child (widget_class, SkPrintDialog, about);
  gtk_widget_class_bind_template_child (widget_class, SkPrintDialog, first);
  gtk_widget_class_bind_template_child (widget_class, SkPrintDialog, second);
  gtk_widget_class_bind_template_child (widget_class, SkPrintDialog, large);
  gtk_widget_class_bind_template_child (widget_class, SkPrintDialog, papers);
  gtk_widget_class_bind_template_child (widget_class, SkPrintDialog, save);
  gtk_widget_class_bind_template_child (widget_class, SkPrintDialog, print);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
}

static void
sk_print_dialog_init (SkPrintDialog *self)
{
  self->settings = g_settings_new (SK_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_print_dialog_new:
 * @session: what is printed, as it is now
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
sk_print_dialog_new (SkSession *session)
{
  SkPrintDialog *self = NULL;

  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  self = g_object_new (SK_TYPE_PRINT_DIALOG, NULL);
  self->session = g_object_ref (session);
  recall (self);

  return ADW_DIALOG (self);
}
