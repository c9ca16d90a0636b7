/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An index in a file: what is written is what is opened, and anything else is refused. */

#include "index-fixture.h"
#include "random-records.h"
#include "search/sk-index-file-private.h"
#include "search/sk-record-array.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#define N_RECORDS 150
#define N_QUERIES 150
#define N_CUTS 60
#define N_FLIPS 200
#define SEED 20260401

typedef struct
{
  IndexFixture index;
  GRand *rand;
  GPtrArray *resources;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  n_records)
{
  index_fixture_init (&self->index);
  self->rand = g_rand_new_with_seed (SEED);
  self->resources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < GPOINTER_TO_UINT (n_records); i++)
    random_add (self->resources, self->rand);

  index_fixture_write (&self->index, self->resources);
}

static void
tear_down (Fixture       *self,
           gconstpointer  n_records)
{
  g_ptr_array_unref (self->resources);
  g_rand_free (self->rand);
  index_fixture_clear (&self->index);
}

static void
assert_same_id (SkIndex    *index,
                SkResource *resource,
                guint32     record)
{
  g_autoptr (SkResource) found = sk_index_dup_resource (index, record);

  g_assert_true (found == resource);
  g_assert_cmpstr (sk_index_get_id (index, record), ==, sk_resource_get_id (resource));
}

static void
assert_all_found (SkIndex   *index,
                  GPtrArray *resources)
{
  g_assert_cmpuint (sk_index_get_size (index), ==, resources->len);

  for (guint i = 0; i < resources->len; i++)
    {
      SkResource *resource = g_ptr_array_index (resources, i);
      g_autofree char *longer = g_strconcat (sk_resource_get_id (resource), "0", NULL);
      guint32 record = G_MAXUINT32;

      g_assert_true (sk_index_find (index, sk_resource_get_id (resource), &record));
      g_assert_false (sk_index_find (index, longer, NULL));
      assert_same_id (index, resource, record);
    }

  g_assert_false (sk_index_find (index, "", NULL));
}

static void
test_opened (Fixture       *self,
             gconstpointer  n_records)
{
  g_autoptr (SkIndex) index = index_fixture_open (&self->index, self->resources);
  g_autoptr (SkScan) scan = sk_scan_new (self->resources, self->index.vocabularies);
  g_autoptr (GError) error = NULL;

  assert_all_found (index, self->resources);
  index_fixture_compare (index, scan, self->rand, N_QUERIES);

  g_assert_true (sk_index_check (index, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (sk_index_get_key (index), 32, index_fixture_key, 32);
  g_assert_cmpuint (index_fixture_count_files (&self->index), ==, 1);
}

/* Without a file, from the same draft. */
static void
test_taken (Fixture       *self,
            gconstpointer  n_records)
{
  g_autoptr (SkIndexDraft) draft = index_fixture_draft (&self->index, NULL, self->resources);
  g_autoptr (SkRecordSource) records = sk_record_array_new (self->resources);
  g_autoptr (SkScan) scan = sk_scan_new (self->resources, self->index.vocabularies);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkIndex) index = sk_index_draft_take (draft, records, NULL, &error);

  g_assert_no_error (error);
  assert_all_found (index, self->resources);
  index_fixture_compare (index, scan, self->rand, N_QUERIES);
  g_assert_true (sk_index_check (index, NULL, &error));
}

static void
test_written_alike (Fixture       *self,
                    gconstpointer  n_records)
{
  g_autoptr (GBytes) first = index_fixture_read (&self->index);
  g_autoptr (GBytes) second = NULL;

  index_fixture_write (&self->index, self->resources);
  second = index_fixture_read (&self->index);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_no_record (Fixture       *self,
                gconstpointer  n_records)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkIndex) index = index_fixture_try (&self->index, &error);

  g_assert_no_error (error);

  for (guint32 i = 0; i < N_RECORDS; i++)
    {
      g_autoptr (SkResource) resource = sk_index_dup_resource (index, i);

      g_assert_cmpstr (sk_resource_get_id (resource), ==, sk_index_get_id (index, i));
    }
}

static void
test_equal_ids (Fixture       *self,
                gconstpointer  n_records)
{
  static const char * const names[] = {"first", "second", "other"};
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkIndex) index = NULL;
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (SkResourceFields) fields = {.name = fixture_text ("en", names[i])};

      fixture_add (resources, i < 2 ? "same" : "other", &fields);
    }

  index_fixture_write (&self->index, resources);
  index = index_fixture_open (&self->index, resources);
  g_assert_cmpuint (sk_index_get_size (index), ==, 2);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SkQuery) all = sk_query_new ();
      g_autoptr (SkQuery) query = sk_query_with_text (all, names[i]);
      g_autoptr (SkResults) results = sk_index_search (index, query, NULL);

      g_assert_cmpuint (sk_results_get_count (results), ==, i != 1);
    }

  {
    guint32 record = 0;
    g_autoptr (SkResource) resource = NULL;

    g_assert_true (sk_index_find (index, "same", &record));
    resource = sk_index_dup_resource (index, record);
    g_assert_true (resource == g_ptr_array_index (resources, 0));
  }
}

static void
assert_refused (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkIndex) index = index_fixture_try (&self->index, &error);

  g_assert_null (index);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_other_records (Fixture       *self,
                    gconstpointer  n_records)
{
  static const guint8 other_key[32] = {1};
  g_autoptr (SkRecordSource) records = sk_record_array_new (self->resources);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkIndex) index = NULL;

  g_assert_null (
    sk_index_open (self->index.path, other_key, self->index.vocabularies, records, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);

  index = sk_index_open (self->index.path, NULL, self->index.vocabularies, records, &error);
  g_assert_no_error (error);
  assert_all_found (index, self->resources);
}

static void
put_header (Fixture             *self,
            const SkIndexHeader *header)
{
  g_autoptr (GBytes) bytes = index_fixture_read (&self->index);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  memcpy (copy, header, sizeof *header);
  index_fixture_mend (copy, size);
  index_fixture_put (&self->index, copy, size);
}

static void
test_other_versions (Fixture       *self,
                     gconstpointer  n_records)
{
  g_autoptr (GBytes) bytes = index_fixture_read (&self->index);
  const SkIndexHeader *written = g_bytes_get_data (bytes, NULL);
  SkIndexHeader header = *written;
  g_autoptr (SkIndex) index = NULL;

  header.format++;
  put_header (self, &header);
  assert_refused (self);

  header = *written;
  header.byte_order = GUINT32_SWAP_LE_BE (header.byte_order);
  put_header (self, &header);
  assert_refused (self);

  header = *written;
  put_header (self, &header);
  index = index_fixture_open (&self->index, self->resources);
}

static void
test_none (Fixture       *self,
           gconstpointer  n_records)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (100000, 'x');

  index_fixture_put (&self->index, "", 0);
  assert_refused (self);
  index_fixture_put (&self->index, text, 100000);
  assert_refused (self);

  g_unlink (self->index.path);
  g_assert_null (index_fixture_try (&self->index, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
check_cut (Fixture *self,
           GBytes  *bytes,
           gsize    length)
{
  if (length >= g_bytes_get_size (bytes))
    return;

  index_fixture_put (&self->index, g_bytes_get_data (bytes, NULL), length);
  assert_refused (self);
}

static void
test_cut (Fixture       *self,
          gconstpointer  n_records)
{
  g_autoptr (GBytes) bytes = index_fixture_read (&self->index);
  const SkIndexHeader *header = g_bytes_get_data (bytes, NULL);
  g_autofree char *longer = g_malloc0 (header->size + 1);

  for (guint i = 0; i < SK_N_SECTIONS; i++)
    {
      check_cut (self, bytes, header->places[i].offset);
      check_cut (self, bytes, header->places[i].offset + header->places[i].size);
    }

  for (guint i = 0; i < N_CUTS; i++)
    check_cut (self, bytes, (gsize) g_rand_int_range (self->rand, 0, (gint32) header->size));

  memcpy (longer, header, header->size);
  index_fixture_put (&self->index, longer, header->size + 1);
  assert_refused (self);
}

static void
test_flipped_header (Fixture       *self,
                     gconstpointer  n_records)
{
  g_autoptr (GBytes) bytes = index_fixture_read (&self->index);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  for (gsize i = 0; i < sizeof (SkIndexHeader); i++)
    {
      copy[i] ^= (guint8) (1 << i % 8);
      index_fixture_put (&self->index, copy, size);
      assert_refused (self);
      copy[i] ^= (guint8) (1 << i % 8);
    }
}

/* What is damaged may answer wrongly, but it answers. */
static void
ask_damaged (Fixture *self,
             SkIndex *index)
{
  g_autoptr (SkQuery) query = random_query (self->rand);
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);

  for (guint i = 0; i < sk_results_get_count (results); i++)
    {
      g_autoptr (SkResource) resource = NULL;
      guint32 record = sk_results_get_record (results, i);

      g_assert_cmpuint (record, <, sk_index_get_size (index));
      resource = sk_index_dup_resource (index, record);
      g_assert_nonnull (resource);
    }
}

static void
test_flipped (Fixture       *self,
              gconstpointer  n_records)
{
  g_autoptr (GBytes) bytes = index_fixture_read (&self->index);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  guint n_opened = 0;

  for (guint i = 0; i < N_FLIPS; i++)
    {
      gsize at = (gsize) g_rand_int_range (self->rand, sizeof (SkIndexHeader), (gint32) size);
      g_autoptr (SkIndex) index = NULL;
      g_autoptr (GError) error = NULL;

      copy[at] ^= (guint8) (1 << i % 8);
      index_fixture_put (&self->index, copy, size);
      copy[at] ^= (guint8) (1 << i % 8);

      index = index_fixture_try (&self->index, &error);
      if (index == NULL)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
          continue;
        }

      n_opened++;
      g_assert_false (sk_index_check (index, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      ask_damaged (self, index);
    }

  g_assert_cmpuint (n_opened, >, N_FLIPS / 2);
}

static void
assert_stays (Fixture *self,
              GBytes  *old)
{
  g_autoptr (GBytes) bytes = index_fixture_read (&self->index);

  g_assert_true (g_bytes_equal (bytes, old));
  g_assert_cmpuint (index_fixture_count_files (&self->index), ==, 1);
}

static void
test_without_room (Fixture       *self,
                   gconstpointer  n_records)
{
  g_autoptr (GBytes) old = index_fixture_read (&self->index);
  gsize size = g_bytes_get_size (old);

  for (guint part = 0; part < 10; part++)
    {
      g_autoptr (SkIndexDraft) draft = index_fixture_draft (&self->index, NULL, self->resources);
      g_autoptr (GError) error = NULL;
      gboolean written;

      index_fixture_limit (size * part / 10);
      written = sk_index_draft_write (draft, self->index.path, index_fixture_key, NULL, &error);
      index_fixture_limit (RLIM_INFINITY);

      g_assert_false (written);
      g_assert_cmpstr (error->message, ==, g_strerror (EFBIG));
      assert_stays (self, old);
    }
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  n_records)
{
  g_autoptr (GBytes) old = index_fixture_read (&self->index);
  g_autoptr (SkIndexDraft) draft = index_fixture_draft (&self->index, NULL, self->resources);
  g_autoptr (SkIndex) index = index_fixture_open (&self->index, self->resources);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SkQuery) query = sk_query_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (
    sk_index_draft_write (draft, self->index.path, index_fixture_key, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_stays (self, old);

  g_clear_error (&error);
  g_assert_false (sk_index_check (index, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (sk_index_search (index, query, cancellable));
}

static void
test_no_place (Fixture       *self,
               gconstpointer  n_records)
{
  g_autofree char *beneath = g_build_filename (self->index.path, "index", NULL);
  g_autoptr (SkIndexDraft) first = index_fixture_draft (&self->index, NULL, self->resources);
  g_autoptr (SkIndexDraft) second = index_fixture_draft (&self->index, NULL, self->resources);
  g_autoptr (GError) error = NULL;

  g_assert_false (sk_index_draft_write (first, beneath, index_fixture_key, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_clear_error (&error);

  g_unlink (self->index.path);
  g_assert_cmpint (g_mkdir (self->index.path, 0700), ==, 0);
  g_assert_false (sk_index_draft_write (second, self->index.path, index_fixture_key, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpuint (index_fixture_count_files (&self->index), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  const gconstpointer some = GUINT_TO_POINTER (N_RECORDS);

  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);

#define ADD(name, n_records, func)                                                                 \
  g_test_add ("/search/index-file/" name, Fixture, n_records, set_up, func, tear_down)

  ADD ("opened-it-answers-as-the-records-do", some, test_opened);
  ADD ("of-no-records-it-answers", GUINT_TO_POINTER (0), test_opened);
  ADD ("of-one-record-it-answers", GUINT_TO_POINTER (1), test_opened);
  ADD ("of-as-many-records-as-a-word-has-bits-it-answers", GUINT_TO_POINTER (64), test_opened);
  ADD ("without-a-file-it-answers", some, test_taken);
  ADD ("the-same-records-make-the-same-file", some, test_written_alike);
  ADD ("a-record-that-is-nowhere-is-its-id", some, test_no_record);
  ADD ("of-equal-ids-the-first-one-counts", some, test_equal_ids);
  ADD ("of-other-records-it-is-refused", some, test_other_records);
  ADD ("of-another-version-it-is-refused", some, test_other_versions);
  ADD ("what-is-none-is-refused", some, test_none);
  ADD ("cut-anywhere-it-is-refused", some, test_cut);
  ADD ("a-bit-flipped-in-the-header-is-refused", some, test_flipped_header);
  ADD ("a-bit-flipped-anywhere-is-found-and-harms-nothing", some, test_flipped);
  ADD ("without-room-the-old-stays", some, test_without_room);
  ADD ("cancelled-the-old-stays", some, test_cancelled);
  ADD ("without-a-place-nothing-is-left", some, test_no_place);

  return g_test_run ();
}
