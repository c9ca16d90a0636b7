# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person marks on cards: favourites and dead links, kept in user.json."""

import json
import tempfile

from browsing import among_all, cards, focus_first, focused
from checks import check, main
from window import PATIENCE, until


def item(program, words):
    return program.tree.find("menu item", program.words(words).replace("_", ""))


def mark(program, words):
    """A word of what a card says, as translators have it."""
    return program.window.translate(f"mark\x04{words}").rpartition("\x04")[2]


def kept(program):
    path = program.folder / "user.json"
    return path.exists() and json.loads(path.read_text(encoding="utf-8"))


@check
def control_d_makes_a_favourite_and_is_said():
    for language in ("en", "nl"):
        with among_all(language) as program:
            spoken = program.tree.listen()
            card = focus_first(program)
            starred = f"{card}, {mark(program, 'favourite')}"
            program.window.keys("ctrl+d")
            until(f"the card to say “{starred}”", lambda: focused(program) == starred)
            spoken.wait_for(program.words("Now a favourite"))
            program.window.keys("ctrl+d")
            until("the card to say no more", lambda: focused(program) == card)
            spoken.wait_for(program.words("No longer a favourite"))


@check
def the_menu_makes_a_favourite_and_takes_it_back():
    with among_all("fr") as program:
        card = focus_first(program)
        program.window.keys("Menu")
        item(program, "_Favourite").press()
        starred = f"{card}, {mark(program, 'favourite')}"
        until(f"“{starred}” among the cards", lambda: cards(program)[0] == starred)
        program.window.keys("ctrl+f", "Down", "Menu")
        item(program, "No Longer a _Favourite").press()
        until(f"“{card}” among the cards", lambda: cards(program)[0] == card)


@check
def marks_are_kept_and_show_in_a_list_too():
    with tempfile.TemporaryDirectory() as folder:
        with among_all("de", folder=folder) as program:
            card = focus_first(program)
            program.window.keys("ctrl+d", "Menu")
            item(program, "This Link Is _Dead").press()
            marked = f"{card}, {mark(program, 'favourite')}, {mark(program, 'its link marked as dead')}"
            until(f"“{marked}” among the cards", lambda: cards(program)[0] == marked)
            program.window.keys("ctrl+q")
            assert program.window.program.wait(PATIENCE) == 0
            assert kept(program)
        with among_all("de", folder=folder) as program:
            until(f"“{marked}” among the cards", lambda: cards(program)[:1] == [marked])
            program.tree.find("toggle button", program.words("Show as a List")).press()
            until(f"“{marked}” among the rows", lambda: program.tree.find("list item").name == marked)
            program.window.keys("ctrl+f", "Down", "Menu")
            item(program, "Link Works _Again").press()
            until("the mark to go", lambda: program.tree.find("list item").name == f"{card}, {mark(program, 'favourite')}")


main()
