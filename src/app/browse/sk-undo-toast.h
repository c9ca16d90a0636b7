/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

void sk_undo_toast_offer (GtkWidget *widget,
                          SkSearch  *search,
                          SkQuery   *before);

G_END_DECLS
