# SPDX-License-Identifier: GPL-3.0-or-later
from ctl import Catalogue, check, feed, main, names, record, theme

FACETS = ["age", "theme", "format", "language", "audience", "setting", "length", "publisher",
          "licence", "free"]
BY = "https://creativecommons.org/licenses/by/4.0/"
HCRT = "https://w3id.org/kim/hcrt/"
ROLE = "http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/"


def needs(thing):
    return {"type": "PropertyValue", "propertyID": "https://w3id.org/sidekick/property/needs",
            "value": thing}


CATALOGUE = Catalogue()
CATALOGUE.run("sync", CATALOGUE.write("feed.json", feed(
    record("lesson", name="Bullying: a lesson", inLanguage=["nl", "fr"], typicalAgeRange="8-10",
           timeRequired="PT50M", about=[theme("bullying"), theme("privacy")],
           learningResourceType=[{"id": HCRT + "lesson_plan", "type": "Concept"}],
           audience=[{"id": ROLE + "teacher", "type": "Concept"}],
           additionalProperty=[{"type": "PropertyValue",
                                "propertyID": "https://w3id.org/sidekick/property/setting",
                                "value": "https://w3id.org/sidekick/setting/school"},
                               needs("tables")],
           publisher=[{"type": "Organization", "name": "Example Centre"}],
           license={"id": BY}, isAccessibleForFree=True, dateModified="2026-03-01"),
    record("film", name="A film", inLanguage=["fr"], typicalAgeRange="12-", timeRequired="PT2H",
           description="About bullying.", about=[theme("security")],
           learningResourceType=[{"id": HCRT + "video", "type": "Concept"}],
           additionalProperty=[needs("screen"), needs("sound")],
           isAccessibleForFree=False, dateModified="2026-02-01"),
    record("leaflet", name="Leaflet", dateModified="2026-01-01"),
))).must(0)


def search(*words):
    return CATALOGUE.json("search", *words)


def found(*words):
    answer = search(*words)
    assert answer["count"] == len(answer["results"])
    return [each["id"].rsplit("/", 1)[1] for each in answer["results"]]


@check
def no_filter_finds_all_newest_first():
    assert found() == ["lesson", "film", "leaflet"]


@check
def text_ranks_the_name_first():
    assert found("bullying") == ["lesson", "film"]
    assert found("BULL") == ["lesson", "film"]
    assert found("film", "bull") == ["film"]
    assert found("nothing-like-it") == []


@check
def a_slip_is_repaired_and_said():
    assert found("bulying") == ["lesson", "film"]
    assert search("bulying")["repaired"] == "bullying"
    assert search("film", "bulying")["repaired"] == "film bullying"
    text = CATALOGUE.run("search", "bulying").must(0).out
    assert text.startswith("Nothing for “bulying”, showing “bullying”\n2 tools\n"), text

    assert "repaired" not in search("bullying")
    assert "repaired" not in search("nothing-like-it")
    # Where no tool that the filters leave has it either, nothing is shown instead.
    assert CATALOGUE.run("search", "bulying", "--theme", "none").must(0).out == "0 tools\n"


@check
def quotation_marks_keep_words_together_and_as_they_are():
    assert found('"about bullying"') == ["film"]
    assert found('"bullying about"') == []
    assert found('"bulying"') == []


@check
def the_end_of_a_long_word_finds_it():
    assert found("aflet") == []
    assert found("flet") == found("leaflet") == ["leaflet"]
    assert found("let", "leaf") == []


@check
def words_may_be_quoted_together_or_not():
    assert found("about bullying") == found("about", "bullying") == ["film"]


@check
def every_filter_filters():
    for options, expected in (
            (["--age", "8-10"], ["lesson"]),
            (["--age", "9-11"], ["lesson"]),
            (["--age", "10-12"], ["lesson", "film"]),
            (["--age", "11-"], ["film"]),
            (["--age", "-8"], ["lesson"]),
            (["--age=12"], ["film"]),
            (["--age", "none"], ["leaflet"]),
            (["--theme", "privacy"], ["lesson"]),
            (["--theme", "https://w3id.org/sidekick/theme/privacy"], ["lesson"]),
            (["--theme", "none"], ["leaflet"]),
            (["--format", "lesson_plan"], ["lesson"]),
            (["--format", HCRT + "video"], ["film"]),
            (["--language", "nl"], ["lesson"]),
            (["--language", "NL-be"], ["lesson"]),
            (["--language", "none"], ["leaflet"]),
            (["--audience", "teacher"], ["lesson"]),
            (["--setting", "school"], ["lesson"]),
            (["--setting", "none"], ["film", "leaflet"]),
            (["--max-minutes", "50"], ["lesson"]),
            (["--max-minutes", "49"], []),
            (["--max-minutes", "longer"], ["film"]),
            (["--max-minutes", "none"], ["leaflet"]),
            (["--publisher", "example centre"], ["lesson"]),
            (["--publisher", "Nobody"], []),
            (["--licence", BY], ["lesson"]),
            (["--licence", "none"], ["film", "leaflet"]),
            (["--free"], ["lesson"]),
            (["--free=false"], ["film"]),
            (["--free=none"], ["leaflet"]),
            (["--without", "screen"], ["lesson"]),
            (["--without", "printer"], ["lesson", "film"]),
            (["--theme", "https://example.org/theme/unheard-of"], []),
    ):
        assert found(*options) == expected, (options, found(*options))


@check
def free_does_not_swallow_the_next_word():
    assert found("--free", "lesson") == ["lesson"]
    assert found("--free", "film") == []


@check
def an_option_given_twice_means_either():
    assert found("--language", "nl", "--language", "none") == ["lesson", "leaflet"]
    assert found("--theme", "security", "--theme", "privacy") == ["lesson", "film"]
    assert found("--max-minutes", "30", "--max-minutes", "60") == ["lesson"]


@check
def different_options_mean_both():
    assert found("--language", "fr", "--free") == ["lesson"]
    assert found("--language", "fr", "--theme", "none") == []


@check
def order_is_chosen():
    assert found("--order", "title") == ["film", "lesson", "leaflet"]
    assert found("--order", "shortest") == ["lesson", "film", "leaflet"]
    assert found("--order", "newest", "bullying") == ["lesson", "film"]


@check
def limit_bounds_the_results_and_not_the_count():
    answer = search("--limit", "1")
    assert answer["count"] == 3 and names(answer) == ["Bullying: a lesson"]
    assert len(search("--limit", "0")["results"]) == 3


@check
def the_default_limit_is_twenty():
    catalogue = Catalogue(starter=True)
    answer = catalogue.json("search")
    assert answer["count"] > 20 and len(answer["results"]) == 20
    assert "--limit 0 shows all" in catalogue.run("search").must(0).out
    assert "--limit" not in catalogue.run("search", "--quiet").must(0).out


@check
def facets_come_when_asked_for():
    assert "facets" not in search()
    facets = search("--facets")["facets"]
    assert list(facets) == FACETS
    for values in facets.values():
        assert values[-1]["value"] == "none" and values[-1]["label"] == "not stated"
        for value in values:
            assert set(value) == {"value", "label", "count"}, value


def counts(facet, *words):
    return {value["value"]: value["count"] for value in search("--facets", *words)["facets"][facet]}


@check
def facets_count_every_value():
    assert counts("age") == {"3-5": 0, "6-8": 1, "9-11": 1, "12-14": 1, "15-18": 1, "19-99": 1,
                             "none": 1}
    assert counts("length") == {"15": 0, "30": 0, "50": 1, "100": 1, "longer": 1, "none": 1}
    assert counts("language") == {"fr": 2, "nl": 1, "none": 1}
    assert counts("free") == {"true": 1, "false": 1, "none": 1}
    assert counts("publisher") == {"Example Centre": 1, "none": 2}
    assert counts("licence") == {BY: 1, "none": 2}
    themes = counts("theme")
    assert len(themes) == 20 and themes["https://w3id.org/sidekick/theme/bullying"] == 1


@check
def a_facets_own_choice_does_not_narrow_its_counts():
    assert counts("language", "--language", "nl") == {"fr": 2, "nl": 1, "none": 1}
    assert counts("free", "--language", "nl") == {"true": 1, "false": 0, "none": 0}
    assert counts("age", "--age", "8-10")["8-10"] == 1
    assert counts("age", "--age", "8-10")["12-14"] == 1


@check
def labels_of_facets_are_for_people():
    facets = search("--facets")["facets"]
    labels = {value["value"]: value["label"] for value in facets["length"]}
    assert labels["30"] == "up to 30 minutes", labels
    text = CATALOGUE.run("search", "--facets").must(0).out
    assert "(bullying)" in text and "up to 50 minutes" in text, text


@check
def a_result_says_what_tells_it_apart():
    lesson = search("lesson")["results"][0]
    assert lesson["id"] == "https://example.org/tools/lesson"
    assert lesson["ages"] == "8-10" and lesson["minutes"] == 50 and lesson["free"] is True
    leaflet = search("leaflet")["results"][0]
    assert leaflet["ages"] is None and leaflet["minutes"] is None and leaflet["free"] is None
    text = CATALOGUE.run("search", "lesson").must(0).out
    assert text.startswith("1 tool\n\nBullying: a lesson\n  8-10 | 50 minutes | nl, fr | Example"), text


@check
def an_unknown_short_name_is_wrong_use_and_names_near_ones():
    assert "bullying" in CATALOGUE.run("search", "--theme", "bulying").must(2).err
    assert "lesson_plan" in CATALOGUE.run("search", "--format", "lessonplan").must(2).err
    assert "youth-work" in CATALOGUE.run("search", "--setting", "zzzzzzzzzzzzzz").must(2).err


@check
def values_that_make_no_sense_are_wrong_use():
    for words in (["--age", "young"], ["--age", "10-8"], ["--age", ""], ["--max-minutes", "short"],
                  ["--max-minutes", "0"], ["--free=maybe"], ["--without", "stairs"],
                  ["--order", "random"],
                  ["--limit", "many"], ["--limit", "-1"], ["--language", ""]):
        CATALOGUE.run("search", *words).must(2)


@check
def a_word_that_begins_with_a_dash_follows_two():
    assert found("--", "--free") == []
    assert found("--", "-lesson") == ["lesson"]


main()
