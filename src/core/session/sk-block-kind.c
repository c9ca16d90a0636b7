/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block.h"

typedef struct
{
  const char *name;
  SkActivity activity;
} Kind;

static const Kind kinds[SK_N_BLOCK_KINDS] = {
  [SK_BLOCK_TOOL] = {"tool", SK_ACTIVITY_DO},
  [SK_BLOCK_GROUPS] = {"groups", SK_ACTIVITY_NONE},
  [SK_BLOCK_WELCOME] = {"welcome", SK_ACTIVITY_TALK},
  [SK_BLOCK_TALK] = {"talk", SK_ACTIVITY_TALK},
  [SK_BLOCK_DO] = {"do", SK_ACTIVITY_DO},
  [SK_BLOCK_PLAY] = {"play", SK_ACTIVITY_PLAY},
  [SK_BLOCK_BREAK] = {"break", SK_ACTIVITY_NONE},
  [SK_BLOCK_DEBRIEF] = {"debrief", SK_ACTIVITY_TALK},
  [SK_BLOCK_HELP] = {"help", SK_ACTIVITY_TALK},
};

static const char * const activities[] = {
  [SK_ACTIVITY_NONE] = "none",
  [SK_ACTIVITY_TALK] = "talk",
  [SK_ACTIVITY_DO] = "do",
  [SK_ACTIVITY_PLAY] = "play",
};

/**
 * sk_block_kind_to_string:
 * @kind: a kind of block
 *
 * Returns: its name in files and on the command line
 */
const char *
sk_block_kind_to_string (SkBlockKind kind)
{
  g_return_val_if_fail (kind < SK_N_BLOCK_KINDS, NULL);

  return kinds[kind].name;
}

/**
 * sk_block_kind_parse:
 * @text: (nullable): what may be the name of a kind, as [func@block_kind_to_string] gives it
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
sk_block_kind_parse (const char  *text,
                     SkBlockKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < SK_N_BLOCK_KINDS; i++)
    if (g_strcmp0 (kinds[i].name, text) == 0)
      {
        *kind = (SkBlockKind) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sk_block_kind_get_activity:
 * @kind: a kind of block
 *
 * Returns: what a group does in such a block, where nobody says otherwise
 */
SkActivity
sk_block_kind_get_activity (SkBlockKind kind)
{
  g_return_val_if_fail (kind < SK_N_BLOCK_KINDS, SK_ACTIVITY_NONE);

  return kinds[kind].activity;
}

/**
 * sk_activity_to_string:
 * @activity: an activity
 *
 * Returns: its name in files
 */
const char *
sk_activity_to_string (SkActivity activity)
{
  g_return_val_if_fail (activity < G_N_ELEMENTS (activities), NULL);

  return activities[activity];
}

/**
 * sk_activity_parse:
 * @text: (nullable): what may be the name of an activity, as [func@activity_to_string] gives it
 * @activity: (out): the activity
 *
 * Returns: whether there is such an activity
 */
gboolean
sk_activity_parse (const char *text,
                   SkActivity *activity)
{
  g_return_val_if_fail (activity != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (activities); i++)
    if (g_strcmp0 (activities[i], text) == 0)
      {
        *activity = (SkActivity) i;
        return TRUE;
      }

  return FALSE;
}
