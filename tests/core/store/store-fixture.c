/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "scratch-folder.h"

void
store_fixture_set_up (StoreFixture *fixture,
                      gconstpointer data)
{
  fixture->folder = scratch_folder_new ();
}

void
store_fixture_tear_down (StoreFixture *fixture,
                         gconstpointer data)
{
  g_clear_object (&fixture->store);
  scratch_folder_remove (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

void
store_fixture_open (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = sk_store_new (fixture->folder);
  sk_store_open (fixture->store, SEED, &error);
  g_assert_no_error (error);
}

void
store_fixture_reopen (StoreFixture *fixture)
{
  g_clear_object (&fixture->store);
  store_fixture_open (fixture);
}

char *
store_fixture_path (StoreFixture *fixture,
                    const char   *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

void
store_fixture_sql (StoreFixture *fixture,
                   const char   *sql)
{
  g_autofree char *path = store_fixture_path (fixture, "catalogue.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (SkDatabase) database = sk_database_open (path, FALSE, &error);

  g_assert_no_error (error);
  sk_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

gint64
store_fixture_number (StoreFixture *fixture,
                      const char   *sql)
{
  g_autofree char *path = store_fixture_path (fixture, "catalogue.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (SkDatabase) database = sk_database_open (path, FALSE, &error);
  gint64 number;

  g_assert_no_error (error);
  sk_database_read_number (database, sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

char *
store_fixture_find (StoreFixture *fixture,
                    const char   *prefix)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, prefix) && !g_str_has_suffix (name, "-wal") &&
        !g_str_has_suffix (name, "-shm"))
      return store_fixture_path (fixture, name);

  return NULL;
}

static gboolean
collect (const SkStoreRecord  *record,
         gpointer              user_data,
         GError              **error)
{
  gsize length;
  const char *text = sk_store_record_read (record, &length, error);

  if (text == NULL)
    return FALSE;

  g_assert_cmpuint (strlen (text), ==, length);
  g_hash_table_insert (user_data, g_strdup (record->id), g_strdup (text));
  return TRUE;
}

GHashTable *
store_fixture_load (StoreFixture *fixture,
                    const char   *url)
{
  GHashTable *records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkStoreSnapshot) snapshot = sk_store_take_snapshot (fixture->store, &error);

  g_assert_no_error (error);
  sk_store_snapshot_each (snapshot, url, collect, records, NULL, &error);
  g_assert_no_error (error);
  return records;
}

SkStoreChange *
change_new (const char *url)
{
  SkStoreChange *change = sk_store_change_new (url);
  g_autoptr (GError) error = NULL;

  change->spool = sk_spool_new (g_get_tmp_dir (), &error);
  g_assert_no_error (error);
  return change;
}

static void
write_entry (SkSpool    *spool,
             const char *entry)
{
  g_auto (GStrv) parts = g_strsplit (entry, "=", 2);
  g_autoptr (GError) error = NULL;

  if (*entry == '-')
    sk_spool_write (spool, SK_SPOOL_WITHDRAWN, entry + 1, NULL, &error);
  else if (*entry == '!')
    sk_spool_write (spool, SK_SPOOL_REFUSED, entry + 1, NULL, &error);
  else if (*entry == '+')
    sk_spool_write (spool, SK_SPOOL_CURATED, parts[0] + 1, parts[1], &error);
  else
    sk_spool_write (spool, SK_SPOOL_RECORD, parts[0], parts[1], &error);

  g_assert_no_error (error);
}

void
change_page (SkStoreChange *change,
             const char    *sha256,
             ...)
{
  g_autoptr (GError) error = NULL;
  const char *entry;
  va_list entries;

  sk_store_change_add_page (change, sha256);
  sk_spool_write (change->spool, SK_SPOOL_PAGE, sha256, NULL, &error);
  g_assert_no_error (error);

  va_start (entries, sha256);
  while ((entry = va_arg (entries, const char *)) != NULL)
    write_entry (change->spool, entry);
  va_end (entries);
}

void
change_held (SkStoreChange *change,
             const char    *sha256)
{
  sk_store_change_add_page (change, sha256);
}

void
change_commit (SkStore       *store,
               SkStoreChange *change,
               SkStoreCounts *counts)
{
  g_autoptr (SkStoreChange) owned = change;
  g_autoptr (GError) error = NULL;

  sk_store_commit (store, change, counts, NULL, &error);
  g_assert_no_error (error);
}
