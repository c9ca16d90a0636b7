/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/sk-timetable.h"

#include "session-fixture.h"

static void
assert_times (SkSession  *session,
              const char *expected)
{
  g_autoptr (SkSession) owned = session;
  g_autofree char *times = fixture_times (owned);

  g_assert_cmpstr (times, ==, expected);
}

/* What the whole says: its end and the bell from the start, what is free, and what is too long. */
static void
assert_whole (SkSession *session,
              int        end,
              int        bell,
              guint      n_free,
              guint      overrun)
{
  g_autoptr (SkSession) owned = session;
  g_autoptr (SkTimetable) times = sk_timetable_new (owned);

  g_assert_cmpint (sk_timetable_get_end (times), ==, end);
  g_assert_cmpint (sk_timetable_get_bell (times), ==, bell);
  g_assert_cmpuint (sk_timetable_get_free (times), ==, n_free);
  g_assert_cmpuint (sk_timetable_get_overrun (times), ==, overrun);
}

static void
test_flow (void)
{
  assert_times (fixture_hour ("welcome 5", "talk 20", "play 15", NULL),
                "10:25 a, 10:30 b, 10:50 c");
  assert_whole (fixture_hour ("welcome 5", "talk 20", "play 15", NULL), 40, 50, 10, 0);
}

static void
test_empty (void)
{
  g_autoptr (SkSession) session = fixture_hour (NULL, NULL);
  g_autoptr (SkTimetable) times = sk_timetable_new (session);

  g_assert_cmpuint (sk_timetable_get_size (times), ==, 0);
  g_assert_cmpuint (sk_timetable_get_minutes (times), ==, 0);
  g_assert_null (sk_timetable_get_slot (times, 0));
  g_assert_cmpuint (sk_timetable_get_free (times), ==, 50);
}

static void
test_lock_with_a_gap (void)
{
  assert_times (fixture_hour ("welcome 5", "talk 10 @10:40", "play 5", NULL),
                "10:25 a, 10 free 10:40 b, 10:50 c");
  assert_times (fixture_hour ("welcome 5 @10:30", NULL), "5 free 10:30 a");
}

/* The locked block keeps its time; what is before it is too long. */
static void
test_lock_with_an_overrun (void)
{
  assert_times (fixture_hour ("welcome 10", "talk 20", "play 15 @10:50", "debrief 5", NULL),
                "10:25 a, 10:35 b +5, 10:50 c, 11:05 d");
  assert_whole (fixture_hour ("welcome 10", "talk 20", "play 15 @10:50", "debrief 5", NULL), 45, 50,
                5, 5);
}

/* Each block says by how much it is past the time; nothing is shared out among them. */
static void
test_overrun_of_more_blocks (void)
{
  assert_times (fixture_hour ("welcome 30", "talk 20", "play 10 @10:50", NULL),
                "10:25 a +5, 10:55 b +25, 10:50 c");
  assert_whole (fixture_hour ("welcome 30", "talk 20", "play 10 @10:50", NULL), 50, 50, 0, 25);
}

static void
test_bell (void)
{
  assert_times (fixture_hour ("talk 30", "play 15", "debrief 10", NULL),
                "10:25 a, 10:55 b, 11:10 c +5");
  assert_whole (fixture_hour ("talk 30", "play 15", "debrief 10", NULL), 55, 50, 0, 5);
}

/* Too long before the lock, and too long before the bell: both count. */
static void
test_two_overruns (void)
{
  assert_whole (fixture_hour ("talk 30", "play 30 @10:50", NULL), 55, 50, 0, 10);
}

static void
test_no_bell (void)
{
  g_autoptr (SkSession) session =
    fixture_session ("Europe/Brussels", "2027-02-09T10:25", "talk 300", NULL);
  g_autoptr (SkTimetable) times = sk_timetable_new (session);

  g_assert_false (sk_timetable_has_bell (times));
  g_assert_cmpint (sk_timetable_get_bell (times), ==, 0);
  g_assert_cmpuint (sk_timetable_get_free (times), ==, 0);
  g_assert_cmpuint (sk_timetable_get_overrun (times), ==, 0);
}

static void
test_lanes_are_one_block (void)
{
  assert_times (fixture_hour ("welcome 5", "talk|play 12 @10:50", "debrief 5", NULL),
                "10:25 a, 20 free 10:50 (b1 b2), 11:02 c");
}

/* A lock before the start is a mistake that shows: the day is not moved for it. */
static void
test_lock_before_the_start (void)
{
  assert_times (fixture_hour ("welcome 5", "talk 10 @10:15", NULL), "10:25 a +15, 10:15 b");
}

/* Locks that stand in the wrong order show too. */
static void
test_locks_in_the_wrong_order (void)
{
  assert_times (fixture_hour ("talk 10 @11:00", "play 10 @10:40", NULL),
                "35 free 11:00 a +30, 10:40 b");
}

static void
test_midnight (void)
{
  assert_times (fixture_session ("Europe/Brussels", "2027-02-09T22:30 2027-02-10T01:00",
                                 "welcome 60", "play 30 @00:15", "break 30", NULL),
                "22:30 a, 45 free 00:15 b, 00:45 c +15");
}

/* The clock goes from 2:00 to 3:00: an hour of blocks is an hour for the group. */
static void
test_clock_goes_forward (void)
{
  SkSession *session = fixture_session ("Europe/Brussels", "2027-03-28T01:30 2027-03-28T04:00",
                                        "talk 30", "play 60", "debrief 10 @04:00", NULL);

  assert_whole (g_object_ref (session), 100, 90, 0, 10);
  assert_times (session, "01:30 a, 03:00 b, 04:00 c +10");
}

/* The clock goes from 3:00 to 2:00. */
static void
test_clock_goes_back (void)
{
  SkSession *session = fixture_session ("Europe/Brussels", "2027-10-31T01:30 2027-10-31T03:30",
                                        "talk 60", "play 60", "debrief 10 @03:15", NULL);

  assert_whole (g_object_ref (session), 175, 180, 5, 0);
  assert_times (session, "01:30 a, 02:30 b, 45 free 03:15 c");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/timetable/a-block-begins-when-the-one-before-ends", test_flow);
  g_test_add_func ("/session/timetable/no-block-is-all-free", test_empty);
  g_test_add_func ("/session/timetable/a-lock-may-leave-a-gap", test_lock_with_a_gap);
  g_test_add_func ("/session/timetable/a-lock-holds-against-an-overrun", test_lock_with_an_overrun);
  g_test_add_func ("/session/timetable/each-block-says-its-overrun", test_overrun_of_more_blocks);
  g_test_add_func ("/session/timetable/the-bell-bounds-the-last-blocks", test_bell);
  g_test_add_func ("/session/timetable/overruns-of-two-times-add-up", test_two_overruns);
  g_test_add_func ("/session/timetable/without-a-bell-nothing-is-too-long", test_no_bell);
  g_test_add_func ("/session/timetable/lanes-take-the-time-of-one", test_lanes_are_one_block);
  g_test_add_func ("/session/timetable/a-lock-before-the-start-shows", test_lock_before_the_start);
  g_test_add_func ("/session/timetable/locks-in-the-wrong-order-show",
                   test_locks_in_the_wrong_order);
  g_test_add_func ("/session/timetable/a-lock-may-be-past-midnight", test_midnight);
  g_test_add_func ("/session/timetable/summer-time-begins", test_clock_goes_forward);
  g_test_add_func ("/session/timetable/summer-time-ends", test_clock_goes_back);

  return g_test_run ();
}
