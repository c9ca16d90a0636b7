# SPDX-License-Identifier: GPL-3.0-or-later
"""The starter catalogue: whole, well-formed, and sincere about what is not known."""

import collections
import os
import re
import unicodedata

import feed_schema
import tap

STARTER = tap.load("data", "catalogue", "starter.json")
RECORDS = [element["item"] for element in STARTER["dataFeedElement"] if "item" in element]
LISTS = [element for element in STARTER["dataFeedElement"] if element["type"] == "ItemList"]
PROPERTY = tap.ROOT + "property/"
SUBJECT = "http://w3id.org/kim/schulfaecher/s1046"


def known(name):
    return {concept["id"] for concept in tap.load("data", "vocabularies", f"{name}.json")["hasTopConcept"]}


def ids(record, field):
    return [concept["id"] for concept in record[field]]


def values(record, name):
    return [p["value"] for p in record["additionalProperty"] if p["propertyID"] == PROPERTY + name]


def follows_the_schema():
    yield from (f"record {record}: {path}" for record, path in feed_schema.faults(STARTER))


def has_493_records():
    if len(RECORDS) != 493:
        yield f"{len(RECORDS)} records"


def has_one_record_a_line():
    with open(os.path.join(tap.SOURCE, "data", "catalogue", "starter.json"), encoding="utf-8") as file:
        lines = [line for line in file if '"DataFeedItem"' in line]
    if len(lines) != len(RECORDS) or any(line.count('"DataFeedItem"') != 1 for line in lines):
        yield f"{len(lines)} lines for {len(RECORDS)} records"


def has_ids_of_its_own_each_once():
    counts = collections.Counter(record["id"] for record in RECORDS)
    yield from (f"{uri} {times} times" for uri, times in counts.items() if times > 1)
    pattern = re.escape(tap.ROOT) + r"starter/[a-z0-9]+(-[a-z0-9]+)*$"
    yield from (uri for uri in counts if not re.match(pattern, uri))


def uses_no_concept_that_the_vocabularies_lack():
    fields = {"learningResourceType": known("formats"), "audience": known("audiences")}
    for record in RECORDS:
        used = {field: set(ids(record, field)) - concepts for field, concepts in fields.items()}
        used["about"] = set(ids(record, "about")) - known("themes") - {SUBJECT}
        used["setting"] = set(values(record, "setting")) - known("settings")
        yield from (f"{record['id']}: {concept}" for extra in used.values() for concept in sorted(extra))


def names_the_school_subject_first_and_a_theme_after():
    yield from (r["id"] for r in RECORDS if ids(r, "about")[0] != SUBJECT or len(ids(r, "about")) < 2)


def says_where_each_was_seen():
    for record in RECORDS:
        pages = [page["id"] for page in record["mainEntityOfPage"]]
        if len(pages) != 1 or not re.match(r"https?://[!-~]+$", pages[0]):
            yield f"{record['id']}: {pages}"


def keeps_addresses_in_plain_ascii_without_trackers():
    for record in RECORDS:
        for address in [record["url"], record["mainEntityOfPage"][0]["id"]]:
            if not re.match(r"https?://[!-~]+$", address) or re.search(r"[?&](fbclid|gclid|utm_\w+)=", address):
                yield f"{record['id']}: {address}"


def keeps_texts_clean():
    for record in RECORDS:
        for text in [record["name"], record["description"], *(p["name"] for p in record.get("publisher", []))]:
            stray = re.search(r"[\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028\ufeff\ufffd<>]|  |&\w+;|[^.]\.\.$", text)
            if stray or text != text.strip() or text != unicodedata.normalize("NFC", text):
                yield f"{record['id']}: {text!r}"


def describes_in_a_language_that_the_tool_has():
    for record in RECORDS:
        language = record["@context"][2]["@language"]
        if language not in ("nl", "fr", "de", "en") or language not in record["inLanguage"]:
            yield f"{record['id']}: {language} not in {record['inLanguage']}"


def states_ages_that_run_upwards():
    for record in RECORDS:
        low, _, high = record.get("typicalAgeRange", "").partition("-")
        if low and high and int(low) >= int(high):
            yield f"{record['id']}: {record['typicalAgeRange']}"
        if values(record, "age-estimated") and "typicalAgeRange" not in record:
            yield f"{record['id']}: an estimate of no age"


def ties_language_versions_both_ways():
    by_id = {record["id"]: record for record in RECORDS}
    for record in RECORDS:
        original = record.get("translationOfWork")
        others = record.get("workTranslation", []) + ([original] if original else [])
        for other in others:
            back = by_id.get(other["id"], {})
            ties = back.get("workTranslation", []) + [back.get("translationOfWork")]
            if {"id": record["id"]} not in ties:
                yield f"{record['id']} → {other['id']}"


def lists_tools_that_it_has():
    known_ids = {record["id"] for record in RECORDS}
    if len(LISTS) + len(RECORDS) != len(STARTER["dataFeedElement"]) or not LISTS:
        yield f"{len(LISTS)} lists"
    for each in LISTS:
        yield from (f"{each['id']}: {uri}" for uri in each["itemListElement"] if uri not in known_ids)


def names_its_lists_in_every_language():
    for each in LISTS:
        if any(sorted(each[field]) != ["de", "en", "fr", "nl"] for field in ("name", "description")):
            yield each["id"]


def lists_for_the_day_what_says_that_it_is():
    [day] = [each for each in LISTS if each["id"].endswith("/made-for-safer-internet-day")]
    says = {r["id"] for r in RECORDS if "Safer Internet Day" in r["name"] + r["description"]}
    yield from sorted(says.symmetric_difference(day["itemListElement"]))


tap.run(
    [
        ("the starter " + check.__name__.replace("_", " "), check)
        for check in (
            follows_the_schema,
            lists_tools_that_it_has,
            names_its_lists_in_every_language,
            lists_for_the_day_what_says_that_it_is,
            has_493_records,
            has_one_record_a_line,
            has_ids_of_its_own_each_once,
            uses_no_concept_that_the_vocabularies_lack,
            names_the_school_subject_first_and_a_theme_after,
            says_where_each_was_seen,
            keeps_addresses_in_plain_ascii_without_trackers,
            keeps_texts_clean,
            describes_in_a_language_that_the_tool_has,
            states_ages_that_run_upwards,
            ties_language_versions_both_ways,
        )
    ]
)
