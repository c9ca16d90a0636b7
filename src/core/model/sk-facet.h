/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The ways to narrow the catalogue, in the order in which they are listed everywhere. */
typedef enum
{
  SK_FACET_AGE,
  SK_FACET_THEME,
  SK_FACET_FORMAT,
  SK_FACET_LANGUAGE,
  SK_FACET_AUDIENCE,
  SK_FACET_SETTING,
  SK_FACET_LENGTH,
  SK_FACET_PUBLISHER,
  SK_FACET_LICENCE,
  SK_FACET_FREE,
} SkFacet;

#define SK_N_FACETS (SK_FACET_FREE + 1)

/* The value of what a record does not state; every facet has it. */
#define SK_FACET_NONE "none"

/* Values of SK_FACET_LENGTH: minutes as digits mean "at most so many". */
#define SK_LENGTH_LONGER "longer"

/* Values of SK_FACET_FREE. */
#define SK_FREE_YES "true"
#define SK_FREE_NO "false"

extern const guint sk_length_limits[];
#define SK_N_LENGTH_LIMITS 4

const char *sk_facet_get_name  (SkFacet     facet);
gboolean    sk_facet_from_name (const char *name,
                                SkFacet    *facet);

G_END_DECLS
