/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "feed-fixture.h"

#define MIB (1024 * 1024)
#define FEED_HEAD "{\"type\": \"DataFeed\", \"dataFeedElement\": [\n"

static void
make_record (GString *text,
             guint64  nth)
{
  g_string_append_printf (
      text,
      "%s{\"type\": \"DataFeedItem\", \"item\": {\"@context\": "
      "[\"https://w3id.org/kim/amb/context.jsonld\", {\"@language\": \"nl\"}], "
      "\"id\": \"https://example.org/r/%" G_GUINT64_FORMAT "\", \"type\": [\"LearningResource\"], "
      "\"name\": \"Les %" G_GUINT64_FORMAT "\", \"about\": "
      "[{\"id\": \"https://w3id.org/sidekick/theme/privacy\"}], \"inLanguage\": [\"nl\"], "
      "\"typicalAgeRange\": \"8-10\", \"timeRequired\": \"PT50M\", \"keywords\": [\"a\", \"b\"]}}\n",
      nth == 0 ? "" : ",", nth, nth);
}

static void
make_same (GString *text,
           char     byte)
{
  g_string_set_size (text, 64 * 1024);
  memset (text->str, byte, text->len);
}

static void
make_brackets (GString *text,
               guint64  nth)
{
  make_same (text, '[');
}

static void
make_letters (GString *text,
              guint64  nth)
{
  make_same (text, 'a');
}

static void
make_lines (GString *text,
            guint64  nth)
{
  make_same (text, '\n');
}

static GString *
make_one (void)
{
  GString *text = g_string_new (NULL);

  make_record (text, 0);
  return text;
}

/* What the process holds in memory, in bytes. */
static gsize
measure_memory (void)
{
  g_autofree char *statm = NULL;
  g_auto (GStrv) fields = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL));
  fields = g_strsplit (statm, " ", 3);
  return (gsize) g_ascii_strtoull (fields[1], NULL, 10) * 4096;
}

static void
assert_refused (const char  *text,
                gssize       length,
                SkFeedError  code,
                const char  *words)
{
  g_auto (FeedResult) result = {0};

  feed_read_bytes (text, length, &result);
  g_assert_error (result.error, SK_FEED_ERROR, (int) code);
  g_assert_nonnull (strstr (result.error->message, words));
}

static void
assert_stream_refused (GInputStream *stream,
                       SkFeedError   code,
                       const char   *words,
                       gsize         max_growth)
{
  g_autoptr (GInputStream) held = stream;
  g_auto (FeedResult) result = {0};
  gsize before = measure_memory ();

  feed_read_stream (held, NULL, NULL, &result);
  g_assert_error (result.error, SK_FEED_ERROR, (int) code);
  g_assert_nonnull (strstr (result.error->message, words));
  g_assert_cmpuint (measure_memory (), <, before + max_growth);
}

static void
test_empty (void)
{
  assert_refused ("", 0, SK_FEED_ERROR_EMPTY, "empty");
  assert_refused (" \n\t\r\n", -1, SK_FEED_ERROR_EMPTY, "empty");
  assert_refused ("\xef\xbb\xbf", 3, SK_FEED_ERROR_EMPTY, "empty");
}

static void
test_truncated (void)
{
  g_autoptr (GString) record = make_one ();
  g_autofree char *feed = g_strconcat (FEED_HEAD, record->str, "]}", NULL);
  gsize length = strlen (feed);

  /* Wherever it is cut, but for the space at its end. */
  for (gsize cut = 1; cut < length; cut++)
    assert_refused (feed, (gssize) cut, SK_FEED_ERROR_SYNTAX, "stops in the middle");
}

static void
test_truncated_lines (void)
{
  assert_refused ("{\"id\": \"urn:a\", \"name\": \"a\"}\n{\"id\": \"urn:b\", \"na", -1,
                  SK_FEED_ERROR_SYNTAX, "stops in the middle (line 2)");
}

static void
test_binary (void)
{
  static const char zip[] = "PK\x03\x04\x14\x00\x00\x00\x08\x00";
  static const char noise[] = "\x00\xff\x12\x9c\x00\x00\xd8\xff";

  assert_refused ("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", -1, SK_FEED_ERROR_NOT_A_FEED, "PDF");
  assert_refused (zip, sizeof zip - 1, SK_FEED_ERROR_NOT_A_FEED, "ZIP");
  assert_refused (noise, sizeof noise - 1, SK_FEED_ERROR_NOT_A_FEED, "binary");
}

static void
test_utf_16 (void)
{
  static const char marked[] = "\xff\xfe{\0}\0";
  static const char bare[] = "{\0\"\0a\0";

  assert_refused (marked, sizeof marked - 1, SK_FEED_ERROR_SYNTAX, "UTF-16");
  assert_refused (bare, sizeof bare - 1, SK_FEED_ERROR_SYNTAX, "UTF-16");
}

static void
test_byte_order_mark (void)
{
  g_autoptr (GString) record = make_one ();
  g_autofree char *feed = g_strconcat ("\xef\xbb\xbf", FEED_HEAD, record->str, "]}", NULL);
  g_auto (FeedResult) result = {0};

  feed_read_bytes (feed, -1, &result);
  g_assert_no_error (result.error);
  g_assert_cmpuint (result.resources->len, ==, 1);
}

static void
test_gibibyte_of_brackets (void)
{
  assert_stream_refused (feed_endless_new ("", make_brackets, 16 * 1024, ""), SK_FEED_ERROR_TOO_DEEP,
                         "nested deeper", 16 * MIB);
}

static void
test_gibibyte_of_spaces (void)
{
  assert_stream_refused (feed_endless_new ("{", make_lines, 16 * 1024, ""), SK_FEED_ERROR_SYNTAX,
                         "stops in the middle", 16 * MIB);
}

static void
test_deep_record (void)
{
  g_autofree char *open = g_strnfill (10000, '[');
  g_autofree char *shut = g_strnfill (10000, ']');
  g_autofree char *feed = g_strconcat (FEED_HEAD "{\"id\": ", open, shut, "}]}", NULL);
  g_autofree char *page = g_strconcat ("<html><script type=\"application/ld+json\">", open, shut,
                                       "</script></html>", NULL);

  assert_refused (feed, -1, SK_FEED_ERROR_TOO_DEEP, "64 levels");
  assert_refused (page, -1, SK_FEED_ERROR_NOT_A_FEED, "web page");
}

static void
test_huge_record (void)
{
  assert_stream_refused (
      feed_endless_new (FEED_HEAD "{\"name\": \"", make_letters, 100 * 16, "\"}]}"),
      SK_FEED_ERROR_TOO_LARGE, "(line 2)", 48 * MIB);
}

static void
test_huge_document (void)
{
  SkFeedLimits limits = sk_feed_limits_default;
  g_autoptr (GInputStream) stream = feed_endless_new (FEED_HEAD, make_record, 100000, "]}");
  g_auto (FeedResult) result = {0};

  limits.max_bytes = MIB;
  feed_read_stream (stream, NULL, &limits, &result);
  g_assert_error (result.error, SK_FEED_ERROR, SK_FEED_ERROR_TOO_LARGE);
}

static void
test_too_many_records (void)
{
  SkFeedLimits limits = sk_feed_limits_default;
  g_autoptr (GInputStream) stream = feed_endless_new (FEED_HEAD, make_record, 11, "]}");
  g_auto (FeedResult) result = {0};

  limits.max_records = 10;
  feed_read_stream (stream, NULL, &limits, &result);
  g_assert_error (result.error, SK_FEED_ERROR, SK_FEED_ERROR_TOO_LARGE);
  g_assert_cmpuint (result.resources->len, ==, 10);
}

static void
test_broken_record (void)
{
  static const char feed[] = FEED_HEAD
      "{\"id\": \"urn:a\", \"name\": \"a\"},\n"
      "{\"id\": \"urn:b\",\n \"name\" \"b\"},\n"
      "{\"id\": \"urn:c\", \"name\": \"c\"}]}";
  g_auto (FeedResult) result = {0};

  feed_read_bytes (feed, -1, &result);
  g_assert_no_error (result.error);
  g_assert_cmpuint (result.resources->len, ==, 2);
  g_assert_cmpuint (result.problems->len, ==, 1);
  feed_assert_problem (&result, 0, 1, "syntax", NULL);
  g_assert_nonnull (strstr (sk_feed_problem_get_message (result.problems->pdata[0]), "line 4"));
  g_assert_cmpuint (sk_feed_problem_get_line (result.problems->pdata[0]), ==, 3);
  g_assert_cmpuint (sk_feed_problem_get_column (result.problems->pdata[0]), ==, 1);
}

static void
test_broken_structure (void)
{
  assert_refused (FEED_HEAD "{\"id\": [1}, {\"id\": 2]}]}", -1, SK_FEED_ERROR_SYNTAX, "line 2");
  assert_refused (FEED_HEAD "{} {}]}", -1, SK_FEED_ERROR_SYNTAX, "line 2, column 4");
  assert_refused ("[{}] []", -1, SK_FEED_ERROR_SYNTAX, "column 6");
}

static void
test_bytes_in_a_record (void)
{
  static const char feed[] = FEED_HEAD
      "{\"id\": \"urn:a\", \"name\": \"a\xffz\"},"
      "{\"id\": \"urn:b\", \"name\": \"b\0z\"},"
      "{\"id\": \"urn:c\", \"name\": \"c\"}]}";
  g_auto (FeedResult) result = {0};

  feed_read_bytes (feed, sizeof feed - 1, &result);
  g_assert_no_error (result.error);
  g_assert_cmpuint (result.resources->len, ==, 1);
  feed_assert_problem (&result, 0, 0, "syntax", NULL);
  g_assert_nonnull (strstr (sk_feed_problem_get_message (result.problems->pdata[0]), "UTF-8"));
  feed_assert_problem (&result, 1, 1, "syntax", NULL);
  g_assert_nonnull (strstr (sk_feed_problem_get_message (result.problems->pdata[1]), "NUL"));
}

static void
test_nul_in_a_text (void)
{
  static const char feed[] = FEED_HEAD "{\"id\": \"urn:a\", \"name\": \"a\\u0000z\"},"
                                       "{\"id\": \"urn:b\", \"name\": \"b\\\\u0000\\\\\"}]}";
  g_auto (FeedResult) result = {0};

  feed_read_bytes (feed, sizeof feed - 1, &result);
  g_assert_no_error (result.error);
  feed_assert_problem (&result, 0, 0, "syntax", NULL);
  g_assert_nonnull (strstr (sk_feed_problem_get_message (result.problems->pdata[0]), "NUL"));
  g_assert_cmpuint (result.resources->len, ==, 1);
  g_assert_cmpstr (sk_resource_pick_name (feed_get_resource (&result, 0), NULL, NULL), ==,
                   "b\\u0000\\");
}

static void
test_nul_between_records (void)
{
  static const char feed[] = FEED_HEAD "{\"id\": \"urn:a\", \"name\": \"a\"}\0\0\0\0\0\0";

  assert_refused (feed, sizeof feed - 1, SK_FEED_ERROR_SYNTAX, "NUL");
}

static void
test_control_characters (void)
{
  static const char feed[] = FEED_HEAD
      "{\"id\": \"urn:a\", \"name\": \"a\\u0007 \\u001b[31mz\\n\"}]}";
  g_auto (FeedResult) result = {0};

  feed_read_bytes (feed, -1, &result);
  g_assert_cmpstr (sk_resource_pick_name (feed_get_resource (&result, 0), NULL, NULL), ==, "a [31mz");
}

static void
test_web_page (void)
{
  assert_refused ("\n<!DOCTYPE html><html><title>Sign in</title></html>", -1,
                  SK_FEED_ERROR_NOT_A_FEED, "log in, in a web browser");
  assert_refused ("<html><script type=\"application/ld+json\">{\"@type\": \"WebPage\", "
                  "\"@id\": \"https://example.org\", \"name\": \"x\"}</script></html>", -1,
                  SK_FEED_ERROR_NOT_A_FEED, "web page");
}

static void
test_other_json (void)
{
  assert_refused ("{\"error\": \"not found\"}", -1, SK_FEED_ERROR_NOT_A_FEED, "not a catalogue");
  assert_refused ("[1, 2, 3]", -1, SK_FEED_ERROR_NOT_A_FEED, "None of its records");
  assert_refused ("{\"type\": \"ConceptScheme\", \"id\": \"urn:x\", \"name\": \"x\"}", -1,
                  SK_FEED_ERROR_NOT_A_FEED, "not a catalogue");
  assert_refused ("{\"@type\": \"BreadcrumbList\", \"itemListElement\": [{\"item\": {\"@id\": "
                  "\"urn:x\", \"name\": \"x\"}}]}", -1, SK_FEED_ERROR_NOT_A_FEED, "not a catalogue");
  assert_refused ("hello", -1, SK_FEED_ERROR_NOT_A_FEED, "plain text");
}

static void
test_other_dialects (void)
{
  static const char * const cases[][2] = {
    {"{\"version\": \"http://jsonfeed.org/version/1\", \"items\": []}", "JSON Feed"},
    {"{\"metadata\": {}, \"links\": [], \"publications\": []}", "OPDS"},
    {"{\"hits\": {\"hits\": [{\"_source\": {\"@context\": []}}]}}", "OERSI"},
    {"{\"hits\": {\"hits\": [{\"_source\": {\"properties\": {}}}]}}", "edu-sharing"},
    {"{\"hits\": {\"hits\": [{\"metadata\": {}}]}}", "Zenodo"},
    {"{\"nodes\": [{\"properties\": {}}]}", "edu-sharing"},
    {"{\"data\": [{\"id\": \"1\", \"attributes\": {}}]}", "MOOChub"},
    {"{\"results\": [], \"more\": null}", "Kolibri"},
    {"[{\"content_id\": \"1\"}]", "Kolibri"},
    {"{\"contentTypes\": []}", "H5P"},
    {"<?xml version=\"1.0\"?><rss></rss>", "RSS"},
    {"<?xml version=\"1.0\"?><lom></lom>", "XML"},
    {"A;B;C\n1;2;3\n", "CSV"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i][0], -1, SK_FEED_ERROR_DIALECT, cases[i][1]);
}

static gboolean
refuse_third (SkResource  *resource,
              guint64      index,
              gpointer     user_data,
              GError     **error)
{
  if (index < 2)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_handler_that_stops (void)
{
  const SkFeedHandler handler = {.resource = refuse_third};
  g_autoptr (SkFeedReader) reader = feed_reader_new ();
  g_autoptr (GInputStream) stream = feed_endless_new (FEED_HEAD, make_record, 10, "]}");
  g_autoptr (GError) error = NULL;
  g_auto (SkFeedInfo) info = {0};

  g_assert_false (sk_feed_reader_read (reader, stream, NULL, &handler, NULL, &info, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_cancelled (void)
{
  const SkFeedHandler handler = {NULL};
  g_autoptr (SkFeedReader) reader = feed_reader_new ();
  g_autoptr (GInputStream) stream = feed_endless_new (FEED_HEAD, make_record, 10, "]}");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (SkFeedInfo) info = {0};

  g_cancellable_cancel (cancellable);
  g_assert_false (
      sk_feed_reader_read (reader, stream, NULL, &handler, NULL, &info, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Reads that many records and tells how much the memory grew. */
static gsize
grow (guint64 n_records)
{
  const SkFeedHandler handler = {NULL};
  g_autoptr (SkFeedReader) reader = feed_reader_new ();
  g_autoptr (GInputStream) stream = feed_endless_new (FEED_HEAD, make_record, n_records, "]}");
  g_autoptr (GError) error = NULL;
  g_auto (SkFeedInfo) info = {0};
  gsize before = measure_memory ();
  gint64 start = g_get_monotonic_time ();
  gsize after;

  g_assert_true (sk_feed_reader_read (reader, stream, NULL, &handler, NULL, &info, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (info.n_records, ==, n_records);
  after = measure_memory ();
  g_test_message ("%" G_GUINT64_FORMAT " records in %" G_GINT64_FORMAT " ms", n_records,
                  (g_get_monotonic_time () - start) / 1000);

  return after > before ? after - before : 0;
}

static void
test_bounded_memory (void)
{
  gsize few;
  gsize many;

  grow (1000);
  few = grow (5000);
  many = grow (50000);
  g_test_message ("grew by %zu and %zu bytes", few, many);
  /* The ids' hashes, with room to spare; the records themselves are 18 MB. */
  g_assert_cmpuint (many, <, few + 50000 * 64);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/bad-input/empty", test_empty);
  g_test_add_func ("/feed/bad-input/truncated-anywhere", test_truncated);
  g_test_add_func ("/feed/bad-input/truncated-lines", test_truncated_lines);
  g_test_add_func ("/feed/bad-input/binary-is-named", test_binary);
  g_test_add_func ("/feed/bad-input/utf-16-is-named", test_utf_16);
  g_test_add_func ("/feed/bad-input/a-byte-order-mark-is-no-fault", test_byte_order_mark);
  g_test_add_func ("/feed/bad-input/a-gibibyte-of-brackets", test_gibibyte_of_brackets);
  g_test_add_func ("/feed/bad-input/a-gibibyte-of-blank-lines", test_gibibyte_of_spaces);
  g_test_add_func ("/feed/bad-input/nested-ten-thousand-deep", test_deep_record);
  g_test_add_func ("/feed/bad-input/a-record-of-100-mebibytes", test_huge_record);
  g_test_add_func ("/feed/bad-input/a-document-beyond-the-limit", test_huge_document);
  g_test_add_func ("/feed/bad-input/more-records-than-the-limit", test_too_many_records);
  g_test_add_func ("/feed/bad-input/a-broken-record-is-skipped", test_broken_record);
  g_test_add_func ("/feed/bad-input/a-broken-structure-is-not-read", test_broken_structure);
  g_test_add_func ("/feed/bad-input/bad-bytes-in-a-record-cost-that-record", test_bytes_in_a_record);
  g_test_add_func ("/feed/bad-input/a-nul-in-a-text-costs-that-record", test_nul_in_a_text);
  g_test_add_func ("/feed/bad-input/nul-between-records", test_nul_between_records);
  g_test_add_func ("/feed/bad-input/control-characters-are-taken-out", test_control_characters);
  g_test_add_func ("/feed/bad-input/a-login-page-is-called-one", test_web_page);
  g_test_add_func ("/feed/bad-input/json-of-another-kind", test_other_json);
  g_test_add_func ("/feed/bad-input/other-dialects-are-named", test_other_dialects);
  g_test_add_func ("/feed/bad-input/a-handler-can-stop-the-read", test_handler_that_stops);
  g_test_add_func ("/feed/bad-input/a-read-can-be-cancelled", test_cancelled);
  g_test_add_func ("/feed/bad-input/memory-does-not-grow-with-the-feed", test_bounded_memory);

  return g_test_run ();
}
