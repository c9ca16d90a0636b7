# SPDX-License-Identifier: GPL-3.0-or-later
"""A session composed in the window: three proposals to choose from, and what becomes of the file."""

from checks import check, main
from planning import planning
from window import until

DUTCH = "safer-internet-day-5b"
GERMAN = "safer-internet-day-5-klasse"


def compose(plan):
    """Opens the dialog, and waits until there are proposals."""
    program = plan.program
    program.tree.wait_for_catalogue()
    program.tree.find("button", program.words("_Compose the Whole Session…").replace("_", "")).press()
    return cards(program)


def cards(program):
    """What the proposals say of themselves, once there are some."""
    return until("proposals", lambda: names(program))


def names(program):
    return [name for name in program.tree.names("radio button") if "/" not in name and name.count(",") >= 4]


def chosen(program):
    return [node.name for node in program.tree.all("radio button", "…")
            if node.name.count(",") >= 4 and node.has("checked")]


def use(program):
    program.tree.find("button", program.words("_Use").replace("_", "")).press()


def minutes(blocks):
    return sum(block["minutes"] for block in blocks)


def proposals_are_used_and_taken_back(session, language):
    with planning(session, language=language) as plan:
        before = plan.blocks()
        found = compose(plan)
        assert 1 <= len(found) <= 3 and len(set(found)) == len(found), found
        use(plan.program)
        until("other blocks", lambda: plan.blocks() != before)
        blocks = plan.blocks()
        assert blocks[0]["kind"] == "welcome" and blocks[-1]["kind"] == "debrief", blocks
        assert all(block["reasons"] for block in blocks), blocks
        assert all("record" in block for block in blocks if block["kind"] == "tool"), blocks
        assert minutes(blocks) == 50
        plan.keys("ctrl+z")
        until("all as it was", lambda: plan.blocks() == before)


@check
def in_dutch_a_proposal_is_used_and_taken_back():
    proposals_are_used_and_taken_back(DUTCH, "nl")


@check
def in_german_a_proposal_is_used_and_taken_back():
    proposals_are_used_and_taken_back(GERMAN, "de")


main()
