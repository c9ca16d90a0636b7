/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sk-ctl-print.h"
#include "sk-ctl.h"

G_BEGIN_DECLS

const char *sk_ctl_source_pick_name (SkSource    *source);
void        sk_ctl_source_print     (SkSource    *source);
void        sk_ctl_sources_build    (JsonBuilder *builder,
                                     GListModel  *sources);
char       *sk_ctl_source_make_uri  (const char  *argument);

G_END_DECLS
