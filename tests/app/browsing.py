# SPDX-License-Identifier: GPL-3.0-or-later
"""The page to explore, as it is filtered, counted and read."""

import contextlib
import json
import os
import re
import subprocess

import checks
from atspi import fits, steady
from sidekick import running
from window import BORDER, until

COUNT = re.compile(r"(\d+|No) tools?")

# The window that a check left open for the next one, and how to close it.
_left = []
_closing = checks.lasting.enter_context(contextlib.ExitStack())


def lands(program):
    """Whether one is where one lands; where not, one step back is gone."""
    if not program.tree.all("button", program.words("Back")):
        return True
    program.window.keys("Escape")
    program.window.settle()
    return False


@contextlib.contextmanager
def exploring():
    """A window that is asked for nothing: that of the check before, unless something went wrong in it.
    Checks that need another window come after those that share this one."""
    with _closing.pop_all() as stack:
        if _left:
            program = _left.pop()
            program.window.keys("ctrl+f")
            there = until("the page to explore", lambda: asked(program))
            program.window.keys(*["Escape"] * len(there))
            until("nothing to be asked for", lambda: asked(program) == [""])
            until("the page where one lands", lambda: lands(program))
        else:
            program = stack.enter_context(running())
        show_all(program)
        yield program
        if program.complaints:
            raise AssertionError("The program complained:\n" + "\n".join(program.complaints))
        _left.append(program)
        _closing.push(stack.pop_all())


def show_all(program):
    """Goes from the page one lands on to all tools, in whatever language the button says so."""
    number_of_all = str(ask(program.folder)["count"])

    def look():
        return first(program, lambda node: node.role == "button" and number_of_all in node.name and ":" not in node.name)

    until("the button that shows all tools", look).press()
    program.tree.find("button", program.words("Back"))


@contextlib.contextmanager
def among_all(*arguments, **more):
    """A window of its own that shows the cards of all tools."""
    with running(*arguments, **more) as program:
        show_all(program)
        yield program


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


def first(program, test):
    """The first thing on screen that passes a test."""
    return steady(lambda: next((node for node in program.tree.everything() if test(node)), None))


def count(program):
    """How many tools the window says there are."""
    def read():
        label = first(program, lambda node: node.role == "label" and COUNT.fullmatch(node.text))
        return number(label.text) if label else None

    return steady(read)


def shows(program, expected):
    until(f"{expected} tools, not {count(program)}", lambda: count(program) == expected)


def cards(program):
    return program.tree.names("table cell")


def begins_with(program, name):
    """Waits until the first card is that of a tool of that name."""
    until(f"“{name}” to be the first tool", lambda: any(card.startswith(name) for card in cards(program)[:1]))


def chip(program, name):
    """What the chip of a filter is called."""
    return program.words("Remove the filter “%s”").replace("%s", name)


def open_tool(program, name):
    """Looks for a tool by its name, in whatever language, and opens the first that is found, all by the
    keyboard."""
    until("tools", lambda: cards(program))
    program.window.keys("ctrl+f")
    program.window.type(name)
    begins_with(program, name)
    program.window.keys("Return")
    until("the focus on it", lambda: (focused(program) or "").startswith(name))
    program.window.keys("Return")
    program.tree.find("heading", name)


def chips(program):
    return program.tree.names("button", f"{chip(program, '…').partition('…')[0]}…")


def filtered(program, *filters):
    """Waits until these filters have a chip, and no others."""
    expected = [chip(program, each) for each in filters]
    until(f"the chips {expected}", lambda: chips(program) == expected)


def searched(program, text):
    """Waits until the search holds that text."""
    until(f"“{text}” in the search", lambda: [entry.text for entry in program.tree.all("entry")] == [text])


def asked(program):
    """What the page to explore is asked for: its filters and its text; nothing where it is not there."""

    def read():
        filters, texts = [], []
        for node in program.tree.everything():
            role = node.role
            if role == "entry":
                texts.append(node.text)
            elif role == "button" and node.name.startswith(chip(program, "…").partition("…")[0]):
                filters.append(node.name)
        return texts and filters + texts

    return steady(read)


def focused(program):
    """The name of what has the focus."""
    def read():
        node = first(program, lambda node: node.has("focused"))
        return node and node.name

    return steady(read)


def focus_first(program):
    """Brings the focus to the first card; its name."""
    names = until("cards", lambda: cards(program))
    program.window.keys("ctrl+f", "Down")
    until("the focus on the first card", lambda: focused(program) == names[0])
    return names[0]


def focus(program, name, key="Tab", most=60):
    """Presses a key until something of that name has the focus; a part of it with “…”."""

    def read():
        node = first(program, lambda node: node.has("focused"))
        return node and (node.path, node.name)

    for _ in range(most):
        now = until("the focus to be somewhere", lambda: steady(read))
        if fits(now[1], name):
            return
        program.window.keys(key)
        until(f"the focus on something else than {now[1]}", lambda now=now: steady(read) != now)
    raise AssertionError(f"{key} never reaches {name}, but {now[1]}")


def choose(program, *names):
    for name in names:
        role = "radio button" if re.fullmatch(r"\d+(–\d+|\+)", name) else "check box"
        program.tree.find(role, name if role == "radio button" else f"{name}, …").press()


def unfold(program, facet):
    program.tree.find("button", f"{facet}…").press()


def outside(program, *roles):
    """The things of some roles that the width of the window cuts off."""

    def read(role):
        for node in program.tree.all(role):
            left, width = node.place[0] + BORDER, node.place[2]
            if width > 0 and not 0 <= left <= left + width <= program.window.size[0]:
                yield f"{role} “{node.name}” from {left} to {left + width}"

    return [each for role in roles for each in steady(lambda role=role: list(read(role)))]
