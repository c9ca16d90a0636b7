/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An index that is made from the one before and from what changed since. */

#include "index-fixture.h"
#include "random-records.h"
#include "search/sk-index-file-private.h"
#include "search/sk-record-array.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

#define N_RECORDS 130
#define MAX_CHANGES 12
#define N_QUERIES 25
#define N_DAMAGES 150
#define SEED 20260402

typedef struct
{
  guint n_records;
  guint n_rounds;
} Size;

static const Size small = {N_RECORDS, 30};

/* So many that sets are put together of the beginnings that many have. */
static const Size large = {1400, 4};

/* The records of a store: an id keeps its row, and a resource its hash. */
typedef struct
{
  IndexFixture index;
  GRand *rand;
  GPtrArray *resources;
  GHashTable *rows;           /* id → row, plus one */
  guint64 n_rows;
  GHashTable *hashes;         /* SkResource → its hash */
  GPtrArray *by_row;          /* SkResource, for the record source */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const Size *size = data;

  index_fixture_init (&self->index);
  self->rand = g_rand_new_with_seed (SEED);
  self->resources = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->hashes = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->by_row = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < size->n_records; i++)
    random_add (self->resources, self->rand);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_ptr_array_unref (self->by_row);
  g_hash_table_unref (self->hashes);
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->resources);
  g_rand_free (self->rand);
  index_fixture_clear (&self->index);
}

static guint64
find_row (Fixture    *self,
          SkResource *resource)
{
  const char *id = sk_resource_get_id (resource);
  gpointer row = g_hash_table_lookup (self->rows, id);

  if (row == NULL)
    {
      row = GSIZE_TO_POINTER (++self->n_rows);
      g_hash_table_insert (self->rows, g_strdup (id), row);
      g_ptr_array_add (self->by_row, NULL);
    }

  g_set_object ((SkResource **) &self->by_row->pdata[GPOINTER_TO_SIZE (row) - 1], resource);
  return GPOINTER_TO_SIZE (row) - 1;
}

/* Whoever is known has been in the index before. */
static const guint8 *
find_hash (Fixture    *self,
           SkResource *resource,
           gboolean   *is_known)
{
  guint8 *hash = g_hash_table_lookup (self->hashes, resource);

  *is_known = hash != NULL;
  if (hash == NULL)
    {
      hash = g_malloc (32);
      for (guint i = 0; i < 32; i++)
        hash[i] = (guint8) g_rand_int (self->rand);
      g_hash_table_insert (self->hashes, g_object_ref (resource), hash);
    }

  return hash;
}

/* As a sync does: what did not change is kept, all else is read and added. */
static SkIndexDraft *
make_draft (Fixture  *self,
            SkIndex  *before,
            gboolean  before_is_sound,
            guint    *n_kept)
{
  g_autoptr (GError) error = NULL;
  SkIndexDraft *draft =
    sk_index_draft_new (before, self->index.vocabularies, self->index.folder, &error);

  g_assert_no_error (error);
  *n_kept = 0;

  for (guint i = 0; i < self->resources->len; i++)
    {
      SkResource *resource = g_ptr_array_index (self->resources, i);
      guint64 row = find_row (self, resource);
      gboolean is_known;
      const guint8 *hash = find_hash (self, resource, &is_known);
      gboolean is_kept = sk_index_draft_keep (draft, row, hash);

      if (before_is_sound)
        g_assert_true (is_kept == (before != NULL && is_known));
      *n_kept += (guint) is_kept;
      g_assert_true (is_kept || sk_index_draft_add (draft, row, hash, resource, &error));
      g_assert_no_error (error);
    }

  return draft;
}

static SkIndex *
make_index (Fixture  *self,
            SkIndex  *before,
            gboolean  before_is_sound,
            guint    *n_kept)
{
  g_autoptr (SkIndexDraft) draft = make_draft (self, before, before_is_sound, n_kept);
  g_autoptr (GError) error = NULL;

  sk_index_draft_write (draft, self->index.path, index_fixture_key, NULL, &error);
  g_assert_no_error (error);
  return index_fixture_open (&self->index, self->by_row);
}

static void
compare (Fixture *self,
         SkIndex *index)
{
  g_autoptr (SkScan) scan = sk_scan_new (self->resources, self->index.vocabularies);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (sk_index_get_size (index), ==, self->resources->len);
  index_fixture_compare (index, scan, self->rand, N_QUERIES);

  for (guint i = 0; i < self->resources->len; i++)
    {
      SkResource *resource = g_ptr_array_index (self->resources, i);
      g_autoptr (SkResource) found = NULL;
      guint32 record;

      g_assert_true (sk_index_find (index, sk_resource_get_id (resource), &record));
      found = sk_index_dup_resource (index, record);
      g_assert_true (found == resource);
    }

  g_assert_true (sk_index_check (index, NULL, &error));
}

static void
test_rounds (Fixture       *self,
             gconstpointer  data)
{
  const Size *size = data;
  guint n_kept;
  g_autoptr (SkIndex) index = make_index (self, NULL, TRUE, &n_kept);

  g_assert_cmpuint (n_kept, ==, 0);

  for (guint round = 0; round < size->n_rounds; round++)
    {
      g_autoptr (SkIndex) before = g_steal_pointer (&index);

      for (gint32 i = g_rand_int_range (self->rand, 0, MAX_CHANGES); i > 0; i--)
        random_change (self->resources, self->rand);

      index = make_index (self, before, TRUE, &n_kept);
      g_assert_cmpuint (n_kept, >=, size->n_records - 3 * MAX_CHANGES);
      compare (self, index);
    }
}

static void
test_all_gone (Fixture       *self,
               gconstpointer  data)
{
  guint n_kept;
  g_autoptr (SkIndex) before = make_index (self, NULL, TRUE, &n_kept);
  g_autoptr (SkIndex) none = NULL;
  g_autoptr (SkIndex) index = NULL;

  g_ptr_array_set_size (self->resources, 0);
  none = make_index (self, before, TRUE, &n_kept);
  compare (self, none);

  random_add (self->resources, self->rand);
  index = make_index (self, none, TRUE, &n_kept);
  g_assert_cmpuint (n_kept, ==, 0);
  compare (self, index);
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  guint n_kept;
  g_autoptr (SkIndex) before = make_index (self, NULL, TRUE, &n_kept);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkIndexDraft) draft =
    sk_index_draft_new (before, self->index.vocabularies, NULL, &error);
  g_autoptr (SkIndexDraft) fresh =
    sk_index_draft_new (NULL, self->index.vocabularies, NULL, &error);
  gboolean is_known;
  const guint8 *hash = find_hash (self, g_ptr_array_index (self->resources, 3), &is_known);
  guint8 other[32];

  memcpy (other, hash, sizeof other);
  other[0] ^= 1;

  g_assert_false (sk_index_draft_keep (draft, 3, other));
  g_assert_false (sk_index_draft_keep (draft, 4, hash));
  g_assert_false (sk_index_draft_keep (draft, N_RECORDS, hash));
  g_assert_false (sk_index_draft_keep (draft, G_MAXUINT64, hash));
  g_assert_false (sk_index_draft_keep (fresh, 3, hash));
  g_assert_true (sk_index_draft_keep (draft, 3, hash));
}

/* One that is kept and one that is added stand in for each other, whichever comes first. */
static void
test_equal_ids (Fixture       *self,
                gconstpointer  data)
{
  static const guint8 hash[32] = {1};
  guint n_kept;
  g_autoptr (SkIndex) before = make_index (self, NULL, TRUE, &n_kept);
  SkResource *first = g_ptr_array_index (self->resources, 0);
  gboolean is_known;
  g_autoptr (GError) error = NULL;

  for (guint kept_first = 0; kept_first < 2; kept_first++)
    {
      g_auto (SkResourceFields) fields = {.name = fixture_text ("en", "zeppelin")};
      g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (SkIndexDraft) draft =
        sk_index_draft_new (before, self->index.vocabularies, NULL, &error);
      g_autoptr (SkRecordSource) records = sk_record_array_new (self->by_row);
      g_autoptr (SkIndex) index = NULL;
      g_autoptr (SkQuery) all = sk_query_new ();
      g_autoptr (SkQuery) query = sk_query_with_text (all, "zeppelin");
      g_autoptr (SkResults) results = NULL;

      fixture_add (others, sk_resource_get_id (first), &fields);
      if (kept_first)
        g_assert_true (sk_index_draft_keep (draft, 0, find_hash (self, first, &is_known)));
      g_assert_true (
        sk_index_draft_add (draft, N_RECORDS, hash, g_ptr_array_index (others, 0), &error));
      g_assert_true (sk_index_draft_keep (draft, 0, find_hash (self, first, &is_known)));

      index = sk_index_draft_take (draft, records, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sk_index_get_size (index), ==, 1);
      results = sk_index_search (index, query, NULL);
      g_assert_cmpuint (sk_results_get_count (results), ==, !kept_first);
    }
}

static void
test_forgotten (Fixture       *self,
                gconstpointer  data)
{
  g_auto (SkResourceFields) fields = {.name = fixture_text ("en", "Luftzeppelin")};
  guint n_kept;
  g_autoptr (SkIndex) before = NULL;
  g_autoptr (SkIndex) index = NULL;
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, "luftzeppelim");
  g_autoptr (SkResults) found = NULL;
  g_autoptr (SkResults) results = NULL;

  fields.publishers = g_strsplit ("Zeppelin", ",", -1);
  fields.themes = fixture_concepts ("Airships", NULL);
  fixture_add (self->resources, "urn:test:zeppelin", &fields);

  before = make_index (self, NULL, TRUE, &n_kept);
  found = sk_index_search (before, query, NULL);
  g_assert_cmpstr (sk_results_get_repaired (found), ==, "luftzeppelin");

  g_ptr_array_set_size (self->resources, (int) self->resources->len - 1);
  index = make_index (self, before, TRUE, &n_kept);
  g_assert_cmpuint (n_kept, ==, N_RECORDS);

  results = sk_index_search (index, query, NULL);
  g_assert_null (sk_results_get_repaired (results));
  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    {
      g_autofree char *list = fixture_list_facet (results, (SkFacet) facet);

      g_assert_null (strstr (list, "Zeppelin"));
      g_assert_null (strstr (list, "Airships"));
    }
}

/* What is kept is not asked about room: that there was none is said at the end. */
static void
test_without_room (Fixture       *self,
                   gconstpointer  data)
{
  guint n_kept;
  g_autoptr (SkIndex) before = make_index (self, NULL, TRUE, &n_kept);
  g_autoptr (GBytes) old = index_fixture_read (&self->index);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SkIndexDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  index_fixture_limit (0);
  draft = make_draft (self, before, TRUE, &n_kept);
  index_fixture_limit (RLIM_INFINITY);

  g_assert_cmpuint (n_kept, ==, N_RECORDS);
  g_assert_false (sk_index_draft_write (draft, self->index.path, index_fixture_key, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, g_strerror (EFBIG));

  bytes = index_fixture_read (&self->index);
  g_assert_true (g_bytes_equal (bytes, old));
  g_assert_cmpuint (index_fixture_count_files (&self->index), ==, 1);
}

/* The only word ends within a character. */
static void
cut_word (Fixture *self)
{
  g_autoptr (GBytes) bytes = index_fixture_read (&self->index);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  const SkIndexHeader *header = g_bytes_get_data (bytes, NULL);
  const SkIndexPlace *place = &header->places[SK_SECTION_WORDS];

  g_assert_cmpstr ((const char *) copy + place->offset, ==, "zebra");
  copy[place->offset + strlen ("zebr")] = 0xf0;
  index_fixture_mend (copy, size);
  index_fixture_put (&self->index, copy, size);
}

static void
test_no_text (Fixture       *self,
              gconstpointer  data)
{
  g_auto (SkResourceFields) fields = {.name = fixture_text ("en", "zebra")};
  guint n_kept;
  g_autoptr (SkIndex) sound = NULL;
  g_autoptr (SkIndex) before = NULL;
  g_autoptr (SkIndex) index = NULL;
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkQuery) query = sk_query_with_text (all, "zebrx");
  g_autoptr (SkResults) results = NULL;
  g_autoptr (SkResults) others = NULL;

  g_ptr_array_set_size (self->resources, 0);
  fixture_add (self->resources, "zebra", &fields);
  sound = make_index (self, NULL, TRUE, &n_kept);
  results = sk_index_search (sound, query, NULL);
  g_assert_cmpstr (sk_results_get_repaired (results), ==, "zebra");

  cut_word (self);
  before = index_fixture_try (&self->index, NULL);
  others = sk_index_search (before, query, NULL);
  g_assert_null (sk_results_get_repaired (others));

  index = make_index (self, before, FALSE, &n_kept);
  g_assert_cmpuint (n_kept, ==, 0);
  compare (self, index);
}

/* Damaged where a draft looks, and yet believed. */
static SkIndex *
open_damaged (Fixture *self,
              GBytes  *bytes)
{
  static const SkSection sections[] = {
    SK_SECTION_DIGESTS, SK_SECTION_DIGESTS,      SK_SECTION_DIGEST_STARTS, SK_SECTION_WORDS,
    SK_SECTION_VALUES,  SK_SECTION_VALUE_PLACES, SK_SECTION_WORD_PLACES,   SK_SECTION_BY_ROW,
  };
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  const SkIndexHeader *header = g_bytes_get_data (bytes, NULL);

  for (guint i = 0; i < 40; i++)
    {
      SkSection section = sections[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (sections))];
      const SkIndexPlace *place = &header->places[section];

      copy[place->offset + g_rand_int (self->rand) % place->size] =
        (guint8) g_rand_int (self->rand);
    }

  index_fixture_mend (copy, size);
  index_fixture_put (&self->index, copy, size);
  return index_fixture_try (&self->index, NULL);
}

static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  guint n_kept;
  g_autoptr (SkIndex) sound = make_index (self, NULL, TRUE, &n_kept);
  g_autoptr (GBytes) bytes = index_fixture_read (&self->index);
  guint n_all = 0;
  guint n_drafts = 0;

  for (guint i = 0; i < N_DAMAGES; i++)
    {
      g_autoptr (SkIndex) before = open_damaged (self, bytes);
      g_autoptr (SkIndex) index = NULL;

      if (before == NULL)
        continue;

      index = make_index (self, before, FALSE, &n_kept);
      n_drafts++;
      n_all += n_kept;

      for (guint j = 0; j < 3; j++)
        {
          g_autoptr (SkQuery) query = random_query (self->rand);
          g_autoptr (SkResults) results = sk_index_search (index, query, NULL);

          g_assert_nonnull (results);
        }
    }

  g_assert_cmpuint (n_drafts, >, N_DAMAGES / 10);
  g_assert_cmpuint (n_all, >, 0);
  g_assert_cmpuint (n_all, <, n_drafts * N_RECORDS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);

#define ADD(name, size, func)                                                                      \
  g_test_add ("/search/index-keep/" name, Fixture, size, set_up, func, tear_down)

  ADD ("round-after-round-it-answers-as-the-records-do", &small, test_rounds);
  ADD ("of-many-records-it-answers-as-they-do", &large, test_rounds);
  ADD ("nothing-and-then-something-can-follow", &small, test_all_gone);
  ADD ("what-is-another-is-not-kept", &small, test_refused);
  ADD ("of-equal-ids-the-first-one-counts", &small, test_equal_ids);
  ADD ("words-and-values-go-with-the-last-record", &small, test_forgotten);
  ADD ("without-room-the-old-stays", &small, test_without_room);
  ADD ("words-that-are-no-text-are-not-kept", &small, test_no_text);
  ADD ("a-damaged-one-before-harms-nothing", &small, test_damaged);

  return g_test_run ();
}
