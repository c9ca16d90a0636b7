/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-guess.h"

/* Lengths that one sitting with such a thing usually takes with a group, in minutes. */
typedef struct
{
  const char *format;
  guint minutes;
  SkActivity activity;
} Guess;

static const Guess guesses[] = {
  {"lesson_plan", 50, SK_ACTIVITY_DO},
  {"educational_game", 20, SK_ACTIVITY_PLAY},
  {"video", 10, SK_ACTIVITY_DO},
  {"worksheet", 20, SK_ACTIVITY_DO},
  {"experiment", 50, SK_ACTIVITY_DO},
  {"case_study", 20, SK_ACTIVITY_TALK},
  {"assessment", 15, SK_ACTIVITY_PLAY},
  {"text", 15, SK_ACTIVITY_DO},
  {"web_page", 15, SK_ACTIVITY_DO},
  {"slide", 25, SK_ACTIVITY_DO},
  {"course", 50, SK_ACTIVITY_DO},
  {"image", 10, SK_ACTIVITY_TALK},
  {"portal", 15, SK_ACTIVITY_DO},
  {"simulation", 20, SK_ACTIVITY_PLAY},
  {"application", 20, SK_ACTIVITY_DO},
  {"audio", 15, SK_ACTIVITY_DO},
  {"drill_and_practice", 15, SK_ACTIVITY_DO},
  {"questionnaire", 10, SK_ACTIVITY_DO},
  {"textbook", 30, SK_ACTIVITY_DO},
  {"script", 30, SK_ACTIVITY_DO},
  {"diagram", 10, SK_ACTIVITY_TALK},
  {"map", 10, SK_ACTIVITY_DO},
};

static const Guess no_format = {NULL, 20, SK_ACTIVITY_DO};

static const Guess *
find_guess_of_format (const SkConcept *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    if (g_strcmp0 (sk_concept_get_notation (format), guesses[i].format) == 0)
      return &guesses[i];

  return NULL;
}

static const Guess *
find_guess (SkResource *resource)
{
  GPtrArray *formats = sk_resource_get_concepts (resource, SK_FACET_FORMAT);
  const Guess *guess = NULL;

  for (guint i = 0; guess == NULL && formats != NULL && i < formats->len; i++)
    guess = find_guess_of_format (g_ptr_array_index (formats, i));

  return guess != NULL ? guess : &no_format;
}

/**
 * sk_block_guess_of_format:
 * @format: (nullable): a format; %NULL: none that says something
 * @minutes: (out): how long a sitting with such a tool lasts
 * @activity: (out): what a group does with it
 *
 * Guesses from a single format what [func@block_guess_minutes] does from the first of a tool's that
 * says something.
 *
 * Returns: whether the format says something; else the guess is that for tools of no format
 */
gboolean
sk_block_guess_of_format (const SkConcept *format,
                          guint           *minutes,
                          SkActivity      *activity)
{
  const Guess *guess = format != NULL ? find_guess_of_format (format) : NULL;
  const Guess *taken = guess != NULL ? guess : &no_format;

  *minutes = taken->minutes;
  *activity = taken->activity;
  return guess != NULL;
}

/**
 * sk_block_guess_minutes:
 * @resource: a tool
 *
 * Guesses how long a sitting with a tool lasts by the first of its formats that says something:
 * 10 minutes for a video, a poster or a questionnaire; 15 for a quiz, a text or a page; 20 for a
 * game, a worksheet or a case; 25 for slides; 30 for a script or a textbook; 50 for a lesson, a
 * workshop or a course; else 20.
 *
 * Returns: minutes
 */
guint
sk_block_guess_minutes (SkResource *resource)
{
  g_return_val_if_fail (SK_IS_RESOURCE (resource), 0);

  return find_guess (resource)->minutes;
}

/**
 * sk_block_guess_activity:
 * @resource: a tool
 *
 * Returns: what a group most likely does with it, by its format
 */
SkActivity
sk_block_guess_activity (SkResource *resource)
{
  g_return_val_if_fail (SK_IS_RESOURCE (resource), SK_ACTIVITY_NONE);

  return find_guess (resource)->activity;
}

/**
 * sk_block_list_materials:
 * @resource: a tool
 *
 * Lists what has to be there beforehand: the names of its files.
 *
 * Returns: (transfer full): the materials of a block of that tool
 */
GStrv
sk_block_list_materials (SkResource *resource)
{
  GPtrArray *attachments = sk_resource_get_attachments (resource);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    {
      const char *name = sk_attachment_get_name (g_ptr_array_index (attachments, i));

      if (name != NULL)
        g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}

/**
 * sk_block_new_tool:
 * @resource: a tool of the catalogue
 * @languages: (nullable): the group's languages, best first
 *
 * Makes a block of a tool, whose record is pinned as it is now. Its length is what the publisher
 * states, else [func@block_guess_minutes]; its files are the materials.
 *
 * Returns: (transfer full): a new block
 */
SkBlock *
sk_block_new_tool (SkResource         *resource,
                   const char * const *languages)
{
  g_auto (SkBlockFields) fields;

  sk_block_fields_init (&fields);
  g_return_val_if_fail (SK_IS_RESOURCE (resource), NULL);

  fields.kind = SK_BLOCK_TOOL;
  fields.title = g_strdup (sk_resource_pick_name (resource, languages, NULL));
  fields.minutes = sk_resource_get_minutes (resource);
  fields.minutes_guessed = fields.minutes == 0;
  if (fields.minutes_guessed)
    fields.minutes = sk_block_guess_minutes (resource);
  fields.minutes_min = sk_resource_get_minutes_min (resource);
  fields.skippable = sk_resource_get_skippable (resource);
  fields.activity = sk_block_guess_activity (resource);
  fields.materials = sk_block_list_materials (resource);
  fields.resource = g_object_ref (resource);
  return sk_block_new (&fields);
}
