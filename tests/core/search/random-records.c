/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-records.h"

#include <string.h>

#include "search-fixture.h"

static const char * const themes[] = {
  "https://w3id.org/sidekick/theme/bullying",
  "https://w3id.org/sidekick/theme/privacy",
  "https://w3id.org/sidekick/theme/help",
  "https://example.org/theme/trolls",
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
    {
      g_string_append (sentence, PICK (rand, words));
      for (int letters = chance (rand, 30) ? 2 : 0; letters > 0; letters--)
        g_string_append_c (sentence, (char) g_rand_int_range (rand, 'a', 'f'));
      g_string_append_c (sentence, ' ');
    }

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

/* Records of few words and values, so that queries match many of them. */
void
random_add (GPtrArray *resources,
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
  fields.modified =
    chance (rand, 80) ? g_strdup_printf ("20%02d-01-01", g_rand_int_range (rand, 10, 27)) : NULL;

  fixture_add (resources, id, &fields);
}

/* Texts and values as the records have them, none, and some that none has. */
SkQuery *
random_query (GRand *rand)
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
