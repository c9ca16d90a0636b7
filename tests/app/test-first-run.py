# SPDX-License-Identifier: GPL-3.0-or-later
import json
import tempfile

from browsing import ask, shows
from checks import check, main
from sidekick import running
from window import until


def kept(program):
    """What is kept of the group, once it is."""
    file = program.folder / "user.json"
    return until("the group to be kept", lambda: file.exists() and json.loads(file.read_text()).get("profile"))


def asked(program):
    program.tree.find("heading", program.words("Whom Are the Tools For?"))


def not_asked(program):
    program.tree.wait_for_catalogue()
    program.tree.find("button", program.words("_Prepare a Session").replace("_", ""))
    program.tree.gone("heading", program.words("Whom Are the Tools For?"))


def the_group_is_asked_once(language, tag, name):
    with tempfile.TemporaryDirectory() as folder:
        with running(language, folder, first=True) as program:
            asked(program)
            assert program.tree.find("toggle button", name).has("pressed"), f"{name} is proposed"
            pills = program.tree.all("toggle button")
            ages = next(each for each in pills if each.name.startswith("9–11"))
            ages.press()
            program.tree.find("button", program.words("_Done").replace("_", "")).press()
            not_asked(program)
            assert kept(program) == {"languages": [tag], "typicalAgeRange": "9-11"}, kept(program)
            program.tree.find("grouping", program.words("For Your Group"))

        with running(language, folder, first=True) as program:
            not_asked(program)


@check
def a_dutch_group_is_asked_once_and_has_a_shelf():
    the_group_is_asked_once("nl", "nl", "Nederlands")


@check
def a_french_group_is_asked_once_and_has_a_shelf():
    the_group_is_asked_once("fr", "fr", "Français")


@check
def who_skips_it_is_not_asked_again_and_misses_nothing():
    with tempfile.TemporaryDirectory() as folder:
        with running(folder=folder, first=True) as program:
            asked(program)
            program.tree.find("button", "Skip").press()
            not_asked(program)
            assert kept(program)["languages"] == []
            program.window.type("privacy")
            shows(program, ask(program.folder, "privacy")["count"])
        with running(folder=folder, first=True) as program:
            not_asked(program)


@check
def it_is_changed_from_the_menu():
    with running() as program:
        not_asked(program)
        program.menu("Your _Group")
        asked(program)
        for band in ("6–8", "12–14"):
            next(each for each in program.tree.all("toggle button") if each.name.startswith(band)).press()
        between = next(each for each in program.tree.all("toggle button") if each.name.startswith("9–11"))
        until("the ages between to be chosen too", lambda: between.has("pressed"))
        program.tree.find("button", "Done").press()
        until("other ages", lambda: kept(program).get("typicalAgeRange") == "6-14")
        program.tree.find("grouping", "For Your Group")


main()
