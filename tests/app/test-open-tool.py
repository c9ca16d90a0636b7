# SPDX-License-Identifier: GPL-3.0-or-later
"""Links to tools, and tools in a window of their own."""

import copy
import subprocess
import urllib.parse

import sessions
from browsing import cards
from checks import check, main
from planning import planning
from sidekick import running
from window import until

STARTER = "https://w3id.org/sidekick/starter/"
TOOL, TITLE = STARTER + "mediamasters", "MediaMasters"
SESSION = "safer-internet-day-5b"


def link(tool):
    return "sidekick:resource?id=" + urllib.parse.quote(tool, safe="")


def windows(program):
    return program.tree.all("window") + program.tree.all("frame")


def open_beside(program):
    """Opens the first card in a window of its own; its name."""
    name = until("cards", lambda: cards(program))[0]
    with program.window.holding("ctrl"):
        program.tree.find("table", "Tools").find("table cell", name).click()
    until("two windows", lambda: len(windows(program)) == 2)
    return name


def bring_forward(program):
    """Puts the window that was opened last before the first, at the same place."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(program.window.program.pid)],
                           capture_output=True, text=True, check=True)
    [other] = set(found.stdout.split()) - {program.window.id}
    front = copy.copy(program.window)
    front.id = other
    front.resize(*program.window.size)
    subprocess.run(["xdotool", "windowraise", other, "windowfocus", "--sync", other], check=True)


@check
def a_link_opens_the_tool_in_every_language():
    for language in ("nl", "fr", "de", "en"):
        with running(language, arguments=[link(TOOL)]) as program:
            program.tree.find("heading", TITLE)


@check
def a_link_to_a_tool_that_is_not_here_says_so_and_leads_on():
    for language in ("de", "en"):
        with running(language, arguments=[link("https://example.org/gone?a=1&b=2")]) as program:
            dialog = program.tree.find("alert", program.words("Tool Not Found"))
            dialog.says("https://example.org/gone?a=1&b=2")
            dialog.find("button", program.words("_Sources").replace("_", "")).press()
            program.tree.find("dialog", program.words("Preferences"))


@check
def a_link_that_names_no_tool_says_so():
    with running("fr", arguments=["sidekick:resource?id="]) as program:
        dialog = program.tree.find("alert", program.words("Tool Not Found"))
        dialog.says(program.words("The link does not say which tool it leads to."))
        program.window.keys("Escape")
        program.tree.gone("alert")


@check
def a_card_opens_in_a_window_of_its_own():
    with running("en") as program:
        assert len(windows(program)) == 1, program.tree.describe()
        name = open_beside(program)
        program.tree.find("heading", name.split(", ")[0])


@check
def two_windows_work_on_one_session():
    with planning(SESSION) as plan:
        program = plan.program
        [first] = windows(program)
        program.window.keys("alt+1")
        open_beside(program)
        [second] = [each for each in windows(program) if each.path != first.path]
        bring_forward(program)
        first.find("page tab", "Sessions").press()
        program.window.keys("alt+2")
        second.find("list item", f"{sessions.load(SESSION)['title']}, …").click()
        left, top, _width, _height = second.find("list item", f"{TITLE}, …").place
        program.window.click(left + 20, top + 12)
        until("the focus on it", lambda: second.find("list item", f"{TITLE}, …").has("focused"))
        program.window.keys("plus", "plus")
        first.find("list item", f"{TITLE}, 7 minutes, …")
        second.find("list item", f"{TITLE}, 7 minutes, …")

        first.find("button", "Undo…").press()
        second.find("list item", f"{TITLE}, 5 minutes, …")
        until("all as it was", lambda: plan.blocks() == sessions.load(SESSION)["blocks"])
        assert len(list(plan.path.parent.glob("*.sidekick"))) == 1


main()
