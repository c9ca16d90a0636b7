/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a feed: as we do, record by record, and as json-glib does, the document as a whole. */
#include "bench.h"
#include "feed-maker.h"

#include <stdio.h>

#include "feed/sk-feed-reader.h"
#include "feed/sk-json-normalizer.h"
#include "feed/sk-record-mapper.h"

static gboolean
count (SkResource  *resource,
       guint64      index,
       gpointer     user_data,
       GError     **error)
{
  ++*(guint64 *) user_data;
  return TRUE;
}

static void
read_streaming (guint64  n_records,
                double  *seconds)
{
  static const SkFeedHandler handler = {.resource = count};
  g_autoptr (GInputStream) feed = feed_maker_open_feed (n_records);
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  g_autoptr (SkFeedReader) reader = sk_feed_reader_new (vocabularies);
  g_autoptr (GError) error = NULL;
  g_auto (SkFeedInfo) info = {0};
  guint64 n_resources = 0;

  sk_feed_reader_read (reader, feed, NULL, &handler, &n_resources, &info, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_resources, ==, n_records);
}

static void
read_whole (guint64  n_records,
            double  *seconds)
{
  g_autoptr (GInputStream) feed = feed_maker_open_feed (n_records);
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  const SkRecordMapper mapper = {.vocabularies = vocabularies};
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *items;

  json_parser_load_from_stream (parser, feed, NULL, &error);
  g_assert_no_error (error);
  sk_json_normalize (json_parser_get_root (parser));
  items = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                        "dataFeedElement");
  g_assert_cmpuint (json_array_get_length (items), ==, n_records);

  for (guint i = 0; i < n_records; i++)
    {
      JsonObject *wrapper = json_array_get_object_element (items, i);
      g_autoptr (SkResource) resource = NULL;

      resource = sk_record_mapper_map (&mapper, json_object_get_object_member (wrapper, "item"),
                                       wrapper, NULL);
      g_assert_nonnull (resource);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const BenchTask tasks[] = {{"ours", read_streaming}, {"json-glib", read_whole}, {NULL}};
  BenchCost ours;
  BenchCost theirs;

  if (bench_init (argc, argv, tasks))
    return 0;

  bench_print_head ("Reading a feed");
  ours = bench_run ("ours", 100000);
  bench_print_row ("sidekick, a stream", 100000, ours);
  theirs = bench_run ("json-glib", 100000);
  bench_print_row ("json-glib, the whole", 100000, theirs);
  printf ("%-28s %9s %8.2fx %8.2fx\n", "sidekick to json-glib", "", ours.seconds / theirs.seconds,
          ours.mebibytes / theirs.mebibytes);
  bench_print_row ("sidekick, a stream", 1000000, bench_run ("ours", 1000000));

  return 0;
}
