/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *sk_ctl_to_utf8         (const char         *argument);
char *sk_ctl_clean           (const char         *text);
void  sk_ctl_print_field     (const char         *label,
                              const char         *value);
void  sk_ctl_print_json      (JsonBuilder        *builder);
void  sk_ctl_print_json_line (JsonBuilder        *builder);
void  sk_ctl_add_string      (JsonBuilder        *builder,
                              const char         *member,
                              const char         *value);
void  sk_ctl_add_strings     (JsonBuilder        *builder,
                              const char         *member,
                              const char * const *values);
void  sk_ctl_add_int         (JsonBuilder        *builder,
                              const char         *member,
                              gint64              value);
void  sk_ctl_add_boolean     (JsonBuilder        *builder,
                              const char         *member,
                              gboolean            value);
void  sk_ctl_add_time        (JsonBuilder        *builder,
                              const char         *member,
                              gint64              seconds);
char *sk_ctl_format_time     (gint64              seconds);

G_END_DECLS
