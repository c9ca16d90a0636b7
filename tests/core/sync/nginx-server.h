/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A real web server on loopback, publishing a folder, by http and by https. */
typedef struct _NginxServer NginxServer;

NginxServer *nginx_server_new        (const char  *folder,
                                      const char  *web);
void         nginx_server_free       (NginxServer *self);
char        *nginx_server_get_url    (NginxServer *self,
                                      const char  *path);
char        *nginx_server_get_secure_url (NginxServer *self,
                                          const char  *path);
char        *nginx_server_veil       (NginxServer *self,
                                      const char  *url);
void         nginx_server_trust      (NginxServer *self);
GStrv        nginx_server_take_log   (NginxServer *self,
                                      guint        n_requests);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NginxServer, nginx_server_free)
