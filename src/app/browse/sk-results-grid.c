/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-results-grid.h"

#include "sidekick-config.h"
#include "sk-card-actions.h"
#include "sk-results-model.h"
#include "sk-steady-rows.h"

/* Where a card is looked for, from the top on. */
#define FIRST_CARD 24

/* Cards are never narrower where there is a choice: in pixels where text has its usual size. */
#define CARD_WIDTH 300
#define MAX_COLUMNS 6
/* How many rows a grid keeps, in sight and around it; a list keeps more. */
#define N_ROWS 33
#define N_LIST_ROWS 205
/* How many tools a shelf has in one column. */
#define N_STACKED 3

struct _SkResultsGrid
{
  AdwBin parent_instance;

  SkSearch *search;
  SkUserData *user;
  SkResultsModel *model;
  GtkSliceListModel *rows;    /* all of them, or as many as a shelf has room for */
  SkQuery *shown;             /* what the rows answer */
  GtkSelectionModel *selection;
  gboolean narrow;
  gboolean tight;
  gboolean compact;
  gboolean shelf;
  gboolean stacked;           /* whether a shelf has one column */
  SkResource *anchor;         /* what a new view is to begin with, until it is laid out */
  char *words;                /* what they were searched by, to be marked in them */

  GtkScrolledWindow *scroller;
  GtkGridView *grid;
  GtkListView *list; /* in its place where the cards are compact */
};

enum
{
  PROP_SEARCH = 1,
  PROP_USER,
  PROP_NARROW,
  PROP_TIGHT,
  PROP_COMPACT,
  PROP_SHELF,
  PROP_SIDEWAYS,
  PROP_WORDS,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SkResultsGrid, sk_results_grid, ADW_TYPE_BIN)

static GtkWidget *
get_view (SkResultsGrid *self)
{
  return self->compact ? GTK_WIDGET (self->list) : GTK_WIDGET (self->grid);
}

static void
scroll_to (SkResultsGrid      *self,
           guint               row,
           GtkListScrollFlags  flags)
{
  if (row >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    return;

  if (self->compact)
    gtk_list_view_scroll_to (self->list, row, flags, NULL);
  else
    gtk_grid_view_scroll_to (self->grid, row, flags, NULL);
}

/* The tool at the top of what is in sight; there may be room between two of them. */
static SkCard *
find_first_card (SkResultsGrid *self)
{
  GtkWidget *view = get_view (self);
  SkCard *card = NULL;

  for (int y = FIRST_CARD; card == NULL && y < gtk_widget_get_height (view); y += FIRST_CARD)
    card = sk_card_actions_find (view, gtk_widget_get_width (view) / 2.0, y);

  return card;
}

/* The tool at which the reader is. */
static SkResource *
dup_anchor (SkResultsGrid *self,
            gboolean      *has_focus)
{
  SkCard *focused = sk_card_actions_find_focused (get_view (self));
  SkCard *card = focused != NULL ? focused : find_first_card (self);
  SkResource *resource = card != NULL ? sk_card_get_resource (card) : NULL;

  *has_focus = focused != NULL;
  return resource != NULL ? g_object_ref (resource) : NULL;
}

static void
return_to (SkResultsGrid *self,
           SkResource    *anchor,
           gboolean       has_focus)
{
  const guint row =
    anchor != NULL ? sk_results_model_find (self->model, sk_resource_get_id (anchor)) : 0;

  scroll_to (self, row, has_focus ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE);
}

/* Another answer to the same question, as after a sync, leaves the reader where they were; the
 * answer to another question is read from its beginning. */
static void
show_rows (SkResultsGrid *self)
{
  SkQuery *query = sk_search_get_answered (self->search);
  const gboolean is_same =
    self->shown != NULL && query != NULL && sk_query_equal (self->shown, query);
  gboolean has_focus;
  g_autoptr (SkResource) anchor = dup_anchor (self, &has_focus);
  g_autofree char *words = NULL;

  if (sk_search_get_results (self->search) == NULL)
    return;

  words = sk_search_dup_words (self->search);
  if (g_set_str (&self->words, words))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);

  sk_results_model_set_results (self->model, sk_search_get_index (self->search),
                                sk_search_get_results (self->search),
                                sk_search_get_n_ahead (self->search));
  /* Rows that stay are looked at too: other words may be marked in them. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_set_object (&self->shown, query);

  return_to (self, is_same ? anchor : NULL, has_focus);
}

static gboolean
sk_results_grid_grab_focus (GtkWidget *widget)
{
  SkResultsGrid *self = SK_RESULTS_GRID (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return FALSE;

  scroll_to (self, 0, GTK_LIST_SCROLL_FOCUS);
  return gtk_widget_child_focus (get_view (self), GTK_DIR_TAB_FORWARD);
}

static void
on_activate (SkResultsGrid *self,
             guint          position)
{
  g_autoptr (SkResource) resource = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (resource != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, resource);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          SkResultsGrid      *self)
{
  SkCard *card = sk_card_new ();

  g_object_bind_property (self, "sideways", card, "sideways", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "compact", card, "compact", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "user", card, "user", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "words", card, "words", G_BINDING_SYNC_CREATE);
  g_object_bind_property (card, "description", item, "accessible-label", G_BINDING_DEFAULT);
  gtk_list_item_set_child (item, GTK_WIDGET (card));
}

static void
on_item (SkSteadyRow *row,
         GParamSpec  *pspec,
         SkCard      *card)
{
  sk_card_set_resource (card, sk_steady_row_get_item (row));
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         SkResultsGrid      *self)
{
  SkCard *card = SK_CARD (gtk_list_item_get_child (item));
  SkSteadyRow *row = gtk_list_item_get_item (item);

  g_signal_connect_object (row, "notify::item", G_CALLBACK (on_item), card, G_CONNECT_DEFAULT);
  sk_card_set_resource (card, sk_steady_row_get_item (row));
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *item,
           SkResultsGrid      *self)
{
  SkCard *card = SK_CARD (gtk_list_item_get_child (item));

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_item, card);
  sk_card_set_resource (card, NULL);
}

/* A view has many more cards than are in sight; only those that are get mapped. Where one has got
 * another height, all are laid out once more, and looked at again, before they are drawn. */
static void
on_laid_out (SkResultsGrid *self)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (get_view (self)); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    if (gtk_widget_get_mapped (cell))
      sk_card_refresh (SK_CARD (gtk_widget_get_first_child (cell)));
}

static void
sk_results_grid_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sk_results_grid_parent_class)->realize (widget);

  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "layout", G_CALLBACK (on_laid_out),
                           widget, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
sk_results_grid_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (widget), on_laid_out, widget);

  GTK_WIDGET_CLASS (sk_results_grid_parent_class)->unrealize (widget);
}

static void
set_search (SkResultsGrid *self,
            SkSearch      *search)
{
  if (!g_set_object (&self->search, search) || search == NULL)
    return;

  g_signal_connect_object (search, "notify::results", G_CALLBACK (show_rows), self,
                           G_CONNECT_SWAPPED);
  show_rows (self);
}

static gboolean
is_sideways (SkResultsGrid *self)
{
  return self->narrow || self->stacked || (self->compact && self->tight);
}

static guint
count_columns (SkResultsGrid *self,
               int            width)
{
  const double card_width = adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, CARD_WIDTH,
                                                   gtk_widget_get_settings (GTK_WIDGET (self)));

  return (guint) CLAMP (width / card_width, 1, MAX_COLUMNS);
}

static guint
count_ahead (SkResultsGrid *self,
             guint          n_columns)
{
  if (self->shelf)
    return n_columns > 1 ? n_columns : N_STACKED;

  return self->compact ? N_LIST_ROWS : n_columns * N_ROWS;
}

static void
set_columns (SkResultsGrid *self,
             guint          n_columns)
{
  const guint n_ahead = count_ahead (self, n_columns);
  const gboolean stacked = self->shelf && n_columns == 1;

  gtk_grid_view_set_max_columns (self->grid, n_columns);
  gtk_slice_list_model_set_size (self->rows, self->shelf ? n_ahead : G_MAXUINT);
  if (self->search != NULL)
    sk_search_set_n_ahead (self->search, n_ahead);

  if (self->stacked == stacked)
    return;
  self->stacked = stacked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEWAYS]);
}

/* Only the view that is shown has rows: the other would make its own. A shelf is as high as they
 * are. */
static void
choose_view (SkResultsGrid *self)
{
  GtkSelectionModel *selection = self->selection;

  gtk_grid_view_set_model (self->grid, self->compact ? NULL : selection);
  gtk_list_view_set_model (self->list, self->compact ? selection : NULL);
  gtk_scrolled_window_set_child (self->scroller, self->shelf ? NULL : get_view (self));
  adw_bin_set_child (ADW_BIN (self),
                     self->shelf ? get_view (self) : GTK_WIDGET (self->scroller));
}

static void
set_shelf (SkResultsGrid *self,
           gboolean       shelf)
{
  if (self->shelf == shelf)
    return;

  self->shelf = shelf;
  set_columns (self, 1);
  choose_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHELF]);
}

static void
set_compact (SkResultsGrid *self,
             gboolean       compact)
{
  gboolean has_focus;

  if (self->compact == compact)
    return;

  g_clear_object (&self->anchor);
  self->anchor = dup_anchor (self, &has_focus);
  self->compact = compact;
  choose_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
sk_results_grid_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SkResultsGrid *self = SK_RESULTS_GRID (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, self->search);
      break;
    case PROP_USER:
      g_value_set_object (value, self->user);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, self->tight);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_SHELF:
      g_value_set_boolean (value, self->shelf);
      break;
    case PROP_SIDEWAYS:
      g_value_set_boolean (value, is_sideways (self));
      break;
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sk_results_grid_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SkResultsGrid *self = SK_RESULTS_GRID (object);

  switch (id)
    {
    case PROP_SEARCH:
      set_search (self, g_value_get_object (value));
      break;
    case PROP_USER:
      g_set_object (&self->user, g_value_get_object (value));
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    case PROP_TIGHT:
      self->tight = g_value_get_boolean (value);
      break;
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    case PROP_SHELF:
      set_shelf (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  g_object_notify_by_pspec (object, properties[PROP_SIDEWAYS]);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A grid that does not scroll says that it is as high as if it had one column. */
static int
measure_shelf (SkResultsGrid *self,
               int            width)
{
  const guint n_columns = count_columns (self, width);
  const int column_width = width / (int) n_columns;
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->grid));
  int height = 0;

  while (cell != NULL)
    {
      int row = 0;

      for (guint i = 0; i < n_columns && cell != NULL; i++)
        {
          int natural;

          gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, column_width, NULL, &natural, NULL,
                              NULL);
          row = MAX (row, natural);
          cell = gtk_widget_get_next_sibling (cell);
        }
      height += row;
    }

  return height;
}

/* A shelf must know what is in it before it has a size; only the page that it is on asks, for the
 * width that it gets. */
static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  SkResultsGrid *self = SK_RESULTS_GRID (widget);

  if (self->shelf && orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    {
      set_columns (self, count_columns (self, for_size));
      *minimum = *natural = measure_shelf (self, for_size);
      return;
    }

  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* A grid keeps cards for as many columns as there may be, and binds them all anew at each
 * answer. */
static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  SkResultsGrid *self = SK_RESULTS_GRID (widget);

  set_columns (self, count_columns (self, width));
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);

  /* A view that has no size yet cannot scroll. */
  if (self->anchor != NULL)
    {
      g_autoptr (SkResource) anchor = g_steal_pointer (&self->anchor);

      return_to (self, anchor, FALSE);
      gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
    }
}

static void
sk_results_grid_dispose (GObject *object)
{
  SkResultsGrid *self = SK_RESULTS_GRID (object);

  /* The template knows nothing of a view that is the child of a shelf. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SK_TYPE_RESULTS_GRID);
  g_clear_pointer (&self->words, g_free);
  g_clear_object (&self->anchor);
  g_clear_object (&self->shown);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->user);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (sk_results_grid_parent_class)->dispose (object);
}

static void
sk_results_grid_class_init (SkResultsGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sk_results_grid_get_property;
  object_class->set_property = sk_results_grid_set_property;
  object_class->dispose = sk_results_grid_dispose;
  widget_class->grab_focus = sk_results_grid_grab_focus;
  widget_class->realize = sk_results_grid_realize;
  widget_class->unrealize = sk_results_grid_unrealize;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, SK_TYPE_SEARCH,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_USER] = g_param_spec_object ("user", NULL, NULL, SK_TYPE_USER_DATA,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIGHT] =
    g_param_spec_boolean ("tight", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHELF] =
    g_param_spec_boolean ("shelf", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEWAYS] =
    g_param_spec_boolean ("sideways", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SkResultsGrid::activated:
   * @self: a grid
   * @resource: the tool of the card that was chosen
   *
   * A tool is to be opened.
   */
  signals[ACTIVATED] = g_signal_new ("activated", SK_TYPE_RESULTS_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, SK_TYPE_RESOURCE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SK_RESOURCE_BASE "/sk-results-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, SkResultsGrid, scroller);
  gtk_widget_class_bind_template_child (widget_class, SkResultsGrid, grid);
  gtk_widget_class_bind_template_child (widget_class, SkResultsGrid, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
sk_results_grid_init (SkResultsGrid *self)
{
  SkSteadyRows *rows;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));

  self->model = sk_results_model_new ();
  rows = sk_steady_rows_new (G_LIST_MODEL (self->model));
  self->rows = gtk_slice_list_model_new (G_LIST_MODEL (rows), 0, G_MAXUINT);
  self->selection =
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  choose_view (self);
  sk_card_actions_add (GTK_WIDGET (self->grid));
  sk_card_actions_add (GTK_WIDGET (self->list));
}
