# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the desktop's own validators on what is installed: KIND FILE."""

import shutil
import subprocess
import sys
import tempfile

import house


def complaints(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        yield from (done.stdout + done.stderr).splitlines() or ["failed without a word"]


def check_desktop(path):
    return complaints("desktop-file-validate", str(path))


def check_metainfo(path):
    # There is no home page yet whose address could be given.
    return complaints("appstreamcli", "validate", "--no-net", "--override=url-homepage-missing=info", str(path))


def check_schema(path):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(path, folder)
        yield from complaints("glib-compile-schemas", "--strict", "--dry-run", folder)


DESKTOP = "[Desktop Entry]\nType=Application\nName=A\nExec=a\n"
METAINFO = '<component type="desktop-application"><id>a.b.C</id>%s</component>\n'
SCHEMA = '<schemalist><schema id="a" path="/a/">%s</schema></schemalist>\n'

KINDS = {
    "desktop": (
        "the desktop file is valid",
        check_desktop,
        "a.desktop",
        {
            "an unknown category": (DESKTOP + "Categories=Nonsense;\n", "Nonsense"),
            "a missing name": (DESKTOP.replace("Name=A\n", ""), "Name"),
        },
    ),
    "metainfo": (
        "the metainfo is valid",
        check_metainfo,
        "a.metainfo.xml",
        {
            "a missing licence": (METAINFO % "<name>A</name><summary>B</summary>", "metadata-license"),
            "broken XML": ("<component>", "xml"),
        },
    ),
    "schema": (
        "the settings schema is valid",
        check_schema,
        "a.gschema.xml",
        {
            "a default of another type": (SCHEMA % '<key name="k" type="i"><default>"x"</default></key>', "type 'i'"),
            "a key without a default": (SCHEMA % '<key name="k" type="i"/>', "default"),
        },
    ),
}


def main(kind, path):
    title, validate, name, bad = KINDS[kind]

    def check(root):
        return validate(path if root == house.SOURCE else root / name)

    house.run(title, check, {fault: ({name: content}, words) for fault, (content, words) in bad.items()})


main(*sys.argv[1:])
