/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rough-fixture.h"

#include <locale.h>
#include <string.h>

#include "sync/sk-sync-error.h"

#define CUT_FEED "{\"type\": \"DataFeed\", \"dataFeedElement\": [{\"id\": \"urn:a\", \"na"
#define LOGIN_PAGE "<!DOCTYPE html><html><title>Hotel</title><form>Room number</form></html>"

typedef SyncFixture Fixture;

/* What a server that was good goes over to. */
typedef struct
{
  const char *name;
  const char *head;           /* NULL for no HTTP at all */
  const char *body;
  SkSyncError code;           /* of what does not reach the reader */
  const char *words;
  guint n_requests;
} Fault;

#define OF_THE_FEED ((SkSyncError) G_MAXUINT)

static const Fault faults[] = {
  {"an-empty-body", "200 OK\r\nContent-Length: 0", "", OF_THE_FEED, "empty", 1},
  {"a-feed-that-stops-in-the-middle", "200 OK", CUT_FEED, OF_THE_FEED, "stops in the middle", 1},
  {"a-file-of-another-kind", "200 OK", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", OF_THE_FEED, "PDF", 1},
  {"bytes-without-sense", "200 OK", "\x01\xff\x12\x9c\x02\x03\xd8\xff", OF_THE_FEED, "binary", 1},
  {"a-login-page", "200 OK\r\nContent-Type: text/html", LOGIN_PAGE, OF_THE_FEED, "log in", 1},
  {"json-that-is-no-feed", "200 OK", "{\"error\": \"no such user\"}", OF_THE_FEED,
   "not a catalogue", 1},
  {"a-length-that-is-too-short", "200 OK\r\nContent-Length: 30", CUT_FEED, OF_THE_FEED,
   "stops in the middle", 1},
  {"a-length-that-is-too-long", "200 OK\r\nContent-Length: 3000", CUT_FEED,
   SK_SYNC_ERROR_BROKEN_OFF, "broke off", 3},
  {"a-length-beyond-all-limits", "200 OK\r\nContent-Length: 99999999999999", "{",
   SK_SYNC_ERROR_TOO_LARGE, "too large", 1},
  {"chunks-that-end-too-soon", "200 OK\r\nTransfer-Encoding: chunked", "400\r\n{\"type\": \"Da",
   SK_SYNC_ERROR_BROKEN_OFF, "broke off", 3},
  {"a-connection-that-closes-at-once", NULL, NULL, SK_SYNC_ERROR_BROKEN_OFF, "broke off", 3},
  {"a-server-of-something-else", NULL, "SSH-2.0-OpenSSH_9.9\r\n", SK_SYNC_ERROR_SERVER,
   "did not answer as a web server does", 1},
  {"a-redirect-in-a-circle", "302 Found\r\nLocation: feed.json", "", SK_SYNC_ERROR_REDIRECT,
   "in a circle", 1},
  {"a-redirect-to-a-file", "302 Found\r\nLocation: file:///etc/hosts", "", SK_SYNC_ERROR_REDIRECT,
   "file:///etc/hosts", 1},
  {"a-redirect-to-a-script", "302 Found\r\nLocation: javascript:alert(1)", "",
   SK_SYNC_ERROR_REDIRECT, "javascript:alert(1)", 1},
  {"a-redirect-to-nowhere", "302 Found", "", SK_SYNC_ERROR_SERVER, "302", 1},
  {"nothing-new-when-that-was-not-asked", "304 Not Modified", "", SK_SYNC_ERROR_SERVER, "304", 1},
  {"a-network-that-asks-to-log-in", "511 Network Authentication Required", "", SK_SYNC_ERROR_DENIED,
   "log in", 1},
  {"a-server-that-is-busy-for-long", "429 Too Many Requests\r\nRetry-After: 600", "",
   SK_SYNC_ERROR_SERVER, "in 10 minutes", 1},
  {"a-server-out-of-order", "503 Service Unavailable", "", SK_SYNC_ERROR_SERVER, "503", 3},
};

static SkSource *
find_source (Fixture *fixture)
{
  g_autofree char *url = rough_server_get_url (fixture->server, "feed.json");

  return sync_fixture_source (fixture, url);
}

static void
answer_feed (Fixture *fixture,
             guint    n_records,
             gsize    stop_at)
{
  g_autofree char *feed = make_feed ("Tool", 0, n_records);
  g_autofree char *head = g_strdup_printf ("200 OK\r\nContent-Length: %zu", strlen (feed));

  rough_server_answer (fixture->server, head, feed, -1, stop_at);
}

/* Makes the catalogue that has to stand. */
static void
sync_three (Fixture *fixture)
{
  g_autoptr (SkSyncReport) report = NULL;

  answer_feed (fixture, 3, ROUGH_NOWHERE);
  report = rough_fixture_sync (fixture);
  assert_report (report, 3, 0, 0, 0);
}

static void
assert_three (Fixture *fixture)
{
  g_autofree char *name = sync_fixture_name (fixture, "https://example.org/r/2");

  g_assert_cmpuint (sync_fixture_size (fixture), ==, 3);
  g_assert_cmpstr (name, ==, "Tool 2");
}

static void
test_fault (Fixture       *fixture,
            gconstpointer  data)
{
  const Fault *fault = data;
  g_autoptr (SkSyncReport) report = NULL;

  sync_three (fixture);
  rough_server_answer (fixture->server, fault->head, fault->body, -1, ROUGH_NOWHERE);
  report = rough_fixture_sync (fixture);

  if (fault->code == OF_THE_FEED)
    g_assert_true (report->error != NULL && report->error->domain == SK_FEED_ERROR);
  else
    g_assert_error (report->error, SK_SYNC_ERROR, (int) fault->code);

  assert_says (report->error, fault->words);
  g_assert_cmpuint (report->requests, ==, fault->n_requests);
  g_assert_cmpuint (report->withdrawn, ==, 0);
  assert_three (fixture);
  g_assert_cmpint (sk_source_get_state (find_source (fixture)), ==, SK_SOURCE_FAILED);
  g_assert_cmpstr (sk_source_get_message (find_source (fixture)), ==, report->error->message);
}

static void
test_many_redirects (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;

  sync_three (fixture);
  for (guint i = 0; i <= fixture->limits.max_redirects; i++)
    {
      g_autofree char *head = g_strdup_printf ("302 Found\r\nLocation: /%u", i);

      rough_server_answer (fixture->server, head, "", 0, ROUGH_NOWHERE);
    }

  report = rough_fixture_sync (fixture);
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_REDIRECT);
  assert_says (report->error, "more than 10 times");
  assert_three (fixture);
}

static void
test_stalls_at_once (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;

  sync_three (fixture);
  fixture->limits.stall_ms = 300;
  sync_fixture_limit (fixture);
  rough_server_answer (fixture->server, NULL, "HTTP/1.1 200 OK\r\n", -1, 5);
  report = rough_fixture_sync (fixture);
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_STALLED);
  assert_says (report->error, "stalled");
  g_assert_cmpuint (report->requests, ==, fixture->limits.max_attempts);
  assert_three (fixture);
}

static void
test_stalls_in_the_body (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;

  sync_three (fixture);
  fixture->limits.stall_ms = 300;
  sync_fixture_limit (fixture);
  answer_feed (fixture, 200, 4000);
  report = rough_fixture_sync (fixture);
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_STALLED);
  assert_three (fixture);
}

static void
test_too_slow (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;

  sync_three (fixture);
  fixture->limits.total_ms = 1000;
  sync_fixture_limit (fixture);
  answer_feed (fixture, 200, 4000);
  report = rough_fixture_sync (fixture);
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_SLOW);
  assert_says (report->error, "longer than 1 second");
  assert_three (fixture);
}

static void
check_too_large (Fixture    *fixture,
                 const char *words)
{
  g_autoptr (SkSyncReport) report = NULL;

  sync_fixture_limit (fixture);
  report = rough_fixture_sync (fixture);
  g_assert_nonnull (report->error);
  assert_says (report->error, words);
  assert_three (fixture);
}

static void
test_size_announced (Fixture       *fixture,
                     gconstpointer  data)
{
  sync_three (fixture);
  answer_feed (fixture, 200, ROUGH_NOWHERE);
  fixture->limits.max_bytes = 10000;
  check_too_large (fixture, "10.0\u00a0kB");
}

static void
test_size_not_announced (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *feed = make_feed ("Tool", 0, 200);

  sync_three (fixture);
  rough_server_answer (fixture->server, "200 OK", feed, -1, ROUGH_NOWHERE);
  fixture->limits.max_bytes = 10000;
  check_too_large (fixture, "10.0\u00a0kB");
}

static void
test_record_count (Fixture       *fixture,
                   gconstpointer  data)
{
  sync_three (fixture);
  answer_feed (fixture, 200, ROUGH_NOWHERE);
  fixture->feed_limits.max_records = 199;
  check_too_large (fixture, "199 records");
}

static void
test_record_size (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *word = g_strnfill (2000, 'a');
  g_autofree char *feed = make_feed (word, 0, 3);

  sync_three (fixture);
  rough_server_answer (fixture->server, "200 OK", feed, -1, ROUGH_NOWHERE);
  fixture->feed_limits.max_record_bytes = 1000;
  check_too_large (fixture, "1.0\u00a0kB");
}

static GBytes *
compress (char *text)
{
  g_autoptr (GZlibCompressor) compressor =
    g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return g_converter_convert_bytes (G_CONVERTER (compressor), bytes, NULL);
}

static void
answer_gzip (Fixture *fixture,
             gsize    n_bytes_missing,
             guint8   last_byte_changes)
{
  g_autoptr (GByteArray) bytes = g_bytes_unref_to_array (compress (make_feed ("Game", 0, 2000)));

  bytes->data[bytes->len - 1] ^= last_byte_changes;
  rough_server_answer (fixture->server, "200 OK\r\nContent-Encoding: gzip", bytes->data,
                       (gssize) (bytes->len - n_bytes_missing), ROUGH_NOWHERE);
}

static void
test_gzip_cut_short (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;

  sync_three (fixture);
  answer_gzip (fixture, 100, 0);
  report = rough_fixture_sync (fixture);
  g_assert_error (report->error, SK_FEED_ERROR, SK_FEED_ERROR_SYNTAX);
  assert_says (report->error, "stops in the middle");
  assert_three (fixture);
}

/* Its length is not that of what it holds. */
static void
test_gzip_damaged (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;

  sync_three (fixture);
  answer_gzip (fixture, 0, 0x80);
  report = rough_fixture_sync (fixture);
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_ENCODING);
  assert_says (report->error, "cannot be decompressed");
  assert_three (fixture);
}

static void
test_bomb (Fixture       *fixture,
           gconstpointer  data)
{
  /* Brackets compress a thousandfold. */
  g_autoptr (GBytes) bomb = compress (g_strnfill (64 * 1024 * 1024, '['));
  g_autoptr (SkSyncReport) report = NULL;
  gsize length;
  const void *bytes = g_bytes_get_data (bomb, &length);

  sync_three (fixture);
  rough_server_answer (fixture->server, "200 OK\r\nContent-Encoding: gzip", bytes, (gssize) length,
                       ROUGH_NOWHERE);
  report = rough_fixture_sync (fixture);
  g_assert_error (report->error, SK_SYNC_ERROR, SK_SYNC_ERROR_ENCODING);
  assert_says (report->error, "grows beyond measure");
  assert_three (fixture);
}

static void
on_progress (SkSource   *source,
             GParamSpec *pspec,
             Fixture    *fixture)
{
  g_assert_cmpint (sk_source_get_state (source), ==, SK_SOURCE_BUSY);
  rough_server_go_on (fixture->server);
}

static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *url = rough_server_get_url (fixture->server, "feed.json");
  g_autofree char *feed = make_feed ("Tool", 0, 200);
  g_autoptr (SkSyncReport) report = NULL;
  SkSource *source;

  sync_fixture_add (fixture, url);
  source = sync_fixture_source (fixture, url);
  g_signal_connect (source, "notify::bytes-total", G_CALLBACK (on_progress), fixture);

  /* The second half comes only once the first was seen to come. */
  answer_feed (fixture, 200, strlen (feed) / 2);
  report = rough_fixture_sync (fixture);
  assert_report (report, 200, 0, 0, 0);
  g_assert_cmpuint (sk_source_get_bytes_done (source), >, 0);
  g_assert_cmpuint (sk_source_get_bytes_total (source), ==, strlen (feed));
  g_assert_cmpint (sk_source_get_state (source), ==, SK_SOURCE_FRESH);
}

static void
cancel (SkSource   *source,
        GParamSpec *pspec,
        Fixture    *fixture)
{
  g_cancellable_cancel (fixture->cancellable);
}

static void
test_cancelled_in_the_body (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;

  sync_three (fixture);
  answer_feed (fixture, 200, 4000);
  g_signal_connect (find_source (fixture), "notify::bytes-done", G_CALLBACK (cancel), fixture);
  report = rough_fixture_sync (fixture);
  g_assert_error (report->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_three (fixture);

  /* To stop is no failure of the source. */
  g_assert_cmpint (sk_source_get_state (find_source (fixture)), ==, SK_SOURCE_FRESH);
  g_assert_null (sk_source_get_message (find_source (fixture)));
}

static gboolean
cancel_after_request (gpointer data)
{
  Fixture *fixture = data;

  if (rough_server_get_n_requests (fixture->server) < 2)
    return G_SOURCE_CONTINUE;

  g_cancellable_cancel (fixture->cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled_in_a_pause (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (SkSyncReport) report = NULL;
  gint64 start = g_get_monotonic_time ();

  sync_three (fixture);
  fixture->limits.backoff_ms = 600 * 1000;
  fixture->limits.max_backoff_ms = 600 * 1000;
  fixture->limits.total_ms = 3600 * 1000;
  sync_fixture_limit (fixture);
  rough_server_answer (fixture->server, "500 Internal Server Error", "", 0, ROUGH_NOWHERE);
  g_timeout_add (20, cancel_after_request, fixture);
  report = rough_fixture_sync (fixture);
  g_assert_error (report->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
  assert_three (fixture);
}

static void
test_closed_meanwhile (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *url = rough_server_get_url (fixture->server, "feed.json");
  const char * const urls[] = {url, NULL};
  DexFuture *sync;
  g_autoptr (GError) error = NULL;

  answer_feed (fixture, 200, 4000);
  sync = sk_catalogue_sync (fixture->catalogue, urls, NULL);
  while (rough_server_get_n_requests (fixture->server) == 0)
    g_main_context_iteration (NULL, FALSE);

  sync_fixture_close (fixture);
  g_assert_false (dex_future_is_pending (sync));
  dex_unref (sync);
}

#define ADD(path, func) g_test_add ("/sync/faults/" path, Fixture, NULL, rough_fixture_set_up, func, rough_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  dex_init ();

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path =
        g_strconcat ("/sync/faults/the-old-stands-after-", faults[i].name, NULL);

      g_test_add (path, Fixture, &faults[i], rough_fixture_set_up, test_fault, rough_fixture_tear_down);
    }

  ADD ("redirects-without-end-are-left", test_many_redirects);
  ADD ("a-server-that-says-nothing-stalls", test_stalls_at_once);
  ADD ("a-server-that-stops-in-the-middle-stalls", test_stalls_in_the_body);
  ADD ("all-of-it-may-last-only-so-long", test_too_slow);
  ADD ("a-size-is-refused-when-it-is-announced", test_size_announced);
  ADD ("a-size-is-refused-when-it-is-reached", test_size_not_announced);
  ADD ("a-feed-may-have-only-so-many-records", test_record_count);
  ADD ("a-record-may-have-only-so-many-bytes", test_record_size);
  ADD ("gzip-that-is-cut-short-is-left", test_gzip_cut_short);
  ADD ("gzip-that-is-damaged-is-left", test_gzip_damaged);
  ADD ("what-decompresses-without-measure-is-left", test_bomb);
  ADD ("progress-is-told-as-it-comes", test_progress);
  ADD ("a-sync-is-cancelled-while-it-reads", test_cancelled_in_the_body);
  ADD ("a-sync-is-cancelled-while-it-waits", test_cancelled_in_a_pause);
  ADD ("closing-ends-a-sync", test_closed_meanwhile);

  return g_test_run ();
}
