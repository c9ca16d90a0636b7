# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader meets it: things with a role and a name, to be read and pressed.

    tree = Tree(window)
    tree.find("button", "Search").press()
    tree.find("text", "Address").write("https://…")
    tree.gone("alert")
"""

import functools
import time

from accessible import find_program
from gi.repository import GLib
from window import PATIENCE, Vanished, WindowError, until


def steady(read):
    """What read() gives; what changes while it is read is read again."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return read()
        except Vanished:
            if time.monotonic() > end:
                raise
        time.sleep(0.05)


def _asks(method):
    """A method that asks the program: one that was waited for, and has gone, is waited for again."""

    @functools.wraps(method)
    def ask(self, *arguments):
        try:
            return method(self, *arguments)
        except GLib.Error as error:
            if not self._seek:
                raise Vanished(error.message) from None
        self._it = self._seek()._it
        try:
            return method(self, *arguments)
        except GLib.Error as error:
            raise Vanished(error.message) from None

    return ask


class Node:
    """One thing on the screen. What it is and says is asked anew each time."""

    def __init__(self, accessible, window, seek=None):
        self._it = accessible
        self._window = window
        self._seek = seek

    @property
    @_asks
    def role(self):
        return self._it.role

    @property
    @_asks
    def name(self):
        """Its own name, or the words of what labels it."""
        return self._it.name or " ".join(label.text or label.name for label in self._labels())

    @property
    def path(self):
        """What tells it from all others."""
        return self._it.path

    @property
    @_asks
    def description(self):
        return self._it.description

    @property
    @_asks
    def text(self):
        """What an entry or a label holds."""
        return self._it.text

    @_asks
    def has(self, state):
        """Whether it is in a state: "showing", "focused", "sensitive", "checked", "pressed"…"""
        return self._it.has(state.upper())

    @_asks
    def children(self):
        return [Node(child, self._window) for child in self._it.children]

    def everything(self):
        """It, and all that is in it and can be seen, in the order in which it is read."""
        yield self
        for child in self.children():
            if child.has("showing"):
                yield from child.everything()

    def all(self, role, name=None):
        """All things in it of that role, and of that name where one is given; a part of it with “…”."""
        return self._seen(lambda node: node.role == role and fits(node.name, name))

    def names(self, role, name=None):
        """What all of them are called."""
        return steady(lambda: [node.name for node in self.all(role, name)])

    def find(self, role, name=None):
        """Waits for the first of them."""
        try:
            found = until(f"{role} “{name}”", lambda: self.all(role, name))[0]
        except WindowError as error:
            raise WindowError(f"{error}; there is:\n{steady(self.describe)}") from None
        return Node(found._it, self._window, lambda: self.find(role, name))

    def gone(self, role, name=None):
        """Waits until there is none of them."""
        until(f"no {role} “{name}”", lambda: not self.all(role, name))

    def says(self, words):
        """Waits until something in it is named, or holds, those words."""
        try:
            return until(f"“{words}”", lambda: self._seen(lambda node: words in node.name or words in node.text))[0]
        except WindowError as error:
            raise WindowError(f"{error}; there is:\n{steady(self.describe)}") from None

    @_asks
    def press(self):
        """Does what a click does; by a click where there is no other way, as on rows."""
        if not self._it.act():
            self.click()

    @property
    @_asks
    def place(self):
        """Where it is in the window: from the left, from the top, its width, its height."""
        return self._it.extents

    def click(self):
        """Clicks in the middle of it."""
        left, top, width, height = self.place
        self._window.click(left + width // 2, top + height // 2)

    @_asks
    def write(self, text):
        """Puts text in an entry, in the place of what it has."""
        if not self._it.write(text):
            raise WindowError(f"{self.role} “{self.name}” cannot be written in")

    def describe(self, depth=0):
        """All of it, a line each, but for boxes that say nothing."""
        lines = []
        if self.name or self.text or self.role not in ("panel", "grouping"):
            held = f" = {self.text!r}" if self.text not in ("", self.name) else ""
            lines.append("  " * depth + f"{self.role} “{self.name}”{held}")
            depth += 1
        lines.extend(child.describe(depth) for child in self.children() if child.has("showing"))
        return "\n".join(filter(None, lines))

    def _labels(self):
        return [Node(label, self._window) for label in self._it.labels]

    def _seen(self, test):
        """All in it that pass the test."""
        return steady(lambda: [node for node in self.everything() if test(node)])


class Tree(Node):
    """All of a running Sidekick."""

    def __init__(self, window):
        super().__init__(find_program(lambda program: program.process == window.program.pid), window)

    def listen(self):
        """What it says aloud, from now on."""
        return self._it.listen()

    def wait_for_catalogue(self):
        """Waits until the catalogue is open, or cannot be."""
        self.gone("progress bar", self._window.translate("Opening the catalogue…"))


def fits(name, wanted):
    if wanted is None:
        return True
    if wanted.endswith("…") and name != wanted:
        return name.startswith(wanted[:-1])
    return name == wanted

