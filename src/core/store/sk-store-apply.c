/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-store-private.h"

#include <string.h>

/* How many records go by between two looks at the cancellable. */
#define RECORDS_A_BREATH 256

/* Of ids that stand twice; the rest is counted by none. */
#define MAX_TWICE 100

typedef struct
{
  SkDatabase *database;
  SkStoreChange *change;
  SkStoreCounts *counts;
  GCancellable *cancellable;
  gint64 source;
  gint64 page;
  char *curated;              /* sum of what stood beside the records before */
} Apply;

typedef gboolean (*EntryFunc) (Apply *apply, const SkSpoolEntry *entry, GError **error);

static gboolean
find_number (Apply       *apply,
             const char  *sql,
             const char  *key,
             gint64      *number,
             GError     **error)
{
  sqlite3_stmt *query = sk_database_query (apply->database, error, sql, "is", apply->source, key);
  SkStep step = sk_database_step (apply->database, query, error);

  *number = step == SK_STEP_ROW ? sqlite3_column_int64 (query, 0) : 0;
  if (step == SK_STEP_ROW)
    sqlite3_reset (query);

  return step != SK_STEP_FAILED;
}

static gboolean
write_source (Apply   *apply,
              GError **error)
{
  SkStoreChange *change = apply->change;
  sqlite3_stmt *query;

  query = sk_database_query (apply->database, error,
                             "INSERT INTO source (url, name, version, expires, document, synced, tried)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)"
                             " ON CONFLICT (url) DO UPDATE SET name = ?2, version = ?3, expires = ?4,"
                             " document = ?5, synced = ?6, tried = ?6, error = NULL"
                             " RETURNING number",
                             "ssiisi", change->url, change->name, change->version, change->expires,
                             change->document, change->synced);

  if (sk_database_step (apply->database, query, error) != SK_STEP_ROW)
    return FALSE;

  apply->source = sqlite3_column_int64 (query, 0);
  return sk_database_step (apply->database, query, error) == SK_STEP_DONE;
}

static gboolean
write_validators (Apply   *apply,
                  GError **error)
{
  if (!sk_database_run (apply->database, error, "DELETE FROM validator WHERE source = ?", "i",
                        apply->source))
    return FALSE;

  for (guint i = 0; i < apply->change->validators->len; i++)
    {
      const SkStoreValidator *item = g_ptr_array_index (apply->change->validators, i);

      if (!sk_database_run (apply->database, error,
                            "INSERT OR REPLACE INTO validator VALUES (?, ?, ?, ?, ?, ?, ?)",
                            "issssss", apply->source, item->url, item->final_url, item->etag,
                            item->last_modified, item->sha256, item->next))
        return FALSE;
    }

  return TRUE;
}

static gboolean
drop_pages (Apply   *apply,
            GError **error)
{
  if (!sk_database_exec (apply->database,
                         "CREATE TEMP TABLE IF NOT EXISTS listed (sha256 TEXT PRIMARY KEY);"
                         "DELETE FROM temp.listed",
                         error))
    return FALSE;

  for (guint i = 0; i < apply->change->pages->len; i++)
    if (!sk_database_run (apply->database, error, "INSERT OR IGNORE INTO temp.listed VALUES (?)", "s",
                          g_ptr_array_index (apply->change->pages, i)))
      return FALSE;

  /* What is there of an incomplete page is read again, so its records find their place anew. */
  return sk_database_run (apply->database, error,
                          "DELETE FROM page WHERE source = ? AND"
                          " (complete = 0 OR sha256 NOT IN (SELECT sha256 FROM temp.listed))",
                          "i", apply->source);
}

static gboolean
begin_page (Apply       *apply,
            const char  *sha256,
            GError     **error)
{
  if (!sk_database_run (apply->database, error,
                        "INSERT INTO page (source, sha256, complete) VALUES (?, ?, 1)"
                        " ON CONFLICT DO NOTHING",
                        "is", apply->source, sha256))
    return FALSE;

  return find_number (apply, "SELECT number FROM page WHERE source = ? AND sha256 = ?", sha256,
                      &apply->page, error);
}

static gboolean
insert_resource (Apply               *apply,
                 const SkSpoolEntry  *entry,
                 gint64              *number,
                 GError             **error)
{
  if (!sk_database_run (apply->database, error,
                        "INSERT INTO resource (source, id, hash) VALUES (?, ?, ?)", "ish",
                        apply->source, entry->id, entry->hash))
    return FALSE;

  *number = sk_database_last_row (apply->database);
  apply->counts->added++;
  return sk_database_run (apply->database, error, "INSERT INTO record VALUES (?, ?)", "is", *number,
                          entry->record);
}

static gboolean
update_resource (Apply               *apply,
                 const SkSpoolEntry  *entry,
                 gint64               number,
                 gboolean             was_withdrawn,
                 GError             **error)
{
  /* One that comes back is counted as added, when its withdrawal is lifted. */
  if (!was_withdrawn)
    apply->counts->changed++;

  return sk_database_run (apply->database, error, "UPDATE resource SET hash = ? WHERE number = ?",
                          "hi", entry->hash, number) &&
         sk_database_run (apply->database, error, "INSERT OR REPLACE INTO record VALUES (?, ?)",
                          "is", number, entry->record);
}

static gboolean
leave_out (Apply               *apply,
           const SkSpoolEntry  *entry,
           GError             **error)
{
  if (apply->counts->twice->len < MAX_TWICE)
    g_ptr_array_add (apply->counts->twice, g_strdup (entry->id));

  /* Should the other page go, this one must be read again. */
  return sk_database_run (apply->database, error, "UPDATE page SET complete = 0 WHERE number = ?",
                          "i", apply->page);
}

static gboolean
apply_record (Apply               *apply,
              const SkSpoolEntry  *entry,
              GError             **error)
{
  sqlite3_stmt *query;
  gboolean same = FALSE;
  gboolean was_withdrawn = FALSE;
  gboolean placed = FALSE;
  gint64 number = 0;
  SkStep found;

  query = sk_database_query (apply->database, error,
                             "SELECT number, hash, withdrawn,"
                             " EXISTS (SELECT 1 FROM place WHERE resource = number)"
                             " FROM resource WHERE source = ? AND id = ?",
                             "is", apply->source, entry->id);
  found = sk_database_step (apply->database, query, error);
  if (found == SK_STEP_FAILED)
    return FALSE;

  if (found == SK_STEP_ROW)
    {
      number = sqlite3_column_int64 (query, 0);
      same = sqlite3_column_bytes (query, 1) == SK_SPOOL_HASH_BYTES &&
             memcmp (sqlite3_column_blob (query, 1), entry->hash, SK_SPOOL_HASH_BYTES) == 0;
      was_withdrawn = sqlite3_column_int (query, 2);
      placed = sqlite3_column_int (query, 3);
      sqlite3_reset (query);
    }

  if (placed)
    return leave_out (apply, entry, error);

  if (found == SK_STEP_DONE && !insert_resource (apply, entry, &number, error))
    return FALSE;
  if (found == SK_STEP_ROW && !same && !update_resource (apply, entry, number, was_withdrawn, error))
    return FALSE;

  return sk_database_run (apply->database, error, "INSERT INTO place VALUES (?, ?)", "ii", number,
                          apply->page);
}

static gboolean
apply_entry (Apply               *apply,
             const SkSpoolEntry  *entry,
             GError             **error)
{
  switch (entry->kind)
    {
    case SK_SPOOL_PAGE:
      return begin_page (apply, entry->id, error);
    case SK_SPOOL_RECORD:
      return apply_record (apply, entry, error);
    case SK_SPOOL_WITHDRAWN:
      return sk_database_run (apply->database, error, "INSERT OR IGNORE INTO tombstone VALUES (?, ?)",
                              "is", apply->page, entry->id);
    case SK_SPOOL_CURATED:
      return sk_database_run (apply->database, error,
                              "INSERT OR IGNORE INTO curated (page, id, text) VALUES (?, ?, ?)",
                              "iss", apply->page, entry->id, entry->record);
    case SK_SPOOL_REFUSED:
    default:
      return TRUE;
    }
}

/* A record that became unusable is not gone: what is held of it stands, where no other
 * page has it. So these come after all others. */
static gboolean
apply_refused (Apply               *apply,
               const SkSpoolEntry  *entry,
               GError             **error)
{
  if (entry->kind == SK_SPOOL_PAGE)
    return begin_page (apply, entry->id, error);
  if (entry->kind != SK_SPOOL_REFUSED)
    return TRUE;

  return sk_database_run (apply->database, error,
                          "INSERT OR IGNORE INTO place SELECT number, ? FROM resource"
                          " WHERE source = ? AND id = ? AND withdrawn = 0",
                          "iis", apply->page, apply->source, entry->id);
}

static gboolean
each_entry (Apply      *apply,
            EntryFunc   func,
            GError    **error)
{
  GError *broken = NULL;
  SkSpoolEntry entry;

  if (apply->change->spool == NULL)
    return TRUE;
  if (!sk_spool_rewind (apply->change->spool, error))
    return FALSE;

  for (guint i = 0; sk_spool_read (apply->change->spool, &entry, &broken); i++)
    if ((i % RECORDS_A_BREATH == 0 &&
         g_cancellable_set_error_if_cancelled (apply->cancellable, error)) ||
        !func (apply, &entry, error))
      return FALSE;

  if (broken != NULL)
    g_propagate_error (error, broken);

  return broken == NULL;
}

#define IS_THERE \
  "number IN (SELECT resource FROM place) AND id NOT IN" \
  " (SELECT id FROM tombstone JOIN page ON tombstone.page = page.number WHERE page.source = ?1)"

static gboolean
withdraw_absent (Apply   *apply,
                 GError **error)
{
  if (!sk_database_run (apply->database, error,
                        "UPDATE resource SET withdrawn = 1"
                        " WHERE source = ?1 AND withdrawn = 0 AND NOT (" IS_THERE ")",
                        "i", apply->source))
    return FALSE;

  apply->counts->withdrawn = sk_database_changes (apply->database);

  if (!sk_database_run (apply->database, error,
                        "UPDATE resource SET withdrawn = 0"
                        " WHERE source = ?1 AND withdrawn = 1 AND " IS_THERE,
                        "i", apply->source))
    return FALSE;

  apply->counts->added += sk_database_changes (apply->database);
  return TRUE;
}

/* Of all that stands beside the records of the source. */
static char *
sum_curated (Apply   *apply,
             GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *query;
  SkStep step;

  query = sk_database_query (apply->database, error,
                             "SELECT text FROM curated JOIN page ON curated.page = page.number"
                             " WHERE page.source = ? ORDER BY curated.number",
                             "i", apply->source);

  while ((step = sk_database_step (apply->database, query, error)) == SK_STEP_ROW)
    g_checksum_update (sum, sqlite3_column_text (query, 0), sqlite3_column_bytes (query, 0) + 1);

  return step == SK_STEP_DONE ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

static gboolean
note_curated (Apply   *apply,
              GError **error)
{
  apply->curated = sum_curated (apply, error);
  return apply->curated != NULL;
}

static gboolean
count (Apply   *apply,
       GError **error)
{
  SkStoreCounts *counts = apply->counts;
  g_autofree char *curated = sum_curated (apply, error);
  guint64 there;
  sqlite3_stmt *query;

  query = sk_database_query (apply->database, error,
                             "SELECT count(*) FROM resource WHERE source = ? AND withdrawn = 0", "i",
                             apply->source);
  if (curated == NULL || sk_database_step (apply->database, query, error) != SK_STEP_ROW)
    return FALSE;

  there = (guint64) sqlite3_column_int64 (query, 0);
  sqlite3_reset (query);
  counts->unchanged = there - MIN (there, counts->added + counts->changed);

  if (!sk_database_run (apply->database, error, "UPDATE source SET resources = ? WHERE number = ?",
                        "ii", (gint64) there, apply->source))
    return FALSE;

  return (counts->added + counts->changed + counts->withdrawn == 0 &&
          strcmp (curated, apply->curated) == 0) ||
         sk_database_exec (apply->database, "UPDATE generation SET number = number + 1", error);
}

/**
 * sk_store_apply:
 * @change: what a sync found
 * @counts: (out caller-allocates): what came of it
 *
 * Brings one source's change into the catalogue in one transaction: all of it or nothing.
 * Records whose bytes are the same are not written.
 *
 * Returns: whether it is committed, and on the disk
 */
gboolean
sk_store_apply (SkDatabase     *database,
                SkStoreChange  *change,
                SkStoreCounts  *counts,
                GCancellable   *cancellable,
                GError        **error)
{
  Apply apply = {
    .database = database, .change = change, .counts = counts, .cancellable = cancellable};
  gboolean applied;

  memset (counts, 0, sizeof *counts);
  counts->twice = g_ptr_array_new_with_free_func (g_free);

  if (!sk_database_exec (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  applied = write_source (&apply, error) && note_curated (&apply, error) &&
            write_validators (&apply, error) && drop_pages (&apply, error) &&
            each_entry (&apply, apply_entry, error) && each_entry (&apply, apply_refused, error) &&
            withdraw_absent (&apply, error) && count (&apply, error) &&
            sk_database_exec (database, "COMMIT", error);
  g_clear_pointer (&apply.curated, g_free);
  if (!applied)
    sk_database_roll_back (database);

  return applied;
}
