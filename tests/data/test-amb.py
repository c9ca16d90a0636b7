# SPDX-License-Identifier: GPL-3.0-or-later
"""The starter and the feed's schema against AMB's own schema and examples (release 20231019)."""

import glob
import json
import os

import feed_schema
import tap
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

CORPORA = os.environ["SK_CORPORA"]
# AMB's text asks for BCP 47, its schema lists two-letter codes alone.
WIDER_LANGUAGES = {"cnr", "pt-BR"}


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def amb_validator():
    parts = [read(path) for path in glob.glob(os.path.join(CORPORA, "amb", "schemas-20231019", "*.json"))]
    registry = Registry().with_resources((part["$id"], DRAFT7.create_resource(part)) for part in parts)
    entry = next(part for part in parts if part["$id"].endswith("/schema.json"))
    return Draft7Validator(entry, registry=registry)


def examples(kind):
    folder = os.path.join(CORPORA, "amb", "20231019-examples", kind)
    return {name: read(os.path.join(folder, name)) for name in sorted(os.listdir(folder))}


def amb_accepts_every_record_of_the_starter():
    validator = amb_validator()
    elements = tap.load("data", "catalogue", "starter.json")["dataFeedElement"]
    for record in (element["item"] for element in elements if "item" in element):
        for error in validator.iter_errors(record):
            if error.absolute_path[0] != "inLanguage" or error.instance not in WIDER_LANGUAGES:
                yield f"{record['id']}: {error.message[:200]}"


def amb_refuses_what_is_not_a_record():
    if amb_validator().is_valid({"name": "No id, no type"}):
        yield "AMB's schema accepts anything: it was not found whole"


def the_schema_accepts_every_valid_example():
    for name, document in examples("valid").items():
        yield from (f"{name}: {path}" for _, path in feed_schema.faults(document))


def the_schema_finds_what_is_wrong_with_every_invalid_example():
    expected = tap.load("tests", "corpora", "feed", "expected-amb-20231019.json")
    found = examples("invalid")
    if set(found) != set(expected):
        yield f"other examples than expected: {sorted(set(found) ^ set(expected))}"
    for name, document in found.items():
        paths = {path for _, path in feed_schema.faults(document)}
        if paths != {row["path"] for row in expected.get(name, [])}:
            yield f"{name}: {sorted(paths)}"


def the_schema_accepts_the_worked_example():
    folder = os.path.join(CORPORA, "native-example")
    for path in [os.path.join(folder, "index.json"), *glob.glob(os.path.join(folder, "pages", "*.json"))]:
        yield from (f"{path}: {place}" for place in feed_schema.faults(read(path)))


tap.run(
    [
        (check.__name__.replace("_", " "), check)
        for check in (
            amb_accepts_every_record_of_the_starter,
            amb_refuses_what_is_not_a_record,
            the_schema_accepts_every_valid_example,
            the_schema_finds_what_is_wrong_with_every_invalid_example,
            the_schema_accepts_the_worked_example,
        )
    ]
)
