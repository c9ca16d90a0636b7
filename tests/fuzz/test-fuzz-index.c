/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thousands of indexes that are not what was written, the same each time. With SK_FUZZ_SECONDS
 * others each time, for so long: what fails then is told by its seed, and SK_FUZZ_SEED begins
 * there. */

#include "fuzz-index.h"
#include "index-fixture.h"
#include "random-records.h"
#include "search/sk-index-file-private.h"

#define SEED 20260403
#define N_INPUTS 1500
#define N_RARE 8

typedef struct
{
  const char *name;
  guint n_records;
  guint n_inputs;
} Case;

/* The larger one has something in every section. */
static const Case cases[] = {
  {"few-records", 90, N_INPUTS},
  {"many-records", 1500, N_INPUTS / 3},
};

/* With a value that no other has: of those few records are listed. */
static void
add_rare (GPtrArray *resources,
          guint      number)
{
  g_autofree char *id = g_strdup_printf ("urn:test:rare:%u", number);
  g_auto (SkResourceFields) fields = {.license = g_strdup (id)};

  fields.publishers = g_strsplit ("Rare", ",", -1);
  fixture_add (resources, id, &fields);
}

static GBytes *
make_index (guint n_records)
{
  g_auto (IndexFixture) fixture = {NULL};
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_records; i++)
    random_add (resources, rand);
  for (guint i = 0; i < N_RARE; i++)
    add_rare (resources, i);

  index_fixture_init (&fixture);
  index_fixture_write (&fixture, resources);
  return index_fixture_read (&fixture);
}

static void
feed_mutated (FuzzIndex *fuzz,
              GBytes    *index,
              guint32    seed)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("Seed %u", seed);
  g_byte_array_append (bytes, g_bytes_get_data (index, NULL), (guint) g_bytes_get_size (index));
  fuzz_index_mutate (bytes, rand);
  fuzz_index_feed (fuzz, bytes->data, bytes->len);
}

static void
test_every_section (void)
{
  g_autoptr (GBytes) index = make_index (cases[1].n_records);
  const SkIndexHeader *header = g_bytes_get_data (index, NULL);

  for (guint i = 0; i < SK_N_SECTIONS; i++)
    {
      g_test_message ("Section %u", i);
      g_assert_cmpuint (header->places[i].size, >, 0);
    }
}

static void
test_mutated (gconstpointer data)
{
  const Case *each = data;
  const char *seconds = g_getenv ("SK_FUZZ_SECONDS");
  const char *first = g_getenv ("SK_FUZZ_SEED");
  gint64 end = 0;
  guint32 seed = SEED;
  guint n_fed = 0;
  g_autoptr (GBytes) index = make_index (each->n_records);
  g_auto (FuzzIndex) fuzz = {NULL};

  if (seconds != NULL)
    {
      end = g_get_monotonic_time () + g_ascii_strtoll (seconds, NULL, 10) * G_USEC_PER_SEC;
      seed = g_random_int ();
    }
  if (first != NULL)
    seed = (guint32) g_ascii_strtoull (first, NULL, 10);

  fuzz_index_init (&fuzz);
  for (; seconds != NULL ? g_get_monotonic_time () < end : n_fed < each->n_inputs; n_fed++)
    feed_mutated (&fuzz, index, seed + n_fed);

  g_test_message ("Of %u, %u were refused", n_fed, n_fed - fuzz.n_opened);
  g_assert_cmpuint (fuzz.n_opened, >, n_fed / 4);
  g_assert_cmpuint (fuzz.n_opened, <, n_fed);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz/index/there-is-something-in-every-section", test_every_section);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/fuzz/index/of-%s-damaged-it-is-refused-or-answers", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_mutated);
    }

  return g_test_run ();
}
