/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

/* A module that GIO loads into a program under test, which then takes the server whose certificate
 * SK_TRUST names for the one that it says it is. */

static gboolean
trust (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (g_getenv ("SK_TRUST"), &error);

  if (database == NULL)
    g_error ("%s", error->message);

  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
  return G_SOURCE_REMOVE;
}

void
g_io_module_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module));
  if (g_getenv ("SK_TRUST") != NULL)
    g_idle_add (trust, NULL);
}

void
g_io_module_unload (GIOModule *module)
{
}

char **
g_io_module_query (void)
{
  return g_new0 (char *, 1);
}
