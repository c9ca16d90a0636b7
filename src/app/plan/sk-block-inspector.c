/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-inspector.h"

#include <glib/gi18n.h>

#include "session/sk-session-commands.h"
#include "sidekick-config.h"
#include "sk-block-heading.h"
#include "sk-block-materials.h"
#include "sk-block-source.h"
#include "sk-block-texts.h"
#include "sk-block-times.h"
#include "sk-swap-dialog.h"

/* As far as the editor snaps when one drags. */
#define STEP 5

struct _SkBlockInspector
{
  GtkWidget parent_instance;

  SkSessionEditor *editor;
  SkBlockSelection *selection;
  SkCatalogue *catalogue;
  char *shown;                /* the id of the block that is shown */

  GtkStack *stack;
  AdwStatusPage *several;
  GtkScrolledWindow *scroller;
  SkBlockPart *heading;
  SkBlockPart *times;
  SkBlockPart *texts;
  SkBlockPart *materials;
  SkBlockPart *source;
};

enum
{
  PROP_EDITOR = 1,
  PROP_SELECTION,
  PROP_CATALOGUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SkBlockInspector, sk_block_inspector, GTK_TYPE_WIDGET)

static const char * const *
get_ids (SkBlockInspector *self)
{
  static const char * const none[] = {NULL};

  return self->selection != NULL ? sk_block_selection_get_ids (self->selection) : none;
}

/* The only block that is chosen, and where it is. */
static SkBlock *
find_block (SkBlockInspector *self,
            SkBlockPlace     *place)
{
  const char * const *ids = get_ids (self);

  if (self->editor == NULL || ids[0] == NULL || ids[1] != NULL)
    return NULL;

  return sk_session_find_block (sk_session_editor_get_session (self->editor), ids[0], place);
}

static void
enable_actions (SkBlockInspector *self,
                SkBlock          *block,
                SkBlockPlace      place)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean may = self->editor != NULL && !sk_session_editor_get_read_only (self->editor);
  const gboolean one = may && block != NULL;
  const gboolean lane = one && place.lane >= 0;
  const gboolean groups = one && sk_block_get_lanes (block) != NULL;
  const guint n_blocks =
    one ? sk_session_get_n_blocks (sk_session_editor_get_session (self->editor)) : 0;

  gtk_widget_action_set_enabled (widget, "block.remove", may && get_ids (self)[0] != NULL);
  gtk_widget_action_set_enabled (widget, "block.duplicate", one);
  gtk_widget_action_set_enabled (widget, "block.move-up", one && !lane && place.position > 0);
  gtk_widget_action_set_enabled (widget, "block.move-down",
                                 one && !lane && place.position + 1 < n_blocks);
  gtk_widget_action_set_enabled (widget, "block.group",
                                 one && !lane &&
                                   (!groups ||
                                    sk_block_get_lanes (block)->len < SK_BLOCK_MAX_LANES));
  gtk_widget_action_set_enabled (widget, "block.ungroup", groups || lane);
  gtk_widget_action_set_enabled (widget, "block.swap", one && !groups && self->catalogue != NULL);
}

static void
show_several (SkBlockInspector *self)
{
  SkSession *session = sk_session_editor_get_session (self->editor);
  const char * const *ids = get_ids (self);
  const guint n_blocks = g_strv_length ((GStrv) ids);
  g_autofree char *title = g_strdup_printf (ngettext ("%u Block", "%u Blocks", n_blocks), n_blocks);
  g_autofree char *description = NULL;
  guint minutes = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    minutes += sk_block_get_minutes (sk_session_find_block (session, ids[i], NULL));
  description = g_strdup_printf (ngettext ("Together %u min", "Together %u min", minutes), minutes);

  adw_status_page_set_title (self->several, title);
  adw_status_page_set_description (self->several, description);
  gtk_stack_set_visible_child_name (self->stack, "several");
}

static void
show_one (SkBlockInspector *self,
          SkBlock          *block)
{
  if (g_set_str (&self->shown, sk_block_get_id (block)))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);

  sk_block_part_set_block (self->heading, self->editor, block);
  sk_block_part_set_block (self->times, self->editor, block);
  sk_block_part_set_block (self->texts, self->editor, block);
  sk_block_part_set_block (self->materials, self->editor, block);
  sk_block_part_set_block (self->source, self->editor, block);
  gtk_stack_set_visible_child_name (self->stack, "one");
}

static void
show (SkBlockInspector *self)
{
  SkBlockPlace place = {0};
  SkBlock *block = find_block (self, &place);
  const char * const *ids = get_ids (self);

  enable_actions (self, block, place);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack),
                            self->editor != NULL &&
                              !sk_session_editor_get_read_only (self->editor));
  if (block != NULL)
    show_one (self, block);
  else if (self->editor != NULL && ids[0] != NULL && ids[1] != NULL)
    show_several (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
change_all (SkBlockInspector *self,
            int               minutes)
{
  sk_session_add_minutes (self->editor, get_ids (self), minutes);
  sk_session_editor_seal (self->editor);
}

static void
on_all_shorter (SkBlockInspector *self)
{
  change_all (self, -STEP);
}

static void
on_all_longer (SkBlockInspector *self)
{
  change_all (self, STEP);
}

static void
duplicate (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SkBlockInspector *self = SK_BLOCK_INSPECTOR (widget);

  sk_session_duplicate_blocks (self->editor, get_ids (self));
}

static void
move (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  SkBlockInspector *self = SK_BLOCK_INSPECTOR (widget);
  SkBlockPlace place;

  if (find_block (self, &place) != NULL)
    sk_session_move_blocks (self->editor, get_ids (self),
                            g_str_equal (name, "block.move-up") ? place.position - 1
                                                                : place.position + 1);
}

/* Beside it comes a block to write in. */
static void
group (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  SkBlockInspector *self = SK_BLOCK_INSPECTOR (widget);
  SkBlockPlace place;
  SkBlock *block = find_block (self, &place);
  g_autoptr (SkBlock) beside = sk_block_new_own (SK_BLOCK_DO, NULL, sk_block_get_minutes (block));

  sk_session_group_block (self->editor, sk_block_get_id (block), beside);
}

static void
ungroup (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  SkBlockInspector *self = SK_BLOCK_INSPECTOR (widget);

  sk_session_ungroup_block (self->editor, get_ids (self)[0]);
}

static void
remove_chosen (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SkBlockInspector *self = SK_BLOCK_INSPECTOR (widget);

  sk_session_remove_blocks (self->editor, get_ids (self));
}

static void
on_swapped (SkBlockInspector *self,
            const char       *id)
{
  if (self->selection != NULL)
    sk_block_selection_choose (self->selection, id);
}

static void
swap (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  SkBlockInspector *self = SK_BLOCK_INSPECTOR (widget);
  AdwDialog *dialog = sk_swap_dialog_new (self->catalogue, self->editor, get_ids (self)[0]);

  g_signal_connect_object (dialog, "swapped", G_CALLBACK (on_swapped), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
set_editor (SkBlockInspector *self,
            SkSessionEditor  *editor)
{
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, show, self);
  if (!g_set_object (&self->editor, editor))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITOR]);
  if (editor != NULL)
    {
      g_signal_connect_object (editor, "notify::session", G_CALLBACK (show), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "notify::read-only", G_CALLBACK (show), self,
                               G_CONNECT_SWAPPED);
    }
  show (self);
}

static void
set_selection (SkBlockInspector *self,
               SkBlockSelection *selection)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, show, self);
  if (!g_set_object (&self->selection, selection))
    return;

  if (selection != NULL)
    g_signal_connect_object (selection, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

static void
sk_block_inspector_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  SkBlockInspector *self = SK_BLOCK_INSPECTOR (object);

  switch (id)
    {
    case PROP_EDITOR:
      g_value_set_object (value, self->editor);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_block_inspector_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  SkBlockInspector *self = SK_BLOCK_INSPECTOR (object);

  switch (id)
    {
    case PROP_EDITOR:
      set_editor (self, g_value_get_object (value));
      break;
    case PROP_SELECTION:
      set_selection (self, g_value_get_object (value));
      break;
    case PROP_CATALOGUE:
      g_set_object (&self->catalogue, g_value_get_object (value));
      show (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_block_inspector_dispose (GObject *object)
{
  SkBlockInspector *self = SK_BLOCK_INSPECTOR (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->selection);
  g_clear_object (&self->catalogue);
  gtk_widget_dispose_template (GTK_WIDGET (object), SK_TYPE_BLOCK_INSPECTOR);

  G_OBJECT_CLASS (sk_block_inspector_parent_class)->dispose (object);
}

static void
sk_block_inspector_finalize (GObject *object)
{
  g_free (SK_BLOCK_INSPECTOR (object)->shown);

  G_OBJECT_CLASS (sk_block_inspector_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SK_TYPE_BLOCK_HEADING);
  g_type_ensure (SK_TYPE_BLOCK_MATERIALS);
  g_type_ensure (SK_TYPE_BLOCK_SOURCE);
  g_type_ensure (SK_TYPE_BLOCK_TEXTS);
  g_type_ensure (SK_TYPE_BLOCK_TIMES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-block-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, SkBlockInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, SkBlockInspector, several);
  gtk_widget_class_bind_template_child (widget_class, SkBlockInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, SkBlockInspector, heading);
  gtk_widget_class_bind_template_child (widget_class, SkBlockInspector, times);
  gtk_widget_class_bind_template_child (widget_class, SkBlockInspector, texts);
  gtk_widget_class_bind_template_child (widget_class, SkBlockInspector, materials);
  gtk_widget_class_bind_template_child (widget_class, SkBlockInspector, source);
  gtk_widget_class_bind_template_callback (widget_class, on_all_shorter);
  gtk_widget_class_bind_template_callback (widget_class, on_all_longer);
}

static void
sk_block_inspector_class_init (SkBlockInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sk_block_inspector_get_property;
  object_class->set_property = sk_block_inspector_set_property;
  object_class->dispose = sk_block_inspector_dispose;
  object_class->finalize = sk_block_inspector_finalize;

  properties[PROP_EDITOR] =
    g_param_spec_object ("editor", NULL, NULL, SK_TYPE_SESSION_EDITOR, flags);
  properties[PROP_SELECTION] =
    g_param_spec_object ("selection", NULL, NULL, SK_TYPE_BLOCK_SELECTION, flags);
  properties[PROP_CATALOGUE] =
    g_param_spec_object ("catalogue", NULL, NULL, SK_TYPE_CATALOGUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "block.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "block.move-up", NULL, move);
  gtk_widget_class_install_action (widget_class, "block.move-down", NULL, move);
  gtk_widget_class_install_action (widget_class, "block.group", NULL, group);
  gtk_widget_class_install_action (widget_class, "block.ungroup", NULL, ungroup);
  gtk_widget_class_install_action (widget_class, "block.remove", NULL, remove_chosen);
  gtk_widget_class_install_action (widget_class, "block.swap", NULL, swap);
}

static void
sk_block_inspector_init (SkBlockInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
