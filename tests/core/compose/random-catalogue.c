/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-catalogue.h"

static const char * const themes[] = {"bullying", "privacy", "disinformation", "gaming",
                                      "wellbeing"};
static const char * const formats[] = {"lesson_plan", "educational_game", "video",
                                       "worksheet",   "assessment",       "image"};
static const char * const audiences[] = {"student", "teacher", "parent", ""};
static const char * const languages[] = {"nl", "nl-BE", "fr", "de"};
static const guint lengths[] = {5, 10, 15, 20, 25, 30, 45, 50, 7, 33, 90};

static gboolean
chance (GRand *rand,
        int    percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

#define PICK(rand, array) (array)[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (array))]

static GStrv
random_needs (GRand *rand)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; sk_needs[i] != NULL; i++)
    if (chance (rand, 25))
      g_strv_builder_add (builder, sk_needs[i]);

  return g_strv_builder_end (builder);
}

static GStrv
random_languages (GRand *rand,
                  int    max)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = g_rand_int_range (rand, 1, max + 1); i > 0; i--)
    g_strv_builder_add (builder, PICK (rand, languages));

  return g_strv_builder_end (builder);
}

static SkAgeRange
random_ages (GRand *rand)
{
  guint8 min = (guint8) g_rand_int_range (rand, 6, 15);

  return (SkAgeRange) {min, (guint8) (min + g_rand_int_range (rand, 0, 6))};
}

void
random_catalogue_add (Fixture *self,
                      GRand   *rand,
                      guint    number)
{
  g_autofree char *id = g_strdup_printf ("urn:tool:%u", number);
  g_autofree char *two = g_strdup_printf ("%s %s", PICK (rand, themes), PICK (rand, themes));
  g_auto (SkResourceFields) fields = {
    .has_ages = chance (rand, 60),
    .ages = random_ages (rand),
    .minutes = chance (rand, 60) ? PICK (rand, lengths) : 0,
    .languages = random_languages (rand, 2),
    .themes =
      fixture_concepts (self, SK_FACET_THEME, chance (rand, 40) ? two : PICK (rand, themes)),
    .formats = fixture_concepts (self, SK_FACET_FORMAT, PICK (rand, formats)),
    .audiences = fixture_concepts (self, SK_FACET_AUDIENCE, PICK (rand, audiences)),
    .needs = chance (rand, 50) ? random_needs (rand) : NULL,
    .sensitive = chance (rand, 15),
  };

  if (fields.minutes > 5 && chance (rand, 25))
    fields.minutes_min = fields.minutes - 5;
  if (chance (rand, 25))
    {
      fields.group_min = (guint) g_rand_int_range (rand, 1, 20);
      fields.group_max = fields.group_min + 10;
    }
  if (number > 0 && chance (rand, 20))
    fields.translation_of =
      g_strdup_printf ("urn:tool:%d", g_rand_int_range (rand, 0, (gint32) number));

  fixture_add (self, id, &fields);
}

void
random_catalogue_ask (Fixture *self,
                      GRand   *rand)
{
  const char *avoid[] = {"urn:tool:0", "urn:tool:nowhere", NULL};

  self->request.minutes = (guint) g_rand_int_range (rand, 3, 130);
  if (chance (rand, 60))
    self->request.minutes = 50;
  self->request.has_ages = chance (rand, 70);
  self->request.ages = random_ages (rand);
  self->request.size = chance (rand, 40) ? (guint) g_rand_int_range (rand, 1, 30) : 0;
  if (chance (rand, 70))
    self->request.languages = random_languages (rand, 2);
  if (chance (rand, 40))
    self->request.without = random_needs (rand);
  if (chance (rand, 30))
    self->request.avoid = g_strdupv ((GStrv) avoid);

  for (int i = chance (rand, 50) ? g_rand_int_range (rand, 1, 4) : 0; i > 0; i--)
    {
      g_autofree char *uri =
        g_strconcat ("https://w3id.org/sidekick/theme/", PICK (rand, themes), NULL);

      sk_compose_request_set_theme (&self->request, uri, g_rand_double_range (rand, 0.5, 3));
    }
}

/* Of a class hour hardly anything, so that there are thousands of plans. */
void
random_catalogue_ask_little (Fixture *self,
                             GRand   *rand)
{
  self->request.minutes = (guint) g_rand_int_range (rand, 40, 61);
  self->request.has_ages = chance (rand, 50);
  self->request.ages = random_ages (rand);

  if (chance (rand, 50))
    for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
      {
        g_autofree char *uri = g_strconcat ("https://w3id.org/sidekick/theme/", themes[i], NULL);

        sk_compose_request_set_theme (&self->request, uri, g_rand_double_range (rand, 0, 3));
      }
}
