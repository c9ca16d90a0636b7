/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sk-search.h"

G_BEGIN_DECLS

AdwToast *sk_undo_toast_new (SkSearch *search,
                             SkQuery  *before);

G_END_DECLS
