# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets that a session is printed on, a picture a page."""

import dataclasses
import pathlib
import subprocess
import tempfile
from collections.abc import Sequence

# It finds the modules of the tests.
from gallery_plan import FULL, SESSIONS
import sessions
from window import LANGUAGES, PREFIX

DOTS_PER_INCH = 110
# The language that stands beside another.
OTHERS = {"nl": "fr", "fr": "nl", "de": "fr", "en": "nl"}


@dataclasses.dataclass
class Sheet:
    """A sheet of paper, as sidekickctl is asked for it."""

    name: str
    arguments: Sequence[str]
    two: bool = False
    """In two languages, side by side."""
    session: str | None = None
    """Another one than that of the language."""


SHEETS = [
    Sheet("sheet-leader", ["--sheet", "leader"]),
    Sheet("sheet-leader-full", ["--sheet", "leader"], session=FULL),
    Sheet("sheet-leader-large", ["--sheet", "leader", "--large-print"]),
    Sheet("sheet-leader-two", ["--sheet", "leader"], two=True),
    Sheet("sheet-wall", ["--sheet", "wall"]),
    Sheet("sheet-wall-full", ["--sheet", "wall"], session=FULL),
    Sheet("sheet-wall-large", ["--sheet", "wall", "--large-print"]),
    Sheet("sheet-family", ["--sheet", "family"]),
    Sheet("sheet-family-large", ["--sheet", "family", "--large-print"]),
    Sheet("sheet-family-two", ["--sheet", "family"], two=True),
]


def draw(sheet, language, out):
    """Exports a sheet in a language, and pictures its pages; what went wrong, or nothing."""
    languages = f"{language},{OTHERS[language]}" if sheet.two else language
    session = sessions.FOLDER / f"{sheet.session or SESSIONS[language]}.sidekick"
    with tempfile.TemporaryDirectory() as folder:
        pdf = pathlib.Path(folder) / "sheet.pdf"
        for command in (
            [PREFIX / "bin" / "sidekickctl", "session", "export", session, "--to", "pdf",
             *sheet.arguments, "--language", languages, "-o", pdf],
            ["pdftoppm", "-png", "-r", str(DOTS_PER_INCH), pdf, out / f"{sheet.name}-{language}"],
        ):
            done = subprocess.run(command, check=False, capture_output=True, text=True)
            if done.returncode:
                return f"{sheet.name} {language}: {done.stderr.strip()}"
    return None


def pictures(sheet, out):
    """The names of its pages that were made, by language."""
    return [path.name for language in LANGUAGES for path in sorted(out.glob(f"{sheet.name}-{language}-*.png"))]
