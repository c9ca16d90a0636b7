# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline of a session, worked on by pointer and by keyboard, and what becomes of its file."""

import json
import os
import subprocess

from checks import check, main
from planning import open_session, planning, unchanged
from sessions import load
from window import until

SESSION = "safer-internet-day-5b"
OTHER = "safer-internet-day-6a"
WELCOME = "Welkom: wie was gisteren online?"
QUIZ = "MediaMasters"
CHECK = "Check, check, dubbelcheck op internet"
GROUPS = "In twee groepen"
BREAK = "Pauze: even rekken"
DEBRIEF = "Nabespreking: bij wie kan ik terecht?"
ORDER = [block["id"] for block in load(SESSION)["blocks"]]
WELCOME_ID, QUIZ_ID, CHECK_ID, GROUPS_ID, BREAK_ID, DEBRIEF_ID = ORDER
LANES = [lane["id"] for lane in load(SESSION)["blocks"][3]["lanes"]]


def show(plan):
    """What the command line says of the same file."""
    done = subprocess.run(
        [os.environ["SK_CTL"], "session", "show", plan.path, "--json"], capture_output=True, check=True
    )
    return json.loads(done.stdout)


def undo(plan):
    """Takes the last step back; the session is as it was."""
    plan.keys("ctrl+z")
    until("all as it was", lambda: plan.blocks() == load(SESSION)["blocks"])


@check
def each_block_says_all_that_is_seen_of_it():
    with unchanged(SESSION) as plan:
        labels = plan.labels()
        for label in (
            f"{WELCOME}, 5 minutes, 10:25 to 10:30, block 1 of 6",
            f"{CHECK}, 20 minutes, 10:35 to 10:55, block 3 of 6, 5 min past the fixed time 10:50",
            f"{GROUPS}, Max 24/7, Zeg Stop tegen Cyberpesten, 12 minutes, 10:50 to 11:02, block 4 of 6, fixed time",
            "Max 24/7, 12 minutes, 10:50 to 11:02, group 1 of 2",
        ):
            assert label in labels, (label, labels)


@check
def a_block_is_moved_by_a_drag_which_says_so():
    with unchanged(SESSION) as plan:
        plan.focus(QUIZ)
        heard = plan.program.tree.listen()
        plan.window.drag(plan.middle(QUIZ), plan.middle(DEBRIEF, 0.1))
        plan.order(WELCOME_ID, CHECK_ID, GROUPS_ID, BREAK_ID, QUIZ_ID, DEBRIEF_ID)
        heard.wait_for("MediaMasters, now 11:05, place 5. Everything fits.")
        assert [block["overrun"] for block in show(plan)["blocks"]] == [0] * 6
        undo(plan)


@check
def escape_leaves_what_is_dragged_where_it_was():
    with unchanged(SESSION) as plan:
        plan.focus(QUIZ)
        with plan.window.carrying(plan.middle(QUIZ), plan.middle(DEBRIEF, 0.1)):
            plan.program.tree.says("Nothing left free")
            plan.keys("Escape")
            plan.program.tree.says("5 min free")
        plan.focus(WELCOME)
        plan.keys("plus")
        plan.lasts(WELCOME_ID, 6)
        assert plan.ids() == ORDER, plan.ids()


@check
def what_is_chosen_is_dragged_together():
    with unchanged(SESSION) as plan:
        plan.focus(WELCOME)
        plan.keys("shift+Down")
        plan.focused(QUIZ)
        plan.window.drag(plan.middle(WELCOME), plan.middle(DEBRIEF, 0.1))
        plan.order(CHECK_ID, GROUPS_ID, BREAK_ID, WELCOME_ID, QUIZ_ID, DEBRIEF_ID)
        undo(plan)


@check
def a_drop_beside_a_block_makes_groups_of_the_two():
    with unchanged(SESSION) as plan:
        plan.focus(QUIZ)
        left, top, width, height = plan.find(WELCOME).place
        plan.window.drag(plan.middle(QUIZ), (left + width - 12, top + height // 2))
        plan.becomes("two groups", lambda: plan.blocks()[0]["kind"] == "groups")
        assert [lane["id"] for lane in plan.blocks()[0]["lanes"]] == [WELCOME_ID, QUIZ_ID]
        undo(plan)


@check
def the_lower_edge_snaps_to_five_minutes_and_with_shift_to_one():
    with unchanged(SESSION) as plan:
        left, top, width, height = plan.find(CHECK).place
        edge, a_minute = (left + width // 2, top + height - 2), height / 20
        plan.window.drag(edge, (edge[0], edge[1] - round(6 * a_minute)))
        plan.lasts(CHECK_ID, 15)
        undo(plan)

        left, top, width, height = plan.find(CHECK).place
        edge = (left + width // 2, top + height - 2)
        with plan.window.holding("shift"):
            plan.window.drag(edge, (edge[0], edge[1] - round(3 * a_minute)))
        plan.lasts(CHECK_ID, 17)
        undo(plan)


@check
def keys_go_between_blocks_and_into_their_lanes():
    with unchanged(SESSION) as plan:
        plan.focus(CHECK)
        for key, title in (
            ("Down", GROUPS),
            ("Right", "Max 24/7"),
            ("Right", "Zeg Stop tegen Cyberpesten"),
            ("Left", "Max 24/7"),
            ("Left", GROUPS),
            ("Right", "Max 24/7"),
            ("Down", BREAK),
            ("Up", GROUPS),
            ("Home", WELCOME),
        ):
            plan.keys(key)
            plan.focused(title)


@check
def keys_change_the_minutes_and_holding_one_is_one_step():
    with unchanged(SESSION) as plan:
        plan.focus(QUIZ)
        plan.keys("plus", "plus", "plus", "minus")
        plan.lasts(QUIZ_ID, 7)
        undo(plan)
        plan.focus(QUIZ)
        plan.keys("shift+KP_Add")
        plan.lasts(QUIZ_ID, 10)
        plan.keys("shift+KP_Subtract", "KP_Subtract")
        plan.lasts(QUIZ_ID, 4)


@check
def a_key_locks_a_block_at_its_time_and_unlocks_it():
    with unchanged(SESSION) as plan:
        plan.focus(QUIZ)
        plan.keys("l")
        plan.becomes("a lock at 10:30", lambda: plan.block(QUIZ_ID).get("lock") == "10:30")
        plan.find(QUIZ)
        plan.program.tree.says("block 2 of 6, fixed time")
        plan.keys("l")
        plan.becomes("no lock", lambda: "lock" not in plan.block(QUIZ_ID))


@check
def keys_move_duplicate_and_remove():
    with unchanged(SESSION) as plan:
        plan.focus(QUIZ)
        heard = plan.program.tree.listen()
        plan.keys("ctrl+shift+Down")
        plan.order(WELCOME_ID, CHECK_ID, QUIZ_ID, GROUPS_ID, BREAK_ID, DEBRIEF_ID)
        heard.wait_for("MediaMasters, now 10:50, place 3. 5 minutes too many.")
        plan.focused(QUIZ)
        plan.keys("ctrl+shift+Up")
        plan.order(*ORDER)

        plan.keys("ctrl+d")
        plan.becomes("a copy", lambda: len(plan.ids()) == 7 and plan.blocks()[2]["title"] == QUIZ)
        plan.keys("Delete")
        plan.order(*ORDER)
        plan.focused(CHECK)
        plan.keys("ctrl+a", "Delete")
        plan.order()
        undo(plan)


@check
def a_lane_that_is_moved_leaves_its_groups():
    with unchanged(SESSION) as plan:
        plan.focus(GROUPS)
        plan.keys("Right")
        plan.focused("Max 24/7")
        plan.keys("ctrl+shift+Down")
        plan.order(WELCOME_ID, QUIZ_ID, CHECK_ID, LANES[1], LANES[0], BREAK_ID, DEBRIEF_ID)
        undo(plan)


@check
def what_is_cut_can_be_pasted_elsewhere():
    with unchanged(SESSION) as plan:
        plan.focus(QUIZ)
        plan.keys("ctrl+x")
        plan.order(WELCOME_ID, CHECK_ID, GROUPS_ID, BREAK_ID, DEBRIEF_ID)
        plan.focus(BREAK)
        plan.keys("ctrl+v")
        plan.becomes("the block after the break", lambda: plan.blocks()[4]["title"] == QUIZ)


@check
def a_title_is_edited_in_its_place():
    with unchanged(SESSION) as plan:
        left, top, _width, _height = plan.find(WELCOME).place
        plan.window.double_click(left + 100, top + 16)
        entry = plan.program.tree.find("text", "Title")
        plan.window.type("Nooit")
        plan.keys("Escape")
        plan.program.tree.gone("text", "Title")
        plan.focused(WELCOME)

        plan.keys("F2")
        entry = plan.program.tree.find("text", "Title")
        until("the title to be chosen", lambda: entry.has("focused"))
        plan.keys("ctrl+a")
        plan.window.type("Dag allemaal")
        plan.keys("Return")
        plan.becomes("another title", lambda: plan.block(WELCOME_ID)["title"] == "Dag allemaal")
        plan.focused("Dag allemaal")
        undo(plan)


@check
def minutes_are_edited_in_their_place():
    with unchanged(SESSION) as plan:
        left, top, width, _height = plan.find(CHECK).place
        plan.window.double_click(left + width - 30, top + 18)
        entry = plan.program.tree.find("text", "Minutes")
        until("the minutes to be chosen", lambda: entry.has("focused"))
        plan.keys("ctrl+a")
        plan.window.type("12")
        plan.keys("Return")
        plan.lasts(CHECK_ID, 12)
        undo(plan)


@check
def the_menu_does_what_keys_do():
    with unchanged(SESSION) as plan:
        plan.window.click_secondary(*plan.middle(QUIZ))
        plan.program.tree.find("menu item", "Move Up").press()
        plan.order(QUIZ_ID, WELCOME_ID, CHECK_ID, GROUPS_ID, BREAK_ID, DEBRIEF_ID)
        undo(plan)

        plan.focus(QUIZ)
        plan.keys("Menu")
        plan.program.tree.find("menu item", "In Groups").press()
        plan.becomes("groups", lambda: plan.blocks()[1]["kind"] == "groups")
        undo(plan)

        plan.focus(GROUPS)
        plan.keys("shift+F10")
        plan.program.tree.find("menu item", "Out of Groups").press()
        plan.order(*ORDER[:3], *LANES, *ORDER[4:])
        assert plan.block(LANES[0])["lock"] == "10:50"
        undo(plan)


@check
def a_place_and_a_time_can_be_asked_for():
    with unchanged(SESSION) as plan:
        plan.focus(QUIZ)
        plan.keys("Menu")
        plan.program.tree.find("menu item", "Move To…").press()
        dialog = plan.program.tree.find("alert", "Move To")
        dialog.find("spin button").write("5")
        dialog.find("button", "Move").press()
        plan.order(WELCOME_ID, CHECK_ID, GROUPS_ID, BREAK_ID, QUIZ_ID, DEBRIEF_ID)
        undo(plan)

        plan.focus(BREAK)
        plan.keys("Menu")
        plan.program.tree.find("menu item", "Lock At…").press()
        dialog = plan.program.tree.find("alert", BREAK)
        dialog.find("text", "Begins at").write("11.05")
        dialog.find("button", "Lock").press()
        plan.becomes("a lock at 11:05", lambda: plan.block(BREAK_ID).get("lock") == "11:05")
        plan.program.tree.says("3 min free")


@check
def an_overrun_is_solved_where_it_is():
    with unchanged(SESSION) as plan:
        plan.program.tree.find("toggle button", "Solve").press()
        plan.program.tree.find("button", "Move MediaMasters to 11:05").press()
        plan.order(WELCOME_ID, CHECK_ID, GROUPS_ID, BREAK_ID, QUIZ_ID, DEBRIEF_ID)
        undo(plan)


@check
def free_time_is_filled_where_it_is():
    with unchanged(SESSION) as plan:
        plan.program.tree.find("toggle button", "Block").press()
        plan.program.tree.find("menu item", "Talk").press()
        plan.becomes("a block more", lambda: len(plan.ids()) == 7)
        added = plan.blocks()[6]
        assert (added["kind"], added["minutes"]) == ("talk", 5), added
        plan.program.tree.find("text", "Title")
        plan.keys("Escape")
        undo(plan)


@check
def a_proposed_tool_is_dropped_where_it_is_to_be():
    with unchanged(SESSION) as plan:
        proposals = plan.program.tree.find("list", "For the 5 minutes until the bell")
        row = proposals.find("list item")
        left, top, width, _height = row.place
        title = row.name
        plan.window.drag((left + width // 2, top + 20), plan.middle(DEBRIEF, 0.1))
        plan.becomes("a tool more", lambda: len(plan.ids()) == 7)
        added = plan.blocks()[5]
        assert added["kind"] == "tool" and title.startswith(added["title"]), added
        assert added["record"]["id"] == added["resource"], added
        assert show(plan)["blocks"][5]["start"].endswith("11:05")


@check
def blocks_are_copied_from_one_session_to_another():
    with planning(SESSION, OTHER) as plan:
        plan.focus(QUIZ)
        plan.keys("shift+Down")
        plan.focused(CHECK)
        plan.keys("ctrl+c")
        open_session(plan.program, load(OTHER)["title"])
        other = type(plan)(plan.program, OTHER)
        first = load(OTHER)["blocks"][0]
        other.focus(first["title"])
        before = len(other.ids())
        other.keys("ctrl+v")
        other.becomes("two blocks more", lambda: len(other.ids()) == before + 2)
        assert [block["title"] for block in other.blocks()[1:3]] == [QUIZ, CHECK]
        assert other.blocks()[1]["record"] == plan.block(QUIZ_ID)["record"]
        assert not set(other.ids()[1:3]) & set(ORDER)


@check
def a_drag_to_the_edge_scrolls_to_what_is_out_of_sight():
    with planning(SESSION, size=(1280, 420)) as plan:
        plan.focus(QUIZ)
        left, top, width, height = plan.program.tree.find("list", "Timeline").place
        edge = (left + width // 2, top + height - 8)
        bell = plan.program.tree.find("label", "Bell")
        assert bell.place[1] > top + height, bell.place
        with plan.window.carrying(plan.middle(QUIZ), edge):
            until("the end to come into sight", lambda: bell.place[1] + bell.place[3] <= top + height)
        plan.order(WELCOME_ID, CHECK_ID, GROUPS_ID, BREAK_ID, DEBRIEF_ID, QUIZ_ID)


@check
def in_dutch_and_french_the_clock_is_theirs():
    with planning(SESSION, language="nl") as plan:
        plan.program.tree.find("list item", f"{WELCOME}, 5 minuten, 10.25 tot 10.30, blok 1 van 6")
    name = "safer-internet-day-5eb"
    with planning(name, language="fr") as plan:
        first = load(name)["blocks"][0]["title"]
        space = "\N{NO-BREAK SPACE}"
        plan.program.tree.find(
            "list item", f"{first}, 5 minutes, de 13{space}h{space}30 à 13{space}h{space}35, bloc 1 sur {len(load(name)['blocks'])}"
        )


main()
