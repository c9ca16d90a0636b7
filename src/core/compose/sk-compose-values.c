/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-values.h"

#include "search/sk-index-facts.h"
#include "session/sk-balance.h"
#include "session/sk-block-guess.h"

/* Themes that go on working in a group after the bell. */
static const char * const sensitive_themes[] = {"bullying", "sexting-grooming",
                                                "hate-radicalisation", NULL};

/* What a language is worth that is not the first one of the group. */
#define OTHER_LANGUAGE 0.5

/* What an audience is worth where it is not the young but who leads them. */
#define LEADERS 0.8

/* How well a format fills some minutes with a group, where it comes in a session, and whether it
 * is most often seen on a screen. */
typedef struct
{
  const char *format;
  double worth;
  SkTurn turn;
  gboolean screen;
} Format;

static const Format formats[] = {
  {"lesson_plan", 1.0, SK_TURN_DO, FALSE},     {"educational_game", 1.0, SK_TURN_PLAY, TRUE},
  {"worksheet", 1.0, SK_TURN_DO, FALSE},       {"experiment", 1.0, SK_TURN_DO, FALSE},
  {"case_study", 0.9, SK_TURN_DO, FALSE},      {"assessment", 0.9, SK_TURN_QUIZ, TRUE},
  {"simulation", 0.9, SK_TURN_PLAY, TRUE},     {"video", 0.8, SK_TURN_WATCH, TRUE},
  {"slide", 0.7, SK_TURN_WATCH, TRUE},         {"application", 0.6, SK_TURN_DO, TRUE},
  {"image", 0.6, SK_TURN_WATCH, FALSE},        {"audio", 0.6, SK_TURN_WATCH, FALSE},
  {"questionnaire", 0.6, SK_TURN_QUIZ, FALSE}, {"drill_and_practice", 0.6, SK_TURN_QUIZ, TRUE},
  {"script", 0.5, SK_TURN_DO, FALSE},          {"text", 0.4, SK_TURN_DO, FALSE},
  {"web_page", 0.4, SK_TURN_DO, TRUE},         {"course", 0.4, SK_TURN_DO, TRUE},
  {"textbook", 0.2, SK_TURN_DO, FALSE},        {"portal", 0.2, SK_TURN_DO, TRUE},
};

static const Format no_format = {NULL, 0.4, SK_TURN_DO, FALSE};

static gboolean
has_notation (const SkFacetCount *value,
              const char * const *notations)
{
  const char *notation = value->concept != NULL ? sk_concept_get_notation (value->concept) : NULL;

  return notation != NULL && g_strv_contains (notations, notation);
}

static void
read_theme (SkComposeValue      *self,
            const SkComposeTask *task,
            const SkFacetCount  *value)
{
  const char *family = value->concept != NULL ? sk_concept_get_family (value->concept) : NULL;

  self->family = -1;
  for (int i = 0; family != NULL && i < SK_N_FAMILIES; i++)
    if (g_str_equal (family, sk_families[i]))
      self->family = i;

  for (guint i = 0; i < task->n_themes; i++)
    if (g_str_equal (value->value, task->themes[i]))
      self->theme = (guint64) 1 << i;
  self->sensitive = has_notation (value, sensitive_themes);
}

static void
read_format (SkComposeValue     *self,
             const SkFacetCount *value)
{
  const char *notation = value->concept != NULL ? sk_concept_get_notation (value->concept) : NULL;
  Format format = no_format;

  for (guint i = 0; notation != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (notation, formats[i].format))
      format = formats[i];

  self->worth = format.worth;
  self->turn = format.turn;
  self->screen = format.screen;
  self->guesses = sk_block_guess_of_format (value->concept, &self->minutes, &self->activity);
}

static void
read_language (SkComposeValue      *self,
               const SkComposeTask *task,
               const SkFacetCount  *value)
{
  g_autofree char *root = sk_compose_language_root (value->value);

  self->worth = task->languages == NULL ? 1 : 0;
  for (guint i = 0; task->languages != NULL && task->languages[i] != NULL; i++)
    if (g_str_equal (root, task->languages[i]))
      self->worth = MAX (self->worth, i == 0 ? 1 : OTHER_LANGUAGE);
}

static void
read_audience (SkComposeValue     *self,
               const SkFacetCount *value)
{
  static const char * const young[] = {"student", NULL};
  static const char * const leaders[] = {"teacher", "mentor", "peerTutor", NULL};

  self->worth = has_notation (value, young) ? 1 : has_notation (value, leaders) ? LEADERS : 0;
}

/**
 * sk_compose_values_init:
 * @self: (out caller-allocates): the values
 * @index: whose values they are
 *
 * Looks once at each value that records have, so that of a record only numbers are read.
 */
void
sk_compose_values_init (SkComposeValues     *self,
                        const SkComposeTask *task,
                        SkIndex             *index)
{
  self->n_values = sk_index_get_n_values (index);
  self->values = g_new0 (SkComposeValue, self->n_values);

  for (guint i = 0; i < self->n_values; i++)
    {
      SkComposeValue *each = &self->values[i];
      const SkFacetCount *value = sk_index_read_value (index, i, &each->facet);

      /* Not stated is not a value. */
      if (value == NULL || g_str_equal (value->value, SK_FACET_NONE))
        each->facet = SK_N_FACETS;
      else if (each->facet == SK_FACET_THEME)
        read_theme (each, task, value);
      else if (each->facet == SK_FACET_FORMAT)
        read_format (each, value);
      else if (each->facet == SK_FACET_LANGUAGE)
        read_language (each, task, value);
      else if (each->facet == SK_FACET_AUDIENCE)
        read_audience (each, value);
      else if (each->facet == SK_FACET_SETTING)
        each->worth = g_strcmp0 (value->value, task->setting) == 0;
      else if (each->facet == SK_FACET_FREE)
        each->costs = g_str_equal (value->value, SK_FREE_NO);
    }
}

/**
 * sk_compose_values_clear:
 *
 * Frees the values.
 */
void
sk_compose_values_clear (SkComposeValues *self)
{
  g_clear_pointer (&self->values, g_free);
}
