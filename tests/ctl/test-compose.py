# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions proposed from the starter catalogue, held against what its tools state."""

import functools
import json
import os

from ctl import Catalogue, check, feed, main, record, run, theme

THEME = "https://w3id.org/sidekick/theme/"
PROPERTY = "https://w3id.org/sidekick/property/"
STARTER = Catalogue(starter=True)

# What is asked: minutes, ages, languages, themes, and more words.
WISHES = [
    (50, "9-11", ["nl"], {}, []),
    (50, "10-11", ["de"], {}, ["--size", "22"]),
    (50, "12-14", ["fr"], {"bullying": 2, "privacy": 1}, []),
    (100, "15-18", ["en", "fr"], {"disinformation": 1}, []),
    (20, "9-", ["nl", "en"], {}, ["--without", "sound,tables"]),
    (180, "12-18", ["nl"], {}, ["--without", "internet", "screen", "--size", "60"]),
    (45, "6-8", ["nl", "fr", "de"], {"wellbeing": 1, "screen-time": 1, "gaming": 3}, []),
    (37, "19-", ["en"], {}, []),
]


def compose(catalogue, *words, status=0):
    return catalogue.run("--json", "compose", *words).must(status).json


def ask(minutes, ages, languages, themes, more):
    words = ["--minutes", str(minutes), "--age", ages, *more]
    for language in languages:
        words += ["--language", language]
    for name, weight in themes.items():
        words += ["--theme", f"{name}={weight}"]
    return words


@functools.cache
def show(resource):
    return STARTER.json("show", resource)


def bounds(ages):
    low, _, high = ages.partition("-")
    return int(low or 0), int(high or 99)


def tools(plan):
    return [block for block in plan["blocks"] if block["kind"] == "tool"]


def check_tool(block, ages, languages, themes):
    tool = show(block["resource"])
    unknown = [reason for reason in block["reasons"] if reason.startswith("unknown: ")]
    assert block["reasons"]

    assert set(languages) & {tag.split("-")[0] for tag in tool["languages"]}, tool
    if tool["ages"]:
        (low, high), (from_, to) = bounds(tool["ages"]), bounds(ages)
        assert low <= to and from_ <= high, tool["ages"]
    else:
        assert "unknown: age" in unknown
    if tool["minutes"]:
        assert (tool["minutesMin"] or tool["minutes"]) <= block["minutes"] <= tool["minutes"]
        assert not block["minutesGuessed"]
    else:
        assert block["minutesGuessed"]
        assert any("minutes" in reason and "our guess by format" in reason for reason in unknown)
    assert tool["needs"] or "unknown: needs" in unknown
    if themes:
        assert {THEME + name for name in themes} & {each["value"] for each in tool["themes"]}


def check_plan(plan, minutes, ages, languages, themes):
    blocks = plan["blocks"]
    assert plan["title"] and plan["summary"]
    assert sum(block["minutes"] for block in blocks) == plan["minutes"] == minutes
    assert blocks[0]["kind"] == "welcome" and blocks[-1]["kind"] == "debrief"
    assert tools(plan)
    for block in blocks:
        assert block["title"] and block["reasons"] and block["minutes"] > 0
    for block in tools(plan):
        check_tool(block, ages, languages, themes)


def check_no_tool_twice(plan):
    seen = set()
    for block in tools(plan):
        tool = show(block["resource"])
        versions = {tool["id"], tool["translationOf"], *tool["translations"]} - {None}
        assert not versions & seen, versions
        seen |= versions


@check
def every_wish_is_met_by_three_plans():
    for wish in WISHES:
        answer = compose(STARTER, *ask(*wish))
        assert len(answer["plans"]) == 3, (wish, len(answer["plans"]))
        for plan in answer["plans"]:
            check_plan(plan, *wish[:4])
            check_no_tool_twice(plan)


@check
def plans_differ():
    for wish in WISHES:
        plans = compose(STARTER, *ask(*wish))["plans"]
        used = {frozenset(block["resource"] for block in tools(plan)) for plan in plans}
        assert len(used) == len({plan["title"] for plan in plans}) == 3


@check
def the_same_wish_gives_the_same_plans():
    words = ask(*WISHES[0])
    first = STARTER.run("--json", "compose", *words).out
    again = Catalogue(starter=True)
    assert again.run("--json", "compose", *words).out == first


@check
def the_language_of_the_reader_changes_words_alone():
    def choice(language):
        out = run(*STARTER.options, "--json", "compose", *ask(*WISHES[0]),
                  LC_ALL="C.UTF-8", LANGUAGE=language).must(0).json
        return [[(block["kind"], block["minutes"], block["resource"]) for block in plan["blocks"]]
                for plan in out["plans"]]

    assert choice("nl") == choice("de") == choice("")


@check
def what_is_to_be_avoided_is_not_used():
    words = ask(*WISHES[0])
    used = [block["resource"] for block in tools(compose(STARTER, *words)["plans"][0])]
    for avoid in (["--avoid", ",".join(used)], ["--avoid", *used],
                  [word for each in used for word in ("--avoid", each)]):
        answer = compose(STARTER, *words, *avoid)
        for plan in answer["plans"]:
            assert not {block["resource"] for block in tools(plan)} & set(used)
        told = {each["resource"]: each["reason"] for each in answer["leftOut"]}
        assert all(told[each] == "not once more" for each in used), told


@check
def themes_are_named_in_any_way():
    plain = compose(STARTER, "--minutes", "50", "--theme", "bullying")["plans"]
    assert plain == compose(STARTER, "--minutes", "50", "--theme", THEME + "bullying=4")["plans"]
    assert plain == compose(STARTER, "--minutes", "50", "--theme", "Cyberbullying")["plans"]
    assert plain == compose(STARTER, "--minutes", "50", "--theme", "bullying=1,coding=0")["plans"]


def need(*names):
    return [{"type": "PropertyValue", "propertyID": PROPERTY + "needs", "value": name}
            for name in names]


def known(name, minutes=20, needs=("tables",), **more):
    return record(name, inLanguage=["nl"], typicalAgeRange="9-11", timeRequired=f"PT{minutes}M",
                  additionalProperty=need(*needs), **more)


def small(*records):
    catalogue = Catalogue()
    catalogue.run("sync", catalogue.write("feed.json", feed(*records))).must(0)
    return catalogue


@check
def known_tools_go_first():
    catalogue = small(known("a", about=[theme("privacy")]), known("b", about=[theme("coding")]),
                      record("unknown", inLanguage=["nl"], about=[theme("gaming")]))
    plans = compose(catalogue, "--minutes", "50", "--age", "9-11", "--without", "sound")["plans"]
    assert {block["title"] for block in tools(plans[0])} == {"a", "b"}
    assert not any(reason.startswith("unknown") for block in plans[0]["blocks"]
                   for reason in block["reasons"])
    assert any(block["title"] == "unknown" for plan in plans[1:] for block in tools(plan))


@check
def stated_needs_are_held_against_the_room():
    catalogue = small(known("film", needs=("screen", "sound")), known("paper"))
    plans = compose(catalogue, "--minutes", "30", "--without", "sound")["plans"]
    assert [[block["title"] for block in tools(plan)] for plan in plans] == [["paper"]]
    answer = compose(catalogue, "--minutes", "30", "--without", "sound", "tables", status=1)
    assert answer["plans"] == [] and answer["relax"]["constraint"] == "needs"
    assert "sound, tables" in answer["relax"]["advice"]


@check
def the_one_wish_in_the_way_is_named():
    catalogue = small(known("a"))
    for words, constraint in (
            (["--age", "15-18"], "age"),
            (["--language", "fr"], "language"),
            (["--without", "tables"], "needs"),
            (["--avoid", catalogue.json("search")["results"][0]["id"]], "avoid"),
            (["--theme", "coding"], "themes"),
    ):
        answer = catalogue.run("--json", "compose", "--minutes", "30", *words).must(1)
        assert answer.json["plans"] == []
        assert answer.json["relax"]["constraint"] == constraint, (constraint, answer.json)
        assert answer.json["relax"]["advice"] in answer.err

    answer = compose(catalogue, "--minutes", "15", status=1)
    assert answer["relax"]["constraint"] == "minutes"
    assert "25 minutes" in answer["relax"]["advice"]


@check
def an_empty_catalogue_has_nothing_to_relax():
    answer = compose(Catalogue(), "--minutes", "50", status=1)
    assert answer["plans"] == [] and answer["relax"]["constraint"] is None


@check
def people_read_it_too():
    text = STARTER.run("compose", *ask(*WISHES[0])).must(0).out
    assert text.startswith("Balanced (")
    assert "    5  Welcome\n" in text and "Debrief" in text and "Left out:" in text
    assert "unknown:" not in text


@check
def a_session_is_written():
    path = os.path.join(STARTER.folder, "hour.sidekick")
    words = ask(50, "9-11", ["nl"], {}, ["--size", "22", "--without", "sound", "printer"])
    answer = compose(STARTER, *words, "-o", path)
    with open(path, encoding="utf-8") as file:
        session = json.load(file)
    assert session["format"] == "sidekick-session"
    assert session["start"].endswith("T10:00") and session["end"].endswith("T10:50")
    assert session["start"][5:8] == "02-"
    assert session["inLanguage"] == ["nl"]
    assert session["group"]["size"] == 22 and session["group"]["typicalAgeRange"] == "9-11"
    assert sorted(session["room"]) == ["devices", "internet", "screen", "tables"]
    blocks = answer["plans"][0]["blocks"]
    assert [block["minutes"] for block in session["blocks"]] == [each["minutes"] for each in blocks]
    assert [block.get("resource") for block in session["blocks"]] == [
        each["resource"] for each in blocks]
    assert all("record" in block for block in session["blocks"] if block["kind"] == "tool")


@check
def a_session_that_cannot_be_written_is_said():
    STARTER.run("compose", "--minutes", "50", "-o", "/nowhere/at/all.sidekick").must(1)


@check
def misuse_is_said():
    for words, part in (
            ([], "--minutes 50"),
            (["--minutes", "0"], "--minutes takes"),
            (["--minutes", "x"], "--minutes takes"),
            (["--minutes", "1441"], "--minutes takes"),
            (["--minutes", "50", "--age", "old"], "--age takes"),
            (["--minutes", "50", "--size", "-3"], "--size takes"),
            (["--minutes", "50", "--language", "9"], "--language takes"),
            (["--minutes", "50", "--without", "chairs"], "--without takes"),
            (["--minutes", "50", "--theme", "bullyin"], "did you mean: bullying"),
            (["--minutes", "50", "--theme", "bullying=much"], "--theme takes"),
            (["--minutes", "50", "--theme", "bullying=-1"], "--theme takes"),
            (["--minutes", "50", "--theme", "bullying=0"], "above 0"),
            (["--minutes", "50", "--theme", "none"], "--theme takes"),
            (["--minutes", "50", "words"], "one word too many"),
    ):
        assert part in STARTER.run("compose", *words).must(2).err, words


main()
