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
TITLE = sessions.load(HOUR)["title"]
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


def user(program):
    path = program.folder / "user.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def tool_kept(program):
    """What is kept about the tool."""
    return user(program).get("tools", {}).get(TOOL_ID, {})


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
def the_session_in_hand_is_the_one_that_was_worked_on():
    with tool() as program:
        choose_session(program, f"{TITLE} · …")
        program.tree.says("Added to “")
        program.window.keys("alt+Left")
        open_tool(program, "NewsWise")
        press(program, "_Add to Session")
        until("both in the session", lambda: len(held(program)) == 1 and len(held(program)[0][1]) == 8)
        choose_session(program, f"{TITLE} · …")
        until("all three", lambda: len(held(program)[0][1]) == 9)


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


@check
def a_favourite_is_one_after_a_restart_too():
    with tempfile.TemporaryDirectory(prefix="sidekick-") as folder:
        with tool("nl", folder=folder) as program:
            star = program.tree.find("toggle button", program.words("Keep as a Favourite"))
            assert not star.has("pressed")
            program.window.keys("ctrl+d")
            program.tree.find("toggle button", program.words("Favourite: press to forget it"))
            until("it on disk", lambda: "favourite" in tool_kept(program))
        with tool("fr", folder=folder) as program:
            star = program.tree.find("toggle button", program.words("Favourite: press to forget it"))
            assert star.has("pressed")
            star.press()
            program.tree.find("toggle button", program.words("Keep as a Favourite"))
            until("it gone from the disk", lambda: "favourite" not in tool_kept(program))


@check
def a_note_is_kept_while_it_is_written():
    with tempfile.TemporaryDirectory(prefix="sidekick-") as folder:
        with tool("de", folder=folder) as program:
            program.tree.find("text", program.words("Your Notes")).click()
            program.window.type("Zuerst selbst spielen")
            until("it on disk", lambda: tool_kept(program).get("note") == "Zuerst selbst spielen")
        with tool("nl", folder=folder) as program:
            note = program.tree.find("text", program.words("Your Notes"))
            until("the note", lambda: note.text == "Zuerst selbst spielen")
            note.click()
            program.window.keys("ctrl+a", "Delete")
            until("no note", lambda: "note" not in tool_kept(program))
            program.window.keys("ctrl+z")
            until("the note again", lambda: tool_kept(program).get("note") == "Zuerst selbst spielen")


@check
def a_dead_link_is_marked_with_the_day_until_it_works_again():
    with tempfile.TemporaryDirectory(prefix="sidekick-") as folder:
        with tool("fr", folder=folder) as program:
            more(program, "This Link Is _Dead")
            program.tree.says(program.words("Link marked as dead"))
            until("the mark on disk", lambda: tool_kept(program).get("deadLink", {}).get("url") == ADDRESS)
            press(program, "_Undo")
            until("no mark", lambda: "deadLink" not in tool_kept(program))
            more(program, "This Link Is _Dead")
            until("the mark on disk", lambda: "deadLink" in tool_kept(program))
        with tool("nl", folder=folder) as program:
            program.tree.says(program.words("You marked this link as dead on %s").partition("%s")[0])
            press(program, "Link _Works Again")
            program.tree.gone("button", program.words("Link _Works Again").replace("_", ""))
            until("no mark", lambda: "deadLink" not in tool_kept(program))


main()
