# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader meets it: things with a role and a name, to be read and pressed.

    tree = Tree(window)
    tree.find("button", "Search").press()
    tree.find("text", "Address").write("https://…")
    tree.gone("alert")
"""

import functools
import time

import gi
from window import PATIENCE, Vanished, WindowError, until

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

_STATES = {
    name.lower().replace("_", "-"): getattr(Atspi.StateType, name)
    for name in ("CHECKED", "ENABLED", "EXPANDED", "FOCUSABLE", "FOCUSED", "PRESSED", "SELECTED", "SENSITIVE", "SHOWING")
}


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
        return self._it.get_role_name()

    @property
    @_asks
    def name(self):
        """Its own name, or the words of what labels it."""
        return self._it.get_name() or " ".join(label.text or label.name for label in self._labels())

    @property
    @_asks
    def description(self):
        return self._it.get_description() or ""

    @property
    @_asks
    def text(self):
        """What an entry or a label holds."""
        text = self._it.get_text_iface()
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""

    @_asks
    def has(self, state):
        """Whether it is in a state: "showing", "focused", "sensitive", "checked", "pressed"…"""
        return self._it.get_state_set().contains(_STATES[state])

    @_asks
    def children(self):
        every = [self._it.get_child_at_index(at) for at in range(self._it.get_child_count())]
        return [Node(child, self._window) for child in every if child]

    def everything(self):
        """It, and all that is in it and can be seen, in the order in which it is read."""
        yield self
        for child in self.children():
            if child.has("showing"):
                yield from child.everything()

    def all(self, role, name=None):
        """All things in it of that role, and of that name where one is given; a part of it with “…”."""
        return self._seen(lambda node: node.role == role and _fits(node.name, name))

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
        action = self._it.get_action_iface()
        if action and Atspi.Action.get_n_actions(action):
            Atspi.Action.do_action(action, 0)
        else:
            self.click()

    @property
    @_asks
    def place(self):
        """Where it is in the window: from the left, from the top, its width, its height."""
        place = self._it.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return place.x, place.y, place.width, place.height

    def click(self):
        """Clicks in the middle of it."""
        left, top, width, height = self.place
        self._window.click(left + width // 2, top + height // 2)

    @_asks
    def write(self, text):
        """Puts text in an entry, in the place of what it has."""
        if not Atspi.EditableText.set_text_contents(self._it.get_editable_text_iface(), text):
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
        for relation in self._it.get_relation_set():
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                for at in range(relation.get_n_targets()):
                    yield Node(relation.get_target(at), self._window)

    def _seen(self, test):
        """All in it that pass the test."""
        return steady(lambda: [node for node in self.everything() if test(node)])


class Tree(Node):
    """All of a running Sidekick."""

    def __init__(self, window):
        self._pid = window.program.pid
        super().__init__(until("the window to be known to screen readers", self._look), window)

    def wait_for_catalogue(self):
        """Waits until the catalogue is open, or cannot be."""
        self.gone("progress bar", self._window.translate("Opening the catalogue…"))

    def _look(self):
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(at)
            try:
                if application and application.get_process_id() == self._pid:
                    application.set_cache_mask(Atspi.Cache.NONE)
                    return application
            except GLib.Error as error:
                raise Vanished(error.message) from None
        return None


def _fits(name, wanted):
    if wanted is None:
        return True
    if wanted.endswith("…") and name != wanted:
        return name.startswith(wanted[:-1])
    return name == wanted

