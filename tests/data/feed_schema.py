# SPDX-License-Identifier: GPL-3.0-or-later
"""The feed's schema, and where in a document it finds fault."""

import re

import tap
from jsonschema import Draft202012Validator

SCHEMA = tap.load("data", "schemas", "feed.schema.json")
VALIDATOR = Draft202012Validator(SCHEMA)


def _written(keys):
    path = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
    return path.removeprefix(".")


def _missing(error):
    """The names that a `required` misses, which jsonschema reports at their parent."""
    if error.validator != "required":
        return [[]]
    return [[re.match(r"'(.*)' is a required property", error.message).group(1)]]


def _place(keys):
    """(record, path) as in tests/corpora/feed/README.md."""
    if keys[:1] == ["dataFeedElement"]:
        rest = keys[2:]
        return keys[1], _written(rest[1:] if rest[:1] == ["item"] else rest)
    return 0, _written(keys)


def faults(document):
    """The places where the document breaks the schema, as (record, path) pairs."""
    found = set()
    for error in VALIDATOR.iter_errors(document):
        for name in _missing(error):
            record, path = _place(list(error.absolute_path) + name)
            found.add((None if "distribution" in document else record, path))
    return found
