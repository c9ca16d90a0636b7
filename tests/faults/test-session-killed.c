/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "scratch-folder.h"
#include "session/sk-session-commands.h"
#include "session/sk-session-folder.h"

#define N_KILLS 1000

/* At work at the same time: each waits most of its time, as a person does. */
#define N_AT_WORK 24

/* How long one works: beyond the second after which every change is to be there. */
#define MAX_LIFE_MS 2200
#define MAX_PAUSE_MS 120
#define PROMISE_US (1000 * 1000)

/* How often a child looks at the clock, to know how long it was kept waiting. */
#define HEARTBEAT_MS 10

static const char id[] = "3f6d1c0a-52b7-4e0e-9c64-0d1b7a8e5b01";

/* A change that was made, as a child reports it. */
typedef struct
{
  guint number;
  gint64 time;                /* monotonic, the same clock in all processes */
  gint64 kept_waiting;        /* how long at most the machine let it wait for its turn so far */
} Change;

typedef struct
{
  pid_t pid;
  int pipe;
  gint64 end;
  char *folder;
} Child;

/* What a child works with. */
typedef struct
{
  SkSessionFolder *folder;
  SkSessionEditor *editor;
  GRand *chance;
  int pipe;
  guint n_changes;
  gint64 beat;
  gint64 kept_waiting;
} Work;

static gboolean
on_heartbeat (gpointer data)
{
  Work *work = data;
  gint64 now = g_get_monotonic_time ();

  if (work->beat != 0)
    work->kept_waiting = MAX (work->kept_waiting, now - work->beat - HEARTBEAT_MS * 1000);
  work->beat = now;
  return G_SOURCE_CONTINUE;
}

static void
on_turn (gpointer data)
{
  Work *work = data;
  g_autofree char *title = g_strdup_printf ("%u", ++work->n_changes);
  Change change = {work->n_changes, g_get_monotonic_time (), work->kept_waiting};

  g_assert_true (sk_session_set_title (work->editor, title));
  g_assert_cmpint (write (work->pipe, &change, sizeof change), ==, sizeof change);
  g_timeout_add_once ((guint) g_rand_int_range (work->chance, 1, MAX_PAUSE_MS), on_turn, work);
}

static DexFuture *
on_opened (DexFuture *future,
           gpointer   data)
{
  Work *work = data;

  work->editor = sk_session_document_get_editor (sk_session_folder_find (work->folder, id));
  g_timeout_add (HEARTBEAT_MS, on_heartbeat, work);
  on_turn (work);
  return dex_future_new_true ();
}

/* Opens the session as the program does, and changes it until it is killed. */
G_NORETURN static void
work_for_ever (const char     *folder,
               SkVocabularies *vocabularies,
               guint32         seed,
               int             pipe)
{
  GMainLoop *loop = g_main_loop_new (NULL, FALSE);
  Work work = {.chance = g_rand_new_with_seed (seed), .pipe = pipe};

  /* Not for longer than the test, should that fail. */
  g_assert_cmpint (prctl (PR_SET_PDEATHSIG, SIGKILL), ==, 0);
  dex_init ();
  work.folder = sk_session_folder_new (folder, vocabularies);
  dex_future_disown (
    dex_future_then (sk_session_folder_open (work.folder), on_opened, &work, NULL));
  g_main_loop_run (loop);
  g_assert_not_reached ();
}

static char *
make_folder (const char *content)
{
  char *folder = scratch_folder_new ();
  g_autofree char *path = g_strdup_printf ("%s/sessions/%s.sidekick", folder, id);
  g_autofree char *sessions = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir (sessions, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return folder;
}

static void
start (Child          *child,
       SkVocabularies *vocabularies)
{
  guint32 seed = (guint32) g_test_rand_int ();
  gint64 life = g_test_rand_int_range (1, MAX_LIFE_MS);
  int ends[2];

  g_assert_true (g_unix_open_pipe (ends, O_CLOEXEC, NULL));
  /* A copy of this process, which has no threads, starts a hundred times faster than a program. */
  child->pid = fork ();
  g_assert_cmpint (child->pid, >=, 0);
  if (child->pid == 0)
    work_for_ever (child->folder, vocabularies, seed, ends[1]);

  close (ends[1]);
  child->pipe = ends[0];
  child->end = g_get_monotonic_time () + life * 1000;
}

static GArray *
read_changes (int pipe)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  Change change;

  while (read (pipe, &change, sizeof change) == sizeof change)
    g_array_append_val (changes, change);

  return changes;
}

/* The last change that has to be there; 0 where there need be none. */
static guint
find_least (GArray *changes,
            gint64  killed)
{
  guint least = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = &g_array_index (changes, Change, i);
      Change *last = &g_array_index (changes, Change, changes->len - 1);

      if (change->time < killed - PROMISE_US - last->kept_waiting)
        least = change->number;
    }

  return least;
}

static guint
read_number (Child          *child,
             SkVocabularies *vocabularies)
{
  g_autofree char *path = g_strdup_printf ("%s/sessions/%s.sidekick", child->folder, id);
  g_autoptr (SkSessionFile) file = sk_session_file_new (path, vocabularies);
  g_autoptr (GError) error = NULL;
  g_autoptr (SkSession) session = sk_session_file_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sk_session_get_n_blocks (session), ==, 6);
  return (guint) atoi (sk_session_get_title (session));
}

/* How many changes had to be there. */
static guint
kill_and_check (Child          *child,
                SkVocabularies *vocabularies,
                const char     *content)
{
  g_autofree char *path = g_strdup_printf ("%s/sessions/%s.sidekick", child->folder, id);
  g_autoptr (GArray) changes = NULL;
  gint64 killed = g_get_monotonic_time ();
  guint number;
  guint least;
  int status;

  g_assert_cmpint (kill (child->pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child->pid, &status, 0), ==, child->pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  changes = read_changes (child->pipe);
  close (child->pipe);

  least = find_least (changes, killed);
  number = read_number (child, vocabularies);
  g_assert_cmpuint (number, >=, least);
  g_assert_cmpuint (number, <=, changes->len + 1);

  /* Begins anew where the next one is to count from nought. */
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return least;
}

static void
test_killed (void)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "shared", "sessions",
                                                   "safer-internet-day-5b.sidekick", NULL);
  g_autoptr (SkVocabularies) vocabularies = sk_vocabularies_new (NULL);
  g_autofree char *content = NULL;
  Child children[N_AT_WORK] = {0};
  guint n_promised = 0;
  guint n_started = 0;

  g_assert_true (g_file_get_contents (source, &content, NULL, NULL));
  for (guint i = 0; i < N_AT_WORK; i++)
    {
      children[i].folder = make_folder (content);
      start (&children[i], vocabularies);
      n_started++;
    }

  for (guint n_killed = 0; n_killed < N_KILLS;)
    {
      for (guint i = 0; i < N_AT_WORK; i++)
        {
          if (children[i].pid == 0 || g_get_monotonic_time () < children[i].end)
            continue;

          n_promised += kill_and_check (&children[i], vocabularies, content) > 0;
          n_killed++;
          children[i].pid = 0;
          if (n_started < N_KILLS)
            {
              start (&children[i], vocabularies);
              n_started++;
            }
        }
      g_usleep (500);
    }

  for (guint i = 0; i < N_AT_WORK; i++)
    {
      scratch_folder_remove (children[i].folder);
      g_free (children[i].folder);
    }

  /* They were killed while there was something to lose. */
  g_test_message ("%u of %u had changes older than a second", n_promised, n_started);
  g_assert_cmpuint (n_promised, >, N_KILLS / 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/faults/session/killed-a-thousand-times-no-change-older-than-a-second-is-lost",
                   test_killed);

  return g_test_run ();
}
