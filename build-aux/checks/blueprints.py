# SPDX-License-Identifier: GPL-3.0-or-later
"""Every blueprint is formatted as blueprint-compiler does it."""

import subprocess

import house


def check(root):
    paths = [str(path) for path in house.files(root, ".blp", under="src")]
    if not paths:
        return
    done = subprocess.run(
        ["blueprint-compiler", "format", *paths], capture_output=True, text=True, timeout=60, check=False
    )
    if done.returncode != 0:
        yield from (done.stdout + done.stderr).splitlines()


house.run(
    "blueprints are formatted",
    check,
    {
        "a blueprint with a wrong indent": (
            {"src/a.blp": "using Gtk 4.0;\n\nBox {\n      spacing: 6;\n}\n"},
            "a.blp",
        ),
        "a blueprint that does not parse": ({"src/a.blp": 'using Gtk 4.0;\n\nBox {\n  name: "a;\n}\n'}, "a.blp"),
    },
)
