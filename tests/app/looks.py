# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on screen, as the program itself draws it: which words, and whether there was room for them."""

import contextlib
import dataclasses
import gettext
import os
import pathlib
import re
import signal
import struct
import tempfile
import time

from sidekick import running
from window import LANGUAGES, PREFIX, until

MODULES = os.environ["SK_LOOKS_MODULES"]

# In seconds, for which nothing changes on a screen that is at rest.
REST = 0.3
# What stands for something else in the words of the program, as in “%u tools”.
PLACE = re.compile(r"%(?:\d\$)?[a-z]")


@dataclasses.dataclass(frozen=True)
class Words:
    kind: str
    """label, shortened, tooltip or hint."""
    place: str
    """The types of the widgets from the window on, with the style classes of the last."""
    text: str


class Looks:
    """A running Sidekick that says what it shows."""

    def __init__(self, program, file):
        self.program = program
        self._file = file

    def words(self):
        """All that can be read, once it stays the same."""
        before, now = None, self._read()
        while now != before:
            time.sleep(REST)
            before, now = now, self._read()
        return now

    def _read(self):
        self._file.unlink(missing_ok=True)
        self.program.window.program.send_signal(signal.SIGUSR1)
        until("what is on screen", self._file.exists)
        lines = self._file.read_text(encoding="utf-8").splitlines()
        return [Words(*line.split("\t")) for line in lines]


@contextlib.contextmanager
def looking(language, **options):
    """Sidekick for as long as a with block, in a language."""
    with tempfile.TemporaryDirectory(prefix="sidekick-looks-") as folder:
        file = pathlib.Path(folder) / "looks"
        environment = {"GIO_EXTRA_MODULES": MODULES, "SK_LOOKS": str(file)}
        with running(language, environment=environment, **options) as program:
            yield Looks(program, file)


def entries(language):
    """The words of the program as (English, own) pairs, each a list of its forms; none in English."""
    if language == "en":
        return []
    found = gettext.find("sidekick", PREFIX / "share" / "locale", [LANGUAGES[language], language])
    data = pathlib.Path(found).read_bytes()
    _magic, _revision, number, *tables = struct.unpack_from("<5I", data)

    def forms(table, i):
        length, offset = struct.unpack_from("<2I", data, table + 8 * i)
        return data[offset : offset + length].decode().rpartition("\x04")[2].split("\0")

    return [tuple(forms(table, i) for table in tables) for i in range(number)]


def pattern(words):
    """What matches some words, whatever stands in their places and with or without a mnemonic."""
    kinds = {place: r"\d+" if place[-1] in "ud" else "(.+)" for place in PLACE.findall(words)}
    parts = re.split(f"({PLACE.pattern})", words.replace("_", ""))
    return re.compile("".join(kinds.get(part) or re.escape(part) for part in parts))


def says_much(words):
    """Whether some words cannot be taken for what stands between others, as in “%s or %s”."""
    letters = len(re.findall(r"[^\W\d]", PLACE.sub("", words)))
    return letters >= (6 if "s" in {place[-1] for place in PLACE.findall(words)} else 2)


class Untranslated:
    """Finds what is shown in English to somebody who reads another language."""

    def __init__(self, language):
        self._english, self._own = [], []
        for english, own in entries(language):
            self._english += [pattern(one) for one in english if one not in own and says_much(one)]
            self._own += [pattern(one) for one in own if says_much(one)]

    def __contains__(self, text):
        def fits(patterns):
            return any(each.fullmatch(text) for each in patterns)

        return fits(self._english) and not fits(self._own)
