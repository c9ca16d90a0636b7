# SPDX-License-Identifier: GPL-3.0-or-later
"""A session that is open in the window, and what of it is on disk."""

import contextlib
import json
import pathlib
import tempfile

import checks
from atspi import steady
from sessions import load, path_of, put
from sidekick import running
from window import WindowError, until


class Plan:
    """The timeline of a session, and its file."""

    def __init__(self, program, name):
        self.program = program
        self.window = program.window
        self.name = name
        self.path = path_of(program.folder, name)

    def saved(self):
        """The session as it is on disk."""
        return json.loads(self.path.read_text(encoding="utf-8"))

    def blocks(self):
        return self.saved()["blocks"]

    def ids(self):
        return [block["id"] for block in self.blocks()]

    def block(self, id):
        """A block, or a lane of one, as it is on disk; nothing where there is none."""
        for block in self.blocks():
            for each in (block, *block.get("lanes", ())):
                if each["id"] == id:
                    return each
        return {}

    def becomes(self, what, test):
        """Waits until the file is so."""
        try:
            return until(what, test)
        except WindowError as error:
            blocks = [(block["id"], block["title"], block["minutes"]) for block in self.blocks()]
            raise WindowError(f"{error}; there is {blocks}") from None

    def order(self, *ids):
        """Waits until the blocks of the file are these, in this order."""
        self.becomes(f"the blocks {ids}", lambda: self.ids() == list(ids))

    def lasts(self, id, minutes):
        self.becomes(f"{id} to last {minutes} minutes", lambda: self.block(id)["minutes"] == minutes)

    def labels(self):
        """What all blocks are called, lanes after their groups."""
        return self.program.tree.names("list item")

    def find(self, title):
        """The block of that title."""
        return self.program.tree.find("list item", f"{title}, …")

    def focus(self, title):
        """Puts the focus on a block, by its title."""
        left, top, _width, _height = self.find(title).place
        self.window.click(left + 20, top + 12)
        self.focused(title)

    def focused(self, title):
        """Waits until the focus is on that block."""
        until(f"the focus on “{title}”", lambda: steady(lambda: self.find(title).has("focused")))

    def keys(self, *names):
        self.window.keys(*names)

    def middle(self, title, down=0.5):
        left, top, width, height = self.find(title).place
        return left + width // 2, top + round(height * down)


def open_session(program, title):
    """Goes to a session by the list of them."""
    program.tree.find("page tab", program.words("Sessions")).press()
    program.tree.find("list item", f"{title}, …").click()


# The window that a check left open for the next one, and how to close it.
_left = []
_closing = checks.lasting.enter_context(contextlib.ExitStack())


@contextlib.contextmanager
def unchanged(name):
    """A session as it was written, in English: that of the check before, unless something went wrong
    in it. Checks that need another window come after those that share this one."""
    with _closing.pop_all() as stack:
        plan = _left.pop() if _left else stack.enter_context(planning(name))
        while plan.blocks() != load(name)["blocks"]:
            before = plan.saved()["edits"]
            plan.program.tree.find("button", "Undo…").press()
            until("a step to be taken back", lambda before=before: plan.saved()["edits"] != before)
        yield plan
        if plan.program.complaints:
            raise AssertionError("The program complained:\n" + "\n".join(plan.program.complaints))
        _left.append(plan)
        _closing.push(stack.pop_all())


@contextlib.contextmanager
def planning(name, *others, language="en", size=(1280, 800)):
    """A session that is open, on a data folder of its own that has it and perhaps others."""
    with tempfile.TemporaryDirectory(prefix="sidekick-") as folder:
        put(pathlib.Path(folder), name, *others)
        with running(language, folder=folder, size=size) as program:
            open_session(program, load(name)["title"])
            plan = Plan(program, name)
            plan.find(load(name)["blocks"][0]["title"])
            yield plan


def shows_session(program):
    """Whether the session is there, which is chosen in the list where that is what is there."""
    if program.tree.all("list item", "Welkom: wie was gisteren online?, …"):
        return True
    for row in program.tree.all("list item", "Safer Internet Day met 5B…"):
        row.click()
    return False
