# SPDX-License-Identifier: GPL-3.0-or-later
import os

from ctl import SOURCE, Catalogue, check, feed, main, record, run

STARTER = "https://w3id.org/sidekick/starter/list/"


def listed(slug, *members, **more):
    return {
        "type": "ItemList",
        "id": "https://example.org/lists/" + slug,
        "name": {"en": slug, "nl": slug + " in het Nederlands"},
        "itemListElement": ["https://example.org/tools/" + each for each in members],
        **more,
    }


def ids(catalogue, *words):
    answer = catalogue.json("search", *words)
    return answer["count"], [each["id"].rsplit("/", 1)[1] for each in answer["results"]]


def synced(*elements):
    catalogue = Catalogue()
    path = catalogue.write("feed.json", feed(*elements))
    catalogue.run("sync", path).must(0)
    return catalogue, path


FIRST = "https://example.org/lists/first"


@check
def a_list_is_searched_alone():
    catalogue, _ = synced(record("a", inLanguage=["nl"]), record("b", inLanguage=["fr"]), record("c"),
                          listed("first", "b", "a", "not-here"))
    assert ids(catalogue) == (3, ["a", "b", "c"])
    assert ids(catalogue, "--collection", FIRST) == (2, ["a", "b"])
    assert ids(catalogue, "--collection", FIRST, "--language", "fr") == (1, ["b"])
    facets = catalogue.json("search", "--facets", "--collection", FIRST)["facets"]
    assert {each["value"]: each["count"] for each in facets["language"]} == {"fr": 1, "nl": 1, "none": 0}


@check
def a_list_is_no_tool():
    catalogue, path = synced(record("a"), listed("first", "a"))
    assert catalogue.json("status")["resources"] == 1
    [source] = catalogue.json("sync", path)["sources"]
    assert source["refused"] == 0 and source["unchanged"] == 1


@check
def a_list_that_is_not_there_is_wrong_use_and_others_are_named():
    catalogue, _ = synced(record("a"), listed("first", "a"), listed("second", "a"))
    answer = catalogue.run("search", "--collection", "https://example.org/lists/third").must(2)
    assert FIRST in answer.err and "lists/second" in answer.err, answer.err
    bare, _ = synced(record("a"))
    assert "no source has lists" in bare.run("search", "--collection", FIRST).must(2).err


@check
def a_list_changes_without_its_tools_and_goes_with_its_source():
    catalogue, path = synced(record("a"), record("b"), listed("first", "a"))
    catalogue.write("feed.json", feed(record("a"), record("b"), listed("first", "b")))
    [report] = catalogue.json("sync", path)["sources"]
    assert report["changed"] == report["added"] == 0
    assert ids(catalogue, "--collection", FIRST) == (1, ["b"])

    catalogue.write("feed.json", feed(record("a"), record("b")))
    catalogue.run("sync", path).must(0)
    catalogue.run("search", "--collection", FIRST).must(2)

    catalogue.write("feed.json", feed(record("a"), listed("first", "a")))
    catalogue.run("sync", path).must(0)
    assert ids(catalogue, "--collection", FIRST) == (1, ["a"])
    catalogue.run("sources", "remove", path).must(0)
    assert "no source has lists" in catalogue.run("search", "--collection", FIRST).must(2).err


@check
def of_two_sources_the_upper_one_has_the_list():
    catalogue, _ = synced(record("a"), listed("first", "a"))
    other = catalogue.write("other.json", feed(record("b"), listed("first", "b", "a")))
    catalogue.run("sync", other).must(0)
    assert ids(catalogue, "--collection", FIRST) == (1, ["a"])


@check
def the_starter_has_lists():
    catalogue = Catalogue(starter=True)
    count, found = ids(catalogue, "--collection", STARTER + "made-for-safer-internet-day")
    assert count == 5 and "safer-internet-day-education-packs" in found, found
    assert ids(catalogue, "--collection", STARTER + "stories-to-read-together", "--language", "de")[0] == 1


@check
def lists_and_events_are_validated():
    example = os.path.join(SOURCE, "tests/corpora/feed/valid/lists-and-an-event.json")
    assert "lists of tools: 2, events: 1" in run("validate", example).out
    [checked] = run("--json", "validate", example).json["files"]
    assert checked["collections"] == 2 and checked["events"] == 1 and checked["refused"] == 0

    catalogue = Catalogue()
    broken = catalogue.write("broken.json", feed(
        record("a", inLanguage=["en"]), listed("first", "a", name=None),
        {"type": "Event", "id": "https://example.org/day", "name": "Day", "startDate": "soon"}))
    answer = run("--json", "validate", broken).must(1)
    [checked] = answer.json["files"]
    codes = {each["code"] for each in checked["problems"] if each["severity"] == "error"}
    assert codes == {"missing-name", "bad-date"}, codes
    assert checked["refused"] == 2 and checked["resources"] == 1


main()
