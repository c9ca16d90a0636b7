# SPDX-License-Identifier: GPL-3.0-or-later
"""The sessions of tests/shared/sessions, put where Sidekick keeps its own.

As a program: `sessions.py DATA [NAME…]`.
"""

import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).parent / "sessions"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.sidekick")))


def load(name):
    return json.loads((FOLDER / f"{name}.sidekick").read_text(encoding="utf-8"))


def path_of(data, name):
    """Where a session is in the data folder: it goes by its id there."""
    return pathlib.Path(data) / "sessions" / f"{load(name)['id']}.sidekick"


def put(data, *names):
    """Copies the sessions, or all of them, into a data folder; returns their paths there."""
    paths = [path_of(data, name) for name in names or NAMES]
    for name, path in zip(names or NAMES, paths):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes((FOLDER / f"{name}.sidekick").read_bytes())
    return paths


if __name__ == "__main__":
    put(*sys.argv[1:])
