/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "export/sk-export-json.h"
#include "session/sk-handoff.h"
#include "session/sk-timetable.h"
#include "sk-ctl-print.h"
#include "sk-ctl-session.h"

/**
 * sk_ctl_session_clear:
 *
 * Lets go of the session and its file.
 */
void
sk_ctl_session_clear (SkCtlSession *self)
{
  g_clear_object (&self->vocabularies);
  g_clear_object (&self->file);
  g_clear_object (&self->session);
}

/**
 * sk_ctl_session_begin:
 * @path: a file, there or not
 * @status: (out): where this returns %FALSE, what to exit with
 *
 * Gets ready for a file, without looking at it.
 *
 * Returns: whether the command is to go on
 */
gboolean
sk_ctl_session_begin (SkCtlSession *self,
                      const char   *path,
                      SkCtlStatus  *status)
{
  g_autoptr (GError) error = NULL;

  self->vocabularies = sk_vocabularies_new (&error);
  if (self->vocabularies == NULL)
    {
      *status = sk_ctl_fail (error->message);
      return FALSE;
    }

  self->file = sk_session_file_new (path, self->vocabularies);
  return TRUE;
}

static gboolean
read_file (SkCtlSession *self,
           const char   *path,
           gboolean     *newer,
           SkCtlStatus  *status)
{
  g_autoptr (GError) error = NULL;

  if (!sk_ctl_session_begin (self, path, status))
    return FALSE;

  self->session = sk_session_file_read (self->file, newer, &error);
  if (self->session == NULL)
    *status = sk_ctl_fail (error->message);

  return self->session != NULL;
}

static gboolean
read_link (SkCtlSession *self,
           const char   *link,
           SkCtlStatus  *status)
{
  g_autoptr (GError) error = NULL;

  self->session = sk_handoff_read (link, &error);
  if (self->session == NULL)
    *status = sk_ctl_fail (error->message);

  return self->session != NULL;
}

/**
 * sk_ctl_session_read:
 * @path: a file, or a link
 * @status: (out): where this returns %FALSE, what to exit with
 *
 * Reads a session to look at, of a newer version too.
 *
 * Returns: whether there is a session now
 */
gboolean
sk_ctl_session_read (SkCtlSession *self,
                     const char   *path,
                     SkCtlStatus  *status)
{
  return g_ascii_strncasecmp (path, "sidekick:", strlen ("sidekick:")) == 0
           ? read_link (self, path, status)
           : read_file (self, path, NULL, status);
}

/**
 * sk_ctl_session_read_to_change:
 * @path: a file
 * @status: (out): where this returns %FALSE, what to exit with
 *
 * Reads a session that is to be changed.
 *
 * Returns: whether there is a session now, and it may be changed
 */
gboolean
sk_ctl_session_read_to_change (SkCtlSession *self,
                               const char   *path,
                               SkCtlStatus  *status)
{
  g_autofree char *shown = sk_ctl_to_utf8 (path);
  g_autofree char *message = NULL;
  gboolean newer = FALSE;

  if (!read_file (self, path, &newer, status))
    return FALSE;

  if (newer)
    {
      message =
        g_strdup_printf (_("“%s” was made by a newer Sidekick and can only be read: update "
                            "Sidekick to change it"),
                         shown);
      *status = sk_ctl_fail (message);
    }

  return !newer;
}

/* Each run of the program is a sitting of its own. */
static SkSession *
stamp (SkSession *session)
{
  g_autofree char *sitting = g_strdup_printf ("%08x", g_random_int ());

  return sk_session_with_edit (session, sitting, g_get_real_time () / G_USEC_PER_SEC);
}

/**
 * sk_ctl_session_save:
 * @changed: what is to be in the file
 *
 * Writes what was changed, and says what the session is now. What is the same as before leaves the
 * file as it is.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_session_save (SkCtlSession *self,
                     SkCtl        *ctl,
                     SkSession    *changed)
{
  g_autoptr (SkSession) stamped = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || !sk_session_equal (changed, self->session))
    {
      stamped = stamp (changed);
      if (!sk_session_file_write (self->file, stamped, &error))
        return sk_ctl_fail (error->message);
    }

  if (ctl->json)
    return sk_ctl_session_print (stamped != NULL ? stamped : changed);

  if (!ctl->quiet)
    sk_ctl_session_summarise (changed);
  return SK_CTL_DONE;
}

/**
 * sk_ctl_session_print:
 *
 * Writes the session as JSON. Its shape is in `help json`.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_session_print (SkSession *session)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  sk_export_build_json (builder, session, NULL, TRUE);
  sk_ctl_print_json (builder);
  return SK_CTL_DONE;
}

/* What no longer fits, or is still free. */
static char *
describe_fit (const SkTimetable *times)
{
  const guint overrun = sk_timetable_get_overrun (times);
  const guint free_minutes = sk_timetable_get_free (times);

  if (overrun > 0)
    return g_strdup_printf (ngettext ("%u minute too long", "%u minutes too long", overrun),
                            overrun);
  if (free_minutes > 0)
    return g_strdup_printf (ngettext ("%u minute free", "%u minutes free", free_minutes),
                            free_minutes);

  return NULL;
}

/**
 * sk_ctl_session_summarise:
 *
 * Tells a person in a line what the session is.
 */
void
sk_ctl_session_summarise (SkSession *session)
{
  g_autoptr (SkTimetable) times = sk_timetable_new (session);
  const guint n_blocks = sk_session_get_n_blocks (session);
  g_autofree char *title = sk_ctl_clean (sk_session_get_title (session));
  g_autofree char *start = g_date_time_format (sk_session_get_start (session), "%F %R");
  g_autofree char *blocks = NULL;
  g_autofree char *fit = describe_fit (times);

  blocks = g_strdup_printf (ngettext ("%u block", "%u blocks", n_blocks), n_blocks);
  g_print (_("%s: %s, %s, %u min"), title, start, blocks, sk_timetable_get_minutes (times));
  if (fit != NULL)
    g_print (", %s", fit);
  g_print ("\n");
}

static SkBlock *
find_lane (SkBlock    *block,
           const char *lane)
{
  GPtrArray *lanes = sk_block_get_lanes (block);
  guint64 number;

  if (lanes == NULL || !g_ascii_string_to_unsigned (lane, 10, 1, lanes->len, &number, NULL))
    return NULL;

  return g_ptr_array_index (lanes, number - 1);
}

/**
 * sk_ctl_session_find_block:
 * @number: "3", or "3.2" for a lane
 * @status: (out): where there is no such block, what to exit with
 *
 * Returns: (transfer none) (nullable): the block of that number, counted from 1
 */
SkBlock *
sk_ctl_session_find_block (const SkCtlCommand *command,
                           SkSession          *session,
                           const char         *number,
                           SkCtlStatus        *status)
{
  const guint n_blocks = sk_session_get_n_blocks (session);
  g_auto (GStrv) parts = g_strsplit (number, ".", 2);
  g_autofree char *shown = sk_ctl_to_utf8 (number);
  g_autofree char *message = NULL;
  SkBlock *block = NULL;
  guint64 position;

  if (*number == '\0' || number[strspn (number, "0123456789.")] != '\0')
    {
      message = g_strdup_printf (_("“%s” is no block: say its number, such as 3, or 3.2"), shown);
      *status = sk_ctl_misuse (command, message);
      return NULL;
    }

  if (n_blocks > 0 && g_ascii_string_to_unsigned (parts[0], 10, 1, n_blocks, &position, NULL))
    block = sk_session_get_block (session, (guint) position - 1);
  if (block != NULL && parts[1] != NULL)
    block = find_lane (block, parts[1]);

  if (block == NULL)
    {
      message =
        g_strdup_printf (ngettext ("there is no block %s: the session has %u block",
                                   "there is no block %s: the session has %u blocks", n_blocks),
                         number, n_blocks);
      *status = sk_ctl_fail (message);
    }

  return block;
}
