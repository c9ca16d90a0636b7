/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-block-icon.h"

static const char * const names[SK_N_BLOCK_KINDS] = {
  [SK_BLOCK_TOOL] = "sk-theme-other-symbolic",   [SK_BLOCK_GROUPS] = "sk-block-groups-symbolic",
  [SK_BLOCK_WELCOME] = "sk-block-talk-symbolic", [SK_BLOCK_TALK] = "sk-block-talk-symbolic",
  [SK_BLOCK_DO] = "sk-block-do-symbolic",        [SK_BLOCK_PLAY] = "sk-block-play-symbolic",
  [SK_BLOCK_BREAK] = "sk-block-break-symbolic",  [SK_BLOCK_DEBRIEF] = "sk-block-debrief-symbolic",
  [SK_BLOCK_HELP] = "sk-block-help-symbolic",
};

/**
 * sk_block_icon_get_name:
 * @kind: a kind of block
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
sk_block_icon_get_name (SkBlockKind kind)
{
  g_return_val_if_fail (kind < SK_N_BLOCK_KINDS, NULL);

  return names[kind];
}
