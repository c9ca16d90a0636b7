/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "feed-fixture.h"
#include "feed/sk-feed-writer.h"

#define FEED_URL "https://example.org/feed.json"

static void
assert_same_texts (const char * const *a,
                   const char * const *b)
{
  guint length = a != NULL ? g_strv_length ((char **) a) : 0;

  g_assert_cmpuint (length, ==, b != NULL ? g_strv_length ((char **) b) : 0);
  for (guint i = 0; i < length; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
}

static void
assert_same_concepts (SkResource *a,
                      SkResource *b,
                      SkFacet     facet)
{
  GPtrArray *left = sk_resource_get_concepts (a, facet);
  GPtrArray *right = sk_resource_get_concepts (b, facet);
  guint length = left != NULL ? left->len : 0;

  g_assert_cmpuint (length, ==, right != NULL ? right->len : 0);
  for (guint i = 0; i < length; i++)
    {
      SkConcept *one = g_ptr_array_index (left, i);
      SkConcept *other = g_ptr_array_index (right, i);

      g_assert_cmpstr (sk_concept_get_id (one), ==, sk_concept_get_id (other));
      g_assert_cmpstr (sk_concept_get_notation (one), ==, sk_concept_get_notation (other));
      g_assert_true (
          sk_lang_string_equal (sk_concept_get_label (one), sk_concept_get_label (other)));
    }
}

static void
assert_same_attachments (SkResource *a,
                         SkResource *b)
{
  GPtrArray *left = sk_resource_get_attachments (a);
  GPtrArray *right = sk_resource_get_attachments (b);
  guint length = left != NULL ? left->len : 0;

  g_assert_cmpuint (length, ==, right != NULL ? right->len : 0);
  for (guint i = 0; i < length; i++)
    {
      SkAttachment *one = g_ptr_array_index (left, i);
      SkAttachment *other = g_ptr_array_index (right, i);

      g_assert_cmpstr (sk_attachment_get_url (one), ==, sk_attachment_get_url (other));
      g_assert_cmpstr (sk_attachment_get_name (one), ==, sk_attachment_get_name (other));
      g_assert_cmpstr (sk_attachment_get_media_type (one), ==, sk_attachment_get_media_type (other));
      g_assert_cmpstr (sk_attachment_get_sha256 (one), ==, sk_attachment_get_sha256 (other));
      g_assert_cmpint (sk_attachment_get_size (one), ==, sk_attachment_get_size (other));
    }
}

static void
assert_same_questions (SkResource *a,
                       SkResource *b)
{
  GPtrArray *left = sk_resource_get_talk_questions (a);
  GPtrArray *right = sk_resource_get_talk_questions (b);
  guint length = left != NULL ? left->len : 0;

  g_assert_cmpuint (length, ==, right != NULL ? right->len : 0);
  for (guint i = 0; i < length; i++)
    g_assert_true (sk_lang_string_equal (left->pdata[i], right->pdata[i]));
}

static void
assert_same_numbers (SkResource *a,
                     SkResource *b)
{
  SkAgeRange left = {0, 0};
  SkAgeRange right = {0, 0};

  g_assert_cmpint (sk_resource_get_ages (a, &left), ==, sk_resource_get_ages (b, &right));
  g_assert_cmpuint (left.min, ==, right.min);
  g_assert_cmpuint (left.max, ==, right.max);
  g_assert_cmpint (sk_resource_get_ages_estimated (a), ==, sk_resource_get_ages_estimated (b));
  g_assert_cmpuint (sk_resource_get_minutes (a), ==, sk_resource_get_minutes (b));
  g_assert_cmpuint (sk_resource_get_minutes_min (a), ==, sk_resource_get_minutes_min (b));
  g_assert_cmpint (sk_resource_get_skippable (a), ==, sk_resource_get_skippable (b));
  g_assert_cmpuint (sk_resource_get_group_min (a), ==, sk_resource_get_group_min (b));
  g_assert_cmpuint (sk_resource_get_group_max (a), ==, sk_resource_get_group_max (b));
  g_assert_cmpint (sk_resource_get_sensitive (a), ==, sk_resource_get_sensitive (b));
  g_assert_cmpint (sk_resource_get_free (a), ==, sk_resource_get_free (b));
}

static void
assert_same (SkResource *a,
             SkResource *b)
{
  static const char *(*const texts[]) (SkResource *) = {
    sk_resource_get_id,        sk_resource_get_publisher_url, sk_resource_get_license,
    sk_resource_get_url,       sk_resource_get_image,         sk_resource_get_modified,
    sk_resource_get_published, sk_resource_get_seen,          sk_resource_get_source_page,
    sk_resource_get_translation_of,
  };
  static const char *const *(*const lists[]) (SkResource *) = {
    sk_resource_get_languages, sk_resource_get_keywords,     sk_resource_get_needs,
    sk_resource_get_publishers, sk_resource_get_translations,
  };
  static const SkFacet facets[] = {SK_FACET_THEME, SK_FACET_FORMAT, SK_FACET_AUDIENCE,
                                   SK_FACET_SETTING};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (texts[i](a), ==, texts[i](b));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    assert_same_texts (lists[i](a), lists[i](b));
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    assert_same_concepts (a, b, facets[i]);

  g_assert_true (sk_lang_string_equal (sk_resource_get_name (a), sk_resource_get_name (b)));
  g_assert_true (
      sk_lang_string_equal (sk_resource_get_description (a), sk_resource_get_description (b)));
  assert_same_attachments (a, b);
  assert_same_questions (a, b);
  assert_same_numbers (a, b);
}

/* Writes each, reads it back, and writes that. */
static void
assert_written_and_read (FeedResult *result)
{
  g_autoptr (SkFeedReader) reader = feed_reader_new ();

  g_assert_no_error (result->error);
  for (guint i = 0; i < result->resources->len; i++)
    {
      g_autofree char *written = sk_feed_writer_write_record (result->resources->pdata[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (SkResource) read
          = sk_feed_reader_read_record (reader, written, -1, FEED_URL, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      assert_same (result->resources->pdata[i], read);
      g_assert_cmpstr (sk_resource_get_source (read), ==, FEED_URL);
      again = sk_feed_writer_write_record (read);
      g_assert_cmpstr (again, ==, written);
      g_assert_null (strchr (written, '\n'));
    }
}

static void
test_starter (void)
{
  g_autoptr (GBytes) starter = NULL;
  g_auto (FeedResult) result = {0};
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  path = g_build_filename (g_getenv ("SK_SOURCE_ROOT"), "data", "catalogue", "starter.json", NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  feed_read_bytes (text, -1, &result);
  g_assert_cmpuint (result.resources->len, ==, 493);
  g_assert_cmpuint (result.problems->len, ==, 0);
  assert_written_and_read (&result);
}

static void
test_folder (gconstpointer folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpora", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_written = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      g_auto (FeedResult) result = {0};

      g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
      feed_read_bytes (text, -1, &result);
      assert_written_and_read (&result);
      n_written += result.resources->len;
    }

  g_assert_cmpuint (n_written, >=, 15);
}

static void
test_awkward_texts (void)
{
  static const char json[] =
      "{\"@context\": \"https://schema.org\", \"@type\": \"Course\", \"@id\": \"urn:x\","
      " \"name\": {\"@none\": \"R&amp;amp;D \\\"quoted\\\" \\\\ slash\", \"nl\": \"<b>vet</b>\"},"
      " \"description\": \"<p>Write &amp;lt;p&amp;gt;</p><p>\xf0\x9f\x99\x82</p>\","
      " \"keywords\": [\"a, b\", \"c;d\"], \"about\": [\"Own theme\", {\"@id\": \"urn:theme\"}],"
      " \"publisher\": \"https://example.org/\"}";
  g_auto (FeedResult) result = {0};

  feed_read_bytes (json, -1, &result);
  g_assert_cmpuint (result.resources->len, ==, 1);
  g_assert_cmpstr (sk_lang_string_find (sk_resource_get_name (result.resources->pdata[0]), "nl"), ==,
                   "<b>vet</b>");
  g_assert_cmpstr (sk_resource_pick_description (result.resources->pdata[0], NULL, NULL), ==,
                   "Write &lt;p&gt;\n\n\xf0\x9f\x99\x82");
  assert_written_and_read (&result);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/writer/every-starter-record-reads-back-equal", test_starter);
  g_test_add_data_func ("/feed/writer/every-shape-reads-back-equal", "shapes", test_folder);
  g_test_add_data_func ("/feed/writer/every-valid-example-reads-back-equal", "feed/valid", test_folder);
  g_test_add_func ("/feed/writer/awkward-texts-read-back-equal", test_awkward_texts);

  return g_test_run ();
}
