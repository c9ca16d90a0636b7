/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "plan/sk-opening.h"
#include "plan/sk-session-tasks.h"
#include "plan/sk-session-words.h"
#include "session/sk-session-commands.h"
#include "sk-session-hand-private.h"
#include "sk-toasts.h"

/* A tool that is to be added, and then what a toast takes back. */
typedef struct
{
  SkSessionHand *hand;
  GtkWidget *widget;          /* a weak pointer, for the window may be gone */
  SkResource *resource;
  char *session_id;
  char *last;                 /* the session that was in hand before */

  SkSessionDocument *document;
  SkSession *added;           /* the session with the tool */
  char *block_id;
  gboolean made;              /* whether the session was made for it */
} Addition;

static void
addition_clear (gpointer data)
{
  Addition *addition = data;

  g_clear_weak_pointer (&addition->widget);
  g_clear_object (&addition->hand);
  g_clear_object (&addition->resource);
  g_clear_object (&addition->document);
  g_clear_object (&addition->added);
  g_free (addition->session_id);
  g_free (addition->last);
  g_free (addition->block_id);
}

static void
addition_unref (gpointer addition)
{
  g_rc_box_release_full (addition, addition_clear);
}

static void
forget (gpointer  addition,
        GClosure *closure)
{
  addition_unref (addition);
}

/* What was done to the session since stays. */
static void
take_back (Addition *addition)
{
  SkSessionEditor *editor = sk_session_document_get_editor (addition->document);
  const gboolean untouched = sk_session_editor_get_session (editor) == addition->added;
  const char *ids[] = {addition->block_id, NULL};

  if (untouched && addition->made)
    sk_session_folder_remove (addition->hand->folder, addition->document);
  else if (untouched)
    sk_session_editor_undo (editor);
  else
    sk_session_remove_blocks (editor, ids);

  g_settings_set_string (addition->hand->settings, "last-session", addition->last);
}

static gboolean
on_link (GtkWidget  *label,
         const char *session_id)
{
  gtk_widget_activate_action (label, "win.open-session", "s", session_id);
  return GDK_EVENT_STOP;
}

/* The session's name leads to it. */
static GtkWidget *
make_title (SkSession *session)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *title = sk_session_words_title (session);
  g_autofree char *link =
    g_markup_printf_escaped ("<a href=\"%s\">%s</a>", sk_session_get_id (session), title);
  g_autofree char *markup = g_strdup_printf (_("Added to “%s”"), link);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  g_signal_connect (label, "activate-link", G_CALLBACK (on_link), NULL);
  return label;
}

static void
say_added (Addition *addition)
{
  GtkWidget *widget = addition->widget;
  SkSession *session = addition->added;
  g_autofree char *title = sk_session_words_title (session);
  g_autofree char *words = g_strdup_printf (_("Added to “%s”"), title);
  AdwToast *toast;

  if (widget == NULL)
    return;

  toast =
    sk_toasts_make_undo (words, G_CALLBACK (take_back), g_rc_box_acquire (addition), forget);
  adw_toast_set_custom_title (toast, make_title (session));
  sk_toasts_show (widget, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
choose_session (Addition *addition)
{
  SkSessionHand *hand = addition->hand;
  SkSessionDocument *document = NULL;

  if (*addition->session_id == '\0')
    document = sk_session_hand_get_document (hand);
  else
    document = sk_session_folder_find (hand->folder, addition->session_id);

  addition->made = document == NULL;
  if (document == NULL)
    document = sk_session_tasks_begin (hand->folder);
  addition->document = g_object_ref (document);
}

/* Where the planner's side pane puts what is added too: before what closes the session. */
static gboolean
insert (Addition *addition)
{
  SkSessionEditor *editor = sk_session_document_get_editor (addition->document);
  SkSession *session = sk_session_editor_get_session (editor);
  g_auto (SkOpening) opening = {0};
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  sk_opening_init (&opening, session, NULL);
  g_ptr_array_add (blocks,
                   sk_block_new_tool (addition->resource, sk_session_get_languages (session)));
  if (!sk_session_insert_blocks (editor, opening.position, blocks))
    return FALSE;

  g_set_object (&addition->added, sk_session_editor_get_session (editor));
  g_set_str (&addition->block_id,
             sk_block_get_id (sk_session_get_block (addition->added, opening.position)));
  return TRUE;
}

static void
refuse (Addition *addition)
{
  SkSession *session = sk_session_document_get_session (addition->document);
  g_autofree char *title = sk_session_words_title (session);
  g_autofree char *words = g_strdup_printf (_("“%s” can be read, not changed"), title);

  if (addition->widget != NULL)
    sk_toasts_say (addition->widget, words);
}

static DexFuture *
on_opened (DexFuture *future,
           gpointer   data)
{
  Addition *addition = data;

  choose_session (addition);
  if (insert (addition))
    {
      g_settings_set_string (addition->hand->settings, "last-session",
                             sk_session_get_id (addition->added));
      say_added (addition);
    }
  else
    {
      refuse (addition);
    }

  return NULL;
}

/**
 * sk_session_hand_add:
 * @session_id: a session's id; "" for the one in hand, or a new one where there is none;
 *   %SK_SESSION_HAND_NEW for a new one
 * @resource: a tool
 * @widget: where it is said
 *
 * Adds a tool to a session, which is the one in hand from then on; a toast leads there, and takes it
 * back.
 */
void
sk_session_hand_add (SkSessionHand *self,
                     const char    *session_id,
                     SkResource    *resource,
                     GtkWidget     *widget)
{
  Addition *addition;

  g_return_if_fail (SK_IS_SESSION_HAND (self));
  g_return_if_fail (session_id != NULL);
  g_return_if_fail (SK_IS_RESOURCE (resource));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  addition = g_rc_box_new0 (Addition);
  addition->hand = g_object_ref (self);
  addition->resource = g_object_ref (resource);
  addition->session_id = g_strdup (session_id);
  addition->last = g_settings_get_string (self->settings, "last-session");
  g_set_weak_pointer (&addition->widget, widget);

  dex_future_disown (dex_future_finally (sk_session_folder_open (self->folder), on_opened, addition,
                                         addition_unref));
}
