/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sk_csv_append (GString    *out,
                    const char *text);
void sk_csv_end    (GString    *out);

G_END_DECLS
