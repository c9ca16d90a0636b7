# SPDX-License-Identifier: GPL-3.0-or-later
"""The least of the Test Anything Protocol: named checks that pass or say what they found."""

import json
import os
import sys

SOURCE = os.environ["SK_SOURCE_ROOT"]
ROOT = os.environ["SK_W3ID_ROOT"]


def load(*path):
    """Reads a JSON file of the source tree."""
    with open(os.path.join(SOURCE, *path), encoding="utf-8") as file:
        return json.load(file)


def run(checks):
    """Runs (name, function) pairs; a function returns what is wrong, one line each."""
    failed = 0
    print(f"1..{len(checks)}")
    for number, (name, check) in enumerate(checks, start=1):
        try:
            wrong = list(check())
        except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
            wrong = [f"cannot be read: {error!r}"]
        failed += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}")
        for line in wrong[:20]:
            print(f"# {line}")
    sys.exit(1 if failed else 0)
