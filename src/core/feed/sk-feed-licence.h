/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sk_licence_to_uri  (const char *text);
char *sk_licence_to_name (const char *uri);

G_END_DECLS
