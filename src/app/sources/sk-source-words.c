/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sk-source-words.h"

#include <glib/gi18n.h>

#include "sk-words.h"

static char *
describe_tools (SkSource *source)
{
  guint n_tools = sk_source_get_resources (source);
  g_autofree char *tools = g_strdup_printf (ngettext ("%u tool", "%u tools", n_tools), n_tools);

  if (sk_source_get_built_in (source))
    return g_strdup_printf ("%s.", tools);

  switch (sk_source_get_signature (source))
    {
    case SK_SIGNATURE_NOT_CHECKED:
      /* TRANSLATORS: "214 tools, signature not checked." */
      return g_strdup_printf (_("%s, signature not checked."), tools);
    default:
      g_assert_not_reached ();
    }
}

static char *
describe_fresh (SkSource *source)
{
  g_autofree char *time = sk_words_time (sk_source_get_synced (source));
  g_autofree char *state = sk_source_get_built_in (source)
                             ? g_strdup (_("Came with Sidekick."))
                             : g_strdup_printf (_("Updated %s."), time);
  g_autofree char *tools = describe_tools (source);
  const char *message = sk_source_get_message (source);

  return message != NULL ? g_markup_printf_escaped ("<b>%s</b> %s %s", state, tools, message)
                         : g_markup_printf_escaped ("<b>%s</b> %s", state, tools);
}

static char *
describe_busy (SkSource *source)
{
  guint64 done = sk_source_get_bytes_done (source);
  guint64 total = sk_source_get_bytes_total (source);
  g_autofree char *done_words = g_format_size (done);
  g_autofree char *total_words = g_format_size (total);
  g_autofree char *state = NULL;

  if (done == 0)
    state = g_strdup (_("Updating…"));
  else if (total < done)
    state = g_strdup_printf (_("Updating: %s."), done_words);
  else
    /* TRANSLATORS: how much has come, and how much there is: "1.2 MB", "2 MB". */
    state = g_strdup_printf (_("Updating: %s of %s."), done_words, total_words);

  return sk_source_get_resources (source) == 0
           ? g_markup_printf_escaped ("<b>%s</b>", state)
           : g_markup_printf_escaped ("<b>%s</b> %s", state,
                                      _("Until it is done, what you have stays."));
}

/**
 * sk_source_words_state:
 *
 * Returns: (transfer full): how it is, and what that means; empty where there is nothing to say
 *   beside the cause
 */
char *
sk_source_words_state (SkSource *source)
{
  guint n_tools = sk_source_get_resources (source);

  switch (sk_source_get_state (source))
    {
    case SK_SOURCE_BUSY:
      return describe_busy (source);
    case SK_SOURCE_FRESH:
      return describe_fresh (source);
    case SK_SOURCE_FAILED:
      return n_tools == 0
               ? g_strdup ("")
               : g_markup_printf_escaped (ngettext ("The %u tool of last time stays.",
                                                    "The %u tools of last time stay.", n_tools),
                                          n_tools);
    case SK_SOURCE_NEVER:
      return g_markup_printf_escaped ("<b>%s</b>", _("Not fetched yet."));
    default:
      g_assert_not_reached ();
    }
}

/**
 * sk_source_words_cause:
 *
 * Returns: (transfer full) (nullable): why its last update failed; %NULL where it did not
 */
char *
sk_source_words_cause (SkSource *source)
{
  if (sk_source_get_state (source) != SK_SOURCE_FAILED)
    return NULL;

  return g_markup_printf_escaped ("<b>%s</b> %s", _("Not updated."),
                                  sk_source_get_message (source));
}
