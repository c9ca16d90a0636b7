# SPDX-License-Identifier: GPL-3.0-or-later
"""The feed's schema against the hand-written examples that the checker is tested with too."""

import os

import feed_schema
import tap

CORPUS = ("tests", "corpora", "feed")
EXPECTED = tap.load(*CORPUS, "expected.json")


def names(folder):
    return sorted(os.listdir(os.path.join(tap.SOURCE, *CORPUS, folder)))


def schema_is_a_schema():
    feed_schema.Draft202012Validator.check_schema(feed_schema.SCHEMA)
    return []


def every_fault_is_expected_by_name():
    for folder in ("invalid", "invalid-beyond-schema"):
        files, rows = set(names(folder)), set(EXPECTED[folder])
        yield from (f"{folder}/{name}: no row in expected.json" for name in sorted(files - rows))
        yield from (f"{folder}/{name}: no such file" for name in sorted(rows - files))


def every_code_is_explained():
    with open(os.path.join(tap.SOURCE, *CORPUS, "README.md"), encoding="utf-8") as file:
        readme = file.read()
    tables = list(EXPECTED.values()) + [tap.load(*CORPUS, "expected-amb-20231019.json")]
    codes = {row["code"] for table in tables for rows in table.values() for row in rows}
    yield from (f"{code} is not in README.md" for code in sorted(codes) if f"| `{code}`" not in readme)


def accepts(folder, name):
    def check():
        for record, path in feed_schema.faults(tap.load(*CORPUS, folder, name)):
            yield f"finds fault with record {record}: {path}"

    return f"accepts {folder}/{name}", check


def refuses(name):
    def check():
        expected = {(row["record"], row["path"]) for row in EXPECTED["invalid"][name]}
        found = feed_schema.faults(tap.load(*CORPUS, "invalid", name))
        if found != expected:
            yield f"expected {sorted(expected, key=str)}, found {sorted(found, key=str)}"

    return f"refuses invalid/{name}, for that alone", check


tap.run(
    [
        ("the schema is one", schema_is_a_schema),
        ("every fault is expected by name", every_fault_is_expected_by_name),
        ("every code is explained", every_code_is_explained),
    ]
    + [accepts("valid", name) for name in names("valid")]
    + [refuses(name) for name in names("invalid")]
    + [accepts("invalid-beyond-schema", name) for name in names("invalid-beyond-schema")]
)
