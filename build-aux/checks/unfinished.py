# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is left to do in a comment, no file is too long, and no function."""

import re

import house

MARKS = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
MAX_FILE = 600
MAX_FUNCTION = 120
SUFFIXES = (".c", ".h", ".py", ".sh", ".blp", ".css", ".sql", ".build", ".in", ".md", ".ui", ".xml")


def check_functions(root, path, lines):
    """A function's body in GNU style lies between braces in the first column."""
    opened = None
    for number, line in enumerate(lines, start=1):
        if line == "{":
            opened = number
        elif line == "}" and opened is not None:
            if number - opened + 1 > MAX_FUNCTION:
                yield f"{house.where(root, path, opened)}: a function of {number - opened + 1} lines"
            opened = None


def check(root):
    for path in house.files(root, *SUFFIXES):
        lines = house.text(path).splitlines()
        for number, line in enumerate(lines, start=1):
            found = MARKS.search(line)
            if found:
                yield f"{house.where(root, path, number)}: {found.group()}"
        if path.suffix in (".c", ".h"):
            if len(lines) > MAX_FILE:
                yield f"{house.where(root, path)}: {len(lines)} lines, more than {MAX_FILE}"
            yield from check_functions(root, path, lines)


house.run(
    "nothing is unfinished or overlong",
    check,
    {
        "a mark of unfinished work": ({"src/a.c": "\n/* TO" + "DO: the rest */\n"}, "src/a.c:2"),
        "a mark in a page": ({"CONTRIBUTING.md": "FIX" + "ME\n"}, "CONTRIBUTING.md:1"),
        "a file that is too long": ({"src/a.c": "int a;\n" * 601}, "601 lines"),
        "a function that is too long": (
            {"src/a.c": "int\na (void)\n{\n" + "  b ();\n" * 119 + "}\n"},
            "src/a.c:3: a function of 121 lines",
        ),
    },
)
