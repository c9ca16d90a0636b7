# SPDX-License-Identifier: GPL-3.0-or-later
"""The checker against the examples, and against the schema on the same examples."""

import glob
import json
import os
import subprocess
import sys

import feed_schema
import tap

CORPUS = os.path.join(tap.SOURCE, "tests", "corpora", "feed")
EXPECTED = tap.load("tests", "corpora", "feed", "expected.json")
# A refused record costs more than a warning tells.
REFUSING = {"missing-id", "bad-id", "missing-name", "duplicate-id", "syntax"}


def check(paths):
    """What the checker says of each file."""
    answer = subprocess.run([sys.argv[1], *paths], capture_output=True, text=True, check=True)
    return dict(zip(paths, (json.loads(line) for line in answer.stdout.splitlines())))


def files(*folder):
    return sorted(glob.glob(os.path.join(*folder, "*.json")))


def row(problem):
    return tuple(problem[key] for key in ("code", "severity", "record", "path"))


def finds_nothing_wrong(paths):
    for path, found in check(paths).items():
        if found["error"] or found["problems"]:
            yield f"{path}: {found['error']} {found['problems'][:3]}"


def the_valid_examples_are_clean():
    return finds_nothing_wrong(files(CORPUS, "valid"))


def the_starter_is_clean():
    return finds_nothing_wrong([os.path.join(tap.SOURCE, "data", "catalogue", "starter.json")])


def finds_just_what_is_expected(folder):
    found = check(files(CORPUS, folder))
    for name, rows in EXPECTED[folder].items():
        problems = found[os.path.join(CORPUS, folder, name)]["problems"]
        wanted = {row(problem) for problem in rows}
        if {row(problem) for problem in problems} != wanted:
            yield f"{name}: expected {wanted}, found {problems}"


def every_fault_of_the_invalid_examples_is_found():
    return finds_just_what_is_expected("invalid")


def every_fault_beyond_the_schema_is_found():
    return finds_just_what_is_expected("invalid-beyond-schema")


def the_schema_finds_fault_in_the_same_places():
    for folder in ("valid", "invalid"):
        for path, found in check(files(CORPUS, folder)).items():
            with open(path, encoding="utf-8") as file:
                faults = feed_schema.faults(json.load(file))
            places = {(problem["record"], problem["path"]) for problem in found["problems"]}
            if places != faults:
                yield f"{path}: schema {faults}, checker {places}"


def a_problem_says_what_to_do():
    for folder in ("invalid", "invalid-beyond-schema"):
        for path, found in check(files(CORPUS, folder)).items():
            for problem in found["problems"]:
                if not problem["message"].strip().endswith((".", "].", "}.")):
                    yield f"{path}: {problem['message']}"


REFUSING_THERE = {("bad-type", "name"), ("missing-field", "startDate"), ("bad-date", "startDate"),
                  ("missing-members", "itemListElement")}


def a_record_is_refused_for_its_id_or_name_alone_and_an_event_for_its_day():
    for folder in ("invalid", "invalid-beyond-schema"):
        for path, found in check(files(CORPUS, folder)).items():
            refusing = [
                problem
                for problem in found["problems"]
                if problem["code"] in REFUSING or (problem["code"], problem["path"]) in REFUSING_THERE
            ]
            if found["refused"] != len(refusing):
                yield f"{path}: {found['refused']} refused, {refusing}"


def amb(kind):
    return files(os.environ["SK_CORPORA"], "amb", "20231019-examples", kind)


def every_valid_example_of_amb_is_clean():
    return finds_nothing_wrong(amb("valid"))


def every_fault_of_ambs_invalid_examples_is_named():
    expected = tap.load("tests", "corpora", "feed", "expected-amb-20231019.json")
    for path, found in check(amb("invalid")).items():
        wanted = {(problem["code"], problem["path"]) for problem in expected[os.path.basename(path)]}
        named = {(problem["code"], problem["path"]) for problem in found["problems"]}
        if named != wanted or found["refused"]:
            yield f"{path}: expected {wanted}, found {named}"


CHECKS = [
    the_valid_examples_are_clean,
    the_starter_is_clean,
    every_fault_of_the_invalid_examples_is_found,
    every_fault_beyond_the_schema_is_found,
    the_schema_finds_fault_in_the_same_places,
    a_problem_says_what_to_do,
    a_record_is_refused_for_its_id_or_name_alone_and_an_event_for_its_day,
]
if "SK_CORPORA" in os.environ:
    CHECKS += [every_valid_example_of_amb_is_clean, every_fault_of_ambs_invalid_examples_is_named]

tap.run([(each.__name__.replace("_", " "), each) for each in CHECKS])
