# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person sees in each state of the window: all of it in their language, and nothing of it cut off."""

import json
import os
import pathlib
import re

from browsing import cards, choose, show_all, unfold
from checks import check, main
from looks import Untranslated, looking
from window import Look, until

ROOT = pathlib.Path(os.environ["SK_SOURCE_ROOT"])
LARGE = Look("large", large=True)
WIDE, NARROW, TWICE = (1280, 800), (360, 720), (720, 900)

# What can be of any length, and stands in full elsewhere.
MAY_BE_SHORTENED = [
    # The title and the publisher of a tool: all of them on its page.
    r"/SkCard/.*GtkLabel\.(heading|caption)",
    # A filter, and what is chosen in a facet that is folded: all of it where one chooses.
    r"/SkChips/",
    r"/SkFacetGroup/GtkButton/.*GtkLabel\.secondary\.choice",
    # A publisher, on the third line.
    r"/SkFacetRow/",
    # The name of the page, of which it is the title: it shows once that has scrolled away.
    r"/AdwWindowTitle/",
]


def concept(language, vocabulary, notation):
    """What a theme or a format is called."""
    path = ROOT / "data" / "vocabularies" / f"{vocabulary}.json"
    concepts = json.loads(path.read_text(encoding="utf-8"))["hasTopConcept"]
    return next(one["prefLabel"][language] for one in concepts if one["notation"] == notation)


class Reader:
    """Somebody who looks at one state after another, and remembers what is wrong with them."""

    def __init__(self, looks):
        self.looks = looks
        self.program = looks.program
        self.language = looks.program.window.language
        self.wrong = {}
        self._untranslated = Untranslated(self.language)
        self.program.tree.wait_for_catalogue()

    def look(self, state):
        width = self.program.window.size[0]
        for words in self.looks.words():
            if words.kind == "shortened" and not any(re.search(each, words.place) for each in MAY_BE_SHORTENED):
                self._complain(words, f"is shortened, {state}, at {width} px")
            if words.text in self._untranslated and not words.place.endswith(".keycap"):
                self._complain(words, f"is English, {state}, at {width} px")

    def _complain(self, words, what):
        self.wrong.setdefault((words.text, words.place), what)

    def look_at_both(self, state):
        """Looks where there is much room, and where there is little."""
        self.look(state)
        self.program.window.resize(*NARROW)
        self.look(state)
        self.program.window.resize(*WIDE)
        self.looks.words()

    def conclude(self):
        assert not self.wrong, "\n".join(f"“{text}” {what}: {place}" for (text, place), what in self.wrong.items())

    def press(self, role, words):
        self.program.tree.find(role, self.program.words(words).replace("_", "")).press()

    def unfold(self, *facets):
        for facet in facets:
            unfold(self.program, self.program.words(f"facet\x04{facet}").rpartition("\x04")[2])

    def choose(self, ages, *themes):
        choose(self.program, ages, *(concept(self.language, "themes", theme) for theme in themes))


def walk_the_facets(reader):
    show_all(reader.program)
    reader.look_at_both("all tools")
    reader.unfold("Length", "Language", "Setting", "Audience", "Publisher", "Licence")
    reader.look("the facets unfolded")
    reader.press("toggle button", "Other Ages")
    reader.look("the ages")
    reader.program.window.keys("Escape")
    reader.choose("9–11", "privacy", "bullying")
    reader.look_at_both("filtered")


def walk_the_sheet(reader, size=NARROW):
    reader.program.window.resize(*size)
    reader.looks.words()
    reader.program.tree.find("button", f"{reader.program.words('Filters')} …").press()
    reader.program.tree.find("radio button", "12–14")
    reader.look("the filters in a sheet")
    reader.program.window.keys("Escape")
    reader.program.window.resize(*WIDE)


def walk_the_list(reader):
    reader.press("toggle button", "Show as a List")
    reader.look_at_both("a list")
    reader.press("toggle button", "Show as a List")
    until("cards", lambda: cards(reader.program))


def walk_what_is_missing(reader):
    reader.choose("3–5", "gaming")
    reader.program.window.keys("ctrl+f")
    reader.program.window.type("bitesiez")
    until("nothing to be found", lambda: not cards(reader.program))
    reader.look_at_both("nothing found")


def walk_the_dialogs(reader):
    for key, state in (("ctrl+question", "the shortcuts"), ("ctrl+comma", "the preferences")):
        reader.program.window.keys(key)
        name = reader.program.tree.find("dialog").name
        reader.look_at_both(state)
        reader.program.window.keys("Escape")
        reader.program.tree.gone("dialog", name)


def walk_a_tool(reader):
    reader.program.window.keys("ctrl+f", "Escape", "ctrl+shift+BackSpace")
    first = until("cards", lambda: cards(reader.program))[0]
    reader.program.window.keys("Down", "Return")
    reader.program.tree.gone("table cell", first)
    reader.look_at_both("a tool")


def all_can_be_read(language):
    with looking(language, size=WIDE) as looks:
        reader = Reader(looks)
        reader.look_at_both("where one lands")
        walk_the_sheet(reader)
        walk_the_facets(reader)
        walk_the_list(reader)
        walk_what_is_missing(reader)
        walk_the_dialogs(reader)
        walk_a_tool(reader)
        reader.conclude()


def large_letters_can_be_read(language):
    """With letters of twice the size, 720 px are what 360 are else."""
    with looking(language, size=TWICE, look=LARGE) as looks:
        reader = Reader(looks)
        reader.look("where one lands")
        show_all(reader.program)
        reader.look("large letters")
        walk_the_sheet(reader, TWICE)
        reader.conclude()


@check
def all_can_be_read_in_dutch():
    all_can_be_read("nl")


@check
def all_can_be_read_in_french():
    all_can_be_read("fr")


@check
def all_can_be_read_in_german():
    all_can_be_read("de")


@check
def all_can_be_read_in_english():
    all_can_be_read("en")


@check
def large_letters_can_be_read_in_german():
    large_letters_can_be_read("de")


@check
def large_letters_can_be_read_in_french():
    large_letters_can_be_read("fr")


main()
