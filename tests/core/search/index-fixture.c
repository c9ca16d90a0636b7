/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index-fixture.h"

#include <glib/gstdio.h>
#include <zlib.h>

#include "random-records.h"
#include "scratch-folder.h"
#include "search/sk-index-file-private.h"
#include "search/sk-record-array.h"

const guint8 index_fixture_key[32] = "a key of thirty-two bytes, or so";

void
index_fixture_init (IndexFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = scratch_folder_new ();
  self->path = g_build_filename (self->folder, "index", NULL);
  self->vocabularies = sk_vocabularies_new (&error);
  g_assert_no_error (error);
}

void
index_fixture_clear (IndexFixture *self)
{
  scratch_folder_remove (self->folder);
  g_clear_object (&self->vocabularies);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}

/* The row of a record is its place. */
SkIndexDraft *
index_fixture_draft (IndexFixture *self,
                     SkIndex      *before,
                     GPtrArray    *resources)
{
  static const guint8 hash[32] = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (SkIndexDraft) draft =
    sk_index_draft_new (before, self->vocabularies, self->folder, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < resources->len; i++)
    {
      SkResource *resource = g_ptr_array_index (resources, i);
      g_assert_true (sk_index_draft_add (draft, i, hash, resource, &error));
      g_assert_no_error (error);
    }

  return g_steal_pointer (&draft);
}

void
index_fixture_write (IndexFixture *self,
                     GPtrArray    *resources)
{
  g_autoptr (SkIndexDraft) draft = index_fixture_draft (self, NULL, resources);
  g_autoptr (GError) error = NULL;

  g_assert_true (sk_index_draft_write (draft, self->path, index_fixture_key, NULL, &error));
  g_assert_no_error (error);
}

/* Opens what is there, without any of its records. */
SkIndex *
index_fixture_try (IndexFixture  *self,
                   GError       **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (SkRecordSource) records = sk_record_array_new (none);

  return sk_index_open (self->path, index_fixture_key, self->vocabularies, records, error);
}

SkIndex *
index_fixture_open (IndexFixture *self,
                    GPtrArray    *resources)
{
  g_autoptr (SkRecordSource) records = sk_record_array_new (resources);
  g_autoptr (GError) error = NULL;
  SkIndex *index =
    sk_index_open (self->path, index_fixture_key, self->vocabularies, records, &error);

  g_assert_no_error (error);
  return index;
}

GBytes *
index_fixture_read (IndexFixture *self)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  char *bytes;

  g_file_get_contents (self->path, &bytes, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

/* Puts other bytes in the place of the index. */
void
index_fixture_put (IndexFixture  *self,
                   gconstpointer  bytes,
                   gsize          size)
{
  g_autoptr (GError) error = NULL;

  g_unlink (self->path);
  g_file_set_contents_full (self->path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
}

/* Makes bytes believed that begin with a header. */
void
index_fixture_mend (guint8 *bytes,
                    gsize   size)
{
  SkIndexHeader *header = (SkIndexHeader *) (void *) bytes;

  header->body_checksum = (guint32) crc32_z (0, bytes + sizeof *header, size - sizeof *header);
  header->header_checksum = (guint32) crc32_z (0, bytes, offsetof (SkIndexHeader, header_checksum));
}

guint
index_fixture_count_files (IndexFixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

void
index_fixture_compare (SkIndex *index,
                       SkScan  *scan,
                       GRand   *rand,
                       guint    n_queries)
{
  for (guint i = 0; i < n_queries; i++)
    {
      g_autoptr (SkQuery) query = random_query (rand);
      g_autoptr (SkResults) results = sk_index_search (index, query, NULL);
      g_autoptr (SkResults) expected = sk_scan_search (scan, query, NULL);

      g_test_message ("“%s”", sk_query_get_text (query));
      fixture_check_same (results, expected);
    }
}

/* No file may grow beyond this: what a full disk does, on any machine. */
void
index_fixture_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}
