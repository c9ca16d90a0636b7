# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the checks of a file, and says in TAP what came of them."""

import contextlib
import sys
import traceback

# What lasts from one check to another; it is left when all of them are done.
lasting = contextlib.ExitStack()

_checks = []


def check(function):
    """Marks a function as a check; its name, read as words, is the check's."""
    _checks.append(function)
    return function


def _run():
    """How many of the checks failed, in the order in which they stand."""
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
    return failed


def main():
    """Runs the checks of the file, and says by the exit status whether all are as they should be."""
    with lasting:
        failed = _run()
    sys.exit(1 if failed else 0)
