/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-session-page.h"

#include <glib/gi18n.h>

#include "sidekick-config.h"
#include "sk-balance-strip.h"
#include "sk-block-inspector.h"
#include "sk-compose-dialog.h"
#include "sk-details-dialog.h"
#include "sk-proposals.h"
#include "sk-session-facts.h"
#include "sk-session-words.h"
#include "sk-timeline.h"
#include "sk-versions-dialog.h"

struct _SkSessionPage
{
  AdwNavigationPage parent_instance;

  SkCatalogue *catalogue;
  SkSessionFolder *folder;
  SkSessionDocument *document;
  SkSessionEditor *editor;
  SkBlockSelection *selection;
  gboolean narrow;
  gboolean compact;
  char *summary;

  AdwOverlaySplitView *split_view;
  AdwBottomSheet *sheet;
  AdwWindowTitle *title_widget;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *pane_button;
  GtkWidget *print_button;
  GtkWidget *share_button;
  AdwBanner *read_only_banner;
  AdwBanner *error_banner;
  GtkWidget *facts;
  AdwBin *timeline_bin;
  AdwViewStack *pane_stack;
  AdwViewStackPage *balance_page;
  AdwBin *proposals_bin;
  AdwBin *inspector_bin;
  AdwBin *balance_bin;
  AdwBin *strip_bin;
};

enum
{
  PROP_CATALOGUE = 1,
  PROP_FOLDER,
  PROP_DOCUMENT,
  PROP_EDITOR,
  PROP_SELECTION,
  PROP_NARROW,
  PROP_COMPACT,
  PROP_SHOW_PANE,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkSessionPage, sk_session_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_title (SkSessionPage *self)
{
  SkSession *session = sk_session_document_get_session (self->document);
  g_autofree char *title = sk_session_words_title (session);
  g_autofree char *state = sk_session_words_state (session);
  g_autofree char *day = sk_session_words_day (session);
  g_autofree char *subtitle = NULL;

  if (self->narrow)
    subtitle = g_strdup_printf ("%s · %s", day, state);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->title_widget, title);
  adw_window_title_set_subtitle (self->title_widget, subtitle != NULL ? subtitle : state);
  if (g_set_str (&self->summary, state))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

/* A banner that is not revealed is not to be read either. */
static void
reveal (AdwBanner *banner,
        gboolean   revealed)
{
  gtk_widget_set_visible (GTK_WIDGET (banner), revealed);
  adw_banner_set_revealed (banner, revealed);
}

/* A step that can be taken back has a name, which the button says. */
static void
enable_actions (SkSessionPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean read_only = sk_session_editor_get_read_only (self->editor);
  const char *undo_name = sk_session_editor_get_undo_name (self->editor);
  const char *redo_name = sk_session_editor_get_redo_name (self->editor);
  g_autofree char *undo =
    undo_name != NULL ? g_strdup_printf (_("Undo: %s"), undo_name) : g_strdup (_("Undo"));
  g_autofree char *redo =
    redo_name != NULL ? g_strdup_printf (_("Redo: %s"), redo_name) : g_strdup (_("Redo"));

  gtk_widget_set_tooltip_text (self->undo_button, undo);
  gtk_widget_set_tooltip_text (self->redo_button, redo);
  reveal (self->read_only_banner, read_only);
  gtk_widget_action_set_enabled (widget, "session.archive", !read_only);
  gtk_widget_action_set_enabled (widget, "session.compose", !read_only);
  gtk_widget_action_set_enabled (widget, "session.undo",
                                 sk_session_editor_get_can_undo (self->editor));
  gtk_widget_action_set_enabled (widget, "session.redo",
                                 sk_session_editor_get_can_redo (self->editor));
}

static void
show_error (SkSessionPage *self)
{
  const char *error = sk_session_document_get_error (self->document);

  if (error != NULL)
    adw_banner_set_title (self->error_banner, error);
  reveal (self->error_banner, error != NULL);
}

static void
save (SkSessionPage *self)
{
  dex_future_disown (sk_session_document_save (self->document));
}

static gboolean
get_show_pane (SkSessionPage *self)
{
  return self->narrow ? adw_bottom_sheet_get_open (self->sheet)
                      : adw_overlay_split_view_get_show_sidebar (self->split_view);
}

static void
set_show_pane (SkSessionPage *self,
               gboolean       show)
{
  if (self->narrow)
    adw_bottom_sheet_set_open (self->sheet, show);
  else
    adw_overlay_split_view_set_show_sidebar (self->split_view, show);
}

static void
on_pane_shown (SkSessionPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANE]);
}

/* The balance is a strip below the timeline, or a page of the sheet where there is no room for it.
 */
static void
set_narrow (SkSessionPage *self,
            gboolean       narrow)
{
  GtkWidget *layouts = adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self));
  GtkWidget *strip = adw_bin_get_child (narrow ? self->strip_bin : self->balance_bin);
  g_autoptr (GtkWidget) held_strip = strip != NULL ? g_object_ref (strip) : NULL;

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  adw_bin_set_child (narrow ? self->strip_bin : self->balance_bin, NULL);
  adw_bin_set_child (narrow ? self->balance_bin : self->strip_bin, strip);
  adw_view_stack_page_set_visible (self->balance_page, narrow);
  gtk_widget_set_visible (self->facts, !narrow);
  gtk_widget_set_visible (self->redo_button, !narrow);
  gtk_widget_set_visible (self->pane_button, !narrow);
  gtk_widget_set_visible (self->print_button, !narrow);
  gtk_widget_set_visible (self->share_button, !narrow);
  adw_multi_layout_view_set_layout_name (ADW_MULTI_LAYOUT_VIEW (layouts),
                                         narrow ? "narrow" : "wide");
  show_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  on_pane_shown (self);
}

static void
set_compact (SkSessionPage *self,
             gboolean       compact)
{
  if (self->compact == compact)
    return;

  self->compact = compact;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
set_document (SkSessionPage     *self,
              SkSessionDocument *document)
{
  self->document = g_object_ref (document);
  self->editor = g_object_ref (sk_session_document_get_editor (document));
  self->selection = sk_block_selection_new (self->editor);

  g_signal_connect_object (self->editor, "notify::session", G_CALLBACK (show_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify", G_CALLBACK (enable_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::error", G_CALLBACK (show_error), self,
                           G_CONNECT_SWAPPED);
}

static void
undo_step (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  sk_session_editor_undo (SK_SESSION_PAGE (widget)->editor);
}

static void
redo_step (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  sk_session_editor_redo (SK_SESSION_PAGE (widget)->editor);
}

static void
show_details (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SkSessionPage *self = SK_SESSION_PAGE (widget);
  const char *fact = parameter != NULL ? g_variant_get_string (parameter, NULL) : "title";

  adw_dialog_present (sk_details_dialog_new (self->editor,
                                             sk_catalogue_get_vocabularies (self->catalogue), fact),
                      widget);
}

static void
compose (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  SkSessionPage *self = SK_SESSION_PAGE (widget);

  adw_dialog_present (sk_compose_dialog_new (self->catalogue, self->folder, self->editor), widget);
}

static void
show_versions (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  adw_dialog_present (sk_versions_dialog_new (SK_SESSION_PAGE (widget)->document), widget);
}

/* What is done to the session as a whole is done where all sessions are: session.X is plan.X of it.
 */
static void
pass_on (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  SkSession *session = sk_session_document_get_session (SK_SESSION_PAGE (widget)->document);
  g_autofree char *action = g_strconcat ("plan", strchr (name, '.'), NULL);

  gtk_widget_activate_action (widget, action, "s", sk_session_get_id (session));
}

static void
find_tool (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SkSessionPage *self = SK_SESSION_PAGE (widget);

  set_show_pane (self, TRUE);
  adw_view_stack_set_visible_child_name (self->pane_stack, "proposals");
  gtk_widget_child_focus (GTK_WIDGET (self->proposals_bin), GTK_DIR_TAB_FORWARD);
}

static void
sk_session_page_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SkSessionPage *self = SK_SESSION_PAGE (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_EDITOR:
      g_value_set_object (value, self->editor);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_SHOW_PANE:
      g_value_set_boolean (value, get_show_pane (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_session_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SkSessionPage *self = SK_SESSION_PAGE (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      self->catalogue = g_value_dup_object (value);
      break;
    case PROP_FOLDER:
      self->folder = g_value_dup_object (value);
      break;
    case PROP_DOCUMENT:
      set_document (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_PANE:
      set_show_pane (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* While something is dragged over the timeline, the title says what a drop would make of it. */
static void
on_preview (SkSessionPage *self,
            GParamSpec    *pspec,
            SkTimeline    *timeline)
{
  SkSession *preview = sk_timeline_get_preview (timeline);

  if (preview != NULL)
    {
      g_autofree char *state = sk_session_words_state (preview);

      adw_window_title_set_subtitle (self->title_widget, state);
    }
  else
    {
      show_title (self);
    }
}

static void
on_block_activated (SkSessionPage *self)
{
  adw_view_stack_set_visible_child_name (self->pane_stack, "block");
  set_show_pane (self, TRUE);
}

static void
add_timeline (SkSessionPage *self)
{
  SkTimeline *timeline = sk_timeline_new (self->editor, self->selection, self->catalogue);

  g_signal_connect_object (timeline, "notify::preview", G_CALLBACK (on_preview), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "activated", G_CALLBACK (on_block_activated), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->timeline_bin, GTK_WIDGET (timeline));
}

static void
add_pane (SkSessionPage *self)
{
  adw_bin_set_child (self->proposals_bin,
                     g_object_new (SK_TYPE_PROPOSALS, "editor", self->editor, "selection",
                                   self->selection, "catalogue", self->catalogue, NULL));
  adw_bin_set_child (self->inspector_bin,
                     g_object_new (SK_TYPE_BLOCK_INSPECTOR, "editor", self->editor, "selection",
                                   self->selection, "catalogue", self->catalogue, NULL));
}

static void
add_strip (SkSessionPage *self)
{
  GtkWidget *strip = g_object_new (SK_TYPE_BALANCE_STRIP, "editor", self->editor, NULL);

  g_object_bind_property (self, "narrow", strip, "narrow", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (self->narrow ? self->balance_bin : self->strip_bin, strip);
}

static void
sk_session_page_constructed (GObject *object)
{
  SkSessionPage *self = SK_SESSION_PAGE (object);

  G_OBJECT_CLASS (sk_session_page_parent_class)->constructed (object);

  g_object_set (self->facts, "editor", self->editor, NULL);
  add_timeline (self);
  add_pane (self);
  add_strip (self);
  show_title (self);
  show_error (self);
  enable_actions (self);
}

static void
sk_session_page_dispose (GObject *object)
{
  SkSessionPage *self = SK_SESSION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_SESSION_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->editor);
  g_clear_object (&self->document);
  g_clear_object (&self->folder);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->summary, g_free);

  G_OBJECT_CLASS (sk_session_page_parent_class)->dispose (object);
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
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, SK_TYPE_SESSION_DOCUMENT, once);
  properties[PROP_EDITOR] =
    g_param_spec_object ("editor", NULL, NULL, SK_TYPE_SESSION_EDITOR, G_PARAM_READABLE | flags);
  properties[PROP_SELECTION] =
    g_param_spec_object ("selection", NULL, NULL, SK_TYPE_BLOCK_SELECTION,
                         G_PARAM_READABLE | flags);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_SHOW_PANE] =
    g_param_spec_boolean ("show-pane", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_SUMMARY] =
    g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, title_widget);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, pane_button);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, share_button);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, error_banner);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, timeline_bin);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, pane_stack);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, balance_page);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, proposals_bin);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, inspector_bin);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, balance_bin);
  gtk_widget_class_bind_template_child (widget_class, SkSessionPage, strip_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_shown);
  gtk_widget_class_bind_template_callback (widget_class, save);
}

static void
sk_session_page_class_init (SkSessionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_session_page_get_property;
  object_class->set_property = sk_session_page_set_property;
  object_class->constructed = sk_session_page_constructed;
  object_class->dispose = sk_session_page_dispose;

  g_type_ensure (SK_TYPE_SESSION_FACTS);
  install_properties (object_class);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "session.undo", NULL, undo_step);
  gtk_widget_class_install_action (widget_class, "session.redo", NULL, redo_step);
  gtk_widget_class_install_action (widget_class, "session.details", NULL, show_details);
  gtk_widget_class_install_action (widget_class, "session.detail", "s", show_details);
  gtk_widget_class_install_action (widget_class, "session.versions", NULL, show_versions);
  gtk_widget_class_install_action (widget_class, "session.duplicate", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "session.compose", NULL, compose);
  gtk_widget_class_install_action (widget_class, "session.print", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "session.share", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "session.archive", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "session.delete", NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "session.find", NULL, find_tool);
  gtk_widget_class_install_property_action (widget_class, "session.toggle-pane", "show-pane");
}

static void
sk_session_page_init (SkSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sk_session_page_new:
 * @catalogue: where the tools are
 * @folder: the sessions
 * @document: one of them
 *
 * Returns: (transfer floating): a page to work on it
 */
SkSessionPage *
sk_session_page_new (SkCatalogue       *catalogue,
                     SkSessionFolder   *folder,
                     SkSessionDocument *document)
{
  return g_object_new (SK_TYPE_SESSION_PAGE, "catalogue", catalogue, "folder", folder, "document",
                       document, NULL);
}

/**
 * sk_session_page_get_document:
 *
 * Returns: (transfer none): the session that is worked on
 */
SkSessionDocument *
sk_session_page_get_document (SkSessionPage *self)
{
  g_return_val_if_fail (SK_IS_SESSION_PAGE (self), NULL);

  return self->document;
}
