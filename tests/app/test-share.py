# SPDX-License-Identifier: GPL-3.0-or-later
"""Passing a session on: its code, its link, and the files that it can be."""

import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

import sessions
from checks import check, main
from planning import shows_session
from sidekick import running
from window import until

HOUR = "safer-internet-day-5b"
ROWS = ("Session", "Text Document", "Web Page", "Markdown", "Calendar", "Calendar, Block by Block", "Table", "Data")


@contextlib.contextmanager
def sharing(language="en", session=None, size=(1280, 800)):
    """The dialog on a session of a data folder of its own."""
    with tempfile.TemporaryDirectory(prefix="sidekick-") as folder:
        path, = sessions.put(folder, HOUR)
        if session:
            path.write_text(json.dumps(session))
        with running(language, folder=folder, size=size) as program:
            program.tree.wait_for_catalogue()
            program.tree.find("page tab", program.words("Sessions")).press()
            if size[0] > 700:
                program.tree.find("button", program.words("Share…")).press()
            else:
                until("the session to be shown", lambda: shows_session(program))
                program.tree.find("toggle button", program.words("Session Menu")).press()
                program.tree.find("menu item", program.words("_Share…").replace("_", "")).press()
            yield program, program.tree.find("dialog", program.words("Share"))


def link_of(program):
    """What another program says that the link is."""
    path = sessions.path_of(program.folder, HOUR)
    done = subprocess.run([os.environ["SK_CTL"], "session", "link", path], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def scanned(program):
    """What a reader of codes makes of the window."""
    with tempfile.TemporaryDirectory() as folder:
        picture = pathlib.Path(folder) / "window.png"
        program.window.save(picture)
        done = subprocess.run(["zbarimg", "--quiet", "--raw", picture], check=False, capture_output=True, text=True)
    return done.stdout.strip()


def choose(program, dialog, row):
    """Goes to a row by the keyboard, which brings it into view, and presses Enter there."""
    def is_there():
        if dialog.find("list item", row).has("focused"):
            return True
        in_list = any(dialog.find("list item", name).has("focused") for name in ROWS)
        program.window.keys("Down" if in_list else "Tab")
        program.window.settle()
        return False

    until(f"{row} to have the focus", is_there)
    program.window.keys("Return")


@check
def the_code_on_screen_is_the_link_and_every_file_is_offered():
    for language in ("nl", "fr"):
        with sharing(language) as (program, dialog):
            dialog.find("image", program.words("QR code of the session’s plan"))
            dialog.says(program.words("Left out: private notes, and the copies of tools that are kept here."))
            for row in ROWS:
                dialog.find("list item", program.words(row))
            link = link_of(program)
            assert link.startswith("sidekick:session#1.")
            until("the code to be read", lambda: scanned(program) == link)


@check
def the_link_is_copied():
    with sharing() as (program, dialog):
        heard = program.tree.listen()
        dialog.find("button", "Copy Link").press()
        heard.wait_for("Link copied")


@check
def files_are_written_where_one_likes():
    for row, suffix, begins in (("Session", "sidekick", "{"), ("Markdown", "md", "# Safer"),
                                ("Calendar", "ics", "BEGIN:VCALENDAR")):
        with sharing() as (program, dialog):
            heard = program.tree.listen()
            place = program.folder / f"passed-on.{suffix}"
            choose(program, dialog, row)
            chooser = program.tree.find("dialog", row)
            chooser.find("text").write(str(place))
            chooser.find("button", "Save").press()
            until(f"{place.name} to be written", lambda: place.exists() and place.read_text().startswith(begins))
            heard.wait_for(f"Saved “{place.name}”")


@check
def a_session_too_long_for_a_code_offers_its_file():
    session = sessions.load(HOUR)
    for number, block in enumerate(session["blocks"]):
        block["goal"] = " ".join(str(n * n * 7919 % 99991) for n in range(number * 99, number * 99 + 99))
    with sharing(session=session) as (program, dialog):
        dialog.says("Too Long for a QR Code")
        dialog.find("button", "Save a Copy…")
        dialog.gone("button", "Copy Link")


@check
def it_fits_a_telephone():
    with sharing("fr", size=(360, 720)) as (program, dialog):
        left, _, width, _ = dialog.find("image", program.words("QR code of the session’s plan")).place
        assert left >= 0 and left + width <= 360, (left, width)
        link = link_of(program)
        until("the code to be read", lambda: scanned(program) == link)


main()
