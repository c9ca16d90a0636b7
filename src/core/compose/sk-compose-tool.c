/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-tool.h"

#include "session/sk-balance.h"
#include "session/sk-block-guess.h"
#include "sk-compose-timing.h"

/* A tool whose length is a guess may be given two thirds of it, in round numbers. */
#define GUESS_STEP 5

/* Themes that go on working in a group after the bell, where a tool is about them above all. */
static const char * const sensitive_themes[] = {"bullying", "sexting-grooming",
                                                "hate-radicalisation", NULL};

/* How well a format fills some minutes with a group, where it comes in a session, and whether it
 * is most often seen on a screen. */
typedef struct
{
  const char *format;
  double value;
  guint turn;
  gboolean screen;
} Format;

enum
{
  TURN_SENSITIVE,
  TURN_QUIZ,
  TURN_WATCH,
  TURN_DO,
  TURN_PLAY,
};

static const Format formats[] = {
  {"lesson_plan", 1.0, TURN_DO, FALSE},     {"educational_game", 1.0, TURN_PLAY, TRUE},
  {"worksheet", 1.0, TURN_DO, FALSE},       {"experiment", 1.0, TURN_DO, FALSE},
  {"case_study", 0.9, TURN_DO, FALSE},      {"assessment", 0.9, TURN_QUIZ, TRUE},
  {"simulation", 0.9, TURN_PLAY, TRUE},     {"video", 0.8, TURN_WATCH, TRUE},
  {"slide", 0.7, TURN_WATCH, TRUE},         {"application", 0.6, TURN_DO, TRUE},
  {"image", 0.6, TURN_WATCH, FALSE},        {"audio", 0.6, TURN_WATCH, FALSE},
  {"questionnaire", 0.6, TURN_QUIZ, FALSE}, {"drill_and_practice", 0.6, TURN_QUIZ, TRUE},
  {"script", 0.5, TURN_DO, FALSE},          {"text", 0.4, TURN_DO, FALSE},
  {"web_page", 0.4, TURN_DO, TRUE},         {"course", 0.4, TURN_DO, TRUE},
  {"textbook", 0.2, TURN_DO, FALSE},        {"portal", 0.2, TURN_DO, TRUE},
};

static const Format no_format = {NULL, 0.4, TURN_DO, FALSE};

static const Format *
find_format (const SkConcept *concept)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (sk_concept_get_notation (concept), formats[i].format) == 0)
      return &formats[i];

  return &no_format;
}

/* The format that suits best speaks for the tool; a screen is taken if the first one takes it. */
static Format
judge_formats (SkResource *resource)
{
  GPtrArray *concepts = sk_resource_get_concepts (resource, SK_FACET_FORMAT);
  Format best = no_format;

  for (guint i = 0; concepts != NULL && i < concepts->len; i++)
    {
      const Format *format = find_format (g_ptr_array_index (concepts, i));

      if (i == 0)
        best = *format;
      best.value = MAX (best.value, format->value);
    }

  return best;
}

static gboolean
is_one_of (const SkConcept    *concept,
           const char * const *notations)
{
  const char *notation = sk_concept_get_notation (concept);

  return notation != NULL && g_strv_contains (notations, notation);
}

static gboolean
has_one_of (GPtrArray          *concepts,
            const char * const *notations)
{
  for (guint i = 0; i < concepts->len; i++)
    if (is_one_of (g_ptr_array_index (concepts, i), notations))
      return TRUE;

  return FALSE;
}

/* 1 for the language that leads, less for another one that the group understands, 0 for none. */
static double
judge_language (const SkComposeTask *task,
                SkResource          *resource)
{
  const char * const *languages = sk_resource_get_languages (resource);
  double best = 0;

  if (task->languages == NULL)
    return 1;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *root = sk_compose_language_root (languages[i]);

      for (guint j = 0; task->languages[j] != NULL; j++)
        if (g_str_equal (root, task->languages[j]))
          best = MAX (best, j == 0 ? 1 : 0.5);
    }

  return best;
}

/* How much of the group is meant, and how much the group is what is meant. */
static double
judge_ages (const SkComposeTask *task,
            SkResource          *resource)
{
  SkAgeRange ages;
  double shared;
  double asked;
  double stated;

  if (!task->has_ages || !sk_resource_get_ages (resource, &ages))
    return 0.4;

  asked = task->ages.max - task->ages.min + 1;
  stated = ages.max - ages.min + 1;
  shared = (double) MIN (ages.max, task->ages.max) - MAX (ages.min, task->ages.min) + 1;
  shared = MAX (shared, 0);
  return (0.6 * shared / asked + 0.4 * shared / stated) *
         (sk_resource_get_ages_estimated (resource) ? 0.9 : 1);
}

static double
judge_audience (SkResource *resource)
{
  static const char * const young[] = {"student", NULL};
  static const char * const leaders[] = {"teacher", "mentor", "peerTutor", NULL};
  GPtrArray *audiences = sk_resource_get_concepts (resource, SK_FACET_AUDIENCE);

  if (audiences == NULL || audiences->len == 0)
    return 0.5;
  if (has_one_of (audiences, young))
    return 1;

  return has_one_of (audiences, leaders) ? 0.8 : 0;
}

static double
judge_setting (const SkComposeTask *task,
               SkResource          *resource)
{
  GPtrArray *settings = sk_resource_get_concepts (resource, SK_FACET_SETTING);

  if (task->setting == NULL || settings == NULL || settings->len == 0)
    return 0.5;

  for (guint i = 0; i < settings->len; i++)
    if (g_str_equal (sk_concept_get_key (g_ptr_array_index (settings, i)), task->setting))
      return 1;

  return 0;
}

static gboolean
is_avoided (const SkComposeTask *task,
            SkResource          *resource)
{
  const char * const *translations = sk_resource_get_translations (resource);
  const char *original = sk_resource_get_translation_of (resource);

  if (g_hash_table_size (task->avoid) == 0)
    return FALSE;
  if (g_hash_table_contains (task->avoid, sk_resource_get_id (resource)) ||
      (original != NULL && g_hash_table_contains (task->avoid, original)))
    return TRUE;

  for (guint i = 0; translations[i] != NULL; i++)
    if (g_hash_table_contains (task->avoid, translations[i]))
      return TRUE;

  return FALSE;
}

static void
take_minutes (SkComposeTool *self)
{
  guint stated = sk_resource_get_minutes (self->resource);
  guint shortest = sk_resource_get_minutes_min (self->resource);

  self->guessed = stated == 0;
  self->longest = self->guessed ? MAX (sk_block_guess_minutes (self->resource), shortest) : stated;

  if (shortest > 0)
    self->shortest = MIN (shortest, self->longest);
  else if (!self->guessed)
    self->shortest = self->longest;
  else
    self->shortest = (2 * self->longest / 3 + GUESS_STEP / 2) / GUESS_STEP * GUESS_STEP;
}

static void
take_themes (SkComposeTool       *self,
             const SkComposeTask *task)
{
  GPtrArray *themes = sk_resource_get_concepts (self->resource, SK_FACET_THEME);

  self->family = -1;
  self->sensitive = sk_resource_get_sensitive (self->resource) ||
                    (themes != NULL && themes->len > 0 &&
                     is_one_of (g_ptr_array_index (themes, 0), sensitive_themes));

  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      const SkConcept *concept = g_ptr_array_index (themes, i);

      for (guint j = 0; j < task->n_themes; j++)
        if (g_str_equal (sk_concept_get_key (concept), task->themes[j]))
          self->themes |= (guint64) 1 << j;
      for (int j = 0; self->family < 0 && j < SK_N_FAMILIES; j++)
        if (g_strcmp0 (sk_concept_get_family (concept), sk_families[j]) == 0)
          self->family = j;
    }

  self->n_named = (guint) __builtin_popcountll (self->themes);
}

static void
take_needs (SkComposeTool       *self,
            const SkComposeTask *task,
            const Format        *format)
{
  static const char * const on_screen[] = {"screen", "devices", NULL};
  const char * const *needs = sk_resource_get_needs (self->resource);

  if (needs[0] == NULL)
    {
      self->unknown |= SK_UNKNOWN_NEEDS;
      self->screen = format->screen;
      return;
    }

  self->screen = (sk_compose_need_bits (needs) & sk_compose_need_bits (on_screen)) != 0;
  if ((sk_compose_need_bits (needs) & task->missing) != 0)
    self->failed |= 1u << SK_RELAX_NEEDS;
}

static void
take_ages (SkComposeTool       *self,
           const SkComposeTask *task)
{
  SkAgeRange ages;

  if (!sk_resource_get_ages (self->resource, &ages))
    self->unknown |= SK_UNKNOWN_AGE;
  else if (task->has_ages && !sk_age_range_overlaps (ages, task->ages))
    self->failed |= 1u << SK_RELAX_AGE;
}

static void
take_size (SkComposeTool       *self,
           const SkComposeTask *task)
{
  guint smallest = sk_resource_get_group_min (self->resource);
  guint largest = sk_resource_get_group_max (self->resource);

  if (task->size > 0 && (task->size < smallest || (largest > 0 && task->size > largest)))
    self->failed |= 1u << SK_RELAX_SIZE;
}

/**
 * sk_compose_tool_init:
 * @self: (out caller-allocates): the tool
 * @task: what is asked for
 * @resource: its record
 * @record: its number, by which ties are broken
 *
 * Holds a tool against a task.
 *
 * Its value is made of how well it suits the ages (0.3), its audience (0.25) and its format
 * (0.25), and whether it speaks the language that leads (0.1), is free (0.05) and made for such a
 * place (0.05).
 */
void
sk_compose_tool_init (SkComposeTool       *self,
                      const SkComposeTask *task,
                      SkResource          *resource,
                      guint32              record)
{
  Format format = judge_formats (resource);
  double language = judge_language (task, resource);

  *self = (SkComposeTool) {.resource = g_object_ref (resource), .record = record};
  self->activity = sk_block_guess_activity (resource);

  take_minutes (self);
  take_themes (self, task);
  take_needs (self, task, &format);
  take_ages (self, task);
  take_size (self, task);

  if (self->guessed)
    self->unknown |= SK_UNKNOWN_MINUTES;
  if (self->shortest > sk_compose_timing_get_room (task->minutes))
    self->failed |= 1u << SK_RELAX_MINUTES;
  if (language <= 0)
    self->failed |= 1u << SK_RELAX_LANGUAGE;
  if (task->n_themes > 0 && self->themes == 0)
    self->failed |= 1u << SK_RELAX_THEMES;
  if (is_avoided (task, resource))
    self->failed |= 1u << SK_RELAX_AVOID;

  self->n_asked = ((self->unknown & SK_UNKNOWN_MINUTES) != 0) +
                  (task->has_ages && (self->unknown & SK_UNKNOWN_AGE) != 0) +
                  (task->missing != 0 && (self->unknown & SK_UNKNOWN_NEEDS) != 0);
  self->turn = self->sensitive ? TURN_SENSITIVE : format.turn;
  self->value = 0.3 * judge_ages (task, resource) + 0.25 * judge_audience (resource) +
                0.25 * format.value + 0.1 * language + 0.05 * judge_setting (task, resource) +
                (sk_resource_get_free (resource) != SK_STATED_NO ? 0.05 : 0);
}

/**
 * sk_compose_tool_clear:
 *
 * Lets go of the tool's record.
 */
void
sk_compose_tool_clear (SkComposeTool *self)
{
  g_clear_object (&self->resource);
}
