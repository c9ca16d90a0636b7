# SPDX-License-Identifier: GPL-3.0-or-later
from browsing import ask, focused, searched, shows
from checks import check, main
from sidekick import running
from window import until


def open_first(program):
    """Opens the first card there is, once the window rests; its name and the name of its tool."""
    program.window.settle()
    card = program.tree.find("table cell")
    name = card.name
    card.click()
    heading = program.tree.find("heading")
    assert name.startswith(heading.name), (name, heading.name)
    return name


def is_back_at(program, name):
    """Whether the focus is on that card again."""
    until(f"the focus on {name}", lambda: focused(program) == name)


@check
def from_typing_to_a_tool_and_back():
    with running() as program:
        program.tree.says("493 tools")
        program.window.type("privacy")
        program.tree.find("radio button", "12–14").press()
        program.tree.find("button", "Language…").press()
        program.tree.find("check box", "Dutch, …").press()
        shows(program, ask(program.folder, "--age", "12-14", "--language", "nl", "privacy")["count"])
        name = open_first(program)
        program.window.keys("alt+Left")
        is_back_at(program, name)
        searched(program, "privacy")


@check
def escape_leads_back_too():
    with running() as program:
        program.tree.says("493 tools")
        name = open_first(program)
        program.window.keys("Escape")
        is_back_at(program, name)


@check
def a_theme_leads_to_all_of_its_tools():
    with running() as program:
        program.tree.says("493 tools")
        program.tree.find("check box", "Gaming, …").press()
        found = program.tree.find("check box", "Gaming, …").name.removeprefix("Gaming, ")
        program.window.type("e")
        shows(program, ask(program.folder, "--theme", "gaming", "e")["count"])
        open_first(program)
        program.tree.find("button", "Gaming").press()
        program.tree.find("label", found)
        searched(program, "")


@check
def control_f_searches_from_a_tool():
    with running() as program:
        program.tree.says("493 tools")
        open_first(program)
        program.window.keys("ctrl+f")
        until("the search to have the focus", lambda: focused(program) == program.tree.find("entry").name)


main()
