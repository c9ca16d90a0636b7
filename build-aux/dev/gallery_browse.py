# SPDX-License-Identifier: GPL-3.0-or-later
"""The states of all but the planner."""

import json
import pathlib
import re
import subprocess

from gallery_state import ALL_SCHEMES, EVERY_DAY, NARROW, SCHEMES, WIDE, State, Tree, each, keys, press
from window import PREFIX


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


def facet(window, heading):
    """What a facet is called in the language of the window."""
    return window.translate(f"facet\x04{heading}").rpartition("\x04")[2]


def press_facets(*headings):
    """Folds the facets that are unfolded, and unfolds the others."""

    def reach(window):
        for heading in headings:
            Tree(window).find("button", f"{facet(window, heading)}…").press()
            window.settle()

    return reach


def show_all_publishers(window):
    words = window.translate("All %u publisher", "All %u publishers", 100)
    Tree(window).find("button", f"{words.partition('%u')[0]}…").press()


def set_ages(window):
    window.keys("Tab", "8", "Tab", "Tab", "Tab", "1", "0", "Return")


def be_empty(folder, _language):
    """A catalogue of nothing, as it is where no source came with the program."""
    command = [PREFIX / "bin" / "sidekickctl", "--data-dir", folder, "--no-starter", "status"]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def show_all(window):
    """Goes from the page one lands on to all tools: the last of its buttons says how many."""
    buttons = Tree(window).all("button")
    last = [each for each in buttons if ":" not in each.name and re.search(r"\d{3}", each.name)]
    last[0].press()


# A name that no server has (RFC 6761).
NOWHERE = "http://feeds.sidekick.invalid/index.json"

open_ages = press("toggle button", "Other Ages")

STATES = [
    State("first-run", first=True, schemes=EVERY_DAY),
    State("landing", schemes=EVERY_DAY),
    State("browse", reach=show_all, schemes=[*EVERY_DAY, "mirrored"]),
    State("list", reach=each(show_all, press("toggle button", "Show as a List")), schemes=[*SCHEMES, "large"]),
    State("search", reach=lambda window: window.type("privacy")),
    State("repaired", reach=lambda window: window.type("cyberpesetn")),
    State("filtered", reach=choose("9–11", "bullying", "privacy"), schemes=[*ALL_SCHEMES, "mirrored"]),
    State("nothing-found", reach=choose("3–5", "gaming", text="bitesize"), schemes=ALL_SCHEMES),
    State("nothing-at-all", reach=lambda window: window.type("xyzzy"), schemes=[*SCHEMES, "large"]),
    State("misspelt", reach=choose("3–5", "gaming", text="bitesiez")),
    State("no-tools", prepare=be_empty),
    State("resource", reach=open_tool("Hass in der Demokratie begegnen"), schemes=EVERY_DAY),
    State("facets", reach=press_facets("Theme", "Format", "Length", "Language"), sizes=[WIDE]),
    State(
        "publishers",
        reach=each(
            press_facets("Theme", "Format", "Publisher"), show_all_publishers, lambda window: window.type("code")
        ),
        sizes=[WIDE],
    ),
    State("ages", reach=each(open_ages, set_ages), sizes=[WIDE], schemes=ALL_SCHEMES),
    State("sheet", reach=open_sheet, sizes=[NARROW], schemes=EVERY_DAY),
    State("sheet-ages", reach=each(open_sheet, open_ages), sizes=[NARROW], schemes=[*SCHEMES, "large"]),
    State("preferences", before=["sync", NOWHERE], reach=keys("ctrl+comma")),
    State("add-source", reach=add_what_is_no_address),
    State("offline", before=["sync", NOWHERE], reach=keys("ctrl+r"), schemes=EVERY_DAY),
    State("shortcuts", reach=keys("ctrl+question")),
    State("cannot-open", arguments=["--data-dir", "/dev/null/nowhere"], schemes=EVERY_DAY),
]
