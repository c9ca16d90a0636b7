/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "session/sk-session.h"

G_BEGIN_DECLS

void sk_export_build_json (JsonBuilder *builder,
                           SkSession   *session,
                           const char  *language,
                           gboolean     with_notes);

G_END_DECLS
