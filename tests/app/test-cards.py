# SPDX-License-Identifier: GPL-3.0-or-later
import re

from browsing import ask, cards, focus, focused, outside, searched, show_all, shows
from checks import check, main
from sidekick import running
from window import until

NARROW = (360, 720)


def first_six(program):
    return until("six cards", lambda: len(found := cards(program)) > 5 and found[:6])


def choose_order(program, order):
    program.tree.find("toggle button", "Order").press()
    program.tree.find("menu item", order).press()
    program.tree.gone("menu item")


def minutes(name):
    """What a card says of how long its tool takes; nothing where it does not say it."""
    found = re.search(r", (\d+) minutes?,", name)
    return found and int(found[1])


def order_by(program, order, key):
    """Puts the tools in an order, and waits for the first of them to be other ones, in it."""
    before = first_six(program)
    choose_order(program, order)
    until(f"others than {before}", lambda: first_six(program) != before)
    until(f"{order}", lambda: None not in (now := list(map(key, first_six(program)))) and now == sorted(now))


@check
def tools_are_put_in_the_order_that_is_chosen():
    with running() as program:
        show_all(program)
        shows(program, 493)
        newest = first_six(program)
        order_by(program, "Title", lambda name: re.sub(r"\W", "", name).casefold())
        order_by(program, "Shortest", minutes)
        choose_order(program, "Newest")
        until(f"the newest first, {newest}", lambda: cards(program)[:6] == newest)


@check
def one_returns_from_a_tool_to_where_one_was():
    with running() as program:
        show_all(program)
        names = until("cards", lambda: cards(program))
        focus(program, names[0])
        for _ in range(12):
            program.window.keys("Down")
        program.window.settle()
        chosen, seen = focused(program), cards(program)
        assert names[0] not in seen

        program.window.keys("Return")
        program.tree.gone("table", "Tools")
        program.window.settle()
        program.tree.says(chosen.split(", ")[0])
        program.window.keys("alt+Left")
        program.tree.find("table", "Tools")
        program.window.settle()
        until(f"the focus on {chosen}", lambda: focused(program) == chosen)
        until(f"the same cards, {seen}", lambda: cards(program) == seen)


@check
def a_click_opens_a_tool():
    with running() as program:
        show_all(program)
        program.tree.find("table cell", "Cranky Uncle…").click()
        program.tree.gone("table", "Tools")
        program.tree.find("button", "Back")


@check
def arrows_move_among_the_cards_in_two_dimensions():
    with running() as program:
        show_all(program)
        names = until("cards", lambda: cards(program))
        focus(program, names[0])
        for key, place in (("Right", 1), ("Down", 4), ("Left", 3), ("Up", 0)):
            program.window.keys(key)
            until(f"the focus on card {place} after {key}", lambda place=place: focused(program) == names[place])


def fit(program, *roles):
    """Waits until the width of the window cuts none of them off."""
    until(f"all inside: {outside(program, *roles)}", lambda: not outside(program, *roles))


@check
def a_narrow_window_filters_in_a_sheet_by_keyboard():
    with running(size=NARROW) as program:
        show_all(program)
        until("cards", lambda: cards(program))
        fit(program, "table cell", "entry", "label")

        program.window.keys("Escape")
        focus(program, "Filters…")
        program.window.keys("Return")
        program.tree.find("button", "Show 493 Tools")
        focus(program, "3–5", most=12)
        program.window.keys("space")
        by_age = ask(program.folder, "--age", "3-5")["count"]
        program.tree.find("button", f"Show {by_age} Tools")
        focus(program, "Privacy, …")
        program.window.keys("space")
        both = ask(program.folder, "--age", "3-5", "--theme", "privacy")["count"]
        program.tree.find("button", f"Show {both} Tools")
        fit(program, "radio button", "check box")

        program.window.keys("Escape")
        program.tree.gone("button", f"Show {both} Tools")
        until("the focus where the sheet was opened", lambda: (focused(program) or "").startswith("Filters"))
        shows(program, both)
        program.tree.find("button", "Remove the filter “Privacy”").press()
        shows(program, by_age)


@check
def a_window_that_grows_keeps_what_was_asked():
    with running(size=NARROW) as program:
        show_all(program)
        shows(program, 493)
        program.window.type("game")
        found = ask(program.folder, "game")["count"]
        shows(program, found)
        program.window.resize(1280, 800)
        program.tree.find("grouping", "Theme")
        program.window.type("r")
        shows(program, ask(program.folder, "gamer")["count"])
        searched(program, "gamer")


main()
