# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be added to a session, and all of a block."""

from browsing import ask
from checks import check, main
from planning import planning
from window import until

NAME = "safer-internet-day-5b"
CHECK = "Check, check, dubbelcheck op internet"


def saves(plan, what, test):
    """Waits until the session on disk passes a test, and gives it."""
    return until(f"{what} to be on disk", lambda: test(plan.saved()) and plan.saved())


def pane(plan, name):
    """A page of the block."""
    return plan.program.tree.find("panel", plan.program.words(name))


def proposals(plan):
    return pane(plan, "Proposals").names("list item")


def proposed(plan):
    """The tools that are proposed, as they are read, once there are some."""
    return until("tools that are proposed", lambda: proposals(plan))


def inspect(plan, title):
    """Turns the pane to a block, and gives it."""
    plan.focus(title)
    plan.keys("Return")
    block = pane(plan, "Block")
    until(f"“{title}” in the pane", lambda: block.find("text", plan.program.words("Title")).text == title)
    return block


def search(plan, text):
    """Types what to look for, from a block on."""
    plan.focus("Pauze: even rekken")
    plan.keys("ctrl+f")
    plan.window.settle()
    plan.window.type(text)
    until(f"the search for {text}", lambda: pane(plan, "Proposals").find("entry", "Search for a tool").text == text)


def found(plan, *words):
    """The names of what a search finds in the same catalogue."""
    return [tool["name"] for tool in ask(plan.program.folder, "--limit", "1000", *words)["results"]]


def tab_to(plan, node):
    """Presses Tab until something has the focus."""
    for _ in range(20):
        plan.keys("Tab")
        plan.window.settle(0.1)
        if node.has("focused"):
            return
    raise AssertionError(f"Tab does not lead to “{node.name}”")


def are_among(proposals, names):
    for proposal in proposals:
        assert any(proposal.startswith(f"{name}, ") for name in names), proposal


def undone(plan, before):
    """A step back leads to the session of before."""
    plan.keys("ctrl+z")
    saves(plan, "what was before", lambda file: file["blocks"] == before["blocks"])


@check
def the_best_way_out_comes_first_and_can_be_taken_back():
    with planning(NAME) as plan:
        before = plan.saved()
        plan.program.tree.find("heading", "For the 5 minutes until the bell")
        box = plan.program.tree.find("grouping", "Move MediaMasters to 11:05")
        box.says("That fills the gap. “In twee groepen” then begins on time.")
        box.find("button", "Move").press()

        plan.order("b1", "b3", "b4", "b7", "b2", "b8")
        plan.program.tree.gone("grouping", "Move MediaMasters to 11:05")
        plan.program.tree.find("heading", "The session is full")

        undone(plan, before)
        plan.program.tree.find("grouping", "Move MediaMasters to 11:05")
        plan.program.tree.find("heading", "For the 5 minutes until the bell")


@check
def proposals_suit_the_group():
    with planning(NAME) as plan:
        plan.program.tree.says("10–11 years, Dutch, with what the room has")
        dutch = found(plan, "--language", "nl")
        are_among(proposed(plan), dutch)
        plan.focus("Pauze: even rekken")
        are_among(proposed(plan), dutch)


@check
def return_adds_a_tool_in_the_gap_before_the_debriefing():
    with planning(NAME) as plan:
        before = plan.saved()
        search(plan, "sociale media")
        first = proposed(plan)[0]
        row = plan.program.tree.find("list item", first)
        spoken = plan.program.tree.listen()
        tab_to(plan, row)
        plan.keys("Return")

        file = saves(plan, "one block more", lambda file: len(file["blocks"]) == 7)
        added = file["blocks"][5]
        assert first.startswith(added["title"]), added["title"]
        assert added["minutes"] <= 5 and added["record"]["id"] == added["resource"], added
        assert any(reason.startswith("unknown: ") for reason in added["reasons"]), added["reasons"]
        spoken.wait_for(f"“{added['title']}” added at 11:05")
        undone(plan, before)


@check
def what_is_typed_narrows_the_proposals():
    with planning(NAME) as plan:
        proposed(plan)
        search(plan, "media")
        matching = found(plan, "--language", "nl", "media")
        are_among(proposed(plan), matching)
        plan.window.type("qqxyz")
        plan.program.tree.says("No tool for “mediaqqxyz” suits this group and the minutes left.")
        plan.keys("Escape")
        proposed(plan)


@check
def blocks_of_ones_own_come_after_the_chosen_one():
    with planning(NAME) as plan:
        before = plan.saved()
        plan.focus("Pauze: even rekken")
        pane(plan, "Proposals").find("button", "Play").press()
        file = saves(plan, "a game", lambda file: len(file["blocks"]) == 7)
        assert file["blocks"][5]["kind"] == "play", file["blocks"][5]
        undone(plan, before)

        plan.focus("Pauze: even rekken")
        pane(plan, "Proposals").find("button", "Groups").press()
        file = saves(plan, "groups", lambda file: len(file["blocks"]) == 7)
        assert [lane["kind"] for lane in file["blocks"][5]["lanes"]] == ["do", "do"]
        undone(plan, before)


@check
def a_tool_is_dragged_into_the_timeline():
    with planning(NAME) as plan:
        first = plan.program.tree.find("list item", proposed(plan)[0])
        name = first.name
        left, top, width, height = first.place
        plan.window.drag((left + width // 2, top + 20), plan.middle("Pauze: even rekken"))
        file = saves(plan, "the tool that was dropped", lambda file: len(file["blocks"]) == 7)
        added = next(block for block in file["blocks"] if block["id"] not in ("b1", "b2", "b3", "b4", "b7", "b8"))
        assert name.startswith(added["title"]), added["title"]


def step(plan, change, what, test):
    """A change through the pane: it is on disk soon, and one step back leads to where it was."""
    before = plan.saved()
    change()
    saves(plan, what, test)
    plan.window.settle()
    undone(plan, before)


def b3(file):
    return next(block for block in file["blocks"] if block["id"] == "b3")


@check
def every_control_changes_the_file_in_one_step():
    with planning(NAME) as plan:
        block = inspect(plan, CHECK)

        def more_minutes():
            block.find("spin button", "Minutes…").click()
            plan.keys("Up", "Up")

        step(plan, more_minutes, "22 minutes", lambda file: b3(file)["minutes"] == 22)

        def less_at_least():
            block.find("spin button", "Shortest sensible length…").click()
            plan.keys("Down")

        step(plan, less_at_least, "at least 14", lambda file: b3(file)["minutesMin"] == 14)
        step(plan, block.find("radio button", "Talk").press, "talking", lambda file: b3(file)["activity"] == "talk")
        step(plan, block.find("check box", "May be dropped when late").click, "that it may be dropped",
             lambda file: b3(file).get("skippable") is True)
        step(plan, block.find("check box", "Fixed start").click, "a fixed start",
             lambda file: b3(file).get("lock") == "10:35")


@check
def a_fixed_start_is_a_time_to_write():
    with planning(NAME) as plan:
        block = inspect(plan, CHECK)
        block.says("now computed: 10:35")
        block.find("check box", "Fixed start").click()
        saves(plan, "a fixed start", lambda file: b3(file).get("lock") == "10:35")
        clock = block.find("spin button", "Begins at…")
        clock.click()
        plan.keys("ctrl+a")
        plan.window.type("10.40")
        plan.keys("Return")
        saves(plan, "another start", lambda file: b3(file)["lock"] == "10:40")
        block.says("5 min free before it")


@check
def what_is_written_is_a_step_for_each_pause():
    with planning(NAME) as plan:
        for label, field in (("Goal", "goal"), ("Notes, for you alone", "note"), ("Title", "title")):
            block = inspect(plan, CHECK)
            before = plan.saved()
            block.find("text", label).click()
            plan.keys("ctrl+End")
            plan.window.type(" One")
            saves(plan, "the first word", lambda file: b3(file)[field].endswith(" One"))
            plan.window.settle(1.5)
            plan.window.type(" two")
            saves(plan, "the second word", lambda file: b3(file)[field].endswith(" One two"))
            plan.keys("ctrl+z")
            saves(plan, "the first word alone", lambda file: b3(file)[field].endswith(" One"))
            undone(plan, before)


@check
def what_is_put_ready_is_a_list_to_write_in():
    with planning(NAME) as plan:
        block = inspect(plan, CHECK)
        before = plan.saved()
        materials = b3(before)["materials"]
        block.find("text", "Notes, for you alone").click()
        tab_to(plan, block.find("button", "Add Something"))
        plan.keys("Return")
        plan.window.settle()
        plan.window.type("scissors")
        saves(plan, "scissors", lambda file: b3(file)["materials"] == [*materials, "scissors"])
        plan.window.settle(1.5)
        block.find("button", "Remove").press()
        saves(plan, "no worksheets", lambda file: b3(file)["materials"] == [*materials[1:], "scissors"])
        plan.keys("ctrl+z")
        saves(plan, "the worksheets", lambda file: len(b3(file)["materials"]) == 4)
        undone(plan, before)


@check
def a_swap_keeps_the_place_and_the_minutes():
    with planning(NAME) as plan:
        before = plan.saved()
        inspect(plan, CHECK)
        plan.program.tree.find("button", "Swap…").press()
        dialog = plan.program.tree.find("dialog", "Swap")
        offers = until("tools to swap for", lambda: dialog.names("list item"))
        are_among(offers, found(plan, "--language", "nl"))
        dialog.find("button", "Swap").press()
        old = b3(before)["resource"]
        new = saves(plan, "another tool", lambda file: file["blocks"][2]["resource"] != old)["blocks"][2]
        assert new["minutes"] == 20 and offers[0].startswith(new["title"]), new
        plan.program.tree.gone("dialog", "Swap")
        undone(plan, before)


@check
def several_blocks_are_changed_at_once():
    with planning(NAME) as plan:
        before = plan.saved()
        inspect(plan, CHECK)
        plan.keys("ctrl+a")
        block = pane(plan, "Block")
        block.says("Together 50 min")
        step(plan, block.find("button", "5 min More").press, "five minutes more of each",
             lambda file: [block["minutes"] for block in file["blocks"]] == [10, 10, 25, 17, 8, 10])
        assert plan.saved()["blocks"] == before["blocks"]


@check
def it_speaks_dutch_and_german():
    with planning(NAME, language="nl") as plan:
        plan.program.tree.find("heading", "Voor de 5 minuten tot de bel")
        plan.program.tree.find("grouping", "MediaMasters naar 11.05")
        inspect(plan, CHECK).says("uitgever: 20 min")
    with planning("safer-internet-day-5-klasse", language="de") as plan:
        plan.program.tree.find("heading", "Die Einheit ist voll")


main()
