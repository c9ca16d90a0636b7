/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-timetable.h"

G_BEGIN_DECLS

typedef enum
{
  SK_ROW_BLOCK,
  SK_ROW_GAP,
  SK_ROW_END,                 /* the bell, or the end where there is none */
} SkRowKind;

/* A row of the timeline: what it is, and where it lies. */
typedef struct
{
  char *key;                  /* tells it from the others, for as long as it is there */
  SkRowKind kind;
  guint position;             /* of its block; of the block that would be added in it */
  int start;                  /* in minutes, from the start of the session */
  guint minutes;
  gboolean fixed;
  GtkWidget *widget;
  GtkWidget *clock;
  int y;
  int height;
} SkTimelineRow;

SkTimelineRow *sk_timeline_row_new  (SkRowKind      kind,
                                     const char    *key,
                                     guint          position);
void           sk_timeline_row_free (SkTimelineRow *self);
GPtrArray     *sk_timeline_row_list (SkSession     *session,
                                     SkTimetable   *times);
char          *sk_timeline_row_words_free (SkSession   *session,
                                           SkTimetable *times,
                                           guint        position,
                                           gboolean     markup);

G_END_DECLS
