# SPDX-License-Identifier: GPL-3.0-or-later
"""The sessions by date, and all that is done with one as a whole."""

import contextlib
import datetime
import json
import pathlib
import tempfile
import uuid

import sessions
from checks import check, main
from sidekick import planning
from window import PATIENCE, until

# A session of some data folder, by how many days from today it is.
WEEK = {"Media masters": 3, "Library hour": 10, "Parents’ evening": -3, "Last month": -40}


def write(folder, title, days, **more):
    """Writes a session for a day that is so many days away."""
    start = datetime.datetime.combine(datetime.date.today() + datetime.timedelta(days), datetime.time(14))
    session = sessions.load("mediamasters-6a") | {"id": str(uuid.uuid4()), "title": title} | more
    session["start"] = start.isoformat(timespec="minutes")
    session["end"] = (start + datetime.timedelta(minutes=25)).isoformat(timespec="minutes")
    path = pathlib.Path(folder) / "sessions" / f"{session['id']}.sidekick"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(session), encoding="utf-8")
    return path


@contextlib.contextmanager
def a_week(language="en", **archived):
    """Where one plans, with two sessions that come up, two that have been, and some that are archived."""
    with tempfile.TemporaryDirectory() as folder:
        for title, days in WEEK.items():
            write(folder, title, days)
        for title in archived:
            write(folder, title, 5, archived=True)
        with planning(language, folder, names=()) as program:
            yield program


def listed(program):
    """The titles of the sessions that are listed, in their order."""
    lists = program.tree.all("list", program.words("Sessions"))
    return [name.partition(",")[0] for each in lists for name in each.names("list item")]


def lists(program, *titles):
    until(f"the list {titles}, not {listed(program)}", lambda: listed(program) == list(titles))


def on_disk(folder):
    """What the files of the sessions hold, by title."""
    found = [json.loads(path.read_text()) for path in (pathlib.Path(folder) / "sessions").glob("*.sidekick")]
    return {session["title"]: session for session in found}


def shown(program, title):
    """Waits until that session is the one that is worked on."""
    until(f"“{title}” to be shown", lambda: title in program.tree.names("heading") + program.tree.names("label"))


def choose(program, title):
    program.window.settle()
    program.tree.find("list item", f"{title}, …").click()


def menu(program, title, item):
    """Presses an item of the menu of a session in the list."""
    choose(program, title)
    until("the focus in the list", lambda: program.tree.find("list item", f"{title}, …").has("focused"))
    program.window.keys("Menu")
    program.tree.find("menu item", program.words(item).replace("_", "")).press()


def undo(program):
    """Presses what a toast offers, which is read last."""
    until("a way back", lambda: program.tree.all("button", program.words("_Undo").replace("_", "")))[-1].press()


@check
def what_comes_up_is_first_and_the_latest_of_what_has_been():
    with a_week() as program:
        lists(program, "Media masters", "Library hour", "Parents’ evening", "Last month")
        program.tree.says("Coming up")
        program.tree.says("Past")
        day = datetime.date.today() + datetime.timedelta(3)
        program.tree.find("list item", f"Media masters, {day:%A} {day.day} {day:%B} {day.year}, 14:00, 25 minutes")


@check
def archived_ones_are_folded_away():
    with a_week(Old=True) as program:
        lists(program, *WEEK)
        program.tree.find("toggle button", "1 archived session").press()
        lists(program, *WEEK, "Old")
        program.tree.says("Archived")


@check
def one_is_found_by_its_title_or_by_a_block():
    with a_week(Old=True) as program:
        lists(program, *WEEK)
        program.window.keys("ctrl+f")
        program.window.type("librar")
        lists(program, "Library hour")
        program.window.keys("ctrl+a")
        program.window.type("old")
        lists(program, "Old")
        program.window.keys("ctrl+a")
        program.window.type("zzz")
        program.tree.says("No Sessions Found")


@check
def a_new_one_is_for_safer_internet_day_and_stays():
    with tempfile.TemporaryDirectory() as folder:
        with planning("nl", folder, names=()) as program:
            program.tree.says(program.words("No Sessions Yet"))
            program.window.keys("ctrl+n")
            until("a session", lambda: len(listed(program)) == 1)
            until("it on disk", lambda: on_disk(folder))
            start = datetime.datetime.fromisoformat(next(iter(on_disk(folder).values()))["start"])
            assert (start.month, start.weekday(), start.hour) == (2, 1, 10) and 5 <= start.day <= 11, start
            program.window.keys("ctrl+q")
            assert program.window.program.wait(PATIENCE) == 0
        with planning("nl", folder, names=()) as program:
            until("the session again", lambda: len(listed(program)) == 1)


@check
def a_template_becomes_a_session_in_the_language_of_the_reader():
    with tempfile.TemporaryDirectory() as folder, planning("fr", folder, names=()) as program:
        program.tree.find("button", "Une heure de cours, …").press()
        lists(program, "Une heure de cours")
        program.tree.says("Que savons-nous déjà\u00a0?")
        until("it on disk", lambda: on_disk(folder))


@check
def a_copy_has_the_same_blocks():
    with a_week() as program:
        menu(program, "Library hour", "Dupli_cate")
        lists(program, "Media masters", "Library hour", "Library hour (copy)", "Parents’ evening", "Last month")
        both = until("both on disk", lambda: len(on_disk(program.folder)) == 5 and on_disk(program.folder))
        one, other = both["Library hour"], both["Library hour (copy)"]
        assert one["id"] != other["id"]
        assert [block["title"] for block in one["blocks"]] == [block["title"] for block in other["blocks"]]


@check
def what_is_archived_can_be_taken_back():
    with a_week("de") as program:
        menu(program, "Library hour", "_Archive")
        lists(program, "Media masters", "Parents’ evening", "Last month")
        until("it archived on disk", lambda: on_disk(program.folder)["Library hour"].get("archived"))
        undo(program)
        lists(program, *WEEK)
        until("it back on disk", lambda: not on_disk(program.folder)["Library hour"].get("archived"))


@check
def what_is_deleted_can_be_taken_back():
    with a_week() as program:
        menu(program, "Media masters", "_Delete")
        lists(program, "Library hour", "Parents’ evening", "Last month")
        until("the file to be gone", lambda: "Media masters" not in on_disk(program.folder))
        undo(program)
        lists(program, *WEEK)
        until("the file to be back", lambda: "Media masters" in on_disk(program.folder))


@check
def the_last_one_opens_again():
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as config:
        kept = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": config}
        for title, days in WEEK.items():
            write(folder, title, days)
        with planning("en", folder, names=(), environment=kept) as program:
            lists(program, *WEEK)
            choose(program, "Parents’ evening")
            until("it to be chosen", lambda: program.tree.find("list item", "Parents’ evening, …").has("selected"))
            program.window.keys("ctrl+q")
            assert program.window.program.wait(PATIENCE) == 0
        with planning("en", folder, names=(), environment=kept) as program:
            until("it to be chosen", lambda: program.tree.find("list item", "Parents’ evening, …").has("selected"))


@check
def details_change_one_step_at_a_time():
    with a_week() as program:
        choose(program, "Library hour")
        program.tree.find("button", "24 people, 11–12 years").press()
        dialog = program.tree.find("dialog", "Details")
        dialog.find("text", "Title").write("An hour in the library")
        dialog.find("text", "Place").write("Main library")
        program.window.keys("Escape")
        program.tree.gone("dialog", "Details")
        lists(program, "Media masters", "An hour in the library", "Parents’ evening", "Last month")
        until("both on disk", lambda: on_disk(program.folder).get("An hour in the library", {}).get("place"))
        program.window.keys("ctrl+z")
        until("no other place", lambda: on_disk(program.folder)["An hour in the library"].get("place") != "Main library")
        program.window.keys("ctrl+z")
        lists(program, *WEEK)
        program.window.keys("ctrl+shift+z")
        lists(program, "Media masters", "An hour in the library", "Parents’ evening", "Last month")


@check
def a_time_that_is_none_changes_nothing():
    with a_week() as program:
        choose(program, "Library hour")
        program.tree.find("button", "14:00 – 14:25").press()
        dialog = program.tree.find("dialog", "Details")
        start = dialog.find("text", "Start")
        start.write("soon")
        program.window.keys("Return")
        until("the time of before", lambda: start.text == "14:00")
        start.write("13.45")
        program.window.keys("Return")
        until("the time as it is written here", lambda: start.text == "13:45")
        program.window.keys("Escape")
        program.tree.find("button", "13:45 – 14:25")


@check
def an_earlier_version_comes_back():
    with a_week() as program:
        lists(program, *WEEK)
        menu(program, "Library hour", "_Archive")
        until("it archived on disk", lambda: on_disk(program.folder)["Library hour"].get("archived"))
        program.tree.find("toggle button", "1 archived session").press()
        choose(program, "Library hour")
        program.tree.find("toggle button", "Session Menu").press()
        program.tree.find("menu item", "Earlier Versions…").press()
        program.tree.find("dialog", "Earlier Versions").find("button", "Bring Back").press()
        program.tree.gone("dialog", "Earlier Versions")
        lists(program, *WEEK)


main()
