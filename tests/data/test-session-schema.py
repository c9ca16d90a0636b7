# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of sessions against files as Sidekick writes them, and against what it refuses."""

import copy
import os

import tap
from jsonschema import Draft202012Validator

SCHEMA = tap.load("data", "schemas", "session.schema.json")
VALIDATOR = Draft202012Validator(SCHEMA)
FOLDER = ("tests", "shared", "sessions")
WHOLE = tap.load(*FOLDER, "safer-internet-day-5b.sidekick")
ABSENT = object()

# Where, what is put there, and where the schema is to find fault.
FAULTS = {
    "another format": (["format"], "session", ["format"]),
    "a newer version": (["version"], 2, ["version"]),
    "an id that is no UUID": (["id"], "5B", ["id"]),
    "no start": (["start"], ABSENT, []),
    "a start with seconds": (["start"], "2027-02-09T10:25:00", ["start"]),
    "no language": (["inLanguage"], [], ["inLanguage"]),
    "no blocks": (["blocks"], ABSENT, []),
    "ages in words": (["group", "typicalAgeRange"], "ten", ["group", "typicalAgeRange"]),
    "a change that was made no times": (["edits", "5f0c1a2b"], 0, ["edits", "5f0c1a2b"]),
    "an unknown kind": (["blocks", 0, "kind"], "nap", ["blocks", 0, "kind"]),
    "a block of no minutes": (["blocks", 0, "minutes"], 0, ["blocks", 0, "minutes"]),
    "a block without minutes": (["blocks", 0, "minutes"], ABSENT, ["blocks", 0]),
    "a lock that is no time": (["blocks", 3, "lock"], "24:00", ["blocks", 3, "lock"]),
    "a tool that does not say which": (["blocks", 1, "resource"], ABSENT, ["blocks", 1]),
    "groups without lanes": (["blocks", 3, "lanes"], ABSENT, ["blocks", 3]),
    "a single lane": (["blocks", 3, "lanes"], [{"id": "x", "kind": "do"}], ["blocks", 3, "lanes"]),
    "groups within groups": (["blocks", 3, "lanes", 0, "kind"], "groups", ["blocks", 3, "lanes", 0, "kind"]),
}


def changed(keys, value):
    """A session with something else in one place."""
    session = copy.deepcopy(WHOLE)
    place = session
    for key in keys[:-1]:
        place = place[key]
    if value is ABSENT:
        del place[keys[-1]]
    else:
        place[keys[-1]] = value
    return session


def schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)
    if SCHEMA["$id"] != f"{tap.ROOT}schema/session.json":
        yield f"its $id is {SCHEMA['$id']}"


def accepts(name):
    def check():
        for error in VALIDATOR.iter_errors(tap.load(*FOLDER, name)):
            yield f"{list(error.absolute_path)}: {error.message}"

    return f"accepts {name}", check


def accepts_unknown_fields():
    for keys in (["later"], ["group", "later"], ["blocks", 0, "later"], ["blocks", 3, "lanes", 0, "later"]):
        yield from (f"{keys}: {error.message}" for error in VALIDATOR.iter_errors(changed(keys, {"a": [1]})))


def refuses(name, keys, value, place):
    def check():
        found = [list(error.absolute_path) for error in VALIDATOR.iter_errors(changed(keys, value))]
        if found != [place]:
            yield f"expected {place}, found {found}"

    return f"refuses {name}, for that alone", check


tap.run(
    [
        ("the schema is one", schema_is_a_schema),
        ("accepts unknown fields anywhere", accepts_unknown_fields),
    ]
    + [accepts(name) for name in sorted(os.listdir(os.path.join(tap.SOURCE, *FOLDER)))]
    + [refuses(name, *fault) for name, fault in FAULTS.items()]
)
