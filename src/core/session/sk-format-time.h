/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Local times and their zone, as they are in a file. */

GTimeZone *sk_format_parse_zone (const char *name);
char      *sk_format_dup_zone   (GDateTime  *time);
GDateTime *sk_format_parse_time (const char *text,
                                 GTimeZone  *zone);
char      *sk_format_dup_time   (GDateTime  *time);

G_END_DECLS
