# SPDX-License-Identifier: GPL-3.0-or-later
import json
import subprocess

from browsing import filtered, focus
from checks import check, main
from sidekick import running
from window import PREFIX, until

FOLDED = ["Length", "Language", "Setting", "Audience", "Publisher", "Licence"]


def ask(program, *filters):
    """What the command line finds in the same catalogue."""
    command = [PREFIX / "bin" / "sidekickctl", "--data-dir", program.folder, "search", "--facets", "--json", *filters]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def tools(count):
    return "1 tool" if count == 1 else f"{count} tools"


def group(program, facet):
    return program.tree.find("grouping", facet)


def rows(program, facet):
    return group(program, facet).all("check box")


def counts(program, facet):
    """The counts that the rows of a facet say, in their order."""
    return [int(row.name.rsplit(", ", 1)[1].split()[0]) for row in rows(program, facet)]


def row(program, facet, label):
    return group(program, facet).find("check box", f"{label}, …")


def offer(program, missing, count):
    """What leads to tools that do not state something."""
    words = f"%u more without a stated {missing}"
    return program.window.translate(words, words, count).replace("%u", str(count))


def unfold_all(program):
    program.tree.find("button", "All 19 themes").press()
    program.tree.find("button", "All 26 formats").press()


@check
def rows_are_check_boxes_with_the_counts_of_the_command_line():
    with running() as program:
        program.tree.says("493 tools")
        unfold_all(program)
        facets = ask(program)["facets"]
        for facet, heading in (("theme", "Theme"), ("format", "Format")):
            named = [f"{value['label']}, {tools(value['count'])}" for value in facets[facet][:-1]]
            named.append(f"Not stated, {tools(facets[facet][-1]['count'])}")
            until(heading, lambda: [row.name for row in rows(program, heading)] == named)


@check
def folded_facets_unfold_and_count_the_same():
    with running() as program:
        for heading in FOLDED:
            program.tree.find("button", f"{heading} All").press()
        facets = ask(program)["facets"]
        for facet, heading in (("length", "Length"), ("setting", "Setting"), ("audience", "Audience")):
            until(heading, lambda: counts(program, heading) == [value["count"] for value in facets[facet]])
        languages = sorted((value["count"] for value in facets["language"][:-1]), reverse=True)
        until("the languages most used", lambda: counts(program, "Language") == languages[:8])
        *licences, none = [value["count"] for value in facets["licence"]]
        until("the licences", lambda: counts(program, "Licence") == [*sorted(licences, reverse=True), none])


@check
def a_choice_is_checked_and_narrows_the_other_facets():
    with running() as program:
        row(program, "Theme", "Privacy").press()
        found = ask(program, "--theme", "privacy")
        program.tree.says(tools(found["count"]))
        until("Privacy to be checked", lambda: row(program, "Theme", "Privacy").has("checked"))
        expected = [value["count"] for value in found["facets"]["format"]][:4]
        until("the formats to follow", lambda: counts(program, "Format") == expected)
        row(program, "Theme", "Privacy").press()
        program.tree.says("493 tools")


@check
def what_shows_nothing_stays_and_can_be_chosen():
    filters = ["--theme", "coding"]
    with running() as program:
        unfold_all(program)
        row(program, "Theme", "Coding").press()
        found = ask(program, *filters)
        program.tree.says(tools(found["count"]))
        empty = [value["label"] for value in found["facets"]["format"] if value["count"] == 0]
        assert empty, "the catalogue has a tool of every format about coding"
        last = group(program, "Format").find("check box", f"{empty[0]}, 0 tools")
        last.press()
        program.tree.says("No tools")
        until("it to be checked", lambda: group(program, "Format").find("check box", f"{empty[0]}, 0 tools").has("checked"))


@check
def a_choice_beyond_the_first_stays_in_sight():
    with running() as program:
        program.tree.find("button", "All 19 themes").press()
        row(program, "Theme", "Copyright").press()
        program.tree.find("button", "Show Fewer").press()
        until("eight themes", lambda: len(rows(program, "Theme")) == 8)
        until("Copyright as the last of them", lambda: rows(program, "Theme")[-1].name.startswith("Copyright"))


@check
def the_box_of_a_facet_finds_its_values():
    with running() as program:
        program.tree.find("button", "All 19 themes").press()
        until("all themes", lambda: len(rows(program, "Theme")) == 20)
        until("the box to have the focus", lambda: any(n.has("focused") for n in find_box(program).everything()))
        find_box(program).write("BÜLL")
        until("one theme", lambda: [row.name.split(",")[0] for row in rows(program, "Theme")] == ["Cyberbullying"])
        find_box(program).write("zzz")
        program.tree.says("Nothing by that name")
        program.window.keys("Escape")
        until("all themes", lambda: len(rows(program, "Theme")) == 20)
        program.window.keys("Escape")
        until("the first themes", lambda: len(rows(program, "Theme")) == 7)


def find_box(program):
    return program.tree.find("entry", "Find")


@check
def a_publisher_is_found_among_hundreds():
    with running() as program:
        program.tree.find("button", "Publisher All").press()
        until("the first publishers", lambda: len(rows(program, "Publisher")) == 8)
        program.tree.find("button", f"All {len(ask(program)['facets']['publisher']) - 1} publishers").press()
        find_box(program).write("code.org")
        found = program.tree.find("check box", "Code.org, …")
        found.press()
        program.tree.says(tools(ask(program, "--publisher", "Code.org")["count"]))


@check
def any_range_of_ages_can_be_asked_for():
    with running() as program:
        program.tree.says("493 tools")
        program.tree.find("toggle button", "Other Ages").press()
        for name, years in (("From", "8"), ("Up to and including", "10")):
            program.tree.find("spin button", name).click()
            program.window.keys("ctrl+a")
            program.window.type(years)
            program.window.keys("Return")
        found = ask(program, "--age", "8-10")
        program.tree.says(tools(found["count"]))
        program.tree.says("8–10 years")
        program.tree.find("button", "Any Age").press()
        program.tree.says("493 tools")


@check
def tools_without_an_age_can_be_asked_for_beside_a_band():
    with running() as program:
        program.tree.find("radio button", "9–11").press()
        program.tree.says(tools(ask(program, "--age", "9-11")["count"]))
        row(program, "Age", "Not stated").press()
        program.tree.says(tools(ask(program, "--age", "9-11", "--age", "none")["count"]))
        program.tree.find("radio button", "12–14").press()
        program.tree.says(tools(ask(program, "--age", "12-14", "--age", "none")["count"]))


@check
def enter_unfolds_a_facet_that_then_says_its_choice():
    with running() as program:
        focus(program, "Length All")
        program.window.keys("Return")
        row(program, "Length", "Up to 30 min").press()
        until("it to be unfolded", lambda: program.tree.find("button", "Length").has("expanded"))
        focus(program, "Length")
        program.window.keys("Return")
        program.tree.find("button", "Length Up to 30 min")


@check
def a_switch_shows_only_what_is_free():
    for language, free in (("en", "Free"), ("fr", "Gratuit")):
        with running(language) as program:
            switch = program.tree.find("check box", program.words("Only free"))
            found = ask(program, "--free")
            switch.press()
            until("it to be on", lambda: switch.has("checked"))
            filtered(program, free)
            hidden = found["facets"]["free"][-1]["count"]
            program.tree.find("button", offer(program, "cost", hidden)).press()
            cost = program.words("facet\x04Cost").rpartition("\x04")[2]
            filtered(program, free, program.words("%s: not stated").replace("%s", cost))
            switch.press()
            until("it to be off", lambda: not switch.has("checked"))


main()
