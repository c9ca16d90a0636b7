/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nginx-server.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

/* A request a line: "200 br HTTP/2.0 /path". The folders differ in how they are served. */
#define CONFIGURATION                                                                              \
  "daemon off;\nworker_processes 1;\npid %1$s/nginx.pid;\nerror_log %1$s/error.log;\n"             \
  "%2$s"                                                                                           \
  "events {}\n"                                                                                    \
  "http {\n"                                                                                       \
  " types { application/json json; text/html html; image/png png; }\n"                             \
  " log_format short '$status $sent_http_content_encoding $server_protocol $uri';\n"               \
  " access_log %1$s/access.log short;\n"                                                           \
  " client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;\n"          \
  " uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;\n"                                            \
  " server {\n"                                                                                    \
  "  listen 127.0.0.1:%3$u; listen 127.0.0.1:%4$u ssl; http2 on; root %5$s;\n"                     \
  "  ssl_certificate %1$s/certificate.pem; ssl_certificate_key %1$s/key.pem;\n"                    \
  "  location /gzip/ { gzip on; gzip_types application/json; gzip_min_length 1; }\n"               \
  "  location /brotli/ { brotli on; brotli_types application/json; brotli_min_length 1; }\n"       \
  "  location /dated/ { etag off; }\n"                                                             \
  "  location /moved/ { rewrite ^/moved/(.*)$ /$1 redirect; }\n"                                   \
  "  location /away/ { return 301 /moved/feed.json; }\n"                                           \
  "  location /upgraded/ { return 301 https://127.0.0.1:%4$u/feed.json; }\n"                       \
  "  location /downgraded/ { return 301 http://127.0.0.1:%3$u/feed.json; }\n"                      \
  "  location /broken/ { return 500; }\n"                                                          \
  "  location /closed/ { return 403; }\n"                                                          \
  " }\n"                                                                                           \
  " server {\n"                                                                                    \
  "  listen 127.0.0.1:%6$u ssl;\n"                                                                 \
  "  ssl_certificate %1$s/certificate.pem; ssl_certificate_key %1$s/key.pem;\n"                    \
  "  location ~ ^/([0-9]+)/ { proxy_pass http://127.0.0.1:$1/; proxy_buffering off; }\n"           \
  " }\n"                                                                                           \
  "}\n"

/* How many times it is asked again, with 10 ms between. */
#define PATIENCE 6000

struct _NginxServer
{
  char *folder;
  guint16 port;
  guint16 secure_port;
  guint16 veil_port;
  GSubprocess *process;
};

static guint16
find_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();

  return g_socket_listener_add_any_inet_port (listener, NULL, NULL);
}

static char *
find_program (void)
{
  char *program = g_find_program_in_path ("nginx");

  return program != NULL ? program : g_find_program_in_path ("/usr/sbin/nginx");
}

/* Where this nginx was built to look for its modules. */
static char *
find_modules (const char *program)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *about = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("--modules-path=(\\S+)", 0, 0, NULL);

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_PIPE, NULL, program, "-V", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &about, NULL));
  g_assert_true (g_regex_match (regex, about, 0, &match));
  return g_match_info_fetch (match, 1);
}

static char *
write_configuration (NginxServer *self,
                     const char  *program,
                     const char  *web)
{
  g_autofree char *modules = find_modules (program);
  g_autofree char *load
      = g_strdup_printf ("load_module %s/ngx_http_brotli_filter_module.so;\n", modules);
  g_autofree char *content =
    g_strdup_printf (CONFIGURATION, self->folder, load, self->port, self->secure_port, web,
                     self->veil_port);
  char *path = g_build_filename (self->folder, "nginx.conf", NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

/* One that nobody signed but the server itself. */
static void
make_certificate (NginxServer *self)
{
  g_autofree char *certificate = g_build_filename (self->folder, "certificate.pem", NULL);
  g_autofree char *key = g_build_filename (self->folder, "key.pem", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "openssl", "req", "-x509",
                      "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                      "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
                      "-keyout", key, "-out", certificate, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
}

static gboolean
answers (NginxServer *self)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;

  connection = g_socket_client_connect_to_host (client, "127.0.0.1", self->port, NULL, NULL);
  return connection != NULL;
}

/* In the child: a test that dies does not leave it behind. */
static void
die_with_parent (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

NginxServer *
nginx_server_new (const char *folder,
                  const char *web)
{
  NginxServer *self = g_new0 (NginxServer, 1);
  g_autofree char *program = find_program ();
  g_autofree char *configuration = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (program);
  self->folder = g_build_filename (folder, "nginx", NULL);
  self->port = find_port ();
  self->secure_port = find_port ();
  self->veil_port = find_port ();
  g_assert_cmpint (g_mkdir (self->folder, 0755), ==, 0);
  make_certificate (self);
  configuration = write_configuration (self, program, web);
  log = g_build_filename (self->folder, "error.log", NULL);

  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  self->process = g_subprocess_launcher_spawn (launcher, &error, program, "-e", log, "-p",
                                               self->folder, "-c", configuration, NULL);
  g_assert_no_error (error);

  for (guint i = 0; i < PATIENCE && !answers (self); i++)
    g_usleep (10 * 1000);
  g_assert_true (answers (self));
  return self;
}

void
nginx_server_free (NginxServer *self)
{
  g_subprocess_send_signal (self->process, SIGTERM);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
  g_clear_pointer (&self->folder, g_free);
  g_free (self);
}

char *
nginx_server_get_url (NginxServer *self,
                      const char  *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u/%s", self->port, path);
}

char *
nginx_server_get_secure_url (NginxServer *self,
                             const char  *path)
{
  return g_strdup_printf ("https://127.0.0.1:%u/%s", self->secure_port, path);
}

/* The address by which what another server of this machine answers, whatever it is, comes by https. */
char *
nginx_server_veil (NginxServer *self,
                   const char  *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  return g_strdup_printf ("https://127.0.0.1:%u/%d/", self->veil_port, g_uri_get_port (uri));
}

/* Makes this process take the server for the one that it says it is, and no other. */
void
nginx_server_trust (NginxServer *self)
{
  g_autofree char *certificate = g_build_filename (self->folder, "certificate.pem", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (certificate, &error);

  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
}

/* The requests since this was last asked; they are written down just after the answer. */
GStrv
nginx_server_take_log (NginxServer *self,
                       guint        n_requests)
{
  g_autofree char *path = g_build_filename (self->folder, "access.log", NULL);
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < PATIENCE; i++)
    {
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_strchomp (content);
      g_clear_pointer (&lines, g_strfreev);
      lines = g_strsplit (content, "\n", -1);
      if (g_strv_length (lines) >= n_requests)
        break;
      g_usleep (10 * 1000);
    }

  g_assert_cmpint (truncate (path, 0), ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, n_requests);
  return g_steal_pointer (&lines);
}
