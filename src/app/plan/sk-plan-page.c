/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-plan-page.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-changes-banner.h"
#include "sk-no-sessions.h"
#include "sk-plan-actions.h"
#include "sk-arrivals.h"
#include "sk-session-page.h"
#include "sk-sessions-list.h"

struct _SkPlanPage
{
  AdwBin parent_instance;

  SkCatalogue *catalogue;
  SkSessionFolder *folder;
  GtkWidget *switcher;
  SkSessionDocument *shown;   /* NULL where no session is */
  char *last;
  gboolean opened;            /* the folder */
  GPtrArray *waiting;         /* GFile, until it is */
  SkSession *wanted;          /* what is to be proposed, until it is; nullable */
  gboolean narrow;
  gboolean compact;

  AdwNavigationSplitView *split_view;
  AdwBin *wide_switcher;
  AdwBin *narrow_switcher;
  AdwBanner *notice;
  SkChangesBanner *changes;
  SkSessionsList *list;
  AdwBin *foot_bin;
  AdwNavigationPage *nothing;
  AdwNavigationPage *failure;
  AdwStatusPage *failure_status;
};

enum
{
  PROP_CATALOGUE = 1,
  PROP_FOLDER,
  PROP_SWITCHER,
  PROP_FOOT,
  PROP_LAST,
  PROP_NARROW,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkPlanPage, sk_plan_page, ADW_TYPE_BIN)

static void
show_content (SkPlanPage        *self,
              AdwNavigationPage *page)
{
  if (adw_navigation_split_view_get_content (self->split_view) != page)
    adw_navigation_split_view_set_content (self->split_view, page);
}

static void
set_last (SkPlanPage *self,
          const char *id)
{
  if (g_set_str (&self->last, id))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST]);
}

static void
show_none (SkPlanPage *self)
{
  const gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->folder)) == 0;

  g_clear_object (&self->shown);
  if (!is_empty)
    show_content (self, self->nothing);
  else if (!SK_IS_NO_SESSIONS (adw_navigation_split_view_get_content (self->split_view)))
    show_content (self, g_object_new (SK_TYPE_NO_SESSIONS, NULL));
  adw_navigation_split_view_set_show_content (self->split_view, is_empty);
}

/* Beside the list there is always a session, if there is one at all. */
static void
show_something (SkPlanPage *self)
{
  SkSessionDocument *document =
    self->last != NULL ? sk_session_folder_find (self->folder, self->last) : NULL;

  if (document == NULL)
    document = sk_sessions_list_get_first (self->list);

  if (document != NULL && !self->narrow)
    sk_plan_page_show (self, document);
  else
    show_none (self);
}

/* The session that was shown may be there no more, or there may be a first one. */
static void
on_folder (SkPlanPage *self)
{
  const char *id = NULL;

  if (!self->opened)
    return;
  if (self->shown != NULL)
    id = sk_session_get_id (sk_session_document_get_session (self->shown));
  if (id == NULL || sk_session_folder_find (self->folder, id) != self->shown)
    show_something (self);
}

/* In one column the list marks none, so that each can be chosen. */
static void
on_chosen (SkPlanPage *self)
{
  SkSessionDocument *chosen = NULL;

  g_object_get (self->list, "chosen", &chosen, NULL);
  if (chosen != NULL && (chosen != self->shown || self->narrow))
    sk_plan_page_show (self, chosen);
  g_clear_object (&chosen);
}

static void
on_column_changed (SkPlanPage *self)
{
  const gboolean shows_list = adw_navigation_split_view_get_collapsed (self->split_view) &&
                              !adw_navigation_split_view_get_show_content (self->split_view);

  sk_sessions_list_choose (self->list, shows_list ? NULL : self->shown);
  if (!shows_list && self->opened && self->shown == NULL && !self->narrow)
    show_something (self);
}

static void
show_notice (SkPlanPage *self)
{
  const char *words = sk_session_folder_get_notice (self->folder);

  if (words != NULL)
    adw_banner_set_title (self->notice, words);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), words != NULL);
  adw_banner_set_revealed (self->notice, words != NULL);
}

static void
on_notice_read (SkPlanPage *self)
{
  adw_banner_set_revealed (self->notice, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), FALSE);
}

static void
open_now (SkPlanPage *self,
          GFile      *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  if (g_file_has_uri_scheme (file, "sidekick"))
    sk_arrivals_take_link (GTK_WIDGET (self), self->folder,
                           sk_catalogue_get_index (self->catalogue), uri);
  else
    sk_arrivals_take_file (GTK_WIDGET (self), self->folder, file);
}

static DexFuture *
on_opened (DexFuture *future,
           gpointer   data)
{
  SkPlanPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) waiting = NULL;

  if (self->folder == NULL)
    return NULL;

  if (dex_future_get_value (future, &error) == NULL)
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failure_status, words);
      show_content (self, self->failure);
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
      return NULL;
    }

  self->opened = TRUE;
  show_something (self);
  waiting = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    open_now (self, waiting->pdata[i]);
  if (self->wanted != NULL)
    sk_plan_actions_compose (self, self->wanted);
  g_clear_object (&self->wanted);
  return NULL;
}

static void
open_folder (SkPlanPage *self)
{
  show_content (self, self->nothing);
  dex_future_disown (dex_future_finally (sk_session_folder_open (self->folder), on_opened,
                                         g_object_ref (self), g_object_unref));
}

/* It fills what the menu leaves of a wide header, and is the title of a narrow one. */
static void
place_switcher (SkPlanPage *self)
{
  adw_bin_set_child (self->wide_switcher, NULL);
  adw_bin_set_child (self->narrow_switcher, NULL);
  adw_bin_set_child (self->narrow ? self->narrow_switcher : self->wide_switcher, self->switcher);
}

static void
set_state (SkPlanPage *self,
           gboolean   *state,
           gboolean    value,
           GParamSpec *pspec)
{
  if (*state == value)
    return;

  *state = value;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
sk_plan_page_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SkPlanPage *self = SK_PLAN_PAGE (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_SWITCHER:
      g_value_set_object (value, self->switcher);
      break;
    case PROP_FOOT:
      g_value_set_object (value, adw_bin_get_child (self->foot_bin));
      break;
    case PROP_LAST:
      g_value_set_string (value, self->last);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_plan_page_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SkPlanPage *self = SK_PLAN_PAGE (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      self->catalogue = g_value_dup_object (value);
      break;
    case PROP_FOLDER:
      self->folder = g_value_dup_object (value);
      break;
    case PROP_SWITCHER:
      g_set_object (&self->switcher, g_value_get_object (value));
      place_switcher (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FOOT:
      adw_bin_set_child (self->foot_bin, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_LAST:
      set_last (self, g_value_get_string (value));
      break;
    case PROP_NARROW:
      set_state (self, &self->narrow, g_value_get_boolean (value), pspec);
      place_switcher (self);
      break;
    case PROP_COMPACT:
      set_state (self, &self->compact, g_value_get_boolean (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_plan_page_constructed (GObject *object)
{
  SkPlanPage *self = SK_PLAN_PAGE (object);
  g_autoptr (GMenuModel) templates = sk_plan_actions_make_templates_menu ();

  G_OBJECT_CLASS (sk_plan_page_parent_class)->constructed (object);

  g_object_set (self->list, "folder", self->folder, "templates", templates, NULL);
  g_signal_connect_object (self->folder, "items-changed", G_CALLBACK (on_folder), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->folder, "notify::notice", G_CALLBACK (show_notice), self,
                           G_CONNECT_SWAPPED);
  show_notice (self);
  sk_changes_banner_watch (self->changes, self->catalogue, self->folder);
  open_folder (self);
}

static void
sk_plan_page_dispose (GObject *object)
{
  SkPlanPage *self = SK_PLAN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_PLAN_PAGE);
  g_clear_object (&self->switcher);
  g_clear_object (&self->shown);
  g_clear_object (&self->wanted);
  g_clear_object (&self->folder);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->last, g_free);

  G_OBJECT_CLASS (sk_plan_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | flags;

  properties[PROP_CATALOGUE] =
    g_param_spec_object ("catalogue", NULL, NULL, SK_TYPE_CATALOGUE, once);
  properties[PROP_FOLDER] =
    g_param_spec_object ("folder", NULL, NULL, SK_TYPE_SESSION_FOLDER, once);
  properties[PROP_SWITCHER] =
    g_param_spec_object ("switcher", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  properties[PROP_FOOT] =
    g_param_spec_object ("foot", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  properties[PROP_LAST] = g_param_spec_string ("last", NULL, NULL, NULL, G_PARAM_READWRITE | flags);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, SK_RESOURCE_BASE "/sk-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, wide_switcher);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, narrow_switcher);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, changes);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, list);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, foot_bin);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, failure);
  gtk_widget_class_bind_template_child (widget_class, SkPlanPage, failure_status);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_read);
  gtk_widget_class_bind_template_callback (widget_class, open_folder);
}

static void
sk_plan_page_class_init (SkPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_plan_page_get_property;
  object_class->set_property = sk_plan_page_set_property;
  object_class->constructed = sk_plan_page_constructed;
  object_class->dispose = sk_plan_page_dispose;

  g_type_ensure (SK_TYPE_CHANGES_BANNER);
  g_type_ensure (SK_TYPE_SESSIONS_LIST);
  install_properties (object_class);
  bind_template (widget_class);

  sk_plan_actions_install (widget_class);
}

static void
sk_plan_page_init (SkPlanPage *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->split_view, "notify::show-content",
                            G_CALLBACK (on_column_changed), self);
  g_signal_connect_swapped (self->split_view, "notify::collapsed", G_CALLBACK (on_column_changed),
                            self);
}

/**
 * sk_plan_page_new:
 * @catalogue: where the tools are; it may be opened later
 * @folder: the sessions, not opened yet
 *
 * Returns: (transfer floating): a page that shows the sessions
 */
SkPlanPage *
sk_plan_page_new (SkCatalogue     *catalogue,
                  SkSessionFolder *folder)
{
  g_return_val_if_fail (SK_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (SK_IS_SESSION_FOLDER (folder), NULL);

  return g_object_new (SK_TYPE_PLAN_PAGE, "catalogue", catalogue, "folder", folder, NULL);
}

/**
 * sk_plan_page_open:
 * @file: a session's file, or its link
 *
 * Takes over a session from elsewhere, and shows it.
 */
void
sk_plan_page_open (SkPlanPage *self,
                   GFile      *file)
{
  g_return_if_fail (SK_IS_PLAN_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->opened)
    open_now (self, file);
  else
    g_ptr_array_add (self->waiting, g_object_ref (file));
}

/**
 * sk_plan_page_compose:
 * @session: what is known of a session to come
 *
 * Proposes such sessions.
 */
void
sk_plan_page_compose (SkPlanPage *self,
                      SkSession  *session)
{
  g_return_if_fail (SK_IS_PLAN_PAGE (self));
  g_return_if_fail (SK_IS_SESSION (session));

  if (self->opened)
    sk_plan_actions_compose (self, session);
  else
    g_set_object (&self->wanted, session);
}

/**
 * sk_plan_page_show:
 * @document: one of the sessions
 *
 * Shows a session.
 */
void
sk_plan_page_show (SkPlanPage        *self,
                   SkSessionDocument *document)
{
  g_return_if_fail (SK_IS_PLAN_PAGE (self));
  g_return_if_fail (SK_IS_SESSION_DOCUMENT (document));

  if (g_set_object (&self->shown, document))
    {
      SkSessionPage *page = sk_session_page_new (self->catalogue, self->folder, document);

      g_object_bind_property (self, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
      g_object_bind_property (self, "compact", page, "compact", G_BINDING_SYNC_CREATE);
      show_content (self, ADW_NAVIGATION_PAGE (page));
      set_last (self, sk_session_get_id (sk_session_document_get_session (document)));
    }

  sk_sessions_list_choose (self->list, document);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * sk_plan_page_get_page:
 *
 * Returns: (transfer none) (nullable): the page of the session that is worked on
 */
GtkWidget *
sk_plan_page_get_page (SkPlanPage *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (SK_IS_PLAN_PAGE (self), NULL);

  page = adw_navigation_split_view_get_content (self->split_view);
  return SK_IS_SESSION_PAGE (page) ? GTK_WIDGET (page) : NULL;
}

/**
 * sk_plan_page_search:
 *
 * Brings the focus to where one types which session to look for.
 */
void
sk_plan_page_search (SkPlanPage *self)
{
  g_return_if_fail (SK_IS_PLAN_PAGE (self));

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  sk_sessions_list_start_search (self->list);
}

/**
 * sk_plan_page_get_catalogue:
 *
 * Returns: (transfer none): where the tools are
 */
SkCatalogue *
sk_plan_page_get_catalogue (SkPlanPage *self)
{
  g_return_val_if_fail (SK_IS_PLAN_PAGE (self), NULL);

  return self->catalogue;
}

/**
 * sk_plan_page_get_folder:
 *
 * Returns: (transfer none): the sessions
 */
SkSessionFolder *
sk_plan_page_get_folder (SkPlanPage *self)
{
  g_return_val_if_fail (SK_IS_PLAN_PAGE (self), NULL);

  return self->folder;
}
