/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-sessions-list.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-session-menu.h"
#include "sk-session-row.h"
#include "sk-sessions-model.h"

struct _SkSessionsList
{
  AdwBin parent_instance;

  SkSessionFolder *folder;
  SkSessionsModel *model;
  GtkSingleSelection *selection;

  GtkWidget *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *view;
  GtkToggleButton *archive_button;
  GtkLabel *archive_label;
  GtkImage *archive_icon;
  GMenu *templates_menu;
};

enum
{
  PROP_FOLDER = 1,
  PROP_TEMPLATES,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkSessionsList, sk_sessions_list, ADW_TYPE_BIN)

static SkSessionDocument *
get_chosen (SkSessionsList *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
on_chosen (SkSessionsList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
show_page (SkSessionsList *self)
{
  const gboolean has_sessions = g_list_model_get_n_items (G_LIST_MODEL (self->folder)) > 0;
  const guint n_listed = g_list_model_get_n_items (sk_sessions_model_get_list (self->model));
  const gboolean searches = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';

  gtk_widget_set_visible (self->search_button, has_sessions);
  gtk_stack_set_visible_child_name (self->stack, n_listed > 0 ? "list"
                                                 : searches   ? "nothing"
                                                              : "empty");
}

static void
show_archive (SkSessionsList *self)
{
  const guint n_archived = sk_sessions_model_get_n_archived (self->model);
  g_autofree char *words =
    g_strdup_printf (ngettext ("%u archived session", "%u archived sessions", n_archived),
                     n_archived);
  const gboolean unfolded = gtk_toggle_button_get_active (self->archive_button);

  gtk_label_set_text (self->archive_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->archive_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_image_set_from_icon_name (self->archive_icon,
                                unfolded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->archive_button), n_archived > 0);
}

static void
on_search_changed (SkSessionsList *self)
{
  g_object_set (self->model, "text", gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL);
  show_page (self);
}

static gboolean
focus_list (SkSessionsList *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
focus_list_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  focus_list (SK_SESSIONS_LIST (widget));
}

/* Whoever ends the search goes on in the list. */
static void
on_search_mode (SkSessionsList *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar) &&
      gtk_widget_get_focus_child (GTK_WIDGET (self->search_bar)) != NULL)
    focus_list (self);
}

static void
set_up_row (SkSessionsList *self,
            GtkListItem    *item)
{
  GtkWidget *row = g_object_new (SK_TYPE_SESSION_ROW, NULL);

  g_object_bind_property (row, "words", item, "accessible-label", G_BINDING_DEFAULT);
  sk_session_menu_attach (row);
  gtk_list_item_set_child (item, row);
}

static void
bind_row (SkSessionsList *self,
          GtkListItem    *item)
{
  SkSessionDocument *document = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);

  sk_session_row_set_document (SK_SESSION_ROW (row), document);
  if (sk_sessions_model_get_section (self->model, document) == SK_SESSIONS_COMING_UP)
    gtk_widget_remove_css_class (row, "past");
  else
    gtk_widget_add_css_class (row, "past");
}

static void
unbind_row (SkSessionsList *self,
            GtkListItem    *item)
{
  sk_session_row_set_document (SK_SESSION_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
set_up_header (SkSessionsList *self,
               GtkListHeader  *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header (SkSessionsList *self,
             GtkListHeader  *header)
{
  static const char * const words[] = {
    [SK_SESSIONS_COMING_UP] = N_("Coming up"),
    [SK_SESSIONS_PAST] = N_("Past"),
    [SK_SESSIONS_ARCHIVED] = N_("Archived"),
  };
  const SkSessionsSection section =
    sk_sessions_model_get_section (self->model, gtk_list_header_get_item (header));

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), _(words[section]));
}

/* The keys for a menu go to what has the focus, which is what holds the row. */
static gboolean
pop_up_menu (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (SK_SESSIONS_LIST (widget)->view));
  GtkWidget *row = focused != NULL ? gtk_widget_get_first_child (focused) : NULL;

  if (row == NULL || !SK_IS_SESSION_ROW (row))
    return FALSE;

  sk_session_menu_pop_up (row, NULL);
  return TRUE;
}

static void
delete_focused (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SkSessionDocument *document = get_chosen (SK_SESSIONS_LIST (widget));

  if (document != NULL)
    gtk_widget_activate_action (widget, "plan.delete", "s",
                                sk_session_get_id (sk_session_document_get_session (document)));
}

static void
set_templates (SkSessionsList *self,
               GMenuModel     *templates)
{
  g_menu_remove_all (self->templates_menu);
  if (templates != NULL)
    g_menu_append_section (self->templates_menu, NULL, templates);
}

static void
set_folder (SkSessionsList  *self,
            SkSessionFolder *folder)
{
  self->folder = g_object_ref (folder);
  self->model = sk_sessions_model_new (folder);
  g_object_bind_property (self->archive_button, "active", self->model, "show-archived",
                          G_BINDING_DEFAULT);
  g_signal_connect_object (self->model, "notify::n-archived", G_CALLBACK (show_archive), self,
                           G_CONNECT_SWAPPED);

  gtk_single_selection_set_model (self->selection, sk_sessions_model_get_list (self->model));
  g_signal_connect_object (sk_sessions_model_get_list (self->model), "items-changed",
                           G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  show_archive (self);
  show_page (self);
}

static void
sk_sessions_list_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SkSessionsList *self = SK_SESSIONS_LIST (object);

  switch (id)
    {
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_TEMPLATES:
      g_value_set_object (value, self->templates_menu);
      break;
    case PROP_CHOSEN:
      g_value_set_object (value, get_chosen (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_sessions_list_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SkSessionsList *self = SK_SESSIONS_LIST (object);

  switch (id)
    {
    case PROP_FOLDER:
      set_folder (self, g_value_get_object (value));
      break;
    case PROP_TEMPLATES:
      set_templates (self, g_value_get_object (value));
      break;
    case PROP_CHOSEN:
      sk_sessions_list_choose (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_sessions_list_dispose (GObject *object)
{
  SkSessionsList *self = SK_SESSIONS_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_SESSIONS_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (sk_sessions_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-sessions-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SkSessionsList, search_button);
  gtk_widget_class_bind_template_child (widget_class, SkSessionsList, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SkSessionsList, entry);
  gtk_widget_class_bind_template_child (widget_class, SkSessionsList, stack);
  gtk_widget_class_bind_template_child (widget_class, SkSessionsList, view);
  gtk_widget_class_bind_template_child (widget_class, SkSessionsList, archive_button);
  gtk_widget_class_bind_template_child (widget_class, SkSessionsList, archive_label);
  gtk_widget_class_bind_template_child (widget_class, SkSessionsList, archive_icon);
  gtk_widget_class_bind_template_child (widget_class, SkSessionsList, templates_menu);
  gtk_widget_class_bind_template_callback (widget_class, bind_header);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  gtk_widget_class_bind_template_callback (widget_class, focus_list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode);
  gtk_widget_class_bind_template_callback (widget_class, set_up_header);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row);
  gtk_widget_class_bind_template_callback (widget_class, show_archive);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row);
}

static void
sk_sessions_list_class_init (SkSessionsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sk_sessions_list_get_property;
  object_class->set_property = sk_sessions_list_set_property;
  object_class->dispose = sk_sessions_list_dispose;

  properties[PROP_FOLDER] =
    g_param_spec_object ("folder", NULL, NULL, SK_TYPE_SESSION_FOLDER, flags);
  properties[PROP_TEMPLATES] =
    g_param_spec_object ("templates", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  properties[PROP_CHOSEN] = g_param_spec_object ("chosen", NULL, NULL, SK_TYPE_SESSION_DOCUMENT,
                                                 flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "list.focus", NULL, focus_list_action);
  gtk_widget_class_install_action (widget_class, "list.delete", NULL, delete_focused);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, pop_up_menu, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, pop_up_menu, NULL);
}

static void
sk_sessions_list_init (SkSessionsList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * sk_sessions_list_start_search:
 *
 * Brings the focus to where one types what to look for.
 */
void
sk_sessions_list_start_search (SkSessionsList *self)
{
  g_return_if_fail (SK_IS_SESSIONS_LIST (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * sk_sessions_list_choose:
 * @document: (nullable): a session
 *
 * Marks the session that is shown beside the list, if it is listed.
 */
void
sk_sessions_list_choose (SkSessionsList    *self,
                         SkSessionDocument *document)
{
  GListModel *list;

  g_return_if_fail (SK_IS_SESSIONS_LIST (self));

  if (get_chosen (self) == document)
    return;

  list = sk_sessions_model_get_list (self->model);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SkSessionDocument) listed = g_list_model_get_item (list, i);

      if (listed == document)
        {
          gtk_list_view_scroll_to (self->view, i, GTK_LIST_SCROLL_SELECT, NULL);
          return;
        }
    }

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/**
 * sk_sessions_list_get_first:
 *
 * Returns: (transfer none) (nullable): the session that the list begins with
 */
SkSessionDocument *
sk_sessions_list_get_first (SkSessionsList *self)
{
  g_autoptr (SkSessionDocument) first = NULL;

  g_return_val_if_fail (SK_IS_SESSIONS_LIST (self), NULL);

  /* The folder holds it too. */
  first = g_list_model_get_item (sk_sessions_model_get_list (self->model), 0);
  return first;
}
