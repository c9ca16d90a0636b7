/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#include "scratch-folder.h"

#define RECORD \
  "{\"type\": \"DataFeedItem\", \"item\": {" \
  "\"@context\": [\"https://w3id.org/kim/amb/context.jsonld\", \"https://schema.org\"," \
  " {\"@language\": \"en\"}], \"id\": \"https://example.org/r/%u\"," \
  " \"type\": [\"LearningResource\"], \"name\": \"%s %u\"}}"

void
sync_fixture_set_up (SyncFixture   *fixture,
                     gconstpointer  data)
{
  fixture->folder = scratch_folder_new ();
  fixture->data = g_build_filename (fixture->folder, "data", NULL);
  fixture->web = g_build_filename (fixture->folder, "web", NULL);
  g_assert_cmpint (g_mkdir (fixture->web, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);

  fixture->limits = sk_fetch_limits_default;
  fixture->limits.max_attempts = 3;
  fixture->limits.stall_ms = 60 * 1000;
  fixture->limits.total_ms = 60 * 1000;
  fixture->limits.backoff_ms = 4;
  fixture->limits.max_backoff_ms = 20;
  fixture->limits.max_retry_after_ms = 2000;
  fixture->feed_limits = sk_feed_limits_default;
  fixture->cancellable = g_cancellable_new ();

  sync_fixture_open (fixture, SK_CATALOGUE_NO_STARTER);
}

void
sync_fixture_tear_down (SyncFixture   *fixture,
                        gconstpointer  data)
{
  if (fixture->catalogue != NULL)
    sync_fixture_close (fixture);

  scratch_folder_remove (fixture->folder);
  g_clear_object (&fixture->cancellable);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->data, g_free);
  g_clear_pointer (&fixture->web, g_free);
}

/* Takes the future. */
static const GValue *
wait_for (DexFuture  *future,
          GError    **error)
{
  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);

  return dex_future_get_value (future, error);
}

gboolean
sync_fixture_await (DexFuture  *future,
                    GError    **error)
{
  gboolean succeeded = wait_for (future, error) != NULL;

  dex_unref (future);
  return succeeded;
}

void
sync_fixture_open (SyncFixture      *fixture,
                   SkCatalogueFlags  flags)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = sk_catalogue_new (fixture->data, flags);
  sync_fixture_limit (fixture);
  sync_fixture_await (sk_catalogue_open (fixture->catalogue), &error);
  g_assert_no_error (error);
  g_assert_true ((sk_catalogue_get_index (fixture->catalogue) == NULL) ==
                 ((flags & (SK_CATALOGUE_NO_INDEX | SK_CATALOGUE_NO_RECORDS)) != 0));
}

void
sync_fixture_close (SyncFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sync_fixture_await (sk_catalogue_close (fixture->catalogue), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->catalogue);
}

/* Makes the limits count that were changed since it was opened. */
void
sync_fixture_limit (SyncFixture *fixture)
{
  sk_catalogue_set_limits (fixture->catalogue, &fixture->limits, &fixture->feed_limits);
}

GPtrArray *
sync_fixture_sync_all (SyncFixture         *fixture,
                       const char * const  *urls,
                       GError             **error)
{
  DexFuture *future = sk_catalogue_sync (fixture->catalogue, urls, fixture->cancellable);
  const GValue *value = wait_for (future, error);
  GPtrArray *reports = value != NULL ? g_value_dup_boxed (value) : NULL;

  dex_unref (future);
  return reports;
}

SkSyncReport *
sync_fixture_sync (SyncFixture *fixture,
                   const char  *url)
{
  const char * const urls[] = {url, NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = sync_fixture_sync_all (fixture, urls, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);
  g_assert_false (sk_catalogue_get_syncing (fixture->catalogue));
  return sk_sync_report_ref (g_ptr_array_index (reports, 0));
}

guint
sync_fixture_size (SyncFixture *fixture)
{
  return sk_index_get_size (sk_catalogue_get_index (fixture->catalogue));
}

void
sync_fixture_add (SyncFixture *fixture,
                  const char  *url)
{
  g_autoptr (GError) error = NULL;

  sync_fixture_await (sk_catalogue_add_source (fixture->catalogue, url), &error);
  g_assert_no_error (error);
}

SkSource *
sync_fixture_source (SyncFixture *fixture,
                     const char  *url)
{
  GListModel *sources = sk_catalogue_get_sources (fixture->catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SkSource) source = g_list_model_get_item (sources, i);

      /* The list holds it. */
      if (g_str_equal (sk_source_get_url (source), url))
        return source;
    }

  return NULL;
}

char *
sync_fixture_name (SyncFixture *fixture,
                   const char  *id)
{
  SkIndex *index = sk_catalogue_get_index (fixture->catalogue);
  g_autoptr (SkResource) resource = NULL;
  guint32 record;

  if (!sk_index_find (index, id, &record))
    return NULL;

  resource = sk_index_dup_resource (index, record);
  return g_strdup (sk_resource_pick_name (resource, NULL, NULL));
}

char *
published (SyncFixture *fixture,
           const char  *path)
{
  return g_build_filename (fixture->web, path, NULL);
}

/* Servers tell versions apart by size and second, so no two are of one second. */
void
publish (SyncFixture *fixture,
         const char  *path,
         const char  *content)
{
  g_autofree char *file = published (fixture, path);
  g_autofree char *folder = g_path_get_dirname (file);
  const time_t written = 1790000000 + 60 * (time_t) fixture->n_published++;
  struct utimbuf times = {.actime = written, .modtime = written};

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents_full (file, content, -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  g_assert_cmpint (g_utime (file, &times), ==, 0);
}

char *
make_linked (const char *word,
             guint       first,
             guint       n_records,
             const char *next)
{
  GString *feed = g_string_new ("{\"@context\": \"https://schema.org\", \"type\": \"DataFeed\","
                                " \"name\": \"A feed\", ");

  if (next != NULL)
    g_string_append_printf (feed, "\"next\": \"%s\", ", next);

  g_string_append (feed, "\"dataFeedElement\": [");
  for (guint i = first; i < first + n_records; i++)
    {
      g_string_append (feed, i > first ? ",\n" : "\n");
      g_string_append_printf (feed, RECORD, i, word, i);
    }

  g_string_append (feed, "]}");
  return g_string_free (feed, FALSE);
}

char *
make_feed (const char *word,
           guint       first,
           guint       n_records)
{
  return make_linked (word, first, n_records, NULL);
}

void
publish_index (SyncFixture *fixture,
               guint        version,
               const char  *expires,
               const char  *first_page,
               ...)
{
  g_autoptr (GString) index = g_string_new (NULL);
  const char *page = first_page;
  va_list pages;

  g_string_append_printf (index,
                          "{\"@context\": \"https://schema.org\","
                          " \"id\": \"https://example.org/index.json\", \"type\": \"DataFeed\","
                          " \"name\": {\"en\": \"Feed\", \"nl\": \"Bron\"}, \"version\": %u,"
                          " \"dateModified\": \"2026-10-01T12:00:00Z\","
                          " \"expires\": \"%s\", \"distribution\": [",
                          version, expires);

  va_start (pages, first_page);
  for (; page != NULL; page = va_arg (pages, const char *))
    {
      g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, page, -1);
      g_autofree char *path = g_strdup_printf ("pages/%.16s.json", sha256);

      publish (fixture, path, page);
      g_string_append_printf (index,
                              "%s{\"type\": \"DataDownload\", \"contentUrl\": \"%s\","
                              " \"encodingFormat\": \"application/ld+json\","
                              " \"contentSize\": \"%zu\", \"sha256\": \"%s\"}",
                              page == first_page ? "" : ", ", path, strlen (page), sha256);
    }
  va_end (pages);

  g_string_append (index, "]}");
  publish (fixture, "index.json", index->str);
}

void
assert_says (const GError *error,
             const char   *words)
{
  g_assert_nonnull (error);
  if (strstr (error->message, words) == NULL)
    g_test_message ("The message is: %s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}
