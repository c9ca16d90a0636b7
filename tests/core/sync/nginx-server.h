/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A real web server on loopback, publishing a folder. */
typedef struct _NginxServer NginxServer;

NginxServer *nginx_server_new        (const char  *folder,
                                      const char  *web);
void         nginx_server_free       (NginxServer *self);
char        *nginx_server_get_url    (NginxServer *self,
                                      const char  *path);
GStrv        nginx_server_take_log   (NginxServer *self,
                                      guint        n_requests);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NginxServer, nginx_server_free)
