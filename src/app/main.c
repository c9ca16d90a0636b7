/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <libdex.h>
#include <locale.h>

#include "sidekick-config.h"
#include "sk-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (SkApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SK_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  dex_init ();

  application = sk_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
