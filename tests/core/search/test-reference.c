/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random queries over random records, each answer compared with one that is worked out
 * here from the records themselves, a value and a record at a time. */

#include "search-fixture.h"

#include <stdio.h>
#include <string.h>

#define N_RECORDS 250
#define N_QUERIES 400
#define SEED 20260210

static const char * const themes[] = {
  "https://w3id.org/sidekick/theme/bullying", "https://w3id.org/sidekick/theme/privacy",
  "https://w3id.org/sidekick/theme/help",     "https://example.org/theme/trolls",
  "Deepfakes",
};
static const char * const languages[] = {"nl-BE", "nl", "fr", "de", "EN"};
static const char * const primaries[] = {"nl", "fr", "de", "en", "pl"};
static const char * const publishers[] = {"Mediawijs", "Child Focus", "klicksafe", "BIK"};
static const char * const licences[] = {"https://example.org/by", "https://example.org/nc"};
static const char * const words[] = {"safe", "safer", "game", "gamer", "chat", "film", "picture"};
static const char * const ages[] = {"3-5", "9-11", "19-99", "8-10", "0-99", "12-12"};
static const char * const lengths[] = {"15", "50", "longer", "45", "100"};
static const char * const frees[] = {"true", "false"};

typedef struct
{
  const char * const *values;
  guint n_values;
} Pool;

static const Pool pools[SK_N_FACETS] = {
  [SK_FACET_AGE] = {ages, G_N_ELEMENTS (ages)},
  [SK_FACET_THEME] = {themes, G_N_ELEMENTS (themes)},
  [SK_FACET_FORMAT] = {themes, G_N_ELEMENTS (themes)},
  [SK_FACET_LANGUAGE] = {primaries, G_N_ELEMENTS (primaries)},
  [SK_FACET_AUDIENCE] = {themes, G_N_ELEMENTS (themes)},
  [SK_FACET_SETTING] = {themes, G_N_ELEMENTS (themes)},
  [SK_FACET_LENGTH] = {lengths, G_N_ELEMENTS (lengths)},
  [SK_FACET_PUBLISHER] = {publishers, G_N_ELEMENTS (publishers)},
  [SK_FACET_LICENCE] = {licences, G_N_ELEMENTS (licences)},
  [SK_FACET_FREE] = {frees, G_N_ELEMENTS (frees)},
};

static gboolean
chance (GRand *rand,
        guint  percent)
{
  return g_rand_int_range (rand, 0, 100) < (gint32) percent;
}

static const char *
pick (GRand              *rand,
      const char * const *values,
      guint               n_values)
{
  return values[g_rand_int_range (rand, 0, (gint32) n_values)];
}

#define PICK(rand, array) pick (rand, array, G_N_ELEMENTS (array))

static char *
make_sentence (GRand *rand)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, 4); i >= 0; i--)
    g_string_append_printf (sentence, "%s ", PICK (rand, words));

  return g_string_free_and_steal (g_steal_pointer (&sentence));
}

static SkLangString *
make_text (GRand *rand)
{
  g_autofree char *sentence = make_sentence (rand);

  return fixture_text (PICK (rand, primaries), sentence);
}

static GPtrArray *
make_concepts (GRand *rand)
{
  return chance (rand, 30) ? NULL
                           : fixture_concepts (PICK (rand, themes), PICK (rand, themes), NULL);
}

static GStrv
make_strings (GRand              *rand,
              const char * const *values,
              guint               n_values)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  for (int i = g_rand_int_range (rand, 0, 3); i > 0; i--)
    g_strv_builder_add (strings, pick (rand, values, n_values));

  return g_strv_builder_end (strings);
}

static void
add_random (GPtrArray *resources,
            GRand     *rand)
{
  g_auto (SkResourceFields) fields = {0};
  g_autofree char *id = g_strdup_printf ("urn:test:%u", resources->len);

  fields.name = make_text (rand);
  fields.description = chance (rand, 50) ? make_text (rand) : NULL;
  fields.keywords = make_strings (rand, words, G_N_ELEMENTS (words));
  fields.languages = make_strings (rand, languages, G_N_ELEMENTS (languages));
  fields.publishers = make_strings (rand, publishers, G_N_ELEMENTS (publishers));
  fields.themes = make_concepts (rand);
  fields.formats = make_concepts (rand);
  fields.audiences = make_concepts (rand);
  fields.settings = make_concepts (rand);
  fields.has_ages = chance (rand, 60);
  if (fields.has_ages)
    {
      fields.ages.min = (guint8) g_rand_int_range (rand, SK_AGE_MIN, 20);
      fields.ages.max = (guint8) g_rand_int_range (rand, fields.ages.min, SK_AGE_MAX + 1);
    }
  fields.minutes = chance (rand, 60) ? (guint) g_rand_int_range (rand, 1, 150) : 0;
  fields.license = chance (rand, 50) ? g_strdup (PICK (rand, licences)) : NULL;
  fields.free = (SkStated) g_rand_int_range (rand, SK_STATED_NO, SK_STATED_YES + 1);
  fields.modified
      = chance (rand, 80) ? g_strdup_printf ("20%02d-01-01", g_rand_int_range (rand, 10, 27)) : NULL;

  fixture_add (resources, id, &fields);
}

static SkQuery *
make_query (GRand *rand)
{
  SkQuery *query = sk_query_new ();

  for (guint facet = 0; facet < SK_N_FACETS; facet++)
    for (int i = chance (rand, 20) ? g_rand_int_range (rand, 1, 4) : 0; i > 0; i--)
      {
        const char *value = chance (rand, 20)
                                ? SK_FACET_NONE
                                : pick (rand, pools[facet].values, pools[facet].n_values);
        g_autoptr (SkQuery) before = query;

        query = sk_query_with_value (before, (SkFacet) facet, value);
      }

  if (chance (rand, 50))
    {
      g_autofree char *sentence = make_sentence (rand);
      g_autoptr (SkQuery) before = query;

      sentence[g_rand_int_range (rand, 1, (gint32) strlen (sentence) + 1)] = '\0';
      query = sk_query_with_text (before, sentence);
    }

  {
    g_autoptr (SkQuery) before = query;

    return sk_query_with_order (before, (SkOrder) g_rand_int_range (rand, 0, SK_ORDER_TITLE));
  }
}

static gboolean
has_concept (SkResource *resource,
             SkFacet     facet,
             const char *value)
{
  GPtrArray *concepts = sk_resource_get_concepts (resource, facet);

  if (concepts == NULL || concepts->len == 0)
    return g_str_equal (value, SK_FACET_NONE);

  for (guint i = 0; i < concepts->len; i++)
    if (g_str_equal (sk_concept_get_key (g_ptr_array_index (concepts, i)), value))
      return TRUE;

  return FALSE;
}

static gboolean
has_string (const char * const *strings,
            const char         *value)
{
  if (strings == NULL || strings[0] == NULL)
    return g_str_equal (value, SK_FACET_NONE);

  return g_strv_contains (strings, value);
}

static gboolean
has_language (SkResource *resource,
              const char *value)
{
  const char * const *tags = sk_resource_get_languages (resource);

  if (tags == NULL || tags[0] == NULL)
    return g_str_equal (value, SK_FACET_NONE);

  for (guint i = 0; tags[i] != NULL; i++)
    if (g_ascii_strncasecmp (tags[i], value, 2) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_age (SkResource *resource,
         const char *value)
{
  SkAgeRange stated;
  gboolean has = sk_resource_get_ages (resource, &stated);
  int min = 0;
  int max = 0;

  if (g_str_equal (value, SK_FACET_NONE))
    return !has;

  g_assert_cmpint (sscanf (value, "%d-%d", &min, &max), ==, 2);
  for (int year = min; has && year <= max; year++)
    if (year >= stated.min && year <= stated.max)
      return TRUE;

  return FALSE;
}

static gboolean
has_length (SkResource *resource,
            const char *value)
{
  guint minutes = sk_resource_get_minutes (resource);

  if (g_str_equal (value, SK_FACET_NONE))
    return minutes == 0;
  if (g_str_equal (value, SK_LENGTH_LONGER))
    return minutes > 100;

  return minutes > 0 && minutes <= (guint) atoi (value);
}

static gboolean
has_free (SkResource *resource,
          const char *value)
{
  switch (sk_resource_get_free (resource))
    {
    case SK_STATED_YES:
      return g_str_equal (value, "true");
    case SK_STATED_NO:
      return g_str_equal (value, "false");
    case SK_STATED_NOT:
    default:
      return g_str_equal (value, SK_FACET_NONE);
    }
}

static gboolean
has_value (SkResource *resource,
           SkFacet     facet,
           const char *value)
{
  const char *licence[] = {sk_resource_get_license (resource), NULL};

  switch (facet)
    {
    case SK_FACET_AGE:
      return has_age (resource, value);
    case SK_FACET_LANGUAGE:
      return has_language (resource, value);
    case SK_FACET_LENGTH:
      return has_length (resource, value);
    case SK_FACET_PUBLISHER:
      return has_string (sk_resource_get_publishers (resource), value);
    case SK_FACET_LICENCE:
      return has_string (licence, value);
    case SK_FACET_FREE:
      return has_free (resource, value);
    default:
      return has_concept (resource, facet, value);
    }
}

static gboolean
wants (SkQuery    *query,
       SkFacet     facet,
       SkResource *resource)
{
  const char * const *values = sk_query_get_values (query, facet);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (has_value (resource, facet, values[i]))
      return TRUE;

  return values == NULL || values[0] == NULL;
}

static guint
score_field (const char *field,
             const char *word,
             gboolean    whole,
             guint       weight)
{
  g_autofree char *lower = g_ascii_strdown (field, -1);
  g_auto (GStrv) tokens = g_strsplit (lower, " ", -1);
  guint best = 0;

  for (guint i = 0; tokens[i] != NULL; i++)
    if (g_str_equal (tokens[i], word))
      return 2 * weight;
    else if (!whole && g_str_has_prefix (tokens[i], word))
      best = weight;

  return best;
}

static guint
score_word (SkResource *resource,
            const char *word,
            gboolean    whole)
{
  const char *name = sk_lang_string_get_nth (sk_resource_get_name (resource), 0, NULL);
  SkLangString *description = sk_resource_get_description (resource);
  g_autofree char *keywords = g_strjoinv (" ", (GStrv) sk_resource_get_keywords (resource));
  g_autofree char *names = g_strjoinv (" ", (GStrv) sk_resource_get_publishers (resource));
  guint best = score_field (name, word, whole, 16);

  best = MAX (best, score_field (keywords, word, whole, 4));
  best = MAX (best, score_field (names, word, whole, 4));
  if (sk_lang_string_get_size (description) > 0)
    best = MAX (best, score_field (sk_lang_string_get_nth (description, 0, NULL), word, whole, 1));

  return best;
}

static gboolean
matches_text (SkQuery    *query,
              SkResource *resource,
              guint      *score)
{
  const char *text = sk_query_get_text (query);
  g_auto (GStrv) asked = g_strsplit (text != NULL ? text : "", " ", -1);

  *score = 0;
  for (guint i = 0; asked[i] != NULL; i++)
    if (*asked[i] != '\0')
      {
        guint worth = score_word (resource, asked[i], asked[i + 1] != NULL);

        if (worth == 0)
          return FALSE;
        *score += worth;
      }

  return TRUE;
}

static gboolean
matches_others (SkQuery    *query,
                SkResource *resource,
                SkFacet     left_out)
{
  guint score;

  if (!matches_text (query, resource, &score))
    return FALSE;

  for (guint i = 0; i < SK_N_FACETS; i++)
    if (i != left_out && !wants (query, (SkFacet) i, resource))
      return FALSE;

  return TRUE;
}

static void
check_facet (GPtrArray *resources,
             SkQuery   *query,
             SkResults *results,
             SkFacet    facet)
{
  guint n_values;
  const SkFacetCount *counts = sk_results_get_facet (results, facet, &n_values);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < resources->len; i++)
    if (matches_others (query, g_ptr_array_index (resources, i), facet))
      g_ptr_array_add (others, g_ptr_array_index (resources, i));

  for (guint v = 0; v < n_values; v++)
    {
      guint expected = 0;

      for (guint i = 0; i < others->len; i++)
        expected += has_value (g_ptr_array_index (others, i), facet, counts[v].value);

      if (counts[v].count != expected)
        g_test_message ("%s: %s", sk_facet_get_name (facet), counts[v].value);
      g_assert_cmpuint (counts[v].count, ==, expected);
    }
}

/* Whether a comes before b, by the rule of the order alone. */
static gboolean
comes_before (SkQuery    *query,
              SkResource *a,
              SkResource *b)
{
  guint score_a;
  guint score_b;
  guint minutes_a = sk_resource_get_minutes (a);
  guint minutes_b = sk_resource_get_minutes (b);

  matches_text (query, a, &score_a);
  matches_text (query, b, &score_b);

  if (sk_query_get_order (query) == SK_ORDER_DEFAULT && score_a != score_b)
    return score_a > score_b;
  if (sk_query_get_order (query) == SK_ORDER_SHORTEST && minutes_a != minutes_b)
    return minutes_b == 0 || (minutes_a != 0 && minutes_a < minutes_b);
  if (g_strcmp0 (sk_resource_get_modified (a), sk_resource_get_modified (b)) != 0)
    return g_strcmp0 (sk_resource_get_modified (a), sk_resource_get_modified (b)) > 0;

  return strcmp (sk_resource_get_id (a), sk_resource_get_id (b)) < 0;
}

static void
check_answer (SkIndex   *index,
              GPtrArray *resources,
              SkQuery   *query)
{
  g_autoptr (SkResults) results = sk_index_search (index, query, NULL);
  g_autoptr (SkResource) before = NULL;
  guint expected = 0;

  for (guint i = 0; i < resources->len; i++)
    expected += matches_others (query, g_ptr_array_index (resources, i), SK_N_FACETS);

  g_assert_cmpuint (sk_results_get_count (results), ==, expected);

  for (guint i = 0; i < sk_results_get_count (results); i++)
    {
      g_autoptr (SkResource) resource = NULL;

      resource = sk_index_dup_resource (index, sk_results_get_record (results, i));
      g_assert_true (matches_others (query, resource, SK_N_FACETS));
      g_assert_true (before == NULL || comes_before (query, before, resource));
      g_set_object (&before, resource);
    }

  for (guint i = 0; i < SK_N_FACETS; i++)
    check_facet (resources, query, results, (SkFacet) i);
}

static void
test_random_queries (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SkIndex) index = NULL;

  for (guint i = 0; i < N_RECORDS; i++)
    add_random (resources, rand);

  index = fixture_index (resources);

  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (SkQuery) query = make_query (rand);

      check_answer (index, resources, query);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/reference/answers-random-queries-as-counting-by-hand-does",
                   test_random_queries);

  return g_test_run ();
}
