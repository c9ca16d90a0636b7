# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real sidekickctl on folders of its own, and says in TAP what came of it."""

import json
import os
import subprocess
import tempfile
import time

from checks import check, main
from feeds import feed, record, theme

__all__ = ["TIMEOUT", "Answer", "Catalogue", "check", "environment", "feed", "main", "names", "record", "run", "theme", "until"]

PROGRAM = os.environ["SK_CTL"]
SOURCE = os.environ["SK_SOURCE_ROOT"]
TIMEOUT = 120


class Answer:
    """What one run of the program left."""

    def __init__(self, status, out, err):
        self.status = status
        self.out = out.decode("utf-8", "replace")
        # What the address sanitizer says of fibers is no word of the program.
        lines = err.decode("utf-8", "replace").splitlines(keepends=True)
        self.err = "".join(line for line in lines if "swapcontext" not in line)

    @property
    def json(self):
        return json.loads(self.out)

    def must(self, status):
        """The same, after checking the exit status and the rule of one line on failure."""
        assert self.status == status, f"status {self.status}, not {status}: {self.out}{self.err}"
        if status != 0:
            assert self.err.count("\n") == 1, f"not one line: {self.err!r}"
        return self


class Catalogue:
    """A data folder in a temporary place, empty at first."""

    def __init__(self, starter=False):
        self._folder = tempfile.TemporaryDirectory(prefix="sidekickctl-")
        self.folder = self._folder.name
        self.data = os.path.join(self.folder, "data")
        self.options = ["--data-dir", self.data] + ([] if starter else ["--no-starter"])

    def run(self, *words):
        return run(*self.options, *words)

    def feed(self, stdin, *words):
        return run(*self.options, *words, stdin=stdin)

    def json(self, *words):
        return self.run("--json", *words).must(0).json

    def write(self, name, content):
        """Writes a file beside the data folder and says where it is."""
        path = os.path.join(self.folder, name)
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        with open(path, "wb") as file:
            file.write(data)
        return path


def environment(**more):
    return {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", **more}


def run(*words, stdin=b"", **more):
    done = subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, timeout=TIMEOUT,
                          env=environment(**more), check=False)
    return Answer(done.returncode, done.stdout, done.stderr)


def until(what, get):
    """What get() returns as soon as it is true."""
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        value = get()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f"Waited {TIMEOUT} seconds in vain: {what}")


def names(answer):
    return [result["name"] for result in answer["results"]]
