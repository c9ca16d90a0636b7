/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/sk-index.h"

G_BEGIN_DECLS

/* What goes with a tool: the same work in other languages, and others like it. */

GPtrArray *sk_related_find_versions (SkIndex    *index,
                                     SkResource *resource);
GPtrArray *sk_related_make_queries  (SkResource *resource);
GPtrArray *sk_related_pick          (SkIndex    *index,
                                     SkResource *resource,
                                     GPtrArray  *answers,
                                     guint       n_wanted);

G_END_DECLS
