/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least that a program with a window can be: what Sidekick's is set beside. */
#include <stdio.h>

#include "frames.h"

static void
on_drawn (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  printf ("first %f %f %f\n", frames_get_age (), frames_get_thread_time (),
          frames_get_mebibytes ());
  gtk_window_destroy (window);
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  g_object_set_data_full (G_OBJECT (application), "frames",
                          frames_new (GTK_WINDOW (window), G_CALLBACK (on_drawn), application),
                          (GDestroyNotify) frames_free);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
