# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions that come from elsewhere: as a file, as a link; what became of each is said."""

import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

import sessions
from checks import check, main
from sidekick import planning, running
from window import until

NAME = "safer-internet-day-5b"
TITLE = "Safer Internet Day met 5B"


@contextlib.contextmanager
def a_file(**changes):
    """A session's file outside of the data folder, with some fields changed."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "session.sidekick"
        path.write_text(json.dumps(sessions.load(NAME) | changes), encoding="utf-8")
        yield path


def link_of(path):
    done = subprocess.run([os.environ["SK_CTL"], "session", "link", path], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def says(program, words):
    """Waits until those words, with the title in them, are said in the language of the window."""
    program.tree.says(program.words(words) % TITLE)


def holds(folder, count):
    until(f"{count} sessions", lambda: len(list((pathlib.Path(folder) / "sessions").glob("*.sidekick"))) == count)


@check
def a_file_on_the_command_line_becomes_a_copy():
    with a_file() as path, running("nl", arguments=[path]) as program:
        says(program, "“%s” is now one of your sessions")
        program.tree.find("list item", f"{TITLE}, …")
        holds(program.folder, 1)
        assert json.loads(path.read_text(encoding="utf-8"))["id"] == sessions.load(NAME)["id"]


@check
def what_is_here_already_is_not_here_twice():
    with a_file() as path, tempfile.TemporaryDirectory() as folder:
        sessions.put(folder, NAME)
        with running("fr", folder, arguments=[path]) as program:
            says(program, "“%s” was here already, with all that is in what you opened")
            holds(folder, 1)


@check
def what_went_on_elsewhere_moves_forward():
    edits = sessions.load(NAME).get("edits", {}) | {"feedcafe": 3}
    with a_file(edits=edits, place="Bibliotheek") as path, tempfile.TemporaryDirectory() as folder:
        sessions.put(folder, NAME)
        with running("de", folder, arguments=[path]) as program:
            says(program, "“%s” was here, and is now as far as what you opened")
            holds(folder, 1)
            kept = sessions.path_of(folder, NAME)
            until("its place on disk", lambda: json.loads(kept.read_text(encoding="utf-8")).get("place") == "Bibliotheek")


@check
def two_that_went_apart_are_both_kept():
    with a_file(edits={"feedcafe": 3}, place="Elders") as path, tempfile.TemporaryDirectory() as folder:
        sessions.put(folder, NAME)
        here = sessions.path_of(folder, NAME)
        here.write_text(json.dumps(sessions.load(NAME) | {"edits": {"cafefeed": 2}}), encoding="utf-8")
        with running("en", folder, arguments=[path]) as program:
            program.tree.says("was changed here and elsewhere: both are kept")
            holds(folder, 2)


@check
def one_of_a_newer_sidekick_can_only_be_read():
    with a_file(version=99, somethingNew={"a": 1}) as path, running("en", arguments=[path]) as program:
        says(program, "“%s” was made by a newer Sidekick: it can be read, not changed")
        program.tree.says("This session was made by a newer Sidekick. It can be read, but not changed.")


@check
def what_is_no_session_is_explained():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "broken.sidekick"
        path.write_text("{ this is no session")
        with running("en", arguments=[path]) as program:
            program.tree.find("alert", "The Session Cannot Be Opened")
            program.window.keys("Escape")
            program.tree.says("No Sessions Yet")


@check
def a_link_brings_the_session_and_its_tools():
    with a_file() as path:
        link = link_of(path)
    with running("en", arguments=[link]) as program:
        says(program, "“%s” is now one of your sessions")
        holds(program.folder, 1)
        kept = json.loads(sessions.path_of(program.folder, NAME).read_text(encoding="utf-8"))
        tools = [block for block in kept["blocks"] if block["kind"] == "tool"]
        assert tools and all("record" in tool for tool in tools), tools


@check
def a_link_can_be_pasted():
    with a_file() as path:
        link = link_of(path)
    with planning("en", names=()) as program:
        program.tree.find("button", "Paste a Session Link…").press()
        dialog = program.tree.find("alert", "Paste a Session Link")
        entry = dialog.find("text", "Link")
        entry.write("https://example.org/")
        assert not dialog.find("button", "Open").has("sensitive")
        entry.write(link)
        until("the button to be of use", lambda: dialog.find("button", "Open").has("sensitive"))
        dialog.find("button", "Open").press()
        program.tree.find("list item", f"{TITLE}, …")


@check
def tools_that_the_catalogue_has_not_are_counted():
    blocks = [
        {"id": "b1", "kind": "tool", "title": "Elders", "minutes": 20, "resource": "https://example.org/nowhere"},
        {"id": "b2", "kind": "talk", "title": "Praten", "minutes": 10},
    ]
    with a_file(blocks=blocks) as path:
        link = link_of(path)
    with running("en", arguments=[link]) as program:
        program.tree.says("1 of its tools is not in your catalogue: only its title is known")
        program.tree.find("list item", f"{TITLE}, …")


@check
def a_cut_off_link_is_explained():
    with a_file() as path:
        link = link_of(path)
    with running("en", arguments=[link[: len(link) // 2]]) as program:
        program.tree.find("alert", "The Session Cannot Be Opened")
        program.tree.says("damaged or cut off")


main()
