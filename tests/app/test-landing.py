# SPDX-License-Identifier: GPL-3.0-or-later
import datetime

from browsing import ask, filtered, focus, focused, number, shows
from checks import check, main
from sidekick import running
from window import until


def next_day():
    """Safer Internet Day: the Tuesday that falls on 5 to 11 February."""
    today = datetime.date.today()
    for year in (today.year, today.year + 1):
        day = next(d for n in range(5, 12) if (d := datetime.date(year, 2, n)).weekday() == 1)
        if day >= today:
            return day


def prepare(program):
    return program.tree.find("button", program.words("_Prepare a Session").replace("_", ""))


def the_day_is_said(language, name):
    with running(language) as program:
        prepare(program)
        left = (next_day() - datetime.date.today()).days
        groups = program.tree.names("grouping")
        said = [each for each in groups if name in each and str(next_day().year) in each]
        assert len(said) == 1 and number(said[0]) == left, groups


@check
def the_day_is_read_as_one_in_dutch():
    the_day_is_said("nl", "Safer Internet Day")


@check
def the_day_is_read_as_one_in_french():
    the_day_is_said("fr", "Safer Internet Day")


@check
def a_session_is_prepared_for_that_day():
    with running() as program:
        program.tree.wait_for_catalogue()
        prepare(program).press()
        program.tree.find("dialog")
        program.tree.says(str(next_day().year))
        program.tree.says("Safer Internet Day")


@check
def a_shelf_leads_to_all_that_is_on_it():
    with running() as program:
        all_english = ask(program.folder, "--language", "en")["count"]
        program.tree.find("button", f"All {all_english} Tools: In Your Language").press()
        shows(program, all_english)
        filtered(program, "English")
        program.window.keys("Escape")
        prepare(program)


@check
def typing_and_filtering_leave_the_page_and_escape_comes_back():
    with running() as program:
        prepare(program)
        program.window.type("privacy")
        shows(program, ask(program.folder, "privacy")["count"])
        program.tree.gone("button", "Prepare a Session")
        program.window.keys("Escape")
        prepare(program)
        program.tree.find("check box", "Privacy, …").press()
        program.tree.gone("button", "Prepare a Session")
        program.window.keys("Escape")
        prepare(program)


@check
def all_tools_are_one_press_away_and_alt_left_comes_back():
    with running() as program:
        count = ask(program.folder)["count"]
        program.tree.find("button", f"See All {count} Tools").press()
        shows(program, count)
        program.window.keys("alt+Left")
        prepare(program)


@check
def arrows_move_on_a_shelf_and_tab_leaves_it():
    with running() as program:
        shelf = program.tree.find("grouping", "In Your Language")
        names = until("three cards", lambda: len(found := shelf.names("table cell")) == 3 and found)
        focus(program, names[0])
        program.window.keys("Right")
        until("the focus on the second card", lambda: focused(program) == names[1])
        program.window.keys("Tab")
        until("the focus off the shelf", lambda: focused(program) not in [*names, None])


main()
