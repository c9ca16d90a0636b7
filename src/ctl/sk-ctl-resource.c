/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-ctl-resource.h"

#include <glib/gi18n.h>

#include "sk-ctl-print.h"

static const struct
{
  SkFacet facet;
  const char *member;
  const char *label;
} concept_facets[] = {
  {SK_FACET_THEME, "themes", N_("Themes:")},
  {SK_FACET_FORMAT, "formats", N_("Formats:")},
  {SK_FACET_AUDIENCE, "audiences", N_("For:")},
  {SK_FACET_SETTING, "settings", N_("Where:")},
};

static char *
format_ages (SkResource *resource)
{
  SkAgeRange ages;

  return sk_resource_get_ages (resource, &ages) ? sk_age_range_to_string (ages) : NULL;
}

static char *
format_minutes (SkResource *resource)
{
  guint minutes = sk_resource_get_minutes (resource);

  if (minutes == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
}

static char *
join (const char * const *values)
{
  return values != NULL ? g_strjoinv (", ", (GStrv) values) : NULL;
}

static char *
join_concepts (GPtrArray *concepts)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) joined = NULL;

  for (guint i = 0; concepts != NULL && i < concepts->len; i++)
    g_strv_builder_add (labels, sk_concept_pick_label (g_ptr_array_index (concepts, i),
                                                       g_get_language_names ()));

  joined = g_strv_builder_end (labels);
  return g_strjoinv (", ", joined);
}

/**
 * sk_ctl_resource_print_line:
 *
 * Prints a resource as an entry of a list: its name, what tells it apart, its id.
 */
void
sk_ctl_resource_print_line (SkResource *resource)
{
  const char *name = sk_resource_pick_name (resource, g_get_language_names (), NULL);
  g_autofree char *title = sk_ctl_clean (name);
  g_autofree char *id = sk_ctl_clean (sk_resource_get_id (resource));
  g_autofree char *years = format_ages (resource);
  g_autofree char *minutes = format_minutes (resource);
  g_autofree char *languages = join (sk_resource_get_languages (resource));
  g_autofree char *publishers = join (sk_resource_get_publishers (resource));
  const char *parts[] = {years, minutes, languages, publishers};
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *clean = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (facts, "%s%s", facts->len > 0 ? " | " : "", parts[i]);

  clean = sk_ctl_clean (facts->str);
  g_print ("%s\n", title);
  if (*clean != '\0')
    g_print ("  %s\n", clean);
  g_print ("  %s\n", id);
}

static void
print_people_and_room (SkResource *resource)
{
  g_autofree char *needs = join (sk_resource_get_needs (resource));
  guint min = sk_resource_get_group_min (resource);
  guint max = sk_resource_get_group_max (resource);
  g_autofree char *group = NULL;

  if (min > 0 && max > 0)
    group = g_strdup_printf (_("%u to %u people"), min, max);
  else if (min > 0)
    group = g_strdup_printf (_("%u people or more"), min);
  else if (max > 0)
    group = g_strdup_printf (_("up to %u people"), max);

  sk_ctl_print_field (_("Group:"), group);
  sk_ctl_print_field (_("Needs:"), needs);

  if (sk_resource_get_sensitive (resource))
    g_print (_("Touches on a sensitive subject\n"));
  if (sk_resource_get_skippable (resource))
    g_print (_("Can be skipped when time is short\n"));
}

static void
print_ages_and_length (SkResource *resource)
{
  g_autofree char *ages = format_ages (resource);
  g_autofree char *minutes = format_minutes (resource);
  g_autofree char *shortest = NULL;

  if (ages != NULL && sk_resource_get_ages_estimated (resource))
    {
      g_autofree char *stated = g_steal_pointer (&ages);

      ages = g_strdup_printf (_("%s (estimated)"), stated);
    }

  if (sk_resource_get_minutes_min (resource) > 0)
    shortest = g_strdup_printf ("%u", sk_resource_get_minutes_min (resource));

  sk_ctl_print_field (_("Ages:"), ages);
  sk_ctl_print_field (_("Length:"), minutes);
  sk_ctl_print_field (_("Minutes at least:"), shortest);
}

static void
print_terms (SkResource *resource)
{
  g_autofree char *publishers = join (sk_resource_get_publishers (resource));

  sk_ctl_print_field (_("Publisher:"), publishers);
  sk_ctl_print_field (_("Publisher’s site:"), sk_resource_get_publisher_url (resource));
  sk_ctl_print_field (_("Licence:"), sk_resource_get_license (resource));

  if (sk_resource_get_free (resource) == SK_STATED_YES)
    g_print (_("Free of charge\n"));
  else if (sk_resource_get_free (resource) == SK_STATED_NO)
    g_print (_("Not free of charge\n"));
}

static void
print_texts (const char *label,
             GPtrArray  *texts)
{
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    sk_ctl_print_field (label, sk_lang_string_pick (g_ptr_array_index (texts, i),
                                                    g_get_language_names (), NULL, NULL));
}

static void
print_attachments (SkResource *resource)
{
  GPtrArray *attachments = sk_resource_get_attachments (resource);

  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    {
      const SkAttachment *attachment = g_ptr_array_index (attachments, i);
      gint64 size = sk_attachment_get_size (attachment);
      g_autofree char *shown = size >= 0 ? g_format_size ((guint64) size) : g_strdup ("");
      const char *type = sk_attachment_get_media_type (attachment);
      g_autofree char *line = NULL;

      line = g_strdup_printf ("%s %s %s", sk_attachment_get_url (attachment),
                              type != NULL ? type : "", shown);
      sk_ctl_print_field (_("File:"), g_strchomp (line));
    }
}

static void
print_provenance (SkResource *resource)
{
  g_autofree char *translations = join (sk_resource_get_translations (resource));

  sk_ctl_print_field (_("Link:"), sk_resource_get_url (resource));
  sk_ctl_print_field (_("Picture:"), sk_resource_get_image (resource));
  print_attachments (resource);
  sk_ctl_print_field (_("Modified:"), sk_resource_get_modified (resource));
  sk_ctl_print_field (_("Published:"), sk_resource_get_published (resource));
  sk_ctl_print_field (_("Seen:"), sk_resource_get_seen (resource));
  sk_ctl_print_field (_("Seen at:"), sk_resource_get_source_page (resource));
  sk_ctl_print_field (_("Translation of:"), sk_resource_get_translation_of (resource));
  sk_ctl_print_field (_("Translations:"), translations);
  sk_ctl_print_field (_("Source:"), sk_resource_get_source (resource));
}

/**
 * sk_ctl_resource_print:
 *
 * Prints all that is known of a resource; what is not stated is left out.
 */
void
sk_ctl_resource_print (SkResource *resource)
{
  const char * const *readers = g_get_language_names ();
  const char *about = sk_resource_pick_description (resource, readers, NULL);
  g_autofree char *name = sk_ctl_clean (sk_resource_pick_name (resource, readers, NULL));
  g_autofree char *description = sk_ctl_clean (about != NULL ? about : "");
  g_autofree char *languages = join (sk_resource_get_languages (resource));
  g_autofree char *keywords = join (sk_resource_get_keywords (resource));

  g_print ("%s\n", name);
  if (*description != '\0')
    g_print ("%s\n", description);
  g_print ("\n");

  sk_ctl_print_field (_("Id:"), sk_resource_get_id (resource));
  sk_ctl_print_field (_("Languages:"), languages);
  print_ages_and_length (resource);

  for (guint i = 0; i < G_N_ELEMENTS (concept_facets); i++)
    {
      g_autofree char *labels = NULL;

      labels = join_concepts (sk_resource_get_concepts (resource, concept_facets[i].facet));
      sk_ctl_print_field (_(concept_facets[i].label), labels);
    }

  print_people_and_room (resource);
  sk_ctl_print_field (_("Keywords:"), keywords);
  print_texts (_("To talk about:"), sk_resource_get_talk_questions (resource));
  print_terms (resource);
  print_provenance (resource);
}
