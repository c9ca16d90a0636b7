/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-store-private.h"

#include <gio/gio.h>

#include "sk-store-sql.h"
#include "sidekick-config.h"

/* The nth leads from version n to n + 1. */
static const char * const migrations[] = {
  SK_RESOURCE_BASE "/store/migrations/0001.sql",
  SK_RESOURCE_BASE "/store/migrations/0002.sql",
  SK_RESOURCE_BASE "/store/migrations/0003.sql",
};

/**
 * sk_store_schema_version:
 *
 * Returns: the version (`PRAGMA user_version`) that this program writes
 */
int
sk_store_schema_version (void)
{
  return G_N_ELEMENTS (migrations);
}

static gboolean
step (SkDatabase  *database,
      gint64       version,
      GError     **error)
{
  g_autoptr (GBytes) sql = NULL;
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version + 1);

  sql = g_resource_lookup_data (sk_store_sql_get_resource (), migrations[version],
                                G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL && sk_database_exec (database, g_bytes_get_data (sql, NULL), error) &&
         sk_database_exec (database, mark, error);
}

static gboolean
migrate_from (SkDatabase  *database,
              gint64       version,
              const char  *seed,
              GError     **error)
{
  for (gint64 at = version; at < sk_store_schema_version (); at++)
    if (!step (database, at, error))
      return FALSE;

  return version > 0 || seed == NULL ||
         sk_database_run (database, error, "INSERT INTO source (url) VALUES (?)", "s", seed);
}

/**
 * sk_store_schema_migrate:
 * @seed: (nullable): the source that a catalogue starts with; written down with the new
 *   schema as not synced yet, so that a start that was cut off is gone on with
 *
 * Brings the schema to this program's version, all of it in one transaction.
 *
 * Returns: whether it is there
 */
gboolean
sk_store_schema_migrate (SkDatabase  *database,
                         const char  *seed,
                         GError     **error)
{
  gint64 version;

  if (!sk_database_exec (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (sk_database_read_number (database, "PRAGMA user_version", &version, error) &&
      migrate_from (database, version, seed, error) && sk_database_exec (database, "COMMIT", error))
    return TRUE;

  sk_database_roll_back (database);
  return FALSE;
}
