/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of tools and events that stand in a feed beside its records. */

#include "feed-fixture.h"
#include "feed/sk-feed-writer.h"

#define TOOL                                                                                       \
  "{\"id\": \"https://example.org/t/1\", \"type\": \"LearningResource\", \"name\": \"One\"}"

static void
read_elements (const char *elements,
               FeedResult *result)
{
  g_autofree char *feed = NULL;

  feed = g_strdup_printf ("{\"@context\": [{\"@language\": \"nl\"}], \"type\": \"DataFeed\","
                          " \"dataFeedElement\": [" TOOL ", %s]}",
                          elements);
  feed_read_bytes (feed, -1, result);
  g_assert_no_error (result->error);
}

static void
assert_members (SkCollection *collection,
                const char   *expected)
{
  g_autofree char *members = g_strjoinv (" ", (GStrv) sk_collection_get_members (collection));

  g_assert_cmpstr (members, ==, expected);
}

static void
test_list (void)
{
  const char * const french[] = {"fr", NULL};
  g_auto (FeedResult) result = {NULL};
  SkCollection *collection;
  const char *language;

  read_elements ("{\"type\": \"DataFeedItem\", \"item\": {\"type\": \"ItemList\","
                 " \"id\": \"https://example.org/l\","
                 " \"name\": {\"nl\": \"Om te beginnen\", \"fr\": \"Pour commencer\"},"
                 " \"description\": \"<p>Korte.</p>\","
                 " \"itemListElement\": [\"urn:a\", {\"@id\": \"urn:b\"}, \"urn:a\", 7,"
                 "  {\"type\": \"ListItem\", \"position\": 3, \"item\": {\"id\": \"urn:c\"}},"
                 "  {\"type\": \"ListItem\", \"url\": \"https://example.org/d\"}]}}",
                 &result);

  g_assert_cmpuint (result.resources->len, ==, 1);
  g_assert_cmpuint (result.problems->len, ==, 0);
  g_assert_cmpuint (result.info.n_curated, ==, 1);
  g_assert_cmpuint (result.curated->len, ==, 1);

  collection = g_ptr_array_index (result.curated, 0);
  g_assert_cmpstr (sk_collection_get_id (collection), ==, "https://example.org/l");
  g_assert_cmpstr (sk_collection_pick_name (collection, french, NULL), ==, "Pour commencer");
  g_assert_cmpstr (sk_collection_pick_description (collection, french, &language), ==, "Korte.");
  g_assert_cmpstr (language, ==, "nl");
  assert_members (collection, "urn:a urn:b urn:c https://example.org/d");
}

static void
test_collection (void)
{
  g_auto (FeedResult) result = {NULL};

  read_elements ("{\"type\": \"Collection\", \"id\": \"urn:l\", \"name\": \"Reeks\","
                 " \"hasPart\": [{\"id\": \"urn:a\", \"type\": \"LearningResource\"}]},"
                 "{\"type\": [\"LearningResource\", \"Collection\"], \"id\": \"urn:t\","
                 " \"name\": \"Koffer\", \"hasPart\": [{\"id\": \"urn:b\"}]}",
                 &result);

  g_assert_cmpuint (result.curated->len, ==, 1);
  assert_members (g_ptr_array_index (result.curated, 0), "urn:a");
  g_assert_cmpstr (sk_resource_get_id (feed_get_resource (&result, 1)), ==, "urn:t");
}

static void
test_event (void)
{
  g_auto (FeedResult) result = {NULL};
  SkEvent *event;

  read_elements ("{\"type\": \"Event\", \"id\": \"urn:e\", \"name\": \"De dag\","
                 " \"startDate\": \"2027-02-09T09:00:00+01:00\"}",
                 &result);

  event = g_ptr_array_index (result.curated, 0);
  g_assert_true (SK_IS_EVENT (event));
  g_assert_cmpstr (sk_event_get_date (event), ==, "2027-02-09");
  g_assert_cmpstr (sk_event_pick_name (event, NULL, NULL), ==, "De dag");
}

static void
test_withdrawn (void)
{
  g_auto (FeedResult) result = {NULL};

  read_elements ("{\"type\": \"DataFeedItem\", \"dateDeleted\": \"2026-01-01\", \"item\":"
                 " {\"type\": \"ItemList\", \"id\": \"urn:l\"}}",
                 &result);

  g_assert_cmpuint (result.curated->len, ==, 0);
  g_assert_cmpstr (g_ptr_array_index (result.withdrawn, 0), ==, "urn:l");
}

typedef struct
{
  const char *name;
  const char *element;
  const char *code;
  const char *path;
} Refusal;

static const Refusal refusals[] = {
  {"without-an-id", "{\"type\": \"ItemList\", \"name\": \"L\", \"itemListElement\": [\"urn:a\"]}",
   "missing-id", "id"},
  {"without-a-name",
   "{\"type\": \"ItemList\", \"id\": \"urn:l\", \"itemListElement\": [\"urn:a\"]}", "missing-name",
   "name"},
  {"of-nothing", "{\"type\": \"ItemList\", \"id\": \"urn:l\", \"name\": \"L\"}", "missing-members",
   "itemListElement"},
  {"of-what-is-no-id",
   "{\"type\": \"ItemList\", \"id\": \"urn:l\", \"name\": \"L\", \"itemListElement\": [1, {}]}",
   "missing-members", "itemListElement"},
  {"with-the-id-of-a-tool",
   "{\"type\": \"ItemList\", \"id\": \"https://example.org/t/1\", \"name\": \"L\","
   " \"itemListElement\": [\"urn:a\"]}",
   "duplicate-id", "id"},
  {"without-a-day", "{\"type\": \"Event\", \"id\": \"urn:e\", \"name\": \"E\"}", "missing-field",
   "startDate"},
  {"on-no-day",
   "{\"type\": \"Event\", \"id\": \"urn:e\", \"name\": \"E\", \"startDate\": \"soon\"}", "bad-date",
   "startDate"},
};

static void
check_refusal (gconstpointer data)
{
  const Refusal *expected = data;
  g_auto (FeedResult) result = {NULL};

  read_elements (expected->element, &result);
  g_assert_cmpuint (result.curated->len, ==, 0);
  g_assert_cmpuint (result.resources->len, ==, 1);
  g_assert_cmpuint (result.problems->len, ==, 1);
  feed_assert_problem (&result, 0, 1, expected->code, expected->path);
}

static char *
make_list (guint nth,
           guint n_members,
           gsize member_length)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *filling = g_strnfill (member_length, 'x');

  g_string_printf (list,
                   "{\"type\": \"ItemList\", \"id\": \"urn:l:%u\", \"name\": \"L\","
                   " \"itemListElement\": [",
                   nth);
  for (guint i = 0; i < n_members; i++)
    g_string_append_printf (list, "%s\"urn:%u:%s\"", i > 0 ? "," : "", i, filling);
  g_string_append (list, "]}");
  return g_string_free_and_steal (g_steal_pointer (&list));
}

static void
test_bounded (void)
{
  g_autofree char *many = make_list (0, 1001, 1);
  g_autofree char *long_ids = make_list (1, 600, 600);
  g_autoptr (GString) lists = g_string_new (many);
  g_auto (FeedResult) first = {NULL};
  g_auto (FeedResult) all = {NULL};
  g_auto (FeedResult) large = {NULL};

  read_elements (many, &first);
  g_assert_cmpuint (g_strv_length (
                      (GStrv) sk_collection_get_members (g_ptr_array_index (first.curated, 0))),
                    ==, 1000);

  for (guint i = 2; i < 202; i++)
    {
      g_autofree char *list = make_list (i, 1, 1);

      g_string_append_printf (lists, ",%s", list);
    }
  read_elements (lists->str, &all);
  g_assert_cmpuint (all.curated->len, ==, 200);
  feed_assert_problem (&all, 0, 201, "too-many", NULL);

  read_elements (long_ids, &large);
  feed_assert_problem (&large, 0, 1, "too-large", "itemListElement");
}

/* A list of whole records is a feed, as it was before lists of ids were read. */
static void
test_list_of_records (void)
{
  g_auto (FeedResult) result = {NULL};

  feed_read_bytes (
    "{\"@context\": \"https://schema.org\", \"type\": \"ItemList\", \"name\": \"All\","
    " \"itemListElement\": [{\"type\": \"ListItem\", \"item\": " TOOL "}]}",
    -1, &result);

  g_assert_cmpstr (result.info.dialect, ==, "item-list");
  g_assert_cmpstr (sk_resource_get_id (feed_get_resource (&result, 0)), ==,
                   "https://example.org/t/1");
  g_assert_cmpuint (result.curated->len, ==, 0);
}

static GObject *
write_and_read (GObject *thing)
{
  g_autoptr (SkFeedReader) reader = feed_reader_new ();
  g_autofree char *json = sk_feed_writer_write_curated (thing);
  g_autoptr (GError) error = NULL;
  GObject *read = sk_feed_reader_read_curated (reader, json, -1, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = sk_feed_writer_write_curated (read);
  g_assert_cmpstr (again, ==, json);
  return read;
}

static void
test_written (void)
{
  const char * const members[] = {"urn:a", "urn:b", NULL};
  g_autoptr (SkLangString) name = sk_lang_string_new ();
  g_autoptr (SkCollection) collection = NULL;
  g_autoptr (SkEvent) event = NULL;
  g_autoptr (GObject) list = NULL;
  g_autoptr (GObject) day = NULL;

  sk_lang_string_add (name, "fr", "R&amp;D « ensemble »");
  sk_lang_string_add (name, "", "?");
  collection = sk_collection_new ("urn:l", name, name, members);
  event = sk_event_new ("urn:e", name, "2027-02-09");

  list = write_and_read (G_OBJECT (collection));
  assert_members (SK_COLLECTION (list), "urn:a urn:b");
  g_assert_true (sk_lang_string_equal (sk_collection_get_name (SK_COLLECTION (list)), name));
  g_assert_true (sk_lang_string_equal (sk_collection_get_description (SK_COLLECTION (list)), name));

  day = write_and_read (G_OBJECT (event));
  g_assert_cmpstr (sk_event_get_date (SK_EVENT (day)), ==, "2027-02-09");
  g_assert_true (sk_lang_string_equal (sk_event_get_name (SK_EVENT (day)), name));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/curated/reads-a-list-of-tools", test_list);
  g_test_add_func ("/feed/curated/reads-a-collection-unless-it-is-a-tool", test_collection);
  g_test_add_func ("/feed/curated/reads-an-event", test_event);
  g_test_add_func ("/feed/curated/knows-what-is-withdrawn", test_withdrawn);
  g_test_add_func ("/feed/curated/keeps-within-bounds", test_bounded);
  g_test_add_func ("/feed/curated/leaves-a-list-of-records-a-feed", test_list_of_records);
  g_test_add_func ("/feed/curated/reads-what-it-writes", test_written);

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/curated/refuses-one-", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], check_refusal);
    }

  return g_test_run ();
}
