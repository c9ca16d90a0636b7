/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>

#include "sk-ctl-print.h"
#include "sk-ctl-user.h"
#include "takeout/sk-dead-links.h"

static void
add_link (JsonBuilder      *builder,
          const SkDeadLink *link)
{
  json_builder_begin_object (builder);
  sk_ctl_add_string (builder, "id", link->id);
  sk_ctl_add_string (builder, "title", *link->title != '\0' ? link->title : NULL);
  sk_ctl_add_string (builder, "publisher", *link->publisher != '\0' ? link->publisher : NULL);
  sk_ctl_add_string (builder, "url", link->url);
  sk_ctl_add_string (builder, "reported", link->date);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *links)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < links->len; i++)
    add_link (builder, links->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sk_ctl_print_json (builder);
}

static void
print_csv (GPtrArray *links)
{
  g_autoptr (GBytes) table = sk_dead_links_to_csv (links);
  gsize size;
  const char *data = g_bytes_get_data (table, &size);

  fwrite (data, 1, size, stdout);
}

static void
print_links (SkCtl     *ctl,
             GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const SkDeadLink *link = links->pdata[i];
      g_autofree char *title = sk_ctl_clean (*link->title != '\0' ? link->title : link->id);
      g_autofree char *publisher = sk_ctl_clean (link->publisher);
      g_autofree char *url = sk_ctl_clean (link->url);

      g_print ("%s\n", title);
      if (*publisher != '\0')
        sk_ctl_print_field (_("Publisher:"), publisher);
      sk_ctl_print_field (_("Link:"), url);
      sk_ctl_print_field (_("Reported:"), link->date);
    }

  if (links->len == 0 && !ctl->quiet)
    g_print (_("You have reported no dead links.\n"));
}

static SkCtlStatus
list_links (SkCtl    *ctl,
            gboolean  csv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkUserData) user = sk_ctl_load_user (ctl, &error);
  g_autoptr (GPtrArray) links = NULL;

  if (user == NULL)
    return sk_ctl_fail (error->message);

  links =
    sk_dead_links_list (user, sk_catalogue_get_index (ctl->catalogue), g_get_language_names ());
  if (csv)
    print_csv (links);
  else if (ctl->json)
    print_json (links);
  else
    print_links (ctl, links);

  return SK_CTL_DONE;
}

/**
 * sk_ctl_dead_links:
 *
 * `dead-links`: lists the links that a person found dead.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_dead_links (SkCtl              *ctl,
                   const SkCtlCommand *command,
                   GStrv               arguments)
{
  gboolean csv = FALSE;
  const GOptionEntry entries[] = {
    {"csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_("As a table for a spreadsheet"), NULL},
    {NULL},
  };
  SkCtlStatus status;

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  if (csv && ctl->json)
    return sk_ctl_misuse (command, _("--csv and --json exclude each other"));
  if (!sk_ctl_open (ctl, SK_CATALOGUE_CHECKED, &status))
    return status;

  return list_links (ctl, csv);
}
