/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-block-selection.h"
#include "sync/sk-catalogue.h"

G_BEGIN_DECLS

/* What can be added to a session: for the gap that it has, after the block that is chosen. First the
 * way out of an overrun, then the tools that suit the group and the minutes left, then blocks of
 * one's own.
 *
 * Properties:
 *   editor     SkSessionEditor, nullable
 *   selection  SkBlockSelection, nullable
 *   catalogue  SkCatalogue, nullable
 */
#define SK_TYPE_PROPOSALS (sk_proposals_get_type ())
G_DECLARE_FINAL_TYPE (SkProposals, sk_proposals, SK, PROPOSALS, GtkWidget)

void sk_proposals_start_search (SkProposals *self);

G_END_DECLS
