# SPDX-License-Identifier: GPL-3.0-or-later
"""Formats what was changed in C sources since the last commit, in GNOME's style: FILE.c…

clang-format does all but two things: the parameters of a function's definition stand one a line,
types and names in columns; and gettext's marks touch their bracket. Lines that were not changed
stay as they are, for a table laid out by hand reads better than one that is filled.
"""

import pathlib
import re
import subprocess
import sys

DEFINITION = re.compile(r"^([a-z_]\w*) \(([^()]*,[^()]*)\)$", re.MULTILINE)
PARAMETER = re.compile(r"(.*?[\w\s])(\**)(\w+(?:\[\w*\])*)")
GETTEXT = re.compile(r"\b([NC]?_) \(")
HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def changed_lines(path):
    """The first and last line of each change, all of a file that is new."""
    if not run("git", "ls-files", "--", path):
        return [(1, len(path.read_text(encoding="utf-8").splitlines()))]
    hunks = HUNK.findall(run("git", "diff", "-U0", "HEAD", "--", path))
    return [(int(first), int(first) + int(count or 1) - 1) for first, count in hunks if count != "0"]


def line_up(match):
    """A definition with its parameters in columns: types, stars, names."""
    name, parameters = match[1], [" ".join(each.split()) for each in match[2].split(",")]
    parts = [PARAMETER.fullmatch(each) for each in parameters]
    types = max((len(part[1].strip()) for part in parts if part), default=0)
    stars = max((len(part[2].strip()) for part in parts if part), default=0)
    lines = [
        f"{part[1].strip():<{types}} {part[2].strip():>{stars}}{part[3]}" if part else whole
        for part, whole in zip(parts, parameters)
    ]
    indent = ",\n" + " " * (len(name) + 2)
    return f"{name} ({indent.join(lines)})"


def format_source(path):
    ranges = [f"--lines={first}:{last}" for first, last in changed_lines(path)]
    if not ranges:
        return
    before = path.read_text(encoding="utf-8")
    after = run("clang-format", *ranges, path)
    kept = set(before.splitlines())
    after = DEFINITION.sub(lambda match: match[0] if match[0] in before else line_up(match), after)
    after = "\n".join(line if line in kept else GETTEXT.sub(r"\1(", line) for line in after.split("\n"))
    if after != before:
        path.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        format_source(pathlib.Path(name))
