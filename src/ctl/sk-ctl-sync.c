/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "sk-ctl-progress.h"
#include "sk-ctl-source.h"

/* The second time, whoever asks does not want to wait; the store stands being killed. */
static gboolean
cancel (gpointer user_data)
{
  if (g_cancellable_is_cancelled (user_data))
    _exit (SK_CTL_FAILED);

  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

static const char *
pick_name (const SkSyncReport *report)
{
  return report->name != NULL && *report->name != '\0' ? report->name : report->url;
}

static void
print_report (const SkSyncReport *report)
{
  g_autofree char *name = sk_ctl_clean (pick_name (report));
  g_autofree char *size = g_format_size (report->bytes);

  if (g_error_matches (report->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (report->error != NULL)
    {
      g_autofree char *why = sk_ctl_clean (report->error->message);

      g_print (_("%s: failed, its tools stay as they were: %s\n"), name, why);
      return;
    }

  if (report->not_modified)
    {
      g_print (_("%s: nothing new (%s)\n"), name, size);
      return;
    }

  /* TRANSLATORS: a source, its numbers of tools, and how much was fetched ("12 kB"). */
  g_print (_("%s: %u added, %u changed, %u withdrawn, %u unchanged (%s)\n"), name,
           (guint) report->added, (guint) report->changed, (guint) report->withdrawn,
           (guint) report->unchanged, size);

  if (report->refused > 0)
    g_print (ngettext ("  %u record could not be used: “sidekickctl validate FILE” says why\n",
                       "  %u records could not be used: “sidekickctl validate FILE” says why\n",
                       (gulong) report->refused),
             (guint) report->refused);
}

static void
build_report (JsonBuilder        *builder,
              const SkSyncReport *report)
{
  json_builder_begin_object (builder);
  sk_ctl_add_string (builder, "url", report->url);
  sk_ctl_add_string (builder, "name", report->name);
  sk_ctl_add_int (builder, "added", (gint64) report->added);
  sk_ctl_add_int (builder, "changed", (gint64) report->changed);
  sk_ctl_add_int (builder, "withdrawn", (gint64) report->withdrawn);
  sk_ctl_add_int (builder, "unchanged", (gint64) report->unchanged);
  sk_ctl_add_int (builder, "refused", (gint64) report->refused);
  sk_ctl_add_int (builder, "requests", (gint64) report->requests);
  sk_ctl_add_int (builder, "bytes", (gint64) report->bytes);
  sk_ctl_add_boolean (builder, "notModified", report->not_modified);
  sk_ctl_add_string (builder, "error", report->error != NULL ? report->error->message : NULL);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *reports)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    build_report (builder, g_ptr_array_index (reports, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  sk_ctl_print_json (builder);
}

/* Most of what goes wrong names the address already. */
static char *
describe_failure (const SkSyncReport *report)
{
  const char *name = pick_name (report);

  return strstr (report->error->message, name) != NULL
           ? g_strdup (report->error->message)
           : g_strdup_printf ("%s: %s", name, report->error->message);
}

static SkCtlStatus
say_stopped (void)
{
  return sk_ctl_fail (_("stopped; the tools stay as they were"));
}

/* One line, whatever the number of sources that failed. */
static SkCtlStatus
conclude (GPtrArray *reports)
{
  const SkSyncReport *failed = NULL;
  g_autofree char *first = NULL;
  g_autofree char *message = NULL;
  guint n_failed = 0;

  for (guint i = 0; i < reports->len; i++)
    {
      const SkSyncReport *report = g_ptr_array_index (reports, i);

      if (report->error != NULL)
        {
          failed = failed != NULL ? failed : report;
          n_failed++;
        }
    }

  if (failed == NULL)
    return SK_CTL_DONE;
  if (g_error_matches (failed->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return say_stopped ();

  first = describe_failure (failed);
  if (n_failed == 1)
    return sk_ctl_fail (first);

  message = g_strdup_printf (_("%u of %u sources failed, the first of them: %s"), n_failed,
                             reports->len, first);
  return sk_ctl_fail (message);
}

static SkCtlStatus
report_sync (SkCtl     *ctl,
             GPtrArray *reports)
{
  if (ctl->json)
    print_json (reports);
  else
    for (guint i = 0; !ctl->quiet && i < reports->len; i++)
      print_report (g_ptr_array_index (reports, i));

  if (reports->len == 0 && !ctl->json && !ctl->quiet)
    g_print (_("There is nothing to sync yet. Add a source: sidekickctl sync URL\n"));

  return conclude (reports);
}

static SkCtlStatus
sync_sources (SkCtl              *ctl,
              const char * const *urls)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SkCtlProgress) progress = sk_ctl_progress_new (ctl);
  guint on_interrupt = g_unix_signal_add (SIGINT, cancel, cancellable);
  guint on_terminate = g_unix_signal_add (SIGTERM, cancel, cancellable);
  g_autoptr (DexFuture) synced = sk_catalogue_sync (ctl->catalogue, urls, cancellable);
  g_autoptr (GError) error = NULL;
  const GValue *reports = sk_ctl_await (synced, &error);

  g_source_remove (on_interrupt);
  g_source_remove (on_terminate);
  g_clear_pointer (&progress, sk_ctl_progress_free);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return say_stopped ();
  if (reports == NULL)
    return sk_ctl_fail (error->message);

  return report_sync (ctl, g_value_get_boxed (reports));
}

/**
 * sk_ctl_sync:
 *
 * `sync`: fetches all sources. `sync URL|FILE...`: fetches these, and adds those that are
 * new. An interrupt stops it and leaves the catalogue as it was.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_sync (SkCtl              *ctl,
             const SkCtlCommand *command,
             GStrv               arguments)
{
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL},
    {NULL},
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) urls = NULL;
  SkCtlStatus status;

  if (!sk_ctl_parse (ctl, command, arguments, entries, &status))
    return status;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    g_strv_builder_take (builder, sk_ctl_source_make_uri (words[i]));

  if (!sk_ctl_open (ctl, SK_CATALOGUE_NO_RECORDS, &status))
    return status;

  urls = g_strv_builder_end (builder);
  return sync_sources (ctl, urls[0] != NULL ? (const char * const *) urls : NULL);
}
