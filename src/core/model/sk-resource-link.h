/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A tool of the catalogue as a link: "sidekick:resource?id=" and its id, percent-encoded. */

gboolean sk_resource_link_is     (const char *uri);
char    *sk_resource_link_new    (const char *id);
char    *sk_resource_link_dup_id (const char *uri);

G_END_DECLS
