# SPDX-License-Identifier: GPL-3.0-or-later
"""Every blueprint compiles, and is formatted as blueprint-compiler does it."""

import subprocess
import tempfile

import house


def check(root):
    paths = [str(path) for path in house.files(root, ".blp", under="src")]
    if not paths:
        return
    with tempfile.TemporaryDirectory() as folder:
        for command in (["format"], ["batch-compile", folder, str(root)]):
            done = subprocess.run(
                ["blueprint-compiler", *command, *paths], capture_output=True, text=True, timeout=60, check=False
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
