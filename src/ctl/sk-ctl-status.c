/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "sk-ctl-source.h"

static void
print_status (SkCtl *ctl,
              guint  n_resources)
{
  GListModel *sources = sk_catalogue_get_sources (ctl->catalogue);
  guint n_sources = g_list_model_get_n_items (sources);
  g_autofree char *synced = sk_ctl_format_time (sk_catalogue_get_last_sync (ctl->catalogue));

  g_print (ngettext ("%u tool\n", "%u tools\n", n_resources), n_resources);
  g_print (ngettext ("%u source\n", "%u sources\n", n_sources), n_sources);
  g_print (_("Last sync: %s\n"), synced);

  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (SkSource) source = g_list_model_get_item (sources, i);

      g_print ("\n");
      sk_ctl_source_print (source);
    }
}

static void
print_json (SkCtl *ctl,
            guint  n_resources)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sk_ctl_add_int (builder, "resources", n_resources);
  sk_ctl_sources_build (builder, sk_catalogue_get_sources (ctl->catalogue));
  sk_ctl_add_time (builder, "lastSync", sk_catalogue_get_last_sync (ctl->catalogue));
  sk_ctl_add_boolean (builder, "readOnly", sk_catalogue_get_read_only (ctl->catalogue));
  sk_ctl_add_string (builder, "notice", sk_catalogue_get_notice (ctl->catalogue));
  json_builder_end_object (builder);
  sk_ctl_print_json (builder);
}

/**
 * sk_ctl_status:
 *
 * `status`: shows how many tools there are, where from, and how fresh they are.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_status (SkCtl              *ctl,
               const SkCtlCommand *command,
               GStrv               arguments)
{
  SkCtlStatus status;
  guint n_resources;

  if (!sk_ctl_parse (ctl, command, arguments, NULL, &status) ||
      !sk_ctl_open (ctl, SK_CATALOGUE_NO_INDEX, &status))
    return status;

  n_resources = sk_catalogue_get_n_resources (ctl->catalogue);
  if (ctl->json)
    print_json (ctl, n_resources);
  else
    print_status (ctl, n_resources);

  return SK_CTL_DONE;
}
