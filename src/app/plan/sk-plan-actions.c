/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-plan-actions.h"

#include <glib/gi18n.h>

#include "session/sk-session-template.h"
#include "sk-compose-dialog.h"
#include "sk-link-dialog.h"
#include "sk-plan-page.h"
#include "sk-arrivals.h"
#include "sk-print-dialog.h"
#include "sk-session-tasks.h"
#include "sk-share-dialog.h"

static SkSessionDocument *
find_document (SkPlanPage *self,
               GVariant   *id)
{
  return sk_session_folder_find (sk_plan_page_get_folder (self), g_variant_get_string (id, NULL));
}

static void
begin (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  SkPlanPage *self = SK_PLAN_PAGE (widget);

  sk_plan_page_show (self, sk_session_tasks_begin (sk_plan_page_get_folder (self)));
}

static void
begin_from (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SkPlanPage *self = SK_PLAN_PAGE (widget);
  g_autoptr (SkSessionTemplate) one =
    sk_session_template_find (g_variant_get_string (parameter, NULL));

  if (one != NULL)
    sk_plan_page_show (self, sk_session_tasks_begin_from (sk_plan_page_get_folder (self), one));
}

static void
on_composed (SkPlanPage *self,
             SkSession  *session)
{
  SkSessionDocument *document =
    sk_session_folder_find (sk_plan_page_get_folder (self), sk_session_get_id (session));

  if (document != NULL)
    sk_plan_page_show (self, document);
}

static void
present_composer (SkPlanPage *self,
                  AdwDialog  *dialog)
{
  g_signal_connect_object (dialog, "composed", G_CALLBACK (on_composed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
compose (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  SkPlanPage *self = SK_PLAN_PAGE (widget);

  present_composer (self, sk_compose_dialog_new (sk_plan_page_get_catalogue (self),
                                                 sk_plan_page_get_folder (self), NULL));
}

static void
open_session (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SkPlanPage *self = SK_PLAN_PAGE (widget);
  SkSessionDocument *document = find_document (self, parameter);

  if (document != NULL)
    sk_plan_page_show (self, document);
}

static void
duplicate_session (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  SkPlanPage *self = SK_PLAN_PAGE (widget);
  SkSessionDocument *document = find_document (self, parameter);

  if (document != NULL)
    sk_plan_page_show (self, sk_session_tasks_duplicate (sk_plan_page_get_folder (self), document));
}

static void
print_session (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SkSessionDocument *document = find_document (SK_PLAN_PAGE (widget), parameter);

  if (document != NULL)
    adw_dialog_present (sk_print_dialog_new (sk_session_document_get_session (document)), widget);
}

static void
share_session (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SkSessionDocument *document = find_document (SK_PLAN_PAGE (widget), parameter);

  if (document != NULL)
    adw_dialog_present (sk_share_dialog_new (sk_session_document_get_session (document)), widget);
}

static void
archive_session (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SkSessionDocument *document = find_document (SK_PLAN_PAGE (widget), parameter);

  if (document != NULL)
    sk_session_tasks_archive (widget, document);
}

static void
delete_session (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SkPlanPage *self = SK_PLAN_PAGE (widget);
  SkSessionDocument *document = find_document (self, parameter);

  if (document != NULL)
    sk_session_tasks_delete (widget, sk_plan_page_get_folder (self), document);
}

static void
ask_file (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  sk_arrivals_ask_for_file (widget, sk_plan_page_get_folder (SK_PLAN_PAGE (widget)));
}

static void
on_link (SkPlanPage *self,
         const char *link)
{
  sk_arrivals_take_link (GTK_WIDGET (self), sk_plan_page_get_folder (self),
                         sk_catalogue_get_index (sk_plan_page_get_catalogue (self)), link);
}

static void
ask_link (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  AdwDialog *dialog = sk_link_dialog_new ();

  g_signal_connect_object (dialog, "entered", G_CALLBACK (on_link), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* For a tool, where a session is worked on; for a session, from the list. */
static void
start_search (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GtkWidget *page = sk_plan_page_get_page (SK_PLAN_PAGE (widget));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (page != NULL && focus != NULL && gtk_widget_is_ancestor (focus, page))
    gtk_widget_activate_action (page, "session.find", NULL);
  else
    sk_plan_page_search (SK_PLAN_PAGE (widget));
}

/**
 * sk_plan_actions_install:
 * @widget_class: the class of [class@PlanPage]
 *
 * Installs what can be done with sessions.
 */
void
sk_plan_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.new", NULL, begin);
  gtk_widget_class_install_action (widget_class, "plan.compose", NULL, compose);
  gtk_widget_class_install_action (widget_class, "plan.new-from", "s", begin_from);
  gtk_widget_class_install_action (widget_class, "plan.open", "s", open_session);
  gtk_widget_class_install_action (widget_class, "plan.duplicate", "s", duplicate_session);
  gtk_widget_class_install_action (widget_class, "plan.print", "s", print_session);
  gtk_widget_class_install_action (widget_class, "plan.share", "s", share_session);
  gtk_widget_class_install_action (widget_class, "plan.archive", "s", archive_session);
  gtk_widget_class_install_action (widget_class, "plan.delete", "s", delete_session);
  gtk_widget_class_install_action (widget_class, "plan.open-file", NULL, ask_file);
  gtk_widget_class_install_action (widget_class, "plan.paste-link", NULL, ask_link);
  gtk_widget_class_install_action (widget_class, "plan.search", NULL, start_search);
}

/**
 * sk_plan_actions_compose:
 * @self: where the sessions are, once they are open
 * @session: what is known of a session to come
 *
 * Proposes such sessions.
 */
void
sk_plan_actions_compose (SkPlanPage *self,
                         SkSession  *session)
{
  g_return_if_fail (SK_IS_PLAN_PAGE (self));
  g_return_if_fail (SK_IS_SESSION (session));

  present_composer (self, sk_compose_dialog_new_for (sk_plan_page_get_catalogue (self),
                                                     sk_plan_page_get_folder (self), session));
}

/**
 * sk_plan_actions_make_templates_menu:
 *
 * Returns: (transfer full): a menu of new sessions, each from a template
 */
GMenuModel *
sk_plan_actions_make_templates_menu (void)
{
  g_autoptr (GListModel) templates = sk_session_template_list ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (SkSessionTemplate) one = g_list_model_get_item (templates, i);
      const char *label = sk_lang_string_pick (sk_session_template_get_name (one),
                                               g_get_language_names (), NULL, NULL);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "plan.new-from", "s",
                                         sk_session_template_get_id (one));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}
