# SPDX-License-Identifier: GPL-3.0-or-later
"""Sidekick on a data folder of its own, driven as a person would, in a language."""

import contextlib
import json
import pathlib
import sys
import tempfile

import sessions
from atspi import Tree
from window import LIGHT, Window, WindowError

# What libadwaita and the sanitizers say of the machine, not of the program.
MACHINE = ("swapcontext", "avahi printers will not be available")


class Sidekick:
    """The window, what is in it, and what the program complained of."""

    def __init__(self, window, tree, folder, log):
        self.window = window
        self.tree = tree
        self.folder = folder
        self._log = log

    @property
    def complaints(self):
        """What the program wrote on stderr."""
        lines = self._log.read_text(errors="replace").splitlines()
        return [line for line in lines if line and not any(word in line for word in MACHINE)]

    def words(self, text):
        """A string of the program's in the language of the window."""
        return self.window.translate(text)

    def menu(self, item):
        """Opens the main menu and presses an item of it."""
        self.window.keys("F10")
        self.tree.find("menu item", self.words(item).replace("_", "")).press()


@contextlib.contextmanager
def planning(language="en", folder=None, names=sessions.NAMES, **options):
    """Sidekick where one plans, with some of the sessions of tests/shared, or those that a folder has."""
    with contextlib.ExitStack() as stack:
        place = folder or stack.enter_context(tempfile.TemporaryDirectory(prefix="sidekick-"))
        if names:
            sessions.put(place, *names)
        program = stack.enter_context(running(language, place, **options))
        program.tree.wait_for_catalogue()
        program.window.keys("alt+2")
        program.tree.find("button", program.words("New Session"))
        yield program


def skip_group(folder):
    """Leaves behind what is kept of somebody who was asked about their group, and said nothing."""
    kept = pathlib.Path(folder) / "user.json"
    with contextlib.suppress(OSError):
        if not kept.exists():
            kept.write_text(json.dumps({"version": 1, "profile": {"languages": []}}), encoding="utf-8")


@contextlib.contextmanager
def running(language="en", folder=None, size=(1280, 800), environment=None, arguments=(), first=False, look=LIGHT):
    """Sidekick for as long as a with block; on a folder of before where one is given, in the size that
    it chooses where none is, and with files or links to open. Unless it is the first time, whoever
    uses it was asked about their group before, and said nothing."""
    with contextlib.ExitStack() as stack:
        place = folder or stack.enter_context(tempfile.TemporaryDirectory(prefix="sidekick-"))
        if not first:
            skip_group(place)
        logs = stack.enter_context(tempfile.TemporaryDirectory(prefix="sidekick-log-"))
        log = pathlib.Path(logs) / "stderr"
        with log.open("wb") as stderr:
            command = ["--data-dir", place, *arguments]
            window = Window(language, look=look, arguments=command, environment=environment, stderr=stderr)
            stack.enter_context(window)
        if size:
            window.resize(*size)
        program = Sidekick(window, Tree(window), pathlib.Path(place), log)
        try:
            yield program
        except (AssertionError, WindowError):
            print("\n".join(program.complaints), file=sys.stderr)
            raise
        if program.complaints:
            raise WindowError("The program complained:\n" + "\n".join(program.complaints))


