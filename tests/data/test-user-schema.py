# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of user.json against what it is to accept, and to refuse."""

import copy

import tap
from jsonschema import Draft202012Validator

SCHEMA = tap.load("data", "schemas", "user.schema.json")
VALIDATOR = Draft202012Validator(SCHEMA)
TOOL = "https://example.org/tools/one"
WHOLE = {
    "version": 1,
    "profile": {"languages": ["nl", "fr"], "setting": f"{tap.ROOT}setting/school", "typicalAgeRange": "9-11"},
    "tools": {
        TOOL: {
            "favourite": "2027-02-09T10:25:00.123456Z",
            "note": "Only with sound",
            "deadLink": {"url": "https://example.org/gone", "date": "2027-02-09"},
        },
    },
}

# Where, what is put there, and where the schema is to find fault.
FAULTS = {
    "a newer version": (["version"], 2),
    "a language that is none": (["profile", "languages", 0], 7),
    "ages in words": (["profile", "typicalAgeRange"], "ten"),
    "a favourite since no time": (["tools", TOOL, "favourite"], True),
    "an empty note": (["tools", TOOL, "note"], ""),
    "a dead link on no day": (["tools", TOOL, "deadLink", "date"], "yesterday"),
}


def changed(keys, value):
    """The whole with something else in one place."""
    user = copy.deepcopy(WHOLE)
    place = user
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = value
    return user


def schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)
    if SCHEMA["$id"] != f"{tap.ROOT}schema/user.json":
        yield f"its $id is {SCHEMA['$id']}"


def accepts(*users):
    for user in users:
        yield from (f"{list(error.absolute_path)}: {error.message}" for error in VALIDATOR.iter_errors(user))


def accepts_ages():
    yield from accepts(*(changed(["profile", "typicalAgeRange"], ages) for ages in ("12", "9-", "-8", "9-11")))


def accepts_unknown_fields():
    places = (["later"], ["profile", "later"], ["tools", TOOL, "later"], ["tools", TOOL, "deadLink", "later"])
    yield from accepts(*(changed(keys, {"a": [1]}) for keys in places))


def refuses(name, keys, value):
    def check():
        found = [list(error.absolute_path) for error in VALIDATOR.iter_errors(changed(keys, value))]
        if found != [keys]:
            yield f"expected {keys}, found {found}"

    return f"refuses {name}, for that alone", check


tap.run(
    [
        ("the schema is one", schema_is_a_schema),
        ("accepts all that is kept", lambda: accepts(WHOLE)),
        ("accepts what is kept at first", lambda: accepts({"version": 1}, {"version": 1, "profile": {}, "tools": {}})),
        ("accepts ages as they are written", accepts_ages),
        ("accepts unknown fields anywhere", accepts_unknown_fields),
    ]
    + [refuses(name, *fault) for name, fault in FAULTS.items()]
)
