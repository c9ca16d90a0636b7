# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names every file with words to translate, once, in order, and no other."""

import re

import house

CALL = re.compile(r"\b(_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dgettext|g_dpgettext2?)\s*\(")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
WHOLE = (".desktop.in", ".metainfo.xml.in", ".mime.xml.in")


def has_words(path):
    if path.name.endswith(WHOLE):
        return True
    content = house.text(path)
    if path.name.endswith(".gschema.xml") or path.name.endswith(".gschema.xml.in"):
        return "<summary>" in content
    code = COMMENT.sub("", STRING.sub('""', content))
    return bool(CALL.search(code))


def check(root):
    lines = house.text(root / "po" / "POTFILES.in").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    there = [
        house.where(root, path)
        for folder in ("data", "src")
        for path in house.files(root, ".c", ".h", ".blp", ".gschema.xml", ".gschema.xml.in", *WHOLE, under=folder)
        if has_words(path)
    ]
    yield from (f"{name} has words to translate and is not listed" for name in there if name not in listed)
    yield from (f"{name} is listed and has nothing to translate" for name in listed if name not in there)
    yield from (f"{name} is listed twice" for name in sorted(set(listed)) if listed.count(name) > 1)
    for before, after in zip(listed, listed[1:]):
        if before > after:
            yield f"{after} belongs before {before}"


WORDS = 'f (_("Word"));\n'

house.run(
    "POTFILES.in is complete and in order",
    check,
    {
        "a source left out": (
            {"po/POTFILES.in": "", "src/a.c": WORDS},
            "src/a.c has words to translate and is not listed",
        ),
        "plural words left out": (
            {"po/POTFILES.in": "", "src/a.c": 'ngettext ("%u tool", "%u tools", n);\n'},
            "src/a.c has words",
        ),
        "a blueprint left out": (
            {"po/POTFILES.in": "", "src/a.blp": 'Label { label: _("Word"); }\n'},
            "src/a.blp has words",
        ),
        "a desktop file left out": ({"po/POTFILES.in": "", "data/a.desktop.in": ""}, "data/a.desktop.in has words"),
        "a file that is no more": ({"po/POTFILES.in": "src/a.c\n"}, "src/a.c is listed and has nothing"),
        "words that are only in a comment": (
            {"po/POTFILES.in": "src/a.c\n", "src/a.c": '/* _("Word") */\n'},
            "src/a.c is listed and has nothing",
        ),
        "a file listed twice": ({"po/POTFILES.in": "src/a.c\nsrc/a.c\n", "src/a.c": WORDS}, "listed twice"),
        "files out of order": (
            {"po/POTFILES.in": "src/b.c\nsrc/a.c\n", "src/a.c": WORDS, "src/b.c": WORDS},
            "src/a.c belongs before src/b.c",
        ),
    },
)
