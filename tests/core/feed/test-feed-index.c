/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "feed/sk-feed-index.h"
#include "feed-fixture.h"

#define HASH "64e425f66a582bc0eb184bcaa9c411bcdf3d9ada95f90872d7f72d06b561c326"
#define PAGE "{\"type\": \"DataDownload\", \"contentUrl\": \"pages/1.json\", \"contentSize\": \"7008\"," \
             " \"encodingFormat\": \"application/ld+json\", \"sha256\": \"" HASH "\"}"

static char *
make_index (const char *version,
            const char *pages)
{
  return g_strdup_printf ("{\"@context\": [{\"@language\": \"en\"}], \"type\": \"DataFeed\","
                          " \"name\": \"Example\", \"version\": %s,"
                          " \"expires\": \"2027-01-01T00:00:00Z\", \"distribution\": [%s]}",
                          version, pages);
}

static SkFeedIndex *
read_index (const char  *text,
            const char  *base_uri,
            GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sk_feed_index_new_from_bytes (bytes, base_uri, error);
}

static void
test_whole (void)
{
  g_autofree char *text = make_index ("42", PAGE);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkFeedIndex) index = read_index (text, "https://example.org/feed/index.json", &error);
  const SkFeedPage *page;

  g_assert_no_error (error);
  g_assert_cmpint (sk_feed_index_get_version (index), ==, 42);
  g_assert_cmpint (sk_feed_index_get_expires (index), ==, 1798761600);
  g_assert_cmpstr (sk_lang_string_find (sk_feed_index_get_name (index), "en"), ==, "Example");
  g_assert_cmpuint (sk_feed_index_get_n_pages (index), ==, 1);
  page = sk_feed_index_get_page (index, 0);
  g_assert_cmpstr (page->url, ==, "https://example.org/feed/pages/1.json");
  g_assert_cmpstr (page->sha256, ==, HASH);
  g_assert_cmpuint (page->size, ==, 7008);
  g_assert_cmpstr (page->media_type, ==, "application/ld+json");
}

static void
test_in_a_folder (void)
{
  g_autofree char *text = make_index ("0", PAGE);
  g_autoptr (SkFeedIndex) index = read_index (text, "file:///media/stick/index.json", NULL);

  g_assert_nonnull (index);
  g_assert_cmpstr (sk_feed_index_get_page (index, 0)->url, ==, "file:///media/stick/pages/1.json");
}

static void
test_size_without_quotes (void)
{
  g_autofree char *text =
    make_index ("1",
                "{\"contentUrl\": \"1.json\", \"contentSize\": 7008, \"sha256\": \"" HASH "\"}");
  g_autoptr (SkFeedIndex) index = read_index (text, "https://example.org/index.json", NULL);

  g_assert_nonnull (index);
  g_assert_cmpuint (sk_feed_index_get_page (index, 0)->size, ==, 7008);
}

static void
test_unusable_pages (void)
{
  static const char * const pages[] = {
    "7",
    "{}",
    "{\"contentUrl\": \"1.json\", \"contentSize\": \"1\"}",
    "{\"contentUrl\": \"1.json\", \"contentSize\": \"1\", \"sha256\": \"abc\"}",
    "{\"contentUrl\": \"1.json\", \"sha256\": \"" HASH "\"}",
    "{\"contentUrl\": \"1.json\", \"contentSize\": -1, \"sha256\": \"" HASH "\"}",
    "{\"contentUrl\": \"1.json\", \"contentSize\": \"-1\", \"sha256\": \"" HASH "\"}",
    "{\"contentUrl\": \"javascript:x\", \"contentSize\": \"1\", \"sha256\": \"" HASH "\"}",
    "{\"contentUrl\": \"file:///etc/passwd\", \"contentSize\": \"1\", \"sha256\": \"" HASH "\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *text = make_index ("1", pages[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (read_index (text, "https://example.org/index.json", &error));
      g_assert_error (error, SK_FEED_ERROR, SK_FEED_ERROR_NOT_A_FEED);
    }
}

static void
test_unusable_versions (void)
{
  static const char * const versions[] = {"null", "\"42\"", "-1", "1.5"};

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *text = make_index (versions[i], PAGE);
      g_autoptr (GError) error = NULL;

      g_assert_null (read_index (text, "https://example.org/index.json", &error));
      g_assert_error (error, SK_FEED_ERROR, SK_FEED_ERROR_NOT_A_FEED);
    }
}

static void
test_broken (void)
{
  g_autofree char *deep = g_strnfill (10000, '[');
  const char * const texts[] = {"", "{", "hello", deep};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_index (texts[i], NULL, &error));
      g_assert_error (error, SK_FEED_ERROR, SK_FEED_ERROR_SYNTAX);
    }
}

static void
test_reader_knows_it (void)
{
  g_autofree char *text = make_index ("42", PAGE);
  g_auto (FeedResult) result = {0};

  feed_read_bytes (text, -1, &result);
  g_assert_no_error (result.error);
  g_assert_cmpint (result.info.kind, ==, SK_FEED_KIND_INDEX);
  g_assert_cmpstr (result.info.dialect, ==, "index");
  g_assert_cmpuint (result.info.n_records, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/index/lists-pages-at-their-whole-address", test_whole);
  g_test_add_func ("/feed/index/in-a-folder-its-pages-lie-beside-it", test_in_a_folder);
  g_test_add_func ("/feed/index/a-size-may-be-a-number", test_size_without_quotes);
  g_test_add_func ("/feed/index/a-page-that-cannot-be-checked-refuses-it", test_unusable_pages);
  g_test_add_func ("/feed/index/a-version-is-a-whole-number", test_unusable_versions);
  g_test_add_func ("/feed/index/broken-json-is-named", test_broken);
  g_test_add_func ("/feed/index/the-reader-knows-one", test_reader_knows_it);

  return g_test_run ();
}
