/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"
#include "store/sk-store.h"

G_BEGIN_DECLS

/* All records that the store holds of some sources, each id once: of the first source that
 * has it. To go through them finds what is damaged. */
SkIndex  *sk_records_index (SkStore             *store,
                            const char * const  *urls,
                            SkVocabularies      *vocabularies,
                            GCancellable        *cancellable,
                            GError             **error);
gboolean  sk_records_count (SkStore             *store,
                            const char * const  *urls,
                            guint               *n_resources,
                            GCancellable        *cancellable,
                            GError             **error);

G_END_DECLS
