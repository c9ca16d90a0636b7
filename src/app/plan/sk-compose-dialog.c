/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-dialog.h"

#include <glib/gi18n.h>

#include "compose/sk-composer.h"
#include "sidekick-config.h"
#include "sk-compose-card.h"
#include "sk-compose-form.h"

/* How tall a class hour is drawn, beside others and below each other. */
#define HEIGHT_IN_ROW 400
#define HEIGHT_IN_COLUMN 340

struct _SkComposeDialog
{
  AdwDialog parent_instance;

  SkCatalogue *catalogue;
  SkSessionFolder *folder;
  SkSessionEditor *editor;    /* NULL: a new session is made */
  SkComposer *composer;       /* of the index of the moment */
  SkIndex *index;
  GCancellable *asking;
  SkComposition *composition; /* the newest answer */
  guint chosen;

  AdwNavigationSplitView *split;
  SkComposeForm *form;
  GtkStack *stack;
  GtkWidget *accept;
  GtkWidget *show;
  GtkLabel *count;
  GtkBox *cards;
  GtkWidget *left_out_box;
  GtkLabel *left_out;
  AdwStatusPage *nothing;
  GtkButton *relax;
};

enum
{
  COMPOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkComposeDialog, sk_compose_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  SkComposer *composer;
  SkComposeRequest request;
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->composer);
  sk_compose_request_clear (&question->request);
  g_free (question);
}

static void
answer (GTask        *task,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  const Question *question = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, sk_composer_compose (question->composer, &question->request),
                           g_object_unref);
}

static void
on_toggled (SkComposeDialog *self,
            GtkCheckButton  *radio)
{
  if (gtk_check_button_get_active (radio))
    self->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (radio), "nth"));
}

/* What was chosen stays so, by what it is called; or else by its place. */
static guint
find_chosen (SkComposeDialog *self,
             SkComposition   *composition)
{
  guint n = sk_composition_get_n_proposals (composition);
  const char *title = NULL;

  if (self->composition != NULL &&
      self->chosen < sk_composition_get_n_proposals (self->composition))
    title = sk_composition_get_proposal (self->composition, self->chosen)->title;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (sk_composition_get_proposal (composition, i)->title, title) == 0)
      return i;

  return MIN (self->chosen, n > 0 ? n - 1 : 0);
}

static void
show_cards (SkComposeDialog *self)
{
  const gboolean in_row =
    gtk_orientable_get_orientation (GTK_ORIENTABLE (self->cards)) == GTK_ORIENTATION_HORIZONTAL;
  guint n = self->composition != NULL ? sk_composition_get_n_proposals (self->composition) : 0;
  GtkCheckButton *first = NULL;
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);

  for (guint i = 0; i < n; i++)
    {
      GtkCheckButton *radio;

      card = sk_compose_card_new (sk_composition_get_proposal (self->composition, i), i, n,
                                  in_row ? HEIGHT_IN_ROW : HEIGHT_IN_COLUMN);
      radio = sk_compose_card_get_radio (SK_COMPOSE_CARD (card));
      g_object_set_data (G_OBJECT (radio), "nth", GUINT_TO_POINTER (i));
      gtk_check_button_set_group (radio, first);
      first = first != NULL ? first : radio;
      gtk_check_button_set_active (radio, i == self->chosen);
      g_signal_connect_object (radio, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->cards, card);
    }
}

static void
show_left_out (SkComposeDialog *self)
{
  GPtrArray *left_out = sk_composition_get_left_out (self->composition);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < left_out->len; i++)
    {
      const SkLeftOut *each = g_ptr_array_index (left_out, i);

      if (list->len > 0)
        g_string_append (list, ", ");
      /* Translators: a tool, and why it was left out. */
      g_string_append_printf (list, _("%s (%s)"),
                              sk_resource_pick_name (each->resource, g_get_language_names (), NULL),
                              each->reason);
    }

  text = g_strdup_printf (_("Left out: %s"), list->str);
  gtk_label_set_label (self->left_out, text);
  gtk_widget_set_visible (self->left_out_box, left_out->len > 0);
}

/* What the button that relaxes a constraint says. */
static char *
make_relax_label (SkComposition *composition)
{
  guint minutes = sk_composition_get_relaxed_minutes (composition);

  switch (sk_composition_get_relax (composition))
    {
    case SK_RELAX_AVOID:
      return g_strdup (_("Allow All Once More"));
    case SK_RELAX_NEEDS:
      return g_strdup (_("Bring What the Room Lacks"));
    case SK_RELAX_SIZE:
      return g_strdup (_("Any Size of Group"));
    case SK_RELAX_THEMES:
      return g_strdup (_("Any Theme"));
    case SK_RELAX_MINUTES:
      return g_strdup_printf (ngettext ("Make It %u Minute", "Make It %u Minutes", minutes),
                              minutes);
    case SK_RELAX_AGE:
      return g_strdup (_("Any Ages"));
    case SK_RELAX_LANGUAGE:
      return g_strdup (_("Any Language"));
    case SK_RELAX_NOTHING:
    default:
      return NULL;
    }
}

static void
show_nothing (SkComposeDialog *self)
{
  g_autofree char *label = make_relax_label (self->composition);

  adw_status_page_set_description (self->nothing, sk_composition_get_advice (self->composition));
  gtk_widget_set_visible (GTK_WIDGET (self->relax), label != NULL);
  gtk_button_set_label (self->relax, label != NULL ? label : "");
}

static void
show_answer (SkComposeDialog *self,
             SkComposition   *composition)
{
  guint n = sk_composition_get_n_proposals (composition);
  g_autofree char *count = g_strdup_printf (ngettext ("%u Proposal", "%u Proposals", n), n);

  self->chosen = find_chosen (self, composition);
  g_set_object (&self->composition, composition);
  gtk_label_set_label (self->count, count);
  show_cards (self);
  show_left_out (self);
  if (n == 0)
    show_nothing (self);

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "proposals" : "nothing");
  gtk_widget_set_sensitive (self->accept, n > 0);
}

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (SkComposition) composition = g_task_propagate_pointer (G_TASK (result), NULL);

  if (composition != NULL)
    show_answer (SK_COMPOSE_DIALOG (source), composition);
}

/* A newer question makes the one before it be forgotten. */
static void
ask (SkComposeDialog *self)
{
  SkIndex *index = sk_catalogue_get_index (self->catalogue);
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (index == NULL)
    return;

  if (self->index != index)
    {
      g_set_object (&self->index, index);
      g_clear_object (&self->composer);
      self->composer =
        sk_composer_new (index, sk_catalogue_get_vocabularies (self->catalogue), NULL);
    }

  question = g_new0 (Question, 1);
  question->composer = g_object_ref (self->composer);
  sk_compose_form_fill_request (self->form, &question->request);
  self->asking = g_cancellable_new ();
  task = g_task_new (self, self->asking, on_answered, NULL);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, answer);
}

static void
on_relax (SkComposeDialog *self)
{
  sk_compose_form_relax (self->form, sk_composition_get_relax (self->composition),
                         sk_composition_get_relaxed_minutes (self->composition));
}

static void
on_show (SkComposeDialog *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
on_cancel (SkComposeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_accept (SkComposeDialog *self)
{
  const SkProposal *proposal = sk_composition_get_proposal (self->composition, self->chosen);
  g_autoptr (SkSession) session = NULL;

  session = sk_compose_form_make_session (self->form, proposal->blocks);
  if (self->editor != NULL)
    sk_session_editor_apply (self->editor, session, _("Composition"), NULL);
  else
    sk_session_folder_add (self->folder, session);

  g_signal_emit (self, signals[COMPOSED], 0, session);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
sk_compose_dialog_dispose (GObject *object)
{
  SkComposeDialog *self = SK_COMPOSE_DIALOG (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->folder);
  g_clear_object (&self->editor);
  g_clear_object (&self->composer);
  g_clear_object (&self->index);
  g_clear_object (&self->composition);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_COMPOSE_DIALOG);

  G_OBJECT_CLASS (sk_compose_dialog_parent_class)->dispose (object);
}

static void
sk_compose_dialog_class_init (SkComposeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_compose_dialog_dispose;

  signals[COMPOSED] = g_signal_new ("composed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, SK_TYPE_SESSION);

  g_type_ensure (SK_TYPE_COMPOSE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-compose-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SkComposeDialog, split);
  gtk_widget_class_bind_template_child (widget_class, SkComposeDialog, form);
  gtk_widget_class_bind_template_child (widget_class, SkComposeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SkComposeDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, SkComposeDialog, show);
  gtk_widget_class_bind_template_child (widget_class, SkComposeDialog, count);
  gtk_widget_class_bind_template_child (widget_class, SkComposeDialog, cards);
  gtk_widget_class_bind_template_child (widget_class, SkComposeDialog, left_out_box);
  gtk_widget_class_bind_template_child (widget_class, SkComposeDialog, left_out);
  gtk_widget_class_bind_template_child (widget_class, SkComposeDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, SkComposeDialog, relax);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, show_cards);
  gtk_widget_class_bind_template_callback (widget_class, on_relax);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
}

static void
sk_compose_dialog_init (SkComposeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Nothing is known of a new session but the day that is proposed, and the reader's language. */
static SkSession *
make_new_session (void)
{
  g_auto (SkSessionFields) fields;

  sk_session_fields_init (&fields);
  fields.title = g_strdup (_("Safer Internet Day"));
  return sk_session_new (&fields);
}

static AdwDialog *
make (SkCatalogue     *catalogue,
      SkSessionFolder *folder,
      SkSessionEditor *editor,
      SkSession       *session)
{
  SkComposeDialog *self = g_object_new (SK_TYPE_COMPOSE_DIALOG, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->folder = g_object_ref (folder);
  self->editor = editor != NULL ? g_object_ref (editor) : NULL;

  sk_compose_form_set_session (self->form, sk_catalogue_get_vocabularies (catalogue), folder,
                               session);
  g_signal_connect_object (catalogue, "notify::index", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  return ADW_DIALOG (self);
}

/**
 * sk_compose_dialog_new:
 * @catalogue: where the tools are
 * @folder: where sessions are, and where a new one comes
 * @editor: (nullable): of the session whose blocks are to be other ones; %NULL: a new one is made
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
sk_compose_dialog_new (SkCatalogue     *catalogue,
                       SkSessionFolder *folder,
                       SkSessionEditor *editor)
{
  g_autoptr (SkSession) session = NULL;

  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (SK_IS_SESSION_FOLDER (folder), NULL);

  session =
    editor != NULL ? g_object_ref (sk_session_editor_get_session (editor)) : make_new_session ();
  return make (catalogue, folder, editor, session);
}

/**
 * sk_compose_dialog_new_for:
 * @catalogue: where the tools are
 * @folder: where sessions are, and where a new one comes
 * @session: what is known of the new one
 *
 * Returns: (transfer floating): a dialog that makes a new session
 */
AdwDialog *
sk_compose_dialog_new_for (SkCatalogue     *catalogue,
                           SkSessionFolder *folder,
                           SkSession       *session)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (SK_IS_SESSION_FOLDER (folder), NULL);
  g_return_val_if_fail (SK_IS_SESSION (session), NULL);

  return make (catalogue, folder, NULL, session);
}
