/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-store-private.h"

#define SELECT_SOURCE \
  "SELECT url, name, version, expires, document, synced, error, resources FROM source"

static char *
dup_text (sqlite3_stmt *query,
          int           column)
{
  return g_strdup ((const char *) sqlite3_column_text (query, column));
}

static SkStoreSource *
read_source (sqlite3_stmt *query)
{
  SkStoreSource *source = g_new0 (SkStoreSource, 1);

  source->url = dup_text (query, 0);
  source->name = dup_text (query, 1);
  source->version = sqlite3_column_int64 (query, 2);
  source->expires = sqlite3_column_int64 (query, 3);
  source->document = dup_text (query, 4);
  source->synced = sqlite3_column_int64 (query, 5);
  source->error = dup_text (query, 6);
  source->resources = (guint) sqlite3_column_int64 (query, 7);
  return source;
}

/**
 * sk_store_source_free:
 * @source: (transfer full): what to free
 */
void
sk_store_source_free (SkStoreSource *source)
{
  g_clear_pointer (&source->url, g_free);
  g_clear_pointer (&source->name, g_free);
  g_clear_pointer (&source->document, g_free);
  g_clear_pointer (&source->error, g_free);
  g_free (source);
}

/**
 * sk_store_state_free:
 * @state: (transfer full): what to free
 */
void
sk_store_state_free (SkStoreState *state)
{
  g_clear_pointer (&state->source, sk_store_source_free);
  g_clear_pointer (&state->validators, g_hash_table_unref);
  g_clear_pointer (&state->pages, g_hash_table_unref);
  g_free (state);
}

/**
 * sk_store_read_sources:
 * @sources: (element-type SkStoreSource): where they are added
 *
 * Returns: whether all were read
 */
gboolean
sk_store_read_sources (SkDatabase  *database,
                       GPtrArray   *sources,
                       GError     **error)
{
  sqlite3_stmt *query = sk_database_query (database, error, SELECT_SOURCE " ORDER BY number", "");
  SkStep step;

  while ((step = sk_database_step (database, query, error)) == SK_STEP_ROW)
    g_ptr_array_add (sources, read_source (query));

  return step == SK_STEP_DONE;
}

static gboolean
read_validators (SkDatabase    *database,
                 SkStoreState  *state,
                 const char    *url,
                 GError       **error)
{
  sqlite3_stmt *query;
  SkStep step;

  query = sk_database_query (database, error,
                             "SELECT validator.url, final_url, etag, last_modified, sha256, next"
                             " FROM validator JOIN source ON source = number WHERE source.url = ?",
                             "s", url);

  while ((step = sk_database_step (database, query, error)) == SK_STEP_ROW)
    {
      SkStoreValidator *validator = g_new0 (SkStoreValidator, 1);

      validator->url = dup_text (query, 0);
      validator->final_url = dup_text (query, 1);
      validator->etag = dup_text (query, 2);
      validator->last_modified = dup_text (query, 3);
      validator->sha256 = dup_text (query, 4);
      validator->next = dup_text (query, 5);
      g_hash_table_insert (state->validators, validator->url, validator);
    }

  return step == SK_STEP_DONE;
}

static gboolean
read_pages (SkDatabase    *database,
            SkStoreState  *state,
            const char    *url,
            GError       **error)
{
  sqlite3_stmt *query;
  SkStep step;

  query = sk_database_query (database, error,
                             "SELECT sha256 FROM page JOIN source ON page.source = source.number"
                             " WHERE source.url = ? AND complete = 1",
                             "s", url);

  while ((step = sk_database_step (database, query, error)) == SK_STEP_ROW)
    g_hash_table_add (state->pages, dup_text (query, 0));

  return step == SK_STEP_DONE;
}

/**
 * sk_store_read_state:
 * @url: a source
 *
 * Returns: (transfer full) (nullable): what a sync of it builds on
 */
SkStoreState *
sk_store_read_state (SkDatabase  *database,
                     const char  *url,
                     GError     **error)
{
  g_autoptr (SkStoreState) state = g_new0 (SkStoreState, 1);
  sqlite3_stmt *query;

  state->validators = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) sk_store_validator_free);
  state->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  query = sk_database_query (database, error, SELECT_SOURCE " WHERE url = ?", "s", url);
  switch (sk_database_step (database, query, error))
    {
    case SK_STEP_ROW:
      state->source = read_source (query);
      sqlite3_reset (query);
      break;
    case SK_STEP_DONE:
      break;
    case SK_STEP_FAILED:
    default:
      return NULL;
    }

  if (!read_validators (database, state, url, error) || !read_pages (database, state, url, error))
    return NULL;

  return g_steal_pointer (&state);
}

static gboolean
delete_records (SkDatabase  *database,
                const char  *url,
                GError     **error)
{
  return sk_database_run (database, error,
                          "DELETE FROM resource WHERE source = (SELECT number FROM source WHERE url = ?)",
                          "s", url) &&
         sk_database_run (database, error, "DELETE FROM source WHERE url = ?", "s", url) &&
         sk_database_exec (database, "UPDATE generation SET number = number + 1; COMMIT", error);
}

/**
 * sk_store_delete_source:
 * @url: a source
 *
 * Returns: whether the source and all its records are gone
 */
gboolean
sk_store_delete_source (SkDatabase  *database,
                        const char  *url,
                        GError     **error)
{
  if (!sk_database_exec (database, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (delete_records (database, url, error))
    return TRUE;

  sk_database_roll_back (database);
  return FALSE;
}
