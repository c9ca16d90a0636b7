/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frames.h"

#include <string.h>
#include <time.h>

struct _Frames
{
  GCallback drawn;
  gpointer data;
  guint n_frames;
  double drawing;
  double laid_out;            /* when drawing could begin */
};

static double
get_time (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Not each of these comes in each frame; after the last of them it is drawn. */
static void
note_laid_out (Frames *self)
{
  self->laid_out = frames_get_thread_time ();
}

static void
note_drawn (Frames *self)
{
  self->n_frames++;
  self->drawing += frames_get_thread_time () - self->laid_out;
  if (self->drawn != NULL)
    ((void (*) (gpointer)) self->drawn) (self->data);
}

static void
follow (Frames    *self,
        GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (note_laid_out), self);
  g_signal_connect_data (clock, "update", G_CALLBACK (note_laid_out), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_data (clock, "layout", G_CALLBACK (note_laid_out), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (note_drawn), self);
}

/**
 * frames_new:
 * @window: one that is not on screen yet
 * @drawn: (nullable): called after each frame, with @data
 *
 * Returns: (transfer full): its frames, to be kept for as long as there is the window
 */
Frames *
frames_new (GtkWindow *window,
            GCallback  drawn,
            gpointer   data)
{
  Frames *self = g_new0 (Frames, 1);

  self->drawn = drawn;
  self->data = data;
  g_signal_connect_data (window, "realize", G_CALLBACK (follow), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

void
frames_free (Frames *self)
{
  g_free (self);
}

guint
frames_count (Frames *self)
{
  return self->n_frames;
}

/**
 * frames_get_drawing:
 *
 * Returns: how long the main thread drew, of all that it did
 */
double
frames_get_drawing (Frames *self)
{
  return self->drawing;
}

/**
 * frames_get_thread_time:
 *
 * Returns: how long this thread had a processor
 */
double
frames_get_thread_time (void)
{
  return get_time (CLOCK_THREAD_CPUTIME_ID);
}

/**
 * frames_get_age:
 *
 * Returns: the time since whoever started this program noted it in BENCH_START
 */
double
frames_get_age (void)
{
  return get_time (CLOCK_MONOTONIC) - g_ascii_strtod (g_getenv ("BENCH_START"), NULL);
}

/**
 * frames_get_mebibytes:
 *
 * Returns: the memory that is resident and in no file
 */
double
frames_get_mebibytes (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, &error);
  g_assert_no_error (error);
  line = strstr (text, "\nAnonymous:");
  g_assert_nonnull (line);
  return (double) g_ascii_strtoull (strpbrk (line, "0123456789"), NULL, 10) / 1024;
}
