# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what `meson test --setup full` ran, test by test: BUILD [NAMES…].

Meson counts programs; a program in TAP reports many tests. What failed is shown with the end of
its output, and the last line is "N passed, N failed".
"""

import json
import pathlib
import re
import subprocess
import sys

LINES_OF_OUTPUT = 60
TAP_LINE = re.compile(r"^(ok|not ok)\b\s*\d*\s*-?\s*([^#]*?)\s*(?:#\s*(SKIP|TO[D]O)\b.*)?$", re.IGNORECASE)
GOOD = {"OK", "EXPECTEDFAIL"}


def read_log(build):
    log = build / "meson-logs" / "testlog-full.json"
    if not log.exists():
        return []
    with log.open(encoding="utf-8", errors="replace") as lines:
        return [json.loads(line) for line in lines]


def planned(build):
    done = subprocess.run(
        ["meson", "introspect", "--tests", str(build)], capture_output=True, text=True, check=True
    )
    return [test["name"] for test in json.loads(done.stdout)]


def subtests(run):
    """The tests that a program in TAP reported: (name, "ok", "not ok" or "skip")."""
    for line in (run.get("stdout") or "").splitlines():
        found = TAP_LINE.match(line)
        if found:
            outcome, name, directive = found.groups()
            skipped = directive and directive.upper() == "SKIP"
            yield name or "(unnamed)", "skip" if skipped else outcome.lower()


def count(run):
    """What one program passed, the names of what it failed, and of what it skipped."""
    reported = list(subtests(run))
    passed = sum(outcome == "ok" for _name, outcome in reported)
    failed = [name for name, outcome in reported if outcome == "not ok"]
    skipped = [name for name, outcome in reported if outcome == "skip"]
    if not reported:
        passed = int(run["result"] in GOOD)
        skipped = ["all of it"] if run["result"] == "SKIP" else []
    if run["result"] not in GOOD | {"SKIP"} and not failed:
        failed = [f"the program itself: {run['result'].lower()}, exit status {run.get('returncode')}"]
    return passed, failed, skipped


def show_failure(run, failed):
    print(f"\n✗ {run['name']}")
    for name in failed:
        print(f"    {name}")
    for stream in ("stdout", "stderr"):
        lines = (run.get(stream) or "").rstrip().splitlines()
        if lines:
            print(f"  The end of its {stream}:")
            print("\n".join(f"  | {line}" for line in lines[-LINES_OF_OUTPUT:]))


def short(name):
    """A test's own name: Meson writes "project:suite / name"."""
    return name.rsplit(" / ", 1)[-1]


def main():
    build, names = pathlib.Path(sys.argv[1]), sys.argv[2:]
    runs = read_log(build)
    total_passed = total_failed = 0
    for run in runs:
        passed, failed, skipped = count(run)
        total_passed += passed
        total_failed += len(failed)
        if failed:
            show_failure(run, failed)
        for name in skipped:
            print(f"\n⚠ {run['name']}: skipped, so it counts neither way: {name}")
    ran = {short(run["name"]) for run in runs}
    expected = set() if names else set(planned(build))
    for name in sorted(expected - ran):
        print(f"\n✗ {name}\n    did not run")
        total_failed += 1
    if not runs and not total_failed:
        print("\n✗ no test ran")
        total_failed = 1
    print(f"\n{total_passed} passed, {total_failed} failed")
    return 1 if total_failed else 0


if __name__ == "__main__":
    sys.exit(main())
