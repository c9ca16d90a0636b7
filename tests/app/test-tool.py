# SPDX-License-Identifier: GPL-3.0-or-later
"""What one does with a tool on its page: add it to a session, pass it on, keep it, note something."""

import contextlib
import json
import tempfile

import sessions
from browsing import open_tool, searched
from checks import check, main
from sidekick import running
from window import until

HOUR = "safer-internet-day-5b"
TOOL = "AI for Oceans"
TOOL_ID = "https://w3id.org/sidekick/starter/ai-for-oceans"
ADDRESS = "https://code.org/oceans"


@contextlib.contextmanager
def tool(language="en", name=TOOL, folder=None, size=(1280, 800), kept=(HOUR,)):
    """The page of a tool, on a data folder that has some sessions."""
    with contextlib.ExitStack() as stack:
        place = folder or stack.enter_context(tempfile.TemporaryDirectory(prefix="sidekick-"))
        if kept:
            sessions.put(place, *kept)
        program = stack.enter_context(running(language, folder=place, size=size))
        open_tool(program, name)
        yield program


def held(program):
    """The sessions on disk, each as its title and what its blocks are of."""
    found = []
    for path in (program.folder / "sessions").glob("*.sidekick"):
        session = json.loads(path.read_text(encoding="utf-8"))
        found.append((session["title"], [block.get("record", {}).get("id") or block["id"] for block in session["blocks"]]))
    return sorted(found)


def choose_session(program, label):
    """Chooses from the menu beside the button that adds."""
    program.tree.find("toggle button", program.words("Choose a Session")).press()
    program.tree.find("menu item", label).press()


def more(program, item):
    """Chooses from the menu of the page."""
    program.tree.find("toggle button", program.words("More About This Tool")).press()
    program.tree.find("menu item", program.words(item).replace("_", "")).press()


def press(program, label):
    program.tree.find("button", program.words(label).replace("_", "")).press()


@check
def where_none_is_in_hand_a_session_begins_which_goes_with_the_step_back():
    with tool(kept=()) as program:
        press(program, "_Add to Session")
        until("a session with the tool", lambda: held(program) == [("New session", [TOOL_ID])])
        press(program, "_Undo")
        until("none again", lambda: held(program) == [])
        choose_session(program, "New Session")
        until("another one", lambda: held(program) == [("New session", [TOOL_ID])])


@check
def its_link_is_copied():
    with tool("fr") as program:
        more(program, "_Copy Link")
        program.tree.says(program.words("Link copied"))
        program.window.keys("ctrl+f", "ctrl+a", "ctrl+v")
        searched(program, ADDRESS)


main()
