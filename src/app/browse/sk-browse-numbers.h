/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sk-search.h"

G_BEGIN_DECLS

void sk_browse_numbers_show (SkSearch       *search,
                             GtkSearchEntry *entry,
                             GtkLabel       *badge,
                             GtkLabel       *show);

G_END_DECLS
