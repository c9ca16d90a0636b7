/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-records.h"

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

/* Words that begin alike, words that end others, words that belong together, and words of
 * several scripts. */
static const char * const words[] = {
  "safe",       "safer",        "game",        "gamer",           "chat",        "chatten",
  "film",       "pesten",       "cyberpesten", "groepspesten",    "kompetenz",   "medien",
  "Kompetenz",  "sicher",       "Sicherheit",  "op school",       "safe online", "internet",
  "vie privée", "harcèlement",  "l’école",     "Medienkompetenz", "网络安全",    "网络",
  "الأمان",     "безопасность", "Straße",      "e-mail",          "in de klas",  "3D",
};
static const char * const opening_marks[] = {"\"", "“", "„", "«", "« "};
static const char * const closing_marks[] = {"\"", "”", "“", "»", " »", ""};
static const char * const ages[] = {"3-5", "9-11", "19-99", "8-10", "0-99", "12-12"};
static const char * const lengths[] = {"15", "50", "longer", "45", "100", "7", "1", "149"};
static const char * const needs[] = {"internet", "screen", "printer", "tables", "a ladder"};
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

static void
append_word (GString *text,
             GRand   *rand)
{
  g_string_append (text, PICK (rand, words));

  if (chance (rand, 15))
    g_string_append (text, PICK (rand, words));
  for (int letters = chance (rand, 20) ? 2 : 0; letters > 0; letters--)
    g_string_append_c (text, (char) g_rand_int_range (rand, 'a', 'f'));
}

static char *
make_sentence (GRand *rand,
               int    max_words)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, max_words); i >= 0; i--)
    {
      append_word (sentence, rand);
      g_string_append_c (sentence, ' ');
    }

  return g_string_free_and_steal (g_steal_pointer (&sentence));
}

static SkLangString *
make_text (GRand *rand,
           int    max_words)
{
  SkLangString *text = sk_lang_string_new ();

  for (int i = chance (rand, 25) ? 1 : 0; i >= 0; i--)
    {
      g_autofree char *sentence = make_sentence (rand, max_words);

      sk_lang_string_add (text, PICK (rand, primaries), sentence);
    }

  return text;
}

static GStrv
make_keywords (GRand *rand)
{
  g_autoptr (GStrvBuilder) keywords = g_strv_builder_new ();

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    g_strv_builder_take (keywords, make_sentence (rand, 2));

  return g_strv_builder_end (keywords);
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
add (GPtrArray  *resources,
     const char *id,
     GRand      *rand)
{
  g_auto (SkResourceFields) fields = {0};

  fields.name = make_text (rand, 4);
  fields.description = chance (rand, 50) ? make_text (rand, 12) : NULL;
  fields.keywords = make_keywords (rand);
  fields.languages = make_strings (rand, languages, G_N_ELEMENTS (languages));
  fields.publishers = make_strings (rand, publishers, G_N_ELEMENTS (publishers));
  fields.needs = make_strings (rand, needs, G_N_ELEMENTS (needs));
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

/* Records of few words and values, so that queries match many of them. */
void
random_add (GPtrArray *resources,
            GRand     *rand)
{
  g_autofree char *id = g_strdup_printf ("urn:test:%08x", g_rand_int (rand));

  add (resources, id, rand);
}

/* One comes, one goes, one is another than it was, as a feed changes. */
void
random_change (GPtrArray *resources,
               GRand     *rand)
{
  guint changed = (guint) g_rand_int_range (rand, 0, (gint32) resources->len);
  g_autofree char *id = g_strdup (sk_resource_get_id (g_ptr_array_index (resources, changed)));

  g_ptr_array_remove_index (resources, changed);
  add (resources, id, rand);

  random_add (resources, rand);
  g_ptr_array_remove_index_fast (resources,
                                 (guint) g_rand_int_range (rand, 0, (gint32) resources->len));
}

static const char *
pick_character (GString *text,
                GRand   *rand)
{
  glong n_characters = g_utf8_strlen (text->str, -1);

  return g_utf8_offset_to_pointer (text->str, g_rand_int_range (rand, 0, (gint32) n_characters));
}

/* As fingers do: a character more, one less, another one, or two the other way round. */
static void
slip (GString *text,
      GRand   *rand)
{
  const char *at = pick_character (text, rand);
  gssize place = at - text->str;
  gssize length = g_utf8_next_char (at) - at;
  g_autofree char *character = g_strndup (at, (gsize) length);

  if (chance (rand, 75))
    g_string_erase (text, place, length);
  if (chance (rand, 50))
    g_string_insert_c (text, place, (char) g_rand_int_range (rand, 'a', 'z'));
  else if (place < (gssize) text->len && chance (rand, 50))
    g_string_insert (text, g_utf8_next_char (text->str + place) - text->str, character);
}

static void
append_phrase (GString *text,
               GRand   *rand)
{
  g_string_append (text, PICK (rand, opening_marks));

  for (int i = g_rand_int_range (rand, 0, 2); i >= 0; i--)
    {
      append_word (text, rand);
      if (i > 0)
        g_string_append_c (text, ' ');
    }

  g_string_append (text, PICK (rand, closing_marks));
}

/* Words as the records have them and as they do not, to their ends or not. */
static char *
make_question (GRand *rand)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, 3); i >= 0; i--)
    {
      if (chance (rand, 25))
        append_phrase (text, rand);
      else
        append_word (text, rand);

      if (chance (rand, 20))
        slip (text, rand);
      if (i > 0 || chance (rand, 25))
        g_string_append_c (text, ' ');
    }

  if (chance (rand, 40))
    g_string_truncate (text, (gsize) (pick_character (text, rand) - text->str));

  return g_string_free_and_steal (g_steal_pointer (&text));
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

  if (chance (rand, 60))
    {
      g_autofree char *text = make_question (rand);
      g_autoptr (SkQuery) before = query;
      g_autoptr (SkQuery) asked = sk_query_with_text (before, text);

      query = sk_query_with_strict (asked, chance (rand, 25));
    }

  if (chance (rand, 15))
    {
      g_autoptr (SkQuery) before = query;

      query = sk_query_with_lacking (before, PICK (rand, needs));
    }

  {
    g_autoptr (SkQuery) before = query;

    return sk_query_with_order (before, (SkOrder) g_rand_int_range (rand, 0, SK_ORDER_TITLE + 1));
  }
}

/* The same, now and then among some of the records alone, and what is not there. */
SkQuery *
random_query_among (GRand     *rand,
                    GPtrArray *resources)
{
  g_autoptr (SkQuery) query = random_query (rand);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  if (chance (rand, 80))
    return g_steal_pointer (&query);

  g_strv_builder_add (builder, "urn:test:nowhere");
  for (guint i = 0; i < resources->len; i++)
    if (chance (rand, 30))
      g_strv_builder_add (builder, sk_resource_get_id (g_ptr_array_index (resources, i)));

  ids = g_strv_builder_end (builder);
  return sk_query_with_among (query, "Some", (const char * const *) ids);
}
