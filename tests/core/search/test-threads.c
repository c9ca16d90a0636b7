/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Threads that ask, while one swaps the index for the next as a sync does. Each answer is
 * wholly of one index. Built with ThreadSanitizer, which knows pthreads and C11 atomics. */

#include <pthread.h>
#include <sanitizer/tsan_interface.h>
#include <stdatomic.h>

#include "random-records.h"
#include "search-fixture.h"
#include "search/sk-index-draft.h"
#include "search/sk-record-array.h"

#define N_RECORDS 200
#define N_GENERATIONS 4
#define N_SWAPS 60
#define N_ASKERS 4
#define N_QUERIES 60
#define N_LOOKED_AT 5
#define SEED 20260404

/* GLib is not built with ThreadSanitizer, which therefore does not see what its locks do:
 * the linker puts these in their place. */
void __real_g_mutex_lock (GMutex *mutex);
void __real_g_mutex_unlock (GMutex *mutex);
void __wrap_g_mutex_lock (GMutex *mutex);
void __wrap_g_mutex_unlock (GMutex *mutex);

void
__wrap_g_mutex_lock (GMutex *mutex)
{
  __real_g_mutex_lock (mutex);
  __tsan_acquire (mutex);
}

void
__wrap_g_mutex_unlock (GMutex *mutex)
{
  __tsan_release (mutex);
  __real_g_mutex_unlock (mutex);
}

/* An index that threads share. GObject's own count is not seen either. */
typedef struct
{
  atomic_int n_users;
  guint number;               /* which of the generations it is of */
  SkIndex *index;
} Shared;

typedef struct
{
  SkVocabularies *vocabularies;
  GPtrArray *pool;            /* SkResource, by row; each generation has most of them */
  SkRecordSource *records;
  SkQuery *queries[N_QUERIES];
  char *answers[N_GENERATIONS][N_QUERIES]; /* in words, as a scan has them */

  pthread_mutex_t mutex;
  Shared *current;
  atomic_bool is_over;
  atomic_uint n_asked;
  guint n_unguarded;          /* what a race is made with, on purpose */
} Harness;

static gboolean with_a_race;

static gboolean
is_in (guint generation,
       guint row)
{
  return row % N_GENERATIONS != generation;
}

static char *
write_answer (SkResults *results)
{
  g_autoptr (GString) answer = g_string_new (sk_results_get_repaired (results));

  for (guint i = 0; i < sk_results_get_count (results); i++)
    g_string_append_printf (answer, " %u", sk_results_get_record (results, i));

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    {
      g_autofree char *list = fixture_list_facet (results, (SkFacet) facet);

      g_string_append_printf (answer, "\n%s", list);
    }

  return g_string_free_and_steal (g_steal_pointer (&answer));
}

static void
scan_generation (Harness *self,
                 guint    generation)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new ();
  g_autoptr (SkScan) scan = NULL;

  for (guint row = 0; row < self->pool->len; row++)
    if (is_in (generation, row))
      g_ptr_array_add (resources, g_ptr_array_index (self->pool, row));

  scan = sk_scan_new (resources, self->vocabularies);

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (SkResults) results = sk_scan_search (scan, self->queries[i], NULL);

      self->answers[generation][i] = write_answer (results);
    }
}

/* What is in the index before is kept, and the rest added. */
static SkIndex *
make_index (Harness *self,
            SkIndex *before,
            guint    generation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkIndexDraft) draft = sk_index_draft_new (before, self->vocabularies, NULL, &error);
  SkIndex *index;

  for (guint row = 0; row < self->pool->len; row++)
    {
      guint8 hash[32] = {(guint8) row};

      if (is_in (generation, row) && !sk_index_draft_keep (draft, row, hash))
        sk_index_draft_add (draft, row, hash, g_ptr_array_index (self->pool, row), &error);
    }

  index = sk_index_draft_take (draft, self->records, NULL, &error);
  g_assert_no_error (error);
  return index;
}

static Shared *
shared_new (SkIndex *index,
            guint    number)
{
  Shared *shared = g_new0 (Shared, 1);

  atomic_init (&shared->n_users, 1);
  shared->index = index;
  shared->number = number;
  return shared;
}

static void
shared_release (Shared *shared)
{
  if (atomic_fetch_sub (&shared->n_users, 1) > 1)
    return;

  g_object_unref (shared->index);
  g_free (shared);
}

static Shared *
use_current (Harness *self)
{
  Shared *shared;

  pthread_mutex_lock (&self->mutex);
  shared = self->current;
  atomic_fetch_add (&shared->n_users, 1);
  pthread_mutex_unlock (&self->mutex);

  return shared;
}

static void
swap_current (Harness *self,
              Shared  *next)
{
  Shared *before;

  pthread_mutex_lock (&self->mutex);
  before = self->current;
  self->current = next;
  pthread_mutex_unlock (&self->mutex);

  shared_release (before);
}

static void
look_at (SkIndex   *index,
         SkResults *results)
{
  for (guint i = 0; i < MIN (N_LOOKED_AT, sk_results_get_count (results)); i++)
    {
      guint32 record = sk_results_get_record (results, i);
      g_autoptr (SkResource) resource = sk_index_dup_resource (index, record);
      guint32 found;

      g_assert_cmpstr (sk_resource_get_id (resource), ==, sk_index_get_id (index, record));
      g_assert_true (sk_index_find (index, sk_resource_get_id (resource), &found));
      g_assert_cmpuint (found, ==, record);
    }
}

static void
ask (Harness *self,
     guint    nth)
{
  Shared *shared = use_current (self);

  {
    g_autoptr (SkResults) results = sk_index_search (shared->index, self->queries[nth], NULL);
    g_autofree char *answer = write_answer (results);

    g_assert_cmpstr (answer, ==, self->answers[shared->number][nth]);
    look_at (shared->index, results);
  }

  atomic_fetch_add (&self->n_asked, 1);
  if (with_a_race)
    self->n_unguarded++;
  shared_release (shared);
}

static void *
run_asker (void *data)
{
  Harness *self = data;

  for (guint i = 0; !atomic_load (&self->is_over); i++)
    ask (self, i % N_QUERIES);

  return NULL;
}

static void *
run_swapper (void *data)
{
  Harness *self = data;

  for (guint i = 1; i <= N_SWAPS; i++)
    {
      Shared *before = use_current (self);
      guint number = i % N_GENERATIONS;

      swap_current (self, shared_new (make_index (self, before->index, number), number));
      shared_release (before);
    }

  atomic_store (&self->is_over, TRUE);
  return NULL;
}

/* All types are there, and all tables made, before there are threads: what guards them in
 * GLib is not seen either. */
static void
harness_init (Harness *self)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GError) error = NULL;

  self->vocabularies = sk_vocabularies_new (&error);
  g_assert_no_error (error);
  self->pool = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < N_RECORDS; i++)
    random_add (self->pool, rand);

  self->records = sk_record_array_new (self->pool);
  for (guint i = 0; i < N_QUERIES; i++)
    self->queries[i] = random_query (rand);
  for (guint i = 0; i < N_GENERATIONS; i++)
    scan_generation (self, i);

  pthread_mutex_init (&self->mutex, NULL);
  self->current = shared_new (make_index (self, NULL, 0), 0);
  for (guint i = 0; i < N_QUERIES; i++)
    ask (self, i);
}

static void
harness_clear (Harness *self)
{
  for (guint i = 0; i < N_GENERATIONS; i++)
    for (guint j = 0; j < N_QUERIES; j++)
      g_free (self->answers[i][j]);
  for (guint i = 0; i < N_QUERIES; i++)
    g_object_unref (self->queries[i]);

  shared_release (self->current);
  pthread_mutex_destroy (&self->mutex);
  g_object_unref (self->records);
  g_ptr_array_unref (self->pool);
  g_object_unref (self->vocabularies);
}

static void
test_swapped (void)
{
  Harness harness = {NULL};
  pthread_t askers[N_ASKERS];
  pthread_t swapper;

  harness_init (&harness);

  for (guint i = 0; i < N_ASKERS; i++)
    g_assert_cmpint (pthread_create (&askers[i], NULL, run_asker, &harness), ==, 0);
  g_assert_cmpint (pthread_create (&swapper, NULL, run_swapper, &harness), ==, 0);

  pthread_join (swapper, NULL);
  for (guint i = 0; i < N_ASKERS; i++)
    pthread_join (askers[i], NULL);

  g_test_message ("%u answers", atomic_load (&harness.n_asked));
  g_assert_cmpuint (atomic_load (&harness.n_asked), >, 2 * N_QUERIES);
  harness_clear (&harness);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  with_a_race = argc > 1 && g_str_equal (argv[1], "--with-a-race");

  g_test_add_func ("/search/threads/each-answer-is-of-one-index-while-it-is-swapped", test_swapped);

  return g_test_run ();
}
