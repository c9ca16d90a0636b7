# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions put on paper by the program's own code, and read back with other people's tools."""

import copy
import html
import json
import os
import pathlib
import re
import subprocess
import tempfile

from checks import lasting

SESSIONS = pathlib.Path(os.environ["SK_SOURCE_ROOT"]) / "tests" / "shared" / "sessions"
POINTS_AN_INCH = 72
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


def session(name, **changes):
    """A session of the fixtures, with some of its fields replaced."""
    read = json.loads((SESSIONS / f"{name}.sidekick").read_text(encoding="utf-8"))
    return {**read, **changes}


def block(name, position, **changes):
    """A block of a session of the fixtures, with some of its fields replaced."""
    return {**copy.deepcopy(session(name)["blocks"][position]), **changes}


class Sheet:
    """A PDF, and what is in it."""

    def __init__(self, plan, kind, languages="nl", large=False):
        folder = pathlib.Path(lasting.enter_context(tempfile.TemporaryDirectory()))
        self.pdf = folder / "sheet.pdf"
        file = folder / "plan.sidekick"
        file.write_text(json.dumps(plan), encoding="utf-8")
        command = [os.environ["SK_WRITE_SHEET"], file, kind, languages, self.pdf]
        done = subprocess.run([*command, *(["large"] if large else [])], check=True, text=True,
                              stdout=subprocess.PIPE)
        self.pages = int(done.stdout)

    def _run(self, *command):
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout

    def info(self):
        lines = self._run("pdfinfo", self.pdf).decode().splitlines()
        return {name: value.strip() for name, value in (line.split(":", 1) for line in lines)}

    def complaints(self):
        """What a reader of PDFs has to say against it."""
        done = subprocess.run(["pdfinfo", "-struct", self.pdf], check=True, text=True, capture_output=True)
        return done.stderr

    def fonts(self):
        """Whether each font is embedded, a subset, and can be turned back into letters."""
        lines = self._run("pdffonts", self.pdf).decode().splitlines()[2:]
        return [line.split()[-5:-2] for line in lines]

    def structure(self):
        return self._run("pdfinfo", "-struct-text", self.pdf).decode()

    def text(self, page=None):
        """Its words in the order of its structure of lines, with plain spaces."""
        where = ["-f", str(page), "-l", str(page)] if page else []
        return " ".join(self._run("pdftotext", "-layout", *where, self.pdf, "-").decode().split())

    def words(self):
        """Of each page the words and where they are, in points: (left, top, right, bottom, word)."""
        pages = self._run("pdftotext", "-bbox", self.pdf, "-").decode().split("<page ")[1:]
        return [[(*map(float, found[:4]), html.unescape(found[4])) for found in WORD.findall(page)]
                for page in pages]

    def pixels(self, page, dots=100):
        """A page in grey: its width, its height, and a byte a pixel."""
        image = self._run("pdftoppm", "-gray", "-r", str(dots), "-f", str(page), "-l", str(page), self.pdf)
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", image)
        return int(header[1]), int(header[2]), image[header.end():]

    def codes(self):
        """What a reader of QR codes sees on its first page."""
        picture = self.pdf.with_suffix("")
        self._run("pdftoppm", "-gray", "-r", "200", "-f", "1", "-l", "1", "-singlefile", "-png", self.pdf,
                  picture)
        return self._run("zbarimg", "--quiet", "--raw", f"{picture}.png").decode().split()


def ink_outside(sheet, margin):
    """How many pixels are not white within so many points of the edges, on each page."""
    counts = []
    for page in range(1, sheet.pages + 1):
        width, height, pixels = sheet.pixels(page)
        edge = int(margin * 100 / POINTS_AN_INCH) - 1
        white = bytes([255])
        rows = [pixels[y * width:(y + 1) * width] for y in range(height)]
        ink = sum(len(row) - row.count(white) for row in rows[:edge] + rows[-edge:])
        ink += sum(edge - row[:edge].count(white) + edge - row[-edge:].count(white)
                   for row in rows[edge:-edge])
        counts.append(ink)
    return counts


def overlaps(sheet):
    """The pairs of words that are printed over each other."""
    found = []
    for page in sheet.words():
        for number, (left, top, right, bottom, word) in enumerate(page):
            inset = (bottom - top) * 0.25
            found += [(word, other[4]) for other in page[number + 1:]
                      if left + 0.5 < other[2] - 0.5 and other[0] + 0.5 < right - 0.5
                      and top + inset < other[3] - inset and other[1] + inset < bottom - inset]
    return found
