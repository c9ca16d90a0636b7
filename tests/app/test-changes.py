# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sync changed in the tools of sessions: the banner above them, and the dialog that asks."""

import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

from checks import check, main
from feeds import feed, record
from sidekick import running
from window import until

QUIZ = record(
    "quiz",
    name="Cyberquiz",
    description="Questions for the class, with a PowerPoint.",
    inLanguage=["en"],
    timeRequired="PT20M",
    typicalAgeRange="8-12",
    encoding=[{"type": "MediaObject", "name": "Worksheet", "contentUrl": "https://example.org/a.pdf", "contentSize": "400000"}],
)
NEWER_QUIZ = {
    **QUIZ,
    "description": "Questions for the class, with a whiteboard.",
    "timeRequired": "PT25M",
    "encoding": [{**QUIZ["encoding"][0], "contentSize": "600000"}],
}
FILM = record("film", name="Film about friends", inLanguage=["en"], timeRequired="PT10M")
IDS = {"5B": "3f6d1c0a-52b7-4e0e-9c64-0d1b7a8e5b01", "6A": "3f6d1c0a-52b7-4e0e-9c64-0d1b7a8e5b02"}


def sync(folder, *records):
    """Publishes the records and has another program read them into the catalogue."""
    path = pathlib.Path(folder) / "feed.json"
    path.write_text(json.dumps(feed(*records)))
    subprocess.run([os.environ["SK_CTL"], "--data-dir", folder, "sync", path], check=True, capture_output=True)


def path_of(folder, group):
    return pathlib.Path(folder) / "sessions" / f"{IDS[group]}.sidekick"


def plan(folder, group, *tools):
    """Writes a session that pinned the tools, with a fixed time at 10:50 and the end at 11:15."""
    blocks = [{"id": "a", "kind": "welcome", "title": "Welcome", "minutes": 5}]
    for number, tool in enumerate(tools):
        blocks.append({
            "id": f"t{number}", "kind": "tool", "title": tool["name"], "minutes": 20, "resource": tool["id"],
            "record": tool, "note": "Watch Sam",
        })
    blocks.append({"id": "z", "kind": "talk", "title": "Guest", "minutes": 10, "lock": "10:50"})
    path = path_of(folder, group)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({
        "format": "sidekick-session", "version": 1, "id": IDS[group], "title": f"With {group}",
        "start": "2027-02-09T10:25", "end": "2027-02-09T11:15", "timezone": "Europe/Brussels",
        "inLanguage": ["en"], "blocks": blocks,
    }))


def blocks_of(folder, group):
    """The blocks of a session as its file has them now, by their ids."""
    return {block["id"]: block for block in json.loads(path_of(folder, group).read_text())["blocks"]}


@contextlib.contextmanager
def planning(language="en"):
    """A window with two sessions that use the quiz, one of them the film too, before a sync."""
    with tempfile.TemporaryDirectory(prefix="sidekick-") as folder:
        sync(folder, QUIZ, FILM)
        plan(folder, "5B", QUIZ, FILM)
        plan(folder, "6A", QUIZ)
        with running(language, folder=folder) as program:
            program.tree.wait_for_catalogue()
            program.tree.find("page tab", program.words("Sessions")).click()
            program.tree.says("With 5B")
            yield program


def ask(program):
    """Opens the dialog from the banner."""
    program.tree.find("button", program.words("_Show").replace("_", "")).press()
    return program.tree.find("dialog", program.words("Changed in the Catalogue"))


def press(dialog, program, words):
    dialog.find("button", program.words(words).replace("_", "")).press()


@check
def nothing_is_said_while_nothing_changed():
    with planning() as program:
        sync(program.folder, {**QUIZ, "dateModified": "2026-11-11"}, FILM, record("third"))
        program.tree.gone("button", "Show")


@check
def a_sync_is_told_and_its_words_compared():
    with planning() as program:
        sync(program.folder, NEWER_QUIZ)
        program.tree.says("2 of your sessions use tools that changed, 1 was withdrawn")
        dialog = ask(program)
        dialog.says("1 of 2")
        dialog.says("Cyberquiz")
        dialog.says("Questions for the class, with a removed: PowerPoint, new: whiteboard.")
        dialog.says("With 25 min you go 25 min past the fixed time 10:50.")
        dialog.says("removed: 20 min, new: 25 min")
        dialog.says("removed: 400.0\N{NO-BREAK SPACE}kB, new: 600.0\N{NO-BREAK SPACE}kB")
        dialog.says("unchanged")


@check
def mine_is_kept_unless_one_says_otherwise():
    with planning() as program:
        sync(program.folder, NEWER_QUIZ, FILM)
        dialog = ask(program)
        assert dialog.find("radio button", "Keep Mine").has("checked")
        press(dialog, program, "_Done")
        dialog.says("in 1 of your sessions")
        press(dialog, program, "_Done")
        program.tree.gone("dialog", "Changed in the Catalogue")
        program.tree.gone("button", "Show")
        for group in IDS:
            until(f"{group} to have kept it", lambda group=group: "kept" in blocks_of(program.folder, group)["t0"])
            assert "PowerPoint" in blocks_of(program.folder, group)["t0"]["record"]["description"]


@check
def the_new_one_is_taken_for_all_sessions():
    with planning() as program:
        sync(program.folder, NEWER_QUIZ, FILM)
        dialog = ask(program)
        dialog.find("radio button", "Take the New One").press()
        dialog.find("check box", "Also for With 6A").press()
        press(dialog, program, "_Done")
        program.tree.gone("dialog", "Changed in the Catalogue")
        program.tree.gone("button", "Show")
        for group in IDS:
            until(f"{group} to be new", lambda group=group: "whiteboard" in json.dumps(blocks_of(program.folder, group)["t0"]))
            block = blocks_of(program.folder, group)["t0"]
            assert block["minutes"] == 20 and block["note"] == "Watch Sam", block


@check
def a_withdrawn_tool_is_marked_and_taken_out_on_demand():
    with planning() as program:
        sync(program.folder, QUIZ)
        program.tree.says("1 tool in your sessions was withdrawn")
        until("it to be marked", lambda: blocks_of(program.folder, "5B")["t1"].get("withdrawn") is True)
        dialog = ask(program)
        dialog.says("Film about friends")
        dialog.says("Its publisher has withdrawn it from the catalogue.")
        dialog.find("radio button", "Take It Out").press()
        press(dialog, program, "_Done")
        program.tree.gone("dialog", "Changed in the Catalogue")
        until("it to be out", lambda: "t1" not in blocks_of(program.folder, "5B"))


@check
def later_asks_again():
    with planning() as program:
        sync(program.folder, NEWER_QUIZ, FILM)
        dialog = ask(program)
        press(dialog, program, "_Later")
        program.tree.gone("dialog", "Changed in the Catalogue")
        dialog = ask(program)
        press(dialog, program, "Keep _All")
        program.tree.gone("dialog", "Changed in the Catalogue")
        program.tree.gone("button", "Show")


@check
def it_is_asked_in_the_language_of_the_reader():
    with planning("nl") as program:
        sync(program.folder, NEWER_QUIZ)
        dialog = ask(program)
        dialog.says(program.words("removed: %s").replace("%s", "PowerPoint"))
        dialog.says(program.words("unchanged"))
        dialog.find("radio button", program.words("Take the New One")).press()
        dialog.find("button", program.words("Next Tool")).press()
        dialog.says(program.words("Take It Out"))
        dialog.find("button", program.words("Previous Tool")).press()
        until("the choice to stay", lambda: dialog.find("radio button", program.words("Take the New One")).has("checked"))
        press(dialog, program, "_Next")
        until("it to be new", lambda: "whiteboard" in json.dumps(blocks_of(program.folder, "5B")["t0"]))


main()
