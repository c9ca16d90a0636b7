# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the house share: the files there are, and a report in TAP.

A check is a function of a source tree that yields what is wrong, one line each. It is run on the
source, and then on small bad trees, each of which it must find fault with: so that it can fail.
"""

import os
import pathlib
import sys
import tempfile

SOURCE = pathlib.Path(os.environ["SK_SOURCE_ROOT"])


def files(root, *suffixes, under=""):
    """The files below a folder of the tree, sorted; build folders and hidden ones left out."""
    for folder, folders, names in os.walk(root / under):
        here = pathlib.Path(folder)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith((".", "_build", "__")) and not (here / name / "meson-private").exists()
        )
        yield from (here / name for name in sorted(names) if not suffixes or name.endswith(suffixes))


def text(path):
    return path.read_text(encoding="utf-8")


def where(root, path, line=None):
    """How a place in the tree is named in a report."""
    name = path.relative_to(root).as_posix()
    return name if line is None else f"{name}:{line}"


def find_fault(check, tree, expected):
    """Runs a check on a bad tree; yields what is wrong with the check."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, content in tree.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(content, encoding="utf-8")
        found = list(check(root))
    if not any(expected in line for line in found):
        yield f"expected a complaint with “{expected}”, found {found}"


def run(title, check, bad):
    """Reports on the source and on each bad tree: a name → (its files, words of the complaint)."""
    cases = [(title, lambda: check(SOURCE))]
    for name, (tree, expected) in bad.items():
        cases.append((f"notices {name}", lambda tree=tree, expected=expected: find_fault(check, tree, expected)))

    print(f"1..{len(cases)}")
    failed = 0
    for number, (name, case) in enumerate(cases, start=1):
        wrong = list(case())
        failed += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}")
        for line in wrong:
            print(f"# {line}")
    sys.exit(1 if failed else 0)
