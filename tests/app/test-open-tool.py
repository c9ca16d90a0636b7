# SPDX-License-Identifier: GPL-3.0-or-later
"""Links to tools, and tools in a window of their own."""

import contextlib
import urllib.parse

import sessions
from browsing import cards
from checks import check, main
from sidekick import planning, running
from window import until

STARTER = "https://w3id.org/sidekick/starter/"
TOOL, TITLE = STARTER + "mediamasters", "MediaMasters"
SESSION, NAME = "safer-internet-day-5b", "Safer Internet Day met 5B"


def link(tool):
    return "sidekick:resource?id=" + urllib.parse.quote(tool, safe="")


def windows(program):
    return program.tree.all("window") + program.tree.all("frame")


@check
def a_link_opens_the_tool_in_every_language():
    for language in ("nl", "fr", "de", "en"):
        with running(language, arguments=[link(TOOL)]) as program:
            program.tree.find("heading", TITLE)


@check
def a_link_to_a_tool_that_is_not_here_says_so_and_leads_on():
    for language in ("de", "en"):
        with running(language, arguments=[link("https://example.org/gone?a=1&b=2")]) as program:
            dialog = program.tree.find("alert", program.words("This Tool Is Not in the Catalogue"))
            dialog.says("https://example.org/gone?a=1&b=2")
            dialog.find("button", program.words("_Sources").replace("_", "")).press()
            program.tree.find("dialog", program.words("Preferences"))


@check
def a_link_that_names_no_tool_says_so():
    with running("fr", arguments=["sidekick:resource?id="]) as program:
        dialog = program.tree.find("alert", program.words("This Tool Is Not in the Catalogue"))
        dialog.says(program.words("The link does not say which tool it leads to."))
        program.window.keys("Escape")
        program.tree.gone("alert")


@check
def a_card_opens_in_a_window_of_its_own():
    with running("en") as program:
        until("cards", lambda: cards(program))
        title = cards(program)[0].split(", ")[0]
        assert len(windows(program)) == 1, program.tree.describe()
        with program.window.holding("ctrl"):
            program.tree.find("table", "Tools").find("table cell", cards(program)[0]).click()
        until("two windows", lambda: len(windows(program)) == 2)
        program.tree.find("heading", title)


main()
