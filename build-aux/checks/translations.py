# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language of po/LINGUAS has all words of the sources, and writes them as it should: XGETTEXT-ARGS."""

import pathlib
import re
import subprocess
import sys
import tempfile

import house

STRINGS = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
TRANSLATION = re.compile(rf"^msgstr(?:\[\d+\])? {STRINGS}", re.MULTILINE)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')

# What a language does not write, and what it writes instead.
HABITS = {
    "nl": ((re.compile("[„«»']"), "quotes are “…”, an apostrophe is ’"),),
    "fr": (
        (re.compile("[„“”']"), "quotes are « … », an apostrophe is ’"),
        (re.compile(r"« | »|«\S| [:;?!](?:\s|$)|[\w%»](?:;\s|[?!](?:\s|$))"), "a no-break space belongs there"),
    ),
    "de": ((re.compile("[”«»']"), "quotes are „…“, an apostrophe is ’"),),
}


def complaints(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, [line for line in done.stderr.splitlines() if "fatal error" not in line]


def extract(root, template):
    po = root / "po"
    names = ("--files-from", str(po / "POTFILES.in"), "--directory", str(root), "--output", str(template))
    status, lines = complaints("xgettext", *names, *sys.argv[1:])
    if status != 0:
        yield from lines
    elif not template.exists():
        yield "po/POTFILES.in names no words"


def check_habits(content, language):
    for match in list(TRANSLATION.finditer(content))[1:]:
        text = "".join(STRING.findall(match[1]))
        for pattern, habit in HABITS.get(language, ()):
            if (found := pattern.search(text)) is not None:
                line = content.count("\n", 0, match.start()) + 1
                yield f"po/{language}.po:{line}: “{found[0]}”: {habit}"


def check_language(root, language, template):
    path = root / "po" / f"{language}.po"
    if not path.exists():
        yield f"po/{language}.po is missing"
        return

    content = house.text(path)
    yield from complaints("msgfmt", "--check", "--output-file", "/dev/null", str(path))[1]
    yield from complaints("msgcmp", str(path), str(template))[1]
    yield from check_habits(content, language)
    if re.search("^#~", content, re.MULTILINE):
        yield f"po/{language}.po keeps words that are no more: run ./dev po"
    if "POT-Creation-Date" in content:
        yield f"po/{language}.po changes with every reading of the sources: run ./dev po"


def check(root):
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / "words.pot"
        yield from extract(root, template)
        if template.exists():
            for language in house.text(root / "po" / "LINGUAS").split():
                yield from check_language(root, language, template)


HEADER = r"""msgid ""
msgstr ""
"Project-Id-Version: a\n"
"PO-Revision-Date: 2026-11-24 12:00+0000\n"
"Last-Translator: A\n"
"Language-Team: A\n"
"Language: %s\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""


def tree(entry, language="nl", source='f (_ ("It is %u"));\n', header=HEADER):
    return {
        "po/POTFILES.in": "src/a.c\n",
        "po/LINGUAS": f"{language}\n",
        "src/a.c": source,
        f"po/{language}.po": header % language + entry,
    }


def translated(text, flags="c-format"):
    return f'#, {flags}\nmsgid "It is %u"\nmsgstr "{text}"\n'


house.run(
    "translations are complete and well written",
    check,
    {
        "words that a translation lacks": (tree(""), "used but not defined"),
        "words that are not translated": (tree(translated("")), "untranslated"),
        "a translation that is guessed": (tree(translated("Het is %u", "fuzzy, c-format")), "reviewed"),
        "words that changed in a blueprint": (
            {
                **tree(translated("Het is %u")),
                "po/POTFILES.in": "src/a.c\nsrc/a.blp\n",
                "src/a.blp": 'Label { label: C_("title", "It is"); }\n',
            },
            "used but not defined",
        ),
        "words that are no more": (tree(translated("Het is %u"), source='f (_ ("It was"));\n'), "not used"),
        "words that were kept": (tree(translated("Het is %u") + '\n#~ msgid "A"\n#~ msgstr "B"\n'), "are no more"),
        "a format that does not fit": (tree(translated("Het is %s")), "format specifications"),
        "a language that is missing": ({**tree(translated("Het is %u")), "po/LINGUAS": "nl fr\n"}, "fr.po is missing"),
        "a date of extraction": (
            tree(translated("Het is %u"), header=HEADER.replace('"MIME', r'"POT-Creation-Date: 2026\n"' + '\n"MIME')),
            "changes with every reading",
        ),
        "quotes of another language": (tree(translated("Es ist ”%u“"), "de"), "quotes are „…“"),
        "a straight apostrophe": (tree(translated("Zo'n %u"), "nl"), "an apostrophe is ’"),
        "a plain space in French": (tree(translated("C’est : %u"), "fr"), "a no-break space"),
        "a missing space in French": (tree(translated("C’est %u?"), "fr"), "a no-break space"),
    },
)
