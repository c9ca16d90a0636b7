/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/sk-resource.h"

G_BEGIN_DECLS

void sk_ctl_resource_print_line    (SkResource  *resource);
void sk_ctl_resource_print         (SkResource  *resource);
void sk_ctl_resource_build_summary (JsonBuilder *builder,
                                    SkResource  *resource);
void sk_ctl_resource_build         (JsonBuilder *builder,
                                    SkResource  *resource);

G_END_DECLS
