/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* How many tools there are, said aloud when it changes, be it seen or not.
 *
 * Properties:
 *   search     SkSearch
 *   count-text char *: how many tools there are, in words
 *   show-count gboolean: whether it is seen here
 *   note       char *: what is said with it, %NULL for nothing
 */
#define SK_TYPE_RESULTS_COUNT (sk_results_count_get_type ())
G_DECLARE_FINAL_TYPE (SkResultsCount, sk_results_count, SK, RESULTS_COUNT, AdwBin)

G_END_DECLS
