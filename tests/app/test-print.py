# SPDX-License-Identifier: GPL-3.0-or-later
"""A session on paper: what is shown before it is printed, and what becomes of it."""

import contextlib
import os
import pathlib
import shutil
import subprocess
import tempfile

from checks import check, main
from planning import shows_session
from sidekick import running
from window import until

SESSIONS = pathlib.Path(os.environ["SK_SOURCE_ROOT"]) / "tests" / "shared" / "sessions"
MINE = "safer-internet-day-5b.sidekick"
ID = "3f6d1c0a-52b7-4e0e-9c64-0d1b7a8e5b01"


@contextlib.contextmanager
def printing(language="en", size=(1280, 800)):
    """The window of a session, with the dialog that prints it."""
    with tempfile.TemporaryDirectory(prefix="sidekick-") as folder:
        home = pathlib.Path(folder) / "home"
        home.mkdir()
        sessions = pathlib.Path(folder) / "data" / "sessions"
        sessions.mkdir(parents=True)
        shutil.copy(SESSIONS / MINE, sessions / f"{ID}.sidekick")
        environment = {"HOME": str(home), "GDK_DEBUG": "no-portals"}
        # What is printed to a file comes into the folder that the program was started in.
        with (contextlib.chdir(home),
              running(language, folder=sessions.parent, size=size, environment=environment) as program):
            program.tree.wait_for_catalogue()
            program.window.keys("alt+2")
            until("the session to be shown", lambda: shows_session(program))
            program.window.keys("ctrl+p")
            program.tree.find("dialog", program.words("Print"))
            yield program, home


def text_of(pdf):
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split())


def save(program, home):
    """Saves what is shown as a PDF, and reads it."""
    pdf = home / "sheet.pdf"
    program.tree.find("button", program.words("_Save as PDF…").replace("_", "")).press()
    program.tree.find("text", "…").write(str(pdf))
    program.window.keys("Return")
    until("the PDF to be there", lambda: pdf.exists() and pdf.stat().st_size > 0)
    return text_of(pdf)


@check
def the_pages_are_shown_and_the_paper_counted():
    with printing() as (program, _home):
        program.tree.find("image", "Page 1 of 1")
        program.tree.says("1 sheet of paper")
        program.tree.find("radio button", "Home").press()
        program.tree.says("1 sheet of paper for two families")


@check
def large_print_takes_more_paper():
    with printing() as (program, _home):
        program.tree.says("1 sheet of paper")
        program.tree.find("check box", "Large Print").click()
        program.tree.says("3 sheets of paper, or 2 on both sides")
        program.tree.find("image", "Page 3 of 3")


@check
def what_is_shown_is_saved_whatever_the_language_of_the_program():
    for language in ["nl", "fr"]:
        with printing(language) as (program, home):
            program.tree.find("image", program.words("Page %u of %u").replace("%u", "1"))
            text = save(program, home)
            assert "Blad voor de begeleider" in text and "116 000" in text, text


@check
def a_second_language_stands_beside_the_first():
    with printing() as (program, home):
        program.tree.says("1 sheet of paper")
        program.tree.find("combo box", "Beside It").click()
        program.window.settle()
        program.window.keys("Down", "Down", "Return")
        program.tree.says("2 sheets of paper, or 1 on both sides")
        text = save(program, home)
        assert "Feuille de l’animateur" in text and "Blad voor de begeleider" in text, text


@check
def it_fits_a_phone():
    with printing(size=(360, 720)) as (program, _home):
        program.tree.says("1 sheet of paper")
        program.tree.find("image", "Page 1 of 1")
        assert program.window.measure()[0] == 360


@check
def what_is_printed_to_a_file_is_what_was_shown():
    with printing() as (program, home):
        program.tree.says("1 sheet of paper")
        program.tree.all("button", "Print…")[-1].press()
        program.tree.find("table cell", "Print to File").click()
        program.tree.find("button", "Print").press()
        printed = home / "output.pdf"
        until("the file to be whole", lambda: printed.exists() and b"%%EOF" in printed.read_bytes()[-16:])
        text = text_of(printed)
        assert "Blad voor de begeleider" in text and "116 000" in text, text


main()
