/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drive.h"

#include <stdio.h>
#include <string.h>

#include "browse/sk-browse-page.h"
#include "browse/sk-search.h"
#include "frames.h"
#include "sk-application.h"
#include "words.h"

/* How long nothing may be left to do before a step is over: the time of some frames. */
#define QUIET_MS 60

#define N_ROWS 400
#define N_JUMPS 100

typedef struct
{
  GApplication *application;
  gboolean only_open;
  GtkWindow *window;
  GtkWidget *page;
  SkSearch *search;
  Frames *frames;
  gboolean shown;             /* whether a frame was drawn with an answer in it */
} Drive;

static void
drive_clear (Drive *self)
{
  g_clear_object (&self->search);
  g_clear_object (&self->application);
  g_clear_pointer (&self->frames, frames_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drive, drive_clear)

/* The first widget of a type, by its name, in the order in which they are drawn; not in the pages
 * of a stack that are not shown. */
static GtkWidget *
find_widget (GtkWidget  *widget,
             const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_child_visible (child) ? find_widget (child, type) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
print_cost (const char *what)
{
  printf ("%s %f %f %f\n", what, frames_get_age (), frames_get_thread_time (),
          frames_get_mebibytes ());
}

static void
quit (Drive *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "quit", NULL);
}

static gboolean
note_quiet (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until there was nothing left to draw for a while. */
static void
settle (Drive *self)
{
  guint n_frames;

  do
    {
      gboolean quiet = FALSE;

      n_frames = frames_count (self->frames);
      g_timeout_add (QUIET_MS, note_quiet, &quiet);
      while (!quiet)
        g_main_context_iteration (NULL, TRUE);
    }
  while (frames_count (self->frames) != n_frames);
}

static gboolean
is_answered (Drive      *self,
             const char *text)
{
  SkQuery *query = sk_search_get_query (self->search);
  SkQuery *answered = sk_search_get_answered (self->search);

  return g_str_equal (sk_query_get_text (query), text) && answered != NULL &&
         sk_query_equal (query, answered);
}

/* What is typed goes to the entry that has the focus, in place of what is there or behind it. */
static void
type (Drive       *self,
      GtkEditable *entry,
      const char  *text)
{
  const double start = frames_get_thread_time ();
  const double start_drawing = frames_get_drawing (self->frames);
  int end = -1;

  if (!g_str_has_prefix (text, gtk_editable_get_text (entry)))
    gtk_editable_delete_text (entry, 0, -1);
  gtk_editable_insert_text (entry, text + strlen (gtk_editable_get_text (entry)), -1, &end);
  gtk_editable_set_position (entry, -1);
  while (!is_answered (self, text))
    g_main_context_iteration (NULL, TRUE);
  settle (self);

  printf ("key %f %f\n", frames_get_thread_time () - start,
          frames_get_drawing (self->frames) - start_drawing);
}

static void
type_word (Drive       *self,
           GtkEditable *entry,
           const char  *word)
{
  for (const char *end = g_utf8_next_char (word);; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (word, (gsize) (end - word));

      type (self, entry, typed);
      if (*end == '\0')
        break;
    }
}

static void
type_words (Drive *self)
{
  static const char * const languages[] = {"nl", "fr", "de", "en"};
  static const guint ranks[] = {3, 30, 300, 3000};
  GtkEditable *entry;

  sk_browse_page_start_search (SK_BROWSE_PAGE (self->page));
  settle (self);
  entry = GTK_EDITABLE (gtk_window_get_focus (self->window));

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (Words) words = words_new (languages[i]);

      for (guint j = 0; j < G_N_ELEMENTS (ranks); j++)
        {
          g_autoptr (GString) word = g_string_new (NULL);

          words_append (words, word, ranks[j]);
          type_word (self, entry, word->str);
        }
    }

  /* Something that most have. */
  type (self, entry, "e");
}

static void
scroll (Drive         *self,
        const char    *what,
        GtkAdjustment *adjustment,
        guint          n_steps,
        double         step)
{
  for (guint i = 0; i < n_steps; i++)
    {
      const double start = frames_get_thread_time ();
      const double start_drawing = frames_get_drawing (self->frames);
      const double before = gtk_adjustment_get_value (adjustment);
      const guint n_frames = frames_count (self->frames);

      gtk_adjustment_set_value (adjustment, before + step);
      /* There is nothing to draw where this was the end. */
      if (G_APPROX_VALUE (gtk_adjustment_get_value (adjustment), before, 0.5))
        return;

      while (frames_count (self->frames) == n_frames)
        g_main_context_iteration (NULL, TRUE);

      printf ("%s %f %f\n", what, frames_get_thread_time () - start,
              frames_get_drawing (self->frames) - start_drawing);
    }
}

/* A row after the other, then from one end to the other as by the bar. */
static void
scroll_results (Drive *self)
{
  GtkWidget *results = find_widget (self->page, "SkResultsGrid");
  GtkWidget *scroller = find_widget (results, "GtkScrolledWindow");
  GtkWidget *card = find_widget (results, "SkCard");
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  int row;
  double all;

  g_assert_nonnull (card);
  row = gtk_widget_get_height (gtk_widget_get_parent (card));
  scroll (self, "row", adjustment, N_ROWS, row);
  settle (self);

  gtk_adjustment_set_value (adjustment, 0);
  settle (self);
  all = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  scroll (self, "jump", adjustment, N_JUMPS, all / N_JUMPS);
  settle (self);
}

static void
use (gpointer data)
{
  Drive *self = data;

  settle (self);
  print_cost ("opened");
  type_words (self);
  print_cost ("typed");
  scroll_results (self);
  print_cost ("scrolled");
  quit (self);
}

static void
on_drawn (Drive *self)
{
  if (frames_count (self->frames) == 1)
    print_cost ("first");

  if (self->shown || sk_search_get_results (self->search) == NULL)
    return;

  self->shown = TRUE;
  print_cost ("answered");
  if (self->only_open)
    quit (self);
  else
    g_idle_add_once (use, self);
}

/* The page is put in the window after this; it is there when the window is shown. */
static void
on_map (Drive *self)
{
  self->page = find_widget (GTK_WIDGET (self->window), "SkBrowsePage");
  g_object_get (self->page, "search", &self->search, NULL);
}

static void
on_window_added (Drive     *self,
                 GtkWindow *window)
{
  self->window = window;
  self->frames = frames_new (window, G_CALLBACK (on_drawn), self);
  g_signal_connect_swapped (window, "map", G_CALLBACK (on_map), self);
}

static int
drive (const char *data_dir,
       gboolean    only_open)
{
  g_auto (Drive)
    self = {.application = G_APPLICATION (sk_application_new ()), .only_open = only_open};
  const char *line[] = {"sidekick", "--data-dir", data_dir, NULL};

  g_signal_connect_swapped (self.application, "window-added", G_CALLBACK (on_window_added), &self);
  return g_application_run (self.application, G_N_ELEMENTS (line) - 1, (char **) line);
}

/**
 * drive_open:
 * @data_dir: with a catalogue in it
 *
 * Opens Sidekick and prints a line with the costs of the first frame, and one with those of the
 * first that has an answer in it.
 *
 * Returns: what the program is to end with
 */
int
drive_open (const char *data_dir)
{
  return drive (data_dir, TRUE);
}

/**
 * drive_use:
 * @data_dir: with a catalogue in it
 *
 * Opens Sidekick as [func@drive_open] does, types and scrolls in it. Each key, row and jump is a
 * line with the times that the main thread took, and drew.
 *
 * Returns: what the program is to end with
 */
int
drive_use (const char *data_dir)
{
  return drive (data_dir, FALSE);
}
