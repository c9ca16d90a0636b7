/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-own-blocks.h"

#include <glib/gi18n.h>

#include "session/sk-block-words.h"
#include "sk-block-icon.h"

#define SPACING 6

struct _SkOwnBlocks
{
  AdwBin parent_instance;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkOwnBlocks, sk_own_blocks, ADW_TYPE_BIN)

/* Those that are wanted most come first; a length to begin with. */
static const struct
{
  SkBlockKind kind;
  guint minutes;
} pills[] = {
  {SK_BLOCK_TALK, 10}, {SK_BLOCK_DO, 15},     {SK_BLOCK_PLAY, 10},   {SK_BLOCK_BREAK, 5},
  {SK_BLOCK_HELP, 5},  {SK_BLOCK_GROUPS, 15}, {SK_BLOCK_WELCOME, 5}, {SK_BLOCK_DEBRIEF, 5},
};

static SkBlock *
make_groups (guint minutes)
{
  g_auto (SkBlockFields) fields = {0};

  sk_block_fields_init (&fields);
  fields.kind = SK_BLOCK_GROUPS;
  fields.minutes = minutes;
  fields.lanes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < SK_BLOCK_MIN_LANES; i++)
    g_ptr_array_add (fields.lanes, sk_block_new_own (SK_BLOCK_DO, NULL, minutes));

  return sk_block_new (&fields);
}

static SkBlock *
make_block (guint nth)
{
  const SkBlockKind kind = pills[nth].kind;

  return kind == SK_BLOCK_GROUPS ? make_groups (pills[nth].minutes)
                                 : sk_block_new_own (kind, NULL, pills[nth].minutes);
}

static guint
get_nth (gpointer pill)
{
  return GPOINTER_TO_UINT (g_object_get_data (pill, "nth"));
}

static void
on_pill_clicked (GtkWidget   *pill,
                 SkOwnBlocks *self)
{
  g_autoptr (SkBlock) block = make_block (get_nth (pill));

  g_signal_emit (self, signals[CHOSEN], 0, block);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source,
                 double         x,
                 double         y,
                 GtkWidget     *pill)
{
  g_autoptr (SkBlock) block = make_block (get_nth (pill));

  return gdk_content_provider_new_typed (SK_TYPE_BLOCK, block);
}

static void
on_drag_begin (GtkDragSource *source,
               GdkDrag       *drag,
               GtkWidget     *pill)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (pill);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static GtkWidget *
make_pill (SkOwnBlocks *self,
           guint        nth)
{
  const SkBlockKind kind = pills[nth].kind;
  GtkWidget *pill = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), sk_block_icon_get_name (kind));
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), sk_block_words_kind (kind));
  gtk_button_set_child (GTK_BUTTON (pill), content);
  gtk_widget_add_css_class (pill, "own-block");
  g_object_set_data (G_OBJECT (pill), "nth", GUINT_TO_POINTER (nth));
  g_signal_connect (pill, "clicked", G_CALLBACK (on_pill_clicked), self);

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), pill);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), pill);
  gtk_widget_add_controller (pill, GTK_EVENT_CONTROLLER (source));

  return pill;
}

static void
sk_own_blocks_class_init (SkOwnBlocksClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, SK_TYPE_BLOCK);
}

static void
sk_own_blocks_init (SkOwnBlocks *self)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), SPACING);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), SPACING);
  for (guint i = 0; i < G_N_ELEMENTS (pills); i++)
    adw_wrap_box_append (ADW_WRAP_BOX (box), make_pill (self, i));

  adw_bin_set_child (ADW_BIN (self), box);
}
