/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "feed-fixture.h"

/* What the documents of one folder of real records are to give, all together. */
typedef struct
{
  const char *folder;
  guint n_documents;
  guint n_resources;
  guint n_withdrawn;
  guint n_refused;            /* records named and skipped */
  guint n_broken;             /* documents that are not correct JSON */
  guint n_other_dialects;     /* documents of a dialect that is named, and not read */
  guint n_no_feeds;           /* documents that are something else */
} Expected;

static const Expected all_expected[] = {
  {"native-example", 2, 2, 1, 0, 0, 0, 0},
  {"amb/20231019-examples/valid", 33, 33, 0, 0, 0, 0, 0},
  {"amb/20231019-examples/invalid", 35, 35, 0, 0, 0, 0, 0},
  {"schemaorg", 83, 12, 0, 42, 0, 0, 43},
  {"lrmi", 12, 4, 0, 0, 0, 0, 8},
  {"bioschemas", 11, 6, 0, 0, 4, 0, 1},
  {"opds2", 3, 0, 0, 0, 0, 3, 0},
  {"kolibri", 12, 0, 0, 0, 0, 12, 0},
  {"edu-sharing", 9, 0, 0, 0, 0, 8, 1},
  {"moochub", 2, 0, 0, 0, 1, 0, 1},
  {"oercommons", 1, 0, 0, 0, 0, 1, 0},
};

static void
count_document (const char *path,
                Expected   *found)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_auto (FeedResult) result = {0};

  g_assert_nonnull (stream);
  feed_read_stream (G_INPUT_STREAM (stream), NULL, NULL, &result);
  found->n_documents++;

  if (result.error == NULL)
    {
      found->n_resources += result.resources->len;
      found->n_withdrawn += result.withdrawn->len;
      found->n_refused += result.problems->len;
      return;
    }

  g_assert_cmpstr (result.error->message, !=, "");
  g_assert_cmpint ((int) result.error->domain, ==, (int) SK_FEED_ERROR);
  if (result.error->code == SK_FEED_ERROR_SYNTAX)
    found->n_broken++;
  else if (result.error->code == SK_FEED_ERROR_DIALECT)
    found->n_other_dialects++;
  else
    found->n_no_feeds++;
}

static void
count_folder (const char *path,
              Expected   *found)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        count_folder (file, found);
      else if (!g_str_has_suffix (name, ".minisig") && !g_str_has_suffix (name, ".pub"))
        count_document (file, found);
    }
}

static void
test_folder (gconstpointer user_data)
{
  const Expected *expected = user_data;
  g_autofree char *path = g_build_filename (g_getenv ("SK_CORPORA"), expected->folder, NULL);
  Expected found = {0};

  count_folder (path, &found);
  g_assert_cmpuint (found.n_documents, ==, expected->n_documents);
  g_assert_cmpuint (found.n_resources, ==, expected->n_resources);
  g_assert_cmpuint (found.n_withdrawn, ==, expected->n_withdrawn);
  g_assert_cmpuint (found.n_refused, ==, expected->n_refused);
  g_assert_cmpuint (found.n_broken, ==, expected->n_broken);
  g_assert_cmpuint (found.n_other_dialects, ==, expected->n_other_dialects);
  g_assert_cmpuint (found.n_no_feeds, ==, expected->n_no_feeds);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all_expected); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (all_expected[i].folder), "/", '-');
      g_autofree char *path = g_strconcat ("/feed/corpora/", name, NULL);

      g_test_add_data_func (path, &all_expected[i], test_folder);
    }

  return g_test_run ();
}
