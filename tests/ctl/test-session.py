# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import re

from ctl import check, main, run
from planning import TOOL, ZONE, Planning


def titles(session):
    return [block["title"] for block in session["blocks"]]


def three(planning, name="three.sidekick"):
    planning.run("new", name, "--start", "2027-02-09T10:25").must(0)
    for title in "abc":
        planning.run("add", name, "--own", "do", "--title", title, "--minutes", "10").must(0)
    return name


@check
def new_takes_the_facts_of_the_session():
    planning = Planning()
    planning.run("new", "a.sidekick", "--title", "Les", "--start", "2027-02-09T10:25", "--end",
                 "2027-02-09T11:15", "--age", "10-11", "--size", "22", "--setting", "school",
                 "--language", "nl,fr", "--place", "Lokaal 12", "--group", "5B", "--room",
                 "screen,internet", "--aims", "Samen").must(0)
    session = planning.show("a.sidekick")
    assert session["title"] == "Les"
    assert (session["start"], session["end"]) == ("2027-02-09T10:25", "2027-02-09T11:15")
    assert session["bell"] is True and session["minutes"] == 0 and session["free"] == 50
    assert session["timezone"] == ZONE
    assert (session["ages"], session["size"], session["group"]) == ("10-11", 22, "5B")
    assert session["setting"].endswith("/setting/school")
    assert session["languages"] == ["nl", "fr"] and session["room"] == ["internet", "screen"]
    assert session["place"] == "Lokaal 12" and session["aims"] == "Samen"
    assert session["blocks"] == []


@check
def new_proposes_the_next_safer_internet_day():
    planning = Planning()
    planning.run("new", "a.sidekick").must(0)
    start = planning.show("a.sidekick")["start"]
    assert re.fullmatch(r"20\d\d-02-(0[5-9]|1[01])T10:00", start), start


@check
def new_never_overwrites_a_file():
    planning = Planning()
    planning.run("new", "a.sidekick").must(0)
    before = planning.read("a.sidekick")
    assert "there already" in planning.run("new", "a.sidekick").must(1).err
    assert planning.read("a.sidekick") == before


@check
def new_from_every_template_in_every_language():
    planning = Planning()
    minutes = {"safer-internet-day": 50, "class-hour": 50, "starter-20": 20, "ten-minutes-left": 10,
               "library-visit": 60, "library-drop-in": 90, "three-corners": 80, "hard-subject": 50,
               "parents-evening": 75, "half-day": 180}
    wrong = planning.run("new", "a.sidekick", "--template", "no-such").must(2).err
    assert all(name in wrong for name in minutes), wrong
    for template, length in minutes.items():
        for language in ("nl", "fr", "de", "en"):
            name = f"{template}-{language}.sidekick"
            planning.run("new", name, "--template", template, "--language", language, "--start",
                         "2027-02-09T13:00").must(0)
            session = planning.show(name)
            assert session["minutes"] == length and session["free"] == 0, (template, session)
            assert session["start"] == "2027-02-09T13:00" and session["overrun"] == 0
            assert session["languages"] == [language]
            assert all(titles(session)) and session["title"]


@check
def times_are_local_in_a_zone_of_choice():
    planning = Planning()
    planning.run("new", "a.sidekick", "--start", "2027-02-09 10:25", "--end", "11:15", "--zone",
                 "America/St_Johns").must(0)
    session = planning.show("a.sidekick")
    assert session["timezone"] == "America/St_Johns"
    assert (session["start"], session["end"]) == ("2027-02-09T10:25", "2027-02-09T11:15")
    planning.run("set", "a.sidekick", "--zone", "Europe/Brussels").must(0)
    session = planning.show("a.sidekick")
    assert (session["timezone"], session["start"]) == ("Europe/Brussels", "2027-02-09T10:25")


@check
def the_bell_goes_with_the_start():
    planning = Planning()
    planning.run("new", "a.sidekick", "--start", "2027-02-09T10:25", "--end", "11:15").must(0)
    for start, then in (("2027-03-01T10:25", ("2027-03-01T10:25", "2027-03-01T11:15")),
                        ("10:30", ("2027-03-01T10:30", "2027-03-01T11:15")),
                        ("13:00", ("2027-03-01T13:00", "2027-03-01T13:45"))):
        planning.run("set", "a.sidekick", "--start", start).must(0)
        session = planning.show("a.sidekick")
        assert (session["start"], session["end"]) == then, session
    planning.run("set", "a.sidekick", "--start", "23:30", "--end", "00:30").must(0)
    assert planning.show("a.sidekick")["end"] == "2027-03-02T00:30"
    planning.run("set", "a.sidekick", "--end", "none").must(0)
    assert planning.show("a.sidekick")["bell"] is False


@check
def add_pins_a_tool_of_the_catalogue():
    planning = Planning()
    planning.run("new", "a.sidekick", "--language", "nl").must(0)
    planning.run("add", "a.sidekick", TOOL).must(0)
    block = planning.show("a.sidekick")["blocks"][0]
    assert block["kind"] == "tool" and block["resource"] == TOOL
    assert block["title"] == "MediaMasters" and block["publishers"] and block["url"]
    assert block["minutes"] > 0 and block["minutesGuessed"] in (True, False)
    stored = json.loads(planning.read("a.sidekick"))["blocks"][0]
    assert stored["record"]["id"] == TOOL
    assert "no tool with the id" in planning.run("add", "a.sidekick", TOOL + "x").must(1).err


@check
def add_takes_own_blocks_of_every_kind():
    planning = Planning()
    planning.run("new", "a.sidekick").must(0)
    kinds = ["welcome", "talk", "do", "play", "break", "debrief", "help"]
    for kind in kinds:
        planning.run("add", "a.sidekick", "--own", kind, "--title", kind.upper()).must(0)
    session = planning.show("a.sidekick")
    assert [block["kind"] for block in session["blocks"]] == kinds
    assert titles(session) == [kind.upper() for kind in kinds]
    for kind in ("tool", "groups", "nap", ""):
        planning.run("add", "a.sidekick", "--own", kind).must(2)


@check
def add_puts_a_block_where_it_is_wanted():
    planning = Planning()
    name = three(planning)
    planning.run("add", name, "--own", "talk", "--title", "x", "--at", "2").must(0)
    assert titles(planning.show(name)) == ["a", "x", "b", "c"]
    planning.run("add", name, "--own", "talk", "--at", "6").must(2)
    planning.run("add", name, "--own", "talk", "--at", "0").must(2)
    planning.run("add", name, "--own", "talk", "--at", "1", "--beside", "1").must(2)


@check
def add_beside_a_block_makes_lanes():
    planning = Planning()
    name = three(planning)
    for title in ("x", "y", "z"):
        planning.run("add", name, "--own", "play", "--title", title, "--beside", "2").must(0)
    session = planning.show(name)
    assert [block["kind"] for block in session["blocks"]] == ["do", "groups", "do"]
    assert titles({"blocks": session["blocks"][1]["lanes"]}) == ["b", "x", "y", "z"]
    planning.run("add", name, "--own", "play", "--beside", "2").must(1)
    planning.run("set", name, "2.3", "--title", "Y", "--size", "7").must(0)
    lane = planning.show(name)["blocks"][1]["lanes"][2]
    assert (lane["title"], lane["size"]) == ("Y", 7)
    planning.run("set", name, "2.3", "--minutes", "9").must(2)
    planning.run("remove", name, "2.1").must(0)
    planning.run("move", name, "2.1", "1").must(0)
    assert titles(planning.show(name))[0] == "x"


@check
def times_flow_and_locks_hold():
    planning = Planning()
    session = planning.show(planning.hour())
    starts = [(block["start"], block["minutes"], block["locked"], block["overrun"])
              for block in session["blocks"]]
    assert starts == [("2027-02-09T10:25", 5, False, 0), ("2027-02-09T10:30", 25, False, 5),
                      ("2027-02-09T10:50", 12, True, 0), ("2027-02-09T11:02", 8, False, 0)], starts
    assert session["overrun"] == 5 and session["free"] == 5 and session["minutes"] == 50


@check
def move_gives_a_block_another_number():
    planning = Planning()
    name = three(planning)
    for words, order in ((("1", "3"), "bca"), (("3", "1"), "abc"), (("2", "2"), "abc"),
                         (("2", "1"), "bac")):
        planning.run("move", name, *words).must(0)
        assert titles(planning.show(name)) == list(order), (words, order)
    planning.run("move", name, "1", "9").must(1)
    planning.run("move", name, "9", "1").must(1)
    planning.run("move", name, "1", "0").must(2)
    planning.run("move", name, "1").must(2)


@check
def set_changes_all_that_is_said_of_a_block():
    planning = Planning()
    name = three(planning)
    planning.run("set", name, "2", "--title", "B", "--minutes", "15", "--lock", "10:50", "--note",
                 "stil", "--goal", "waarom", "--material", "stiften", "--material", "papier",
                 "--min", "5", "--skippable", "true", "--activity", "play").must(0)
    block = planning.show(name)["blocks"][1]
    assert block["title"] == "B" and block["minutes"] == 15 and block["locked"] is True
    assert block["note"] == "stil" and block["goal"] == "waarom" and block["gap"] == 15
    assert block["materials"] == ["stiften", "papier"] and block["minutesMin"] == 5
    assert block["skippable"] is True and block["activity"] == "play"
    planning.run("set", name, "2", "--lock", "none", "--min", "none", "--skippable", "false",
                 "--note", "", "--material", "none").must(0)
    block = planning.show(name)["blocks"][1]
    assert block["locked"] is False and block["minutesMin"] is None and block["note"] is None
    assert block["skippable"] is False and block["materials"] == []


@check
def set_says_what_an_option_takes():
    planning = Planning()
    name = three(planning)
    before = planning.read(name)
    for words in (("1", "--minutes", "0"), ("1", "--minutes", "1441"), ("1", "--minutes", "ten"),
                  ("1", "--lock", "25:00"), ("1", "--lock", "10:5"), ("1", "--min", "-1"),
                  ("1", "--skippable", "maybe"), ("1", "--activity", "sleep"),
                  ("1", "--size", "lots"), ("1", "--start", "10:25"), ("1", "--place", "here"),
                  ("--minutes", "10"), ("--note", "x"), ("--material", "x"),
                  ("--start", "tomorrow"), ("--start", "2027-02-30T10:25"),
                  ("--end", "2027-02-09T10:25"), ("--zone", "Mars/Olympus"), ("--age", "old"),
                  ("--setting", "moon"), ("--room", "internet,gold"), ("--language", "n"),
                  ("x", "--title", "t"), ("1", "2", "--title", "t"), ("--frobnicate",)):
        planning.run("set", name, *words).must(2)
    planning.run("set", name, "9", "--title", "x").must(1)
    planning.run("set", name, "1.1", "--title", "x").must(1)
    planning.run("set").must(2)
    assert planning.read(name) == before


@check
def remove_takes_one_block():
    planning = Planning()
    name = three(planning)
    planning.run("remove", name, "2").must(0)
    assert titles(planning.show(name)) == ["a", "c"]
    planning.run("remove", name, "3").must(1)
    planning.run("remove", name).must(2)
    planning.run("remove", name, "1").must(0)
    planning.run("remove", name, "1").must(0)
    assert "has 0 blocks" in planning.run("remove", name, "1").must(1).err


@check
def a_change_is_counted_and_no_change_is_none():
    planning = Planning()
    name = three(planning)
    edits = json.loads(planning.read(name))["edits"]
    assert len(edits) == 4 and set(edits.values()) == {1}, edits
    before = planning.read(name)
    planning.run("set", name, "1", "--title", "a").must(0)
    assert planning.read(name) == before


@check
def a_change_answers_with_the_session():
    planning = Planning()
    planning.run("new", "a.sidekick").must(0)
    answer = planning.run("add", "a.sidekick", "--own", "talk", "--json").must(0)
    assert answer.json == planning.show("a.sidekick")
    assert planning.run("set", "a.sidekick", "--title", "x", "-q").must(0).out == ""


@check
def fields_of_a_later_time_survive():
    planning = Planning()
    name = three(planning)
    stored = json.loads(planning.read(name))
    stored["sticker"] = {"kind": "hedgehog"}
    stored["blocks"][0]["mood"] = [1, 2]
    with open(planning.path(name), "w", encoding="utf-8") as file:
        json.dump(stored, file)
    planning.run("set", name, "2", "--title", "B").must(0)
    stored = json.loads(planning.read(name))
    assert stored["sticker"] == {"kind": "hedgehog"} and stored["blocks"][0]["mood"] == [1, 2]


@check
def a_newer_file_is_shown_and_not_changed():
    planning = Planning()
    name = three(planning)
    stored = json.loads(planning.read(name))
    stored["version"] = 99
    with open(planning.path(name), "w", encoding="utf-8") as file:
        json.dump(stored, file)
    before = planning.read(name)
    assert titles(planning.show(name)) == ["a", "b", "c"]
    for words in (("set", name, "--title", "x"), ("add", name, "--own", "do"),
                  ("remove", name, "1"), ("move", name, "1", "2")):
        assert "newer Sidekick" in planning.run(*words).must(1).err
    assert planning.read(name) == before


@check
def what_is_no_session_is_refused():
    planning = Planning()
    for name, content in (("empty.sidekick", b""), ("text.sidekick", b"hello"),
                          ("other.sidekick", b"{\"format\": \"other\"}")):
        with open(planning.path(name), "wb") as file:
            file.write(content)
        planning.run("show", name).must(1)
        planning.run("set", name, "--title", "x").must(1)
        assert planning.read(name) == content
    planning.run("show", "nowhere.sidekick").must(1)


@check
def show_tells_a_person_the_same():
    planning = Planning()
    text = planning.run("show", planning.hour()).must(0).out
    for words in ("Safer Internet Day met 5B", "10:25    5  Welkom", "5 minutes too long", "locked",
                  "Note: Noah zit alleen", "- stiften", "11:15", TOOL):
        assert words in text, (words, text)


@check
def a_link_holds_the_plan_and_no_secrets():
    planning = Planning()
    name = planning.hour()
    link = planning.run("link", name).must(0).out.strip()
    assert link.startswith("sidekick:session#1.") and len(link) < 2331
    assert planning.run("link", name, "--json").must(0).json == {"link": link}
    shown = planning.run("show", link, "--json").must(0).json
    assert titles(shown) == titles(planning.show(name))
    assert "Noah" not in json.dumps(shown)
    planning.run("new", "copy.sidekick", "--from", link).must(0)
    block = json.loads(planning.read("copy.sidekick"))["blocks"][1]
    assert block["record"]["id"] == TOOL and "note" not in block
    assert "newer" in planning.run("show", "sidekick:session#2.x").must(1).err
    planning.run("show", link[:-9]).must(1)
    planning.run("new", "d.sidekick", "--from", link, "--template", "class-hour").must(2)
    assert not os.path.exists(planning.path("d.sidekick"))


@check
def verbs_explain_themselves():
    text = run("help", "session").must(0).out
    assert run("session", "--help").must(0).out == text
    for verb in ("new", "add", "move", "set", "remove", "show", "export", "link"):
        assert f"\n  {verb} " in text, verb
        explained = run("help", "session", verb).must(0).out
        assert f"session {verb}" in explained
        assert run("session", verb, "--help").must(0).out == explained
    assert "say what to do" in run("session").must(2).err
    assert "“dance”" in run("session", "dance").must(2).err
    run("help", "session", "dance").must(2)
    assert '"overrun"' in run("help", "json").must(0).out


main()
