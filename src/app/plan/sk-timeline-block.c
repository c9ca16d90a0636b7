/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-timeline-block.h"

#include "sk-block-overrun.h"
#include "sk-timeline-words.h"

#define MIN_WIDTH 120
#define EDGE_HEIGHT 8
#define LANE_SPACING 4

struct _SkTimelineBlock
{
  GtkWidget parent_instance;

  SkSessionEditor *editor;
  char *id;
  char *family;
  gboolean groups;
  gboolean lane;
  guint minutes;
  guint over;                 /* minutes of it that are too many */

  SkBlockFace *face;
  SkBlockOverrun *overrun;
  GPtrArray *lanes;           /* SkTimelineBlock, owned as children */
  GtkWidget *edge;
};

enum
{
  LANE_ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkTimelineBlock, sk_timeline_block, GTK_TYPE_WIDGET)

static int
get_min_height (gpointer child,
                int      width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_lane_width (SkTimelineBlock *self,
                int              width)
{
  const int n_lanes = (int) self->lanes->len;

  return MAX (MIN_WIDTH / 2, (width - LANE_SPACING * (n_lanes + 1)) / n_lanes);
}

static int
get_overrun_height (SkTimelineBlock *self,
                    int              height)
{
  if (self->over == 0)
    return 0;

  const int least = get_min_height (self->overrun, -1);
  const int shown = (int) MIN (self->over, self->minutes);

  return MAX (least, height * shown / (int) self->minutes);
}

static int
measure_height (SkTimelineBlock *self,
                int              width)
{
  int height = get_min_height (self->face, width);
  int lanes = 0;

  for (guint i = 0; i < self->lanes->len; i++)
    lanes = MAX (lanes, get_min_height (g_ptr_array_index (self->lanes, i),
                                        width > 0 ? get_lane_width (self, width) : -1));
  if (lanes > 0)
    height += lanes + 2 * LANE_SPACING;
  if (self->over > 0)
    height += get_min_height (self->overrun, -1);
  return height;
}

static void
sk_timeline_block_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  SkTimelineBlock *self = SK_TIMELINE_BLOCK (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->lane ? MIN_WIDTH / 2 : MIN_WIDTH;
  else
    *minimum = *natural = measure_height (self, for_size);
}

static void
place_lanes (SkTimelineBlock *self,
             int              top,
             int              width,
             int              height)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int each = get_lane_width (self, width);

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const int x = LANE_SPACING + (int) i * (each + LANE_SPACING);
      GtkAllocation place = {rtl ? width - x - each : x, top, each, height};

      gtk_widget_size_allocate (g_ptr_array_index (self->lanes, i), &place, -1);
    }
}

static void
sk_timeline_block_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SkTimelineBlock *self = SK_TIMELINE_BLOCK (widget);
  const int least = get_min_height (self->face, width);
  const int over = MIN (get_overrun_height (self, height), height - least);
  const int face = self->groups ? least : height - over;

  gtk_widget_size_allocate (GTK_WIDGET (self->face), &(GtkAllocation) {0, 0, width, face}, -1);
  if (self->groups && self->lanes->len > 0)
    place_lanes (self, face + LANE_SPACING / 2, width,
                 height - over - face - LANE_SPACING - LANE_SPACING / 2);

  gtk_widget_set_child_visible (GTK_WIDGET (self->overrun), over > 0);
  if (over > 0)
    gtk_widget_size_allocate (GTK_WIDGET (self->overrun),
                              &(GtkAllocation) {0, height - over, width, over}, -1);
  gtk_widget_size_allocate (self->edge,
                            &(GtkAllocation) {0, height - EDGE_HEIGHT + 2, width, EDGE_HEIGHT}, -1);
}

static GtkSizeRequestMode
sk_timeline_block_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Itself first, then what is in it to press. */
static gboolean
sk_timeline_block_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  SkTimelineBlock *self = SK_TIMELINE_BLOCK (widget);
  GtkWidget *parts[] = {GTK_WIDGET (self->face), GTK_WIDGET (self->overrun)};
  const gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  guint at = 0;

  if (direction != GTK_DIR_TAB_FORWARD && !back)
    return FALSE;
  if (inside == NULL && !gtk_widget_is_focus (widget))
    return gtk_widget_grab_focus (widget);
  if (inside == NULL && back)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (inside == parts[i])
      at = i;
  for (int i = (int) at; i >= 0 && i < (int) G_N_ELEMENTS (parts); i += back ? -1 : 1)
    if (gtk_widget_get_child_visible (parts[i]) && gtk_widget_child_focus (parts[i], direction))
      return TRUE;

  return back && gtk_widget_grab_focus (widget);
}

static gboolean
sk_timeline_block_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL)
    return FALSE;
  gtk_root_set_focus (root, widget);
  return TRUE;
}

static void
sk_timeline_block_dispose (GObject *object)
{
  SkTimelineBlock *self = SK_TIMELINE_BLOCK (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->lanes, 0);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sk_timeline_block_parent_class)->dispose (object);
}

static void
sk_timeline_block_finalize (GObject *object)
{
  SkTimelineBlock *self = SK_TIMELINE_BLOCK (object);

  g_ptr_array_unref (self->lanes);
  g_free (self->id);
  g_free (self->family);

  G_OBJECT_CLASS (sk_timeline_block_parent_class)->finalize (object);
}

static void
sk_timeline_block_class_init (SkTimelineBlockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sk_timeline_block_dispose;
  object_class->finalize = sk_timeline_block_finalize;
  widget_class->measure = sk_timeline_block_measure;
  widget_class->size_allocate = sk_timeline_block_size_allocate;
  widget_class->get_request_mode = sk_timeline_block_get_request_mode;
  widget_class->focus = sk_timeline_block_focus;
  widget_class->grab_focus = sk_timeline_block_grab_focus;

  signals[LANE_ADDED] = g_signal_new ("lane-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, SK_TYPE_TIMELINE_BLOCK);

  gtk_widget_class_set_css_name (widget_class, "timelineblock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
sk_timeline_block_init (SkTimelineBlock *self)
{
  self->lanes = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static void
set_class (SkTimelineBlock *self,
           const char      *css_class,
           gboolean         is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/**
 * sk_timeline_block_new:
 * @editor: the session that the block is of
 * @block: a block
 * @lane: whether it is a lane of another one
 *
 * Returns: (transfer floating): a widget for @block, which shows it once told to
 */
SkTimelineBlock *
sk_timeline_block_new (SkSessionEditor *editor,
                       SkBlock         *block,
                       gboolean         lane)
{
  SkTimelineBlock *self = g_object_new (SK_TYPE_TIMELINE_BLOCK, NULL);
  GtkWidget *widget = GTK_WIDGET (self);

  self->editor = g_object_ref (editor);
  self->id = g_strdup (sk_block_get_id (block));
  self->groups = sk_block_get_kind (block) == SK_BLOCK_GROUPS;
  self->lane = lane;

  self->face = sk_block_face_new (self->groups ? SK_FACE_GROUPS
                                  : lane       ? SK_FACE_LANE
                                               : SK_FACE_BLOCK);
  self->overrun = sk_block_overrun_new (editor);
  self->edge = g_object_new (GTK_TYPE_BOX, "css-name", "edge", NULL);
  gtk_widget_set_cursor_from_name (self->edge, "ns-resize");
  gtk_widget_set_parent (GTK_WIDGET (self->face), widget);
  gtk_widget_set_parent (GTK_WIDGET (self->overrun), widget);
  gtk_widget_set_parent (self->edge, widget);
  gtk_widget_set_child_visible (GTK_WIDGET (self->overrun), FALSE);

  set_class (self, "groups", self->groups);
  set_class (self, "lane", lane);
  return self;
}

static void
show_family (SkTimelineBlock *self,
             SkBlock         *block)
{
  const char *family = sk_block_get_family (block);
  const gboolean tool = sk_block_get_kind (block) == SK_BLOCK_TOOL;

  if (self->family != NULL)
    set_class (self, self->family, FALSE);
  g_free (self->family);
  self->family = family != NULL ? g_strconcat ("family-", family, NULL) : NULL;
  if (self->family != NULL)
    set_class (self, self->family, TRUE);
  set_class (self, "tinted", tool && family != NULL);
  set_class (self, "withdrawn", sk_block_get_withdrawn (block));
}

/* Lanes keep their widgets, and so the focus, when others come or go. */
static void
show_lanes (SkTimelineBlock *self,
            SkSession       *session,
            SkTimetable     *times,
            SkBlock         *block,
            guint            position)
{
  GPtrArray *lanes = sk_block_get_lanes (block);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->lanes);

  self->lanes = g_ptr_array_new ();
  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    {
      SkBlock *lane = g_ptr_array_index (lanes, i);
      SkTimelineBlock *widget = NULL;

      for (guint old = 0; widget == NULL && old < before->len; old++)
        if (sk_timeline_block_can_show (g_ptr_array_index (before, old), lane))
          widget = g_ptr_array_steal_index (before, old);
      if (widget == NULL)
        {
          widget = sk_timeline_block_new (self->editor, lane, TRUE);
          gtk_widget_insert_before (GTK_WIDGET (widget), GTK_WIDGET (self), self->edge);
          g_signal_emit (self, signals[LANE_ADDED], 0, widget);
        }
      gtk_widget_insert_before (GTK_WIDGET (widget), GTK_WIDGET (self), self->edge);
      g_ptr_array_add (self->lanes, widget);
      sk_timeline_block_show (widget, session, times, (SkBlockPlace) {position, (int) i});
    }

  for (guint old = 0; old < before->len; old++)
    gtk_widget_unparent (g_ptr_array_index (before, old));
}

/**
 * sk_timeline_block_show:
 * @session: a session
 * @times: its times
 * @place: where in it the block is
 *
 * Shows the block as @session has it.
 */
void
sk_timeline_block_show (SkTimelineBlock *self,
                        SkSession       *session,
                        SkTimetable     *times,
                        SkBlockPlace     place)
{
  g_autofree char *label = NULL;
  g_autofree char *overrun = NULL;
  SkBlock *block;

  g_return_if_fail (SK_IS_TIMELINE_BLOCK (self));

  block = sk_session_get_block (session, place.position);
  if (place.lane >= 0)
    block = g_ptr_array_index (sk_block_get_lanes (block), (guint) place.lane);

  self->minutes = MAX (1, sk_block_get_minutes (block));
  self->over = place.lane < 0 ? sk_timetable_get_slot (times, place.position)->overrun : 0;
  if (self->over > 0)
    {
      overrun = sk_timeline_words_overrun (session, times, place.position);
      sk_block_overrun_set_words (self->overrun, self->id, overrun);
    }

  sk_block_face_set_block (self->face, block, (guint) MAX (0, place.lane));
  show_family (self, block);
  if (self->groups)
    show_lanes (self, session, times, block, place.position);

  label = sk_timeline_words_describe (session, times, self->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * sk_timeline_block_can_show:
 * @block: a block
 *
 * Returns: whether this is the widget for @block
 */
gboolean
sk_timeline_block_can_show (SkTimelineBlock *self,
                            SkBlock         *block)
{
  g_return_val_if_fail (SK_IS_TIMELINE_BLOCK (self), FALSE);

  return g_str_equal (self->id, sk_block_get_id (block)) &&
         self->groups == (sk_block_get_kind (block) == SK_BLOCK_GROUPS);
}

/**
 * sk_timeline_block_get_id:
 *
 * Returns: (transfer none): the id of its block
 */
const char *
sk_timeline_block_get_id (SkTimelineBlock *self)
{
  g_return_val_if_fail (SK_IS_TIMELINE_BLOCK (self), NULL);

  return self->id;
}

/**
 * sk_timeline_block_get_face:
 *
 * Returns: (transfer none): what it looks like; of groups, the line above their lanes
 */
SkBlockFace *
sk_timeline_block_get_face (SkTimelineBlock *self)
{
  g_return_val_if_fail (SK_IS_TIMELINE_BLOCK (self), NULL);

  return self->face;
}

/**
 * sk_timeline_block_get_edge:
 *
 * Returns: (transfer none): its lower edge, which can be dragged
 */
GtkWidget *
sk_timeline_block_get_edge (SkTimelineBlock *self)
{
  g_return_val_if_fail (SK_IS_TIMELINE_BLOCK (self), NULL);

  return self->edge;
}

/**
 * sk_timeline_block_get_lane:
 * @lane: which one, from 0
 *
 * Returns: (transfer none) (nullable): the widget of that lane; %NULL where there is none
 */
SkTimelineBlock *
sk_timeline_block_get_lane (SkTimelineBlock *self,
                            guint            lane)
{
  g_return_val_if_fail (SK_IS_TIMELINE_BLOCK (self), NULL);

  return lane < self->lanes->len ? g_ptr_array_index (self->lanes, lane) : NULL;
}

/**
 * sk_timeline_block_find:
 * @id: a block
 *
 * Returns: (transfer none) (nullable): its widget, be it this one or that of a lane
 */
SkTimelineBlock *
sk_timeline_block_find (SkTimelineBlock *self,
                        const char      *id)
{
  g_return_val_if_fail (SK_IS_TIMELINE_BLOCK (self), NULL);

  if (g_str_equal (self->id, id))
    return self;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      SkTimelineBlock *lane = g_ptr_array_index (self->lanes, i);

      if (g_str_equal (lane->id, id))
        return lane;
    }
  return NULL;
}

/**
 * sk_timeline_block_set_chosen:
 * @chosen: whether it is chosen
 *
 * Draws a line around the block where it is chosen, and says so.
 */
void
sk_timeline_block_set_chosen (SkTimelineBlock *self,
                              gboolean         chosen)
{
  g_return_if_fail (SK_IS_TIMELINE_BLOCK (self));

  set_class (self, "chosen", chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}

/**
 * sk_timeline_block_set_lifted:
 * @lifted: whether it is being dragged
 *
 * Leaves only the outline of the block where it was.
 */
void
sk_timeline_block_set_lifted (SkTimelineBlock *self,
                              gboolean         lifted)
{
  g_return_if_fail (SK_IS_TIMELINE_BLOCK (self));

  set_class (self, "lifted", lifted);
}

/**
 * sk_timeline_block_set_side:
 * @side: where something would be dropped beside it
 *
 * Marks a side of the block.
 */
void
sk_timeline_block_set_side (SkTimelineBlock *self,
                            SkSide           side)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  g_return_if_fail (SK_IS_TIMELINE_BLOCK (self));

  set_class (self, "drop-left", side == (rtl ? SK_SIDE_END : SK_SIDE_START));
  set_class (self, "drop-right", side == (rtl ? SK_SIDE_START : SK_SIDE_END));
}

/**
 * sk_timeline_block_set_solved:
 * @words: (nullable): what comes of it, or %NULL where it is not solved
 *
 * Says that a drop would make the block fit.
 */
void
sk_timeline_block_set_solved (SkTimelineBlock *self,
                              const char      *words)
{
  g_return_if_fail (SK_IS_TIMELINE_BLOCK (self));

  if (self->over > 0)
    sk_block_overrun_set_solved (self->overrun, words);
}
