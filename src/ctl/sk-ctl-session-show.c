/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "session/sk-block-words.h"
#include "session/sk-clock.h"
#include "session/sk-timetable.h"
#include "sk-ctl-print.h"
#include "sk-ctl-session.h"

/* What a person must know of a block, beside its time and its name. */
static char *
describe_block (SkBlock      *block,
                const SkSlot *slot)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) remarks = NULL;

  if (slot->locked)
    g_strv_builder_add (builder, _("locked"));
  if (slot->overrun > 0)
    g_strv_builder_take (builder, g_strdup_printf (ngettext ("%u minute too long",
                                                             "%u minutes too long", slot->overrun),
                                                   slot->overrun));
  if (sk_block_get_minutes_guessed (block))
    g_strv_builder_add (builder, _("length guessed by format"));
  if (sk_block_get_skippable (block))
    g_strv_builder_add (builder, _("may be left out"));
  if (sk_block_get_withdrawn (block))
    g_strv_builder_add (builder, _("no longer in the catalogue"));

  remarks = g_strv_builder_end (builder);
  return g_strjoinv (", ", remarks);
}

static void
print_texts (SkBlock *block)
{
  const char * const *materials = sk_block_get_materials (block);

  sk_ctl_print_field ("           ", sk_block_get_goal (block));
  for (guint i = 0; materials != NULL && materials[i] != NULL; i++)
    sk_ctl_print_field ("            -", materials[i]);
  sk_ctl_print_field (_("            Note:"), sk_block_get_note (block));
  sk_ctl_print_field ("           ", sk_block_get_resource_id (block));
}

static void
print_lanes (GPtrArray *lanes,
             guint      position)
{
  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    {
      SkBlock *lane = g_ptr_array_index (lanes, i);
      g_autofree char *title = sk_ctl_clean (sk_block_words_title (lane));

      g_print ("%5u.%-10u %s\n", position + 1, i + 1, title);
      print_texts (lane);
    }
}

static void
print_block (SkSession    *session,
             guint         position,
             const SkSlot *slot)
{
  SkBlock *block = sk_session_get_block (session, position);
  g_autofree char *clock = sk_clock_words_session (session, slot->start);
  g_autofree char *title = sk_ctl_clean (sk_block_words_title (block));
  g_autofree char *remarks = describe_block (block, slot);

  g_print ("%3u  %s  %3u  %s%s%s%s\n", position + 1, clock, slot->minutes, title,
           *remarks != '\0' ? " (" : "", remarks, *remarks != '\0' ? ")" : "");
  print_texts (block);
  print_lanes (sk_block_get_lanes (block), position);
}

static void
print_facts (SkSession *session)
{
  g_autofree char *size = NULL;
  g_autofree char *years = NULL;
  SkAgeRange ages;

  if (sk_session_get_size (session) > 0)
    size = g_strdup_printf ("%u", sk_session_get_size (session));
  if (sk_session_get_ages (session, &ages))
    years = sk_age_range_to_string (ages);

  sk_ctl_print_field (_("Place:"), sk_session_get_place (session));
  sk_ctl_print_field (_("Group:"), sk_session_get_group (session));
  sk_ctl_print_field (_("People:"), size);
  sk_ctl_print_field (_("Ages:"), years);
  sk_ctl_print_field (_("Aims:"), sk_session_get_aims (session));
}

static void
print_session (SkSession *session)
{
  g_autoptr (SkTimetable) times = sk_timetable_new (session);

  sk_ctl_session_summarise (session);
  print_facts (session);

  for (guint i = 0; i < sk_timetable_get_size (times); i++)
    print_block (session, i, sk_timetable_get_slot (times, i));

  if (sk_timetable_has_bell (times))
    {
      g_autofree char *clock = sk_clock_words_session (session, sk_timetable_get_bell (times));

      g_print ("     %s       %s\n", clock, _("The end"));
    }
}

/**
 * sk_ctl_session_show:
 *
 * `session show FILE`: prints a session with its times, be it in a file or in a link.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_session_show (SkCtl              *ctl,
                     const SkCtlCommand *command,
                     GStrv               arguments)
{
  g_auto (SkCtlSession) session = {0};
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL},
    {NULL},
  };
  SkCtlStatus status;

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  if (words == NULL || words[1] != NULL)
    return sk_ctl_misuse (command, _("say one file, or one link"));

  if (!sk_ctl_session_read (&session, words[0], &status))
    return status;

  if (ctl->json)
    return sk_ctl_session_print (session.session);

  print_session (session.session);
  return SK_CTL_DONE;
}
