/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Addresses of feeds and their pages: https, http and file, and nothing else. */
char     *sk_address_normalise (const char  *address,
                                GError     **error);
char     *sk_address_resolve   (const char  *base,
                                const char  *reference);
gboolean  sk_address_is_file   (const char  *url);
gboolean  sk_address_may_lead  (const char  *from,
                                const char  *to);
gboolean  sk_address_is_same_origin (const char *a,
                                     const char *b);
char     *sk_address_dup_host  (const char  *url);

G_END_DECLS
