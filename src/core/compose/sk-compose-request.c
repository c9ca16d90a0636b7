/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-composer.h"

/* The length of a session that has no bell and no blocks yet. */
#define DEFAULT_MINUTES 50

/**
 * sk_compose_request_init:
 * @self: (out caller-allocates): what nothing is asked of yet but its length
 *
 * Asks for a class hour of anything.
 */
void
sk_compose_request_init (SkComposeRequest *self)
{
  g_return_if_fail (self != NULL);

  *self = (SkComposeRequest) {.minutes = DEFAULT_MINUTES};
}

static guint
find_minutes (SkSession *session)
{
  GDateTime *end = sk_session_get_end (session);
  guint minutes = 0;

  if (end != NULL)
    return (guint) MAX (g_date_time_difference (end, sk_session_get_start (session)) /
                          G_TIME_SPAN_MINUTE,
                        0);

  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    minutes += sk_block_get_minutes (sk_session_get_block (session, i));

  return minutes > 0 ? minutes : DEFAULT_MINUTES;
}

/* What the room lacks, where anything is said of it. */
static GStrv
list_lacking (SkSession *session)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; sk_session_get_room (session) != NULL && sk_needs[i] != NULL; i++)
    if (!sk_session_has_need (session, sk_needs[i]))
      g_strv_builder_add (builder, sk_needs[i]);

  return g_strv_builder_end (builder);
}

/**
 * sk_compose_request_init_session:
 * @self: (out caller-allocates): what the session asks for
 * @session: a session
 *
 * Asks for what suits a session's group and room, and lasts from its start to its bell.
 */
void
sk_compose_request_init_session (SkComposeRequest *self,
                                 SkSession        *session)
{
  g_return_if_fail (self != NULL);
  sk_compose_request_init (self);
  g_return_if_fail (SK_IS_SESSION (session));

  self->minutes = find_minutes (session);
  self->has_ages = sk_session_get_ages (session, &self->ages);
  self->size = sk_session_get_size (session);
  self->languages = g_strdupv ((GStrv) sk_session_get_languages (session));
  self->without = list_lacking (session);
  self->setting = g_strdup (sk_session_get_setting (session));
}

/**
 * sk_compose_request_copy:
 * @self: (out caller-allocates): the copy
 * @other: a request
 *
 * Copies a request, so that a thread can have its own.
 */
void
sk_compose_request_copy (SkComposeRequest       *self,
                         const SkComposeRequest *other)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL);

  *self = *other;
  self->languages = g_strdupv (other->languages);
  self->themes = other->themes != NULL ? g_hash_table_ref (other->themes) : NULL;
  self->without = g_strdupv (other->without);
  self->avoid = g_strdupv (other->avoid);
  self->setting = g_strdup (other->setting);
}

/**
 * sk_compose_request_set_theme:
 * @self: a request
 * @theme: a theme's URI
 * @weight: its share beside the others'; 0 takes it out
 *
 * Asks for a theme. As soon as one is named, tools of no named theme are left out.
 */
void
sk_compose_request_set_theme (SkComposeRequest *self,
                              const char       *theme,
                              double            weight)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (theme != NULL);

  if (self->themes == NULL)
    self->themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (weight > 0)
    g_hash_table_replace (self->themes, g_strdup (theme), g_memdup2 (&weight, sizeof weight));
  else
    g_hash_table_remove (self->themes, theme);
}

/**
 * sk_compose_request_clear:
 *
 * Frees what a request holds.
 */
void
sk_compose_request_clear (SkComposeRequest *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->themes, g_hash_table_unref);
  g_clear_pointer (&self->without, g_strfreev);
  g_clear_pointer (&self->avoid, g_strfreev);
  g_clear_pointer (&self->setting, g_free);
}
