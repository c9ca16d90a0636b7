/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/sk-resource.h"

G_BEGIN_DECLS

/* All that is known of a tool, a row for each fact; what its publisher does not state is left
 * out, but for the licence.
 *
 * Properties:
 *   narrow gboolean, titles above their facts; ages, length and languages are then among them
 *
 * Signals:
 *   filter (guint facet, char *value)  one asks for all that has this value
 */
#define SK_TYPE_RESOURCE_FACTS (sk_resource_facts_get_type ())
G_DECLARE_FINAL_TYPE (SkResourceFacts, sk_resource_facts, SK, RESOURCE_FACTS, GtkBox)

void sk_resource_facts_set_resource (SkResourceFacts *self,
                                     SkResource      *resource,
                                     const char      *source_name);

G_END_DECLS
