/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl-source.h"

#include <glib/gi18n.h>

static const char *
state_to_string (SkSourceState state)
{
  switch (state)
    {
    case SK_SOURCE_BUSY:
      return "busy";
    case SK_SOURCE_FRESH:
      return "fresh";
    case SK_SOURCE_FAILED:
      return "failed";
    case SK_SOURCE_NEVER:
    default:
      return "never";
    }
}

static const char *
signature_to_string (SkSignature signature)
{
  switch (signature)
    {
    case SK_SIGNATURE_NOT_CHECKED:
    default:
      return "not-checked";
    }
}

/**
 * sk_ctl_source_pick_name:
 *
 * Returns: what the source calls itself, else where it is
 */
const char *
sk_ctl_source_pick_name (SkSource *source)
{
  const char *name = sk_source_get_name (source);

  return name != NULL && *name != '\0' ? name : sk_source_get_url (source);
}

/**
 * sk_ctl_source_print:
 *
 * Describes the source to a person.
 */
void
sk_ctl_source_print (SkSource *source)
{
  guint n_resources = sk_source_get_resources (source);
  g_autofree char *name = sk_ctl_clean (sk_ctl_source_pick_name (source));
  g_autofree char *url = sk_ctl_clean (sk_source_get_url (source));
  g_autofree char *synced = sk_ctl_format_time (sk_source_get_synced (source));
  g_autofree char *count = NULL;

  count = g_strdup_printf (ngettext ("%u tool", "%u tools", n_resources), n_resources);
  g_print ("%s\n  %s\n  ", name, url);
  g_print (_("%s, last sync: %s"), count, synced);
  g_print ("\n");

  if (sk_source_get_state (source) == SK_SOURCE_FAILED)
    sk_ctl_print_field (_("  The last sync failed:"), sk_source_get_message (source));
  else if (sk_source_get_message (source) != NULL)
    sk_ctl_print_field (" ", sk_source_get_message (source));
}

static void
build_source (JsonBuilder *builder,
              SkSource    *source)
{
  json_builder_begin_object (builder);
  sk_ctl_add_string (builder, "url", sk_source_get_url (source));
  sk_ctl_add_string (builder, "name", sk_source_get_name (source));
  sk_ctl_add_string (builder, "state", state_to_string (sk_source_get_state (source)));
  sk_ctl_add_string (builder, "message", sk_source_get_message (source));
  sk_ctl_add_int (builder, "resources", sk_source_get_resources (source));
  sk_ctl_add_time (builder, "lastSync", sk_source_get_synced (source));
  sk_ctl_add_boolean (builder, "builtIn", sk_source_get_built_in (source));
  sk_ctl_add_string (builder, "signature", signature_to_string (sk_source_get_signature (source)));
  json_builder_end_object (builder);
}

/**
 * sk_ctl_sources_build:
 * @builder: inside an object
 * @sources: a list of [class@Source]
 *
 * Adds the member `sources`.
 */
void
sk_ctl_sources_build (JsonBuilder *builder,
                      GListModel  *sources)
{
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SkSource) source = g_list_model_get_item (sources, i);

      build_source (builder, source);
    }

  json_builder_end_array (builder);
}

/**
 * sk_ctl_source_make_uri:
 * @argument: an address, or a file's name
 *
 * Returns: (transfer full): the address that the source is known by
 */
char *
sk_ctl_source_make_uri (const char *argument)
{
  g_autoptr (GFile) file = NULL;

  if (*argument == '\0' || g_uri_peek_scheme (argument) != NULL)
    return sk_ctl_to_utf8 (argument);

  file = g_file_new_for_commandline_arg (argument);
  return g_file_get_uri (file);
}
