/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "sk-ctl-print.h"
#include "sk-ctl-user.h"
#include "takeout/sk-takeout.h"

static SkCtlStatus
export_to (SkCtl      *ctl,
           const char *path)
{
  g_autofree char *data_dir = sk_ctl_dup_data_dir (ctl);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) archive = sk_takeout_make (data_dir, NULL, &error);

  /* What a person noted is for them alone to read. */
  return archive != NULL ? sk_ctl_write (ctl, path, 0600, archive) : sk_ctl_fail (error->message);
}

static void
print_report (SkCtl                 *ctl,
              const SkTakeoutReport *report)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!ctl->json)
    {
      if (!ctl->quiet)
        g_print (_("Tools with something new: %u. Sessions: %u. Sources: %u.\n"), report->n_tools,
                 report->n_sessions, report->n_sources);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  sk_ctl_add_int (builder, "tools", report->n_tools);
  sk_ctl_add_int (builder, "sessions", report->n_sessions);
  sk_ctl_add_int (builder, "sources", report->n_sources);
  json_builder_end_object (builder);
  sk_ctl_print_json (builder);
}

static gboolean
await_true (DexFuture  *future,
            GError    **error)
{
  g_autoptr (DexFuture) held = future;

  return sk_ctl_await (held, error) != NULL;
}

/**
 * sk_ctl_load_user:
 *
 * Returns: (transfer full) (nullable): what the person keeps, loaded; %NULL with an error for them
 *   where it cannot be read
 */
SkUserData *
sk_ctl_load_user (SkCtl   *ctl,
                  GError **error)
{
  g_autofree char *data_dir = sk_ctl_dup_data_dir (ctl);
  g_autoptr (SkUserData) user = sk_user_data_new (data_dir);

  while (!sk_user_data_get_loaded (user) && sk_user_data_get_error (user) == NULL)
    g_main_context_iteration (NULL, TRUE);

  if (sk_user_data_get_loaded (user))
    return g_steal_pointer (&user);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, sk_user_data_get_error (user));
  return NULL;
}

/* All of it is on the disk, or the error says what is not. */
static gboolean
settle (SkUserData       *user,
        SkSessionFolder  *folder,
        GError          **error)
{
  if (!await_true (sk_session_folder_close (folder), error) ||
      !await_true (sk_user_data_close (user), error))
    return FALSE;

  if (sk_user_data_get_error (user) == NULL)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, sk_user_data_get_error (user));
  return FALSE;
}

static SkTakeoutReport *
take_over (SkCtl      *ctl,
           SkTakeout  *takeout,
           GError    **error)
{
  g_autofree char *data_dir = sk_ctl_dup_data_dir (ctl);
  g_autoptr (SkUserData) user = sk_ctl_load_user (ctl, error);
  g_autoptr (SkSessionFolder) folder =
    sk_session_folder_new (data_dir, sk_catalogue_get_vocabularies (ctl->catalogue));
  g_autoptr (DexFuture) imported = NULL;
  g_autoptr (SkTakeoutReport) report = NULL;

  if (user == NULL || !await_true (sk_session_folder_open (folder), error))
    return NULL;

  imported = sk_takeout_import (takeout, user, folder, ctl->catalogue);
  report = sk_takeout_report_copy (g_value_get_boxed (sk_ctl_await (imported, NULL)));
  return settle (user, folder, error) ? g_steal_pointer (&report) : NULL;
}

static SkCtlStatus
import_from (SkCtl      *ctl,
             const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkTakeout) takeout = sk_takeout_read (file, &error);
  g_autoptr (SkTakeoutReport) report = NULL;
  SkCtlStatus status;

  if (takeout == NULL)
    return sk_ctl_fail (error->message);
  if (!sk_ctl_open (ctl, SK_CATALOGUE_NO_RECORDS, &status))
    return status;

  report = take_over (ctl, takeout, &error);
  if (report == NULL)
    return sk_ctl_fail (error->message);
  if (report->problem != NULL)
    return sk_ctl_fail (report->problem);

  print_report (ctl, report);
  return SK_CTL_DONE;
}

/**
 * sk_ctl_user:
 *
 * `user export FILE`: writes all that is a person's own into an archive. `user import FILE`: adds
 * what is in one.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_user (SkCtl              *ctl,
             const SkCtlCommand *command,
             GStrv               arguments)
{
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL},
    {NULL},
  };
  gboolean exports;
  SkCtlStatus status;

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  exports = words != NULL && strcmp (words[0], "export") == 0;
  if (words == NULL || g_strv_length (words) != 2 || (!exports && strcmp (words[0], "import") != 0))
    return sk_ctl_misuse (command, _("say “user export FILE” or “user import FILE”"));

  return exports ? export_to (ctl, words[1]) : import_from (ctl, words[1]);
}
