/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-balance.h"

const char * const sk_families[SK_N_FAMILIES] = {"information", "relations", "self",
                                                 "protect",     "make",      "play"};

static double *
find_family (SkBalance *self,
             SkBlock   *block)
{
  const char *family = sk_block_get_family (block);

  for (guint i = 0; i < SK_N_FAMILIES; i++)
    if (g_strcmp0 (family, sk_families[i]) == 0)
      return &self->families[i];

  return &self->no_family;
}

static void
add_screen (SkBalance *self,
            SkBlock   *block,
            double     minutes)
{
  SkResource *resource = sk_block_get_resource (block);

  if (sk_block_get_kind (block) != SK_BLOCK_TOOL)
    return;

  if (resource == NULL || sk_resource_get_needs (resource)[0] == NULL)
    self->screen_unknown += minutes;
  else if (sk_block_needs (block, "screen") || sk_block_needs (block, "devices"))
    self->screen += minutes;
}

static void
add_block (SkBalance *self,
           SkBlock   *block,
           double     minutes)
{
  GPtrArray *lanes = sk_block_get_lanes (block);

  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    add_block (self, g_ptr_array_index (lanes, i), minutes / lanes->len);
  if (lanes != NULL)
    return;

  *find_family (self, block) += minutes;
  self->activities[sk_block_get_activity (block)] += minutes;
  self->minutes += minutes;
  add_screen (self, block, minutes);
}

/**
 * sk_balance_init:
 * @self: (out caller-allocates): how the minutes are spread
 * @session: a session
 *
 * Adds up the minutes of a session by the family of the theme, by what the group does and by
 * whether that is before a screen. A tool that states its needs, but neither a screen nor devices,
 * is without; one that states none may or may not have one.
 */
void
sk_balance_init (SkBalance *self,
                 SkSession *session)
{
  g_return_if_fail (self != NULL);
  *self = (SkBalance) {0};
  g_return_if_fail (SK_IS_SESSION (session));

  for (guint i = 0; i < sk_session_get_n_blocks (session); i++)
    {
      SkBlock *block = sk_session_get_block (session, i);

      add_block (self, block, sk_block_get_minutes (block));
    }
}
