/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-change-page.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-change-files.h"
#include "sk-change-words.h"
#include "sk-cover.h"
#include "sk-diff-text.h"

struct _SkChangePage
{
  AdwBin parent_instance;

  SkToolChange *change;
  GPtrArray *also_checks;     /* GtkCheckButton of each session but the first */

  SkCover *cover;
  GtkLabel *title;
  GtkLabel *origin;
  GtkWidget *withdrawn;
  GtkBox *texts;
  GtkListBox *rows;
  GtkLabel *session;
  GtkCheckButton *keep;
  GtkCheckButton *other;
  GtkLabel *other_title;
  GtkLabel *other_words;
  GtkBox *also;
};

G_DEFINE_FINAL_TYPE (SkChangePage, sk_change_page, ADW_TYPE_BIN)

static void
sk_change_page_dispose (GObject *object)
{
  SkChangePage *self = SK_CHANGE_PAGE (object);

  g_clear_object (&self->change);
  g_clear_pointer (&self->also_checks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_CHANGE_PAGE);

  G_OBJECT_CLASS (sk_change_page_parent_class)->dispose (object);
}

static void
sk_change_page_class_init (SkChangePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_change_page_dispose;

  g_type_ensure (SK_TYPE_COVER);
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-change-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, cover);
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, title);
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, origin);
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, withdrawn);
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, texts);
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, rows);
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, session);
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, keep);
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, other);
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, other_title);
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, other_words);
  gtk_widget_class_bind_template_child (widget_class, SkChangePage, also);
}

static void
sk_change_page_init (SkChangePage *self)
{
  self->also_checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static SkSession *
get_session (SkChangePage *self,
             guint         nth)
{
  return g_ptr_array_index (sk_tool_change_get_sessions (self->change), nth);
}

static const char *
get_session_title (SkSession *session)
{
  const char *title = sk_session_get_title (session);

  return *title != '\0' ? title : _("Untitled session");
}

static void
show_head (SkChangePage *self)
{
  SkResource *pinned = sk_tool_change_get_pinned (self->change);
  g_autofree char *origin = sk_change_words_origin (self->change);

  sk_cover_set_resource (self->cover, pinned);
  gtk_label_set_label (self->title, sk_resource_pick_name (pinned, g_get_language_names (), NULL));
  gtk_label_set_label (self->origin, origin);
  gtk_widget_set_visible (self->withdrawn, sk_tool_change_get_newer (self->change) == NULL);
}

/* A text that flows, with a heading of its own. */
static void
add_text (SkChangePage *self,
          SkToolFact    fact)
{
  g_autofree char *before = sk_change_words_value (sk_tool_change_get_pinned (self->change), fact);
  g_autofree char *after = sk_change_words_value (sk_tool_change_get_newer (self->change), fact);
  GtkWidget *heading = gtk_label_new (sk_change_words_fact (fact));
  GtkWidget *text = sk_diff_text_new (before, after);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (text, "card");
  gtk_widget_add_css_class (text, "change-text");
  gtk_box_append (self->texts, heading);
  gtk_box_append (self->texts, text);
  gtk_widget_set_visible (GTK_WIDGET (self->texts), TRUE);
}

static void
add_row (SkChangePage *self,
         const char   *title,
         const char   *subtitle,
         GtkWidget    *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  gtk_list_box_append (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), TRUE);
}

static void
add_value (SkChangePage *self,
           SkToolFact    fact)
{
  g_autofree char *before = sk_change_words_value (sk_tool_change_get_pinned (self->change), fact);
  g_autofree char *after = sk_change_words_value (sk_tool_change_get_newer (self->change), fact);
  g_autofree char *consequence =
    sk_change_words_consequence (self->change, get_session (self, 0), fact);

  add_row (self, sk_change_words_fact (fact), consequence, sk_diff_text_new_value (before, after));
}

static void
add_files (SkChangePage *self)
{
  g_autoptr (GPtrArray) files = sk_change_files_compare (sk_tool_change_get_pinned (self->change),
                                                         sk_tool_change_get_newer (self->change));

  for (guint i = 0; i < files->len; i++)
    {
      const SkChangeFile *file = g_ptr_array_index (files, i);

      add_row (self, file->name, NULL, sk_diff_text_new_value (file->before, file->after));
    }
}

static void
add_unchanged (SkChangePage *self)
{
  g_autofree char *names = sk_change_words_unchanged (self->change);
  GtkWidget *value;

  if (names == NULL)
    return;

  value = gtk_label_new (_("unchanged"));
  gtk_widget_add_css_class (value, "secondary");
  add_row (self, names, NULL, value);
}

static void
show_facts (SkChangePage *self)
{
  for (SkToolFact fact = 0; fact < SK_N_TOOL_FACTS; fact++)
    {
      if (sk_tool_same_fact (sk_tool_change_get_pinned (self->change),
                             sk_tool_change_get_newer (self->change), fact))
        continue;

      if (fact == SK_TOOL_NAME || fact == SK_TOOL_DESCRIPTION || fact == SK_TOOL_QUESTIONS)
        add_text (self, fact);
      else if (fact == SK_TOOL_FILES)
        add_files (self);
      else
        add_value (self, fact);
    }

  add_unchanged (self);
}

static void
show_choice (SkChangePage *self)
{
  const gboolean is_withdrawn = sk_tool_change_get_newer (self->change) == NULL;
  const char *title = is_withdrawn ? _("Take It Out") : _("Take the New One");
  g_autofree char *words =
    is_withdrawn ? g_strdup (_("It is removed from the session; what follows begins earlier."))
                 : sk_change_words_taken (self->change, get_session (self, 0));

  gtk_label_set_label (self->other_title, title);
  gtk_label_set_label (self->other_words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->other), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static void
show_sessions (SkChangePage *self)
{
  const guint n_sessions = sk_tool_change_get_sessions (self->change)->len;
  g_autofree char *first = g_strdup_printf (_("For %s"), get_session_title (get_session (self, 0)));

  gtk_label_set_label (self->session, first);
  for (guint i = 1; i < n_sessions; i++)
    {
      g_autofree char *words =
        g_strdup_printf (_("Also for %s"), get_session_title (get_session (self, i)));
      GtkWidget *check = gtk_check_button_new_with_label (words);

      gtk_box_append (self->also, check);
      g_ptr_array_add (self->also_checks, check);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->also), n_sessions > 1);
}

/**
 * sk_change_page_new:
 * @change: what is to be shown
 *
 * Returns: (transfer floating): a page, on which mine is kept unless the person chooses otherwise
 */
GtkWidget *
sk_change_page_new (SkToolChange *change)
{
  SkChangePage *self;

  g_return_val_if_fail (SK_IS_TOOL_CHANGE (change), NULL);

  self = g_object_new (SK_TYPE_CHANGE_PAGE, NULL);
  self->change = g_object_ref (change);
  show_head (self);
  if (sk_tool_change_get_newer (change) != NULL)
    show_facts (self);
  show_choice (self);
  show_sessions (self);
  return GTK_WIDGET (self);
}

/**
 * sk_change_page_get_change:
 * @self: a page
 *
 * Returns: (transfer none): what is shown
 */
SkToolChange *
sk_change_page_get_change (SkChangePage *self)
{
  g_return_val_if_fail (SK_IS_CHANGE_PAGE (self), NULL);

  return self->change;
}

static void
answer_session (SkChangePage    *self,
                SkSessionFolder *folder,
                SkSession       *session,
                gboolean         keeps)
{
  SkSessionDocument *document = sk_session_folder_find (folder, sk_session_get_id (session));
  SkSessionEditor *editor = document != NULL ? sk_session_document_get_editor (document) : NULL;

  if (editor == NULL)
    return;

  if (keeps)
    sk_tool_change_keep (self->change, editor);
  else if (sk_tool_change_get_newer (self->change) != NULL)
    sk_tool_change_take (self->change, editor);
  else
    sk_tool_change_remove (self->change, editor);
}

/**
 * sk_change_page_answer:
 * @self: a page
 * @folder: the sessions
 *
 * Does what was chosen, in the session that is shown and in those that are checked.
 *
 * Returns: (transfer full) (element-type utf8 utf8): the ids of these sessions, a set
 */
GHashTable *
sk_change_page_answer (SkChangePage    *self,
                       SkSessionFolder *folder)
{
  g_autoptr (GHashTable) done = NULL;
  GPtrArray *sessions;

  g_return_val_if_fail (SK_IS_CHANGE_PAGE (self), NULL);
  g_return_val_if_fail (SK_IS_SESSION_FOLDER (folder), NULL);

  done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sessions = sk_tool_change_get_sessions (self->change);
  for (guint i = 0; i < sessions->len; i++)
    if (i == 0 || gtk_check_button_get_active (g_ptr_array_index (self->also_checks, i - 1)))
      {
        answer_session (self, folder, get_session (self, i),
                        gtk_check_button_get_active (self->keep));
        g_hash_table_add (done, g_strdup (sk_session_get_id (get_session (self, i))));
      }

  return g_steal_pointer (&done);
}

/**
 * sk_change_page_keep_all:
 * @self: a page
 * @folder: the sessions
 *
 * Keeps the tool as it is, in all sessions, whatever was chosen.
 */
void
sk_change_page_keep_all (SkChangePage    *self,
                         SkSessionFolder *folder)
{
  GPtrArray *sessions;

  g_return_if_fail (SK_IS_CHANGE_PAGE (self));
  g_return_if_fail (SK_IS_SESSION_FOLDER (folder));

  sessions = sk_tool_change_get_sessions (self->change);
  for (guint i = 0; i < sessions->len; i++)
    answer_session (self, folder, g_ptr_array_index (sessions, i), TRUE);
}
