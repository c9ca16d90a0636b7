/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scratch-folder.h"
#include "user/sk-user-data.h"

#define TOOL "https://example.org/tools/privacy"
#define OTHER "https://example.org/tools/bullying"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "user.json", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static SkUserData *
open_user (Fixture *fixture)
{
  SkUserData *user = sk_user_data_new (fixture->folder);

  while (!sk_user_data_get_loaded (user) && sk_user_data_get_error (user) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return user;
}

static DexFuture *
note_ended (DexFuture *future,
            gpointer   data)
{
  *(gboolean *) data = TRUE;
  return NULL;
}

static void
close_user (SkUserData *user)
{
  gboolean ended = FALSE;
  g_autoptr (DexFuture) closing =
    dex_future_finally (sk_user_data_close (user), note_ended, &ended, NULL);

  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (user);
}

static void
write_text (Fixture    *fixture,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

static char *
read_text (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (fixture->path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
is_there_the_next_time (Fixture       *fixture,
                        gconstpointer  data)
{
  SkUserData *user = open_user (fixture);
  static const char * const languages[] = {"nl", "fr", NULL};
  static const SkAgeRange ages = {9, 11};
  g_autoptr (SkProfile) profile = sk_profile_new (languages, "https://example.org/school", &ages);
  g_autoptr (SkProfile) read = NULL;
  g_auto (GStrv) favourites = NULL;

  g_assert_null (sk_user_data_dup_profile (user));
  sk_user_data_set_favourite (user, OTHER, TRUE);
  g_usleep (2);
  sk_user_data_set_favourite (user, TOOL, TRUE);
  sk_user_data_set_note (user, TOOL, "Only with sound: “loud”");
  sk_user_data_set_dead_link (user, OTHER, "https://example.org/gone", TRUE);
  sk_user_data_set_profile (user, profile);
  close_user (user);

  user = open_user (fixture);
  favourites = sk_user_data_dup_favourites (user);
  g_assert_cmpstrv (favourites, ((const char *[]) {TOOL, OTHER, NULL}));
  g_assert_cmpstr (sk_user_data_get_note (user, TOOL), ==, "Only with sound: “loud”");
  g_assert_null (sk_user_data_get_note (user, OTHER));
  g_assert_cmpstr (sk_user_data_get_dead_url (user, OTHER), ==, "https://example.org/gone");
  g_assert_cmpuint (strlen (sk_user_data_get_dead_link (user, OTHER)), ==, strlen ("2027-02-09"));
  read = sk_user_data_dup_profile (user);
  g_assert_true (sk_profile_equal (read, profile));
  close_user (user);
}

static void
forgets_what_is_taken_back (Fixture       *fixture,
                            gconstpointer  data)
{
  SkUserData *user = open_user (fixture);
  g_autofree char *text = NULL;

  sk_user_data_set_favourite (user, TOOL, TRUE);
  sk_user_data_set_note (user, TOOL, "once");
  sk_user_data_set_favourite (user, TOOL, FALSE);
  sk_user_data_set_note (user, TOOL, "");
  g_assert_false (sk_user_data_get_favourite (user, TOOL));
  g_assert_null (sk_user_data_get_note (user, TOOL));
  close_user (user);

  text = read_text (fixture);
  g_assert_null (strstr (text, TOOL));
}

static void
an_empty_profile_is_one (Fixture       *fixture,
                         gconstpointer  data)
{
  SkUserData *user = open_user (fixture);
  g_autoptr (SkProfile) profile = sk_profile_new (NULL, NULL, NULL);
  g_autoptr (SkProfile) read = NULL;

  sk_user_data_set_profile (user, profile);
  close_user (user);

  user = open_user (fixture);
  read = sk_user_data_dup_profile (user);
  g_assert_nonnull (read);
  g_assert_true (sk_profile_is_empty (read));
  close_user (user);
}

static void
keeps_what_it_does_not_know (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *text = NULL;
  SkUserData *user;

  write_text (fixture,
              "{\"version\": 1, \"colour\": [1], \"profile\": {\"mood\": \"good\"}, \"tools\": "
              "{\"" TOOL "\": {\"stars\": 5, \"note\": \"n\"}, \"odd\": 7}}");
  user = open_user (fixture);
  sk_user_data_set_note (user, TOOL, NULL);
  sk_user_data_set_favourite (user, "odd", FALSE);
  sk_user_data_set_favourite (user, OTHER, TRUE);
  close_user (user);

  text = read_text (fixture);
  for (guint i = 0; i < 4; i++)
    g_assert_nonnull (strstr (text, ((const char *[]) {"colour", "mood", "stars", "odd"})[i]));
  g_assert_null (strstr (text, "note"));
}

static void
two_programs_keep_both_changes (Fixture       *fixture,
                                gconstpointer  data)
{
  SkUserData *one = open_user (fixture);
  SkUserData *other = open_user (fixture);

  sk_user_data_set_favourite (one, TOOL, TRUE);
  sk_user_data_set_note (other, TOOL, "from the other");
  sk_user_data_set_favourite (other, OTHER, TRUE);
  close_user (one);
  close_user (other);

  one = open_user (fixture);
  g_assert_true (sk_user_data_get_favourite (one, TOOL));
  g_assert_true (sk_user_data_get_favourite (one, OTHER));
  g_assert_cmpstr (sk_user_data_get_note (one, TOOL), ==, "from the other");
  close_user (one);
}

static void
note_id (SkUserData *user,
         const char *id,
         gpointer    data)
{
  g_ptr_array_add (data, g_strdup (id != NULL ? id : "any"));
}

static void
follows_another_program (Fixture       *fixture,
                         gconstpointer  data)
{
  SkUserData *user = open_user (fixture);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect (user, "changed", G_CALLBACK (note_id), ids);
  write_text (fixture, "{\"version\": 1, \"tools\": {\"" TOOL "\": {\"note\": \"theirs\"}}}");
  while (sk_user_data_get_note (user, TOOL) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (ids->pdata[0], ==, "any");
  sk_user_data_set_note (user, OTHER, "ours");
  g_assert_cmpstr (ids->pdata[1], ==, OTHER);
  close_user (user);
}

static void
sets_a_damaged_file_aside (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char * const damaged[] = {"",         "{\"version\": 1, \"tools\": {", "[]", "{}",
                                         "\xff\xfe", "{\"version\": \"one\"}"};

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *aside = NULL;
      g_autofree char *text = NULL;
      SkUserData *user;
      const char *name;

      write_text (fixture, damaged[i]);
      user = open_user (fixture);
      g_assert_null (sk_user_data_get_error (user));
      name = strstr (sk_user_data_get_notice (user), "user.json.damaged-");
      g_assert_nonnull (name);
      aside = g_strndup (name, strlen ("user.json.damaged-2027-02-09-101500"));

      sk_user_data_set_favourite (user, TOOL, TRUE);
      close_user (user);
      text = read_text (fixture);
      g_assert_nonnull (strstr (text, TOOL));

      {
        g_autofree char *path = g_build_filename (fixture->folder, aside, NULL);
        g_autofree char *kept = NULL;

        g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
        g_assert_cmpstr (kept, ==, damaged[i]);
        g_assert_cmpint (g_unlink (path), ==, 0);
      }
    }
}

static void
leaves_a_newer_file_alone (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char newer[] = "{\"version\": 2, \"tools\": {\"" TOOL "\": {\"note\": \"n\"}}}";
  g_autofree char *text = NULL;
  SkUserData *user;

  write_text (fixture, newer);
  user = open_user (fixture);
  g_assert_cmpstr (sk_user_data_get_note (user, TOOL), ==, "n");
  sk_user_data_set_favourite (user, TOOL, TRUE);
  while (sk_user_data_get_error (user) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (sk_user_data_get_error (user), "newer version"));
  g_assert_true (sk_user_data_get_favourite (user, TOOL));
  close_user (user);

  text = read_text (fixture);
  g_assert_cmpstr (text, ==, newer);
}

/* A folder in the way of the file is what even root cannot write over. */
static void
says_that_it_cannot_be_saved (Fixture       *fixture,
                              gconstpointer  data)
{
  SkUserData *user = open_user (fixture);
  g_autofree char *text = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  sk_user_data_set_favourite (user, TOOL, TRUE);
  while (sk_user_data_get_error (user) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (sk_user_data_get_favourite (user, TOOL));

  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  while (sk_user_data_get_error (user) != NULL)
    g_main_context_iteration (NULL, TRUE);
  text = read_text (fixture);
  g_assert_nonnull (strstr (text, TOOL));
  close_user (user);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    {"is-there-the-next-time", is_there_the_next_time},
    {"forgets-what-is-taken-back", forgets_what_is_taken_back},
    {"an-empty-profile-is-one", an_empty_profile_is_one},
    {"keeps-what-it-does-not-know", keeps_what_it_does_not_know},
    {"two-programs-keep-both-changes", two_programs_keep_both_changes},
    {"follows-another-program", follows_another_program},
    {"sets-a-damaged-file-aside", sets_a_damaged_file_aside},
    {"leaves-a-newer-file-alone", leaves_a_newer_file_alone},
    {"says-that-it-cannot-be-saved", says_that_it_cannot_be_saved},
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/user-data/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
