/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A web server that does what no good one does: it answers each request with the next of
 * the bytes it was given, whatever they are, and hangs up. The last ones serve from then on. */
typedef struct _RoughServer RoughServer;

/* Where an answer stops until it is told to go on. */
#define ROUGH_NOWHERE G_MAXSIZE

RoughServer *rough_server_new            (void);
void         rough_server_free           (RoughServer *self);
char        *rough_server_get_url        (RoughServer *self,
                                          const char  *path);
void         rough_server_answer         (RoughServer *self,
                                          const char  *head,
                                          const void  *body,
                                          gssize       length,
                                          gsize        stop_at);
void         rough_server_go_on          (RoughServer *self);
guint        rough_server_get_n_requests (RoughServer *self);
gint64       rough_server_get_time       (RoughServer *self,
                                          guint        nth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoughServer, rough_server_free)
