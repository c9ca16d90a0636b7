/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-block-selection.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* All that can be said of the block that is chosen; of several what they have in common; of none
 * what to do. Ctrl+Z is the session's in all of it, in its entries too.
 *
 * Properties:
 *   editor     SkSessionEditor, nullable
 *   selection  SkBlockSelection, nullable
 *   catalogue  SkCatalogue, nullable
 *
 * Actions, of what is chosen:
 *   block.duplicate, block.move-up, block.move-down, block.group, block.ungroup, block.remove
 *   block.swap: for another tool
 */
#define SK_TYPE_BLOCK_INSPECTOR (sk_block_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SkBlockInspector, sk_block_inspector, SK, BLOCK_INSPECTOR, GtkWidget)

G_END_DECLS
