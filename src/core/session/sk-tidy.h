/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What was typed, or stands in somebody's file, made fit to be kept and compared. */

void     sk_tidy_line  (char       **text);
void     sk_tidy_text  (char       **text);
gboolean sk_same_json  (JsonObject  *a,
                        JsonObject  *b);

G_END_DECLS
