/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "sk-ctl-print.h"
#include "sk-ctl-resource.h"
#include "sk-ctl.h"

static SkCtlStatus
show_resource (SkCtl      *ctl,
               const char *id)
{
  SkIndex *index = sk_catalogue_get_index (ctl->catalogue);
  g_autoptr (SkResource) resource = NULL;
  guint32 record;

  if (!sk_index_find (index, id, &record))
    {
      g_autofree char *message = NULL;

      message = g_strdup_printf (_("there is no tool with the id “%s”: “sidekickctl search” "
                                   "shows the ids"),
                                 id);
      return sk_ctl_fail (message);
    }

  resource = sk_index_dup_resource (index, record);

  if (ctl->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      sk_ctl_resource_build (builder, resource);
      sk_ctl_print_json (builder);
    }
  else
    {
      sk_ctl_resource_print (resource);
    }

  return SK_CTL_DONE;
}

/**
 * sk_ctl_show:
 *
 * `show ID`: prints all that is known of one tool.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_show (SkCtl              *ctl,
             const SkCtlCommand *command,
             GStrv               arguments)
{
  g_auto (GStrv) ids = NULL;
  const GOptionEntry entries[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &ids, NULL, NULL},
    {NULL},
  };
  g_autofree char *id = NULL;
  SkCtlStatus status;

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  if (ids == NULL || g_strv_length (ids) != 1)
    return sk_ctl_misuse (command, _("say the id of one tool"));

  if (!sk_ctl_open (ctl, SK_CATALOGUE_CHECKED, &status))
    return status;

  id = sk_ctl_to_utf8 (ids[0]);
  return show_resource (ctl, id);
}
