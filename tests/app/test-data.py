# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import json
import pathlib
import tempfile
import zipfile

import sessions
from checks import check, main
from sidekick import running

TOOL = "https://w3id.org/sidekick/starter/15-und-medienfit"
GONE = "https://example.org/gone"
HOUR = "safer-internet-day-5b"


def keep(folder, tools):
    """What somebody kept before the window is opened."""
    pathlib.Path(folder, "user.json").write_text(json.dumps({"version": 1, "tools": tools}))


def kept(program):
    path = program.folder / "user.json"
    return json.loads(path.read_text())["tools"] if path.exists() else {}


def your_data(program):
    """The page of the preferences where one's own data is."""
    program.window.keys("ctrl+comma")
    dialog = program.tree.find("dialog", program.words("Preferences"))
    dialog.find("page tab", program.words("Your Data")).press()
    return dialog


def save_as(program, title, path):
    chooser = program.tree.find("dialog", program.words(title))
    chooser.find("text").write(str(path))
    chooser.find("button", "Save").press()


@check
def all_of_it_is_exported_to_one_file():
    with tempfile.TemporaryDirectory() as folder:
        keep(folder, {TOOL: {"favourite": "2027-01-01T10:00:00Z"}})
        sessions.put(folder, HOUR)
        with running(folder=folder) as program:
            heard = program.tree.listen()
            place = program.folder / "mine.zip"
            your_data(program).find("button", "Export…").press()
            save_as(program, "Export Your Data", place)
            heard.wait_for("Saved “mine.zip”")
            with zipfile.ZipFile(place) as file:
                assert [pathlib.Path(name).suffix for name in file.namelist()] == [".json", ".json", ".sidekick"]
                assert json.loads(file.read("user.json"))["tools"] == kept(program)


@check
def dead_links_are_copied_and_saved_for_their_publishers():
    with tempfile.TemporaryDirectory() as folder:
        keep(folder, {TOOL: {"deadLink": {"url": GONE, "date": "2027-02-09"}}})
        with running(folder=folder) as program:
            program.tree.wait_for_catalogue()
            heard = program.tree.listen()
            dialog = your_data(program)
            dialog.says("1 link reported")
            dialog.find("button", "Copy the List").press()
            heard.wait_for("List copied")
            dialog.find("button", "Save as a Table…").press()
            place = program.folder / "links.csv"
            save_as(program, "Save the Reported Links", place)
            heard.wait_for("Saved “links.csv”")
            head, row = csv.reader(place.read_text().splitlines())
            assert head == ["Title", "Publisher", "Link", "Reported"]
            assert row[2:] == [GONE, "2027-02-09"] and all(row), row


@check
def who_reported_none_is_shown_none():
    with running("nl") as program:
        dialog = your_data(program)
        dialog.find("button", program.words("_Export…").replace("_", ""))
        dialog.gone("button", program.words("Copy the List"))


main()
