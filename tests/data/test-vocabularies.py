# SPDX-License-Identifier: GPL-3.0-or-later
"""The SKOS schemes: complete in four languages, and free of contradictions."""

import collections
import re

import tap

LANGUAGES = {"nl", "fr", "de", "en"}
SIZES = {"themes": 19, "formats": 26, "settings": 6, "audiences": 8}
BASES = {
    "themes": tap.ROOT + "theme/",
    "settings": tap.ROOT + "setting/",
    "formats": "https://w3id.org/kim/hcrt/",
    "audiences": "http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/",
}
FIRST = {
    "themes": "bullying disinformation privacy security relationships ai-algorithms gaming",
    "formats": "lesson_plan educational_game video worksheet experiment",
}
SCHEMES = {name: tap.load("data", "vocabularies", f"{name}.json") for name in SIZES}
FAMILIES = SCHEMES["themes"]["collections"]


def concepts():
    for name, scheme in SCHEMES.items():
        for concept in scheme["hasTopConcept"]:
            yield name, concept


def are_skos():
    for name, scheme in SCHEMES.items():
        if scheme["type"] != "ConceptScheme":
            yield f"{name}: type {scheme['type']}"
        if scheme["@context"]["@vocab"] != "http://www.w3.org/2004/02/skos/core#":
            yield f"{name}: not SKOS"
        unknown = {key for _, concept in concepts() for key in concept} - set(
            "id type notation prefLabel altLabel definition exactMatch closeMatch narrowMatch"
            " educationalAlignment".split()
        )
        yield from (f"{name}: unknown property {key}" for key in unknown)
    yield from (f"{concept['id']} is no Concept" for _, concept in concepts() if concept["type"] != "Concept")


def have_their_size():
    for name, size in SIZES.items():
        found = len(SCHEMES[name]["hasTopConcept"])
        if found != size:
            yield f"{name}: {found} concepts, not {size}"


def have_a_label_in_every_language():
    things = [concept for _, concept in concepts()] + list(SCHEMES.values()) + FAMILIES
    for thing in things:
        labels = thing["prefLabel"]
        if set(labels) != LANGUAGES or not all(label.strip() == label != "" for label in labels.values()):
            yield f"{thing['id']}: {labels}"


def define_what_is_ours():
    for name, concept in concepts():
        definition = concept.get("definition", {})
        if (name in ("themes", "settings") or definition) and set(definition) != LANGUAGES:
            yield f"{concept['id']}: {definition}"


def are_named_by_a_short_name_at_the_end_of_the_uri():
    for name, concept in concepts():
        if concept["id"] != BASES[name] + concept["notation"]:
            yield concept["id"]


def have_no_two_concepts_of_one_name():
    for name, scheme in SCHEMES.items():
        owners = collections.defaultdict(set)
        for concept in scheme["hasTopConcept"]:
            labels = list(concept["prefLabel"].values()) + [concept["notation"]]
            labels += [label for alternatives in concept.get("altLabel", {}).values() for label in alternatives]
            for label in labels:
                owners[label.casefold()].add(concept["notation"])
        yield from (f"{name}: “{label}” is {sorted(who)}" for label, who in owners.items() if len(who) > 1)


def have_no_label_twice_in_a_language():
    for _, concept in concepts():
        for language, alternatives in concept.get("altLabel", {}).items():
            labels = [label.casefold() for label in alternatives + [concept["prefLabel"][language]]]
            if len(set(labels)) != len(labels):
                yield f"{concept['id']} {language}: {labels}"


def match_a_foreign_concept_once():
    for name, scheme in SCHEMES.items():
        matches = [
            uri
            for concept in scheme["hasTopConcept"]
            for kind in ("exactMatch", "closeMatch", "narrowMatch")
            for uri in concept.get(kind, [])
        ]
        yield from (f"{name}: {uri}" for uri, times in collections.Counter(matches).items() if times > 1)
        yield from (f"{name}: {uri}" for uri in matches if not re.match(r"https?://\S+$", uri))


def begin_with_what_is_shown_first():
    for name, first in FIRST.items():
        notations = [concept["notation"] for concept in SCHEMES[name]["hasTopConcept"]]
        if notations[: len(first.split())] != first.split():
            yield f"{name}: {notations}"


def put_every_theme_in_one_family():
    members = collections.Counter(member for family in FAMILIES for member in family["member"])
    themes = {concept["id"] for concept in SCHEMES["themes"]["hasTopConcept"]}
    yield from (f"{theme}: in {members[theme]} families" for theme in sorted(themes) if members[theme] != 1)
    yield from (f"{member}: no such theme" for member in sorted(set(members) - themes))
    if [family["notation"] for family in FAMILIES] != "information relations self protect make play".split():
        yield "the families are not the six of the palette"


tap.run(
    [
        ("the vocabularies " + check.__name__.replace("_", " "), check)
        for check in (
            are_skos,
            have_their_size,
            have_a_label_in_every_language,
            define_what_is_ours,
            are_named_by_a_short_name_at_the_end_of_the_uri,
            have_no_two_concepts_of_one_name,
            have_no_label_twice_in_a_language,
            match_a_foreign_concept_once,
            begin_with_what_is_shown_first,
            put_every_theme_in_one_family,
        )
    ]
)
