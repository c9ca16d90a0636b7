/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sync/sk-source.h"

G_BEGIN_DECLS

/* A source in the preferences, as it is at every moment.
 *
 * Signals:
 *   move (int steps)        it is to go so many places down, or up where negative
 *   drop (SkSource *other)  the other was let go on it
 *   update                  it is to be fetched again
 *   remove                  it is to go, with its tools
 */
#define SK_TYPE_SOURCE_ROW (sk_source_row_get_type ())
G_DECLARE_FINAL_TYPE (SkSourceRow, sk_source_row, SK, SOURCE_ROW, AdwPreferencesRow)

SkSourceRow *sk_source_row_new        (SkSource    *source);
SkSource    *sk_source_row_get_source (SkSourceRow *self);
void         sk_source_row_set_place  (SkSourceRow *self,
                                       gboolean     first,
                                       gboolean     last);
void         sk_source_row_set_locked (SkSourceRow *self,
                                       gboolean     locked);

G_END_DECLS
