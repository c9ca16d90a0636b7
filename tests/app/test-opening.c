/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../core/session/session-fixture.h"
#include "plan/sk-opening.h"

static void
assert_opening (SkSession  *session,
                const char *block_id,
                guint       position,
                guint       minutes,
                const char *title)
{
  g_auto (SkOpening) opening = {0};

  sk_opening_init (&opening, session, block_id);
  g_assert_cmpstr (opening.title, ==, title);
  g_assert_cmpuint (opening.position, ==, position);
  g_assert_cmpuint (opening.minutes, ==, minutes);
}

static void
test_until_the_bell (void)
{
  g_autoptr (SkSession) empty = fixture_hour (NULL, NULL);
  g_autoptr (SkSession) session = fixture_hour ("welcome 5", "tool 20", NULL);

  assert_opening (empty, NULL, 0, 50, "For the 50 minutes until the bell");
  assert_opening (session, NULL, 2, 25, "For the 25 minutes until the bell");
}

static void
test_after_the_chosen_block (void)
{
  g_autoptr (SkSession) session = fixture_hour ("welcome 5", "tool 20", "talk 5", NULL);

  assert_opening (session, "a", 1, 20, "For the 20 minutes until the bell");
  assert_opening (session, "c", 3, 20, "For the 20 minutes until the bell");
}

static void
test_before_the_debriefing (void)
{
  g_autoptr (SkSession) session =
    fixture_hour ("welcome 5", "tool 20", "debrief 5", "help 3", NULL);

  assert_opening (session, NULL, 2, 17, "For the 17 minutes until the bell");
  assert_opening (session, "d", 2, 17, "For the 17 minutes until the bell");
}

static void
test_before_a_fixed_time (void)
{
  g_autoptr (SkSession) session =
    fixture_hour ("welcome 5", "tool 15", "talk 10 @10:50", "do 5", NULL);

  assert_opening (session, NULL, 2, 5, "For the 5 minutes before 10:50");
  assert_opening (session, "a", 1, 5, "For the 5 minutes before 10:50");
  assert_opening (session, "d", 4, 10, "For the 10 minutes until the bell");
}

static void
test_full (void)
{
  g_autoptr (SkSession) session = fixture_hour ("welcome 5", "tool 30", "debrief 15", NULL);
  g_auto (SkOpening) opening = {0};

  assert_opening (session, NULL, 2, 30, "The session is full");
  assert_opening (session, "a", 1, 30, "The session is full");

  sk_opening_init (&opening, session, NULL);
  g_assert_cmpstr (opening.subtitle, ==,
                   "One more will last past 11:15. You can also swap a block.");
}

static void
test_without_a_bell (void)
{
  g_autoptr (SkSession) session =
    fixture_session ("Europe/Brussels", "2027-02-09T10:25", "welcome 5", "debrief 5", NULL);

  assert_opening (session, NULL, 1, 0, "What comes next");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/opening/until-the-bell", test_until_the_bell);
  g_test_add_func ("/app/opening/after-the-chosen-block", test_after_the_chosen_block);
  g_test_add_func ("/app/opening/before-the-debriefing", test_before_the_debriefing);
  g_test_add_func ("/app/opening/before-a-fixed-time", test_before_a_fixed_time);
  g_test_add_func ("/app/opening/full", test_full);
  g_test_add_func ("/app/opening/without-a-bell", test_without_a_bell);

  return g_test_run ();
}
