# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards by keyboard and pointer: what can be done with one, and how one gets around."""

import json
import os
import subprocess

from browsing import among_all, ask, cards, choose, focus, focus_first, focused, searched, shows
from checks import check, main
from window import until


def address(program, card):
    """The address of the page of a card's tool."""
    found = [tool for tool in ask(program.folder, "--limit", "1000")["results"] if card.startswith(f"{tool['name']}, ")]
    command = [os.environ["SK_CTL"], "--data-dir", program.folder, "--json", "show", found[0]["id"]]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["url"]


def point(program, card):
    left, top, width, height = program.tree.find("table cell", card).place
    return left + width // 2, top + height // 2


def item(program, words):
    return program.tree.find("menu item", program.words(words).replace("_", ""))


@check
def a_card_has_a_menu_by_key_and_by_pointer():
    for language in ("en", "nl"):
        with among_all(language) as program:
            card = focus_first(program)
            for key in ("Menu", "shift+F10"):
                program.window.keys(key)
                item(program, "_Copy Link")
                program.window.keys("Escape")
                program.tree.gone("menu item")
                until("the focus on the card again", lambda: focused(program) == card)

            other = cards(program)[4]
            program.window.click_secondary(*point(program, other))
            item(program, "_Copy Link").press()
            program.tree.gone("menu item")
            program.window.settle()
            program.window.keys("ctrl+f", "ctrl+v")
            searched(program, address(program, other))


@check
def there_is_one_stop_in_all_cards():
    with among_all("de") as program:
        first = focus_first(program)
        program.window.keys("Right", "Down")
        there = until("the focus on another card", lambda: (now := focused(program)) != first and now)
        program.window.keys("Tab")
        until("the focus outside the cards", lambda: focused(program) not in [*cards(program), None])
        program.window.keys("shift+Tab")
        until(f"the focus on {there} again", lambda: focused(program) == there)


@check
def home_end_and_pages_go_far():
    with among_all() as program:
        first = focus_first(program)
        program.window.keys("Next")
        page = until("the focus further on", lambda: (now := focused(program)) not in (first, None) and now)
        program.window.keys("End")
        last = until("the focus on the last card", lambda: (now := focused(program)) not in (page, None) and now)
        until("the last card in sight", lambda: cards(program)[-1:] == [last])
        program.window.keys("Prior")
        until("the focus before the last card", lambda: focused(program) not in (last, None))
        program.window.keys("Home")
        until("the focus on the first card", lambda: focused(program) == first)


def is_back(program, card, there):
    until(f"the focus on {card}", lambda: focused(program) == card)
    until("the same cards in the same places", lambda: places(program) == there)


def places(program):
    return [(card.name, card.place) for card in program.tree.all("table cell")]


@check
def every_way_back_leads_to_the_same_place():
    with among_all("fr") as program:
        focus_first(program)
        program.window.keys("Next", "Next", "Next", "Down")
        program.window.settle()
        card, there = focused(program), places(program)
        for back in ("alt+Left", "Escape"):
            program.window.keys("Return")
            program.tree.gone("table", program.words("Tools"))
            program.window.settle()
            program.window.keys(back)
            is_back(program, card, there)


@check
def another_filter_is_read_from_its_beginning():
    with among_all() as program:
        focus_first(program)
        program.window.keys("Next", "Next", "Next")
        program.window.settle()
        choose(program, "9–11")
        found = ask(program.folder, "--age", "9-11")
        shows(program, found["count"])
        first = found["results"][0]["name"]
        until(f"“{first}” to be the first card", lambda: cards(program)[0].startswith(first))


def opens_a_window(program, card, act):
    """Has an act open a second window, on the tool of a card, and closes it again."""
    act()
    second = until("a second window", lambda: len(frames := program.tree.all("frame")) == 2 and frames)
    name = card.split(", ")[0]
    found = until(f"a window on {name}", lambda: [frame for frame in second if name in frame.names("heading")])
    found[0].find("button", "Close").press()
    until("one window", lambda: len(program.tree.all("frame")) == 1)
    assert cards(program)


@check
def a_tool_opens_in_a_window_of_its_own():
    with among_all() as program:
        card = focus_first(program)
        program.window.settle()
        opens_a_window(program, card, lambda: program.window.keys("ctrl+Return"))
        opens_a_window(program, card, lambda: program.window.click(*point(program, card), 2))

        def click_with_control():
            with program.window.holding("ctrl"):
                program.window.click(*point(program, card))

        opens_a_window(program, card, click_with_control)


@check
def what_is_typed_at_a_card_is_searched():
    with among_all("nl") as program:
        focus_first(program)
        program.window.keys("Down")
        program.window.type("pesten")
        searched(program, "pesten")
        program.window.keys("Escape")
        searched(program, "")


@check
def a_card_is_dragged_elsewhere_as_its_address():
    with among_all() as program:
        card = until("cards", lambda: cards(program))[1]
        left, top, width, height = program.tree.find("entry").place
        program.window.settle()
        program.window.drag(point(program, card), (left + width // 2, top + height // 2))
        searched(program, address(program, card))


@check
def cards_beside_a_tool_can_do_the_same():
    with among_all() as program:
        until("cards", lambda: cards(program))
        program.window.type("Hass in der Demokratie begegnen")
        program.window.settle()
        program.window.keys("Return", "Return")
        related = program.tree.find("table", "Goes with This")
        card = until("cards that go with it", lambda: related.names("table cell"))[0]
        focus(program, card)
        program.window.keys("Menu")
        item(program, "_Copy Link").press()
        program.tree.says("Link copied")


main()
