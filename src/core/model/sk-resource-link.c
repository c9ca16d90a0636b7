/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-resource-link.h"

#include <string.h>

#define LINK_START "sidekick:resource"

/**
 * sk_resource_link_is:
 * @uri: an address
 *
 * Returns: whether it is meant to lead to a tool, be it well written or not
 */
gboolean
sk_resource_link_is (const char *uri)
{
  const gsize length = strlen (LINK_START);

  g_return_val_if_fail (uri != NULL, FALSE);

  return g_ascii_strncasecmp (uri, LINK_START, length) == 0 &&
         (uri[length] == '\0' || strchr ("?#/", uri[length]) != NULL);
}

/**
 * sk_resource_link_new:
 * @id: a tool's id
 *
 * Returns: (transfer full): the link to it
 */
char *
sk_resource_link_new (const char *id)
{
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  escaped = g_uri_escape_string (id, NULL, FALSE);
  return g_strconcat (LINK_START "?id=", escaped, NULL);
}

/**
 * sk_resource_link_dup_id:
 * @uri: an address
 *
 * Returns: (transfer full) (nullable): the id of the tool that it leads to; %NULL where it is
 *   no link to a tool, or does not say to which
 */
char *
sk_resource_link_dup_id (const char *uri)
{
  g_autoptr (GHashTable) parameters = NULL;
  const char *query;
  const char *id;

  g_return_val_if_fail (uri != NULL, NULL);

  query = strchr (uri, '?');
  if (!sk_resource_link_is (uri) || query == NULL)
    return NULL;

  parameters =
    g_uri_parse_params (query + 1, (gssize) strcspn (query + 1, "#"), "&", G_URI_PARAMS_NONE, NULL);
  id = parameters != NULL ? g_hash_table_lookup (parameters, "id") : NULL;
  return id != NULL && *id != '\0' ? g_strdup (id) : NULL;
}
