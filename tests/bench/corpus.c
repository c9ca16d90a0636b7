/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus.h"

#include <string.h>

#include "feed/sk-feed-reader.h"
#include "search/sk-text-fold.h"

static const char tables[] =
  "CREATE TABLE unsorted (id TEXT, newness INTEGER, name TEXT, title TEXT, keywords TEXT,"
  " description TEXT, age_low INTEGER, age_high INTEGER, length_low INTEGER,"
  " length_high INTEGER);"
  "CREATE TABLE named (record INTEGER, facet INTEGER, value TEXT);"
  "CREATE TABLE value (place INTEGER PRIMARY KEY, facet INTEGER, value TEXT, low INTEGER,"
  " high INTEGER, UNIQUE (facet, value));"
  "BEGIN;";

/* The default order is the newest first, then by id. */
static const char sorting[] =
  "CREATE TABLE record (number INTEGER PRIMARY KEY, row INTEGER, id TEXT, name TEXT,"
  " title TEXT, keywords TEXT, description TEXT, age_low INTEGER, age_high INTEGER,"
  " length_low INTEGER, length_high INTEGER);"
  "INSERT INTO record SELECT NULL, rowid, id, name, title, keywords, description, age_low,"
  " age_high, length_low, length_high FROM unsorted ORDER BY newness DESC, id;"
  "INSERT INTO value SELECT NULL, facet, value, 0, 0 FROM named GROUP BY facet, value;"
  "CREATE TABLE place_of (row INTEGER PRIMARY KEY, number INTEGER);"
  "INSERT INTO place_of SELECT row, number FROM record ORDER BY row;"
  "CREATE TABLE listed (number INTEGER, place INTEGER);"
  "INSERT INTO listed SELECT DISTINCT place_of.number, value.place FROM named"
  " JOIN place_of ON place_of.row = named.record"
  " JOIN value ON value.facet = named.facet AND value.value = named.value ORDER BY 1, 2;"
  "CREATE INDEX listed_of ON listed (number, place);"
  "DROP TABLE unsorted; DROP TABLE named; DROP TABLE place_of;"
  "COMMIT;";

typedef struct
{
  sqlite3_stmt *insert_record;
  sqlite3_stmt *insert_value;
} Maker;

static char *
fold (const GString *text)
{
  return sk_text_fold_words (text->str);
}

static void
add_lang_string (GString            *text,
                 const SkLangString *added)
{
  for (guint i = 0; i < sk_lang_string_get_size (added); i++)
    g_string_append_printf (text, "%s\n", sk_lang_string_get_nth (added, i, NULL));
}

static void
add_strings (GString            *text,
             const char * const *added)
{
  for (guint i = 0; added != NULL && added[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", added[i]);
}

static void
bind_texts (sqlite3_stmt *insert,
            SkResource   *resource)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) keywords = g_string_new (NULL);
  g_autoptr (GString) description = g_string_new (NULL);
  g_autofree char *folded_title = NULL;
  g_autofree char *folded_keywords = NULL;
  g_autofree char *folded_description = NULL;

  add_lang_string (title, sk_resource_get_name (resource));
  add_strings (keywords, sk_resource_get_keywords (resource));
  add_strings (keywords, sk_resource_get_publishers (resource));
  add_lang_string (description, sk_resource_get_description (resource));

  sql_bind (insert, 3, sk_resource_pick_name (resource, NULL, NULL));
  sql_bind (insert, 4, folded_title = fold (title));
  sql_bind (insert, 5, folded_keywords = fold (keywords));
  sql_bind (insert, 6, folded_description = fold (description));
}

static void
bind_span (sqlite3_stmt *insert,
           int           place,
           SkSpan        span)
{
  sqlite3_bind_int64 (insert, place, span.low);
  sqlite3_bind_int64 (insert, place + 1, span.high);
}

static void
add_value (Maker      *maker,
           guint64     record,
           SkFacet     facet,
           const char *value)
{
  sqlite3_bind_int64 (maker->insert_value, 1, (gint64) record);
  sqlite3_bind_int (maker->insert_value, 2, facet);
  sql_bind (maker->insert_value, 3, value);
  sql_next (maker->insert_value);
}

static void
add_values (Maker              *maker,
            guint64             record,
            SkFacet             facet,
            const char * const *values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    add_value (maker, record, facet, values[i]);

  if (values == NULL || *values == NULL)
    add_value (maker, record, facet, SK_FACET_NONE);
}

static void
add_concepts (Maker      *maker,
              guint64     record,
              SkFacet     facet,
              SkResource *resource)
{
  GPtrArray *concepts = sk_resource_get_concepts (resource, facet);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; concepts != NULL && i < concepts->len; i++)
    g_ptr_array_add (keys, (gpointer) sk_concept_get_key (g_ptr_array_index (concepts, i)));
  g_ptr_array_add (keys, NULL);

  add_values (maker, record, facet, (const char * const *) keys->pdata);
}

static void
add_facets (Maker      *maker,
            guint64     record,
            SkResource *resource)
{
  const char *licence[] = {sk_resource_get_license (resource), NULL};
  const char *free[] = {SK_FREE_YES, NULL};
  SkStated stated = sk_resource_get_free (resource);

  if (stated == SK_STATED_NO)
    free[0] = SK_FREE_NO;
  if (stated == SK_STATED_NOT)
    free[0] = NULL;

  add_concepts (maker, record, SK_FACET_THEME, resource);
  add_concepts (maker, record, SK_FACET_FORMAT, resource);
  add_concepts (maker, record, SK_FACET_AUDIENCE, resource);
  add_concepts (maker, record, SK_FACET_SETTING, resource);
  add_values (maker, record, SK_FACET_LANGUAGE, sk_resource_get_languages (resource));
  add_values (maker, record, SK_FACET_PUBLISHER, sk_resource_get_publishers (resource));
  add_values (maker, record, SK_FACET_LICENCE, licence);
  add_values (maker, record, SK_FACET_FREE, free);
}

static gboolean
add_resource (SkResource  *resource,
              guint64      index,
              gpointer     user_data,
              GError     **error)
{
  Maker *maker = user_data;
  sqlite3_stmt *insert = maker->insert_record;

  sql_bind (insert, 1, sk_resource_get_id (resource));
  sqlite3_bind_int64 (insert, 2, sk_resource_get_newness (resource));
  bind_texts (insert, resource);
  bind_span (insert, 7, sk_span_of_resource (SK_FACET_AGE, resource));
  bind_span (insert, 9, sk_span_of_resource (SK_FACET_LENGTH, resource));
  sql_next (insert);

  add_facets (maker, (guint64) sqlite3_last_insert_rowid (sqlite3_db_handle (insert)), resource);
  return TRUE;
}

static void
read_feed (sqlite3    *database,
           const char *feed_path)
{
  static const SkFeedHandler handler = {.resource = add_resource};
  g_autoptr (GFile) file = g_file_new_for_path (feed_path);
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  g_autoptr (SkFeedReader) reader = sk_feed_reader_new (vocabularies);
  g_autoptr (GFileInputStream) feed = NULL;
  g_autoptr (sqlite3_stmt) insert_record = NULL;
  g_autoptr (sqlite3_stmt) insert_value = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (SkFeedInfo) info = {0};
  Maker maker;

  maker.insert_record = insert_record =
    sql_prepare (database, "INSERT INTO unsorted VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  maker.insert_value = insert_value = sql_prepare (database, "INSERT INTO named VALUES (?, ?, ?)");

  feed = g_file_read (file, NULL, &error);
  g_assert_no_error (error);
  sk_feed_reader_read (reader, G_INPUT_STREAM (feed), NULL, &handler, &maker, &info, NULL, &error);
  g_assert_no_error (error);
}

static void
add_measure (sqlite3_stmt *insert,
             SkFacet       facet,
             const char   *value)
{
  sqlite3_bind_int (insert, 1, facet);
  sql_bind (insert, 2, value);
  bind_span (insert, 3, sk_span_of_value (facet, value));
  sql_next (insert);
}

/* What is always listed of ages and lengths. */
static void
add_measures (sqlite3 *database)
{
  g_autoptr (sqlite3_stmt) insert = NULL;

  insert = sql_prepare (database, "INSERT INTO value VALUES (NULL, ?, ?, ?, ?)");

  for (guint i = 0; i < SK_N_AGE_BANDS; i++)
    {
      g_autofree char *band = NULL;

      band = g_strdup_printf ("%u-%u", sk_age_bands[i].min, sk_age_bands[i].max);
      add_measure (insert, SK_FACET_AGE, band);
    }

  for (guint i = 0; i < SK_N_LENGTH_LIMITS; i++)
    {
      g_autofree char *limit = g_strdup_printf ("%u", sk_length_limits[i]);

      add_measure (insert, SK_FACET_LENGTH, limit);
    }

  add_measure (insert, SK_FACET_LENGTH, SK_LENGTH_LONGER);
  add_measure (insert, SK_FACET_LENGTH, SK_FACET_NONE);
  add_measure (insert, SK_FACET_AGE, SK_FACET_NONE);
}

/**
 * corpus_make:
 * @feed_path: a feed
 * @path: where the corpus goes
 *
 * Gets a feed ready for the peers.
 */
void
corpus_make (const char *feed_path,
             const char *path)
{
  g_autoptr (sqlite3) database = sql_open (path);

  sql_run (database, tables);
  read_feed (database, feed_path);
  add_measures (database);
  sql_run (database, sorting);
}

static void
value_clear (CorpusValue *value)
{
  g_clear_pointer (&value->value, g_free);
}

static char *
name_value (SkFacet     facet,
            const char *value)
{
  return g_strdup_printf ("%u %s", facet, value);
}

static void
read_values (Corpus *self)
{
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = sql_prepare (self->database, "SELECT facet, value, low, high FROM value ORDER BY place");
  while (sql_next (rows))
    {
      CorpusValue value = {
        .facet = (SkFacet) sqlite3_column_int (rows, 0),
        .value = g_strdup ((const char *) sqlite3_column_text (rows, 1)),
        .span = {(guint32) sqlite3_column_int64 (rows, 2),
                 (guint32) sqlite3_column_int64 (rows, 3)},
      };

      g_hash_table_insert (self->places, name_value (value.facet, value.value),
                           GUINT_TO_POINTER (self->values->len));
      g_array_append_val (self->values, value);
    }
}

/**
 * corpus_open:
 *
 * Returns: (transfer full): a corpus that was made before
 */
Corpus *
corpus_open (const char *path)
{
  Corpus *self = g_new0 (Corpus, 1);

  self->database = sql_open (path);
  self->vocabularies = sk_vocabularies_new (NULL);
  self->values = g_array_new (FALSE, FALSE, sizeof (CorpusValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) value_clear);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_records = sql_number (self->database, "SELECT count(*) FROM record");
  read_values (self);

  return self;
}

void
corpus_free (Corpus *self)
{
  g_hash_table_unref (self->places);
  g_array_unref (self->values);
  g_object_unref (self->vocabularies);
  sqlite3_close_v2 (self->database);
  g_free (self);
}

/**
 * corpus_find_value:
 *
 * Returns: the value's place among all, their number where it is none of them
 */
guint
corpus_find_value (Corpus     *self,
                   SkFacet     facet,
                   const char *value)
{
  g_autofree char *name = name_value (facet, value);
  gpointer place;

  return g_hash_table_lookup_extended (self->places, name, NULL, &place) ? GPOINTER_TO_UINT (place)
                                                                         : self->values->len;
}
