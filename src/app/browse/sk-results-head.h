/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* How many tools there are, said aloud when it changes; and how many more the filters hide that
 * might be wanted: those in other languages, and those whose age or length nobody states.
 *
 * Properties:
 *   search     SkSearch
 *   count-text char *: how many tools there are, in words
 *   show-count gboolean: whether it is seen here
 */
#define SK_TYPE_RESULTS_HEAD (sk_results_head_get_type ())
G_DECLARE_FINAL_TYPE (SkResultsHead, sk_results_head, SK, RESULTS_HEAD, AdwBin)

G_END_DECLS
