/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sidekick-config.h"

G_BEGIN_DECLS

/* The small formats in a record: one place that knows what can be used, for the mapper that
 * uses it and the checker that says why not. */

typedef enum
{
  SK_LINK_WEB,                /* http or https */
  SK_LINK_RELATIVE,           /* a path beside the feed */
  SK_LINK_UNSAFE,             /* of a scheme that is never opened */
  SK_LINK_BAD,                /* no address */
} SkLink;

/* What the names of Sidekick's own fields begin with. */
#define SK_PROPERTY_ROOT SK_W3ID_ROOT "property/"

gboolean sk_value_is_uri         (const char *text);
SkLink   sk_value_classify_link  (const char *text);
char    *sk_value_resolve_link   (const char *text,
                                  const char *base_uri);
char    *sk_value_parse_language (const char *text);
gboolean sk_value_parse_duration (const char *text,
                                  guint      *minutes);
gboolean sk_value_parse_size     (const char *text,
                                  gint64     *size);
char    *sk_value_parse_sha256   (const char *text);
gboolean sk_value_is_seen        (const char *text);
gboolean sk_value_is_need        (const char *text);

G_END_DECLS
