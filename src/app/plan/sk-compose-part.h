/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/sk-block.h"

G_BEGIN_DECLS

GtkWidget *sk_compose_part_new (SkBlock *block,
                                double   per_minute);

G_END_DECLS
