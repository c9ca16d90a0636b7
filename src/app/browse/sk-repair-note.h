/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

/* Says so where the results are those of other words than the ones that were typed, which no
 * tool has; not there otherwise.
 *
 * Properties:
 *   search SkSearch
 *   text   char *: what it says, NULL where it says nothing
 */
#define SK_TYPE_REPAIR_NOTE (sk_repair_note_get_type ())
G_DECLARE_FINAL_TYPE (SkRepairNote, sk_repair_note, SK, REPAIR_NOTE, AdwBin)

G_END_DECLS
