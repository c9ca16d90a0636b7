/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-index.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "index-fixture.h"
#include "random-records.h"
#include "search/sk-index-draft.h"
#include "search/sk-index-file-private.h"
#include "search/sk-record-array.h"

/* How long one input may take, in seconds: what hangs is killed. */
#define PATIENCE 60

/* From larger ones no draft is made, which takes longer than all else. */
#define MAX_KEPT 256

#define N_RANDOM 6

static const char * const texts[] = {
  "s", "safe ", "pesten", "cyberpestem", "kompetenx ", "\"op school", "“in de klas”", "网络安",
};

void
fuzz_index_init (FuzzIndex *self)
{
  g_autoptr (GError) error = NULL;

  self->vocabularies = sk_vocabularies_new (&error);
  g_assert_no_error (error);
}

void
fuzz_index_clear (FuzzIndex *self)
{
  g_clear_object (&self->vocabularies);
}

/* Else the checksum is all that is ever tried. */
static SkIndex *
open_believed (FuzzIndex    *self,
               const guint8 *bytes,
               gsize         size)
{
  g_autofd int fd = memfd_create ("fuzz-index", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree guint8 *copy = g_memdup2 (bytes, size);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (SkRecordSource) records = sk_record_array_new (none);
  SkIndexHeader *header = (SkIndexHeader *) (void *) copy;

  if (size >= sizeof *header)
    {
      memcpy (header->magic, SK_INDEX_MAGIC, sizeof header->magic);
      header->byte_order = SK_INDEX_BYTE_ORDER;
      header->format = SK_INDEX_FORMAT;
      header->size = size;
      index_fixture_mend (copy, size);
    }

  g_assert_cmpint (write (fd, copy, size), ==, (gssize) size);
  return sk_index_open (path, NULL, self->vocabularies, records, NULL);
}

static void
look_at (SkIndex   *index,
         SkResults *results)
{
  for (guint i = 0; i < sk_results_get_count (results); i++)
    {
      guint32 record = sk_results_get_record (results, i);

      g_assert_cmpuint (record, <, sk_index_get_size (index));

      if (i < 8)
        {
          g_autoptr (SkResource) resource = sk_index_dup_resource (index, record);

          sk_index_find (index, sk_resource_get_id (resource), NULL);
        }
    }

  if (sk_results_get_repaired (results) != NULL)
    g_assert_true (g_utf8_validate (sk_results_get_repaired (results), -1, NULL));
}

static void
ask (SkIndex *index,
     SkQuery *query)
{
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);

  look_at (index, results);
}

/* Each facet's last value but "none": of those that records bring along, if any do. */
static void
ask_for_last (SkIndex *index,
              SkFacet  facet)
{
  g_autoptr (SkQuery) all = sk_query_new ();
  g_autoptr (SkResults) results = sk_index_search (index, all, NULL);
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (results, facet, &n_values);
  g_autoptr (SkQuery) chosen = NULL;
  g_autoptr (SkQuery) query = NULL;

  if (n_values < 2)
    return;

  chosen = sk_query_with_value (all, facet, counts[n_values - 2].value);
  query = sk_query_with_text (chosen, texts[0]);
  ask (index, chosen);
  ask (index, query);
}

static void
ask_all (SkIndex *index,
         GRand   *rand)
{
  g_autoptr (SkQuery) all = sk_query_new ();

  ask (index, all);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SkQuery) query = sk_query_with_text (all, texts[i]);

      ask (index, query);
    }

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    ask_for_last (index, (SkFacet) facet);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (SkQuery) query = random_query (rand);

      ask (index, query);
    }
}

/* The next index, of what can be kept of this one. */
static void
make_next (FuzzIndex *self,
           SkIndex   *index,
           GRand     *rand)
{
  static const guint8 hash[SK_INDEX_KEY_BYTES] = {0};
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (SkRecordSource) records = sk_record_array_new (none);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkIndexDraft) draft = sk_index_draft_new (index, self->vocabularies, NULL, &error);
  g_autoptr (SkIndex) next = NULL;

  for (guint64 row = 0; row < sk_index_get_size (index); row++)
    sk_index_draft_keep (draft, row, hash);

  next = sk_index_draft_take (draft, records, NULL, &error);
  g_assert_no_error (error);
  ask_all (next, rand);
}

void
fuzz_index_feed (FuzzIndex    *self,
                 const guint8 *bytes,
                 gsize         size)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) size);
  g_autoptr (SkIndex) index = NULL;

  alarm (PATIENCE);
  index = open_believed (self, bytes, size);

  if (index != NULL)
    {
      self->n_opened++;
      g_assert_true (sk_index_check (index, NULL, NULL));
      ask_all (index, rand);
      if (sk_index_get_size (index) <= MAX_KEPT)
        make_next (self, index, rand);
    }

  alarm (0);
}
