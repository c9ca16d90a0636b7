/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans for random catalogues beside all plans that there are. What a plan must be is written here
 * once more, in other words than the composer's; how good it is both ask of the same function. */

#include <string.h>

#include "compose-fixture.h"
#include "compose/sk-compose-pool.h"
#include "compose/sk-compose-search.h"
#include "random-catalogue.h"

#define N_SMALL 500
#define SMALL 12
#define N_LARGER 25
#define LARGER 26

/* A plan may be this much worse than the best one. */
#define TOLERANCE 0.05

typedef struct
{
  guint least;
  guint most;
} Range;

static gboolean
shares_language (SkResource             *resource,
                 const SkComposeRequest *request)
{
  const char * const *own = sk_resource_get_languages (resource);

  for (guint i = 0; request->languages[i] != NULL; i++)
    for (guint j = 0; own[j] != NULL; j++)
      if (g_ascii_strncasecmp (own[j], request->languages[i], 2) == 0)
        return TRUE;

  return FALSE;
}

static gboolean
has_named_theme (SkResource             *resource,
                 const SkComposeRequest *request)
{
  GPtrArray *concepts = sk_resource_get_concepts (resource, SK_FACET_THEME);

  for (guint i = 0; i < concepts->len; i++)
    if (g_hash_table_contains (request->themes,
                               sk_concept_get_id (g_ptr_array_index (concepts, i))))
      return TRUE;

  return FALSE;
}

static gboolean
needs_what_lacks (SkResource             *resource,
                  const SkComposeRequest *request)
{
  const char * const *needs = sk_resource_get_needs (resource);

  for (guint i = 0; needs[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) request->without, needs[i]))
      return TRUE;

  return FALSE;
}

/* Of each work the versions in other languages, theirs too, as a chain of ids. */
static gboolean
is_same_work (Fixture    *self,
              SkResource *a,
              SkResource *b)
{
  g_autoptr (GHashTable) same = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean grew = TRUE;

  g_hash_table_add (same, (char *) sk_resource_get_id (a));
  while (grew)
    {
      grew = FALSE;

      for (guint i = 0; i < self->resources->len; i++)
        {
          SkResource *each = g_ptr_array_index (self->resources, i);
          const char *id = sk_resource_get_id (each);
          const char *original = sk_resource_get_translation_of (each);

          if (original == NULL ||
              g_hash_table_contains (same, id) == g_hash_table_contains (same, original))
            continue;
          g_hash_table_add (same, (char *) id);
          g_hash_table_add (same, (char *) original);
          grew = TRUE;
        }
    }

  return g_hash_table_contains (same, sk_resource_get_id (b));
}

/* The first of the tools is, and with it its other versions. */
static gboolean
is_avoided (Fixture    *self,
            SkResource *resource)
{
  return self->request.avoid != NULL &&
         is_same_work (self, g_ptr_array_index (self->resources, 0), resource);
}

/* Whether a tool may be in a session of that request at all, but for its minutes. */
static gboolean
may_be_used (Fixture    *self,
             SkResource *resource)
{
  const SkComposeRequest *request = &self->request;
  guint size = request->size;
  guint largest = sk_resource_get_group_max (resource);
  SkAgeRange ages;

  if (request->has_ages && sk_resource_get_ages (resource, &ages) &&
      (ages.max < request->ages.min || ages.min > request->ages.max))
    return FALSE;
  if (size > 0 && (size < sk_resource_get_group_min (resource) || (largest > 0 && size > largest)))
    return FALSE;

  return (request->languages == NULL || shares_language (resource, request)) &&
         (request->themes == NULL || has_named_theme (resource, request)) &&
         (request->without == NULL || !needs_what_lacks (resource, request)) &&
         !is_avoided (self, resource);
}

static Range
get_tool_range (SkResource *resource)
{
  guint stated = sk_resource_get_minutes (resource);
  guint shortest = sk_resource_get_minutes_min (resource);
  g_autoptr (SkBlock) block = sk_block_new_tool (resource, NULL);
  guint guess = sk_block_get_minutes (block);

  if (stated > 0)
    return (Range) {shortest > 0 ? shortest : stated, stated};

  return (Range) {(guint) (guess * 2.0 / 3 / 5 + 0.5) * 5, guess};
}

/* What is around tools: an opening, a closing, breaks between them, and a talk after each. */
static Range
get_own_range (guint minutes,
               guint n_tools)
{
  guint n_breaks = 0;
  guint least = minutes >= 30 ? 5 : MAX (minutes / 10, 1);
  guint most = minutes >= 30 ? 15 : MAX (minutes / 4, least);

  while (n_breaks + 1 < n_tools && minutes >= 15 + 75 * (n_breaks + 1) && minutes > 15)
    n_breaks++;

  return (Range) {
    2 * least + 5 * n_breaks,
    MIN (most, 10) + MIN (most, 15) + n_tools * MIN (most, 15) + 15 * n_breaks,
  };
}

static Range
add_up (GPtrArray *tools,
        guint      minutes)
{
  Range sum = get_own_range (minutes, tools->len);

  for (guint i = 0; i < tools->len; i++)
    {
      Range range = get_tool_range (g_ptr_array_index (tools, i));

      sum.least += range.least;
      sum.most += range.most;
    }

  return sum;
}

/* All plans there are, and the best one. */
typedef struct
{
  Fixture *fixture;
  SkIndex *index;
  SkComposeTask task;
  SkComposeWorks *works;
  SkComposePool *pool;
  GPtrArray *chosen;          /* SkResource */
  guint n_plans;
  SkComposeScore best;
} Optimum;

static SkComposeScore
score (Optimum   *self,
       GPtrArray *resources)
{
  SkComposePlan plan = {.n_tools = resources->len};

  for (guint i = 0; i < plan.n_tools; i++)
    {
      guint32 record;

      g_assert_true (sk_index_find (self->index,
                                    sk_resource_get_id (g_ptr_array_index (resources, i)),
                                    &record));
      plan.tools[i] = &self->pool->tools[record];
    }

  g_assert_true (sk_compose_plan_init (&plan, &self->task, SK_PURPOSE_BALANCED));
  return plan.score;
}

static void
judge (Optimum *self)
{
  SkComposeScore found = score (self, self->chosen);

  if (self->n_plans++ == 0 || sk_compose_score_compare (&found, &self->best) < 0)
    self->best = found;
}

/* Adds each later tool in turn, and tries what comes of it. */
static void
extend (Optimum *self,
        guint    first)
{
  Fixture *fixture = self->fixture;

  for (guint i = first; i < fixture->resources->len; i++)
    {
      SkResource *resource = g_ptr_array_index (fixture->resources, i);
      gboolean fits = may_be_used (fixture, resource);
      Range sum;

      for (guint j = 0; fits && j < self->chosen->len; j++)
        fits = !is_same_work (fixture, resource, g_ptr_array_index (self->chosen, j));
      if (!fits)
        continue;

      g_ptr_array_add (self->chosen, resource);
      sum = add_up (self->chosen, fixture->request.minutes);
      if (sum.least <= fixture->request.minutes && fixture->request.minutes <= sum.most)
        judge (self);
      if (sum.least <= fixture->request.minutes &&
          self->chosen->len < fixture->request.minutes / 10 + 1)
        extend (self, i + 1);
      g_ptr_array_set_size (self->chosen, (int) self->chosen->len - 1);
    }
}

static void
optimum_init (Optimum *self,
              Fixture *fixture)
{
  *self = (Optimum) {.fixture = fixture, .chosen = g_ptr_array_new ()};

  self->index = sk_index_new (fixture->resources, fixture->vocabularies);
  self->works = sk_compose_works_new (self->index, NULL);
  sk_compose_task_init (&self->task, &fixture->request);
  self->pool = sk_compose_pool_new (self->index, &self->task, self->works, NULL);
  extend (self, 0);
}

static void
optimum_clear (Optimum *self)
{
  g_clear_pointer (&self->pool, sk_compose_pool_free);
  sk_compose_task_clear (&self->task);
  g_clear_pointer (&self->works, sk_compose_works_free);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_object (&self->index);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Optimum, optimum_clear)

static void
check_reason (SkBlock    *block,
              gboolean    is_unknown,
              const char *reason)
{
  const char * const *reasons = sk_block_get_reasons (block);
  gboolean found = FALSE;

  for (guint i = 0; reasons[i] != NULL; i++)
    found = found || g_str_has_prefix (reasons[i], reason);

  g_assert_cmpint (found, ==, is_unknown);
}

static void
check_tool (Fixture *self,
            SkBlock *block)
{
  SkResource *resource = sk_block_get_resource (block);
  Range range = get_tool_range (resource);
  guint minutes = sk_block_get_minutes (block);
  gboolean guessed = sk_resource_get_minutes (resource) == 0;

  g_assert_true (may_be_used (self, resource));
  g_assert_cmpuint (minutes, >=, range.least);
  g_assert_cmpuint (minutes, <=, range.most);
  g_assert_cmpint (sk_block_get_minutes_guessed (block), ==, guessed);
  check_reason (block, guessed, "unknown: minutes (");
  check_reason (block, !sk_resource_get_ages (resource, NULL), "unknown: age");
  check_reason (block, sk_resource_get_needs (resource)[0] == NULL, "unknown: needs");
}

/* Every rule of a plan, but how good it is. */
static void
check_proposal (Fixture          *self,
                const SkProposal *proposal)
{
  GPtrArray *blocks = proposal->blocks;
  g_autoptr (GPtrArray) tools = g_ptr_array_new ();
  guint minutes = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      SkBlock *block = g_ptr_array_index (blocks, i);

      minutes += sk_block_get_minutes (block);
      g_assert_nonnull (sk_block_get_reasons (block));
      g_assert_nonnull (sk_block_get_reasons (block)[0]);

      if (sk_block_get_kind (block) != SK_BLOCK_TOOL)
        continue;
      check_tool (self, block);
      for (guint j = 0; j < tools->len; j++)
        g_assert_false (
          is_same_work (self, sk_block_get_resource (block), g_ptr_array_index (tools, j)));
      g_ptr_array_add (tools, sk_block_get_resource (block));
    }

  g_assert_cmpuint (minutes, ==, self->request.minutes);
  g_assert_cmpuint (tools->len, >, 0);
  g_assert_cmpint (sk_block_get_kind (g_ptr_array_index (blocks, 0)), ==, SK_BLOCK_WELCOME);
  g_assert_cmpint (sk_block_get_kind (g_ptr_array_index (blocks, blocks->len - 1)), ==,
                   SK_BLOCK_DEBRIEF);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char *
list_tools (const SkProposal *proposal)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < proposal->blocks->len; i++)
    {
      const char *id = sk_block_get_resource_id (g_ptr_array_index (proposal->blocks, i));

      if (id != NULL)
        g_ptr_array_add (ids, (char *) id);
    }

  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static void
check_all_differ (SkComposition *composition)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sk_composition_get_n_proposals (composition); i++)
    {
      const SkProposal *proposal = sk_composition_get_proposal (composition, i);

      g_assert_true (g_hash_table_add (seen, list_tools (proposal)));
      g_assert_true (g_hash_table_add (titles, proposal->title));
    }
}

static SkComposeScore
score_proposal (Optimum          *optimum,
                const SkProposal *proposal)
{
  g_autoptr (GPtrArray) resources = g_ptr_array_new ();

  for (guint i = 0; i < proposal->blocks->len; i++)
    {
      SkResource *resource = sk_block_get_resource (g_ptr_array_index (proposal->blocks, i));

      if (resource != NULL)
        g_ptr_array_add (resources, resource);
    }

  return score (optimum, resources);
}

/* Relaxes what the composer says, and only that. */
static void
relax (Fixture       *self,
       SkComposition *composition)
{
  switch (sk_composition_get_relax (composition))
    {
    case SK_RELAX_AVOID:
      g_clear_pointer (&self->request.avoid, g_strfreev);
      break;
    case SK_RELAX_NEEDS:
      g_clear_pointer (&self->request.without, g_strfreev);
      break;
    case SK_RELAX_SIZE:
      self->request.size = 0;
      break;
    case SK_RELAX_THEMES:
      g_clear_pointer (&self->request.themes, g_hash_table_unref);
      break;
    case SK_RELAX_MINUTES:
      self->request.minutes = sk_composition_get_relaxed_minutes (composition);
      break;
    case SK_RELAX_AGE:
      self->request.has_ages = FALSE;
      break;
    case SK_RELAX_LANGUAGE:
      g_clear_pointer (&self->request.languages, g_strfreev);
      break;
    case SK_RELAX_NOTHING:
    default:
      g_assert_not_reached ();
    }
}

/* Where nothing fits, relaxing what is named makes a plan; or one alone does not, and it says so.
 */
static void
check_relax (Fixture       *self,
             SkComposition *composition)
{
  g_assert_nonnull (sk_composition_get_advice (composition));
  relax (self, composition);
  if (strstr (sk_composition_get_advice (composition), "together") == NULL)
    {
      g_auto (Optimum) optimum = {0};

      optimum_init (&optimum, self);
      g_assert_cmpuint (optimum.n_plans, >, 0);
    }
}

static void
check_catalogue (guint32 seed,
                 guint   max_tools)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_auto (Fixture) self = {0};
  g_autoptr (SkComposition) composition = NULL;
  g_auto (Optimum) optimum = {0};
  SkComposeScore first;
  guint n_tools;

  fixture_init (&self, 50);
  n_tools = (guint) g_rand_int_range (rand, (gint32) max_tools / 2, (gint32) max_tools + 1);
  for (guint i = 0; i < n_tools; i++)
    random_catalogue_add (&self, rand, i);
  if (max_tools > SMALL)
    random_catalogue_ask_little (&self, rand);
  else
    random_catalogue_ask (&self, rand);

  g_test_message ("seed %u: %u tools, %u minutes", seed, self.resources->len, self.request.minutes);
  composition = fixture_compose (&self);
  optimum_init (&optimum, &self);
  g_assert_cmpuint (sk_composition_get_n_proposals (composition), ==, MIN (optimum.n_plans, 3));
  for (guint i = 0; i < sk_composition_get_n_proposals (composition); i++)
    check_proposal (&self, sk_composition_get_proposal (composition, i));
  check_all_differ (composition);

  if (optimum.n_plans == 0)
    {
      check_relax (&self, composition);
      return;
    }

  first = score_proposal (&optimum, sk_composition_get_proposal (composition, 0));
  g_assert_cmpint (first.thin, ==, optimum.best.thin);
  g_assert_cmpuint (first.tier, ==, optimum.best.tier);
  g_assert_cmpfloat (first.value, >=, optimum.best.value * (1 - TOLERANCE));
}

static void
test_small (void)
{
  for (guint32 seed = 0; seed < N_SMALL; seed++)
    check_catalogue (seed, SMALL);
}

/* More plans than a search keeps. */
static void
test_larger (void)
{
  for (guint32 seed = 0; seed < N_LARGER; seed++)
    check_catalogue (seed, LARGER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose/optimum/small", test_small);
  g_test_add_func ("/compose/optimum/larger", test_larger);
  return g_test_run ();
}
