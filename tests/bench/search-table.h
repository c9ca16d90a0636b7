/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "trial.h"

G_BEGIN_DECLS

void search_table_print_head (guint64      n_records);
void search_table_add        (JsonBuilder *builder,
                              const Trial *trial,
                              const Trial *ours,
                              guint64      n_records);

G_END_DECLS
