/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers a log of queries, each with its count, its first fifty and all counts of values, as
 * Sidekick does and as others can. All have to agree on every answer. */
#include <stdio.h>
#include <string.h>

#include <gio/gio.h>

#include "bench.h"
#include "feed-maker.h"
#include "query-log.h"
#include "scratch-folder.h"
#include "search-table.h"

#define MOST_COMPLAINTS 20

static const guint64 sizes[] = {1000, 10000, 100000, 1000000};
#define N_USUAL_SIZES 3

/* Who is asked, and of how many queries one, at each size: all where that takes a minute. */
static const struct
{
  const Contender *contender;
  guint strides[G_N_ELEMENTS (sizes)];
} entries[] = {
  {&contender_index, {1, 1, 1, 1}},
  {&contender_index_strict, {1, 1, 1, 1}},
  {&contender_scan, {1, 1, 31, 0}},
  {&contender_fts_ranked, {1, 1, 1, 7}},
  {&contender_fts_set, {1, 1, 1, 7}},
#ifdef BENCH_XAPIAN
  {&contender_xapian, {1, 1, 1, 13}},
#endif
  {&contender_sql, {1, 1, 7, 31}},
};

typedef struct
{
  guint64 n_records;
  char *folder;
  Corpus *corpus;
  Trial trials[G_N_ELEMENTS (entries)];
  guint n_trials;
  guint n_complaints;
} Round;

static void
complain (Round       *round,
          const Trial *trial,
          SkQuery     *query,
          const char  *what)
{
  if (round->n_complaints++ >= MOST_COMPLAINTS)
    return;

  printf ("%s does not agree: “%s”", trial->contender->name, sk_query_get_text (query));
  for (guint i = 0; i < SK_N_FACETS; i++)
    {
      const char * const *values = sk_query_get_values (query, (SkFacet) i);

      for (; values != NULL && *values != NULL; values++)
        printf (", %s %s", sk_facet_get_name ((SkFacet) i), *values);
    }
  printf (": %s\n", what);
}

/* Both were asked every so manieth query of the same log. */
static void
compare_answers (Round       *round,
                 const Trial *reference,
                 const Trial *trial,
                 gboolean     with_first)
{
  g_autoptr (GPtrArray) log = query_log_new (round->corpus, TRIAL_N_QUERIES);
  FILE *expected_file = trial_open (reference);
  FILE *file = trial_open (trial);
  Answer expected;
  Answer answer;
  double time;

  answer_init (&expected, round->corpus->values->len);
  answer_init (&answer, round->corpus->values->len);

  for (guint i = 0; trial_next (expected_file, &time, &expected); i++)
    if (i % trial->stride == 0)
      {
        SkQuery *query = g_ptr_array_index (log, i);
        gboolean types = *sk_query_get_text (query) != '\0';
        g_autofree char *wrong = NULL;

        g_assert_true (trial_next (file, &time, &answer));
        wrong = answer_differ (&expected, &answer, round->corpus, with_first || !types);
        if (wrong != NULL)
          complain (round, trial, query, wrong);
      }

  answer_clear (&answer);
  answer_clear (&expected);
  fclose (file);
  fclose (expected_file);
}

static const Trial *
find_trial (const Round     *round,
            const Contender *contender)
{
  for (guint i = 0; i < round->n_trials; i++)
    if (round->trials[i].contender == contender)
      return &round->trials[i];

  g_assert_not_reached ();
}

/* The scan has to put all in the same order too; others rank words in a way of their own, so
 * that with them it is the order of what filters alone find. */
static void
check_answers (Round       *round,
               const Trial *trial)
{
  if (trial->contender == &contender_scan)
    compare_answers (round, find_trial (round, &contender_index), trial, TRUE);
  else if (trial->contender->strict)
    compare_answers (round, find_trial (round, &contender_index_strict), trial, FALSE);
}

static void
make_files (Round *round)
{
  g_autofree char *feed = g_build_filename (round->folder, CONTENDER_FEED, NULL);
  g_autofree char *corpus = g_build_filename (round->folder, CONTENDER_CORPUS, NULL);

  feed_maker_save_feed (feed, round->n_records);
  corpus_make (feed, corpus);
  round->corpus = corpus_open (corpus);
}

static void
add_trials (Round *round,
            guint  nth_size)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].strides[nth_size] > 0)
      {
        Trial *trial = &round->trials[round->n_trials++];

        trial->contender = entries[i].contender;
        trial->folder = round->folder;
        trial->stride = entries[i].strides[nth_size];
      }
}

static void
round_clear (Round *round)
{
  g_clear_pointer (&round->corpus, corpus_free);
  scratch_folder_remove (round->folder);
  g_clear_pointer (&round->folder, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Round, round_clear)

static gboolean
run_size (JsonBuilder *builder,
          guint        nth_size)
{
  g_auto (Round) round = {.n_records = sizes[nth_size], .folder = scratch_folder_new ()};

  make_files (&round);
  add_trials (&round, nth_size);
  search_table_print_head (round.n_records);

  for (guint i = 0; i < round.n_trials; i++)
    {
      Trial *trial = &round.trials[i];

      trial_make (trial);
      trial_ask (trial);
      search_table_add (builder, trial,
                        trial->contender->strict ? find_trial (&round, &contender_index_strict)
                                                 : find_trial (&round, &contender_index),
                        round.n_records);
      check_answers (&round, trial);
    }

  if (round.n_complaints == 0)
    printf ("All agree on every count, and on the order of what filters find.\n");
  else
    printf ("THEY DO NOT AGREE, in %u answers.\n", round.n_complaints);

  return round.n_complaints == 0;
}

static void
save (JsonBuilder *builder)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-search.json", NULL);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GError) error = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_file (generator, path, &error);
  g_assert_no_error (error);
  printf ("\nThe same as JSON: %s\n", path);
}

/* All but the last, with "--million" that too; or the one that is named. */
static gboolean
is_wanted (guint       nth_size,
           const char *wanted)
{
  if (wanted == NULL)
    return nth_size < N_USUAL_SIZES;

  return g_str_equal (wanted, "--million")
         || g_ascii_strtoull (wanted, NULL, 10) == sizes[nth_size];
}

int
main (int   argc,
      char *argv[])
{
  const Contender *contenders[G_N_ELEMENTS (entries) + 1] = {NULL};
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean agree = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    contenders[i] = entries[i].contender;
  bench_init (argc, argv, NULL);
  if (trial_init (argc, argv, contenders))
    return 0;

  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (is_wanted (i, argv[1]))
      agree = run_size (builder, i) && agree;
  json_builder_end_array (builder);
  save (builder);

  return agree ? 0 : 1;
}
