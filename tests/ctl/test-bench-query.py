# SPDX-License-Identifier: GPL-3.0-or-later
import json

from ctl import Catalogue, check, feed, main, record, theme

THEME = "https://w3id.org/sidekick/theme/"
BY = "https://creativecommons.org/licenses/by/4.0/"
HCRT = "https://w3id.org/kim/hcrt/"

CATALOGUE = Catalogue()
CATALOGUE.run("sync", CATALOGUE.write("feed.json", feed(
    record("lesson", name="Bullying: a lesson", inLanguage=["nl", "fr"], typicalAgeRange="8-10",
           timeRequired="PT30M", about=[theme("bullying"), theme("privacy")],
           learningResourceType=[{"id": HCRT + "lesson_plan", "type": "Concept"}],
           publisher=[{"type": "Organization", "name": "Example Centre"}],
           license={"id": BY}, isAccessibleForFree=True, dateModified="2026-03-01"),
    record("film", name="A film", inLanguage=["fr"], typicalAgeRange="12-", timeRequired="PT2H",
           description="About bullying.", about=[theme("security")],
           isAccessibleForFree=False, dateModified="2026-02-01"),
    record("leaflet", name="Leaflet", dateModified="2026-01-01",
           learningResourceType=[{"type": "Concept", "prefLabel": {"en": "Comic strip"}}]),
))).must(0)


def replay(*queries):
    """The answers to queries, which are objects or lines as they are."""
    lines = [query if isinstance(query, str) else json.dumps(query) for query in queries]
    answer = CATALOGUE.run("bench-query", "--queries", CATALOGUE.write("log", "\n".join(lines).encode()))
    return [json.loads(line) for line in answer.must(0).out.splitlines()]


def found(**filters):
    (answer,) = replay({"q": "", "filters": filters})
    assert answer["count"] == len(answer["ids"])
    return [each.rsplit("/", 1)[1] for each in answer["ids"]]


def refusal(*lines):
    log = CATALOGUE.write("log", "\n".join(lines).encode())
    return CATALOGUE.run("bench-query", "--queries", log).must(1).err


@check
def each_line_is_answered_in_the_order_asked():
    answers = replay({"q": "film"}, {"q": "bullying"}, {"q": "nothing"}, {})
    assert [answer["count"] for answer in answers] == [1, 2, 0, 3]
    for answer in answers:
        assert set(answer) == {"count", "ids", "facets", "us"}, answer
        assert isinstance(answer["us"], int) and answer["us"] >= 0, answer


@check
def text_and_filters_may_be_missing_or_empty():
    for query in ({}, {"q": ""}, {"filters": {}}, {"q": "", "filters": {"theme": []}}, {"q": None}):
        assert replay(query)[0]["count"] == 3, query


@check
def the_best_match_comes_first():
    (answer,) = replay({"q": "bull"})
    assert [each.rsplit("/", 1)[1] for each in answer["ids"]] == ["lesson", "film"]


@check
def every_filter_filters():
    for facet, values, expected in (
            ("age", ["8-10"], ["lesson"]),
            ("age", ["10-12"], ["lesson", "film"]),
            ("age", ["11"], []),
            ("age", [12], ["film"]),
            ("theme", [THEME + "privacy"], ["lesson"]),
            ("theme", ["Pesten"], ["lesson"]),
            ("format", [HCRT + "lesson_plan"], ["lesson"]),
            ("format", ["Comic strip"], ["leaflet"]),
            ("language", ["nl"], ["lesson"]),
            ("audience", ["none"], ["lesson", "film", "leaflet"]),
            ("setting", ["none"], ["lesson", "film", "leaflet"]),
            ("length", ["-30"], ["lesson"]),
            ("length", ["-29"], []),
            ("length", ["longer"], ["film"]),
            ("publisher", ["Example Centre"], ["lesson"]),
            ("licence", [BY], ["lesson"]),
            ("free", [True], ["lesson"]),
            ("free", [False], ["film"]),
            ("free", ["true"], ["lesson"]),
    ):
        assert found(**{facet: values}) == expected, (facet, values, found(**{facet: values}))


@check
def none_is_what_is_not_stated():
    for facet in ("age", "theme", "language", "length", "publisher", "licence", "free"):
        assert found(**{facet: ["none"]})[-1] == "leaflet", facet


@check
def values_mean_either_and_filters_both():
    assert found(theme=[THEME + "security", THEME + "privacy"]) == ["lesson", "film"]
    assert found(theme=[THEME + "security"], language=["fr"]) == ["film"]
    assert found(theme=[THEME + "security"], language=["nl"]) == []


@check
def what_no_record_has_is_found_nowhere():
    assert found(theme=["https://example.org/theme/unheard-of"]) == []
    assert found(format=["Nothing we know"]) == []
    assert found(publisher=["Nobody"]) == []


@check
def a_choice_does_not_narrow_its_own_counts():
    (answer,) = replay({"q": "", "filters": {"theme": [THEME + "privacy"]}})
    assert answer["facets"]["theme"] == {THEME + "privacy": 1, THEME + "bullying": 1,
                                         THEME + "security": 1, "none": 1}
    assert answer["facets"]["language"] == {"nl": 1, "fr": 1}


@check
def lengths_and_ages_are_counted_as_they_are_asked():
    facets = replay({})[0]["facets"]
    assert facets["length"] == {"-30": 1, "-50": 1, "-100": 1, "longer": 1, "none": 1}
    assert facets["age"]["6-8"] == 1 and facets["age"]["none"] == 1
    assert facets["free"] == {"true": 1, "false": 1, "none": 1}
    assert facets["format"]["Comic strip"] == 1


@check
def what_was_searched_for_in_place_of_a_slip_is_said():
    (answer,) = replay({"q": "bulyling"})
    assert answer["count"] == 2 and answer["repaired"] == "bullying", answer
    log = CATALOGUE.write("log", b'{"q": "bulyling"}\n')
    answer = json.loads(CATALOGUE.run("bench-query", "--strict", "--queries", log).must(0).out)
    assert answer["count"] == 0 and "repaired" not in answer, answer


@check
def the_ends_of_words_are_found_unless_strict():
    assert replay({"q": "schoolfilm"})[0]["count"] == 0
    log = CATALOGUE.write("log", b'{"q": "flet"}\n')
    assert [each["count"] for each in replay({"q": "flet"})] == [1]
    answer = CATALOGUE.run("bench-query", "--strict", "--queries", log).must(0)
    assert json.loads(answer.out)["count"] == 0


@check
def strict_finds_whole_words_and_beginnings_all_the_same():
    log = CATALOGUE.write("log", b'{"q": "bullying"}\n{"q": "bull"}\n{"q": "bull "}\n')
    answer = CATALOGUE.run("bench-query", "--strict", "--queries", log).must(0)
    assert [json.loads(line)["count"] for line in answer.out.splitlines()] == [2, 2, 0]


@check
def queries_come_from_standard_input_too():
    answer = CATALOGUE.feed(b'{"q": "film"}\n\n{"q": "leaf"}\n', "bench-query", "--queries", "-").must(0)
    assert [json.loads(line)["count"] for line in answer.out.splitlines()] == [1, 1]


@check
def a_line_that_is_no_query_is_named():
    assert "line 2: " in refusal('{"q": "film"}', '{"q": ')
    assert "line 1: " in refusal("[]") and "line 1: " in refusal('"film"')
    assert "line 3: " in refusal("{}", "", '{"q": 3}')
    assert "“q”" in refusal('{"q": ["film"]}')
    assert "“filters”" in refusal('{"filters": ["theme"]}')


@check
def an_unknown_filter_is_named():
    said = refusal('{"filters": {"colour": ["red"]}}')
    assert "line 1: " in said and "“colour”" in said and "theme" in said, said


@check
def a_value_that_cannot_be_one_is_refused():
    for facet, value in (("age", '"old"'), ("length", '"-"'), ("length", '"-0"'), ("free", '"maybe"'),
                         ("theme", "{}"), ("theme", "[]"), ("theme", "null"), ("age", "8.5")):
        assert "line 1: " in refusal('{"filters": {"%s": [%s]}}' % (facet, value)), (facet, value)


@check
def what_came_before_a_bad_line_is_answered():
    log = CATALOGUE.write("log", b'{"q": "film"}\n{"q": 3}\n{"q": "leaf"}\n')
    answer = CATALOGUE.run("bench-query", "--queries", log).must(1)
    assert [json.loads(line)["count"] for line in answer.out.splitlines()] == [1]


@check
def the_log_must_be_there():
    assert "--queries" in CATALOGUE.run("bench-query").must(2).err
    assert "no-such-log" in CATALOGUE.run("bench-query", "--queries", "/no-such-log").must(1).err
    assert CATALOGUE.run("bench-query", "--queries", CATALOGUE.write("log", b"")).must(0).out == ""


main()
