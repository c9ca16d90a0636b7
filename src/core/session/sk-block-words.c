/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-words.h"

#include <glib/gi18n.h>

static const char * const kinds[SK_N_BLOCK_KINDS] = {
  [SK_BLOCK_TOOL] = NC_("block", "Tool"),       [SK_BLOCK_GROUPS] = NC_("block", "Groups"),
  [SK_BLOCK_WELCOME] = NC_("block", "Welcome"), [SK_BLOCK_TALK] = NC_("block", "Talk"),
  [SK_BLOCK_DO] = NC_("block", "Do"),           [SK_BLOCK_PLAY] = NC_("block", "Play"),
  [SK_BLOCK_BREAK] = NC_("block", "Break"),     [SK_BLOCK_DEBRIEF] = NC_("block", "Debrief"),
  [SK_BLOCK_HELP] = NC_("block", "Help"),
};

static const char * const activities[] = {
  [SK_ACTIVITY_NONE] = NC_("activity", "Not said"),
  [SK_ACTIVITY_TALK] = NC_("activity", "Talk"),
  [SK_ACTIVITY_DO] = NC_("activity", "Do"),
  [SK_ACTIVITY_PLAY] = NC_("activity", "Play"),
};

/**
 * sk_block_words_kind:
 * @kind: a kind of block
 *
 * Returns: (transfer none): what it is called, "Break"
 */
const char *
sk_block_words_kind (SkBlockKind kind)
{
  g_return_val_if_fail (kind < SK_N_BLOCK_KINDS, NULL);

  return g_dpgettext2 (NULL, "block", kinds[kind]);
}

/**
 * sk_block_words_activity:
 * @activity: what a group does
 *
 * Returns: (transfer none): what that is called, "Talk"
 */
const char *
sk_block_words_activity (SkActivity activity)
{
  g_return_val_if_fail (activity < G_N_ELEMENTS (activities), NULL);

  return g_dpgettext2 (NULL, "activity", activities[activity]);
}

/**
 * sk_block_words_title:
 * @block: a block
 *
 * Returns: (transfer none): its title; where it has none, what its kind is called
 */
const char *
sk_block_words_title (SkBlock *block)
{
  const char *title;

  g_return_val_if_fail (SK_IS_BLOCK (block), NULL);

  title = sk_block_get_title (block);
  return title != NULL && *title != '\0' ? title : sk_block_words_kind (sk_block_get_kind (block));
}
