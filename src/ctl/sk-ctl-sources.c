/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "sk-ctl-source.h"

static SkCtlStatus
list_sources (SkCtl *ctl)
{
  GListModel *sources = sk_catalogue_get_sources (ctl->catalogue);

  if (ctl->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sk_ctl_sources_build (builder, sources);
      json_builder_end_object (builder);
      sk_ctl_print_json (builder);
      return SK_CTL_DONE;
    }

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SkSource) source = g_list_model_get_item (sources, i);

      sk_ctl_source_print (source);
    }

  if (g_list_model_get_n_items (sources) == 0 && !ctl->quiet)
    g_print (_("There are no sources yet. Add one: sidekickctl sync URL\n"));

  return SK_CTL_DONE;
}

static SkCtlStatus
remove_source (SkCtl      *ctl,
               const char *argument)
{
  g_autofree char *url = sk_ctl_source_make_uri (argument);
  g_autoptr (SkSource) source = sk_catalogue_find_source (ctl->catalogue, url, NULL);
  g_autoptr (DexFuture) removed = NULL;
  g_autoptr (GError) error = NULL;

  if (source == NULL)
    {
      g_autofree char *message = NULL;

      message = g_strdup_printf (_("there is no source “%s”: “sidekickctl sources” lists all"),
                                 url);
      return sk_ctl_fail (message);
    }

  removed = sk_catalogue_remove_source (ctl->catalogue, url);
  if (sk_ctl_await (removed, &error) == NULL)
    return sk_ctl_fail (error->message);

  if (ctl->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sk_ctl_add_string (builder, "removed", url);
      json_builder_end_object (builder);
      sk_ctl_print_json (builder);
    }
  else if (!ctl->quiet)
    {
      sk_ctl_print_field (_("Removed:"), url);
    }

  return SK_CTL_DONE;
}

/**
 * sk_ctl_sources:
 *
 * `sources`: lists the sources. `sources remove URL`: takes one away, with its tools.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_sources (SkCtl              *ctl,
                const SkCtlCommand *command,
                GStrv               arguments)
{
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL},
    {NULL},
  };
  guint n_words;
  SkCtlStatus status;

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  n_words = words != NULL ? g_strv_length (words) : 0;
  if (n_words > 0 && (strcmp (words[0], "remove") != 0 || n_words != 2))
    return sk_ctl_misuse (command, _("say “sources” or “sources remove URL”"));

  if (!sk_ctl_open (ctl, SK_CATALOGUE_NO_RECORDS, &status))
    return status;

  return n_words > 0 ? remove_source (ctl, words[1]) : list_sources (ctl);
}
