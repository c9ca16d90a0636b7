/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"
#include "user/sk-user-data.h"

G_BEGIN_DECLS

/* What is beside the filters: the page one lands on while nothing is asked, the tools that were
 * found, or what is there in place of tools.
 *
 * Properties:
 *   search     SkSearch
 *   user       SkUserData, nullable: for whom the tools are
 *   everything gboolean: whether all tools are shown while nothing is asked
 *   landing    gboolean: whether it is the page one lands on that is shown; read-only
 *   narrow     gboolean: whether there is room for one column
 *   tight      gboolean: whether a list has no room for columns
 *   compact    gboolean: whether the tools are a list rather than cards
 *
 * Signals:
 *   activated (SkResource *): a tool is to be opened
 *   chosen (SkQuery *): all that a question finds is to be shown
 */
#define SK_TYPE_RESULTS_STACK (sk_results_stack_get_type ())
G_DECLARE_FINAL_TYPE (SkResultsStack, sk_results_stack, SK, RESULTS_STACK, AdwBin)

gboolean sk_results_stack_shows_nothing (SkResultsStack *self);

G_END_DECLS
