/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-face.h"

#include <glib/gi18n.h>

#include "session/sk-block-words.h"
#include "sk-block-face-private.h"
#include "sk-block-icon.h"
#include "sk-cover.h"
#include "sk-inline-entry.h"
#include "sk-timeline-words.h"

#define MAX_CHIPS 3
#define CHIP_SPACING 6
#define SYMBOL_SIZE 20
#define ICON_SIZE 18
#define SMALL_ICON_SIZE 14

enum
{
  MENU,
  TITLE_EDITED,
  MINUTES_EDITED,
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkBlockFace, sk_block_face, GTK_TYPE_WIDGET)

static void
sk_block_face_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SK_FACE_MIN_WIDTH;
      *natural = SK_FACE_WIDTH;
      return;
    }

  *minimum = *natural = sk_block_face_measure_height (SK_BLOCK_FACE (widget), for_size);
}

static void
sk_block_face_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  sk_block_face_lay_out (SK_BLOCK_FACE (widget), width, height);
}

static GtkSizeRequestMode
sk_block_face_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sk_block_face_dispose (GObject *object)
{
  SkBlockFace *self = SK_BLOCK_FACE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->entry = NULL;
  g_clear_object (&self->block);

  G_OBJECT_CLASS (sk_block_face_parent_class)->dispose (object);
}

static void
sk_block_face_finalize (GObject *object)
{
  g_ptr_array_unref (SK_BLOCK_FACE (object)->placed);

  G_OBJECT_CLASS (sk_block_face_parent_class)->finalize (object);
}

static void
sk_block_face_class_init (SkBlockFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sk_block_face_dispose;
  G_OBJECT_CLASS (klass)->finalize = sk_block_face_finalize;
  widget_class->measure = sk_block_face_measure;
  widget_class->size_allocate = sk_block_face_size_allocate;
  widget_class->get_request_mode = sk_block_face_get_request_mode;

  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[TITLE_EDITED] =
    g_signal_new ("title-edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MINUTES_EDITED] =
    g_signal_new ("minutes-edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "blockface");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

/* What is written here the block says itself, all at once. */
static GtkLabel *
add_label (SkBlockFace *self,
           guint        lines,
           const char  *css_class)
{
  GtkLabel *label = GTK_LABEL (
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (lines > 1)
    {
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (label, (int) lines);
      gtk_label_set_yalign (label, 0);
    }
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_widget_set_parent (GTK_WIDGET (label), GTK_WIDGET (self));
  return label;
}

static void
on_menu_clicked (SkBlockFace *self)
{
  g_signal_emit (self, signals[MENU], 0);
}

static void
add_menu (SkBlockFace *self)
{
  self->menu = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_set_tooltip_text (self->menu, _("Menu of the block"));
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_add_css_class (self->menu, "circular");
  gtk_widget_add_css_class (self->menu, "block-menu");
  g_signal_connect_swapped (self->menu, "clicked", G_CALLBACK (on_menu_clicked), self);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
sk_block_face_init (SkBlockFace *self)
{
  self->placed = g_ptr_array_new ();
  self->cover = g_object_new (SK_TYPE_COVER, "symbol-size", SYMBOL_SIZE, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->cover), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->cover), "framed");

  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             NULL);
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), ICON_SIZE);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));

  self->lane_words = add_label (self, 1, "caption");
  self->brief_lane_words = add_label (self, 1, "caption");
  self->title = add_label (self, 1, "heading");
  self->long_title = add_label (self, 3, "heading");
  self->caption = add_label (self, 1, "caption");
  self->facts = add_label (self, 1, "caption");
  self->goal = add_label (self, 4, "goal");
  self->minutes = add_label (self, 1, "numeric");
  gtk_label_set_ellipsize (self->minutes, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->minutes), "minutes");

  self->chips = g_object_new (GTK_TYPE_BOX, "spacing", CHIP_SPACING, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->chips, GTK_WIDGET (self));
  add_menu (self);
}

/**
 * sk_block_face_new:
 * @style: how the words lie
 *
 * Returns: (transfer floating): the face of no block yet
 */
SkBlockFace *
sk_block_face_new (SkFaceStyle style)
{
  SkBlockFace *self = g_object_new (SK_TYPE_BLOCK_FACE, NULL);

  self->style = style;
  if (style == SK_FACE_GROUPS)
    gtk_image_set_pixel_size (GTK_IMAGE (self->icon), SMALL_ICON_SIZE);
  return self;
}

static void
add_chip (SkBlockFace *self,
          const char  *icon,
          const char  *words)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (chip), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (chip), label);
  gtk_widget_add_css_class (chip, "file-chip");
  gtk_box_append (GTK_BOX (self->chips), chip);
}

/* What to put ready: the files of a tool, and what was noted. */
static void
show_chips (SkBlockFace *self)
{
  SkResource *resource = sk_block_get_resource (self->block);
  GPtrArray *files = resource != NULL ? sk_resource_get_attachments (resource) : NULL;
  const char * const *materials = sk_block_get_materials (self->block);
  guint n_chips = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);

  for (guint i = 0; files != NULL && i < files->len && n_chips < MAX_CHIPS; i++)
    {
      const char *name = sk_attachment_get_name (g_ptr_array_index (files, i));

      if (name == NULL || *name == '\0')
        continue;
      add_chip (self, "text-x-generic-symbolic", name);
      n_chips++;
    }
  for (guint i = 0; materials != NULL && materials[i] != NULL && n_chips < MAX_CHIPS;
       i++, n_chips++)
    add_chip (self, "mail-attachment-symbolic", materials[i]);
}

static void
show_minutes (SkBlockFace *self)
{
  const guint minutes = sk_block_get_minutes (self->block);
  const gboolean guessed = sk_block_get_minutes_guessed (self->block);
  g_autofree char *markup = NULL;

  /* TRANSLATORS: the markup stays; the number is the larger part. */
  markup = g_strdup_printf (ngettext ("<b>%u</b> <small>min</small>",
                                      "<b>%u</b> <small>min</small>", minutes),
                            minutes);
  if (guessed)
    {
      g_autofree char *sure = g_steal_pointer (&markup);

      markup = g_strconcat ("≈ ", sure, NULL);
    }
  gtk_label_set_markup (self->minutes, markup);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->minutes),
                               guessed ? _("Our guess by format") : NULL);
}

static void
show_picture (SkBlockFace *self)
{
  const SkBlockKind kind = sk_block_get_kind (self->block);
  SkResource *resource = sk_block_get_resource (self->block);

  if (resource != NULL)
    sk_cover_set_resource (self->cover, resource);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), sk_block_icon_get_name (kind));
  if (self->style != SK_FACE_GROUPS)
    gtk_widget_add_css_class (self->icon, "tile");
}

/* Groups have no line of facts, and a title of their own where a person gave none. */
static void
show_words (SkBlockFace *self)
{
  const gboolean groups = sk_block_get_kind (self->block) == SK_BLOCK_GROUPS;
  const char *goal = sk_block_get_goal (self->block);
  g_autofree char *title = sk_timeline_words_title (self->block);
  g_autofree char *facts = groups ? g_strdup ("") : sk_timeline_words_caption (self->block);
  g_autofree char *caption = NULL;

  goal = goal != NULL ? goal : "";
  caption = g_strconcat (facts, *facts != '\0' && *goal != '\0' ? " · " : "", goal, NULL);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->long_title, title);
  gtk_label_set_text (self->caption, caption);
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->goal, goal);
}

/**
 * sk_block_face_set_block:
 * @block: what to show
 * @lane: of a lane, which one, from 0
 *
 * Shows a block.
 */
void
sk_block_face_set_block (SkBlockFace *self,
                         SkBlock     *block,
                         guint        lane)
{
  g_return_if_fail (SK_IS_BLOCK_FACE (self));
  g_return_if_fail (SK_IS_BLOCK (block));

  g_set_object (&self->block, block);
  show_words (self);
  if (self->style == SK_FACE_LANE)
    {
      g_autofree char *words = sk_timeline_words_lane (block, lane);
      g_autofree char *brief = sk_timeline_words_lane_briefly (block, lane);

      gtk_label_set_text (self->lane_words, words);
      gtk_label_set_text (self->brief_lane_words, brief);
    }
  show_minutes (self);
  show_picture (self);
  show_chips (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The focus goes on to what the face is of, before what has it disappears. */
static void
let_go (GtkWidget *entry)
{
  GtkRoot *root = gtk_widget_get_root (entry);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *above = gtk_widget_get_parent (entry);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, entry))
    return;
  while (above != NULL && !gtk_widget_get_focusable (above))
    above = gtk_widget_get_parent (above);
  if (above != NULL)
    gtk_widget_grab_focus (above);
}

static void
on_edited (SkBlockFace *self,
           const char  *text)
{
  const SkFacePart part = self->editing;
  GtkWidget *entry = g_steal_pointer (&self->entry);

  self->editing = SK_FACE_NOTHING;
  g_object_ref (self);
  let_go (entry);
  gtk_widget_unparent (entry);

  if (text != NULL && part == SK_FACE_TITLE)
    g_signal_emit (self, signals[TITLE_EDITED], 0, text);
  else if (text != NULL)
    g_signal_emit (self, signals[MINUTES_EDITED], 0, (guint) g_ascii_strtoull (text, NULL, 10));
  g_signal_emit (self, signals[EDITED], 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_unref (self);
}

/**
 * sk_block_face_edit:
 * @part: %SK_FACE_TITLE or %SK_FACE_MINUTES
 *
 * Puts an entry in the place of a part, and the focus into it. Enter, and going elsewhere, take
 * over what was typed; Escape does not.
 */
void
sk_block_face_edit (SkBlockFace *self,
                    SkFacePart   part)
{
  g_autofree char *minutes = NULL;
  SkInlineEntry *entry;

  g_return_if_fail (SK_IS_BLOCK_FACE (self));
  g_return_if_fail (part == SK_FACE_TITLE || part == SK_FACE_MINUTES);

  if (self->entry != NULL)
    return;

  if (part == SK_FACE_TITLE)
    {
      entry = sk_inline_entry_new (sk_block_get_title (self->block), _("Title"));
    }
  else
    {
      minutes = g_strdup_printf ("%u", sk_block_get_minutes (self->block));
      entry = sk_inline_entry_new (minutes, _("Minutes"));
      gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
    }

  self->editing = part;
  self->entry = GTK_WIDGET (entry);
  g_signal_connect_swapped (entry, "done", G_CALLBACK (on_edited), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->entry);
}

static gboolean
is_within (SkBlockFace *self,
           GtkWidget   *part,
           double       x,
           double       y)
{
  graphene_rect_t bounds;

  return gtk_widget_get_child_visible (part) &&
         gtk_widget_compute_bounds (part, GTK_WIDGET (self), &bounds) &&
         graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/**
 * sk_block_face_pick:
 * @x: from the left of the face
 * @y: from its top
 *
 * Returns: what is there
 */
SkFacePart
sk_block_face_pick (SkBlockFace *self,
                    double       x,
                    double       y)
{
  g_return_val_if_fail (SK_IS_BLOCK_FACE (self), SK_FACE_NOTHING);

  if (is_within (self, GTK_WIDGET (self->title), x, y) ||
      is_within (self, GTK_WIDGET (self->long_title), x, y))
    return SK_FACE_TITLE;
  if (is_within (self, GTK_WIDGET (self->minutes), x, y))
    return SK_FACE_MINUTES;
  if (is_within (self, GTK_WIDGET (self->cover), x, y) || is_within (self, self->icon, x, y))
    return SK_FACE_TILE;
  return SK_FACE_NOTHING;
}

/**
 * sk_block_face_get_menu:
 *
 * Returns: (transfer none): the button that asks for the menu, where that is to point
 */
GtkWidget *
sk_block_face_get_menu (SkBlockFace *self)
{
  g_return_val_if_fail (SK_IS_BLOCK_FACE (self), NULL);

  return self->menu;
}
