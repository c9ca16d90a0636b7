# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real sidekickctl on folders of its own, and says in TAP what came of it."""

import json
import os
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.environ["SK_CTL"]
SOURCE = os.environ["SK_SOURCE_ROOT"]
TIMEOUT = 60

_checks = []


def check(function):
    """Marks a function as a check; its name, read as words, is the check's."""
    _checks.append(function)
    return function


def main():
    """Runs the checks in the order in which they stand."""
    failed = 0
    print(f"1..{len(_checks)}", flush=True)
    for number, function in enumerate(_checks, start=1):
        try:
            function()
            verdict = "ok"
        except Exception:
            verdict = "not ok"
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
        print(f"{verdict} {number} - {function.__name__.replace('_', '-')}", flush=True)
    sys.exit(1 if failed else 0)


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


def theme(name):
    return {"id": "https://w3id.org/sidekick/theme/" + name, "type": "Concept"}


def record(slug, **more):
    """The least record that a feed may hold, and what else is given."""
    return {
        "@context": ["https://w3id.org/kim/amb/context.jsonld", {"@language": "en"}],
        "id": "https://example.org/tools/" + slug,
        "type": ["LearningResource"],
        "name": slug,
        **more,
    }


def feed(*records, name="Example feed"):
    return {
        "@context": ["https://schema.org", {"@language": "en"}],
        "type": "DataFeed",
        "name": name,
        "dataFeedElement": [{"type": "DataFeedItem", "item": each} for each in records],
    }


def names(answer):
    return [result["name"] for result in answer["results"]]
