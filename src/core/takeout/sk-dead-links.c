/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-dead-links.h"

#include <glib/gi18n.h>

#include "export/sk-csv.h"

/**
 * sk_dead_link_free:
 * @self: (transfer full): a link
 */
void
sk_dead_link_free (SkDeadLink *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->url);
  g_free (self->date);
  g_free (self);
}

static SkDeadLink *
make_link (SkUserData         *user,
           SkIndex            *index,
           const char         *id,
           const char * const *languages)
{
  SkDeadLink *link = g_new0 (SkDeadLink, 1);
  g_autoptr (SkResource) resource = NULL;
  const char *url = sk_user_data_get_dead_url (user, id);
  guint32 record;

  if (sk_index_find (index, id, &record))
    resource = sk_index_dup_resource (index, record);

  link->id = g_strdup (id);
  link->url = g_strdup (url != NULL ? url : id);
  link->date = g_strdup (sk_user_data_get_dead_link (user, id));
  link->title =
    g_strdup (resource != NULL ? sk_resource_pick_name (resource, languages, NULL) : "");
  link->publisher = resource != NULL
                      ? g_strjoinv (", ", (GStrv) sk_resource_get_publishers (resource))
                      : g_strdup ("");
  return link;
}

/* Those of a publisher stand together. */
static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const SkDeadLink *first = a;
  const SkDeadLink *second = b;
  const int order = g_utf8_collate (first->publisher, second->publisher);

  return order != 0 ? order : g_utf8_collate (first->title, second->title);
}

/**
 * sk_dead_links_list:
 * @user: what a person keeps, loaded
 * @index: where the tools are looked up
 * @languages: of the titles, those liked best first
 *
 * Returns: (transfer full) (element-type SkDeadLink): the links that were found dead, by their
 *   publisher
 */
GPtrArray *
sk_dead_links_list (SkUserData         *user,
                    SkIndex            *index,
                    const char * const *languages)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) sk_dead_link_free);
  g_auto (GStrv) ids = sk_user_data_dup_dead_links (user);

  for (guint i = 0; ids[i] != NULL; i++)
    if (sk_user_data_get_dead_link (user, ids[i]) != NULL)
      g_ptr_array_add (links, make_link (user, index, ids[i], languages));

  g_ptr_array_sort_values (links, compare_links);
  return links;
}

/**
 * sk_dead_links_to_csv:
 * @links: (element-type SkDeadLink): links
 *
 * Returns: (transfer full): a table of them, as of RFC 4180
 */
GBytes *
sk_dead_links_to_csv (GPtrArray *links)
{
  GString *out = g_string_new (NULL);

  sk_csv_append (out, _("Title"));
  sk_csv_append (out, _("Publisher"));
  sk_csv_append (out, _("Link"));
  sk_csv_append (out, _("Reported"));
  sk_csv_end (out);
  for (guint i = 0; i < links->len; i++)
    {
      const SkDeadLink *link = links->pdata[i];

      sk_csv_append (out, link->title);
      sk_csv_append (out, link->publisher);
      sk_csv_append (out, link->url);
      sk_csv_append (out, link->date);
      sk_csv_end (out);
    }

  return g_string_free_to_bytes (out);
}

/**
 * sk_dead_links_to_text:
 * @links: (element-type SkDeadLink): links
 *
 * Returns: (transfer full): a list of them, for a letter
 */
char *
sk_dead_links_to_text (GPtrArray *links)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const SkDeadLink *link = links->pdata[i];

      g_string_append (out, *link->title != '\0' ? link->title : link->id);
      if (*link->publisher != '\0')
        g_string_append_printf (out, ", %s", link->publisher);
      g_string_append_printf (out, "\n%s\n\n", link->url);
    }

  return g_string_free (out, FALSE);
}
