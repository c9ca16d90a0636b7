# SPDX-License-Identifier: GPL-3.0-or-later
"""The states of all but the planner."""

import json
import pathlib
import re

from gallery_state import NARROW, WIDE, State, Tree, keys


def add_what_is_no_address(window):
    keys("ctrl+comma")(window)
    tree = Tree(window)
    tree.find("button", window.translate("_Add a Source…").replace("_", "")).press()
    dialog = tree.find("dialog", window.translate("Add a Source"))
    dialog.find("text").write("gopher://example.org/")
    window.keys("Return")
    dialog.find("alert")


def concept(window, vocabulary, notation):
    """What a theme or a format is called in the language of the window."""
    path = pathlib.Path(__file__).parents[2] / "data" / "vocabularies" / f"{vocabulary}.json"
    concepts = json.loads(path.read_text(encoding="utf-8"))["hasTopConcept"]
    return next(one["prefLabel"][window.language] for one in concepts if one["notation"] == notation)


def choose(ages, *themes, text=""):
    """Reaches a state by filters, and a text."""

    def reach(window):
        tree = Tree(window)
        tree.find("radio button", ages).press()
        for theme in themes:
            tree.find("check box", f"{concept(window, 'themes', theme)}, …").press()
        window.type(text)

    return reach


def open_sheet(window):
    tree = Tree(window)
    tree.find("button", f"{window.translate('Filters')} …").press()
    tree.find("radio button", "9–11").press()
    window.settle()
    tree.find("check box", f"{concept(window, 'themes', 'privacy')}, …").press()


def open_tool(name):
    """Reaches the page of a tool."""

    def reach(window):
        window.type(name)
        window.settle()
        keys("Return", "Return")(window)

    return reach


def unfold_facets(window):
    """Folds the themes and formats, and unfolds the length and the language."""
    for heading in ("Theme", "Format", "Length", "Language"):
        name = window.translate(f"facet\x04{heading}").rpartition("\x04")[2]
        Tree(window).find("button", f"{name}…").press()
        window.settle()


def show_all(window):
    """Goes from the page one lands on to all tools: the last of its buttons says how many."""
    buttons = Tree(window).all("button")
    last = [each for each in buttons if ":" not in each.name and re.search(r"\d{3}", each.name)]
    last[0].press()


# A name that no server has (RFC 6761).
NOWHERE = "http://feeds.sidekick.invalid/index.json"

STATES = [
    State("first-run", first=True),
    State("landing"),
    State("browse", reach=show_all),
    State("search", reach=lambda window: window.type("privacy")),
    State("repaired", reach=lambda window: window.type("cyberpesetn")),
    State("filtered", reach=choose("9–11", "bullying", "privacy")),
    State("nothing-found", reach=choose("3–5", "gaming", text="bitesize")),
    State("resource", reach=open_tool("Hass in der Demokratie begegnen")),
    State("facets", reach=unfold_facets, sizes=[WIDE]),
    State("sheet", reach=open_sheet, sizes=[NARROW]),
    State("preferences", before=["sync", NOWHERE], reach=keys("ctrl+comma")),
    State("add-source", reach=add_what_is_no_address),
    State("offline", before=["sync", NOWHERE], reach=keys("ctrl+r")),
    State("shortcuts", reach=keys("ctrl+question")),
    State("cannot-open", arguments=["--data-dir", "/dev/null/nowhere"]),
]
