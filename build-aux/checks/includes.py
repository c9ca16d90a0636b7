# SPDX-License-Identifier: GPL-3.0-or-later
"""Arrows point down only: which folder may include what."""

import os
import pathlib
import re

import house

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# What each folder of the core may know of the others.
BELOW = {
    "model": set(),
    "feed": {"model"},
    "store": {"model", "feed"},
    "search": {"model", "feed", "store"},
    "sync": {"model", "feed", "store", "search"},
    "picture": {"sync"},
    "user": {"model", "store"},
    "session": {"model", "feed", "store", "search"},
    "compose": {"model", "search", "session"},
    "page": {"model", "session"},
    "export": {"model", "session", "page"},
    "takeout": {"model", "store", "search", "sync", "user", "session", "export"},
}

# Who may include a library; nobody else below src may.
OWNERS = {
    r"(gtk|gdk|gsk|adwaita|libadwaita)\b": ("app",),
    r"sqlite3\b": ("core/store",),
    r"libsoup/": ("core/sync", "core/offline"),
}


def folder_of(path):
    """The part of the house a file below src belongs to: core/model, app, app/browse, ctl."""
    parts = pathlib.PurePosixPath(path).parts[:-1]
    return "/".join(parts[:2])


def is_within(folder, owner):
    return folder == owner or folder.startswith(owner + "/")


def may_include(mine, other):
    """Whether a file of one folder may include a header of another."""
    if mine == other:
        return True
    if mine.startswith("core/"):
        return other.startswith("core/") and other[5:] in BELOW.get(mine[5:], ())
    if mine == "app":
        return not is_within(other, "ctl")
    if mine.startswith("app/"):
        return other == "app" or is_within(other, "core")
    return is_within(other, "core")


def find_header(src, path, name):
    """Where a quoted header is, as the compiler looks for it; None when it is generated."""
    for base in (path.parent, src / "core", src / "app", src):
        header = pathlib.Path(os.path.normpath(base / name))
        if header.is_file():
            return header.relative_to(src).as_posix()
    return None


def check_line(src, path, kind, name):
    mine = folder_of(path.relative_to(src).as_posix())
    for pattern, owners in OWNERS.items():
        if re.match(pattern, name) and not any(is_within(mine, owner) for owner in owners):
            yield f"{mine} includes {name}, which only {' and '.join(owners)} may"
    if kind == '"':
        header = find_header(src, path, name)
        if header and not may_include(mine, folder_of(header)):
            yield f"{mine} includes {header}, against the arrows"


def check(root):
    src = root / "src"
    for path in house.files(root, ".c", ".h", under="src"):
        mine = folder_of(path.relative_to(src).as_posix())
        if mine.startswith("core/") and mine[5:] not in BELOW:
            yield f"{house.where(root, path)}: {mine} has no rule in {os.path.basename(__file__)}"
        for number, line in enumerate(house.text(path).splitlines(), start=1):
            found = INCLUDE.match(line)
            if found:
                for wrong in check_line(src, path, *found.groups()):
                    yield f"{house.where(root, path, number)}: {wrong}"


def tree(path, name, *headers):
    """A tree of one file that includes a header, and of the headers it may find."""
    return {f"src/{path}": f"#include {name}\n"} | {f"src/{header}": "" for header in headers}


house.run(
    "headers are included downwards only",
    check,
    {
        "GTK in the core": (tree("core/model/sk-a.c", "<gtk/gtk.h>"), "sk-a.c:1: core/model includes gtk/gtk.h"),
        "GDK in the core": (tree("core/feed/sk-a.h", "<gdk/gdk.h>"), "gdk/gdk.h"),
        "libadwaita in the core": (tree("core/sync/sk-a.c", "<adwaita.h>"), "adwaita.h"),
        "GTK in the command line": (tree("ctl/sk-a.c", "<gtk/gtk.h>"), "ctl includes gtk/gtk.h"),
        "SQLite outside the store": (tree("core/search/sk-a.c", "<sqlite3.h>"), "which only core/store may"),
        "SQLite in the window": (tree("app/sk-a.c", "<sqlite3.h>"), "which only core/store may"),
        "HTTP outside sync and offline": (tree("core/store/sk-a.c", "<libsoup/soup.h>"), "libsoup/soup.h"),
        "the model above itself": (
            tree("core/model/sk-a.c", '"feed/sk-b.h"', "core/feed/sk-b.h"),
            "core/model includes core/feed/sk-b.h",
        ),
        "the feed knowing the store": (
            tree("core/feed/sk-a.c", '"store/sk-b.h"', "core/store/sk-b.h"),
            "core/feed includes core/store",
        ),
        "the store knowing the search": (
            tree("core/store/sk-a.c", '"../search/sk-b.h"', "core/search/sk-b.h"),
            "core/store includes core/search",
        ),
        "the search knowing sync": (
            tree("core/search/sk-a.c", '"sync/sk-b.h"', "core/sync/sk-b.h"),
            "core/search includes core/sync",
        ),
        "the core knowing the window": (
            tree("core/sync/sk-a.c", '"../../app/sk-b.h"', "app/sk-b.h"),
            "core/sync includes app/sk-b.h",
        ),
        "one place of the window knowing another": (
            tree("app/browse/sk-a.c", '"sources/sk-b.h"', "app/sources/sk-b.h"),
            "app/browse includes app/sources",
        ),
        "the command line knowing the window": (
            tree("ctl/sk-a.c", '"app/sk-b.h"', "app/sk-b.h"),
            "ctl includes app/sk-b.h",
        ),
        "a folder of the core without a rule": (tree("core/novelty/sk-a.c", "<glib.h>"), "has no rule"),
    },
)
