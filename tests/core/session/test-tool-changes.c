/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../sync/sync-fixture.h"

#include "session-fixture.h"
#include "session/sk-session-format.h"
#include "session/sk-tool-changes.h"

/* Sessions that pinned tools of a feed, and what a sync of that feed makes of them. */

#define QUIZ "https://example.org/r/quiz"
#define FILM "https://example.org/r/film"

static const char quiz[] =
  "{\"id\": \"" QUIZ "\", \"type\": [\"LearningResource\"], \"name\": {\"nl\": \"Cyberquiz\", "
  "\"fr\": \"Le cyberquiz\"}, \"description\": \"Vragen met PowerPoint.\", \"inLanguage\": "
  "[\"nl\", \"fr\"], \"timeRequired\": \"PT20M\", \"dateModified\": \"2026-01-01\"}";
static const char newer_quiz[] =
  "{\"id\": \"" QUIZ "\", \"type\": [\"LearningResource\"], \"name\": {\"nl\": \"Cyberkwis\", "
  "\"fr\": \"Le cyberquiz\"}, \"description\": \"Vragen met digibord.\", \"inLanguage\": "
  "[\"nl\", \"fr\"], \"timeRequired\": \"PT25M\", \"dateModified\": \"2026-02-02\"}";
static const char touched_quiz[] =
  "{\"id\": \"" QUIZ "\", \"type\": [\"LearningResource\"], \"name\": {\"nl\": \"Cyberquiz\", "
  "\"fr\": \"Le cyberquiz\"}, \"description\": \"Vragen met PowerPoint.\", \"inLanguage\": "
  "[\"fr\", \"nl\"], \"timeRequired\": \"PT20M\", \"dateModified\": \"2026-03-03\"}";
static const char film[] = "{\"id\": \"" FILM "\", \"type\": [\"LearningResource\"], "
                           "\"name\": {\"nl\": \"Film\"}, \"learningResourceType\": "
                           "[{\"id\": \"https://w3id.org/kim/hcrt/video\"}]}";
static const char longer_film[] = "{\"id\": \"" FILM "\", \"type\": [\"LearningResource\"], "
                                  "\"name\": {\"nl\": \"Film\"}, \"timeRequired\": \"PT45M\", "
                                  "\"learningResourceType\": "
                                  "[{\"id\": \"https://w3id.org/kim/hcrt/video\"}]}";

static SkIndex *
sync_records (SyncFixture *fixture,
              const char  *first,
              const char  *second)
{
  g_autofree char *feed =
    g_strdup_printf ("[%s%s%s]", first, second != NULL ? ", " : "", second != NULL ? second : "");
  g_autofree char *path = published (fixture, "feed.json");
  g_autoptr (SkSyncReport) report = NULL;

  publish (fixture, "feed.json", feed);
  report = sync_fixture_sync (fixture, path);
  g_assert_no_error (report->error);
  return sk_catalogue_get_index (fixture->catalogue);
}

static SkBlock *
pin (SkIndex    *index,
     const char *id)
{
  g_autoptr (SkResource) resource = NULL;
  guint32 record;

  g_assert_true (sk_index_find (index, id, &record));
  resource = sk_index_dup_resource (index, record);
  return sk_block_new_tool (resource, (const char * const[]) {"nl", NULL});
}

/* A session that has the tool, as it was saved and read again. */
static SkSessionEditor *
make_session (SyncFixture *fixture,
              SkIndex     *index,
              const char  *id,
              const char  *title)
{
  g_autoptr (SkSession) hour = fixture_hour ("welcome 5", NULL);
  g_autoptr (SkSession) other = sk_session_dup_as_new (hour, title);
  g_autoptr (GPtrArray) blocks = sk_blocks_copy (sk_session_get_blocks (other));
  g_autoptr (SkSession) filled = NULL;
  g_autoptr (SkSession) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (blocks, pin (index, id));
  filled = sk_session_with_blocks (other, blocks);
  bytes = sk_session_format_write (filled);
  read = sk_session_format_read (bytes, sk_catalogue_get_vocabularies (fixture->catalogue), NULL,
                                 &error);
  g_assert_no_error (error);
  return sk_session_editor_new (read);
}

static SkToolChanges *
find (SkIndex         *index,
      SkSessionEditor *first,
      SkSessionEditor *second)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  g_ptr_array_add (sessions, sk_session_editor_get_session (first));
  if (second != NULL)
    g_ptr_array_add (sessions, sk_session_editor_get_session (second));
  return sk_tool_changes_find (sessions, index, NULL);
}

static void
assert_none (SkIndex         *index,
             SkSessionEditor *editor)
{
  g_autoptr (SkToolChanges) changes = find (index, editor, NULL);

  g_assert_cmpuint (sk_tool_changes_get_size (changes), ==, 0);
}

static SkBlock *
get_tool (SkSessionEditor *editor)
{
  return sk_session_get_block (sk_session_editor_get_session (editor), 1);
}

static void
test_unchanged (SyncFixture   *fixture,
                gconstpointer  data)
{
  SkIndex *index = sync_records (fixture, quiz, film);
  g_autoptr (SkSessionEditor) editor = make_session (fixture, index, QUIZ, "5B");

  assert_none (index, editor);
  assert_none (sync_records (fixture, touched_quiz, film), editor);
}

static void
test_changed (SyncFixture   *fixture,
              gconstpointer  data)
{
  SkIndex *index = sync_records (fixture, quiz, film);
  g_autoptr (SkSessionEditor) first = make_session (fixture, index, QUIZ, "5B");
  g_autoptr (SkSessionEditor) second = make_session (fixture, index, QUIZ, "6A");
  g_autoptr (SkToolChanges) changes =
    find (sync_records (fixture, newer_quiz, film), first, second);
  SkToolChange *change;

  g_assert_cmpuint (sk_tool_changes_get_size (changes), ==, 1);
  g_assert_cmpuint (sk_tool_changes_get_n_sessions (changes), ==, 2);
  g_assert_cmpuint (sk_tool_changes_get_n_withdrawn (changes), ==, 0);

  change = sk_tool_changes_get_nth (changes, 0);
  g_assert_cmpuint (sk_tool_change_get_sessions (change)->len, ==, 2);
  for (guint i = 0; i < SK_N_TOOL_FACTS; i++)
    g_assert_true (sk_tool_same_fact (sk_tool_change_get_pinned (change),
                                      sk_tool_change_get_newer (change), i) ==
                   (i != SK_TOOL_NAME && i != SK_TOOL_DESCRIPTION && i != SK_TOOL_MINUTES));
}

/* It is not asked again, but for what changes after that. */
static void
test_keep (SyncFixture   *fixture,
           gconstpointer  data)
{
  SkIndex *index = sync_records (fixture, quiz, film);
  g_autoptr (SkSessionEditor) editor = make_session (fixture, index, QUIZ, "5B");
  g_autoptr (SkToolChanges) changes = NULL;
  g_autoptr (SkToolChanges) again = NULL;
  g_autoptr (SkBlock) before = g_object_ref (get_tool (editor));

  index = sync_records (fixture, newer_quiz, film);
  changes = find (index, editor, NULL);
  g_assert_true (sk_tool_change_keep (sk_tool_changes_get_nth (changes, 0), editor));
  g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==,
                   "Keeping of “Cyberquiz” as it was");
  g_assert_cmpstr (sk_block_get_snapshot (get_tool (editor)), ==, sk_block_get_snapshot (before));
  assert_none (index, editor);

  sk_session_editor_undo (editor);
  again = find (index, editor, NULL);
  g_assert_cmpuint (sk_tool_changes_get_size (again), ==, 1);
}

static void
test_take (SyncFixture   *fixture,
           gconstpointer  data)
{
  SkIndex *index = sync_records (fixture, quiz, film);
  g_autoptr (SkSessionEditor) editor = make_session (fixture, index, QUIZ, "5B");
  g_autoptr (SkToolChanges) changes = NULL;
  SkBlock *block;

  index = sync_records (fixture, newer_quiz, film);
  changes = find (index, editor, NULL);
  g_assert_true (sk_tool_change_take (sk_tool_changes_get_nth (changes, 0), editor));
  g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==, "New version of “Cyberquiz”");

  block = get_tool (editor);
  g_assert_cmpstr (sk_block_get_title (block), ==, "Cyberkwis");
  g_assert_cmpuint (sk_block_get_minutes (block), ==, 20);
  g_assert_nonnull (strstr (sk_block_get_snapshot (block), "digibord"));
  g_assert_cmpuint (sk_resource_get_minutes (sk_block_get_resource (block)), ==, 25);
  assert_none (index, editor);
}

/* What the person made of it survives. */
static void
test_take_keeps_what_is_own (SyncFixture   *fixture,
                             gconstpointer  data)
{
  SkIndex *index = sync_records (fixture, quiz, film);
  g_autoptr (SkSessionEditor) editor = make_session (fixture, index, QUIZ, "5B");
  g_autoptr (SkToolChanges) changes = NULL;
  g_autoptr (SkSession) changed = NULL;
  g_autoptr (SkBlock) own = NULL;
  g_auto (SkBlockFields) fields;
  SkBlock *block;

  sk_block_copy_fields (get_tool (editor), &fields);
  g_set_str (&fields.title, "Quiz met kaartjes");
  g_set_str (&fields.goal, "Samen nadenken");
  g_set_str (&fields.note, "Let op Sam");
  fields.minutes = 15;
  fields.materials = g_strsplit ("rode kaartjes", "|", -1);
  own = sk_block_new (&fields);
  changed = sk_session_with_block (sk_session_editor_get_session (editor), own);
  sk_session_editor_apply (editor, changed, "Own", NULL);

  changes = find (sync_records (fixture, newer_quiz, film), editor, NULL);
  g_assert_true (sk_tool_change_take (sk_tool_changes_get_nth (changes, 0), editor));
  block = get_tool (editor);
  g_assert_cmpstr (sk_block_get_title (block), ==, "Quiz met kaartjes");
  g_assert_cmpstr (sk_block_get_goal (block), ==, "Samen nadenken");
  g_assert_cmpstr (sk_block_get_note (block), ==, "Let op Sam");
  g_assert_cmpstr (sk_block_get_materials (block)[0], ==, "rode kaartjes");
  g_assert_cmpuint (sk_block_get_minutes (block), ==, 15);
  g_assert_nonnull (strstr (sk_block_get_snapshot (block), "digibord"));
}

/* A length that was our guess gives way to the publisher's own. */
static void
test_take_ends_a_guess (SyncFixture   *fixture,
                        gconstpointer  data)
{
  SkIndex *index = sync_records (fixture, quiz, film);
  g_autoptr (SkSessionEditor) editor = make_session (fixture, index, FILM, "5B");
  g_autoptr (SkToolChanges) changes = NULL;

  g_assert_true (sk_block_get_minutes_guessed (get_tool (editor)));
  changes = find (sync_records (fixture, quiz, longer_film), editor, NULL);
  g_assert_true (sk_tool_change_take (sk_tool_changes_get_nth (changes, 0), editor));
  g_assert_false (sk_block_get_minutes_guessed (get_tool (editor)));
  g_assert_cmpuint (sk_block_get_minutes (get_tool (editor)), ==, 45);
}

static void
test_withdrawn (SyncFixture   *fixture,
                gconstpointer  data)
{
  SkIndex *index = sync_records (fixture, quiz, film);
  g_autoptr (SkSessionEditor) editor = make_session (fixture, index, QUIZ, "5B");
  g_autoptr (SkToolChanges) changes = NULL;
  g_autoptr (SkToolChanges) back = NULL;

  index = sync_records (fixture, film, NULL);
  changes = find (index, editor, NULL);
  g_assert_cmpuint (sk_tool_changes_get_n_withdrawn (changes), ==, 1);
  g_assert_cmpuint (sk_tool_changes_get_n_sessions (changes), ==, 0);
  g_assert_null (sk_tool_change_get_newer (sk_tool_changes_get_nth (changes, 0)));

  g_assert_true (sk_tool_changes_mark (changes, editor));
  g_assert_true (sk_block_get_withdrawn (get_tool (editor)));
  g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==, "Withdrawal of “Cyberquiz”");
  g_assert_false (sk_tool_changes_mark (changes, editor));

  g_assert_true (sk_tool_change_keep (sk_tool_changes_get_nth (changes, 0), editor));
  assert_none (index, editor);

  index = sync_records (fixture, quiz, film);
  back = find (index, editor, NULL);
  g_assert_true (sk_tool_changes_mark (back, editor));
  g_assert_false (sk_block_get_withdrawn (get_tool (editor)));
  assert_none (index, editor);
}

/* A tool of a source that is not here was not withdrawn: nothing is known of it. */
static void
test_never_here (SyncFixture   *fixture,
                 gconstpointer  data)
{
  SkIndex *index = sync_records (fixture, quiz, film);
  g_autoptr (SkSessionEditor) editor = make_session (fixture, index, QUIZ, "5B");
  g_autoptr (SkToolChanges) elsewhere = NULL;
  g_autofree char *path = published (fixture, "feed.json");
  g_autofree char *url = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *other = g_strdup_printf ("[%s]", film);
  g_autoptr (SkSyncReport) report = NULL;

  g_assert_true (sync_fixture_await (sk_catalogue_remove_source (fixture->catalogue, url), NULL));
  publish (fixture, "other.json", other);
  g_free (path);
  path = published (fixture, "other.json");
  report = sync_fixture_sync (fixture, path);
  g_assert_no_error (report->error);

  elsewhere = find (sk_catalogue_get_index (fixture->catalogue), editor, NULL);
  g_assert_cmpuint (sk_tool_changes_get_size (elsewhere), ==, 0);
  g_assert_false (sk_tool_changes_mark (elsewhere, editor));
}

static void
test_remove (SyncFixture   *fixture,
             gconstpointer  data)
{
  SkIndex *index = sync_records (fixture, quiz, film);
  g_autoptr (SkSessionEditor) editor = make_session (fixture, index, QUIZ, "5B");
  g_autoptr (SkToolChanges) changes = find (sync_records (fixture, film, NULL), editor, NULL);

  g_assert_true (sk_tool_change_remove (sk_tool_changes_get_nth (changes, 0), editor));
  g_assert_cmpuint (sk_session_get_n_blocks (sk_session_editor_get_session (editor)), ==, 1);
  g_assert_cmpstr (sk_session_editor_get_undo_name (editor), ==, "Removal of “Cyberquiz”");
}

/* Answered for one session, it is still asked for the other. */
static void
test_without (SyncFixture   *fixture,
              gconstpointer  data)
{
  SkIndex *index = sync_records (fixture, quiz, film);
  g_autoptr (SkSessionEditor) first = make_session (fixture, index, QUIZ, "5B");
  g_autoptr (SkSessionEditor) second = make_session (fixture, index, QUIZ, "6A");
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SkToolChanges) changes =
    find (sync_records (fixture, newer_quiz, film), first, second);
  g_autoptr (SkToolChange) rest = NULL;

  g_hash_table_add (done, (gpointer) sk_session_get_id (sk_session_editor_get_session (first)));
  rest = sk_tool_change_without (sk_tool_changes_get_nth (changes, 0), done);
  g_assert_cmpuint (sk_tool_change_get_sessions (rest)->len, ==, 1);
  g_assert_cmpstr (sk_session_get_title (g_ptr_array_index (sk_tool_change_get_sessions (rest), 0)),
                   ==, "6A");

  g_hash_table_add (done, (gpointer) sk_session_get_id (sk_session_editor_get_session (second)));
  g_assert_null (sk_tool_change_without (rest, done));
}

/* No record of the catalogue that is shipped is taken for another when it was saved and read. */
static void
test_starter (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autofree char *starter =
    g_build_filename (g_getenv ("SK_SOURCE_ROOT"), "data", "catalogue", "starter.json", NULL);
  g_autoptr (SkSyncReport) report = sync_fixture_sync (fixture, starter);
  SkIndex *index = sk_catalogue_get_index (fixture->catalogue);

  g_assert_no_error (report->error);
  g_assert_cmpuint (sk_index_get_size (index), >, 100);
  for (guint32 i = 0; i < sk_index_get_size (index); i++)
    {
      g_autoptr (SkSessionEditor) editor =
        make_session (fixture, index, sk_index_get_id (index, i), "5B");

      assert_none (index, editor);
    }
}

#define ADD_TEST(path, func)                                                                       \
  g_test_add (path, SyncFixture, NULL, sync_fixture_set_up, func, sync_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("/session/tool-changes/what-nobody-sees-is-no-change", test_unchanged);
  ADD_TEST ("/session/tool-changes/are-found-in-every-session", test_changed);
  ADD_TEST ("/session/tool-changes/mine-is-kept-until-it-changes-again", test_keep);
  ADD_TEST ("/session/tool-changes/the-new-one-is-taken", test_take);
  ADD_TEST ("/session/tool-changes/what-is-ones-own-survives", test_take_keeps_what_is_own);
  ADD_TEST ("/session/tool-changes/a-guess-gives-way", test_take_ends_a_guess);
  ADD_TEST ("/session/tool-changes/what-was-withdrawn-is-marked-until-it-is-back", test_withdrawn);
  ADD_TEST ("/session/tool-changes/what-was-never-here-was-not-withdrawn", test_never_here);
  ADD_TEST ("/session/tool-changes/a-tool-is-removed", test_remove);
  ADD_TEST ("/session/tool-changes/are-answered-session-by-session", test_without);
  ADD_TEST ("/session/tool-changes/the-starter-is-read-as-it-was-saved", test_starter);

  return g_test_run ();
}
