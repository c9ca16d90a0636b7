# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools as a list of rows, in the place of cards."""

import tempfile

from browsing import ask, cards, focused, outside, show_all, shows
from checks import check, main
from sidekick import running
from window import PATIENCE, until


def rows(program):
    """The tools in sight, as they are read; none where they are cards."""
    return [name for table in program.tree.all("list", program.words("Tools")) for name in table.names("list item")]


def show_as_list(program):
    program.tree.find("toggle button", program.words("Show as a List")).press()
    return until("rows", lambda: rows(program))


@check
def a_list_holds_more_of_the_same_tools_in_the_same_order():
    for language in ("en", "fr"):
        with running(language) as program:
            show_all(program)
            before = until("cards", lambda: cards(program))
            listed = show_as_list(program)
            assert listed[: len(before)] == before, (listed, before)
            assert len(listed) > len(before)
            assert not cards(program)
            heights = {row.place[3] for row in program.tree.all("list item") if row.name in listed}
            assert len(heights) == 1, heights

            program.tree.find("toggle button", program.words("Show as a List")).press()
            until("cards again", lambda: cards(program)[: len(before)] == before)


@check
def the_keyboard_goes_through_a_list_and_back_to_it():
    with running("nl") as program:
        show_all(program)
        until("cards", lambda: cards(program))
        listed = show_as_list(program)
        program.window.keys("shift+Tab", "shift+Tab", "ctrl+f", "Down")
        until("the focus on the first row", lambda: focused(program) == listed[0])
        program.window.keys("Down", "Down", "Down", "Up")
        until("the focus on the third row", lambda: focused(program) == listed[2])
        program.window.keys("End")
        last = until("the focus on the last row", lambda: (now := focused(program)) not in listed and now)
        until("the last row in sight", lambda: rows(program)[-1] == last)
        there = rows(program)

        program.window.keys("Return")
        program.tree.gone("list", program.words("Tools"))
        program.window.keys("alt+Left")
        until(f"the focus on {last}", lambda: focused(program) == last)
        until("the same rows", lambda: rows(program) == there)


@check
def the_reader_stays_at_a_tool_when_cards_become_a_list():
    with running() as program:
        show_all(program)
        begin = until("cards", lambda: cards(program))
        program.window.keys(*["Next"] * 6)
        program.window.settle()
        top = cards(program)[:6]
        assert begin[0] not in top
        program.tree.find("toggle button", "Order").press()
        program.tree.find("menu item", "Show as a List").press()
        until(f"one of {top} among the rows", lambda: set(top) & set(rows(program)))


@check
def it_is_filtered_and_begins_anew_at_the_top():
    with running() as program:
        show_all(program)
        shows(program, 493)
        show_as_list(program)
        program.window.keys("ctrl+f", "Down", "End")
        program.window.settle()
        program.window.type("privacy")
        found = ask(program.folder, "privacy")
        shows(program, found["count"])
        first = found["results"][0]["name"]
        until(f"“{first}” to be the first row", lambda: any(row.startswith(first) for row in rows(program)[:1]))


@check
def view_and_order_are_kept():
    with tempfile.TemporaryDirectory() as config:
        kept = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": config}
        with running("fr", environment=kept) as program:
            show_all(program)
            until("cards", lambda: cards(program))
            best = show_as_list(program)
            program.tree.find("toggle button", program.words("Order")).press()
            program.tree.find("menu item", program.window.translate("order\x04Title").rpartition("\x04")[2]).press()
            listed = until("another order", lambda: rows(program)[:1] != best[:1] and rows(program))
            program.window.settle()
            program.window.keys("ctrl+q")
            assert program.window.program.wait(PATIENCE) == 0
        with running("fr", environment=kept) as program:
            show_all(program)
            until("the same rows", lambda: rows(program) == listed)


@check
def rows_fit_every_width():
    with running("de") as program:
        show_all(program)
        until("cards", lambda: cards(program))
        show_as_list(program)
        for width in (1280, 1120, 1000, 800, 721, 600, 360):
            program.window.resize(width, 720)
            program.window.settle()
            until(f"all inside {width}: {outside(program, 'list item')}", lambda: not outside(program, "list item"))
            assert rows(program)


main()
