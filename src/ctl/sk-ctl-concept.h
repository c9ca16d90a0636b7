/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"

G_BEGIN_DECLS

char *sk_ctl_concept_resolve (SkVocabulary *vocabulary,
                              SkResults    *all,
                              SkFacet       facet,
                              const char   *name,
                              GError      **error);

G_END_DECLS
