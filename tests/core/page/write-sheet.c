/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "page/sk-sheet.h"
#include "session/sk-session-file.h"

/* write-sheet FILE.sidekick KIND LANGUAGES OUT.pdf [large] */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (&error);
  g_autoptr (SkSessionFile) file = NULL;
  g_autoptr (SkSession) session = NULL;
  g_autoptr (SkSheet) sheet = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) languages = NULL;
  SkSheetOptions options = {0};
  gboolean newer;

  g_assert_cmpint (argc, >=, 5);
  file = sk_session_file_new (argv[1], vocabularies);
  session = sk_session_file_read (file, &newer, &error);
  g_assert_no_error (error);

  g_assert_true (sk_sheet_kind_parse (argv[2], &options.kind));
  languages = g_strsplit (argv[3], ",", -1);
  options.languages = (const char * const *) languages;
  options.large_print = argc > 5;

  sheet = sk_sheet_new (session, &options);
  pdf = sk_sheet_to_pdf (sheet, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (argv[4], g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), &error));
  g_print ("%u\n", sk_sheet_get_n_pages (sheet));

  return 0;
}
