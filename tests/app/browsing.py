# SPDX-License-Identifier: GPL-3.0-or-later
"""The page to explore, as it is filtered, counted and read."""

import json
import os
import re
import subprocess

from gi.repository import GLib
from window import BORDER, until

COUNT = re.compile(r"(\d+|No) tools?")


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
    """The first thing on screen that passes a test; nothing while what is read changes."""
    try:
        return next((node for node in program.tree.everything() if test(node)), None)
    except GLib.Error:
        return None


def count(program):
    """How many tools the window says there are."""
    label = first(program, lambda node: node.role == "label" and COUNT.fullmatch(node.text))
    return number(label.text) if label else None


def shows(program, expected):
    until(f"{expected} tools, not {count(program)}", lambda: count(program) == expected)


def cards(program):
    return [cell.name for cell in program.tree.all("table cell")]


def chips(program):
    return [button.name for button in program.tree.all("button", "Remove the filter…")]


def focused(program):
    """The name of what has the focus."""
    node = first(program, lambda node: node.has("focused"))
    return node and node.name


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


def outside(program, *roles):
    """The things of some roles that the width of the window cuts off."""
    for role in roles:
        for node in program.tree.all(role):
            left, width = node.place[0] + BORDER, node.place[2]
            if width > 0 and not 0 <= left <= left + width <= program.window.size[0]:
                yield f"{role} “{node.name}” from {left} to {left + width}"
