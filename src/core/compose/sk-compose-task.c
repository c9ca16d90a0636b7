/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-compose-task.h"

#include <string.h>

/**
 * sk_compose_language_root:
 * @language: a tag such as `nl-BE`
 *
 * Returns: (transfer full): the language itself: `nl`
 */
char *
sk_compose_language_root (const char *language)
{
  return g_ascii_strdown (language, (gssize) strcspn (language, "-_"));
}

static GStrv
list_languages (const SkComposeRequest *request)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  if (request->languages == NULL || request->languages[0] == NULL)
    return NULL;

  builder = g_strv_builder_new ();
  for (guint i = 0; request->languages[i] != NULL; i++)
    g_strv_builder_take (builder, sk_compose_language_root (request->languages[i]));

  return g_strv_builder_end (builder);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* In an order of their own, so that nothing hangs on that of a hash table. */
static void
take_themes (SkComposeTask          *self,
             const SkComposeRequest *request)
{
  g_autofree const char **names = NULL;
  guint n_names;
  double total = 0;

  if (request->themes == NULL || g_hash_table_size (request->themes) == 0)
    return;

  names = (const char **) g_hash_table_get_keys_as_array (request->themes, &n_names);
  qsort (names, n_names, sizeof *names, compare_strings);
  self->n_themes = MIN (n_names, SK_COMPOSE_MAX_THEMES);
  self->themes = g_new0 (char *, self->n_themes + 1);

  for (guint i = 0; i < self->n_themes; i++)
    {
      const double *weight = g_hash_table_lookup (request->themes, names[i]);

      self->themes[i] = g_strdup (names[i]);
      self->wants[i] = weight != NULL ? MAX (*weight, 0) : 1;
      total += self->wants[i];
    }

  for (guint i = 0; i < self->n_themes; i++)
    self->wants[i] = total > 0 ? self->wants[i] / total : 1.0 / self->n_themes;
}

/**
 * sk_compose_task_init:
 * @self: (out caller-allocates): the task
 * @request: what is asked for
 *
 * Makes a request ready.
 */
void
sk_compose_task_init (SkComposeTask          *self,
                      const SkComposeRequest *request)
{
  *self = (SkComposeTask) {
    .minutes = request->minutes,
    .has_ages = request->has_ages,
    .ages = request->ages,
    .size = request->size,
    .languages = list_languages (request),
    .setting = g_strdup (request->setting),
    .avoid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  take_themes (self, request);
  self->missing = sk_needs_to_bits ((const char * const *) request->without);
  for (guint i = 0; request->avoid != NULL && request->avoid[i] != NULL; i++)
    g_hash_table_add (self->avoid, g_strdup (request->avoid[i]));
}

/**
 * sk_compose_task_clear:
 *
 * Frees what a task holds.
 */
void
sk_compose_task_clear (SkComposeTask *self)
{
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->themes, g_strfreev);
  g_clear_pointer (&self->avoid, g_hash_table_unref);
  g_clear_pointer (&self->setting, g_free);
}
