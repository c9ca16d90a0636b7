/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-session.h"

#include "session-fixture.h"

static void
assert_time (GDateTime  *time,
             const char *expected)
{
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_least (void)
{
  g_auto (SkSessionFields) fields;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = sk_safer_internet_day_next (now);
  g_autoptr (SkSession) session = NULL;

  sk_session_fields_init (&fields);
  session = sk_session_new (&fields);

  g_assert_true (g_uuid_string_is_valid (sk_session_get_id (session)));
  g_assert_true (g_date_time_equal (sk_session_get_start (session), day));
  g_assert_null (sk_session_get_end (session));
  g_assert_cmpuint (sk_session_get_n_blocks (session), ==, 0);
  g_assert_cmpstr (sk_session_get_languages (session)[0], ==, "en");
  g_assert_null (sk_session_get_room (session));
  g_assert_false (sk_session_get_ages (session, NULL));
  g_assert_cmpuint (g_hash_table_size (sk_session_get_edits (session)), ==, 0);
}

/* Clocks have no seconds, and a session one zone. */
static void
test_times (void)
{
  g_auto (SkSessionFields) fields;
  g_autoptr (GTimeZone) brussels = g_time_zone_new_identifier ("Europe/Brussels");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (SkSession) session = NULL;

  sk_session_fields_init (&fields);
  fields.start = g_date_time_new (brussels, 2027, 2, 9, 10, 25, 42.5);
  fields.end = g_date_time_new (utc, 2027, 2, 9, 10, 15, 12);
  session = sk_session_new (&fields);

  assert_time (sk_session_get_start (session), "2027-02-09T10:25:00+01:00");
  assert_time (sk_session_get_end (session), "2027-02-09T11:15:00+01:00");
}

static void
test_bell_before_the_start (void)
{
  g_autoptr (SkSession) session =
    fixture_session ("Europe/Brussels", "2027-02-09T10:25 2027-02-09T10:25", "talk 5", NULL);

  g_assert_null (sk_session_get_end (session));
}

/* Moved into summer time: the bell is as long after the start as it was. */
static void
test_other_start (void)
{
  g_autoptr (SkSession) session = fixture_hour ("talk 5", NULL);
  g_autoptr (GDateTime) start = g_date_time_add_months (sk_session_get_start (session), 3);
  g_autoptr (SkSession) moved = NULL;
  g_auto (SkSessionFields) fields;

  sk_session_copy_fields (session, &fields);
  sk_session_fields_set_start (&fields, start);
  moved = sk_session_new (&fields);

  assert_time (sk_session_get_start (moved), "2027-05-09T10:25:00+02:00");
  assert_time (sk_session_get_end (moved), "2027-05-09T11:15:00+02:00");
}

static void
test_room (void)
{
  g_auto (SkSessionFields) fields;
  g_autoptr (SkSession) bare = NULL;
  g_autoptr (SkSession) equipped = NULL;

  sk_session_fields_init (&fields);
  fields.room_stated = TRUE;
  bare = sk_session_new (&fields);
  g_assert_nonnull (sk_session_get_room (bare));
  g_assert_null (sk_session_get_room (bare)[0]);

  fields.room = g_strsplit ("tables robots screen tables", " ", -1);
  equipped = sk_session_new (&fields);
  g_assert_cmpstrv (sk_session_get_room (equipped),
                    ((const char * const[]) {"screen", "tables", "robots", NULL}));
  g_assert_true (sk_session_has_need (equipped, "screen"));
  g_assert_false (sk_session_has_need (equipped, "sound"));
}

/* As a hand could have written it into a file. */
static void
test_ids_twice (void)
{
  g_autoptr (SkSession) session = fixture_hour ("talk 5", "play|do 10", NULL);
  g_autoptr (GPtrArray) blocks = sk_blocks_copy (sk_session_get_blocks (session));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SkSession) twice = NULL;

  g_ptr_array_add (blocks, g_object_ref (g_ptr_array_index (blocks, 1)));
  g_ptr_array_add (blocks, g_object_ref (g_ptr_array_index (blocks, 0)));
  twice = sk_session_with_blocks (session, blocks);

  g_assert_true (sk_session_get_block (twice, 1) == g_ptr_array_index (blocks, 1));
  for (guint i = 0; i < sk_session_get_n_blocks (twice); i++)
    g_assert_true (
      g_hash_table_add (ids, (gpointer) sk_block_get_id (sk_session_get_block (twice, i))));
}

static void
test_find (void)
{
  g_autoptr (SkSession) session = fixture_hour ("talk 5", "play|do 10", NULL);
  SkBlockPlace place;

  g_assert_nonnull (sk_session_find_block (session, "b", &place));
  g_assert_cmpuint (place.position, ==, 1);
  g_assert_cmpint (place.lane, ==, -1);
  g_assert_cmpint (sk_block_get_kind (sk_session_find_block (session, "b2", &place)), ==,
                   SK_BLOCK_DO);
  g_assert_cmpint (place.lane, ==, 1);
  g_assert_null (sk_session_find_block (session, "z", NULL));
  g_assert_null (sk_session_find_block (session, NULL, NULL));
}

static void
test_with_block (void)
{
  g_autoptr (SkSession) session = fixture_hour ("talk 5", "play|do 10", NULL);
  g_autoptr (SkSession) renamed = NULL;
  g_autoptr (SkBlock) lane = NULL;
  g_auto (SkBlockFields) fields;

  sk_block_copy_fields (sk_session_find_block (session, "b2", NULL), &fields);
  g_set_str (&fields.title, "Knutselen");
  lane = sk_block_new (&fields);
  renamed = sk_session_with_block (session, lane);

  g_assert_cmpstr (sk_block_get_title (sk_session_find_block (renamed, "b2", NULL)), ==,
                   "Knutselen");
  g_assert_cmpstr (sk_block_get_title (sk_session_find_block (session, "b2", NULL)), ==, "b2");
  g_assert_true (sk_session_get_block (session, 0) == sk_session_get_block (renamed, 0));
}

static void
test_dup_as_new (void)
{
  g_autoptr (SkSession) session = fixture_hour ("talk 5", "play|do 10", NULL);
  g_autoptr (SkSession) edited = sk_session_with_edit (session, "sitting", 1000);
  g_autoptr (SkSession) other = sk_session_dup_as_new (edited, "Met 5C");

  g_assert_cmpstr (sk_session_get_id (other), !=, sk_session_get_id (session));
  g_assert_cmpstr (sk_session_get_title (other), ==, "Met 5C");
  g_assert_cmpuint (g_hash_table_size (sk_session_get_edits (other)), ==, 0);
  g_assert_true (sk_blocks_equal (sk_session_get_blocks (session), sk_session_get_blocks (other)));
  g_assert_cmpint (sk_session_compare (session, other), ==, SK_SESSION_APART);
}

static void
test_equal (void)
{
  g_autoptr (SkSession) session = fixture_hour ("talk 5", NULL);
  g_autoptr (SkSession) same = fixture_hour ("talk 5", NULL);
  g_autoptr (SkSession) longer = fixture_hour ("talk 6", NULL);
  g_autoptr (SkSession) edited = sk_session_with_edit (session, "sitting", 1000);
  g_autoptr (SkSession) elsewhere =
    fixture_session ("Europe/Paris", "2027-02-09T10:25 2027-02-09T11:15", "talk 5", NULL);

  g_assert_true (sk_session_equal (session, same));
  g_assert_true (sk_session_equal (session, edited));
  g_assert_false (sk_session_equal (session, longer));
  g_assert_false (sk_session_equal (session, elsewhere));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/session/of-nothing-said-is-on-safer-internet-day", test_least);
  g_test_add_func ("/session/session/times-are-minutes-in-one-zone", test_times);
  g_test_add_func ("/session/session/a-bell-is-after-the-start", test_bell_before_the_start);
  g_test_add_func ("/session/session/another-start-takes-the-bell-with-it", test_other_start);
  g_test_add_func ("/session/session/an-unsaid-room-is-no-bare-room", test_room);
  g_test_add_func ("/session/session/no-two-blocks-have-one-id", test_ids_twice);
  g_test_add_func ("/session/session/finds-blocks-and-lanes", test_find);
  g_test_add_func ("/session/session/states-share-what-did-not-change", test_with_block);
  g_test_add_func ("/session/session/another-of-the-same-has-no-past", test_dup_as_new);
  g_test_add_func ("/session/session/is-equal-by-what-is-in-it", test_equal);

  return g_test_run ();
}
