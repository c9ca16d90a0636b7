/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "session/sk-handoff.h"
#include "session/sk-session-pin.h"
#include "session/sk-session-template.h"
#include "sk-ctl-print.h"
#include "sk-ctl-session-options.h"

static SkSession *
refuse_template (const SkCtlCommand *command,
                 const char         *id,
                 SkCtlStatus        *status)
{
  g_autofree char *all = g_strjoinv (", ", (GStrv) sk_session_template_ids);
  g_autofree char *shown = sk_ctl_to_utf8 (id);
  g_autofree char *message = NULL;

  message = g_strdup_printf (_("there is no template “%s”: they are %s"), shown, all);
  *status = sk_ctl_misuse (command, message);
  return NULL;
}

/* The first language that was asked for, else the person's own. */
static char *
choose_language (const SkCtlSessionOptions *options)
{
  const char *asked = options->values[SK_CTL_OPTION_LANGUAGE];
  const char *own = g_get_language_names ()[0];

  return asked != NULL ? g_strndup (asked, strcspn (asked, ","))
                       : g_strndup (own, strcspn (own, "_.@"));
}

static SkSession *
make_from_template (const SkCtlCommand        *command,
                    const SkCtlSessionOptions *options,
                    const char                *id,
                    SkCtlStatus               *status)
{
  g_autoptr (SkSessionTemplate) template = sk_session_template_find (id);
  g_autofree char *language = choose_language (options);

  if (template == NULL)
    return refuse_template (command, id, status);

  return sk_session_template_make (template, strcmp (language, "C") == 0 ? "en" : language, NULL);
}

/* The tools that the link names are pinned where the catalogue has them. */
static SkSession *
make_from_link (SkCtl       *ctl,
                const char  *link,
                SkCtlStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkSession) session = sk_handoff_read (link, &error);

  if (session == NULL)
    {
      *status = sk_ctl_fail (error->message);
      return NULL;
    }

  if (!sk_ctl_open (ctl, SK_CATALOGUE_CHECKED, status))
    return NULL;

  return sk_session_pin (session, sk_catalogue_get_index (ctl->catalogue));
}

static SkSession *
make_empty (void)
{
  g_auto (SkSessionFields) fields;

  sk_session_fields_init (&fields);
  fields.title = g_strdup (_("New session"));
  return sk_session_new (&fields);
}

static SkCtlStatus
make_file (SkCtl                     *ctl,
           const SkCtlCommand        *command,
           const SkCtlSessionOptions *options,
           const char                *path,
           SkSession                 *begun)
{
  g_auto (SkCtlSession) session = {0};
  g_auto (SkSessionFields) fields;
  g_autoptr (SkSession) made = NULL;
  g_autoptr (GError) error = NULL;
  SkCtlStatus status;

  sk_session_copy_fields (begun, &fields);
  if (!sk_ctl_session_begin (&session, path, &status))
    return status;

  if (!sk_ctl_session_options_apply (options, &fields, session.vocabularies, &error))
    return sk_ctl_misuse (command, error->message);

  made = sk_session_new (&fields);
  return sk_ctl_session_save (&session, ctl, made);
}

static SkCtlStatus
refuse_file (const char *path)
{
  g_autofree char *shown = sk_ctl_to_utf8 (path);
  g_autofree char *message = NULL;

  message = g_strdup_printf (_("“%s” is there already: choose another name, or change it with "
                                "“sidekickctl session set”"),
                             shown);
  return sk_ctl_fail (message);
}

/**
 * sk_ctl_session_new:
 *
 * `session new FILE`: writes a session into a file that is not there yet.
 *
 * Returns: the exit status
 */
SkCtlStatus
sk_ctl_session_new (SkCtl              *ctl,
                    const SkCtlCommand *command,
                    GStrv               arguments)
{
  g_auto (SkCtlSessionOptions) options = {0};
  g_auto (GStrv) words = NULL;
  g_autofree char *template = NULL;
  g_autofree char *link = NULL;
  g_autoptr (SkSession) begun = NULL;
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  const GOptionEntry own[] = {
    {"template", 0, 0, G_OPTION_ARG_FILENAME, &template, N_("Begin with a template"), N_("ID")},
    {"from", 0, 0, G_OPTION_ARG_FILENAME, &link, N_("Begin with the plan in a link"), N_("LINK")},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL},
  };
  SkCtlStatus status;

  sk_ctl_session_options_add_entries (&options, SK_CTL_OF_SESSION, entries);
  g_array_append_vals (entries, own, G_N_ELEMENTS (own));
  if (!sk_ctl_parse (ctl, command, arguments, (const GOptionEntry *) entries->data, &status))
    return status;

  if (words == NULL || words[1] != NULL)
    return sk_ctl_misuse (command, _("say the name of one file"));
  if (template != NULL && link != NULL)
    return sk_ctl_misuse (command, _("say either --template or --from"));
  if (g_file_test (words[0], G_FILE_TEST_EXISTS))
    return refuse_file (words[0]);

  if (template != NULL)
    begun = make_from_template (command, &options, template, &status);
  else if (link != NULL)
    begun = make_from_link (ctl, link, &status);
  else
    begun = make_empty ();

  return begun != NULL ? make_file (ctl, command, &options, words[0], begun) : status;
}
