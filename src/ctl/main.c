/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "sidekick-config.h"
#include "sk-ctl.h"

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SK_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* A file that may not grow is told as a full disk is, not by being killed. */
  signal (SIGXFSZ, SIG_IGN);

  g_set_prgname ("sidekickctl");
  dex_init ();

  return sk_ctl_main (argv);
}
