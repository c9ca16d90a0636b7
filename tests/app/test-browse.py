# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import re
import subprocess

from checks import check, main
from sidekick import running
from window import BORDER, until

COUNT = re.compile(r"(\d+|No) tools?")
NARROW = (360, 720)


def ask(folder, *words):
    """What sidekickctl finds in the same catalogue."""
    done = subprocess.run(
        [os.environ["SK_CTL"], "--data-dir", folder, "--json", "search", *words], capture_output=True, check=True
    )
    return json.loads(done.stdout)


def number(words):
    """The number that some words begin with, or have in them; 0 for “No tools”."""
    found = re.search(r"\d+", words)
    return int(found[0]) if found else 0


def count(program):
    """How many tools the window says there are."""
    labels = program.tree.all("label")
    return next((number(node.text) for node in labels if COUNT.fullmatch(node.text)), None)


def shows(program, expected):
    until(f"{expected} tools, not {count(program)}", lambda: count(program) == expected)


def cards(program):
    return [cell.name for cell in program.tree.all("table cell")]


def chips(program):
    return [button.name for button in program.tree.all("button", "Remove the filter…")]


def focused(program):
    """The name of what has the focus."""
    return next((node.name for node in program.tree.everything() if node.has("focused")), None)


def focus(program, name, key="Tab", most=40):
    """Presses a key until something of that name has the focus; a part of it with “…”."""
    for _ in range(most):
        now = until("the focus to be somewhere", lambda: focused(program))
        if now == name or (name.endswith("…") and now.startswith(name[:-1])):
            return
        program.window.keys(key)
        program.window.settle(0.1)
    raise AssertionError(f"{key} never reaches {name}, but {now}")


def choose(program, *names):
    for name in names:
        role = "radio button" if re.fullmatch(r"\d+(–\d+|\+)", name) else "check box"
        program.tree.find(role, name if role == "radio button" else f"{name}, …").press()


def unfold(program, facet):
    program.tree.find("button", f"{facet}…").press()


@check
def typing_anywhere_searches():
    with running() as program:
        shows(program, 493)
        program.window.type("priva")
        found = ask(program.folder, "priva")
        shows(program, found["count"])
        assert cards(program)[0].startswith(found["results"][0]["name"]), cards(program)[0]

        program.window.type("xyzzy")
        shows(program, 0)
        program.window.keys("Escape")
        shows(program, 493)
        assert len(cards(program)) > 5


@check
def an_age_and_a_language_leave_what_the_command_line_finds():
    with running() as program:
        age = ("--age", "9-11")
        choose(program, "9–11")
        shows(program, ask(program.folder, *age)["count"])
        unfold(program, "Language")
        choose(program, "Dutch")
        dutch = ask(program.folder, *age, "--language", "nl")["count"]
        shows(program, dutch)

        every = ask(program.folder, *age)["count"]
        program.tree.find("button", f"{every - dutch} more in other languages").press()
        shows(program, every)
        assert chips(program) == ["Remove the filter “9–11 years”"]


@check
def what_nobody_states_is_offered():
    with running() as program:
        choose(program, "9–11")
        stated = ask(program.folder, "--age", "9-11")["count"]
        both = ask(program.folder, "--age", "9-11", "--age", "none")["count"]
        program.tree.find("button", f"{both - stated} more without a stated age").press()
        shows(program, both)
        program.tree.gone("button", "…more without a stated age")
        program.tree.find("button", "Remove the filter “Age: Not stated”").press()
        shows(program, stated)


@check
def chips_take_their_own_filter_away():
    with running() as program:
        choose(program, "9–11", "Cyberbullying", "Privacy")
        shows(program, ask(program.folder, "--age", "9-11", "--theme", "bullying", "--theme", "privacy")["count"])
        program.tree.find("button", "Remove the filter “Cyberbullying”").press()
        shows(program, ask(program.folder, "--age", "9-11", "--theme", "privacy")["count"])
        assert chips(program) == ["Remove the filter “9–11 years”", "Remove the filter “Privacy”"]


@check
def somebody_who_takes_chips_away_by_keyboard_stays_among_them():
    with running() as program:
        choose(program, "9–11", "Cyberbullying", "Privacy")
        program.tree.find("button", "Remove the filter “Privacy”")
        focus(program, "Remove the filter “Cyberbullying”", "shift+Tab")
        program.window.keys("space")
        until("the focus on the next chip", lambda: focused(program) == "Remove the filter “Privacy”")
        program.window.keys("space")
        until("the focus on the last chip", lambda: focused(program) == "Remove the filter “9–11 years”")


@check
def clearing_all_filters_can_be_undone():
    with running() as program:
        choose(program, "9–11", "Privacy")
        before = ask(program.folder, "--age", "9-11", "--theme", "privacy")["count"]
        shows(program, before)
        program.window.keys("ctrl+shift+BackSpace")
        shows(program, 493)
        assert chips(program) == []
        program.tree.find("button", "Undo").press()
        shows(program, before)
        assert len(chips(program)) == 2


@check
def escape_leads_back_one_step_at_a_time():
    with running() as program:
        choose(program, "9–11", "Privacy")
        program.window.keys("ctrl+f")
        program.window.type("game")
        shows(program, ask(program.folder, "--age", "9-11", "--theme", "privacy", "game")["count"])
        for left in (["--age", "9-11", "--theme", "privacy"], ["--age", "9-11"], []):
            program.window.keys("Escape")
            shows(program, ask(program.folder, *left)["count"])


@check
def tools_are_put_in_the_order_that_is_chosen():
    with running() as program:
        newest = until("cards", lambda: cards(program))[:6]
        for order in ("Title", "Shortest", "Newest"):
            program.tree.find("toggle button", "Order").press()
            program.tree.find("menu item", order).press()
            program.tree.gone("menu item")
            program.window.settle()
            if order == "Title":
                names = [re.sub(r"\W", "", name).casefold() for name in cards(program)[:6]]
                assert names == sorted(names), names
            if order == "Shortest":
                minutes = [int(re.search(r", (\d+) min,", name)[1]) for name in cards(program)[:6]]
                assert minutes == sorted(minutes), minutes
        assert cards(program)[:6] == newest


@check
def nothing_found_names_the_step_that_gives_most():
    with running() as program:
        choose(program, "3–5", "Gaming", "Worksheet")
        unfold(program, "Language")
        choose(program, "Dutch")
        program.tree.says("Nothing matches all 4 filters")
        options = {
            "3–5 years": ["--age", "3-5"],
            "Gaming": ["--theme", "gaming"],
            "Worksheet": ["--format", "worksheet"],
            "Dutch": ["--language", "nl"],
        }
        gives = {}
        for absent in options:
            left = [word for name, words in options.items() if name != absent for word in words]
            gives[absent] = ask(program.folder, *left)["count"]
        best = max(gives, key=gives.get)
        assert gives[best] > 0, gives

        tools = "tool" if gives[best] == 1 else "tools"
        program.tree.find("button", f"Show {gives[best]} {tools} without “{best}”").press()
        shows(program, gives[best])
        assert f"Remove the filter “{best}”" not in chips(program)
        assert len(chips(program)) == 3


@check
def a_text_that_the_filters_exclude_is_found_without_them():
    with running() as program:
        choose(program, "3–5", "Gaming")
        program.window.keys("ctrl+f")
        program.window.type("bitesize")
        program.tree.says("Nothing found for “bitesize” with these filters")
        without = ask(program.folder, "bitesize")["count"]
        program.tree.find("button", f"Show {without} tools without the filters").press()
        shows(program, without)
        assert chips(program) == []


@check
def a_text_that_nothing_has_leads_back_to_everything():
    with running() as program:
        program.window.type("xyzzy")
        program.tree.says("Nothing found for “xyzzy”")
        program.tree.find("button", "Show all 493 tools").press()
        shows(program, 493)


@check
def one_returns_from_a_tool_to_where_one_was():
    with running() as program:
        names = until("cards", lambda: cards(program))
        program.window.keys("Escape")
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
        assert focused(program) == chosen
        assert cards(program) == seen


@check
def a_click_opens_a_tool():
    with running() as program:
        program.tree.find("table cell", "Cranky Uncle…").click()
        program.tree.gone("table", "Tools")
        program.tree.find("button", "Back")


@check
def arrows_move_among_the_cards_in_two_dimensions():
    with running() as program:
        names = until("cards", lambda: cards(program))
        program.window.keys("Escape")
        focus(program, names[0])
        for key, place in (("Right", 1), ("Down", 4), ("Left", 3), ("Up", 0)):
            program.window.keys(key)
            until(f"the focus on card {place} after {key}", lambda place=place: focused(program) == names[place])


@check
def an_empty_catalogue_says_what_to_do():
    with running() as other:
        folder = os.path.join(other.folder, "nothing")
        command = [os.environ["SK_CTL"], "--data-dir", folder, "--no-starter", "status"]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        with running(folder=folder) as program:
            program.tree.says("No Tools Yet")
            program.tree.find("button", "Preferences").press()
            program.tree.find("dialog", "Preferences")


def outside(program, *roles):
    """The things of some roles that the width of the window cuts off."""
    for role in roles:
        for node in program.tree.all(role):
            left, width = node.place[0] + BORDER, node.place[2]
            if width > 0 and not 0 <= left <= left + width <= NARROW[0]:
                yield f"{role} “{node.name}” from {left} to {left + width}"


@check
def a_narrow_window_filters_in_a_sheet_by_keyboard():
    with running(size=NARROW) as program:
        until("cards", lambda: cards(program))
        assert not list(outside(program, "table cell", "entry", "label"))

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
        program.window.settle()
        assert not list(outside(program, "radio button", "check box"))

        program.window.keys("Escape")
        program.tree.gone("button", f"Show {both} Tools")
        until("the focus where the sheet was opened", lambda: (focused(program) or "").startswith("Filters"))
        shows(program, both)
        program.tree.find("button", "Remove the filter “Privacy”").press()
        shows(program, by_age)


@check
def a_window_that_grows_keeps_what_was_asked():
    with running(size=NARROW) as program:
        program.window.type("game")
        found = ask(program.folder, "game")["count"]
        shows(program, found)
        program.window.resize(1280, 800)
        program.window.settle()
        program.window.type("r")
        shows(program, ask(program.folder, "gamer")["count"])
        assert program.tree.find("entry").text == "gamer"


main()
