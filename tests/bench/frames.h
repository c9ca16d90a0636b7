/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The frames of a window, and what the main thread spends on them. Times are milliseconds. */
typedef struct _Frames Frames;

Frames *frames_new             (GtkWindow *window,
                                GCallback  drawn,
                                gpointer   data);
void    frames_free            (Frames    *self);
guint   frames_count           (Frames    *self);
double  frames_get_drawing     (Frames    *self);
double  frames_get_thread_time (void);
double  frames_get_age         (void);
double  frames_get_mebibytes   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Frames, frames_free)

G_END_DECLS
